"""The time a question is about: a year, a month, since when, until when, or a time told from today."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from vectorstore import WrittenDate, find_dates, fold

_AFTER = re.compile(r"(?:\bafter|\bapres|\bpost|\bbeyond|بعد)\s*(?:the|le|la|l')?\s*$")
_SINCE = re.compile(
    r"(?:\bsince|\bfrom|\bstarting(?: in| from)?|\bdepuis|\ba partir d[eu]|\bdes|منذ|ابتداء من|اعتبارا من)\s*(?:the|le|la|l'|عام|سنه)?\s*$"
)
_BEFORE = re.compile(
    r"(?:(?P<not_later>\buntil|\bup to|\bby|\bjusqu'(?:en|a|au)|\bd'ici|حتي)|\bbefore|\bavant|قبل)\s*(?:the|le|la|l'|عام|سنه)?\s*$"
)
_PARTS = (
    (
        re.compile(r"(?:\blate|\b(?:the )?end of|\b(?:la |a la )?fin(?: de)?|اواخر|نهايه)\s*(?:l'annee|عام|سنه)?\s*$"),
        10,
        12,
    ),
    (re.compile(r"(?:\bmid-?|\b(?:the )?middle of|\bmi-?|منتصف)\s*(?:عام|سنه)?\s*$"), 5, 8),
    (
        re.compile(
            r"(?:\bearly|\b(?:the )?beginning of|\b(?:le )?debut(?: de)?|بدايه|مطلع|اواءل|اوائل)\s*(?:عام|سنه)?\s*$"
        ),
        1,
        3,
    ),
)
"""Parts of a year, with their first and last month."""
_ONWARDS = re.compile(r"^\s*(?:onwards?\b|on\b(?! the)|et (?:au-dela|apres|suivantes?)|فصاعدا|وما بعد)")
_BETWEEN = re.compile(r"(?:\bbetween|\bfrom|\bentre|\bde|بين|من)\s*(?:the|le|la|عام|سنه)?\s*$")
_JOINS = re.compile(
    r"^\s*(?:and|to|until|-|–|et|a|au|jusqu'en|و|الي|حتي|و عام|وعام)\s*(?:the|la|le)?\s*(?:late|early|mid-?|end of|fin(?: de)?|debut(?: de)?|mi-?|عام|سنه|نهايه|اواخر)?\s*$"
)
_ALSO = re.compile(r"^\s*(?:[,،]?\s*(?:and|or|et|ou|و|او)|[,،&+/])\s*(?:in|en|of|de|في|عام|سنه|شهر)?\s*$")
_UNITS = {
    "year": r"year|annee|an\b|العام|السنه|عام|سنه",
    "month": r"month|mois|الشهر|شهر",
    "week": r"week|semaine|الاسبوع|اسبوع",
}
_STEPS = {
    -1: r"last|past|previous|derniere?|passee?|precedente?|ecoulee?|الماضي(?:ه)?|السابق(?:ه)?|المنصرم(?:ه)?",
    0: r"this|current|cette|cet?|courante?|en cours|هذا|هذه|الحالي(?:ه)?|الجاري(?:ه)?",
    1: r"next|coming|prochaine?|القادم(?:ه)?|المقبل(?:ه)?|التالي(?:ه)?|الجاي(?:ه)?",
}
_YEARS = re.compile(r"(?<![\d-])(?P<first>(?:19|20)\d\d)\s?[-–/]\s?(?P<last>(?:19|20)\d\d|1[3-9]|[2-9]\d)(?![\d-])")
"""`2023-24` and `2023-2025`; `2023-05` is a month."""
_NUMBERS = ["two", "three", "four", "five", "six", "deux", "trois", "quatre", "cinq", "six"]
_LASTING = re.compile(
    rf"(?<!\w)(?:(?:last|past|previous)\s+(?P<n>\d{{1,2}}|{'|'.join(_NUMBERS[:5])})\s+(?P<unit>year|month|week)s"
    rf"|(?P<n_fr>\d{{1,2}}|{'|'.join(_NUMBERS[5:])})\s+derni(?:er|ere)s\s+(?P<unit_fr>annee|mois|semaine)s?"
    r"|اخر\s+(?:(?P<n_ar>\d{1,2}|ثلاث|اربع|خمس)\s+)?(?P<unit_ar>سنوات|سنتين|عامين|اشهر|شهرين|اسابيع|اسبوعين))(?!\w)"
)
"""The last so many years, months or weeks."""
_ARABIC_NUMBERS = {"ثلاث": 3, "اربع": 4, "خمس": 5}
_DAYS = {
    "year": 365,
    "anne": 365,
    "سنوا": 365,
    "سنتي": 365,
    "عامي": 365,
    "mont": 30,
    "mois": 30,
    "اشهر": 30,
    "شهري": 30,
}
_AND_YEAR = re.compile(r"(?<!\w)و(?=\d{4})")
_AND_MONTH = re.compile(r"(?<!\w)و(?P<word>[\u0621-\u064a]{4,})(?=\s)")
_ELIDED = re.compile(
    r"(?<!\w)(?P<word>[^\W\d_]{3,})(?P<join>\s*(?:[,،/–-]|(?<=\s)(?:and|or|to|et|ou|à|a|و|أو|او|إلى|الى)(?=\s))\s*(?:(?:in|en|of|de|في|شهر)\s+)?)"
    r"(?=(?P<next>[^\W\d_]{3,})\s+(?:(?:of|de)\s+)?(?P<year>(?:19|20)\d\d))",
    re.IGNORECASE,
)
_MONTHS = 12
_OF_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both ISO and inclusive; None is open."""

    first: str | None
    last: str | None
    words: str
    """The words of the question it was read from."""
    parts: tuple[tuple[str, str], ...] = ()
    """Of several times, such as two years, the first and the last day of each."""

    def holds(self, start: str | None, end: str | None) -> bool:
        """Whether something that lasted from `start` to `end` (`YYYY`, `YYYY-MM` or a day) falls into it, in part at least."""
        if not start and not end:
            return False
        begins, ends = first_day(start or end or ""), last_day(end or start or "")
        if self.parts:
            return any(begins <= last and ends >= first for first, last in self.parts)
        return (self.last is None or begins <= self.last) and (self.first is None or ends >= self.first)


