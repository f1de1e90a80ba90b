"""Questions for the same of two: "the limit in the text of 2022 compared with 2025", « mets côte à côte A et B », «في بنزرت وفي صفاقس»."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.concepts import asking_words
from assistant.understand.asking import asks
from assistant.understand.leftout import in_full, stands_in
from vectorstore import find_dates, terms

_TAIL = re.compile(
    r"\s*(?:[-–—,;:.?؟،]\s*)(?:please\s+)?(?:give|need|show|i need|we need|tell me|donne[rz]?|il (?:me|nous) faut|both|les deux|each|أعط\w*|اعط\w*|مطلوب|كلا\w*|الرقمين)\b.*$",
    re.IGNORECASE,
)
"""What only says that both are wanted: "- give both figures"."""
_AGAINST = re.compile(
    r"^(?P<a>.+?)\s*,?\s+(?:(?:as\s+)?compared (?:with|to)|versus|vs\.?|as against|par rapport (?:à|au|aux)|compar[ée]+e?s? (?:à|avec|au)|مقارنة (?:مع )?ب?)\s*(?P<b>.+)$",
    re.IGNORECASE,
)
_WEAKLY = re.compile(
    r"^(?P<a>.+?)\s*,?\s+(?:against|contre|face à|rather than|plutôt que|مقابل|ضد|and|et|و)\s*(?P<b>.+)$", re.IGNORECASE
)
"""What only puts two things against each other where the second is one of the kind of the first: another year, "the new one"."""
_REPEATED = re.compile(r"^(?P<a>(?P<noun>\w{3,}) .+?)\s*,?\s+(?:and|et|و)\s?(?P<b>(?P=noun)\s.+)$", re.IGNORECASE)
_SIDE_BY_SIDE = re.compile(
    r"^.*?(?:côte à côte|cote a cote|side by side|next to each other|\bcompare[rz]?|\bقارن\w*|\bمقارنة|جنبا إلى جنب)[,:]?\s+(?:بين\s+)?(?P<a>.+?)\s+(?:and|et|with|avec|مع|و)\s*(?P<b>.+)$",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    r"^(?P<frame>.*?(?:\bby how (?:much|many)|\bhow much (?:more|less|did|has)|\bde combien|\bبكم|\bكم)\b.+?)\s*,?\s+(?:between|from|entre|بين|من)\s+(?P<a>.+?)\s+(?:and|to|et|à|إلى|الى|و)\s*(?P<b>.+)$",
    re.IGNORECASE,
)
_SAME_PREPOSITION = re.compile(
    r"^(?P<frame>.+?)\s(?P<at>in|at|for|on|under|after|en|à|au|dans|pour|sous|après|في|إلى|عن|بعد)\s+(?P<a>(?:(?!\s(?:and|et|و)).)+?)\s+(?:(?:and|et)\s+(?:(?:how (?:much|many)|combien)\s+)?(?P=at)|و\s?(?P=at))\s+(?P<b>.+)$",
    re.IGNORECASE,
)
_BOTH = (
    re.compile(
        r"^(?P<frame>.+?)\s(?:both|à la fois|aussi bien)\s(?P<a>.+?)\s(?:and|et|qu[e'’])\s(?P<b>.+)$", re.IGNORECASE
    ),
    re.compile(
        r"^(?P<frame>.+?)\s(?P<a>(?:à|au|aux|in|at|to|du|de la|from|of)\s.+?)\s*,?\s(?:and|et)\s(?:aussi|also|également|as well as)\s(?P<b>.+)$",
        re.IGNORECASE,
    ),
    re.compile(r"^(?P<frame>.+?)\s(?P<a>في\s.+?)\s*،?\sو\s?(?:كذلك|أيضا|ايضا)\s(?P<b>.+)$"),
    re.compile(r"^(?P<frame>.+?)\s(?:(?:في|من)\s)?(?:كل من|كلا من|كلتا)\s(?P<a>.+?)\sو\s?(?P<b>.+)$"),
)
_SEVERAL = re.compile(
    r"\b(?:which|what|who|quel(?:le)?s?|qui|lesquel\w*|list\w*)\b|(?<!\w)(?:ما|من|أي|اي|ايه|أيها)(?!\w)", re.IGNORECASE
)
_LEAST, _ASKED = 1, 2


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two questions for the same of two things, and whether their difference is asked for."""

    asks: tuple[str, str]
    sides: tuple[str, str]
    """What tells the two apart."""
    differ: bool = False
    common: bool = False
    """Whether what both have in common is asked for."""


def contrast(text: str) -> Contrast | None:
    """The two questions that a question for the same of two things comes to; None where it is no such question."""
    bare = _TAIL.sub("", text.strip(" ?؟.!")).strip(" ?؟.!,،")
    for both in _BOTH:
        if (match := both.match(bare)) and _SEVERAL.search(match["frame"]):
            return _common(match["frame"], match["a"], match["b"])
    if match := _FROM_TO.match(bare):
        frame = match["frame"].strip(" ,،")
        return _of(f"{frame} {match['a']}", f"{frame} {match['b']}", match["a"], match["b"], differ=True)
    if match := _AGAINST.match(bare) or _SIDE_BY_SIDE.match(bare):
        return _of(match["a"], in_full(match["a"], match["b"]), match["a"], match["b"])
    if (match := _SAME_PREPOSITION.match(bare)) and _may_frame(match) and not _SEVERAL.match(match["b"]):
        frame, at = match["frame"], match["at"]
        return _of(f"{frame} {at} {match['a']}", f"{frame} {at} {match['b']}", match["a"], match["b"])
    if (match := _REPEATED.match(bare)) and not set(terms(match["noun"])) <= asking_words():
        return _of(match["a"], match["b"], match["a"], match["b"])
    if (match := _WEAKLY.match(bare)) and _of_one_kind(match["a"], match["b"]):
        return _of(match["a"], in_full(match["a"], match["b"]), match["a"], match["b"])
    return None


def _may_frame(match: re.Match[str]) -> bool:
    """Whether what stands before two things is asked of both: a question, or a noun of which there are two in two times."""
    return asks(match["frame"]) or bool(find_dates(match["a"]) and find_dates(match["b"]))


def _of_one_kind(first: str, second: str) -> bool:
    """Whether the second of two things is told apart from the first by its time alone, or stands in for its noun."""
    dated = find_dates(second)
    return bool(find_dates(first) and dated and stands_in(second)) or (
        bool(find_dates(first)) and bool(dated) and not _beside_dates(second)
    )


def _beside_dates(text: str) -> set[str]:
    """The terms of a text that are no part of a date."""
    return set(terms(text)) - {t for date in find_dates(text) for t in terms(text[date.start : date.end])}


def _common(frame: str, first: str, second: str) -> Contrast | None:
    found = _of(f"{frame} {first}", f"{frame} {second}", first, second)
    return replace(found, common=True) if found else None


def _of(one: str, other: str, first: str, second: str, *, differ: bool = False) -> Contrast | None:
    if min(len(set(terms(side))) for side in (first, second)) < _LEAST or one == other:
        return None
    if min(len(set(terms(ask))) for ask in (one, other)) < _ASKED:
        return None
    return Contrast((one.strip(), other.strip()), (first.strip(), second.strip()), differ)
