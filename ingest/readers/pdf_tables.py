"""Finds tables on a page: cells between drawn lines, or words that stand in columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from .bidi import is_right_to_left
from .pdf_lines import cells_of, joined, lines_of, rows_of
from .pdf_page import Page, Rule, Word

Row = list[list[Word]]
"""The cells of one row, each with its words."""
_NEAR = 3.0
_MOST_RULES = 1_500
_FEWEST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a table in reading order, and where it stands."""

    rows: tuple[tuple[str, ...], ...]
    top: float
    bottom: float
    edges: tuple[float, ...]
    """Its vertical edges, to recognise it on the next page."""
    words: tuple[Word, ...]
    bold_first: bool = False
    open_top: bool = False
    """Whether no line closes it above: its first row may go on from the page before."""
    open_bottom: bool = False


def ruled_tables(page: Page) -> list[Table]:
    """Tables drawn with lines."""
    if not 2 <= len(page.horizontal) + len(page.vertical) <= _MOST_RULES:
        return []
    tables = [_ruled(page, horizontal, vertical) for horizontal, vertical in _grids(page.horizontal, page.vertical)]
    return [table for table in tables if table is not None]


def _grids(horizontal: Sequence[Rule], vertical: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that touch each other, directly or through others."""
    parents = list(range(len(horizontal) + len(vertical)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    for i, across in enumerate(horizontal):
        for j, down in enumerate(vertical, len(horizontal)):
            if (
                across.start - _NEAR <= down.at <= across.end + _NEAR
                and down.start - _NEAR <= across.at <= down.end + _NEAR
            ):
                parents[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for index, rule in enumerate([*horizontal, *vertical]):
        groups[root(index)][index >= len(horizontal)].append(rule)
    return [group for group in groups.values() if len(group[0]) > 1 and len(group[1]) > 1]


def _ruled(page: Page, horizontal: list[Rule], vertical: list[Rule]) -> Table | None:
    xs, ys = _merged(vertical), _merged(horizontal)[::-1]
    top, bottom = max(rule.end for rule in vertical), min(rule.start for rule in vertical)
    open_top, open_bottom = top > ys[0] + 2 * _NEAR, bottom < ys[-1] - 2 * _NEAR
    ys = [top] * open_top + ys + [bottom] * open_bottom
    if len(xs) < 3 or len(ys) < 2:
        return None
    words = [
        w for w in page.words if xs[0] - 1 < (w.left + w.right) / 2 < xs[-1] + 1 and ys[-1] - 1 < w.middle < ys[0] + 1
    ]
    if not words:
        return None
    owners = _owners(xs, ys, horizontal, vertical)
    cells: dict[tuple[int, int], list[Word]] = defaultdict(list)
    for word in words:
        row = sum(word.middle < y for y in ys[1:-1])
        column = sum((word.left + word.right) / 2 > x for x in xs[1:-1])
        cells[owners[row, column]].append(word)
    if len(cells) < 2:
        return None
    backwards = is_right_to_left("".join(word.text for word in words))
    rows = _texts(cells, len(ys) - 1, len(xs) - 1, backwards)
    first = [word for (row, _), inside in cells.items() if row == 0 for word in inside]
    others = [word for (row, _), inside in cells.items() if row > 0 for word in inside]
    bold = bool(first) and all(word.bold for word in first) and not all(word.bold for word in others)
    return Table(rows, ys[0], ys[-1], tuple(xs), tuple(words), bold, open_top, open_bottom)


def _texts(
    cells: dict[tuple[int, int], list[Word]], height: int, width: int, backwards: bool
) -> tuple[tuple[str, ...], ...]:
    rows = []
    for row in range(height):
        texts = [joined(lines_of(cells.get((row, column), []), right_to_left=backwards)) for column in range(width)]
        rows.append(tuple(texts[::-1] if backwards else texts))
    return tuple(rows)


def _merged(rules: Sequence[Rule]) -> list[float]:
    """The places of rules, those that nearly coincide counted once."""
    places: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not places or at - places[-1] > _NEAR:
            places.append(at)
    return places


def _owners(
    xs: Sequence[float], ys: Sequence[float], horizontal: Sequence[Rule], vertical: Sequence[Rule]
) -> dict[tuple[int, int], tuple[int, int]]:
    """For every square of the grid the top left one of the cell it belongs to."""
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            x, y = (xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2
            if column and not any(abs(r.at - xs[column]) <= _NEAR and r.start <= y <= r.end for r in vertical):
                owners[row, column] = owners[row, column - 1]
            elif row and not any(abs(r.at - ys[row]) <= _NEAR and r.start <= x <= r.end for r in horizontal):
                owners[row, column] = owners[row - 1, column]
            else:
                owners[row, column] = (row, column)
    return owners


def aligned_tables(page: Page, words: Sequence[Word], right_to_left: bool) -> list[Table]:
    """Tables without lines: rows in a run whose wide gaps stand one above the other."""
    tables: list[Table] = []
    run: list[Row] = []
    for row in [*rows_of(words), []]:
        cells = cells_of(row) if row else []
        if run and cells and _continues(run, cells):
            run[-1] = _extended(run, cells)
            continue
        if len(cells) > 1 and _close(run, row) and (not run or _gutters([*run, cells])):
            run.append(cells)
            continue
        tables += _aligned(run, right_to_left)
        run = [cells] if len(cells) > 1 else []
    return tables


def _continues(run: Sequence[Row], cells: Row) -> bool:
    """Whether a line only goes on with cells of the row above it: closer to it than rows are, and under its cells."""
    if len(run) < 2 or len(cells) >= len(run[-1]):
        return False
    above, word = min(run[-1][0], key=lambda word: word.baseline), cells[0][0]
    between_rows = run[-2][0][0].baseline - run[-1][0][0].baseline
    leading = above.baseline - word.baseline
    columns = _gutters(run)
    return 0 < leading < min(1.5 * word.size, 0.9 * between_rows) and all(
        _column(columns, cell) is not None for cell in cells
    )


def _column(columns: Sequence[tuple[float, float]], cell: Sequence[Word]) -> int | None:
    """The column a cell stands in, without reaching into the next."""
    left, right = cell[0].left, max(word.right for word in cell)
    for index, (start, _) in enumerate(columns):
        following = columns[index + 1][0] if index + 1 < len(columns) else float("inf")
        if start - 2 <= left and right < following:
            return index
    return None


def _extended(run: Sequence[Row], cells: Row) -> Row:
    """The last row of a run with the words of one more line in its cells."""
    columns = _gutters(run)
    row = [list(cell) for cell in run[-1]]
    for cell in cells:
        column = _column(columns, cell)
        same = [known for known in row if _column(columns, known) == column]
        if same:
            same[0] += cell
        else:
            row.append(list(cell))
    return row


def _close(run: Sequence[Row], row: Sequence[Word]) -> bool:
    if not run:
        return True
    above = min((word for cell in run[-1] for word in cell), key=lambda word: word.baseline)
    return above.middle - row[0].middle < 3.2 * max(above.size, row[0].size)


def _gutters(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """The columns of rows: stretches that hold ink in some row, parted by gaps that are free in all."""
    spans = sorted((cell[0].left, max(word.right for word in cell)) for row in rows for cell in row)
    columns = [spans[0]]
    for left, right in spans[1:]:
        if left < columns[-1][1] + 2:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return columns if len(columns) > 1 else []


def _aligned(run: Sequence[Row], right_to_left: bool) -> list[Table]:
    columns = _gutters(run) if len(run) >= _FEWEST_ROWS else []
    if not columns:
        return []
    words = [word for row in run for cell in row for word in cell]
    backwards = right_to_left or is_right_to_left("".join(word.text for word in words))
    rows = []
    for row in run:
        placed: list[list[Word]] = [[] for _ in columns]
        for cell in row:
            placed[next(i for i, column in enumerate(columns) if column[0] <= cell[0].left <= column[1])] += cell
        texts = [joined(lines_of(cell, right_to_left=backwards)) for cell in placed]
        rows.append(tuple(texts[::-1] if backwards else texts))
    first = [word for cell in run[0] for word in cell]
    bold = all(word.bold for word in first) and not all(word.bold for word in words)
    edges = (columns[0][0], *(left for left, _ in columns[1:]), columns[-1][1])
    return [Table(tuple(rows), max(w.top for w in words), min(w.bottom for w in words), edges, tuple(words), bold)]
