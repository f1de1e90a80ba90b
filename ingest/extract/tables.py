"""Tables as their rows stand together: which rows only add up the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from ingest.extract.lines import Line
from ingest.extract.plain import Plain

_TOTAL = re.compile(
    r"^(?:(?:grand |sub-?)?totals?(?: general)?|ensemble|somme|sum|together|overall|all|المجموع(?: الكلي)?|الاجمالي|الجمله)(?!\w)"
)
_NUMBER = re.compile(r"\d[\d., \u00a0\u202f]*")
_LEAST = 3
"""Rows of a table whose last one can be told to be the sum of the others."""


def total_rows(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that are totals: by their name, or because every figure in them is the sum of those above."""
    found: set[int] = set()
    rows = (line for line in lines if line.kind == "row")
    for _, table in groupby(rows, key=lambda line: (line.headings, line.columns)):
        members = list(table)
        found.update(line.number for line in members if _TOTAL.match(Plain.of(line.cells()[0].text).text))
        if len(members) > _LEAST and members[-1].number not in found and _adds_up(members):
            found.add(members[-1].number)
    return frozenset(found)


def _adds_up(table: Sequence[Line]) -> bool:
    *above, last = table
    totals = list(_figures(last))
    columns = [list(_figures(line)) for line in above]
    if not any(total is not None for total in totals) or any(len(column) != len(totals) for column in columns):
        return False
    sums = [sum(column[n] or 0 for column in columns) for n in range(len(totals))]
    return all(total is None or (total == sums[n] and total > 0) for n, total in enumerate(totals))


def _figures(line: Line) -> Iterable[int | None]:
    return (figure(cell.text) for cell in line.cells()[1:])


def figure(text: str) -> int | None:
    """A whole number as tables write it; None for anything else."""
    match = _NUMBER.fullmatch(text.strip())
    digits = re.sub(r"\D", "", match.group()) if match else ""
    return int(digits) if digits else None
