"""Which rows of a table went up or down, where a question asks for those: by the signs of a column of changes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.reading.document_lists import Entry
from vectorstore import fold

_FELL = re.compile(
    r"\b(?:fell|fallen|falling|drop(?:s|ped)?|decreas\w*|declin\w*|cheaper|went down|gone down|baiss\w*|diminu\w*|recul\w*|chut\w*|moins chers?)\b"
    r"|(?<!\w)(?:انخفض|تراجع|هبط|نزل|تناقص|نقص)\w*"
)
_ROSE = re.compile(
    r"\b(?:rose|risen|rising|increas\w*|climb\w*|went up|gone up|grew|grown|dearer|augment\w*|haus+\w*|rencheri\w*|plus chers?)\b"
    r"|(?<!\w)(?:ارتفع|زاد|تزايد|صعد|ازداد)\w*"
)
_CHANGE = re.compile(r"\s*(?P<sign>[+\-−–])\s?\d")
_MOSTLY = 0.7
"""Share of the rows that must say how something changed for a column to be one of changes."""


def changed(text: str, rows: Sequence[Entry]) -> list[Entry]:
    """The rows that changed the way a question asks for; none where it asks for no change or no column has both.

    Args:
        text: The question.
        rows: Of a table.
    """
    fell, rose = bool(_FELL.search(fold(text))), bool(_ROSE.search(fold(text)))
    if fell == rose:
        return []
    for column in range(max((len(row.cells) for row in rows), default=0)):
        signs = [_sign(row, column) for row in rows]
        if {"+", "-"} <= set(signs) and sum(map(bool, signs)) >= _MOSTLY * len(rows):
            return [row for row, sign in zip(rows, signs, strict=True) if sign == ("-" if fell else "+")]
    return []


def _sign(row: Entry, column: int) -> str:
    found = _CHANGE.match(row.cells[column]) if column < len(row.cells) else None
    return "" if found is None else "+" if found["sign"] == "+" else "-"
