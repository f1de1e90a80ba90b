"""Lays blocks out as one stored text, with the place of each."""

from __future__ import annotations

from vectorstore.values import Block

from .raw import RawBlock, RawDocument

_DEEPEST = 9
"""Level of a heading, as in a word processor; deeper ones stand beside each other."""
_LONGEST_HEADING = 400
"""Characters; what is longer is text that was marked as a heading, and would be repeated with every chunk below it."""


def assemble(raw: RawDocument) -> tuple[str, tuple[Block, ...], int | None]:
    """The stored text of a document, its blocks with exact offsets, and its number of pages."""
    pieces: list[str] = []
    blocks: list[Block] = []
    start = 0
    for block in raw.blocks:
        if not block.text.strip():
            continue
        end = start + len(block.text)
        blocks.append(_placed(block, start, end))
        pieces.append(block.text)
        start = end + 1
    return "\n".join(pieces), tuple(blocks), raw.pages


def _placed(block: RawBlock, start: int, end: int) -> Block:
    if block.kind != "heading":
        return Block(block.kind, start, end, block.page, block.level, block.columns)
    if end - start > _LONGEST_HEADING:
        return Block("paragraph", start, end, block.page)
    return Block("heading", start, end, block.page, min(block.level, _DEEPEST))
