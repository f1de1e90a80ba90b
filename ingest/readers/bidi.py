"""Puts the glyphs of a line, as they stand on paper from left to right, into the order in which they are read.

A PDF file keeps places, not reading order. This is the Unicode bidirectional algorithm backwards, for the cases that
occur in running text: Arabic runs right to left, Latin words and numbers inside it left to right, and the other way
round. Brackets are taken from the spaces around them, because files disagree on whether a mirrored bracket is written
as itself or as its mirror image.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_GAP, _GAP_INSIDE = 0.17, 0.5
"""Shares of the font size from which a gap is a space: between two words of the file, and inside one."""
_SEPARATORS = ".,/:\u066b\u066c"
_BRACKETS = {"(": "()", ")": "()", "[": "[]", "]": "[]", "{": "{}", "}": "{}", "«": "«»", "»": "«»"}
_PERCENT = re.compile(r"(?<![\d\u0660-\u0669.,])([%\u066a])([\d\u0660-\u0669][\d\u0660-\u0669.,]*)")


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character and the strip of the line it takes up."""

    char: str
    left: float
    right: float
    order: int
    """Its place in the file, which decides between characters of one ligature."""
    word: int = 0
    """Characters the file keeps together have the same number."""

    @property
    def middle(self) -> float:
        """Halfway through it."""
        return (self.left + self.right) / 2


def is_right_to_left(text: str) -> bool:
    """Whether a text has more letters of right-to-left scripts than of others."""
    right = len(RIGHT_TO_LEFT.findall(text))
    return right > 0 and right * 2 > sum(char.isalpha() for char in text)


def in_reading_order(glyphs: Sequence[Glyph], *, size: float, right_to_left: bool) -> str:
    """The text of one line."""
    clusters = _clusters(glyphs, size)
    kinds = [_kind(cluster) for cluster in clusters]
    return "".join((_backwards if right_to_left else _forwards)(clusters, kinds))


def words_backwards(words: Sequence[str]) -> list[str]:
    """Words that stand from left to right, as they are read from the right; runs of Latin words keep their direction."""
    read: list[str] = []
    run: list[str] = []
    for word in reversed(words):
        latin = not RIGHT_TO_LEFT.search(word) and any(char.isalpha() for char in word)
        if not latin:
            read += run[::-1]
            run = []
        (run if latin else read).append(word)
    return read + run[::-1]


def _clusters(glyphs: Sequence[Glyph], size: float) -> list[str]:
    """Characters with their marks from left to right, and a space wherever there is room for one."""
    bases = [glyph for glyph in glyphs if not unicodedata.combining(glyph.char)]
    bases.sort(key=lambda glyph: (round(glyph.middle, 2), -glyph.order if _kind(glyph.char) == "R" else glyph.order))
    marks: dict[int, str] = {}
    for glyph in glyphs:
        if unicodedata.combining(glyph.char) and bases:
            nearest = min(bases, key=lambda base: (base.char.isspace(), abs(base.middle - glyph.middle)))
            marks[nearest.order] = marks.get(nearest.order, "") + glyph.char
    clusters: list[str] = []
    before: Glyph | None = None
    tight = _tight(bases)
    for index, glyph in enumerate(bases):
        if before is not None and clusters[-1] != " " and index not in tight and _apart(before, glyph, size):
            clusters.append(" ")
        if glyph.char.isspace():
            if clusters and clusters[-1] != " ":
                clusters.append(" ")
        else:
            clusters.append(glyph.char + marks.get(glyph.order, ""))
            before = glyph
    return clusters


def _tight(bases: Sequence[Glyph]) -> set[int]:
    """Places between a bracket and what it encloses: of its two sides, the one with less room."""
    places = set()
    for index in range(1, len(bases) - 1):
        left, bracket, right = bases[index - 1 : index + 2]
        if bracket.char in _BRACKETS and not left.char.isspace() and not right.char.isspace():
            places.add(index if bracket.left - left.right < right.left - bracket.right else index + 1)
    return places


def _apart(before: Glyph, glyph: Glyph, size: float) -> bool:
    """Whether there is a space between two neighbours; files lose the one beside a bracket easily."""
    within = before.word == glyph.word and before.char not in _BRACKETS and glyph.char not in _BRACKETS
    return glyph.left - before.right > (_GAP_INSIDE if within else _GAP) * size


def _kind(cluster: str) -> str:
    """`R` and `L` for letters, `N` for digits, `O` for the rest."""
    char = cluster[0]
    if char.isdigit():
        return "N"
    if RIGHT_TO_LEFT.match(char) and char.isalpha():
        return "R"
    return "L" if char.isalpha() else "O"


def _backwards(clusters: Sequence[str], kinds: Sequence[str]) -> list[str]:
    """Read from the right; Latin runs and numbers keep their own direction."""
    read: list[str] = []
    index = len(clusters)
    while index > 0:
        start = _run_start(clusters, kinds, index - 1)
        read += clusters[start:index]
        index = start
    return _brackets("".join(read))


def _run_start(clusters: Sequence[str], kinds: Sequence[str], last: int) -> int:
    """Where the left-to-right run that ends at `last` starts."""
    if kinds[last] not in "LN":
        return last
    start, latin = last, kinds[last] == "L"
    reach = last
    while reach > 0 and kinds[reach - 1] != "R":
        reach -= 1
        if kinds[reach] == "L":
            start, latin = reach, True
        elif kinds[reach] == "N" and latin:
            start = reach
    return start if latin else _number_start(clusters, kinds, last)


def _number_start(clusters: Sequence[str], kinds: Sequence[str], last: int) -> int:
    start = last
    while start > 0:
        if kinds[start - 1] == "N":
            start -= 1
        elif start > 1 and clusters[start - 1] in _SEPARATORS and kinds[start - 2] == "N":
            start -= 2
        else:
            break
    return start


def _forwards(clusters: Sequence[str], kinds: Sequence[str]) -> list[str]:
    """Read from the left; Arabic runs keep their own direction."""
    read: list[str] = []
    index = 0
    while index < len(clusters):
        end = index + 1
        if kinds[index] == "R":
            reach = end
            while reach < len(clusters) and kinds[reach] != "L":
                reach += 1
                if kinds[reach - 1] == "R":
                    end = reach
            read += _backwards(clusters[index:end], kinds[index:end])
        else:
            read.append(clusters[index])
        index = end
    return read


def _brackets(text: str) -> list[str]:
    """Open brackets before words, close them after words."""
    chars = list(_PERCENT.sub(r"\2\1", text))
    for index, char in enumerate(chars):
        if char in _BRACKETS:
            opened = index == 0 or chars[index - 1].isspace() or chars[index - 1] in "([{«"
            starts = index + 1 < len(chars) and not chars[index + 1].isspace()
            chars[index] = _BRACKETS[char][0 if opened and starts else 1]
    return chars
