"""Lays blocks out as one stored text, with the place of each."""

from __future__ import annotations

from vectorstore.values import Block

from .raw import RawDocument


def assemble(raw: RawDocument) -> tuple[str, tuple[Block, ...], int | None]:
    """The stored text of a document, its blocks with exact offsets, and its number of pages."""
    pieces: list[str] = []
    blocks: list[Block] = []
    start = 0
    for block in raw.blocks:
        if not block.text.strip():
            continue
        end = start + len(block.text)
        blocks.append(Block(block.kind, start, end, block.page, block.level, block.columns))
        pieces.append(block.text)
        start = end + 1
    return "\n".join(pieces), tuple(blocks), raw.pages
