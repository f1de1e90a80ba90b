"""Dates in a line, completed by the date of the document where the text leaves out the year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
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


@lru_cache(maxsize=16384)
def find_when(text: str, document_date: str | None, direction: Direction | None = None) -> tuple[When, ...]:
    """Every date and range of a line, in order; those without a year only where the document has a date.

    Args:
        text: Of the line.
        document_date: ISO, of the document.
        direction: Whether the line speaks of what was or what will be, which decides between two years.
    """
    found = (_complete(one, document_date, _said(text, one) or direction) for one in _written(text))
    return tuple(_from_day(_from_month(when, text), text) for when in found if when is not None)


@lru_cache(maxsize=16384)
def _written(text: str) -> Sequence[WrittenDate]:
    dated = find_dates(text)
    months = [m for m in _bare_months(text) if not any(d.start <= m.start < d.end for d in dated)]
    return sorted([*dated, *months], key=lambda one: one.start)


def _said(text: str, written: WrittenDate) -> Direction | None:
    """Whether the words beside a day without a year say which one it is: next March, mars prochain, مارس المقبل."""
    before, after = text[max(0, written.start - 8) : written.start], text[written.end : written.end + 12]
    if _NEXT_BEFORE.search(before) or _NEXT.match(after):
        return "future"
    return "past" if _LAST_BEFORE.search(before) or _LAST.match(after) else None


_NEXT = re.compile(r"\s(?:prochain|next\b|المقبل|القادم)")
_LAST = re.compile(r"\s(?:dernier|last\b|الماضي|المنصرم)")
_NEXT_BEFORE, _LAST_BEFORE = re.compile(r"\b[Nn]ext\s$"), re.compile(r"\b(?:[Ll]ast|[Pp]ast)\s$")
_RELATIVE = re.compile(
    r"(?<!\w)(?:(?P<today>today|this morning|aujourd['’]hui|ce matin|اليوم)|(?P<yesterday>yesterday|hier|أمس))(?!\w)"
)


_LAST_MONTH = re.compile(
    r"(?<!\w)(?:[Ll]ast (?P<en>[A-Z][a-z]{2,8})|(?P<fr>[^\W\d_]{3,9}) dernier|(?P<ar>[^\W\d_]{3,9}) الماضي)(?!\w)"
)


def _from_day(found: When, text: str) -> When:
    """`Monday 5 to Wednesday 7 May 2025` from the first of the days on, and so `3, 4 and 5 March`."""
    before = text[max(0, found.start - 32) : found.start]
    match = _DAY_BEFORE.search(before) if found.last is None else _LISTED_BEFORE.search(before)
    if match is None or found.precision <= _OF_MONTH:
        return found
    day, first = int(match["day"]), int(found.first[8:10])
    if not 0 < day < first or (found.last is not None and day != first - 1):
        return found
    start = found.start - len(match.group())
    return replace(found, start=start, first=f"{found.first[:8]}{day:02d}", last=found.last or found.first)


def told_from(text: str, document_date: str | None) -> tuple[When, ...]:
    """What a line tells from the day of its document: today, yesterday, last November."""
    if len(document_date or "") < len("2024-05-29"):
        return ()
    day = date.fromisoformat(document_date or "")
    found = ((m, day - timedelta(days=m["yesterday"] is not None)) for m in _RELATIVE.finditer(text))
    days = [When(*match.span(), on.isoformat(), None, 3) for match, on in found]
    for match in _LAST_MONTH.finditer(text):
        month = month_number(next(filter(None, match.groups())))
        if month is not None:
            days.append(When(*match.span(), f"{day.year - (month >= day.month)}-{month:02d}", None, _OF_MONTH))
    return tuple(sorted(days, key=lambda when: when.start))


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


def _complete(written: WrittenDate, document_date: str | None, direction: Direction | None) -> When | None:
    if written.year is None:
        if document_date is None:
            return None
        written = _with_year(written, document_date, direction)
    if written.iso is None:
        return None
    last = written.last_iso if written.last_year else None
    if last is not None and last < written.iso:
        return None
    return When(written.start, written.end, written.iso, last, written.precision)


_MONTH_BEFORE = re.compile(r"(?<![^\W\d_])(?P<month>[^\W\d_]{3,10})\s?(?:[–—-]|to|à|إلى)\s?$")
_OF_MONTH = 2
_WEEKDAY = r"(?:[^\W\d_]{2,10}day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:يوم )?ال(?:أحد|اثنين|ثلاثاء|أربعاء|خميس|جمعة|سبت))"
_DAY_BEFORE = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?\s?(?:[–—-]|to|till|until|and|au|et|إلى|و)\s?{_WEEKDAY},?\s+$"
)
_LISTED_BEFORE = re.compile(r"(?<!\d)(?P<day>\d{1,2}),\s?$")


def _from_month(found: When, text: str) -> When:
    """`April–July 2025`: from the first of the two months on."""
    before = (
        _MONTH_BEFORE.search(text[max(0, found.start - 16) : found.start]) if found.precision == _OF_MONTH else None
    )
    month = month_number(before["month"]) if before else None
    if before is None or month is None or found.last is not None or month >= int(found.first[5:7]):
        return found
    return replace(
        found, start=found.start - len(before.group()), first=f"{found.first[:4]}-{month:02d}", last=found.first
    )


def _with_year(written: WrittenDate, document_date: str, direction: Direction | None) -> WrittenDate:
    year = int(document_date[:4])
    month = int(document_date[5:7]) if len(document_date) >= 7 else None
    if month is not None and written.month is not None:
        if direction == "future" and written.month < month:
            year += 1
        if direction == "past" and written.month > month:
            year -= 1
    return replace(written, year=year, last_year=year if written.last_month else None)
