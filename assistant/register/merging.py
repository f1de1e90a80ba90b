"""Tells whether two records are of one thing, however it is named, and joins those that are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.register.likeness import alike, stems
from assistant.register.names import Names
from assistant.register.record import Record
from assistant.register.same_event import overlap, same_event, sorts_beside
from vectorstore import Fact, fold

_DAY = len("2024-05-29")
_MONTH = len("2024-05")
_DATES = ("start_date", "end_date", "former_date", "signed_date", "valid_until")
_NAMED = ("title", "name", "acronym")
Mark = tuple[object, ...]
_STATES = (
    *("", "mentioned", "tentative", "planned", "postponed", "cancelled", "held"),
    *("unsigned", "signed", "expired", "renewed", "replaced", "current", "appointed", "former", "left"),
    *("preliminary", "final", "open", "late", "done"),
)
"""What is said of a thing in the end wins over what was said at first."""
_UNSIGNED = frozenset(["planned", "unsigned"])


class Merger:
    """Tells whether two records are of one thing, however it is named."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._things_named: dict[str, object] = {}

    def merged(self, told: Sequence[Record]) -> list[Record]:
        """The records with those of one thing joined; the first of a thing leads."""
        joined = self._pass(told)
        while len(joined) < len(told):  # what two joined records know together may show that a third is the same
            told, joined = joined, self._pass(joined)
        return joined

    def _pass(self, told: Iterable[Record]) -> list[Record]:
        kept: list[Record] = []
        by_mark: dict[Mark, list[int]] = {}
        for record in told:
            marks = list(_marks(record))
            near = sorted({place for mark in marks for place in by_mark.get(mark, ())})
            place = next((place for place in near if self._same(kept[place], record)), None)
            if place is None:
                place = len(kept)
                kept.append(record)
            else:
                kept[place] = _joined(kept[place], record)
            for mark in marks:
                places = by_mark.setdefault(mark, [])
                if place not in places:
                    places.append(place)
        return kept

    def _same(self, one: Record, other: Record) -> bool:
        match one.kind:
            case "event":
                return same_event(one, other)
            case "agreement":
                return self._same_agreement(one, other)
            case "person":
                return _same_person(one, other)
            case "programme":
                return _same_programme(one, other)
            case "figure" if one.sort == "contribution":
                return self._same_contribution(one, other)
            case _:
                return dict(one.facts[0].fields) == dict(other.facts[0].fields)

    def _same_agreement(self, one: Record, other: Record) -> bool:
        """Signed on days that agree or, where one does not say when, ending on the same; and no two parties that differ."""
        mine, theirs = self._things(one, "parties"), self._things(other, "parties")
        if mine and theirs and not mine & theirs:
            alike = one.start == other.start and len(one.start or "") == _DAY
            return alike and one.facts[0].language != other.facts[0].language
        if one.start and other.start:
            return _agree(one.start, other.start)
        if (one.state in _UNSIGNED) != (other.state in _UNSIGNED):
            return False
        ends = {until for record in (one, other) for until in [record.field("valid_until")]}
        return len(ends) == 1 and "" not in ends

    def _same_contribution(self, one: Record, other: Record) -> bool:
        """As much money from the same giver, and not to two receivers."""
        if _number(one) != _number(other) or not self._things(one, "by") & self._things(other, "by"):
            return False
        mine, theirs = self._things(one, "to"), self._things(other, "to")
        return not mine or not theirs or bool(mine & theirs)

    def _things(self, record: Record, field: str) -> frozenset[object]:
        """Who or what a field names, each as the thing it is where the archive knows its names."""
        said = [part for fact in record.facts for part in (fact.fields.get(field) or "").split("; ") if part]
        return frozenset(self._thing(part) for part in said)

    def _thing(self, name: str) -> object:
        if name not in self._things_named:
            self._things_named[name] = self._names.of(name) or next(self._names.within(name), fold(name))
        return self._things_named[name]


def _marks(record: Record) -> Iterator[Mark]:
    """What records of one thing have at least one of in common; only those are compared."""
    if record.kind not in ("event", "agreement", "person", "programme") and record.sort != "contribution":
        yield (record.kind, record.sort, *sorted((k, v) for k, v in record.facts[0].fields.items() if v))
        return
    said: set[str] = set()
    for fact in record.facts:
        said.update(day[:_MONTH] for name in _DATES if (day := fact.fields.get(name)))
        said.update(term for name in _NAMED for term in stems(fact.fields.get(name) or ""))
        said.update([_number(record)] if record.sort == "contribution" else [])
    for word in said:
        for sort in sorts_beside(record):
            yield record.kind, sort, word


def _joined(first: Record, second: Record) -> Record:
    """One record of both; a date that is said to replace another is the date."""
    facts = (*first.facts, *second.facts)
    dated = _dated(first, second)
    return replace(
        first,
        facts=facts,
        start=dated.start,
        end=dated.end,
        state=max(first.state, second.state, key=_lasts),
        terms=first.terms | second.terms,
        sounds=first.sounds | second.sounds,
        things=first.things | second.things,
    )


def _dated(first: Record, second: Record) -> Record:
    """The one of two records whose day holds."""
    former = {fact.fields.get("former_date") for fact in (*first.facts, *second.facts)}
    stands = [record for record in (first, second) if record.start and record.start not in former]
    if len(stands) > 1 and first.kind == "event" and not overlap(first, second):
        if first.state == second.state == "held":  # told of on another day than it was held on
            return max(stands, key=lambda record: record.end != record.start)
        return max(stands, key=lambda record: (record.state == "held", record.start))  # put off more than once
    moved = [record for record in stands if any(_moved_to(record.start, fact) for fact in record.facts)]
    return max(moved or stands or [first, second], key=lambda record: len(record.start or ""))


def _lasts(state: str) -> int:
    return _STATES.index(state) if state in _STATES else 0


def _moved_to(day: str | None, fact: Fact) -> bool:
    return bool(fact.fields.get("former_date")) and fact.fields.get("start_date") == day


def _same_person(one: Record, other: Record) -> bool:
    """The same name in the same role."""
    roles = alike(one.field("role"), other.field("role")) or not other.field("role")
    return roles and alike(one.field("name"), other.field("name"), 90)


def _same_programme(one: Record, other: Record) -> bool:
    mine = {fold(value) for name in ("acronym", "name") if (value := one.field(name))}
    return any(fold(value) in mine for name in ("acronym", "name") if (value := other.field(name)))


def _agree(one: str, other: str) -> bool:
    """Whether two dates can be the same day: one is the month or the year of the other."""
    return one.startswith(other) or other.startswith(one)


def _number(record: Record) -> str:
    return "".join(letter for letter in record.field("quantity") if letter.isdigit())
