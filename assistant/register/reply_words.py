"""Puts one value into an answer, in the words of the document that gives it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.register.desk import Desk, dated
from assistant.register.holders import Holder
from assistant.register.identity import office_in
from assistant.register.listing import Listing, Marks
from assistant.register.record import Record
from assistant.register.sentences import (
    no_such,
    only_announced,
    proposed,
    verdict,
)
from assistant.register.taken_place import TakenPlace
from assistant.register.terms_of_agreements import Finding
from assistant.register.wording import cell_date
from assistant.values import Statement
from vectorstore import Fact

_WHOLE_DAY = 10
"""Signs of a day, year and month with it."""
_OFFICES = 3
"""Offices of somebody that are told: the latest."""


class WordTeller:
    """Tells a day, a name or an office, with the words that say so."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def date(self, record: Record) -> Listing:
        """When something takes place now, in the words that say so."""
        marks = Marks(self._desk.documents)
        saying = [f for f in record.facts if _day_of(f) == record.day]
        saying = [f for f in saying if names_day(f, record.day or "")] or saying
        fact = next((f for f in saying if f.fields.get("former_date")), saying[0] if saying else record.facts[0])
        said = cell_date(record.start, record.end, self._desk.language)
        facts = [fact, record.ending] if record.ending not in (None, fact) else [fact]
        return Listing(
            (Statement(said, marks.of(facts)), *(Statement(one.quote, marks.of([one])) for one in facts)),
            tuple(marks.citations),
            verdict=self._by_a_model(marks),
        )

    def place(self, fact: Fact) -> Listing:
        """Where something took place, in the words that say so."""
        marks = Marks(self._desk.documents)
        said = (Statement(fact.fields.get("venue") or "", marks.of([fact])), Statement(fact.quote, marks.of([fact])))
        return Listing(said, tuple(marks.citations), verdict=self._by_a_model(marks))

    def taken_place(self, asked: TakenPlace) -> Listing:
        """Whether an event took place when asked, with the day it did or will, and the words that say so."""
        record = asked.record
        if asked.held is None:
            marks = Marks(self._desk.documents)
            marks.of(record.facts[:1])
            shown = dated(self._desk.rows.row(record, marks), record.kind)
            text = self._or_proposed(only_announced(shown, self._desk.language, among=False), marks)
            return Listing((), tuple(marks.citations), absent=text)
        off = [fact for fact in record.facts if fact.fields.get("state") == "cancelled"]
        told = self.said(off[-1]) if record.state == "cancelled" and off else self.date(record)
        return replace(
            told, verdict="; ".join(filter(None, (verdict(asked.held, self._desk.language), told.verdict.lower())))
        )

    def said(self, fact: Fact) -> Listing:
        """The words of a fact and nothing else."""
        marks = Marks(self._desk.documents)
        said = (Statement(fact.quote, marks.of([fact])),)
        return Listing(said, tuple(marks.citations), verdict=self._by_a_model(marks))

    def term(self, finding: Finding) -> Listing:
        """A day of an agreement, in the words that give it, and whether it still holds."""
        marks = Marks(self._desk.documents)
        facts = [finding.fact]
        if finding.holds is False:
            ended = [fact for fact in finding.record.facts if fact.fields.get("state") in ("expired", "replaced")]
            facts += [fact for fact in ended if fact is not finding.fact][:1]
        day = Statement(cell_date(finding.day, None, self._desk.language), marks.of(facts[:1]))
        said = tuple(Statement(fact.quote, marks.of([fact])) for fact in facts)
        by = self._by_a_model(marks)
        if finding.holds is not None:
            by = "; ".join(filter(None, (verdict(finding.holds, self._desk.language), by.lower())))
        return Listing((day, *said), tuple(marks.citations), verdict=by)

    def no_such(self, sort: str, found: Record) -> Listing:
        """That there is no agreement of a sort with a partner, but one of another sort."""
        marks = Marks(self._desk.documents)
        marks.of(found.facts[:1])
        text = self._or_proposed(no_such(sort, found.sort, found.start or "", self._desk.language), marks)
        return Listing((), tuple(marks.citations), absent=text)

    def former_name(self, fact: Fact) -> Listing:
        """What an organisation was called before, in the words that say so."""
        marks = Marks(self._desk.documents)
        short = fact.fields.get("other_abbreviation") or ""
        named = f"{fact.fields.get('other_name')} ({short})" if short else fact.fields.get("other_name") or ""
        said = (Statement(named, marks.of([fact])), Statement(fact.quote, marks.of([fact])))
        return Listing(said, tuple(marks.citations), verdict=self._by_a_model(marks))

    def incumbent(self, holder: Holder, fact: Fact) -> Listing:
        """Who holds an office, in the words of the latest document that says so, in the question's language if one does."""
        same = [f for f in holder.facts if f.language == self._desk.language and f.fields.get("state") == "current"]
        if fact.language != self._desk.language and same:
            fact = same[-1]
        marks = Marks(self._desk.documents)
        name = " ".join(filter(None, (fact.fields.get("honorific"), fact.fields.get("name"))))
        said = [Statement(name, marks.of([fact])), Statement(fact.quote, marks.of([fact]))]
        return Listing(tuple(said), tuple(marks.citations), verdict=self._by_a_model(marks))

    def identity(self, roles: Sequence[Fact]) -> Listing:
        """Who somebody is: the latest office they are named in, and the words that name it and those before, the latest first."""
        marks = Marks(self._desk.documents)
        latest = roles[0]
        said = [Statement(office_in(latest), marks.of([latest]))]
        quotes = {fact.quote: fact for fact in roles[:_OFFICES]}
        said += [Statement(quote, marks.of([fact])) for quote, fact in quotes.items()]
        return Listing(tuple(one for one in said if one.text), tuple(marks.citations), verdict=self._by_a_model(marks))

    def _or_proposed(self, text: str, marks: Marks) -> str:
        """A sentence, with the remark that a language model proposed everything cited for it, if one did."""
        return f"{text} ({proposed(self._desk.language)})" if marks.are_proposed else text

    def _by_a_model(self, marks: Marks) -> str:
        """That a language model proposed everything cited, as the beginning of an answer; empty where it did not."""
        return proposed(self._desk.language).capitalize() if marks.are_proposed else ""


def _day_of(fact: Fact) -> str:
    return fact.fields.get("start_date") or fact.fields.get("end_date") or ""


def names_day(fact: Fact, day: str) -> bool:
    """Whether the words of a fact hold the number of a day; true where no more than a month is known."""
    return len(day) < _WHOLE_DAY or int(day[8:]) in {int(number) for number in re.findall(r"\d{1,2}(?!\d)", fact.quote)}
