"""Questions for the same of several things that are named side by side: "the end dates of A, B and C"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from vectorstore import fold

_WORD = re.compile(r"[^\W_][\w'’.-]*[^\W_]|[^\W_]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ELIDED = re.compile(r"^(?:[dlns]|qu)['’](?=\w)", re.IGNORECASE)
_AND_OF_ARABIC = re.compile(r"^و(?=[\u0621-\u064a]{3})")
_JOINS = frozenset([",", "،", ";", "؛", "&", "/", "+", "and", "et", "و", "as_well_as", "ainsi_que", "puis", "then"])
_BETWEEN = frozenset(
    [
        "de",
        "du",
        "des",
        "d",
        "l",
        "la",
        "le",
        "les",
        "the",
        "of",
        "in",
        "at",
        "a",
        "au",
        "aux",
        "en",
        "for",
        "pour",
        "to",
        "on",
        "with",
        "avec",
        "par",
        "both",
        "also",
        "aussi",
        "في",
        "من",
        "ل",
        "الي",
        "عن",
        "مع",
        "برنامج",
        "programme",
        "program",
    ]
)
_OPPOSED = re.compile(r"(?:\bbetween|\bentre|\bfrom|(?<!\w)بين)\W+(?:\w+\W+)?$")
"""What names two sides of one thing, not two things."""
_TOKEN = re.compile(r"[\w]+|[,،;؛&/+]")
_MOST, _LONGEST_GAP = 6, 5


def apiece(text: str, is_name: Callable[[str], bool]) -> dict[str, str]:
    """The question for each thing alone, by its name; empty where no two are named side by side.

    Args:
        text: The question.
        is_name: Whether a word is one of a name.
    """
    series = max(_series(text, _named(text, is_name)), key=len, default=[])
    if not 2 <= len(series) <= _MOST or _OPPOSED.search(fold(text[: series[0][0]])):
        return {}
    if all(_YEAR.fullmatch(text[start:end]) for start, end in series[1:]):
        years = list(_YEAR.finditer(text, *series[0]))
        series = [years[-1].span(), *series[1:]] if years else []
    if not series:
        return {}
    before, behind = text[: series[0][0]], text[series[-1][1] :]
    return {text[start:end]: f"{before}{text[start:end]}{behind}" for start, end in series}


def _named(text: str, is_name: Callable[[str], bool]) -> list[tuple[int, int]]:
    """Where names and years stand, words of one name and the year behind it together."""
    found: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        for before in (_ELIDED, _AND_OF_ARABIC):
            cut = before.match(word)
            if cut and is_name(word[cut.end() :]):
                word, start = word[cut.end() :], start + cut.end()
        if not (_YEAR.fullmatch(word) or is_name(word)):
            continue
        gap = text[found[-1][1] : start] if found else ","
        dated = bool(_YEAR.fullmatch(word)) and set(_TOKEN.findall(fold(gap))) <= _BETWEEN
        if found and start == match.start() and (not gap.strip() or dated):
            found[-1] = found[-1][0], match.end()
        else:
            found.append((start, match.end()))
    return found


def _series(text: str, named: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The names that stand side by side."""
    found: list[list[tuple[int, int]]] = []
    for place in named:
        if found and _joins(text[found[-1][-1][1] : place[0]]):
            found[-1].append(place)
        else:
            found.append([place])
    return found


def _joins(gap: str) -> bool:
    """Whether nothing but a comma or an "and", with a preposition, stands between two names."""
    said = fold(gap).replace("as well as", "as_well_as").replace("ainsi que", "ainsi_que")
    tokens = _TOKEN.findall(said)
    return 0 < len(tokens) <= _LONGEST_GAP and not _JOINS.isdisjoint(tokens) and set(tokens) <= _JOINS | _BETWEEN
