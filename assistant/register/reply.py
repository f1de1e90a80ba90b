"""Puts what the register found into an answer: a direct sentence, then a table whose every row is cited."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from assistant.gate import stands_in
from assistant.register.desk import Desk, cited_by, dated
from assistant.register.holders import Holder
from assistant.register.listing import Listing, Marks
from assistant.register.names import Entity
from assistant.register.record import Record, are_proposed
from assistant.register.register import Register
from assistant.register.reply_sums import SumTeller
from assistant.register.reply_words import WordTeller
from assistant.register.rows import Rows
from assistant.register.saying import Places
from assistant.register.sentences import (
    counted,
    none_ahead,
    none_for,
    none_found,
    only_announced,
    proposed,
    without_limit,
)
from assistant.register.spoken import spoken
from assistant.register.standing import ANNOUNCED
from assistant.register.unmet import Unmet
from assistant.register.wording import cell_date, columns
from assistant.values import Row, Statement
from vectorstore import Document, DocumentInfo, Fact

_NAMED = 8
"""Rows that the sentence above the table still names."""
_APART = 5
"""Events named that were only announced: the latest."""
_NEAR = 3
"""Rows named that are beyond a limit of the question: the latest."""


class Teller:
    """Tells records of one archive in one language."""

    def __init__(
        self, register: Register, documents: Mapping[str, DocumentInfo], language: str, read: Callable[[str], Document]
    ) -> None:
        self._desk = desk = Desk(register, documents, language, Rows(register, language, Places(read)))
        self.sums = SumTeller(desk)
        """Of people and money."""
        self.words = WordTeller(desk)
        """Of one value."""

    def listing(
        self,
        records: Sequence[Record],
        form: str,
        wants: str,
        announced: Sequence[Record] = (),
        unmet: Sequence[str] = (),
    ) -> Listing:
        """Records as a table, and the sentence that leads to it.

        Args:
            records: At least one, all of one kind.
            form: `list`, `count` or `dates`.
            wants: What the question is after: a `date`, a `place`, or anything else for the things themselves.
            announced: Events that no document says took place, to be named apart; some of the records, or others.
            unmet: Of values asked for side by side, those that none of the records has.
        """
        marks = Marks(self._desk.documents)
        rows = tuple(self._desk.rows.row(record, marks) for record in records)
        named = form != "count" and len(rows) <= _NAMED
        shown = dict.fromkeys(filter(None, (_short(row, records[0].kind, form, wants) for row in rows)))
        lead = " ".join(
            [counted(len(rows), self._desk.language, named=named), "; ".join(shown) if named else ""]
        ).strip()
        lead = f"{lead} – {none_for(unmet, self._desk.language)}" if unmet else lead
        said = [Statement(lead, cited_by(rows))]
        if announced:
            said.append(self._apart(announced, marks, among=announced[0] in records))
        return Listing(tuple(said), tuple(marks.citations), columns(records[0].kind, self._desk.language), rows)

    def one(self, record: Record, wants: str) -> Listing:
        """One event: what it is, when and where; first what is asked for."""
        marks = Marks(self._desk.documents)
        (row,) = self._desk.gated((self._desk.rows.row(record, marks),), marks)
        title, when, where = row.cells[:3]
        beside = {"date": (when, title, where), "place": (where, title, when)}.get(wants, (title, when, where))
        first, *rest = filter(None, beside)
        lead = f"{first} ({'; '.join(rest)})" if rest else first
        return Listing(
            (Statement(lead, row.citations),), tuple(marks.citations), columns("event", self._desk.language), (row,)
        )

    def none_ahead(self, latest: Record, today: date) -> Listing:
        """That nothing is on record that is still to come, and what was the last."""
        marks = Marks(self._desk.documents)
        rows = self._desk.gated((self._desk.rows.row(latest, marks),), marks)
        text = none_ahead(dated(rows[0], "event"), today.isoformat(), self._desk.language)
        return Listing((), tuple(marks.citations), absent=text)

    def name_of(self, thing: Entity) -> str:
        """A thing in the language of the question, where a document gives its name there."""
        return spoken(thing.names[0], self._desk.register.names, self._desk.language).text

    def _apart(self, records: Sequence[Record], marks: Marks, *, among: bool) -> Statement:
        """That events were only announced, and which: the latest few."""
        rows = tuple(self._desk.rows.row(record, marks) for record in records[-_APART:])
        shown = "; ".join(dated(row, "event") for row in self._desk.gated(rows, marks))
        return Statement(
            only_announced(shown, self._desk.language, among=among, more=len(records) > len(rows)), cited_by(rows)
        )

    def none(self, found: Unmet, considered: int, unread: int) -> Listing:
        """That nothing is within the limits of the question, and what there is without one of them."""
        marks = Marks(self._desk.documents)
        limits = "; ".join(limit.words for limit in found.limits)
        text = none_found(limits, considered, unread, self._desk.language)
        if found.lifted is not None:
            rows = [self._desk.rows.row(record, marks) for record in found.near[-_NEAR:]]
            shown = "; ".join(f"{dated(row, found.near[0].kind)} [{row.citations[0]}]" for row in rows)
            if len(found.near) > len(rows):
                shown = f"{counted(len(found.near), self._desk.language, named=False)} {shown}"
            only = all(record.kind == "event" and record.state in ANNOUNCED for record in found.near)
            told = (
                only_announced(shown, self._desk.language, among=False)
                if only and found.lifted.field == "time"
                else without_limit(found.lifted.words, shown, self._desk.language)
            )
            text = f"{text} {told}"
        return Listing((), tuple(marks.citations), absent=text)

    def succession(self, found: Sequence[Holder]) -> Listing:
        """Everybody who held an office, in order."""
        marks = Marks(self._desk.documents)
        rows = []
        for holder in found:
            told = next((fact for fact in holder.facts if fact.language == self._desk.language), holder.facts[0])
            dates = (cell_date(day, None, self._desk.language) for day in (holder.since, holder.until))
            role = (told.fields.get("role") or "", told.fields.get("organisation") or "")
            naming = holder.person.telling(self._desk.language)
            since = next((fact for fact in holder.facts if holder.since in fact.fields.values()), told)
            facts = [fact for fact in (told, naming, since, holder.left) if fact is not None]
            name = holder.person.name(self._desk.language)
            name = f"{name} ({proposed(self._desk.language)})" if are_proposed(holder.facts) else name
            cells = (name, *(_standing(cell, facts) for cell in role), *dates)
            rows.append(Row(cells, marks.of(facts)))
        lead = Statement("; ".join(row.cells[0] for row in rows), cited_by(rows))
        return Listing((lead,), tuple(marks.citations), columns("person", self._desk.language), tuple(rows))


def _standing(value: str, facts: Sequence[Fact]) -> str:
    """A value, if the words cited hold it."""
    return value if stands_in(value, *(fact.quote for fact in facts)) else ""


def _short(row: Row, kind: str, form: str, wants: str) -> str:
    """A row in the sentence above the table: what it is, or when, and where if that was asked."""
    if kind != "event":
        return row.cells[0]
    title, when, where = row.cells[:3]
    if form == "dates" or (wants == "date" and when):
        return when
    return f"{title} ({where})" if wants == "place" and where else title
