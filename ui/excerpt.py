"""The part of a document around a quote, block by block, with the quote marked; decided without the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ui.words import direction
from vectorstore import Html, element, joined

if TYPE_CHECKING:
    from vectorstore import Block, Document

AROUND = 450
"""Characters of context on each side of a quote."""
EVERYTHING = 60_000
"""Characters on each side when the whole document is asked for; more would only make the browser slow."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Blocks of a document, and whether there is more before and after them."""

    blocks: tuple[Block, ...]
    more_before: bool
    more_after: bool


def locate(document: Document, start: int, end: int, quote: str) -> tuple[int, int] | None:
    """Where a quote stands in a document that may have changed since; None when it no longer does."""
    if document.text[start:end] == quote:
        return start, end
    found = document.text.find(quote) if quote else -1
    return (found, found + len(quote)) if found >= 0 else None


def around(document: Document, start: int, end: int, reach: int = AROUND) -> Excerpt:
    """The whole blocks that stand within `reach` characters of a quote; those that hold the quote always."""
    blocks = tuple(
        block
        for block in document.blocks
        if _holds(block, start, end) or (_near(block, start, end, reach) and not _repeats_title(document, block))
    )
    first = blocks[0].start if blocks else start
    above = document.text[:first].strip()
    last = blocks[-1].end if blocks else end
    return Excerpt(blocks, above not in ("", document.title.strip()), bool(document.text[last:].strip()))


def _holds(block: Block, start: int, end: int) -> bool:
    return block.start < end and block.end > start


def _near(block: Block, start: int, end: int, reach: int) -> bool:
    """Whether the better half of a block lies within reach."""
    return start - reach <= (block.start + block.end) / 2 <= end + reach


def _repeats_title(document: Document, block: Block) -> bool:
    """The title stands above the excerpt already."""
    return document.text[block.start : block.end].strip() == document.title.strip()


def excerpt_html(document: Document, excerpt: Excerpt, start: int, end: int) -> Html:
    """The excerpt as markup; each block runs in the direction of the document's language."""
    parts: list[str] = []
    for is_table, blocks in groupby(excerpt.blocks, key=lambda block: block.kind in ("header", "row")):
        run = list(blocks)
        if is_table:
            parts.append(_table(document, run, start, end))
        else:
            parts += [_block(document, block, start, end) for block in run]
    if excerpt.more_before:
        parts.insert(0, element("p", "…", class_="more", aria_hidden="true"))
    if excerpt.more_after:
        parts.append(element("p", "…", class_="more", aria_hidden="true"))
    return element(
        "div",
        *parts,
        class_="sanad-excerpt",
        lang=document.language,
        dir=direction(document.language),
        data_testid="excerpt",
    )


def _block(document: Document, block: Block, start: int, end: int) -> Html:
    text = _marked(document.text, block.start, block.end, start, end)
    if block.kind == "heading":
        return element("p", text, class_=f"heading level-{min(max(block.level, 1), 3)}", dir="auto")
    if block.kind == "item":
        return element("p", text, class_="item", dir="auto")
    return element("p", text, dir="auto")


def _table(document: Document, blocks: Sequence[Block], start: int, end: int) -> Html:
    rows = [
        element("tr", *(_cell(document, block, span, start, end) for span in _cells(document.text, block)))
        for block in blocks
    ]
    return element("div", element("table", element("tbody", *rows)), class_="scroll", tabindex="0")


def _cell(document: Document, block: Block, span: tuple[int, int], start: int, end: int) -> Html:
    tag = "th" if block.kind == "header" else "td"
    return element(tag, _marked(document.text, *span, start, end), dir="auto")


def _cells(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Where the cells of a row stand: the stored text joins them with ` | `."""
    begin = block.start
    for cell in text[block.start : block.end].split(" | "):
        yield begin, begin + len(cell)
        begin += len(cell) + 3


def _marked(text: str, begin: int, stop: int, start: int, end: int) -> Html:
    """A stretch of text with its share of the quote marked."""
    left, right = max(begin, start), min(stop, end)
    if left >= right:
        return joined([text[begin:stop]])
    return joined([text[begin:left], element("mark", text[left:right]), text[right:stop]])
