"""Reads spreadsheets (.xlsx, .csv): a page for every sheet, a stored row for every row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import dropwhile, groupby
from operator import not_
from typing import Any

from ingest.errors import RefusedError, UnreadableError

from .clean import clean
from .decode import decode
from .marks import is_key_value, may_be_heading
from .package import open_package
from .raw import RawBlock, RawDocument
from .tables import SEPARATOR, names_columns, row_block, table_blocks

MOST_CELLS = 500_000
MOST_ROWS, MOST_COLUMNS = 200_000, 500
_LONGEST_GAP = 1_000
"""Empty rows after which a sheet is taken to be over."""


def read(data: bytes) -> RawDocument:
    """The blocks of a workbook; hidden sheets are left out."""
    package = open_package(data, main="xl/workbook.xml")
    package.refuse_document_types()
    title = package.title()
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        blocks: list[RawBlock] = []
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        for page, sheet in enumerate(shown, 1):
            sheet.reset_dimensions()
            rows = [
                [_written(cell) for cell in row]
                for row in _filled(sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS))
            ]
            if page == 1 and (heading := heading_of(rows)):
                blocks.append(RawBlock("heading", heading, page, 1))
                rows = rows[1:]
            blocks.append(RawBlock("heading", clean(sheet.title), page, 2))
            blocks += sheet_blocks(rows, page)
    except RefusedError:
        raise
    except Exception as error:  # openpyxl lets whatever goes wrong in its parsers through
        raise UnreadableError("it is damaged; save it again from the office program") from error
    hidden = len(book.worksheets) - len(shown)
    notes = (f"{hidden} hidden sheets were left out",) if hidden else ()
    return RawDocument("xlsx", tuple(blocks), len(shown), title, notes)


def read_csv(data: bytes) -> RawDocument:
    """The blocks of a file with separated values."""
    text = decode(data)
    first = text[:20_000].splitlines()[:20]
    separator = max(
        ",;\t|",
        key=lambda sign: (
            min((line.count(sign) for line in first if line), default=0),
            sum(line.count(sign) for line in first),
        ),
    )
    try:
        rows = [row[:MOST_COLUMNS] for row in csv.reader(io.StringIO(text), delimiter=separator)]
    except csv.Error as error:
        raise UnreadableError("its lines are not separated values") from error
    if sum(len(row) for row in rows) > MOST_CELLS:
        raise RefusedError(f"it has more than {MOST_CELLS:,} cells; split it")
    return RawDocument("csv", tuple(sheet_blocks(rows, None)))


def heading_of(rows: Sequence[Sequence[str]]) -> str | None:
    """The line above everything else in the first sheet, where it stands alone in its row."""
    first = [clean(text) for text in rows[0] if text.strip()] if rows else []
    return first[0] if len(first) == 1 and may_be_heading(first[0]) and not is_key_value(first[0]) else None


def _filled(rows: Iterator[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    cells = gap = 0
    for row in rows:
        filled = sum(cell.value is not None for cell in row)
        cells += filled
        gap = 0 if filled else gap + 1
        if cells > MOST_CELLS:
            raise RefusedError(f"it has more than {MOST_CELLS:,} cells; split it")
        if gap > _LONGEST_GAP:
            return
        yield row


@dataclass(frozen=True)
class _Part:
    """Rows that stand together, or a cell that stands alone in its row."""

    rows: tuple[list[str], ...]
    alone: bool
    gap: bool
    """Whether an empty row stands above."""


def sheet_blocks(rows: Sequence[Sequence[str]], page: int | None) -> list[RawBlock]:
    """Tables are runs of rows between empty ones; a lone cell is a line of text, or names some rows of the table it stands in."""
    blocks: list[RawBlock] = []
    columns: tuple[str, ...] = ()
    parts = list(_parts(rows))
    for place, part in enumerate(parts):
        if part.alone:
            blocks += [RawBlock("paragraph", text, page) for text in part.rows[0] if text]
            columns = () if part.gap else columns
        elif not columns and (names := _names_over_sections(parts, place)):
            blocks.append(RawBlock("header", SEPARATOR.join(names), page))
            columns = names
        else:
            added = _run(part.rows, page, columns)
            columns = next((block.columns for block in reversed(added) if block.columns), ())
            blocks += added
    return blocks


def _parts(rows: Sequence[Sequence[str]]) -> Iterator[_Part]:
    cleaned = ([clean(text) for text in row] for row in rows)
    gap = False
    for filled, together in groupby(cleaned, key=lambda cells: min(2, sum(map(bool, cells)))):
        if filled > 1:
            yield _Part(tuple(together), False, gap)
        elif filled:
            for number, cells in enumerate(together):
                yield _Part((cells,), True, gap and not number)
        gap = not filled


def _names_over_sections(parts: Sequence[_Part], place: int) -> tuple[str, ...]:
    """The names of columns, where they stand alone above the first name of some rows; none where they do not."""
    below = parts[place + 1 : place + 3]
    if len(parts[place].rows) > 1 or [(part.alone, part.gap) for part in below] != [(True, False), (False, False)]:
        return ()
    names = tuple(dropwhile(not_, reversed(parts[place].rows[0])))[::-1]
    return names if all(names) and names_columns([names, *(row[: len(names)] for row in below[1].rows)]) else ()


def _run(rows: Sequence[list[str]], page: int | None, columns: tuple[str, ...]) -> list[RawBlock]:
    """One table; rows after a gap go on with the columns above them when they do not name their own."""
    trimmed = [row[: len(columns)] for row in rows]
    continues = columns and not any(any(row[len(columns) :]) for row in rows) and not names_columns(rows)
    if continues and all(len(row) == len(columns) for row in trimmed):
        return [row_block(row, page=page, columns=columns) for row in trimmed]
    return table_blocks(rows, page=page)


def _written(cell: Any) -> str:
    """A cell's value as a reader of the sheet sees it, more or less."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return _number(value, str(cell.number_format or ""))
    return str(value)


def _number(value: float, shape: str) -> str:
    if "%" in shape:
        return f"{round(value * 100, 4):g}%"
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{round(value, 10):.15g}"
