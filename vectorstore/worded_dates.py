"""Days written out in words, as deeds and minutes have them: `the seventeenth day of September two thousand and …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vectorstore.ordinals import ORDINALS

_EN = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_EN_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_FR = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf"
_FR_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_NTH = tuple(named.split()[0] for named in ORDINALS)
_ORDINALS = {
    **{word: number for number, word in enumerate(_NTH, 1)},
    **{f"twenty-{word}": 20 + n for n, word in enumerate(_NTH[:9], 1)},
    "thirtieth": 30,
    "thirty-first": 31,
}
_NUMBERS = {
    **{word: number for number, word in enumerate(_EN.split(), 1)},
    **{word: number for number, word in enumerate(_FR.split(), 1)},
    **_EN_TENS,
    **_FR_TENS,
    **{f"{tens}-{unit}": value + n for tens, value in _EN_TENS.items() for n, unit in enumerate(_EN.split()[:9], 1)},
    **{f"{tens}-{unit}": value + n for tens, value in _FR_TENS.items() for n, unit in enumerate(_FR.split()[:9], 1)},
    **{f"{tens} et un": value + 1 for tens, value in _FR_TENS.items()},
    **{f"{tens}-et-un": value + 1 for tens, value in _FR_TENS.items()},
    "premier": 1,
}


def _any(words: dict[str, int]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_YEAR = rf"(?:(?:two thousand(?: and)?|deux mille) (?P<late>{_any(_NUMBERS)})|(?P<digits>20\d\d|19\d\d))"
_DAY = rf"(?P<day>{_any(_ORDINALS)}|{_any(_NUMBERS)})"
_FORWARD = re.compile(
    rf"(?<![\w-])(?:le |the )?{_DAY}(?: day)?(?: of)? (?P<month>[a-z]{{3,9}}),? (?:of |in the year )?{_YEAR}(?![\w-])"
)
_HINT = re.compile(r"\b(?:thousand|mille)\b|(?:st|nd|rd|th) (?:day )?of [a-z]|l['’]an ")
_DEED = re.compile(rf"l['’]an {_YEAR},? (?:et )?le {_DAY} (?P<month>[a-z]{{3,9}})(?!\w)")


def worded_days(text: str) -> Iterator[tuple[int, int, int, str, int]]:
    """Days of which at least the number of the day is written out, in English and French.

    Yields:
        Start and end in the text, year, the month's name and the day.
    """
    lowered = text.lower()
    if len(lowered) != len(text) or not _HINT.search(lowered):
        return
    for pattern in (_FORWARD, _DEED):
        for match in pattern.finditer(lowered):
            day = _ORDINALS.get(match["day"]) or _NUMBERS.get(match["day"])
            year = int(match["digits"]) if match["digits"] else 2000 + _NUMBERS[match["late"]]
            if day:
                yield *match.span(), year, match["month"], day
