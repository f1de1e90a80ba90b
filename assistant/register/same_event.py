"""Tells whether two records are of one event: by its days, its title, its number in a series and its place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from assistant.gate import ranks
from assistant.register.likeness import alike, mean_alike, sounds, stems
from assistant.register.period import first_day, last_day
from assistant.register.record import Record

_DAY = len("2024-05-29")
_PUT_OFF = 100
"""Days that an event is put off by, at most, where no document names both of its days."""
_TELLING = 2
"""Words that two titles must have each, besides their sort, to be told apart by them."""
ANY_SORT = "other"
"""An activity that no word says the sort of: it may be an event of any."""
_SORTS = (
    "course",
    "workshop",
    "webinar",
    "meeting",
    "session",
    "forum",
    "conference",
    "visit",
    "study_visit",
    "exercise",
)


def sorts_beside(record: Record) -> Iterator[str]:
    """The sorts that a record is compared with."""
    yield record.sort
    if record.kind == "event" and record.sort == ANY_SORT:
        yield from _SORTS


def same_event(one: Record, other: Record) -> bool:
    """The same days, or a title in common where one has no day of its own or a new one."""
    numbers, others = _ranks(one.field("title")), _ranks(other.field("title"))
    if numbers and others and not numbers & others:
        return False
    titles = _titled_alike(one, other)
    if not one.start or not other.start or "mentioned" in (one.state, other.state):
        return titles
    if not overlap(one, other):
        return _moved(one, other) or (titles and _put_off(one, other))
    if len(one.start) == len(other.start) == _DAY:
        return titles or not _told_apart(one, other)
    across = one.facts[0].language != other.facts[0].language
    numbered = bool(numbers & others) and (across or _there_too(one, other))
    return (titles and not _elsewhere(one, other)) or numbered or _untold(one, other)


def _titled_alike(one: Record, other: Record) -> bool:
    mine, theirs = one.field("title"), other.field("title")
    if one.facts[0].language == other.facts[0].language:
        return alike(mine, theirs)
    return alike(mine, theirs) or mean_alike(mine, theirs)


def overlap(one: Record, other: Record) -> bool:
    """Whether both can have been on one day."""
    begins, ends = first_day(one.start or ""), last_day(one.end or one.start or "")
    return begins <= last_day(other.end or other.start or "") and first_day(other.start or "") <= ends


def _told_apart(one: Record, other: Record) -> bool:
    """Whether two events of the same days have titles and places that have nothing in common."""
    if one.facts[0].language != other.facts[0].language or not _elsewhere(one, other):
        return False
    mine, theirs = set(stems(one.field("title"))), set(stems(other.field("title")))
    return min(len(mine), len(theirs)) > _TELLING and not alike(one.field("title"), other.field("title"))


def _elsewhere(one: Record, other: Record) -> bool:
    """Whether two events took place in towns of different names."""
    mine, theirs = one.field("venue"), other.field("venue")
    return bool(mine and theirs) and set(sounds(mine)).isdisjoint(sounds(theirs))


def _there_too(one: Record, other: Record) -> bool:
    """Whether both are said to take place in a town of the same name."""
    return not set(sounds(one.field("venue"))).isdisjoint(sounds(other.field("venue")))


def _untold(one: Record, other: Record) -> bool:
    """Whether they are in the same town, and one has no name but that of its sort and town: `the training in Lima`."""
    if not _there_too(one, other):
        return False
    said = [set(stems(record.field("title"))) - set(stems(record.field("venue"))) for record in (one, other)]
    return min(map(len, said)) <= 1


def _moved(one: Record, other: Record) -> bool:
    """Whether one gives the other's day as its former date; a month or a year, only under a title like it."""
    former = {value for record in (one, other) for fact in record.facts if (value := fact.fields.get("former_date"))}
    same = former & {one.start, other.start}
    return any(len(day) == _DAY for day in same) or bool(same and alike(one.field("title"), other.field("title")))


def _put_off(one: Record, other: Record) -> bool:
    """Whether an event was put off before, so that another day soon after is a newer one of it."""
    telling = min(len(stems(record.field("title"))) for record in (one, other)) > _TELLING
    if not telling or _elsewhere(one, other) or not any(record.state == "postponed" for record in (one, other)):
        return False
    days = [date.fromisoformat(first_day(record.start or "")) for record in (one, other)]
    return abs((days[0] - days[1]).days) <= _PUT_OFF


@lru_cache(maxsize=100_000)
def _ranks(title: str) -> frozenset[int]:
    return ranks(title)
