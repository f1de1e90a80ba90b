"""Question sets from tables: CSV and Excel, one question a row, columns named as the fields.

Several entries in one cell stand on lines of their own or are joined by ` || `.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from assistant.evaluation.errors import SetError
from assistant.evaluation.fields import Entry, Field

_MANY = ("answers", "must_include", "documents", "history")
_YES = ("true", "yes", "1", "x", "vrai", "oui", "نعم")
_NO = ("false", "no", "0", "faux", "non", "لا")


def read_csv(path: Path) -> list[Entry]:
    """The entries of a CSV file with commas, semicolons or tabs, as a spreadsheet writes it in UTF-8."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SetError([f"{path}: not UTF-8 text; save it as “CSV UTF-8”."]) from error
    except OSError as error:
        raise SetError([f"{path} cannot be read: {error.strerror}."]) from error
    head = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count), strict=True)
    try:
        rows = list(_numbered(reader))
    except csv.Error as error:
        raise SetError([f"{path}, line {reader.line_num}: not a table ({error})."]) from error
    return _table(rows, path)


def read_xlsx(path: Path) -> list[Entry]:
    """The entries of the first sheet of an Excel file."""
    import zipfile

    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = [(number, [_cell(cell) for cell in row]) for number, row in enumerate(sheet.values, 1)]
        book.close()
    except OSError as error:
        raise SetError([f"{path} cannot be read: {error.strerror}."]) from error
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, IndexError) as error:
        raise SetError([f"{path}: not an Excel file that can be read; save it anew as .xlsx."]) from error
    return _table(rows, path)


def _numbered(reader: Any) -> Iterator[tuple[int, list[str]]]:
    """Rows with the line each begins on; a cell may hold line breaks."""
    begins = 1
    for row in reader:
        yield begins, row
        begins = reader.line_num + 1


def _table(rows: Iterable[tuple[int, Sequence[str]]], path: Path) -> list[Entry]:
    filled = [(line, row) for line, row in rows if any(cell.strip() for cell in row)]
    if not filled:
        return []
    names = [name.strip().lower() for name in filled[0][1]]
    doubled = sorted({name for name in names if name and names.count(name) > 1})
    if doubled:
        raise SetError([f'{path}, line {filled[0][0]}, field "{doubled[0]}": two columns have this name.'])
    return [_entry(path, line, names, row) for line, row in filled[1:]]


def _entry(path: Path, line: int, names: Sequence[str], row: Sequence[str]) -> Entry:
    cells = [*row, *[""] * (len(names) - len(row))]
    nameless = next((cell for name, cell in zip(names, cells, strict=False) if not name and cell.strip()), None)
    if nameless is not None or any(cell.strip() for cell in cells[len(names) :]):
        raise SetError([f"{path}, line {line}: a cell stands in a column without a name; name it in the first row."])
    found = {
        name: Field(_value(name, cell), line)
        for name, cell in zip(names, cells, strict=False)
        if name and (cell.strip() or name in ("id", "question"))
    }
    return Entry(str(path), line, found)


def _value(name: str, cell: str) -> Any:
    if name in _MANY:
        return [part.strip() for part in re.split(r"\s\|\|\s|\n", cell) if part.strip()]
    folded = cell.strip().lower()
    if name == "answerable" and folded in (*_YES, *_NO):
        return folded in _YES
    return cell.strip()


def _cell(value: Any) -> str:
    """A cell as it is typed: days without their midnight, whole numbers without a point."""
    from datetime import datetime

    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
