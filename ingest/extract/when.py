"""Dates in a line, completed by the date of the document where the text leaves out the year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from vectorstore import WrittenDate, find_dates, month_number

Direction = Literal["past", "future"]

_BARE_MONTH = re.compile(
    r"(?<!\w)(?:in|of|since|by|early|late|en|depuis|fin|debut|في|منذ|خلال شهر|شهر)\s+(?P<month>[^\W\d_]{3,9})(?!\w)(?!\.?,?\s+(?:de\s+)?\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class When:
    """A date at `text[start:end]` of a line; `last` is set for a range."""

    start: int
    end: int
    first: str
    last: str | None
    precision: int
    """3 a day, 2 a month, 1 a year."""


@lru_cache(maxsize=4096)
def find_when(text: str, document_date: str | None, direction: Direction | None = None) -> tuple[When, ...]:
    """Every date and range of a line, in order; those without a year only where the document has a date.

    Args:
        text: Of the line.
        document_date: ISO, of the document.
        direction: Whether the line speaks of what was or what will be, which decides between two years.
    """
    dated = find_dates(text)
    months = [m for m in _bare_months(text) if not any(d.start <= m.start < d.end for d in dated)]
    written = [*dated, *months]
    found = [_complete(date, document_date, direction) for date in sorted(written, key=lambda date: date.start)]
    return tuple(when for when in found if when is not None)


def is_after(day: str, written: str | None) -> bool:
    """Whether a day is later than the date of a document, both ISO and as exact as the less exact of them."""
    exact = min(len(day), len(written or ""))
    return bool(written) and day[:exact] > (written or "")[:exact]


def _bare_months(text: str) -> Sequence[WrittenDate]:
    found = []
    for match in _BARE_MONTH.finditer(text):
        month = month_number(match["month"])
        if month is not None:
            found.append(WrittenDate(*match.span("month"), None, month))
    return found


def _complete(date: WrittenDate, document_date: str | None, direction: Direction | None) -> When | None:
    if date.year is None:
        if document_date is None:
            return None
        date = _with_year(date, document_date, direction)
    if date.iso is None:
        return None
    last = date.last_iso if date.last_year else None
    if last is not None and last < date.iso:
        return None
    return When(date.start, date.end, date.iso, last, date.precision)


def _with_year(date: WrittenDate, document_date: str, direction: Direction | None) -> WrittenDate:
    year = int(document_date[:4])
    month = int(document_date[5:7]) if len(document_date) >= 7 else None
    if month is not None and date.month is not None:
        if direction == "future" and date.month < month:
            year += 1
        if direction == "past" and date.month > month:
            year -= 1
    return replace(date, year=year, last_year=year if date.last_month else None)
