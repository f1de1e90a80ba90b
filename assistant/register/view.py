"""The whole register as tables, for whoever reads or exports it rather than asking."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from assistant.gate import whole_number
from assistant.register.entries import Cell, Column, Entry, NamedThing, RegisterTable, RegisterView, Replaced
from assistant.register.listing import Marks
from assistant.register.names import Entity
from assistant.register.record import Record, are_proposed
from assistant.register.register import Register
from assistant.register.saying import Places, Saying
from assistant.register.sentences import proposed
from assistant.register.standing import is_overdue
from assistant.register.successors import successions
from assistant.register.wording import cell_date, column_name, kind_name, sort_name, state_name
from assistant.values import Citation
from vectorstore import Document, DocumentInfo, Fact

if TYPE_CHECKING:
    from assistant.archive import Archive

_COLUMNS: dict[str, tuple[str, ...]] = {
    "event": ("title", "sort", "date", "venue", "parties", "programme", "participants", "state"),
    "person": ("name", "role", "organisation", "since", "until", "state"),
    "organisation": ("name", "abbreviation", "other_names"),
    "programme": ("acronym", "name", "sector", "since"),
    "agreement": ("parties", "sort", "signed", "until", "state"),
    "commitment": ("what", "who", "due", "state"),
    "figure": ("amount", "counts", "by", "to", "place", "date", "state"),
}
_FIELDS: dict[str, tuple[str, ...]] = {
    "amount": ("quantity", "unit"),
    "who": ("who", "responsible"),
}
_UNTIL = ("renewed_until", "valid_until", "until_date")
_MOST_CITED = 4


def view(archive: Archive, language: str, as_of: date | None, today: date) -> RegisterView:
    """Everything on record in an archive.

    Args:
        archive: Whose register.
        language: To show it in.
        as_of: Only what was on record on that day; None for all.
        today: What makes an open commitment overdue, unless `as_of` is given.
    """
    day = as_of.isoformat() if as_of else None
    register = archive.register(day)
    viewer = Viewer(register, archive.documents, language, archive.snapshot.document, as_of or today)
    return RegisterView(
        tables=viewer.tables(),
        named=viewer.named(),
        own=register.own.key if register.own else None,
        considered=register.considered,
        unread=archive.unread,
        snapshot=archive.snapshot.manifest.id,
        as_of=day,
    )


class Viewer:
    """Shows the records of one archive in one language."""

    def __init__(
        self,
        register: Register,
        documents: Mapping[str, DocumentInfo],
        language: str,
        read: Callable[[str], Document],
        today: date,
    ) -> None:
        self._register = register
        self._documents = documents
        self._language = language
        self._places = Places(read)
        self._today = today
        self._newer = {
            key_of_fact(older.facts[0]): key_of_fact(newer.facts[0]) for older, newer in successions(register.records)
        }

    def tables(self) -> tuple[RegisterTable, ...]:
        """A table for every kind, empty ones too."""
        return tuple(self._table(kind) for kind in _COLUMNS)

    def named(self) -> tuple[NamedThing, ...]:
        """Everything with a name, and why its names belong together."""
        return tuple(
            NamedThing(thing.key, thing.names, self._cited(self._register.telling(thing)))
            for thing in self._register.names.entities()
        )

    def _table(self, kind: str) -> RegisterTable:
        columns = tuple(Column(key, column_name(key, self._language)) for key in _COLUMNS[kind])
        if kind == "organisation":
            entries: Iterator[Entry] = (self._organisation(thing) for thing in self._register.organisations)
        else:
            entries = (self._entry(record) for record in self._register.of_kind(kind))
        return RegisterTable(kind, kind_name(kind, self._language), columns, tuple(entries))

    def _entry(self, record: Record) -> Entry:
        said = Saying(record, self._language, self._places)
        cells = tuple(self._cell(key, record, said) for key in _COLUMNS[record.kind])
        cells = self._marked(cells) if record.is_proposed else cells
        said.dated()
        return Entry(
            key=key_of_fact(record.facts[0]),
            kind=record.kind,
            sort=record.sort,
            cells=cells,
            start=record.start,
            end=record.end,
            state=record.state,
            overdue=record.kind == "commitment" and is_overdue(record, self._today),
            citations=self._cited([*said.facts, *record.facts][:_MOST_CITED]),
            replaced=tuple(self._replaced(record)),
            superseded_by=self._newer.get(key_of_fact(record.facts[0])),
            names=tuple(dict.fromkeys(name for cell in cells for name in cell.names)),
        )

    def _organisation(self, thing: Entity) -> Entry:
        told = [fact for fact in self._register.telling(thing) if fact.kind == "organisation"]
        fact = next((f for f in told if f.language == self._language and f.fields.get("name")), told[0])
        name = fact.fields.get("name") or thing.names[0]
        short = next((s for f in (fact, *told) if (s := f.fields.get("abbreviation"))), "")
        others = "; ".join(other for other in thing.names if other not in (name, short))
        cells: tuple[Cell, ...] = (Cell(name, names=(thing.key,)), Cell(short), Cell(others))
        cells = self._marked(cells) if are_proposed(told) else cells
        cited = self._cited(told[:_MOST_CITED])
        return Entry(key_of_fact(fact), "organisation", "", cells, None, None, "", False, cited, names=(thing.key,))

    def _marked(self, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        """Cells of what a language model proposed, which say so, in the page and in every file made of them."""
        first = next((place for place, cell in enumerate(cells) if cell.text), 0)
        text = f"{cells[first].text} ({proposed(self._language)})".strip()
        return (*cells[:first], replace(cells[first], text=text), *cells[first + 1 :])

    def _cell(self, key: str, record: Record, said: Saying) -> Cell:
        match key:
            case "sort":
                return Cell(sort_name(record.sort, self._language))
            case "state":
                return Cell(state_name(record.state, self._language))
            case "date" | "signed" | "due":
                return self._date(record.start, record.end)
            case "since":
                return self._date(record.field("from_date") or record.start, None)
            case "until":
                return self._date(next(filter(None, map(record.field, _UNTIL)), ""), None)
            case "participants":
                return _number(said.of("participants"))
            case "title" if not said.of("title"):
                return self._text_cell(self._documents[record.facts[0].document].title)
            case _:
                found = (said.of(field) for field in _FIELDS.get(key, (key,)))
                return self._text_cell((" " if key == "amount" else "; ").join(filter(None, found)))

    def _date(self, start: str | None, end: str | None) -> Cell:
        return Cell(cell_date(start, end, self._language), start or end or "")

    def _text_cell(self, text: str) -> Cell:
        return Cell(text, names=tuple(dict.fromkeys(thing.key for thing in self._register.names.within(text))))

    def _replaced(self, record: Record) -> Iterator[Replaced]:
        for fact in record.facts:
            now = cell_date(record.start, record.end, self._language)
            if was := fact.fields.get("former_date"):
                yield Replaced("date", cell_date(was, None, self._language), now, self._cited([fact]))
            if record.kind == "person" and (before := fact.fields.get("replaced")):
                yield Replaced("person", before, fact.fields.get("name") or "", self._cited([fact]))

    def _cited(self, facts: Iterable[Fact]) -> tuple[Citation, ...]:
        marks = Marks(self._documents)
        marks.of(list(facts))
        return tuple(marks.citations)


def _number(written: str) -> Cell:
    """A number in digits, with the words it is written in where it is; sorted by its value."""
    number = whole_number(written)
    if number is None:
        return Cell(written)
    in_words = not any(sign.isdigit() for sign in written)
    return Cell(f"{number} ({written})" if in_words else written, sort=f"{number:09d}")


def key_of_fact(fact: Fact) -> str:
    """A short name for the words a fact rests on and what it says; the same in every snapshot that holds them."""
    said = [fact.kind, fact.document, str(fact.start), *(f"{k}={v}" for k, v in sorted(fact.fields.items()))]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]
