"""What a record says, value by value, and the words that are cited for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from assistant.gate import stands_in
from assistant.register.record import Record
from vectorstore import Document, Fact, find_dates


class Places:
    """Where the values of facts stand in whole documents; each document is read once."""

    def __init__(self, read: Callable[[str], Document]) -> None:
        self._read = read
        self._known: dict[str, Document] = {}

    def dated(self, fact: Fact) -> Fact | None:
        """A fact that rests on the line that dates its document, which gives the year to days without one."""
        written = self._document(fact).date_text
        return self.of(written, replace(fact, start=0)) if written else None

    def of(self, value: str, fact: Fact) -> Fact | None:
        """A fact that rests on the line of its document that holds a value; None where none does in one piece."""
        document = self._document(fact)
        pattern = r"\s+".join(map(re.escape, value.split()))
        near = sorted(re.finditer(pattern, document.text), key=lambda match: abs(match.start() - fact.start))
        for match in near if value else ():
            for block in document.blocks:
                if block.start <= match.start() and match.end() <= block.end:
                    quote = document.text[block.start : block.end]
                    return replace(fact, start=block.start, end=block.end, page=block.page, quote=quote)
        return None

    def _document(self, fact: Fact) -> Document:
        if fact.document not in self._known:
            self._known[fact.document] = self._read(fact.document)
        return self._known[fact.document]


class Saying:
    """What a record says, in one language where it can, and the facts that were used for it."""

    def __init__(self, record: Record, language: str, places: Places) -> None:
        self.facts = [record.facts[0]]
        self._places = places
        self._record = record
        self._language = language

    def of(self, field: str, best: Callable[[str], bool] | None = None) -> str:
        """What is said under a name, with the words that say it cited; empty where nothing is.

        Args:
            field: The name.
            best: Of several values, which is the best.
        """
        fact = self._record.by(field, self._language)
        if best is not None and fact is not None and not best(fact.fields.get(field) or ""):
            said = (f for f in self._record.facts if best(f.fields.get(field) or ""))
            fact = next(said, fact)
        value = fact.fields.get(field) or "" if fact else ""
        if fact is None or not value:
            return ""
        if stands_in(value, *(cited.quote for cited in self.facts)):
            return value
        if stands_in(value, fact.quote):
            self.cite([fact])
            return value
        placed = [self._places.of(part, fact) for part in value.split("; ")]
        if None in placed:
            return ""
        self.cite([place for place in placed if place is not None])
        return value

    def dated_by(self, field: str) -> str:
        """A date, in ISO form, with its fact cited; empty where none is said."""
        fact = self._record.by(field, self._language)
        if fact is not None:
            self.cite([fact])
        return fact.fields.get(field) or "" if fact else ""

    def dated(self) -> None:
        """Cite what gives the date, and what moved it."""
        start = self._record.day
        telling = [f for f in self._record.facts if start in f.fields.values()]
        telling = [f for f in telling if f.fields.get("former_date")] or telling
        if telling and not any(fact in self.facts for fact in telling):
            self.cite(telling[:1])
        if (ending := self._record.ending) is not None:
            self.cite([ending])
        self._cite_year(start, [fact for fact in self.facts if fact in telling])

    def _cite_year(self, day: str | None, telling: Sequence[Fact]) -> None:
        """Cite the date of the document for the year of a day that its words give without one."""
        said = {year for fact in self.facts for date in find_dates(fact.quote) for year in (date.year, date.last_year)}
        if day and telling and int(day[:4]) not in said:
            place = self._places.dated(telling[0])
            self.cite([place] if place is not None else [])

    def cite(self, facts: Iterable[Fact]) -> None:
        """Add facts to those that were used; the same words are cited once."""
        for fact in facts:
            known = any(f.document == fact.document and f.start <= fact.start and fact.end <= f.end for f in self.facts)
            if not known:
                self.facts.append(fact)
