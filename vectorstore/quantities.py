"""Numbers in a text: counts, shares and sums of money, in digits or in words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vectorstore.currencies import CURRENCY
from vectorstore.dates import find_dates
from vectorstore.normalise import fold

_NUMBER = r"\d{1,3}(?:[ ,\u00a0\u202f.]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?"
_SCALE = r"(?:\s+(?:million|millions|thousand|billion|milliards?|mille|ألف|مليون|مليار|آلاف))?"
_QUANTITY = re.compile(
    rf"(?<![\w.,/-])(?P<value>{_NUMBER})(?P<scale>{_SCALE})(?![\w/-])"
    rf"(?:\s?(?:d['’]\s?|de\s)?(?P<after>{CURRENCY}|%|per cent|percent|pour cent|في المئة|بالمئة|في المائة))?",
    re.IGNORECASE,
)
_CURRENCY = re.compile(CURRENCY, re.IGNORECASE)
_BEFORE = re.compile(rf"{CURRENCY}\s?$", re.IGNORECASE)
_LONGEST_CURRENCY = 20
"""Characters."""
_LIST_NUMBER = re.compile(r"\s*\d{1,2}[.)]\s+(?=\D)")
_SHARE = re.compile(r"\d\s?[%٪]|\bper ?cent\b|\bpour cent\b|(?<!\w)(?:في|ب)\s?(?:ال)?ما?يه(?!\w)")
_WORDS = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty "
    "thirty forty fifty sixty seventy eighty ninety hundred dozen half none",
    "fr": "un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante "
    "cent douzaine aucun aucune",
    "ar": "واحد واحدة اثنان اثنين اثنتين ثلاث ثلاثة أربع أربعة خمس خمسة ست ستة سبع سبعة ثمان ثماني ثمانية تسع تسعة عشر عشرة عشرين عشرون ثلاثين "
    "أربعين خمسين مئة مائة نصف",
}
_UNITS = "one two three four five six seven eight nine"
_WORD_PATTERN = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(
        sorted(
            (w for ws in _WORDS.values() for w in ws.split() if w not in ("un", "une", "one")), key=len, reverse=True
        )
    )
    + r")(?:-(?:"
    + "|".join([*_UNITS.split(), *["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"]])
    + r"))?(?![\w\u064b-\u0652-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at `text[start:end]`, with its currency or unit sign."""

    start: int
    end: int
    money: bool
    worded: bool = False


def find_quantities(text: str) -> list[Quantity]:
    """Every number that is not a date, a list number or part of a code, in order."""
    taken = [(d.start, d.end) for d in find_dates(text)]
    found = []
    list_number = _LIST_NUMBER.match(text)
    numbered = list_number.end() if list_number else 0
    for match in _QUANTITY.finditer(text):
        start, end = match.span()
        before = _BEFORE.search(text, max(0, start - _LONGEST_CURRENCY), start)
        start = before.start() if before else start
        if end <= numbered:
            continue
        if any(a < end and start < b for a, b in taken) and not before and not match["after"]:
            continue
        found.append(Quantity(start, end, bool(before or (match["after"] and _CURRENCY.match(match["after"])))))
    for match in _WORD_PATTERN.finditer(text):
        if not any(q.start < match.end() and match.start() < q.end for q in found):
            found.append(Quantity(match.start(), match.end(), False, worded=True))
    return sorted(found, key=lambda quantity: quantity.start)


def tells_share(text: str) -> bool:
    """Whether a text tells a share in a hundred."""
    return _SHARE.search(fold(text)) is not None


def is_numeric_cell(cell: str) -> bool:
    """Whether a table cell is a number, possibly with a currency or unit."""
    return bool(re.fullmatch(r"[\d.,\s%]+(?:\w{1,8})?", fold(cell).strip())) and any(c.isdigit() for c in cell)
