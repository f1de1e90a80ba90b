"""A list of a document as an answer: every item on a line of its own, and long ones as a table."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from assistant.reading.choosing import Chosen
from assistant.reading.document_lists import Entry, Listing
from assistant.reading.draft import Draft, Listed, Said
from assistant.reading.span import Span
from vectorstore import StoredSentence, terms

_CELLS = " | "
_WITHIN = re.compile(r";(?=\s)")
"""What stands between cells in a statement, and so may not stand within one."""
_NARROW = 3
"""Cells at most of a row that is shown whole."""
_NAMED = 40
"""Words of things that are counted and still named above the table."""
LONGEST_LIST = 95
"""Words of a list in the text of an answer; a longer one stands in a table below it."""


def itemised(chosen: Chosen, sentences: Sequence[StoredSentence], *, counted: bool = False) -> Draft | None:
    """Every item asked for, each with its source; None where one of them cannot be cited.

    Args:
        chosen: The list.
        sentences: Of its document, in order.
        counted: Whether their number is asked for, so that they stand in a table.
    """
    ordered = sorted(sentences, key=lambda s: s.start)
    told = items(chosen, ordered)
    if not told or len(told) < len(chosen.entries):
        return None
    if not counted and sum(len(one.text.split()) for one in told) <= LONGEST_LIST:
        return Draft(told)
    above = _above(chosen.listing, ordered)
    if counted and sum(len(one.text.split()) for one in told) <= _NAMED:
        lead = told
    else:
        lead = (Said(above.text, (above,)),) if above is not None else told[:1]
    rows = tuple(Listed(one, _cells(chosen, entry)) for one, entry in zip(told, chosen.entries, strict=True))
    return Draft(lead, _columns(chosen), rows, counted=counted)


def items(chosen: Chosen, ordered: Sequence[StoredSentence]) -> tuple[Said, ...]:
    """Every item asked for that can be cited, given the sentences of its document in order."""
    names = _names(chosen, ordered)
    said = (_said(chosen, entry, ordered, names) for entry in chosen.entries)
    return tuple(one for one in said if one is not None)


def _above(listing: Listing, ordered: Sequence[StoredSentence]) -> StoredSentence | None:
    """The sentence that introduces a list, or the heading above it."""
    leads = [s for s in ordered if 0 <= listing.lead_start <= s.start < listing.entries[0].start]
    told = [s for s in leads if s.kind not in ("item", "row", "header")]
    return told[-1] if told else next((s for s in ordered if s.start == listing.heading_start), None)


def _said(chosen: Chosen, entry: Entry, ordered: Sequence[StoredSentence], names: StoredSentence | None) -> Said | None:
    source = _source(entry, ordered)
    if source is None:
        return None
    if not entry.cells:
        return Said(" ".join(entry.text.split()).rstrip(" ."), (source,))
    if chosen.column is not None and chosen.column < len(entry.cells) and entry.cells[chosen.column].strip():
        return Said(entry.cells[chosen.column].strip(), (source,))
    return row_said(source, names, keep=chosen.shown)


def row_said(
    row: StoredSentence,
    names: StoredSentence | None,
    span: Span | None = None,
    asked: Collection[str] = (),
    keep: Collection[int] = (),
) -> Said:
    """A row as a statement: its cells, each after the name of its column; what names the row stands first and alone.

    Args:
        row: The row.
        names: The line of its column names.
        span: The answer in it, for which the cells of a wide row that say nothing of what is asked are left out.
        asked: The terms of the question.
        keep: The columns that alone are shown of a wide row beside what names it; all where none is given.
    """
    cells = [_WITHIN.sub(",", cell.strip()) for cell in row.text.split(_CELLS)]
    first = next((place for place, cell in enumerate(cells) if any(sign.isalpha() for sign in cell)), 0)
    shown = set(range(len(cells)))
    if span is not None and len(cells) > _NARROW:
        about = {place for place, cell in enumerate(cells) if not set(asked).isdisjoint(terms(cell))}
        shown = {first, *about, *_cells_of(row.text, span)}
    if keep and len(cells) > _NARROW:
        shown = {first, *keep}
    named = names is not None and len(row.columns) == len(cells) == len(names.text.split(_CELLS))
    columns = row.columns if named else ("",) * len(cells)
    pairs = [
        f"{column}: {cell}" if column and place != first else cell
        for place, (column, cell) in enumerate(zip(columns, cells, strict=True))
        if cell and place in shown
    ]
    return Said("; ".join(pairs), (row, names) if named and names is not None else (row,))


def _cells_of(text: str, span: Span) -> Iterator[int]:
    """The places of the cells that a span lies in."""
    start = 0
    for place, cell in enumerate(text.split(_CELLS)):
        if start < span.end and span.start < start + len(cell):
            yield place
        start += len(cell) + len(_CELLS)


def names_of(row: StoredSentence, ordered: Sequence[StoredSentence]) -> StoredSentence | None:
    """The line of column names of a row; nearest above, or, where a table goes on over pages, any that says the same."""
    said = " | ".join(row.columns)
    headers = [s for s in ordered if s.kind == "header" and s.text == said]
    above = [s for s in headers if s.start < row.start]
    return above[-1] if above else headers[0] if headers else None


def _names(chosen: Chosen, ordered: Sequence[StoredSentence]) -> StoredSentence | None:
    if not chosen.listing.columns:
        return None
    start = chosen.listing.entries[0].start
    row = next((s for s in ordered if s.start == start and s.kind == "row"), None)
    return names_of(row, ordered) if row else None


def _source(entry: Entry, ordered: Sequence[StoredSentence]) -> StoredSentence | None:
    """The sentence an item stands in; of several in a row, one that has the words of all."""
    own = [s for s in ordered if s.start < entry.end and entry.start < s.end]
    if len(own) < 2:
        return own[0] if own else None
    return replace(own[0], start=entry.start, end=entry.end, text=entry.quote)


def _columns(chosen: Chosen) -> tuple[str, ...]:
    columns = chosen.listing.columns
    if columns and chosen.column is None:
        return columns
    return (columns[chosen.column] if chosen.column is not None else " ".join(chosen.listing.headings[-1:]),)


def _cells(chosen: Chosen, entry: Entry) -> tuple[str, ...]:
    if entry.cells and chosen.column is None:
        return entry.cells
    return (entry.cells[chosen.column] if entry.cells and chosen.column is not None else entry.text,)
