"""Tables in plain text, drawn with tabs, with two and more spaces or with bars between the columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

_GAP = re.compile(r"(?<=\S)(?: *\t[ \t]*| {2,})(?=\S)")
_BAR = re.compile(r"(?<=\S) +\| +(?=\S)")
_ENOUGH, _ENOUGH_BARRED = 2, 3
"""Rows and columns of a table; and rows of one drawn with bars, as two lines with bars may be anything."""


def split_table(lines: Sequence[str]) -> list[list[str]]:
    """The cells of the table that starts at the first line; empty where none does."""
    return _split(lines, _GAP, _ENOUGH) or _split(lines, _BAR, _ENOUGH_BARRED)


def _split(lines: Sequence[str], gap: re.Pattern[str], enough: int) -> list[list[str]]:
    rows: list[list[tuple[int, str]]] = []
    for line in lines:
        cells = _cells(line.strip("\n"), gap)
        if len(cells) < _ENOUGH:
            break
        rows.append(cells)
    if len(rows) < enough:
        return []
    if len({len(row) for row in rows}) == 1:
        return [[text for _, text in row] for row in rows]
    return _aligned(rows)


def _cells(line: str, gap: re.Pattern[str]) -> list[tuple[int, str]]:
    cells, start = [], len(line) - len(line.lstrip())
    for between in gap.finditer(line):
        cells.append((start, line[start : between.start()]))
        start = between.end()
    return [*cells, (start, line[start:].rstrip())]


def _aligned(rows: Sequence[Sequence[tuple[int, str]]]) -> list[list[str]]:
    """Cells put under the columns of the fullest row; nothing where they do not stand under one."""
    starts = [start for start, _ in max(rows, key=len)]
    table = []
    for row in rows:
        placed = [""] * len(starts)
        for start, text in row:
            column = min(range(len(starts)), key=lambda index: abs(starts[index] - start))
            if placed[column] or abs(starts[column] - start) > 3:
                return []
            placed[column] = text
        table.append(placed)
    return table
