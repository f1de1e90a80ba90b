"""What is said in the words of its source: piece by piece, in their order, dates in any form."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from assistant.gate.days import days_given, is_given, moved_between, of_day
from assistant.values import Citation, Statement, Table
from vectorstore import find_dates, words

_PIECES = re.compile(r";\s|…")
"""Between these an answer may leave out words of its source."""
_CELLS = " | "
_JOINED = 3
"""Letters that an Arabic word needs at least before its first is taken for "and"."""


def bound(
    statements: Sequence[Statement], citations: Sequence[Citation], stored_text: Callable[[str], str]
) -> tuple[tuple[Statement, ...], tuple[Citation, ...]]:
    """Keep the statements that say nothing but what stands, in one piece, in words they cite.

    Args:
        statements: What the answer would say.
        citations: What it would cite.
        stored_text: The stored text of a document, by its path.

    Returns:
        The statements that hold, and the citations they use.
    """
    exact = {c.number: c.quote for c in citations if stored_text(c.document)[c.start : c.end] == c.quote}
    kept = tuple(s for s in statements if set(s.citations) <= exact.keys() and holds(s.text, _of(s, exact)))
    used = {number for statement in kept for number in statement.citations}
    return kept, tuple(c for c in citations if c.number in used)


def holds(text: str, quotes: Collection[str]) -> bool:
    """Whether one of the quotes has every piece of a text, its words beside each other and in their order.

    A date may be written another way, in another language too, as long as its days are the same. A cell of a quoted row may
    be named by the column it stands in, where the line of column names is quoted too.
    """
    pieces = [piece for piece in _PIECES.split(text) if any(words(piece))]
    return bool(pieces) and any(
        all(_stands(piece, quote) or _in_column(piece, quote, quotes) or _is_range(piece, quotes) for piece in pieces)
        for quote in quotes
    )


def within(text: str, quotes: Collection[str], free: Collection[str] = ()) -> bool:
    """Whether every word of a text stands somewhere in the quotes or is one of the free ones; dates as in `holds`."""
    quoted = " ".join(quotes)
    days = days_given(quoted)
    rest = list(text)
    for found in find_dates(text):
        if is_given(found, days):
            rest[found.start : found.end] = " " * (found.end - found.start)
    return bool(quoted.strip()) and set(words("".join(rest))) <= {*_unjoined(quoted), *free}


def bound_rows(table: Table, citations: Collection[Citation], free: Collection[str]) -> Table:
    """A table whose cells say nothing but what stands in the words that their row cites; what does not is left empty.

    The first cell names the row and stays: a row is only made for something that its words tell of.

    Args:
        table: What the answer would show.
        citations: Of the answer.
        free: Words of the product's own, such as states.
    """
    quotes = {citation.number: citation.quote for citation in citations}
    rows = []
    for row in table.rows:
        cited = [quotes[number] for number in row.citations]
        kept = (cell if within(cell, cited, free) else "" for cell in row.cells[1:])
        rows.append(replace(row, cells=(row.cells[0], *kept)))
    return replace(table, rows=tuple(rows))


def stands_in(value: str, *quotes: str) -> bool:
    """Whether every word of a value is one of the words it is taken from."""
    return set(words(value)) <= {word for quote in quotes for word in words(quote)}


def _unjoined(text: str) -> Iterator[str]:
    """The words of a text, and those of Arabic without the "and" that is written as one word with them."""
    for word in words(text):
        yield word
        if word[0] == "و" and len(word) > _JOINED:
            yield word[1:]


def _of(statement: Statement, exact: dict[int, str]) -> list[str]:
    return [exact[number] for number in statement.citations]


def _stands(piece: str, quote: str) -> bool:
    if _contains(list(words(quote)), list(words(piece))):
        return True
    said = _levelled(piece)
    return _contains(_levelled(quote), said) or _contains(_levelled(quote, of_moves=True), said)


def _is_range(piece: str, quotes: Collection[str]) -> bool:
    """Whether a piece is nothing but a first and a last day, which the quotes give each by itself: `opened on 3`, `closed on 7 May`."""
    found = find_dates(piece)
    alone = len(found) == 1 and not set(words(piece[: found[0].start] + piece[found[0].end :]))
    return alone and bool(found[0].last_day) and is_given(found[0], days_given(" ; ".join(quotes)))


def _in_column(piece: str, row: str, quotes: Collection[str]) -> bool:
    """Whether a piece is a cell of a row after the name that its column has in another quote."""
    cells, said = row.split(_CELLS), list(words(piece))
    if len(cells) < 2:
        return False
    tables = (names for quote in quotes if len(names := quote.split(_CELLS)) == len(cells) and quote != row)
    return any(
        list(words(f"{name}: {cell}")) == said for names in tables for name, cell in zip(names, cells, strict=True)
    )


def _levelled(text: str, *, of_moves: bool = False) -> list[str]:
    """The words of a text, each date as one word that is the same however it is written; with `of_moves`, the old and the new day as two."""
    whole = text
    for found in reversed(find_dates(text)):
        both = moved_between(found, whole) if of_moves else ()
        days = ("x".join(str(part or 0) for part in of_day(one)) for one in both or (found,))
        text = f"{text[: found.start]} {' '.join(f'on{day}' for day in days)} {text[found.end :]}"
    return list(words(text))


def _contains(whole: list[str], part: list[str]) -> bool:
    """Whether words stand beside each other in others; the first may do so after an Arabic "and"."""
    size, joined = len(part), "و" + part[0]
    return any(
        whole[at] in (part[0], joined) and whole[at + 1 : at + size] == part[1:] for at in range(len(whole) - size + 1)
    )
