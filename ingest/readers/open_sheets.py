"""Reads OpenDocument spreadsheets (.ods): a page for every sheet, a stored row for every row."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ingest.errors import RefusedError

from .clean import clean
from .open_package import OFFICE, STYLE, TABLE, TEXT, open_document, title_of
from .raw import RawBlock, RawDocument
from .sheets import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, heading_of, sheet_blocks

_REPEATED_ROWS, _REPEATED_COLUMNS = f"{TABLE}number-rows-repeated", f"{TABLE}number-columns-repeated"


def read(data: bytes) -> RawDocument:
    """The blocks of a workbook; hidden sheets are left out."""
    package = open_document(data, "spreadsheet")
    root = package.xml("content.xml")
    hidden = {
        style.get(f"{STYLE}name")
        for style in root.iter(f"{STYLE}style")
        for properties in style.iterfind(f"{STYLE}table-properties")
        if properties.get(f"{TABLE}display") == "false"
    }
    sheets = list(root.iterfind(f"{OFFICE}body/{OFFICE}spreadsheet/{TABLE}table"))
    shown = [sheet for sheet in sheets if sheet.get(f"{TABLE}style-name") not in hidden]
    blocks: list[RawBlock] = []
    left = MOST_CELLS
    for page, sheet in enumerate(shown, 1):
        rows = list(_rows(sheet, left))
        left -= sum(bool(cell) for row in rows for cell in row)
        if page == 1 and (heading := heading_of(rows)):
            blocks.append(RawBlock("heading", heading, page, 1))
            rows = rows[1:]
        blocks.append(RawBlock("heading", clean(sheet.get(f"{TABLE}name", "")), page, 2))
        blocks += sheet_blocks(rows, page)
    notes = (f"{len(sheets) - len(shown)} hidden sheets were left out",) if len(shown) < len(sheets) else ()
    return RawDocument("ods", tuple(blocks), len(shown), title_of(package), notes)


def _rows(sheet: etree._Element, most: int) -> Iterator[list[str]]:
    """The rows of a sheet with the values that are shown; empty rows are given once, however often they are repeated."""
    cells = count = 0
    for row in sheet.iter(f"{TABLE}table-row"):
        if row.get(f"{TABLE}visibility") in ("collapse", "filter"):
            continue
        values = _cells(row)
        filled = sum(bool(value) for value in values)
        times = _times(row.get(_REPEATED_ROWS)) if filled else 1
        cells, count = cells + filled * times, count + times
        if cells > most:
            raise RefusedError(f"it has more than {MOST_CELLS:,} cells; split it")
        if count > MOST_ROWS:
            return
        yield from [values] * times


def _cells(row: etree._Element) -> list[str]:
    values: list[str] = []
    for cell in row:
        if cell.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            continue
        text = " ".join("".join(part.itertext()) for part in cell.iterfind(f"{TEXT}p"))
        values += [text] * min(_times(cell.get(_REPEATED_COLUMNS)), MOST_COLUMNS - len(values))
    while values and not values[-1].strip():
        values.pop()
    return values


def _times(said: str | None) -> int:
    return min(int(said), MOST_ROWS) if said and said.isdecimal() and len(said) < 10 else 1
