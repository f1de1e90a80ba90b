"""Whether a sentence tells of what is asked for: by its words, or by the heading, label or column that it stands under."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from assistant.across.doings import Doing
from assistant.across.units import Unit
from assistant.reading.document_lists import sum_in
from assistant.understand import head_of_noun
from vectorstore import find_dates, find_people, find_quantities, fold, tells_share

_FEWEST = 4
"""Words of a sentence that a heading alone makes one of what is told."""
_SHORTEST = 3
"""Words of a sentence that is more than a label."""
_CELLS = " | "
_NAMED = re.compile(r"[A-ZÀ-Þ][\w'’-]+\s+(?:(?:de|da|van|von|al|el|bin|ben|ould)\s+)?[A-ZÀ-Þ][\w'’-]+")
"""Two capitalised words in a row."""
_INITIAL = re.compile(r"\b[A-Z]\.\s?[A-ZÀ-Þ][\w'’-]+")
_CAPITAL = re.compile(r"(?<=[\s(«“\"'’])[^\W\d_a-zß-ÿ\u0600-\u06ff][\w'’-]+|[\u0621-\u064a]{3,}|[A-Z]{3,}")
_ASKS = re.compile(r"[?؟]\s*$")
"""Questions tell of nothing."""
_DENIED = re.compile(
    r"(?:\b(?:no|not|nothing|never|none|aucune?|ne|pas)\b|\bn'|(?<!\w)(?:لم|لن|لا|دون))\W*(?:\w+\W+){0,4}$"
)
"""What is not so: a denial up to four words before."""
_OWN = re.compile(r"\bown\b|\bpropres?\b|ذاتي|الخاصه|^\W*(?:sub-?)?(?:total|totaux|ensemble|اجمالي|المجموع)")
"""What stands in a column of names and is none: own funds, and sums."""


def tells(unit: Unit, doing: Doing) -> bool:
    """Whether a sentence tells of something, and holds what must be said of it."""
    short = unit.sentence.kind != "row" and len(unit.folded.split()) < _SHORTEST
    is_sum = unit.sentence.kind == "row" and sum_in(unit.sentence.text.split(_CELLS)) is not None
    if short or is_sum or _ASKS.search(unit.sentence.text):
        return False
    column = value_of(unit, doing) is not None
    headed = doing.headed.search(unit.above) is not None and len(unit.folded.split()) >= _FEWEST
    if not column and not headed and not _said(unit, doing):
        return False
    return any(_holds(need, unit, doing, column=column) for need in doing.needs)


def _said(unit: Unit, doing: Doing) -> bool:
    """Whether a sentence says that it is so, not that it is not."""
    may_deny = doing.denies
    return any(
        may_deny or not _DENIED.search(unit.folded[: found.start()]) for found in doing.told.finditer(unit.folded)
    )


def value_of(unit: Unit, doing: Doing) -> str | None:
    """What a row has in a column of that name; None for other sentences, and where that is empty or the archive's own."""
    sentence = unit.sentence
    cells = sentence.text.split(_CELLS)
    if sentence.kind != "row" or len(cells) != len(sentence.columns):
        return None
    named = zip(sentence.columns, cells, strict=True)
    values = (cell.strip() for column, cell in named if doing.headed.search(fold(column)))
    return next((value for value in values if any(map(str.isalpha, value)) and not _OWN.search(fold(value))), None)


def _holds(need: str, unit: Unit, doing: Doing, *, column: bool) -> bool:
    if need == "beside":
        return doing.beside.search(unit.folded) is not None
    if need == "column":
        return column
    return _HOLDING[need](unit.sentence.text)


def names_somebody(text: str) -> bool:
    """Whether a sentence names somebody, or at least somebody or something by two capitalised words or an initial."""
    return _person(text) or _named(text) or _INITIAL.search(text) is not None


def _person(text: str) -> bool:
    return bool(find_people(text))


def _named(text: str) -> bool:
    return _NAMED.search(text) is not None


def _money(text: str) -> bool:
    return any(found.money for found in find_quantities(text))


def _day(text: str) -> bool:
    return any(found.day for found in find_dates(text))


def _somebody(text: str) -> bool:
    """Whether somebody is named by two capitalised words, none of which is of a body, a place or the like."""
    return any(not any(map(head_of_noun, found.group().split())) for found in _NAMED.finditer(text))


def _time(text: str) -> bool:
    return bool(find_dates(text))


def _name(text: str) -> bool:
    return _CAPITAL.search(text) is not None


_HOLDING: Mapping[str, Callable[[str], bool]] = {
    "person": _person,
    "named": _named,
    "money": _money,
    "day": _day,
    "somebody": _somebody,
    "share": tells_share,
    "time": _time,
    "name": _name,
    "any": bool,
}
