"""The time a question is about: a year, a month, since when, until when, or a time told from today."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from vectorstore import WrittenDate, find_dates, fold

_AFTER = re.compile(r"(?:\bafter|\bapres|\bpost|\bbeyond|بعد)\s*(?:the|le|la|l')?\s*$")
_SINCE = re.compile(
    r"(?:\bsince|\bfrom|\bstarting(?: in| from)?|\bdepuis|\ba partir d[eu]|\bdes|منذ|ابتداء من|اعتبارا من)\s*(?:the|le|la|l'|عام|سنه)?\s*$"
)
_BEFORE = re.compile(
    r"(?:\bbefore|\buntil|\bup to|\bby|\bavant|\bjusqu'(?:en|a|au)|قبل|حتي)\s*(?:the|le|la|l'|عام|سنه|نهايه)?\s*$"
)
_BETWEEN = re.compile(r"(?:\bbetween|\bfrom|\bentre|\bde|بين|من)\s*(?:the|le|la|عام|سنه)?\s*$")
_JOINS = re.compile(r"^\s*(?:and|to|until|-|–|et|a|au|jusqu'en|و|الي|حتي|و عام|وعام)\s*(?:عام|سنه)?\s*$")
_UNITS = {
    "year": r"year|annee|an\b|العام|السنه|عام|سنه",
    "month": r"month|mois|الشهر|شهر",
    "week": r"week|semaine|الاسبوع|اسبوع",
}
_STEPS = {
    -1: r"last|past|previous|derniere?|passee?|precedente?|ecoulee?|الماضي(?:ه)?|السابق(?:ه)?|المنصرم(?:ه)?",
    0: r"this|current|cette|cet?|courante?|en cours|هذا|هذه|الحالي(?:ه)?|الجاري(?:ه)?",
    1: r"next|coming|prochaine?|القادم(?:ه)?|المقبل(?:ه)?|التالي(?:ه)?",
}
_YEARS = re.compile(r"(?<![\d-])(?P<first>(?:19|20)\d\d)\s?[-–/]\s?(?P<last>(?:19|20)\d\d|1[3-9]|[2-9]\d)(?![\d-])")
"""`2023-24` and `2023-2025`; `2023-05` is a month."""
_OF_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both ISO and inclusive; None is open."""

    first: str | None
    last: str | None
    words: str
    """The words of the question it was read from."""

    def holds(self, start: str | None, end: str | None) -> bool:
        """Whether something that lasted from `start` to `end` (`YYYY`, `YYYY-MM` or a day) falls into it, in part at least."""
        if not start and not end:
            return False
        begins, ends = first_day(start or end or ""), last_day(end or start or "")
        return (self.last is None or begins <= self.last) and (self.first is None or ends >= self.first)


def find_period(text: str, today: date) -> Period | None:
    """The time a question limits itself to; None where it does not.

    Args:
        text: The question.
        today: What "last year" and "next month" are told from.
    """
    spanned = _YEARS.search(text)
    if spanned:
        first, last = int(spanned["first"]), int(spanned["first"][:2] + spanned["last"][-2:])
        if first < last:
            return Period(f"{first}-01-01", f"{last}-12-31", spanned.group())
    dates = [found for found in find_dates(text) if found.year]
    if dates:
        return _written(text, dates)
    return _told_from(text, today)


def years_apart(text: str) -> tuple[Period, ...]:
    """The years that a question sets against each other, in its order."""
    years = dict.fromkeys(found.year for found in find_dates(text) if found.year and not found.month)
    return tuple(Period(f"{year}-01-01", f"{year}-12-31", str(year)) for year in years)


def first_day(part: str) -> str:
    """The first day of a year, a month or a day."""
    return f"{part}-01-01" if len(part) == 4 else f"{part}-01" if len(part) == 7 else part


def last_day(part: str) -> str:
    """The last day of a year, a month or a day."""
    if len(part) == 4:
        return f"{part}-12-31"
    if len(part) == 7:
        return f"{part}-{calendar.monthrange(int(part[:4]), int(part[5:7]))[1]:02d}"
    return part


def _written(text: str, dates: list[WrittenDate]) -> Period:
    one, *more = dates
    before = fold(text[: one.start])[-24:]
    first, last = first_day(one.iso or ""), last_day(one.last_iso or "")
    if more and _JOINS.match(fold(text[one.end : more[0].start])) and _BETWEEN.search(before):
        return Period(first, last_day(more[0].last_iso or ""), text[one.start : more[0].end])
    words = text[one.start : one.end]
    if _AFTER.search(before):
        return Period((date.fromisoformat(last) + timedelta(days=1)).isoformat(), None, words)
    if _SINCE.search(before):
        return Period(first, None, words)
    if _BEFORE.search(before):
        return Period(None, (date.fromisoformat(first) - timedelta(days=1)).isoformat(), words)
    return Period(first, last, words)


def _told_from(text: str, today: date) -> Period | None:
    folded = fold(text)
    for unit, named in _UNITS.items():
        for step, said in _STEPS.items():
            match = re.search(rf"(?<!\w)(?:(?:{said})\s+(?:{named})|(?:{named})\s+(?:{said}))(?!\w)", folded)
            if match:
                return Period(*_span(unit, step, today), match.group())
    return None


def _span(unit: str, step: int, today: date) -> tuple[str, str]:
    if unit == "year":
        return f"{today.year + step}-01-01", f"{today.year + step}-12-31"
    if unit == "month":
        year, month = divmod(today.year * 12 + today.month - 1 + step, 12)
        return first_day(f"{year}-{month + 1:02d}"), last_day(f"{year}-{month + 1:02d}")
    monday = today - timedelta(days=today.weekday()) + step * _OF_WEEK
    return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
