"""Dates compared by their days, however they are written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from assistant.concepts import same_concept
from vectorstore import WrittenDate, find_dates, terms

Day = tuple[int | None, int | None, int | None]
"""Year, month and day, as far as they are known."""


def of_day(found: WrittenDate) -> tuple[int | None, ...]:
    """A date or range by its days."""
    return (*_first(found), *_last(found))


def days_given(source: str) -> set[tuple[int | None, ...]]:
    """The dates and ranges that a source gives, by their days; one without a year has any year that the source gives.

    Of what is moved from one day to another both are given, though they are written as the first and last day of a range are.
    """
    written = [*find_dates(source), *(day for found in find_dates(source) for day in moved_between(found, source))]
    years = {year for found in written for year in (found.year, found.last_year) if year}
    given = {of_day(found) for found in written}
    for found in written:
        if found.year is None:
            given.update(of_day(replace(found, year=year, last_year=found.last_month and year)) for year in years)
    return given


def is_given(found: WrittenDate, days: Collection[tuple[int | None, ...]]) -> bool:
    """Whether a date is among some days, or a range by its first and its last one as days of their own."""
    single = (None, None, None)
    ends = ((*_first(found), *single), (*_last(found), *single))
    return of_day(found) in days or (bool(found.last_day) and all(end in days for end in ends))


def moved_between(found: WrittenDate, source: str) -> tuple[WrittenDate, ...]:
    """The old and the new day, where a source writes `moved from 4 to 18 May`; none where it speaks of no such thing."""
    if not found.last_day or not _moves() & set(terms(source)):
        return ()
    last = replace(found, year=found.last_year, month=found.last_month, day=found.last_day)
    return tuple(replace(one, last_year=None, last_month=None, last_day=None) for one in (found, last))


def unsaid_date(said: str, source: str) -> str | None:
    """A date in what is said that the source does not give, as it is written there; None if there is none.

    A coarser date is given (May 2024 by 29 May 2024); a range by the same range or by its two ends as dates of their own.
    One end of a range alone is given only where the sentence speaks of a beginning or an end.
    """
    written = find_dates(source)
    years = {found.year for found in written} | {found.last_year for found in written}
    single = set(_views((_first(found) for found in written if not found.last_day), years))
    ranges = [(set(_views([_first(f)], years)), set(_views([_last(f)], years))) for f in written if f.last_day]
    ends = set().union(*(first | last for first, last in ranges))
    if _moves() & set(terms(source)):
        single |= ends
    if not _bounds() & set(terms(said)):
        ends = {day for day in ends if day[2] is None}
    for found in find_dates(said):
        first, last = _first(found), _last(found)
        if not found.last_day:
            given = first in single | ends
        else:
            given = {first, last} <= single or any(first in one and last in other for one, other in ranges)
        if not given:
            return said[found.start : found.end]
    return None


def without_dates(text: str) -> str:
    """A text with its dates blanked out."""
    for found in reversed(find_dates(text)):
        text = f"{text[: found.start]} ; {text[found.end :]}"
    return text


@lru_cache(maxsize=1)
def _moves() -> frozenset[str]:
    """Stems of words for putting something off."""
    return frozenset(["postpon", *same_concept("postpon")])


@lru_cache(maxsize=1)
def _bounds() -> frozenset[str]:
    """Stems of words for a beginning or an end."""
    return frozenset({"begin", "end", "open"}.union(*map(same_concept, ("begin", "end", "open"))))


def _views(days: Iterable[Day], years: set[int | None]) -> Iterator[Day]:
    """Every way to give a date with less, or with a year that the source gives elsewhere."""
    for year, month, day in days:
        for known in {year} if year else years | {None}:
            yield known, month, day
            yield None, month, day
            yield known, month, None
            yield known, None, None


def _first(found: WrittenDate) -> Day:
    return found.year, found.month, found.day


def _last(found: WrittenDate) -> Day:
    return found.last_year, found.last_month, found.last_day
