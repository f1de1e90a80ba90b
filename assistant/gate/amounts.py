"""Numbers with what they count: in digits, in words, as ordinals, with a currency or a share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.concepts import same_concept
from assistant.gate.days import without_dates
from vectorstore import RANKS, fold, stopwords, terms, words

_SIGNS = (
    (re.compile(r"US\$|\$"), " usd "),
    (re.compile("€"), " eur "),
    (re.compile("£"), " gbp "),
    (re.compile(r"%|\bper\s?cent\b|\bpour\s?cent\b|(?:في\s+|ب)ال(?:مئة|مائة)", re.IGNORECASE), " percent "),
    (re.compile(r"(?<=\d),(?=\d{1,2}(?!\d))"), "."),
)
_UNITS = {"percent": "percent", "gbp": "gbp", "eur": "eur", "usd": "usd"} | {
    word: unit
    for unit, names in (
        ("usd", "dollar dollars دولار دولارا دولارات"),
        ("eur", "euro euros يورو"),
        ("gbp", "pound pounds livre livres"),
    )
    for word in names.split()
}
_SCALED = (
    (1_000, ("thousand", "mille", "الف", "الاف")),
    (1_000_000, ("million", "millions", "مليون", "ملايين")),
    (1_000_000_000, ("billion", "billions", "milliard", "milliards", "مليار", "مليارات")),
)
_SCALES = {word: scale for scale, named in _SCALED for word in named}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_TENS |= {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
COUNTING = (
    "zero صفر",
    "",  # one is an article, too
    "two deux اثنان اثنين اثنتان اثنتين",
    "three trois ثلاث ثلاثه",
    "four quatre اربع اربعه",
    "five cinq خمس خمسه",
    "six ست سته",
    "seven sept سبع سبعه",
    "eight huit ثمان ثماني ثمانيه",
    "nine neuf تسع تسعه",
    "ten dix عشر عشره",
    "eleven onze",
    "twelve douze",
    "thirteen treize",
    "fourteen quatorze",
    "fifteen quinze",
    "sixteen seize",
    "seventeen dix-sept",
    "eighteen dix-huit",
    "nineteen dix-neuf",
)
"""The numbers from 0 to 19 in words of the three languages, each at its own place; Arabic as `fold` leaves it."""
_WORDED = {fold(word): number for number, named in enumerate(COUNTING) for word in named.split()} | _TENS
_NTH = re.compile(r"(\d+)(?:st|nd|rd|th|er|ere|e|eme)$")
_THE_NTH = re.compile(r"ال(\d+)$")
"""An ordinal in digits: "17th", «17e» and «الـ17»."""
_TEN = 10
_RANK = "rank"
_REACH = 3
"""Words after a number among which the thing counted stands."""
_CONNECTIVES = frozenset(("grace", "thanks", "because", "suite", "selon", "according", "instead"))


@dataclass(frozen=True, slots=True)
class Amount:
    """A number at a place among the words of a text; `unit` is a currency, `percent`, or `rank` for an ordinal."""

    value: float
    unit: str | None
    at: int


def unsaid_amount(said: str, source: str) -> str | None:
    """What is wrong with a number in what is said, held against its source; None if nothing is."""
    said_words, source_words = _numbered(said), _numbered(source)
    given = list(_amounts(source_words))
    codes = (word for word in said_words if re.search(r"\d", word) and _value(word)[0] is None)
    if (code := next((word for word in codes if word not in source_words), None)) is not None:
        return f"the code {code}"
    for amount in _amounts(said_words):
        same = [other for other in given if _agree(amount, other)]
        if not same:
            return f"the number {said_words[amount.at]}"
        thing = _thing(said_words, amount.at)
        if thing and amount.unit is None and not _counts(thing, same, given, source_words):
            return f"what {said_words[amount.at]} counts"
    return None


def ranks(text: str) -> frozenset[int]:
    """The ordinals of a text, in digits or in words: 18 for `18th`, `dix-huitième` and `الثامنة عشرة`."""
    return frozenset(int(amount.value) for amount in _amounts(_numbered(text)) if amount.unit == _RANK)


def rank_of(of: Sequence[str], at: int) -> int | None:
    """The ordinal that stands at a place among the folded words of a text, `of`; None for any other word."""
    value, ranked = _value(of[at])
    if value is None or not ranked:
        return None
    teen = 0 < value < _TEN and not of[at].isascii() and _value("".join(of[at + 1 : at + 2]))[0] == _TEN
    return int(value) + _TEN * teen


def whole_number(text: str) -> int | None:
    """The one whole number a text gives, in digits or in words; None where it gives none, or several."""
    found = {int(a.value) for a in _amounts(_numbered(text)) if a.unit is None and a.value == int(a.value)}
    return found.pop() if len(found) == 1 else None


def amount_in(text: str) -> float | None:
    """The first number a text gives, in digits or in words, ordinals aside; None where it gives none."""
    return next((amount.value for amount in _amounts(_numbered(text)) if amount.unit != _RANK), None)


def currency(unit: str) -> str | None:
    """The currency that a unit is, however it is written: `usd`, `eur` or `gbp`; None for another one."""
    return next((_UNITS[word] for word in _numbered(f"1 {unit}") if word in _UNITS and _UNITS[word] != "percent"), None)


def is_number(word: str) -> bool:
    """Whether a folded word is a number, in digits or in words."""
    return _value(word)[0] is not None


def _numbered(text: str) -> list[str]:
    """The words of a text without its dates, signs for money and shares as words."""
    text = without_dates(text)
    for sign, name in _SIGNS:
        text = sign.sub(name, text)
    return list(words(text))


def _amounts(of: Sequence[str]) -> Iterator[Amount]:
    for at, word in enumerate(of):
        value, ranked = _value(word)
        if value is None or (value == _TEN and _is_unit(of[at - 1 : at])):
            continue
        if 0 < value < _TEN and not word.isascii() and _value("".join(of[at + 1 : at + 2]))[0] == _TEN:
            value += _TEN  # thirteen is "three ten" in Arabic
        beside = [*of[at + 1 : at + 2], *of[max(0, at - 1) : at]]
        if of[at + 1 : at + 2] and of[at + 1] in _SCALES:
            value *= _SCALES[of[at + 1]]
            beside = [*of[at + 2 : at + 3], *beside]
        unit = next((_UNITS[near] for near in beside if near in _UNITS), None)
        yield Amount(value, _RANK if ranked else unit, at)


def _is_unit(before: Sequence[str]) -> bool:
    """Whether the word before is an Arabic number below ten, so that a ten after it makes a teen of it."""
    value = _value(before[0])[0] if before and not before[0].isascii() else None
    return value is not None and 0 < value < _TEN


def _value(word: str) -> tuple[float | None, bool]:
    if re.fullmatch(r"\d+(?:\.\d+)?", word):
        return float(word), False
    if nth := _NTH.match(word) or _THE_NTH.match(word):
        return float(nth[1]), True
    bare = re.sub(r"^[وفبل]?(?:ال)?(?=\w{3})", "", word) if not word.isascii() else word
    if word in RANKS or bare in RANKS:
        return float(RANKS.get(word, RANKS.get(bare, 0))), True
    tens, _, unit = word.partition("-")
    if tens in _TENS and unit in _WORDED and word not in _WORDED:
        return float(_TENS[tens] + _WORDED[unit]), False
    found = _WORDED.get(word, _WORDED.get(bare))
    return (None if found is None else float(found)), False


def _agree(said: Amount, given: Amount) -> bool:
    if (said.unit == _RANK) != (given.unit == _RANK):
        return False
    return said.value == given.value and said.unit in (None, given.unit)


def _thing(of: Sequence[str], at: int) -> str | None:
    """The first telling word soon after a number; None where another number comes first."""
    telling = (w for w in of[at + 1 : at + 1 + _REACH] if w not in stopwords() and w not in _SCALES)
    found = next(telling, None)
    return None if found is None or found in _CONNECTIVES or is_number(found) else found


def _counts(thing: str, same: list[Amount], given: list[Amount], source: list[str]) -> bool:
    """Whether the thing may be what one of the same numbers counts in the source."""
    stems = set(terms(thing))
    alike = stems.union(*(same_concept(stem) for stem in stems))
    places = [at for at, word in enumerate(source) if alike & set(terms(word))]
    if not places:
        return not any(_thing(source, amount.at) for amount in same)
    others = [other for other in given if all(other.value != amount.value for amount in same)]
    return any(
        not any(abs(other.at - at) < abs(amount.at - at) for other in others) for amount in same for at in places
    )
