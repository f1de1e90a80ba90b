"""Lays out pages of words and rules: lines, columns and tables become the blocks of a document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .bidi import is_right_to_left
from .pdf_columns import Area, in_columns
from .pdf_lines import Line, lines_of
from .pdf_page import Page
from .pdf_paragraphs import Measures, heading_size, paragraphs
from .pdf_tables import Table, aligned_tables, ruled_tables
from .raw import RawBlock
from .tables import table_blocks

_EDGE = 0.12
_TIGHTEST = 0.9
"""Lines of one text stand at least this share of their size apart."""
_OFTEN = 0.15
_PAGE_NUMBER = re.compile(
    r"^(?:page|p\.?|صفحة|الصفحة|-|–|\s)*\d{1,4}\s*(?:(?:/|of|sur|de|من|-|–)\s*\d{0,4})?\s*$", re.I
)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Laid:
    """One page taken apart: its lines and tables from top to bottom."""

    page: Page
    parts: tuple[Line | Table, ...]


def laid_out(pages: Iterable[Page]) -> tuple[RawBlock, ...]:
    """The blocks of a document in reading order; page numbers and lines repeated at the edge of pages are left out."""
    return tuple(_blocks(_without_running_lines([_lay_out(page) for page in pages])))


def _lay_out(page: Page) -> _Laid:
    backwards = is_right_to_left("".join(word.text for word in page.words))
    ruled = ruled_tables(page)
    taken = {id(word) for table in ruled for word in table.words}
    words = [word for word in page.words if id(word) not in taken]
    areas = in_columns(words, right_to_left=backwards)
    parts = [part for area in areas for part in _area_parts(page, area, backwards)]
    return _Laid(page, tuple(_woven(parts, ruled)))


def _area_parts(page: Page, area: Area, backwards: bool) -> list[Line | Table]:
    """The lines and the tables without rules of one area, from top to bottom."""
    tables = aligned_tables(page, area.words, backwards)
    taken = {id(word) for table in tables for word in table.words}
    lines = lines_of((word for word in area.words if id(word) not in taken), right_to_left=backwards)
    lines = [line for line in lines if line.text]
    if area.narrow and lines:
        margin = max(line.end for line in lines)
        lines = [replace(line, margin=margin) for line in lines]
    return sorted([*lines, *tables], key=_height, reverse=True)


def _height(part: Line | Table) -> float:
    return part.top if isinstance(part, Table) else part.middle


def _woven(parts: list[Line | Table], tables: Sequence[Table]) -> list[Line | Table]:
    """The parts of a page with every ruled table before the first line below it in its column."""
    for table in sorted(tables, key=lambda table: -table.top):
        below = (
            index
            for index, part in enumerate(parts)
            if isinstance(part, Line)
            and part.middle < table.bottom
            and part.left < table.edges[-1]
            and part.right > table.edges[0]
        )
        parts.insert(next(below, len(parts)), table)
    return parts


def _without_running_lines(laid: Sequence[_Laid]) -> list[_Laid]:
    """Leave out page numbers, and lines that stand at the edge of page after page."""
    seen: Counter[tuple[bool, str]] = Counter()
    for entry in laid:
        seen.update({_edge_key(entry.page, line) for line in _edge_lines(entry)})
    often = max(2, len(laid) * 0.4)
    kept = []
    for entry in laid:
        dropped = {
            id(line)
            for line in _edge_lines(entry)
            if _PAGE_NUMBER.match(line.text) or seen[_edge_key(entry.page, line)] >= often
        }
        kept.append(_Laid(entry.page, tuple(part for part in entry.parts if id(part) not in dropped)))
    return kept if any(entry.parts for entry in kept) else list(laid)


def _edge_lines(entry: _Laid) -> list[Line]:
    margin = entry.page.height * _EDGE
    return [
        part for part in entry.parts if isinstance(part, Line) and not margin < part.middle < entry.page.height - margin
    ]


def _edge_key(page: Page, line: Line) -> tuple[bool, str]:
    return line.middle > page.height / 2, _DIGITS.sub("#", line.text)


def _blocks(laid: Sequence[_Laid]) -> list[RawBlock]:
    """Lines become paragraphs across the whole document, tables stand between them."""
    measures = _measures(laid)
    blocks: list[RawBlock] = []
    lines: list[tuple[int, Line]] = []
    tables: list[tuple[int, Table]] = []
    for entry in laid:
        for part in entry.parts:
            if isinstance(part, Line):
                blocks += _table(tables)
                tables = []
                lines.append((entry.page.number, part))
                continue
            if tables and not _continues(tables[-1], (entry.page.number, part)):
                blocks += _table(tables)
                tables = []
            blocks += paragraphs(lines, measures)
            lines = []
            tables.append((entry.page.number, part))
    return blocks + _table(tables) + paragraphs(lines, measures)


def _continues(before: tuple[int, Table], entry: tuple[int, Table]) -> bool:
    """Whether a table goes on from the page before: its edges stand in the same places."""
    edges, others = before[1].edges, entry[1].edges
    return (
        entry[0] == before[0] + 1
        and len(edges) == len(others)
        and all(abs(a - b) < 6 for a, b in zip(edges, others, strict=True))
    )


def _table(parts: Sequence[tuple[int, Table]]) -> list[RawBlock]:
    """The lines of a table, put together from the pages it stands on."""
    rows: list[tuple[str, ...]] = []
    pages: list[int] = []
    for index, (page, table) in enumerate(parts):
        added = list(table.rows)
        repeated = bool(index) and added[0] == rows[0]
        added = added[repeated:]
        if index and added and _is_broken(parts[index - 1][1], table, repeated) and len(rows[-1]) == len(added[0]):
            rows[-1] = tuple(f"{above} {below}".strip() for above, below in zip(rows[-1], added[0], strict=True))
            added = added[1:]
        rows += added
        pages += [page] * len(added)
    header = True if parts and parts[0][1].bold_first else None
    return table_blocks(rows, pages=pages, header=header)


def _is_broken(before: Table, table: Table, repeated: bool) -> bool:
    """Whether the last row of a page goes on on the next one, where the names of the columns may stand above it again."""
    if not before.open_bottom:
        return False
    first = table.rows[repeated] if len(table.rows) > repeated else ()
    return table.open_top or (repeated and not first[0])


def _measures(laid: Sequence[_Laid]) -> Measures:
    """What is usual in this document: the size of its text, its margins and the distance between its lines."""
    sizes: Counter[float] = Counter()
    leadings: dict[int, list[float]] = defaultdict(list)
    ends: dict[bool, list[float]] = defaultdict(list)
    texts: set[str] = set()
    for entry in laid:
        lines = [part for part in entry.parts if isinstance(part, Line)]
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
            ends[line.right_to_left].append(line.end)
            texts.update(word.casefold() for word in line.text.split() if "-" in word[1:-1])
        for above, below in pairwise(lines):
            if abs(above.size - below.size) < 0.6 and above.middle - below.middle > _TIGHTEST * above.size:
                leadings[round(above.size)].append(above.middle - below.middle)
    usual = {size: _usual(found) for size, found in leadings.items()}
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    larger = {heading_size(size, body) for size in sizes} - {None}
    headings = tuple(sorted((size for size in larger if size is not None), reverse=True))
    return Measures(body, {side: max(found) for side, found in ends.items()}, usual, frozenset(texts), headings)


def _usual(leadings: Sequence[float]) -> float:
    """The smallest distance between lines that occurs often: larger ones are gaps between paragraphs."""
    counted = Counter(round(leading) for leading in leadings)
    often = [leading for leading, count in counted.items() if count >= _OFTEN * len(leadings)]
    return float(min(often or counted))
