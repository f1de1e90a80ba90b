"""Each value that the cells of a column hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.reading.document_lists import Entry
from vectorstore import fold

_SPLIT = re.compile(r"\s*(?:[;/]|,|،|؛|\bet\b|\band\b)\s*")
_LONG = 4
"""Words of a name, at most."""
_ASIDE = re.compile(r"[,،(]")
_TITLED = re.compile(r"(?<!\w)(?:Dr|Mr|Mrs|Ms|Mme|Mlle|M|Prof|Pr|Eng|Capt)\.?\s|(?<!\w)(?:ال)?(?:سيدة?|دكتورة?)\s")


def holds_several(cell: str) -> bool:
    """Whether a cell names more than one thing."""
    return len(_SPLIT.split(cell)) > 1


def each_value(rows: Sequence[Entry], column: int) -> Iterator[Entry]:
    """Each value of a column once; several in a cell are each one."""
    seen: set[str] = set()
    for row in rows:
        cell = row.cells[column].strip() if column < len(row.cells) else ""
        for value in _values(cell):
            key = fold(_ASIDE.split(value)[0]).strip()
            if key and key not in seen:
                seen.add(key)
                cells = (*row.cells[:column], value, *row.cells[column + 1 :])
                yield replace(row, cells=cells)


def _values(cell: str) -> list[str]:
    """The names in a cell that holds several: all begin as names do, or they are divided by a stroke."""
    parts = [part for part in _SPLIT.split(cell) if part]
    plain = not _TITLED.search(cell) and "(" not in cell
    several = plain and len(parts) > 1 and all(not p[0].islower() and len(p.split()) <= _LONG for p in parts)
    divided = [part for part in re.split(r"\s*;\s*", cell) if part]
    return parts if several else divided or [cell]
