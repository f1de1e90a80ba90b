"""Compares two looks at one page, because text recognition is often sure of numbers in Arabic lines that are wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .bidi import RIGHT_TO_LEFT, is_right_to_left
from .hocr import SeenLine, SeenWord

ILLEGIBLE = "[…]"
"""Stands for a number or name that is on the page and cannot be relied on."""
_SURE, _VERY_SURE = 80.0, 90.0
_DIGITS = re.compile(r"\d")
_ARABIC_DIGITS = re.compile("[\u0660-\u0669\u06f0-\u06f9]")
_EDGES = "|¦[]{}"
_OVERLAP = 0.5


def sure_letters(lines: Sequence[SeenLine]) -> float:
    """How much was recognised, what is doubtful counting for less: of two looks, the one with more is the better."""
    return sum(len(word.text) * max(0.0, word.sure - 50) for line in lines for word in line.words)


def has_arabic(lines: Sequence[SeenLine]) -> bool:
    """Whether a good part of a page is Arabic."""
    return sum(_is_arabic(line) for line in lines) * 5 > len(lines)


def checked(lines: Sequence[SeenLine], others: Sequence[SeenLine]) -> list[SeenLine]:
    """Lines without the edges of tables, and in Arabic ones only such numbers and foreign words as a second look confirms.

    Args:
        lines: The better look.
        others: The other one, its places measured in the same pixels.
    """
    heard = [word for line in others for word in line.words]
    kept = (replace(line, words=tuple(_kept(line, heard))) for line in lines)
    return [line for line in kept if line.words]


def _kept(line: SeenLine, heard: Sequence[SeenWord]) -> Iterator[SeenWord]:
    arabic = _is_arabic(line)
    for word in line.words:
        bare = replace(word, text=_without_edges(word.text))
        if not bare.text:
            continue
        yield _confirmed(bare, heard) if arabic else bare


def _is_arabic(line: SeenLine) -> bool:
    return is_right_to_left("".join(word.text for word in line.words))


def _without_edges(text: str) -> str:
    """A word without the lines of a table that were taken for signs; brackets in pairs are meant."""
    paired = text.count("[") == text.count("]") and text.count("{") == text.count("}") and "|" not in text
    return text if paired else text.strip(_EDGES)


def _confirmed(word: SeenWord, heard: Sequence[SeenWord]) -> SeenWord:
    """A word of an Arabic line as far as it can be relied on."""
    if RIGHT_TO_LEFT.search(word.text) and not _DIGITS.search(word.text):
        return word
    if not any(char.isalnum() for char in word.text):
        return word
    other = max(heard, key=lambda one: _share(word, one), default=None)
    if other is None or _share(word, other) < _OVERLAP:
        return word if word.sure >= _VERY_SURE and not _ARABIC_DIGITS.search(word.text) else _illegible(word)
    if _bare(other.text) == _bare(word.text) and max(word.sure, other.sure) >= _SURE:
        return word
    longer = max(word, other, key=lambda one: len(_bare(one.text)))
    if longer.sure >= _VERY_SURE and _is_cut(word, other):
        return replace(word, text=longer.text)
    if other.sure >= max(_SURE, word.sure) and not _DIGITS.search(other.text) and RIGHT_TO_LEFT.search(other.text):
        return replace(other, left=word.left, top=word.top, right=word.right, bottom=word.bottom)
    doubtful = _DIGITS.search(word.text) or word.sure < _SURE
    return _illegible(word) if doubtful else word


def _is_cut(word: SeenWord, other: SeenWord) -> bool:
    """Whether one of two numbers is the other without some of its digits, which are easily overlooked."""
    short, long = sorted((_bare(word.text), _bare(other.text)), key=len)
    return long.isdecimal() and short.isdecimal() and (long.startswith(short) or long.endswith(short))


def _illegible(word: SeenWord) -> SeenWord:
    return replace(word, text=ILLEGIBLE)


def _share(word: SeenWord, other: SeenWord) -> float:
    """How much of two words lies in the same place."""
    across = min(word.right, other.right) - max(word.left, other.left)
    down = min(word.bottom, other.bottom) - max(word.top, other.top)
    if across <= 0 or down <= 0:
        return 0.0
    areas = [(one.right - one.left) * (one.bottom - one.top) for one in (word, other)]
    return across * down / max(*areas, 1.0)


def _bare(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())
