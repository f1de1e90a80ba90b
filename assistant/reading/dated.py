"""Whether a text speaks of the time a question asks about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from vectorstore import WrittenDate, find_dates, fold

_SAME_YEAR = 0.4
"""What a date of the right year is worth where a month or a day is asked about."""


_TOOK_PLACE = re.compile(
    r"\b(?:was|were|did|had|has been|have been|cost|amounted|came to)\b"
    r"|\b(?:etait|etaient|fut|furent|avait|avaient|a ete|ont ete|a coute|ont coute|s'est eleve\w*|se sont eleve\w*)\b"
    r"|\bو?(?:بلغ|بلغت|كان|كانت|تم|تمت|انفق|انفقت|كلف|كلفت)\b"
)
_TO_COME = re.compile(
    r"\b(?:will|shall|next|coming|forthcoming|planned|prochaine?|suivante?|a venir|prevue?s?|sera|seront)\b|(?:القادم|المقبل|المزمع|المقرر)ه?\b"
)


def only_before(asked: Sequence[WrittenDate], text: str, document: str | None) -> bool:
    """Whether a sentence says what had been when its document was written, before every year that is asked about.

    Years that stand around it are then none of its own: "the course of 2024 cost 900 euros", in minutes that also plan for 2025.

    Args:
        asked: Dates with a year.
        text: The sentence.
        document: The day of its document, as ISO writes it; None where that is not known.
    """
    if not asked or not document or any(one.year is None or one.year <= int(document[:4]) for one in asked):
        return False
    folded = fold(text)
    return bool(_TOOK_PLACE.search(folded)) and not _TO_COME.search(folded)


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
