"""Dates as people write them in English, French and Arabic, found with their place in the text.

A grammar of its own: general parsers guess (`Q3 2025` becomes a day), miss the Levantine and Maghrebi month names, and do
not say where in the text the date stood. Everything here is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vectorstore.normalise import fold
from vectorstore.worded_dates import worded_days

DAYS_IN = {"day": 1.0, "week": 7.0, "month": 30.4375, "year": 365.25}
"""How many days a unit of time has, in the mean of four years."""
_MONTHS: tuple[tuple[str, ...], ...] = (
    ("january", "jan", "janvier", "janv", "يناير", "كانون الثاني", "جانفي"),
    ("february", "feb", "février", "fevrier", "févr", "فبراير", "شباط", "فيفري"),
    ("march", "mar", "mars", "مارس", "آذار", "اذار"),
    ("april", "apr", "avril", "avr", "أبريل", "ابريل", "إبريل", "نيسان", "أفريل"),
    ("may", "mai", "مايو", "أيار", "ايار", "ماي"),
    ("june", "jun", "juin", "يونيو", "يونيه", "حزيران", "جوان"),
    ("july", "jul", "juillet", "juil", "يوليو", "يوليه", "تموز", "جويلية"),
    ("august", "aug", "août", "aout", "أغسطس", "اغسطس", "آب", "أوت"),
    ("september", "sept", "sep", "septembre", "سبتمبر", "أيلول", "ايلول"),
    ("october", "oct", "octobre", "أكتوبر", "اكتوبر", "تشرين الأول"),
    ("november", "nov", "novembre", "نوفمبر", "تشرين الثاني"),
    ("december", "dec", "décembre", "decembre", "déc", "ديسمبر", "كانون الأول"),
)
_MONTH_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_FOLDED = {fold(name): number for name, number in _MONTH_NUMBER.items()}
_MONTH = (
    "(?:"
    + "|".join(sorted((re.escape(name) for name in _MONTH_NUMBER), key=len, reverse=True))
    + r")\b(?:\.(?=\s+\d))?"
)
_TWO = rf"(?:\s?/\s?{_MONTH})?"
"""The same month in the other Arabic tradition, as in `آذار/مارس`."""
_DAY = r"\d{1,2}(?:er|st|nd|rd|th)?"
_YEAR = r"(?:[12]\d{3}|[١٢][٠-٩]{3})"
_S = r"[^\S\n]"
"""Space within a line: a date does not go on in the next one."""
_TO = rf"{_S}*(?:-|–|—|to|and|au|et|إلى|الى|حتى|و|ـ){_S}*(?:the{_S}+|le{_S}+)?"
_OF = rf"(?:{_S}+(?:of|de|من|شهر))?"
_SEPARATED = rf"[,،]?{_S}+(?:de{_S}+|of{_S}+|عام{_S}+|سنة{_S}+)?"

_INITIALS = "".join(sorted({name[0] for name in _MONTH_NUMBER}))

_PATTERN = re.compile(
    rf"""(?<![\w/.-])(?=[\d{_INITIALS}])(?:
      (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})(?!\d)
    | (?P<num_first>\d{{1,2}})\.?{_S}?[-–]{_S}?(?P<num_last>\d{{1,2}})[/.](?P<nums_month>\d{{1,2}})[/.](?P<nums_year>{_YEAR})(?!\d)
    | (?P<num_day>\d{{1,2}})[/.](?P<num_month>\d{{1,2}})[/.](?P<num_year>{_YEAR})(?!\d)
    | (?P<d1>{_DAY}){_OF}{_S}+(?P<m1>{_MONTH}){_TWO}(?:{_SEPARATED}(?P<y1>{_YEAR}))?{_TO}(?P<d2>{_DAY}){_OF}{_S}+(?P<m2>{_MONTH}){_TWO}{_SEPARATED}(?P<y2>{_YEAR})
    | (?P<r1>{_DAY}){_TO}(?P<r2>{_DAY}){_OF}{_S}+(?P<rm>{_MONTH}){_TWO}(?:{_SEPARATED}(?P<ry>{_YEAR}))?
    | (?P<day>{_DAY}){_OF}{_S}+(?P<month>{_MONTH}){_TWO}(?:{_SEPARATED}(?P<year>{_YEAR}))?
    | (?P<us_m1>{_MONTH}){_S}+(?P<us_d1>{_DAY}){_TO}(?P<us_m2>{_MONTH}){_S}+(?P<us_d2>{_DAY}),?{_S}+(?P<us_y2>{_YEAR})
    | (?P<us_month>{_MONTH}){_S}+(?P<us_day>{_DAY})(?:{_TO}(?P<us_last>{_DAY}))?,?{_S}+(?P<us_year>{_YEAR})
    | (?P<only_month>{_MONTH}){_TWO}{_SEPARATED}(?P<only_year>{_YEAR})
    | (?P<bare_year>{_YEAR})
    )(?![\w])""",
    re.IGNORECASE | re.VERBOSE,
)


_DIGIT = re.compile(r"\d")
_ANY_MONTH = re.compile(rf"(?<!\w){_MONTH}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date or range found at `text[start:end]`; parts that the text does not give are None."""

    start: int
    end: int
    year: int | None
    month: int | None = None
    day: int | None = None
    last_year: int | None = None
    last_month: int | None = None
    last_day: int | None = None

    @property
    def iso(self) -> str | None:
        """`2024-05-29`, `2024-05` or `2024`: the first day as far as it is known; None without a year."""
        return _iso(self.year, self.month, self.day)

    @property
    def last_iso(self) -> str | None:
        """The last day of a range, in the same form; the same as `iso` for a single date."""
        return _iso(self.last_year, self.last_month, self.last_day) if self.last_year else self.iso

    @property
    def precision(self) -> int:
        """How much is known: 3 a day, 2 a month, 1 a year; a day and month without year count 2."""
        return sum(part is not None for part in (self.year, self.month, self.day))


