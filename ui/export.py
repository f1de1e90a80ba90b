"""Rows with their sources as a file for a spreadsheet, in which nothing is ever read as a formula."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ui.words import say
from vectorstore import plain

if TYPE_CHECKING:
    from assistant import Citation, Entry, RegisterTable

CSV, XLSX = "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BEGINS_A_FORMULA = "=+-@"
_LONGEST_CELL = 32_767
"""Characters a cell of a spreadsheet can hold."""
_WIDEST, _WIDE = 60, 18


def csv_file(table: RegisterTable, entries: Sequence[Entry], language: str) -> bytes:
    """The rows as CSV in UTF-8 with its mark, every value quoted; one that would begin a formula has an apostrophe before it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    for line in _lines(table, entries, language):
        writer.writerow([harmless(value) for value in line])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def xlsx_file(table: RegisterTable, entries: Sequence[Entry], language: str) -> bytes:
    """The rows as a workbook with one sheet, every cell of the type text."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sanad")
    sheet.freeze_panes = "A2"
    sheet.sheet_view.rightToLeft = language == "ar"
    lines = list(_lines(table, entries, language))
    for place in range(len(lines[0])):
        widest = max(len(line[place]) for line in lines[:200])
        sheet.column_dimensions[get_column_letter(place + 1)].width = min(_WIDEST, max(_WIDE, widest))
    for number, line in enumerate(lines):
        cells = []
        for value in line:
            cell = WriteOnlyCell(sheet, value=plain(value)[:_LONGEST_CELL])
            cell.data_type = "s"  # a value that begins with = was taken for a formula
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == 0:
                cell.font = Font(bold=True)
            cells.append(cell)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def harmless(value: str) -> str:
    """A value that no spreadsheet reads as a formula, whatever it begins with."""
    begins = unicodedata.normalize("NFKC", value.lstrip())[:1]
    if value[:1] in ("\t", "\r", "\n") or (begins and begins in _BEGINS_A_FORMULA):
        return "'" + value
    return value


def _lines(table: RegisterTable, entries: Sequence[Entry], language: str) -> Iterator[list[str]]:
    """The heads, then each row with the file, the page and the words of its first source, and where else it stands."""
    heads = [column.name for column in table.columns]
    yield [*heads, *(say(language, key) for key in ("file", "page_head", "quote", "also_in"))]
    for entry in entries:
        first, *others = entry.citations or (None,)
        where = [first.document, str(first.page or ""), first.quote] if first else ["", "", ""]
        yield [*(cell.text for cell in entry.cells), *where, "; ".join(_place(c, language) for c in others if c)]


def _place(citation: Citation, language: str) -> str:
    page = f", {say(language, 'page', page=citation.page)}" if citation.page else ""
    return f"{citation.document}{page}"
