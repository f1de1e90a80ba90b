"""Puts sums and comparisons into an answer: people or money, each addend cited, and what was left out with the reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.register.adding import Addend, Sum
from assistant.register.desk import Desk, cited_by, dated, lasting
from assistant.register.gifts import Purse
from assistant.register.listing import Listing, Marks
from assistant.register.money_words import amount, given, not_added
from assistant.register.record import Record
from assistant.register.sentences import (
    added_up,
    counted,
    no_number,
    no_size,
    none_so_sized,
)
from assistant.register.sizes import Sizes
from assistant.register.wording import columns
from assistant.values import Row, Statement

_APART = 5
"""Events named that were only announced: the latest."""


class SumTeller:
    """Tells what was added up, or set side by side."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def total(self, added: Sum) -> Listing:
        """How many people came to some events together, each with its number, and those that have none."""
        marks = Marks(self._desk.documents)
        rows = tuple(self._attended(addend, marks) for addend in added.addends)
        said = [Statement(added_up(added.total, len(rows), self._desk.language), cited_by(rows))]
        said += [self._untold(added.unknown, marks)] if added.unknown else []
        return Listing(tuple(said), tuple(marks.citations), columns("sum", self._desk.language), rows)

    def money(self, purse: Purse) -> Listing:
        """How much money was given, each amount that was added, and those that were not, with the reason."""
        marks = Marks(self._desk.documents)
        rows = tuple(self._desk.rows.row(gift.record, marks) for gift in purse.added)
        said = [Statement(self._in_all(purse), cited_by(rows))]
        said += [self._left_out(why, records, marks) for why, records in purse.left.items()]
        return Listing(tuple(said), tuple(marks.citations), columns("figure", self._desk.language), rows)

    def money_compared(self, sides: Sequence[tuple[str, Purse | None]]) -> Listing:
        """How much money each side gave; the amounts that were added."""
        marks = Marks(self._desk.documents)
        purses = [(label, purse) for label, purse in sides if purse is not None]
        purses.sort(key=lambda side: -max(total for total, _ in side[1].totals))
        rows = tuple(self._desk.rows.row(gift.record, marks) for _, purse in purses for gift in purse.added)
        alike = len({purse.stage for _, purse in purses}) == 1  # what was received is told from what was only pledged
        told = ((label, self._totals(purse) if alike else self._in_all(purse).rstrip(".")) for label, purse in purses)
        said = [Statement("; ".join(f"{label}: {total}" for label, total in told), cited_by(rows))]
        said += [self._left_out(why, left, marks) for _, purse in purses for why, left in purse.left.items()]
        return Listing(tuple(said), tuple(marks.citations), columns("figure", self._desk.language), rows)

    def people_compared(self, sides: Sequence[tuple[str, Sum | None]]) -> Listing:
        """How many people came to what each side names, the most first."""
        marks = Marks(self._desk.documents)
        sums = sorted(((label, added) for label, added in sides if added is not None), key=lambda side: -side[1].total)
        rows = tuple(self._attended(addend, marks) for _, added in sums for addend in added.addends)
        lead = "; ".join(f"{label}: {added.total}" for label, added in sums)
        said = [Statement(lead, cited_by(rows))]
        said += [self._untold(added.unknown, marks) for _, added in sums if added.unknown]
        return Listing(tuple(said), tuple(marks.citations), columns("sum", self._desk.language), rows)

    def sized(self, sizes: Sizes) -> Listing:
        """What is as large as asked, each with its number or its days, or that nothing is; and that of which nobody tells it."""
        marks, language = Marks(self._desk.documents), self._desk.language
        shown = sizes.met or (sizes.nearest,)
        people, kind = sizes.bound.kind == "people", sizes.nearest.record.kind
        row = self._attended if people else self._lasted
        rows = tuple(row(addend, marks) for addend in shown)
        told = zip(rows, shown, strict=True)
        named = "; ".join(f"{row.cells[0]} ({one.number})" if people else lasting(row, kind) for row, one in told)
        lead = named if sizes.bound.is_best else f"{counted(len(rows), language)} {named}"
        if not sizes.met:
            lead = none_so_sized(sizes.known, named, language, small=sizes.bound.is_small)
        said = [Statement(lead, cited_by(rows))]
        said += [self._untold(sizes.unknown, marks, no_size)] if sizes.unknown else []
        return Listing(tuple(said), tuple(marks.citations), columns("sum" if people else kind, language), rows)

    def comparison(self, sides: Sequence[tuple[str, Sequence[Record]]]) -> Listing:
        """How many there are on each side, the most first, and all of them."""
        marks = Marks(self._desk.documents)
        ordered = sorted(sides, key=lambda side: -len(side[1]))
        records = {id(record): record for _, found in ordered for record in found}.values()
        rows = tuple(self._desk.rows.row(record, marks) for record in records)
        lead = "; ".join(f"{label}: {len(found)}" for label, found in ordered)
        kind = next(iter(records)).kind
        return Listing(
            (Statement(lead, cited_by(rows)),), tuple(marks.citations), columns(kind, self._desk.language), rows
        )

    def _attended(self, addend: Addend, marks: Marks) -> Row:
        """An event with the number of people that came."""
        cells, facts = self._desk.rows.cells(addend.record)
        numbered = [*(fact for fact in facts if fact is not addend.fact), addend.fact]
        return Row((cells[0], cells[1], addend.fact.fields.get("participants") or ""), marks.of(numbered))

    def _lasted(self, addend: Addend, marks: Marks) -> Row:
        """An event with its first and last day."""
        return self._desk.rows.row(addend.record, marks)

    def _untold(self, records: Sequence[Record], marks: Marks, say: Callable[..., str] = no_number) -> Statement:
        """That no document gives a number for some events: the latest few."""
        rows = tuple(self._desk.rows.row(record, marks) for record in records[-_APART:])
        gated = self._desk.gated(rows, marks) if records[0].kind == "event" else rows
        shown = "; ".join(dated(row, records[0].kind) for row in gated)
        return Statement(say(shown, self._desk.language, more=len(records) > len(rows)), cited_by(rows))

    def _in_all(self, purse: Purse) -> str:
        return given(self._totals(purse), len(purse.added), purse.stage, self._desk.language)

    def _totals(self, purse: Purse) -> str:
        return " + ".join(amount(total, unit, self._desk.language) for total, unit in purse.totals)

    def _left_out(self, why: str, records: Sequence[Record], marks: Marks) -> Statement:
        rows = tuple(self._desk.rows.row(record, marks) for record in records)
        shown = "; ".join(
            ", ".join(filter(None, (row.cells[0], row.cells[2] or row.cells[3], row.cells[4]))) for row in rows
        )
        return Statement(not_added(shown, why, self._desk.language), cited_by(rows))
