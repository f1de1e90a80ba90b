"""Times of a year as plans give them without it: a month, some months, a quarter."""

from __future__ import annotations

import re

from ingest.extract.plain import Plain
from ingest.extract.when import When
from vectorstore import RANKS, month_number

_NAME = r"[^\W\d_]{3,9}\.?(?: ال(?:ثاني|اول))?"
_ABOUT = r"(?:(?:early|mid|late|end(?: of)?|beginning of|debut|mi|fin|courant|about|around|vers|شهر|بدايه|منتصف|اوائل|اواخر|نهايه|خلال)[ -]+)?"
_MONTHS = re.compile(
    rf"{_ABOUT}(?P<first>{_NAME})(?:\s?(?:[-–—/,&]|to|and|until|a|au|et|الي|و|-)\s?{_ABOUT}(?P<last>{_NAME}))?",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    r"(?:q(?:uarter)? ?(?P<q>[1-4])|t(?:rim(?:estre)?)? ?(?P<t>[1-4])|(?P<nth>[1-4])(?:st|nd|rd|th|er|e|eme)? (?:quarter|trimestre)"
    r"|(?P<en>first|second|third|fourth|last) quarter|(?P<fr>premier|deuxieme|troisieme|quatrieme|dernier) trimestre"
    r"|(?:ال)?ربع (?:ال)?(?P<ar>اول|ثاني|ثالث|رابع|اخير))"
)
_LAST_QUARTER = 4


def months_of(text: str, year: str) -> When | None:
    """The months of a year that a text gives and nothing beside; None where it gives anything else."""
    plain = Plain.of(text.strip()).text.strip()
    if quarter := _QUARTER.fullmatch(plain):
        said = quarter["q"] or quarter["t"] or quarter["nth"]
        worded = next(filter(None, (quarter["en"], quarter["fr"], quarter["ar"])), "")
        number = int(said) if said else RANKS.get(worded, _LAST_QUARTER)
        return _between(text, year, 3 * number - 2, 3 * number)
    match = _MONTHS.fullmatch(plain)
    if match is None:
        return None
    first = month_number(match["first"])
    last = month_number(match["last"]) if match["last"] else first
    return _between(text, year, first, last) if first and last and first <= last else None


def _between(text: str, year: str, first: int, last: int) -> When:
    return When(0, len(text), f"{year}-{first:02d}", f"{year}-{last:02d}" if last > first else None, 2)
