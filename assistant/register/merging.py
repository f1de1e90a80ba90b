"""Tells whether two records are of one thing, however it is named, and joins those that are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.register.likeness import alike, mean_alike, stems
from assistant.register.marks import Mark, Marks, number_of
from assistant.register.names import Entity, Names
from assistant.register.people import same_name
from assistant.register.record import Record
from assistant.register.same_event import overlap, same_event
from vectorstore import Fact, fold

_DAY, _MONTH = len("2024-05-29"), len("2024-05")
_STATES = (
    *("", "mentioned", "tentative", "planned", "postponed", "cancelled", "held"),
    *("unsigned", "signed", "expired", "renewed", "replaced", "current", "appointed", "former", "left"),
    *("preliminary", "final", "open", "late", "done"),
)
"""What is said of a thing in the end wins over what was said at first."""
_UNSIGNED = frozenset(["planned", "unsigned"])


class Merger:
    """Tells whether two records are of one thing, however it is named."""

    def __init__(self, names: Names, own: Entity | None) -> None:
        self._names = names
        self._own = own
        self._named: dict[str, frozenset[Entity]] = {}
        self._things_named: dict[str, object] = {}

    def merged(self, told: Sequence[Record]) -> list[Record]:
        """The records with those of one thing joined; the first of a thing leads."""
        joined, new = self._pass(told, range(len(told)))
        while len(joined) < len(told):  # what two joined records know together may show that a third is the same
            told = joined
            joined, new = self._pass(told, new)
        return joined

    def _pass(self, told: Sequence[Record], new: Collection[int]) -> tuple[list[Record], set[int]]:
        """The records joined as they stand, and the places of those that are joined.

        Args:
            told: Records.
            new: Places of those that were not yet compared with the others as they are now.
        """
        kept: list[Record] = []
        by_mark: dict[Mark, list[int]] = {}
        marks = Marks(told)
        joined: set[int] = set()
        compared: set[int] = set()
        """Places kept that were compared with whatever is not new."""
        for number, record in enumerate(told):
            near = {place for mark in marks.sought(record) for place in by_mark.get(mark, ())}
            if number not in new:
                near -= compared
            place = next((place for place in sorted(near) if self._same(kept[place], record)), None)
            if place is None:
                place = len(kept)
                kept.append(record)
                compared.update([] if number in new else [place])
            else:
                kept[place] = _joined(kept[place], record)
                joined.add(place)
                compared.discard(place)
            for mark in marks.kept(record):
                places = by_mark.setdefault(mark, [])
                if not places or places[-1] != place:
                    places.append(place)
        return kept, joined

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
        """With the same partner, signed on days that agree; where one does not say when, ending on the same."""
        if one.start and other.start and not _agree(one.start, other.start):
            return False  # most of what is compared; whom it is with takes longer to tell
        if _told_without_parties(one, other):
            return True
        mine, theirs = self._partners(one), self._partners(other)
        same_day = one.start == other.start and len(one.start or "") == _DAY
        if _same_deed(one, other):
            return True
        if mine and theirs and not mine & theirs:
            return same_day and one.facts[0].language != other.facts[0].language
        if one.start and other.start:
            return _agree(one.start, other.start) if mine and theirs else same_day
        if (one.state in _UNSIGNED) != (other.state in _UNSIGNED):
            return False
        ends = {until for record in (one, other) for until in [record.field("valid_until")]}
        return len(ends) == 1 and "" not in ends

    def _partners(self, record: Record) -> frozenset[object]:
        """Who it is agreed with: the parties or, where none are said, the organisations that its words name."""
        parties = self._things(record, "parties") - {self._own}
        if parties:
            return parties
        return frozenset(body for fact in record.facts for body in self._bodies(fact.quote)) - {self._own}

    def _bodies(self, quote: str) -> frozenset[Entity]:
        """The organisations that some words name."""
        if quote not in self._named:
            named = self._names.within(quote)
            self._named[quote] = frozenset(t for t in named if any(fact.kind == "organisation" for fact in t.because))
        return self._named[quote]

    def _same_contribution(self, one: Record, other: Record) -> bool:
        """As much money from the same giver, and not to two receivers."""
        if number_of(one) != number_of(other) or not self._things(one, "by") & self._things(other, "by"):
            return False
        mine, theirs = self._things(one, "to"), self._things(other, "to")
        return not mine or not theirs or bool(mine & theirs)

    def _things(self, record: Record, field: str) -> frozenset[object]:
        """Who or what a field names, each as the thing it is where the archive knows its names."""
        said = [part for fact in record.facts for part in (fact.fields.get(field) or "").split("; ") if part]
        return frozenset(self._thing(part) for part in said)

    def _thing(self, name: str) -> object:
        if name not in self._things_named:
            within = (thing for thing in self._names.within(name) if not self._names.is_place(thing))
            self._things_named[name] = self._names.of(name) or next(within, fold(name))
        return self._things_named[name]


def _told_without_parties(one: Record, other: Record) -> bool:
    """Whether one is only told by its sort and a month in which the other was signed, and not who signed it."""
    rough, exact = sorted((one, other), key=lambda record: len(record.start or ""))
    in_month = len(rough.start or "") == _MONTH and len(exact.start or "") == _DAY
    unnamed = all(_may_be(_parties(exact), party) for party in _parties(rough))
    return in_month and unnamed and bool(exact.field("parties")) and one.sort == other.sort


def _parties(record: Record) -> set[str]:
    """Every party that a document gives of an agreement."""
    said = (fact.fields.get("parties") or "" for fact in record.facts if fact.kind == "agreement")
    return {part for parties in said for part in parties.split("; ") if part}


def _may_be(named: Collection[str], party: str) -> bool:
    """Whether a party is among some or is called by no more than the noun of one: الوكالة, of وكالة التضامن."""
    noun = party.removeprefix("ال")
    return party in named or (noun != party and " " not in party and any(one.split()[0] == noun for one in named))


def _same_deed(one: Record, other: Record) -> bool:
    """Whether one document under one title tells of both, and no more than one of them gives a day of signature."""
    titles = {record.field("title") for record in (one, other)}
    where = {fact.document for fact in one.facts} & {fact.document for fact in other.facts}
    return len(titles) == 1 and "" not in titles and bool(where) and not (one.start and other.start)


def _joined(first: Record, second: Record) -> Record:
    """One record of both; a date that is said to replace another is the date."""
    facts = (*first.facts, *second.facts)
    dated = _dated(first, second)
    return replace(
        first,
        facts=facts,
        start=dated.start,
        end=_end(dated, first, second),
        state=max(first.state, second.state, key=_lasts),
        terms=first.terms | second.terms,
        sounds=first.sounds | second.sounds,
        things=first.things | second.things,
    )


def _end(dated: Record, first: Record, second: Record) -> str | None:
    """The last day of the record whose day holds; where that tells only the first, the one that another tells by itself."""
    ends = [one.end for one in (first, second) if one.end and not one.start]
    later = dated.start and dated.end == dated.start and ends and ends[0] > dated.start
    return ends[0] if later else dated.end


def _dated(first: Record, second: Record) -> Record:
    """The one of two records whose day holds."""
    if (first.start, first.end) == (second.start, second.end):
        return first
    former = {fact.fields.get("former_date") for fact in (*first.facts, *second.facts)}
    stands = [record for record in (first, second) if record.start and record.start not in former]
    if len(stands) > 1 and first.kind == "event" and not overlap(first, second):
        if first.state == second.state == "held":  # told of on another day than it was held on
            return max(stands, key=lambda record: record.end != record.start)
        return max(stands, key=lambda record: (record.state == "held", record.start))  # put off more than once
    moved = [record for record in stands if any(_moved_to(record.start, fact) for fact in record.facts)]
    holds = max(moved or stands or [first, second], key=lambda record: (len(record.start or ""), bool(record.end)))
    finer = [record for record in stands if (record.start or "").startswith(holds.start or "-")]
    return max([holds, *finer], key=lambda record: len(record.start or ""))


def _lasts(state: str) -> int:
    return _STATES.index(state) if state in _STATES else 0


def _moved_to(day: str | None, fact: Fact) -> bool:
    return bool(fact.fields.get("former_date")) and fact.fields.get("start_date") == day


def _same_person(one: Record, other: Record) -> bool:
    """The same name, in whichever script, in the same role, in whichever language."""
    mine, theirs = one.field("role"), other.field("role")
    across = one.facts[0].language != other.facts[0].language
    roles = not theirs or alike(mine, theirs) or (across and mean_alike(stems(mine), stems(theirs)))
    names = one.field("name"), other.field("name")
    return roles and (alike(*names, 90) or same_name(*names))


def _same_programme(one: Record, other: Record) -> bool:
    mine = {fold(value) for name in ("acronym", "name") if (value := one.field(name))}
    return any(fold(value) in mine for name in ("acronym", "name") if (value := other.field(name)))


def _agree(one: str, other: str) -> bool:
    """Whether two dates can be the same day: one is the month or the year of the other."""
    return one.startswith(other) or other.startswith(one)
