"""Uses the outline of a PDF file, its bookmarks: where a line of the text is what a bookmark says, it is a heading.

An outline says how deep each heading stands, which the size of the letters does not always tell. It is taken at its word
only where its words stand in the text of the page it points to: nothing is added to the text, and an outline that loops,
goes on without end or speaks of something else changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import pypdfium2 as pdfium

from .raw import RawBlock

_MOST_ENTRIES, _DEEPEST = 5_000, 6
_LONGEST = 250


@dataclass(frozen=True, slots=True)
class Entry:
    """One bookmark: its words, the page it points to, and how deep it stands, from 1."""

    title: str
    page: int
    level: int


def outline_of(document: pdfium.PdfDocument) -> list[Entry]:
    """The bookmarks that point to a page of the file itself, in their order."""
    return list(_entries(document))


def _entries(document: pdfium.PdfDocument) -> Iterator[Entry]:
    for mark in islice(document.get_toc(max_depth=_DEEPEST), _MOST_ENTRIES):
        try:
            destination, title = mark.get_dest(), mark.get_title()
            index = destination.get_index() if destination else None
        except (pdfium.PdfiumError, UnicodeDecodeError):
            continue
        if index is not None and 0 < len(title) <= _LONGEST:
            yield Entry(title, index + 1, mark.level + 1)


def with_outline(blocks: Sequence[RawBlock], outline: Iterable[Entry]) -> tuple[RawBlock, ...]:
    """The blocks of a document, those that bookmarks name as headings of their level.

    A heading above all of them stays the title; headings that have no bookmark stand below the one before them.
    """
    levels = _named(blocks, outline)
    if not levels:
        return tuple(blocks)
    titled = any(block.kind == "heading" for block in blocks[: min(levels)])
    found: list[RawBlock] = []
    under = 0
    for number, block in enumerate(blocks):
        if number in levels:
            under = levels[number] + titled
            block = replace(block, kind="heading", level=under)
        elif block.kind == "heading" and under:
            block = replace(block, level=max(block.level, under + 1))
        found.append(block)
    return tuple(found)


def _named(blocks: Sequence[RawBlock], outline: Iterable[Entry]) -> dict[int, int]:
    """The number of each block whose words are those of a bookmark of its page, and the level."""
    places: dict[tuple[int | None, str], list[int]] = defaultdict(list)
    for number in range(len(blocks) - 1, -1, -1):  # so that the first one is taken from the end of the list
        block = blocks[number]
        if block.kind in ("heading", "paragraph", "item") and len(block.text) <= _LONGEST:
            places[block.page, _letters(block.text)].append(number)
    levels: dict[int, int] = {}
    for entry in outline:
        letters = _letters(entry.title)
        if letters and places.get((entry.page, letters)):
            levels[places[entry.page, letters].pop()] = entry.level
    return levels


def _letters(text: str) -> str:
    """Letters and digits alone: bookmarks are often written with other spaces and stops."""
    return "".join(char for char in text.casefold() if char.isalnum())
