"""Whether a text speaks of the time a question asks about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vectorstore import WrittenDate, find_dates

_SAME_YEAR = 0.4
"""What a date of the right year is worth where a month or a day is asked about."""


def asked_dates(dates: Iterable[WrittenDate]) -> tuple[WrittenDate, ...]:
    """The dates of a question that say a year."""
    return tuple(date for date in dates if date.year)


def dated(asked: Sequence[WrittenDate], places: Sequence[tuple[Sequence[WrittenDate], float]]) -> float:
    """How far places speak of the dates asked about, 0 to 1; 1 where none is asked about.

    Args:
        asked: Dates with a year.
        places: The dates of each place and what finding one there is worth.
    """
    if not asked:
        return 1.0
    return sum(max((_best(one, dates) * worth for dates, worth in places), default=0.0) for one in asked) / len(asked)


def of_document(iso: str | None, *texts: str | None) -> tuple[WrittenDate, ...]:
    """The dates a document is known by: its own and those of its title and header."""
    return tuple(date for text in (iso, *texts) if text for date in find_dates(text))


def _best(asked: WrittenDate, dates: Sequence[WrittenDate]) -> float:
    return max((_same(asked, date) for date in dates), default=0.0)


def _same(asked: WrittenDate, date: WrittenDate) -> float:
    if date.year is None or asked.year is None:
        return 0.0
    if not date.year <= asked.year <= (date.last_year or date.year):
        return 0.0
    if asked.month is None:
        return 1.0
    if date.month is None:
        return _SAME_YEAR
    if (
        not (date.year, date.month)
        <= (asked.year, asked.month)
        <= (date.last_year or date.year, date.last_month or date.month)
    ):
        return _SAME_YEAR
    if asked.day is None or date.day is None:
        return 1.0
    first = (date.year, date.month, date.day)
    last = (date.last_year or date.year, date.last_month or date.month, date.last_day or date.day)
    return 1.0 if first <= (asked.year, asked.month, asked.day) <= last else _SAME_YEAR