def find_period(text: str, today: date) -> Period | None:
    """The time a question limits itself to; None where it does not.

    Args:
        text: The question.
        today: What "last year" and "next month" are told from.
    """
    text = in_full(text)
    spanned = _YEARS.search(text)
    if spanned:
        first, last = int(spanned["first"]), int(spanned["first"][:2] + spanned["last"][-2:])
        if first < last:
            return Period(f"{first}-01-01", f"{last}-12-31", spanned.group())
    dates = [found for found in find_dates(text) if found.year]
    if dates:
        return _written(text, dates)
    return _told_from(text, today)


def in_full(text: str) -> str:
    """A text with the year of the last of several months written after each: "March 2023 or June 2023"."""
    text = _AND_MONTH.sub(_parted, _AND_YEAR.sub("و ", text))
    for _ in range(_MONTHS):
        longer = _ELIDED.sub(_with_year, text)
        if longer == text:
            break
        text = longer
    return text


def _parted(found: re.Match[str]) -> str:
    return f"و {found['word']}" if _is_month(found["word"]) else found.group()


def _with_year(found: re.Match[str]) -> str:
    if not (_is_month(found["word"]) and _is_month(found["next"])):
        return found.group()
    return f"{found['word']} {found['year']}{found['join']}"


def _is_month(word: str) -> bool:
    return any(found.month for found in find_dates(f"{word} 2000"))


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
    before = fold(text[: one.start])[-32:]
    first, last, before = _part(one, before)
    words = text[one.start : one.end]
    if more and _JOINS.match(fold(text[one.end : more[0].start])) and _BETWEEN.search(before):
        _, end, _ = _part(more[0], fold(text[one.end : more[0].start]))
        return Period(first, end, text[one.start : more[0].end])
    if _AFTER.search(before):
        return Period((date.fromisoformat(last) + timedelta(days=1)).isoformat(), None, words)
    if _SINCE.search(before) or _ONWARDS.match(fold(text[one.end :])):
        return Period(first, None, words)
    if said := _BEFORE.search(before):
        day_before = (date.fromisoformat(first) - timedelta(days=1)).isoformat()
        return Period(None, last if said["not_later"] else day_before, words)
    parts = [(first, last)]
    for other in more:  # "2023 and 2025"
        if not _ALSO.match(fold(text[one.end : other.start])):
            break
        parts.append((first_day(other.iso or ""), last_day(other.last_iso or "")))
        one = other
        words = text[dates[0].start : other.end]
    first, last = min(day for day, _ in parts), max(day for _, day in parts)
    return Period(first, last, words, tuple(parts) if len(parts) > 1 else ())


def _part(found: WrittenDate, before: str) -> tuple[str, str, str]:
    """The first and the last day of a date, of a part of the year where the words before it name one; and the words before that."""
    first, last = first_day(found.iso or ""), last_day(found.last_iso or "")
    for said, begins, ends in _PARTS:
        if not found.month and (match := said.search(before)):
            return f"{found.year}-{begins:02d}-01", last_day(f"{found.year}-{ends:02d}"), before[: match.start()]
    return first, last, before


def told_from_today(folded: str) -> str:
    """The words of a folded text for a time told from today, such as "last year"; empty where there are none."""
    found = _LASTING.search(folded) or next((match for _, _, match in _steps(folded)), None)
    return found.group() if found else ""


def _steps(folded: str) -> Iterator[tuple[str, int, re.Match[str]]]:
    for unit, named in _UNITS.items():
        for step, said in _STEPS.items():
            match = re.search(rf"(?<!\w)(?:(?:{said})\s+(?:{named})|(?:{named})\s+(?:{said}))(?!\w)", folded)
            if match:
                yield unit, step, match


def _told_from(text: str, today: date) -> Period | None:
    folded = fold(text)
    if lasting := _LASTING.search(folded):
        return _lasting(lasting, today)
    return next((Period(*_span(unit, step, today), match.group()) for unit, step, match in _steps(folded)), None)


def _lasting(said: re.Match[str], today: date) -> Period:
    unit = said["unit"] or said["unit_fr"] or said["unit_ar"]
    number = said["n"] or said["n_fr"] or said["n_ar"] or "2"
    count = int(number) if number.isdigit() else _ARABIC_NUMBERS.get(number) or _NUMBERS.index(number) % 5 + 2
    days = count * _DAYS.get(unit[:4], 7)
    return Period((today - timedelta(days=days)).isoformat(), today.isoformat(), said.group())


def _span(unit: str, step: int, today: date) -> tuple[str, str]:
    if unit == "year":
        return f"{today.year + step}-01-01", f"{today.year + step}-12-31"
    if unit == "month":
        year, month = divmod(today.year * 12 + today.month - 1 + step, 12)
        return first_day(f"{year}-{month + 1:02d}"), last_day(f"{year}-{month + 1:02d}")
    monday = today - timedelta(days=today.weekday()) + step * _OF_WEEK
    return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