def find_dates(text: str) -> list[WrittenDate]:
    """Every date and range in the text, in order; impossible days (31 June) are left out."""
    worded = list(_worded(text))
    found = [date for date in _found(text) if not any(w.start <= date.start < w.end for w in worded)]
    return sorted([*worded, *found], key=lambda date: date.start)


def month_number(name: str) -> int | None:
    """1 to 12 for a month's name in one of the three languages."""
    return _MONTH_NUMBER.get(name.lower().rstrip(".")) or _FOLDED.get(fold(name).rstrip("."))


def has_month(text: str) -> bool:
    """Whether a month is named, for dates written out in words."""
    return bool(_ANY_MONTH.search(text))


def _worded(text: str) -> Iterator[WrittenDate]:
    for start, end, year, name, day in worded_days(text):
        month = month_number(name)
        if month and _is_day(year, month, day):
            yield WrittenDate(start, end, year, month, day)


def _found(text: str) -> Iterator[WrittenDate]:
    if not _DIGIT.search(text):  # without one there is no date, and most sentences have none
        return
    for match in _PATTERN.finditer(text):
        found = _read(match)
        if found is not None and _possible(found):
            yield found


def _read(match: re.Match[str]) -> WrittenDate | None:
    part = match.groupdict()
    at = match.span()
    if part["iso"]:
        year, month, day = (int(piece) for piece in part["iso"].split("-"))
        return WrittenDate(*at, year, month, day)
    if part["num_first"]:
        year, month = int(part["nums_year"]), int(part["nums_month"])
        return WrittenDate(*at, year, month, int(part["num_first"]), year, month, int(part["num_last"]))
    if part["num_day"]:
        day, month = int(part["num_day"]), int(part["num_month"])
        american = month > 12 >= day
        return WrittenDate(*at, int(part["num_year"]), day if american else month, month if american else day)
    if part["d1"]:
        last = _year(part["y2"])
        return WrittenDate(
            *at,
            _year(part["y1"]) or last,
            _month(part["m1"]),
            _day(part["d1"]),
            last,
            _month(part["m2"]),
            _day(part["d2"]),
        )
    if part["r1"]:
        year_of_range, month_of_range = _year(part["ry"]), _month(part["rm"])
        return WrittenDate(
            *at, year_of_range, month_of_range, _day(part["r1"]), year_of_range, month_of_range, _day(part["r2"])
        )
    if part["day"]:
        return WrittenDate(*at, _year(part["year"]), _month(part["month"]), _day(part["day"]))
    if part["us_m1"]:
        year = int(part["us_y2"])
        first, second = (_month(part["us_m1"]), _day(part["us_d1"])), (_month(part["us_m2"]), _day(part["us_d2"]))
        return WrittenDate(*at, year, *first, year, *second)
    if part["us_month"]:
        year_us, month_us = _year(part["us_year"]), _month(part["us_month"])
        last_day = _day(part["us_last"]) if part["us_last"] else None
        return WrittenDate(
            *at, year_us, month_us, _day(part["us_day"]), last_day and year_us, last_day and month_us, last_day
        )
    if part["only_month"]:
        return WrittenDate(*at, _year(part["only_year"]), _month(part["only_month"]))
    return WrittenDate(*at, _year(part["bare_year"]))


def _possible(found: WrittenDate) -> bool:
    if found.year is not None and not 1900 <= found.year <= 2199:
        return False
    for year, month, day in (
        (found.year, found.month, found.day),
        (found.last_year, found.last_month, found.last_day),
    ):
        if month is not None and not _is_day(year or 2024, month, day if day is not None else 1):
            return False
    return True


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _day(written: str) -> int:
    return int(re.sub(r"\D", "", written))


def _month(written: str) -> int | None:
    return month_number(written)


def _year(written: str | None) -> int | None:
    return int(written) if written else None


def _iso(year: int | None, month: int | None, day: int | None) -> str | None:
    if year is None:
        return None
    return "-".join(f"{part:02d}" for part in (year, month, day) if part is not None)


_WRITTEN = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "ar": [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
}


def rewrite_dates(text: str, language: str) -> str:
    """The text with its dates and ranges written the way of another language; the days stay the same."""
    for found in reversed(find_dates(text)):
        if found.month is not None:
            text = text[: found.start] + _write(found, language) + text[found.end :]
    return text


def say_date(start: str, end: str | None, language: str) -> str:
    """An ISO year, month or day, or a range of them, as people of a language write it."""
    first = [int(part) for part in start.split("-")]
    last = [int(part) for part in end.split("-")] if end and end != start else []
    padded = [*first, None, None][:3], [*last, None, None, None][:3]
    found = WrittenDate(0, 0, *padded[0], *padded[1])
    if last and None in (padded[0][2], padded[1][2]):
        return f"{say_date(start, None, language)} – {say_date(end or '', None, language)}"
    return _write(found, language)


def _write(found: WrittenDate, language: str) -> str:
    first = _day_text(found.day, found.month, found.year, language)
    if found.last_day is None:
        return first
    last = _day_text(found.last_day, found.last_month, found.last_year, language)
    if (found.month, found.year) == (found.last_month, found.last_year):
        return f"{found.day}-{last}"
    return f"{first} – {last}"


def _day_text(day: int | None, month: int | None, year: int | None, language: str) -> str:
    name = _WRITTEN.get(language, _WRITTEN["en"])[month - 1] if month else ""
    number = "1er" if day == 1 and language == "fr" else day
    return " ".join(str(part) for part in (number, name, year) if part)
