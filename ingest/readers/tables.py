"""Turns the cells of a table into its stored lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .clean import cell
from .raw import RawBlock

_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_OF_A_YEAR = re.compile(r"[^\W\d_]{2}.*\b(?:19|20)\d\d\b")
_AMOUNT = re.compile(r"^[\d\s.,%$€£()+\-–]+$")
_WORDS = re.compile(r"[^\W\d_]{2}")
_TITLED = re.compile(r"^(?:Dr|Mr|Mrs|Ms|Mme|Mlle|M|Prof|Pr|H\.E|S\.E)\b\.?\s|^(?:السيد|السيدة|الدكتور|الدكتورة)\s")
_SURNAME = re.compile(r"\b[A-ZÀ-Þ][\w'-]+ [A-ZÀ-Þ]{3,}\b")
_LONGEST_NAME = 60
SEPARATOR = " | "


def table_blocks(
    rows: Sequence[Sequence[str]],
    *,
    page: int | None = None,
    pages: Sequence[int] | None = None,
    header: bool | None = None,
) -> list[RawBlock]:
    """The stored lines of one table.

    Args:
        rows: The cells, top to bottom; rows without any text are left out.
        page: Where the table stands.
        pages: The page of every row, for a table that goes over several.
        header: Whether the first row holds the names of the columns; None when the file does not say.
    """
    on: Sequence[int | None] = pages or [page] * len(rows)
    kept = [(place, [cell(text) for text in row]) for place, row in zip(on, rows, strict=True)]
    kept = [(place, row) for place, row in kept if any(row)]
    filled = _evened([row for _, row in kept])
    if not filled:
        return []
    if len(filled[0]) == 1:
        return [RawBlock("paragraph", row[0], place) for (place, _), row in zip(kept, filled, strict=True)]
    names = _name_rows(filled, header)
    columns = _combined(filled[:names])
    blocks = [RawBlock("header", SEPARATOR.join(row), kept[0][0]) for row in filled[:names]]
    below = list(zip(kept, filled, strict=True))[names:]
    return blocks + [row_block(row, page=place, columns=columns) for (place, _), row in below]


def _name_rows(rows: Sequence[Sequence[str]], header: bool | None) -> int:
    """How many rows at the top hold the names of the columns: two where names stand under a name they share."""
    shared = len(rows) > 2 and header is not False and _shares_names(rows[0], rows[1])
    if shared:
        return 2
    return int(names_columns(rows) if header is None else header and len(rows) > 1)


def _shares_names(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether every name that reaches over several columns, and no other, has names below it."""
    over = {index for index, name in enumerate(first) if not name}
    over |= {index - 1 for index in over}
    return (
        bool(over)
        and bool(first[0])
        and all(bool(name) == (index in over) for index, name in enumerate(second))
        and all(name and len(name) <= _LONGEST_NAME for name in (*filter(None, first), *filter(None, second)))
    )


def _combined(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The name of every column: of two rows, what is shared comes first."""
    if len(rows) < 2:
        return tuple(rows[0]) if rows else ()
    names, shared = [], ""
    for above, below in zip(*rows, strict=True):
        shared = above or shared
        names.append(f"{shared} {below}" if below else above)
    return tuple(names)


def _evened(rows: list[list[str]]) -> list[list[str]]:
    """Rows of one length, without the columns in which nothing stands."""
    width = max((len(row) for row in rows), default=0)
    padded = [row + [""] * (width - len(row)) for row in rows]
    filled = [index for index in range(width) if any(row[index] for row in padded)]
    return [[row[index] for index in filled] for row in padded]


def row_block(cells: Sequence[str], *, page: int | None, columns: Sequence[str]) -> RawBlock:
    """One more row of a table whose columns are known."""
    return RawBlock("row", SEPARATOR.join(cell(text) for text in cells), page, columns=tuple(columns))


def names_columns(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names the columns rather than being data itself."""
    if len(rows) < 2:
        return False
    first = rows[0]
    if any(len(name) > _LONGEST_NAME for name in first):
        return False
    if (blank := first[1:].count("")) * 3 > len(first):
        return False
    if any(name.endswith((".", ":")) and len(name) > 4 for name in first):
        return False
    if any(_TITLED.match(name) or _SURNAME.search(name) for name in first):
        return False
    digits = [index for index, name in enumerate(first) if _DIGIT.search(name)]
    plain = all(_names_amounts(rows, index) for index in digits)
    if not plain and not all(_OF_A_YEAR.search(first[index]) for index in digits):
        return False
    return (plain and not blank) or _stands_over_figures(rows)


def _stands_over_figures(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row has words in a column in which all others that say anything have digits."""
    columns = ((name, [text for text in below if text]) for name, *below in zip(*rows, strict=True))
    return any(
        _WORDS.search(name) and not _DIGIT.search(name) and len(below) > 2 and all(map(_DIGIT.search, below))
        for name, below in columns
    )


def _names_amounts(rows: Sequence[Sequence[str]], index: int) -> bool:
    """Whether a first cell with digits names the column below it: a year, or words over mere numbers."""
    name, below = rows[0][index], [row[index] for row in rows[1:] if row[index]]
    numbers = sum(_AMOUNT.match(text) is not None for text in below)
    if _YEAR.match(name):
        return len(rows[0]) > 2 and not any(_YEAR.match(text) for text in below)
    if _WORDS.search(name) and len(rows[0]) > 2 and len(below) > 2 and not any(map(_DIGIT.search, below)):
        return True  # `State at the end of 2024` over words
    return bool(_WORDS.search(name)) and numbers * 2 > len(below)
