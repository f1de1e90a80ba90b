"""Tells pages set in two columns from pages with tables, and puts the columns one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from .pdf_lines import rows_of
from .pdf_page import Word

_FEWEST_LINES = 8
_FEWEST_WORDS = 3.0
_FULL, _MOSTLY, _SOMETIMES = 0.75, 0.45, 0.25
"""A line is full from this share of its column; so many lines of text are, and of text with tables among it."""
_MOST_CROSSED = 0.3
"""Share of lines, titles for instance, that may run over both columns."""


@dataclass(frozen=True, slots=True)
class Area:
    """Words that are read before those of the next area."""

    words: tuple[Word, ...]
    narrow: bool = False
    """Whether it is one of several columns, with margins of its own."""


def in_columns(words: Sequence[Word], *, right_to_left: bool) -> list[Area]:
    """The areas of a page in the order in which they are read; one for an ordinary page."""
    rows = rows_of(words)
    gutter = _gutter(rows)
    if gutter is None:
        return [Area(tuple(words))]
    areas: list[Area] = []
    for crossing, run in groupby(rows, key=lambda row: _crosses(row, gutter)):
        inside = [word for row in run for word in row]
        if crossing:
            areas.append(Area(tuple(inside)))
            continue
        sides = [
            [word for word in inside if (word.left > gutter) == right] for right in (right_to_left, not right_to_left)
        ]
        areas += [Area(tuple(side), narrow=True) for side in sides if side]
    return areas


def _crosses(row: Sequence[Word], gutter: float) -> bool:
    """Whether a line runs over the gutter, or two of its words stand close together on both sides of it."""
    if any(word.left < gutter < word.right for word in row):
        return True
    left = max((word.right for word in row if word.right <= gutter), default=None)
    right = min((word.left for word in row if word.left >= gutter), default=None)
    return left is not None and right is not None and right - left < 0.7 * min(word.size for word in row)


def _gutter(rows: Sequence[Sequence[Word]]) -> float | None:
    """The middle of the empty strip between two columns of running text."""
    words = [word for row in rows for word in row]
    if len(rows) < _FEWEST_LINES:
        return None
    left, right = min(word.left for word in words), max(word.right for word in words)
    places = [left + (right - left) * step / 100 for step in range(30, 71)]
    crossed = [sum(_crosses(row, place) for row in rows) for place in places]
    fewest = min(crossed)
    if fewest > _MOST_CROSSED * len(rows):
        return None
    free = [place for place, count in zip(places, crossed, strict=True) if count == fewest]
    place = free[len(free) // 2]
    inside = [word for row in rows if not _crosses(row, place) for word in row]
    sides = [rows_of(word for word in inside if (word.left > place) == right) for right in (False, True)]
    mostly = _MOSTLY if _aligned(*sides) else _SOMETIMES
    return place if all(_is_prose(side, mostly) for side in sides) and _overlap(*sides) else None


def _aligned(one: Sequence[Sequence[Word]], other: Sequence[Sequence[Word]]) -> bool:
    """Whether the lines of two sides stand at the same heights, as the cells of a table always do."""
    heights = {round(line[0].baseline) for line in other}
    near = sum(bool({round(line[0].baseline) + step for step in (-1, 0, 1)} & heights) for line in one)
    return near * 2 > min(len(one), len(other))


def _is_prose(lines: Sequence[Sequence[Word]], mostly: float) -> bool:
    """Whether these are full lines of several words, as running text has and cells have not.

    Args:
        lines: One side of the page.
        mostly: The share of them that must be full.
    """
    if len(lines) < _FEWEST_LINES or sum(len(line) for line in lines) < _FEWEST_WORDS * len(lines):
        return False
    low, high = min(word.left for line in lines for word in line), max(word.right for line in lines for word in line)
    full = sum(max(w.right for w in line) - min(w.left for w in line) > _FULL * (high - low) for line in lines)
    return full >= mostly * len(lines)


def _overlap(one: Sequence[Sequence[Word]], other: Sequence[Sequence[Word]]) -> bool:
    """Whether two columns stand beside each other for most of the shorter one."""
    tops, bottoms = (one[0][0].baseline, other[0][0].baseline), (one[-1][0].baseline, other[-1][0].baseline)
    shorter = min(top - bottom for top, bottom in zip(tops, bottoms, strict=True))
    return min(tops) - max(bottoms) > 0.5 * shorter
