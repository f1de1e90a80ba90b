"""Puts what the register found into an answer: a direct sentence, then a table whose every row is cited."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from assistant.gate import bound_rows, stands_in
from assistant.register.adding import Addend, Sum
from assistant.register.gifts import Purse
from assistant.register.holders import Holder
from assistant.register.identity import office_in
from assistant.register.listing import Listing, Marks
from assistant.register.names import Entity
from assistant.register.record import Record, are_proposed
from assistant.register.register import Register
from assistant.register.rows import Rows
from assistant.register.saying import Places
from assistant.register.spoken import spoken
from assistant.register.standing import ANNOUNCED
from assistant.register.taken_place import TakenPlace
from assistant.register.terms_of_agreements import Finding
from assistant.register.unmet import Unmet
from assistant.register.wording import (
    added_up,
    amount,
    cell_date,
    columns,
    counted,
    frame,
    given,
    no_number,
    no_such,
    none_ahead,
    none_for,
    none_found,
    not_added,
    only_announced,
    proposed,
    verdict,
    without_limit,
)
from assistant.values import Row, Statement, Table
from vectorstore import Document, DocumentInfo, Fact

_WHOLE_DAY = 10
"""Signs of a day, year and month with it."""
_NAMED = 8
"""Rows that the sentence above the table still names."""
_APART = 5
"""Events named that were only announced: the latest."""
_NEAR = 3
"""Rows named that are beyond a limit of the question: the latest."""
_OFFICES = 3
"""Offices of somebody that are told: the latest."""


class Teller:
    """Tells records of one archive in one language."""

    def __init__(
        self, register: Register, documents: Mapping[str, DocumentInfo], language: str, read: Callable[[str], Document]
    ) -> None:
        self._register = register
        self._documents = documents
        self._language = language
        self._rows = Rows(register, language, Places(read))

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
        marks = Marks(self._documents)
        rows = tuple(self._rows.row(record, marks) for record in records)
        named = form != "count" and len(rows) <= _NAMED
        shown = dict.fromkeys(filter(None, (_short(row, records[0].kind, form, wants) for row in rows)))
        lead = " ".join([counted(len(rows), self._language, named=named), "; ".join(shown) if named else ""]).strip()
        lead = f"{lead} – {none_for(unmet, self._language)}" if unmet else lead
        said = [Statement(lead, cited_by(rows))]
        if announced:
            said.append(self._apart(announced, marks, among=announced[0] in records))
        return Listing(tuple(said), tuple(marks.citations), columns(records[0].kind, self._language), rows)

    def one(self, record: Record, wants: str) -> Listing:
        """One event: what it is, when and where; first what is asked for."""
        marks = Marks(self._documents)
        (row,) = self._gated((self._rows.row(record, marks),), marks)
        title, when, where = row.cells[:3]
        beside = {"date": (when, title, where), "place": (where, title, when)}.get(wants, (title, when, where))
        first, *rest = filter(None, beside)
        lead = f"{first} ({'; '.join(rest)})" if rest else first
        return Listing(
            (Statement(lead, row.citations),), tuple(marks.citations), columns("event", self._language), (row,)
        )

    def none_ahead(self, latest: Record, today: date) -> Listing:
        """That nothing is on record that is still to come, and what was the last."""
        marks = Marks(self._documents)
        rows = self._gated((self._rows.row(latest, marks),), marks)
        text = none_ahead(_dated(rows[0], "event"), today.isoformat(), self._language)
        return Listing((), tuple(marks.citations), absent=text)

    def name_of(self, thing: Entity) -> str:
        """A thing in the language of the question, where a document gives its name there."""
        return spoken(thing.names[0], self._register.names, self._language).text

    def total(self, added: Sum) -> Listing:
        """How many people came to some events together, each with its number, and those that have none."""
        marks = Marks(self._documents)
        rows = tuple(self._attended(addend, marks) for addend in added.addends)
        said = [Statement(added_up(added.total, len(rows), self._language), cited_by(rows))]
        said += [self._untold(added.unknown, marks)] if added.unknown else []
        return Listing(tuple(said), tuple(marks.citations), columns("sum", self._language), rows)

    def _attended(self, addend: Addend, marks: Marks) -> Row:
        """An event with the number of people that came."""
        cells, facts = self._rows.cells(addend.record)
        numbered = [*(fact for fact in facts if fact is not addend.fact), addend.fact]
        return Row((cells[0], cells[1], addend.fact.fields.get("participants") or ""), marks.of(numbered))

    def _untold(self, records: Sequence[Record], marks: Marks) -> Statement:
        """That no document gives a number for some events: the latest few."""
        rows = tuple(self._rows.row(record, marks) for record in records[-_APART:])
        shown = "; ".join(_dated(row, "event") for row in self._gated(rows, marks))
        return Statement(no_number(shown, self._language, more=len(records) > len(rows)), cited_by(rows))

    def money(self, purse: Purse) -> Listing:
        """How much money was given, each amount that was added, and those that were not, with the reason."""
        marks = Marks(self._documents)
        rows = tuple(self._rows.row(gift.record, marks) for gift in purse.added)
        said = [Statement(self._in_all(purse), cited_by(rows))]
        said += [self._left_out(why, records, marks) for why, records in purse.left.items()]
        return Listing(tuple(said), tuple(marks.citations), columns("figure", self._language), rows)

    def money_compared(self, sides: Sequence[tuple[str, Purse | None]]) -> Listing:
        """How much money each side gave; the amounts that were added."""
        marks = Marks(self._documents)
        purses = [(label, purse) for label, purse in sides if purse is not None]
        purses.sort(key=lambda side: -max(total for total, _ in side[1].totals))
        rows = tuple(self._rows.row(gift.record, marks) for _, purse in purses for gift in purse.added)
        alike = len({purse.stage for _, purse in purses}) == 1  # what was received is told from what was only pledged
        told = ((label, self._totals(purse) if alike else self._in_all(purse).rstrip(".")) for label, purse in purses)
        said = [Statement("; ".join(f"{label}: {total}" for label, total in told), cited_by(rows))]
        said += [self._left_out(why, left, marks) for _, purse in purses for why, left in purse.left.items()]
        return Listing(tuple(said), tuple(marks.citations), columns("figure", self._language), rows)

    def people_compared(self, sides: Sequence[tuple[str, Sum | None]]) -> Listing:
        """How many people came to what each side names, the most first."""
        marks = Marks(self._documents)
        sums = sorted(((label, added) for label, added in sides if added is not None), key=lambda side: -side[1].total)
        rows = tuple(self._attended(addend, marks) for _, added in sums for addend in added.addends)
        lead = "; ".join(f"{label}: {added.total}" for label, added in sums)
        said = [Statement(lead, cited_by(rows))]
        said += [self._untold(added.unknown, marks) for _, added in sums if added.unknown]
        return Listing(tuple(said), tuple(marks.citations), columns("sum", self._language), rows)

    def _in_all(self, purse: Purse) -> str:
        return given(self._totals(purse), len(purse.added), purse.stage, self._language)

    def _totals(self, purse: Purse) -> str:
        return " + ".join(amount(total, unit, self._language) for total, unit in purse.totals)

    def _left_out(self, why: str, records: Sequence[Record], marks: Marks) -> Statement:
        rows = tuple(self._rows.row(record, marks) for record in records)
        shown = "; ".join(", ".join(filter(None, (row.cells[0], row.cells[2], row.cells[4]))) for row in rows)
        return Statement(not_added(shown, why, self._language), cited_by(rows))

    def comparison(self, sides: Sequence[tuple[str, Sequence[Record]]]) -> Listing:
        """How many there are on each side, the most first, and all of them."""
        marks = Marks(self._documents)
        ordered = sorted(sides, key=lambda side: -len(side[1]))
        records = {id(record): record for _, found in ordered for record in found}.values()
        rows = tuple(self._rows.row(record, marks) for record in records)
        lead = "; ".join(f"{label}: {len(found)}" for label, found in ordered)
        kind = next(iter(records)).kind
        return Listing((Statement(lead, cited_by(rows)),), tuple(marks.citations), columns(kind, self._language), rows)

    def _gated(self, rows: tuple[Row, ...], marks: Marks) -> tuple[Row, ...]:
        """Rows of events without what the words cited for them do not say."""
        table = Table(columns("event", self._language), rows, 0, 0, complete=True)
        return bound_rows(table, marks.citations, frame(self._language, len(rows))).rows

    def _apart(self, records: Sequence[Record], marks: Marks, *, among: bool) -> Statement:
        """That events were only announced, and which: the latest few."""
        rows = tuple(self._rows.row(record, marks) for record in records[-_APART:])
        shown = "; ".join(_dated(row, "event") for row in self._gated(rows, marks))
        return Statement(
            only_announced(shown, self._language, among=among, more=len(records) > len(rows)), cited_by(rows)
        )

    def date(self, record: Record) -> Listing:
        """When something takes place now, in the words that say so."""
        marks = Marks(self._documents)
        saying = [f for f in record.facts if (f.fields.get("start_date") or "") == record.start]
        saying = [f for f in saying if names_day(f, record.start or "")] or saying
        fact = next((f for f in saying if f.fields.get("former_date")), saying[0] if saying else record.facts[0])
        said = cell_date(record.start, record.end, self._language)
        return Listing(
            (Statement(said, marks.of([fact])), Statement(fact.quote, marks.of([fact]))),
            tuple(marks.citations),
            verdict=self._by_a_model(marks),
        )

    def taken_place(self, asked: TakenPlace) -> Listing:
        """Whether an event took place when asked, with the day it did or will, and the words that say so."""
        record = asked.record
        if asked.held is None:
            marks = Marks(self._documents)
            marks.of(record.facts[:1])
            shown = _dated(self._rows.row(record, marks), record.kind)
            text = self._or_proposed(only_announced(shown, self._language, among=False), marks)
            return Listing((), tuple(marks.citations), absent=text)
        off = [fact for fact in record.facts if fact.fields.get("state") == "cancelled"]
        told = self.said(off[-1]) if record.state == "cancelled" and off else self.date(record)
        return replace(
            told, verdict="; ".join(filter(None, (verdict(asked.held, self._language), told.verdict.lower())))
        )

    def said(self, fact: Fact) -> Listing:
        """The words of a fact and nothing else."""
        marks = Marks(self._documents)
        said = (Statement(fact.quote, marks.of([fact])),)
        return Listing(said, tuple(marks.citations), verdict=self._by_a_model(marks))

    def term(self, finding: Finding) -> Listing:
        """A day of an agreement, in the words that give it, and whether it still holds."""
        marks = Marks(self._documents)
        facts = [finding.fact]
        if finding.holds is False:
            ended = [fact for fact in finding.record.facts if fact.fields.get("state") in ("expired", "replaced")]
            facts += [fact for fact in ended if fact is not finding.fact][:1]
        day = Statement(cell_date(finding.day, None, self._language), marks.of(facts[:1]))
        said = tuple(Statement(fact.quote, marks.of([fact])) for fact in facts)
        by = self._by_a_model(marks)
        if finding.holds is not None:
            by = "; ".join(filter(None, (verdict(finding.holds, self._language), by.lower())))
        return Listing((day, *said), tuple(marks.citations), verdict=by)

    def no_such(self, sort: str, found: Record) -> Listing:
        """That there is no agreement of a sort with a partner, but one of another sort."""
        marks = Marks(self._documents)
        marks.of(found.facts[:1])
        text = self._or_proposed(no_such(sort, found.sort, found.start or "", self._language), marks)
        return Listing((), tuple(marks.citations), absent=text)

    def none(self, found: Unmet, considered: int, unread: int) -> Listing:
        """That nothing is within the limits of the question, and what there is without one of them."""
        marks = Marks(self._documents)
        limits = "; ".join(limit.words for limit in found.limits)
        text = none_found(limits, considered, unread, self._language)
        if found.lifted is not None:
            rows = [self._rows.row(record, marks) for record in found.near[-_NEAR:]]
            shown = "; ".join(f"{_dated(row, found.near[0].kind)} [{row.citations[0]}]" for row in rows)
            if len(found.near) > len(rows):
                shown = f"{counted(len(found.near), self._language, named=False)} {shown}"
            only = all(record.kind == "event" and record.state in ANNOUNCED for record in found.near)
            told = (
                only_announced(shown, self._language, among=False)
                if only and found.lifted.field == "time"
                else without_limit(found.lifted.words, shown, self._language)
            )
            text = f"{text} {told}"
        return Listing((), tuple(marks.citations), absent=text)

    def former_name(self, fact: Fact) -> Listing:
        """What an organisation was called before, in the words that say so."""
        marks = Marks(self._documents)
        short = fact.fields.get("other_abbreviation") or ""
        named = f"{fact.fields.get('other_name')} ({short})" if short else fact.fields.get("other_name") or ""
        said = (Statement(named, marks.of([fact])), Statement(fact.quote, marks.of([fact])))
        return Listing(said, tuple(marks.citations), verdict=self._by_a_model(marks))

    def succession(self, found: Sequence[Holder]) -> Listing:
        """Everybody who held an office, in order."""
        marks = Marks(self._documents)
        rows = []
        for holder in found:
            told = next((fact for fact in holder.facts if fact.language == self._language), holder.facts[0])
            dates = (cell_date(day, None, self._language) for day in (holder.since, holder.until))
            role = (told.fields.get("role") or "", told.fields.get("organisation") or "")
            naming = holder.person.telling(self._language)
            since = next((fact for fact in holder.facts if holder.since in fact.fields.values()), told)
            facts = [fact for fact in (told, naming, since, holder.left) if fact is not None]
            name = holder.person.name(self._language)
            name = f"{name} ({proposed(self._language)})" if are_proposed(holder.facts) else name
            cells = (name, *(_standing(cell, facts) for cell in role), *dates)
            rows.append(Row(cells, marks.of(facts)))
        lead = Statement("; ".join(row.cells[0] for row in rows), cited_by(rows))
        return Listing((lead,), tuple(marks.citations), columns("person", self._language), tuple(rows))

    def incumbent(self, holder: Holder, fact: Fact) -> Listing:
        """Who holds an office, in the words of the latest document that says so, in the question's language if one does."""
        same = [f for f in holder.facts if f.language == self._language and f.fields.get("state") == "current"]
        if fact.language != self._language and same:
            fact = same[-1]
        marks = Marks(self._documents)
        name = " ".join(filter(None, (fact.fields.get("honorific"), fact.fields.get("name"))))
        said = [Statement(name, marks.of([fact])), Statement(fact.quote, marks.of([fact]))]
        return Listing(tuple(said), tuple(marks.citations), verdict=self._by_a_model(marks))

    def identity(self, roles: Sequence[Fact]) -> Listing:
        """Who somebody is: the latest office they are named in, and the words that name it and those before, the latest first."""
        marks = Marks(self._documents)
        latest = roles[0]
        said = [Statement(office_in(latest), marks.of([latest]))]
        quotes = {fact.quote: fact for fact in roles[:_OFFICES]}
        said += [Statement(quote, marks.of([fact])) for quote, fact in quotes.items()]
        return Listing(tuple(one for one in said if one.text), tuple(marks.citations), verdict=self._by_a_model(marks))

    def _or_proposed(self, text: str, marks: Marks) -> str:
        """A sentence, with the remark that a language model proposed everything cited for it, if one did."""
        return f"{text} ({proposed(self._language)})" if marks.are_proposed else text

    def _by_a_model(self, marks: Marks) -> str:
        """That a language model proposed everything cited, as the beginning of an answer; empty where it did not."""
        return proposed(self._language).capitalize() if marks.are_proposed else ""


def _standing(value: str, facts: Sequence[Fact]) -> str:
    """A value, if the words cited hold it."""
    return value if stands_in(value, *(fact.quote for fact in facts)) else ""


def names_day(fact: Fact, day: str) -> bool:
    """Whether the words of a fact hold the number of a day; true where no more than a month is known."""
    return len(day) < _WHOLE_DAY or int(day[8:]) in {int(number) for number in re.findall(r"\d{1,2}(?!\d)", fact.quote)}


def _short(row: Row, kind: str, form: str, wants: str) -> str:
    """A row in the sentence above the table: what it is, or when, and where if that was asked."""
    if kind != "event":
        return row.cells[0]
    title, when, where = row.cells[:3]
    if form == "dates" or (wants == "date" and when):
        return when
    return f"{title} ({where})" if wants == "place" and where else title


def _dated(row: Row, kind: str) -> str:
    """A row in a few words: what it is and when."""
    when = row.cells[2] if kind == "agreement" else row.cells[1]
    return f"{row.cells[0]} ({when})" if when else row.cells[0]


def cited_by(rows: Sequence[Row]) -> tuple[int, ...]:
    """The numbers of the citations of some rows."""
    return tuple(dict.fromkeys(number for row in rows for number in row.citations))
