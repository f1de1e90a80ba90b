"""Rows of a table whose value went up, down or stayed from one column to the next: what a revision did not touch, raised or cut."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Literal

from assistant.reading.document_lists import Entry
from vectorstore import fold, terms

Change = Literal["same", "up", "down"]

_SAID: tuple[tuple[Change, re.Pattern[str]], ...] = (
    (
        "same",
        re.compile(
            r"\b(?:unchanged|untouched|unaltered|unmodified|(?:the )?same (?:amount|value|figure|sum)|(?:did not|didn't|has not|hasn't|have not|haven't|was not|were not|not) (?:be(?:en)? )?(?:touch(?:ed)?|chang(?:e|ed)|alter(?:ed)?|modif(?:y|ied)|move[d]?)"
            r"|(?:stay|remain|kept|left)\w* (?:as (?:they|it) (?:are|is|was|were)|the same|alone)"
            r"|inchange\w*|sans changement|memes? montants?|(?:n'a|n'ont|ne) (?:pas|rien) (?:ete )?(?:touche|change|modifie|bouge)\w*|pas (?:ete )?(?:touche|change|modifie|bouge)\w*|reste\w* (?:telles? quelles?|les? memes?|identiques?|stables?)|maintenue?s)\b"
            r"|(?<!\w)(?:لم (?:ت|ي)?(?:تغير|غير|عدل|تعدل|تبدل|مس\w*|طرا)\w*|بقي\w* (?:كما هي|كما هو|علي حالها|ثابت\w*)|دون (?:تغيير|تعديل)|بدون (?:تغيير|تعديل)|بلا تغيير|ثابته|ما تغير\w*)(?!\w)"
        ),
    ),
    (
        "up",
        re.compile(
            r"\b(?:rais(?:e|ed|es)|increas(?:e|ed|es)|put up|went up|gone up|rose|grew|got more|top(?:ped)? up|releve\w*|augment\w*|hausse\w*|majore\w*)\b"
            r"|(?<!\w)(?:رفع\w*|زيد\w*|زاد\w*|ارتفع\w*|زياده)(?!\w)"
        ),
    ),
    (
        "down",
        re.compile(
            r"\b(?:cut|cuts|reduc(?:e|ed|es)|lower(?:ed|s)?|decreas(?:e|ed|es)|trimmed|slashed|went down|gone down|fell|lost money|redui\w*|baiss\w*|diminu\w*|rabote\w*|ampute\w*)\b"
            r"|(?<!\w)(?:خفض\w*|تخفيض|انخفض\w*|قلص\w*|نقص\w*|انقص\w*)(?!\w)"
        ),
    ),
)
_NUMBER = re.compile(r"[-–−]?\d[\d\s.,٬٫  ]*")
_MOSTLY = 0.7
"""Share of the rows that must have a number for a column to be one of values."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def asked_change(folded: str) -> tuple[Change, frozenset[str]] | None:
    """How the values changed that a folded question asks for, and the stems of its words for that."""
    for change, pattern in _SAID:
        found = pattern.search(folded)
        if found:
            return change, frozenset(terms(found.group()))
    return None


def rows_changed(
    change: Change, columns: Sequence[str], rows: Sequence[Entry], says: Callable[[str], bool]
) -> tuple[Entry, ...] | None:
    """The rows whose value so changed; None where the table does not give two values for each to compare.

    Args:
        change: The way.
        columns: The names of the table's columns.
        rows: Its rows.
        says: Whether the name of a column is of what the question says, so that its values are those after the change.
    """
    valued = [n for n in range(len(columns)) if _is_of_values(rows, n)]
    if len(valued) < 2:
        return None
    after = next((n for n in valued[1:] if says(columns[n])), valued[1])
    before = valued[valued.index(after) - 1]
    return tuple(row for row in rows if _went(_value(row, before), _value(row, after)) == change)


def _is_of_values(rows: Sequence[Entry], column: int) -> bool:
    """Whether a column holds values, not the years of its rows or their numbers."""
    values = [value for row in rows if (value := _value(row, column)) is not None]
    years = all(_FIRST_YEAR <= value <= _LAST_YEAR and value.is_integer() for value in values)
    numbered = len(values) > 1 and all(b - a == 1 for a, b in pairwise(values))
    return len(values) >= max(1.0, _MOSTLY * len(rows)) and not years and not numbered


def _value(row: Entry, column: int) -> float | None:
    cell = fold(row.cells[column]).strip() if column < len(row.cells) else ""
    if not _NUMBER.fullmatch(cell):
        return None
    bare = re.sub(r"[\s٬  ]", "", cell).replace("٫", ".").replace("−", "-").replace("–", "-")
    bare = re.sub(r"[.,](?=\d{3}(?!\d))", "", bare).replace(",", ".")
    try:
        return float(bare)
    except ValueError:
        return None


def _went(before: float | None, after: float | None) -> Change | None:
    if before is None or after is None:
        return None
    return "same" if before == after else "up" if after > before else "down"
