"""Split a document along its structure: sentences stay whole, chunks stay under one heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from vectorstore import Block, Chunk, Sentence

VERSION = 2
"""Part of the settings fingerprint: raise it when the same text would be split differently."""

CHUNK_CHARACTERS = 650
"""Of the chunk's own text: about 180 tokens in each of the three languages. Retrieval models rank best on short passages and
truncate at 512 tokens, heading path included. Characters and not tokens, so that the same text is cut alike for every
model, and reading need not wait for one to load."""
LONGEST_SENTENCE = 900
"""Characters; a longer run without an end is cut at a space, so that no sentence outgrows the model."""

_END = re.compile(r"""[.!?؟…]+["'”’»)\]]*(?=\s)|[;؛](?=\s)""")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«“\"'])(?:mr|mrs|ms|dr|prof|pr|st|no|nos|n°|art|arts|al|cf|fig|vol|ed|eng|hon|gen|rev|e\.g|i\.e|h\.e|etc|vs|approx"
    r"|mme|mlle|mm|m|s\.e|s\.exc|p\.ex|env|(?:أ\.)?د|أ|م|[a-z])\.$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\d{1,3}\.$")


def split(document: str, text: str, blocks: Sequence[Block]) -> tuple[Chunk, ...]:
    """Cut a document into chunks of whole sentences, each knowing the headings above it.

    Args:
        document: Path of the document.
        text: Its stored text.
        blocks: Its structure, in order.
    """
    chunks: list[Chunk] = []
    for headings, section in _sections(text, blocks):
        for sentences in _fill([s for block in section for s in _sentences(text, block, headings)]):
            start, end = sentences[0].start, sentences[-1].end
            chunks.append(
                Chunk(document, len(chunks), start, end, text[start:end], headings, tuple(sentences), sentences[0].page)
            )
    return tuple(chunks)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Where the sentences of one paragraph stand; abbreviations, initials and ordinals do not end one."""
    ends = [match.end() for match in _END.finditer(text) if _ends_sentence(text, match)]
    bounds = [0, *ends, len(text)]
    spans = [_trimmed(text, start, end) for start, end in pairwise(bounds)]
    return [piece for start, end in spans if end > start for piece in _cut_long(text, start, end)]


def _sections(text: str, blocks: Sequence[Block]) -> Iterator[tuple[tuple[str, ...], list[Block]]]:
    """Runs of blocks under the same heading, with the way down to it."""
    path: list[tuple[int, str]] = []
    section: list[Block] = []
    for block in blocks:
        if block.kind == "heading":
            if section and section[-1].kind != "heading":
                yield tuple(title for _, title in path), section
                section = []
            path = [(level, title) for level, title in path if level < block.level]
            path.append((block.level, text[block.start : block.end]))
        section.append(block)
    if section:
        yield tuple(title for _, title in path), section


def _sentences(text: str, block: Block, headings: Sequence[str]) -> Iterator[Sentence]:
    content = text[block.start : block.end]
    if block.kind == "paragraph" or (block.kind == "item" and len(content) > LONGEST_SENTENCE):
        for start, end in sentence_spans(content):
            yield Sentence(block.start + start, block.start + end, "paragraph", block.page, (), content[start:end])
    elif content:
        yield Sentence(block.start, block.end, block.kind, block.page, block.columns, _alone(block, content, headings))


def _alone(block: Block, content: str, headings: Sequence[str]) -> str:
    """An item with the heading it stands under, a row with its column names."""
    if block.kind == "row" and block.columns:
        named = zip(block.columns, content.split(" | "), strict=False)
        content = "; ".join(f"{column}: {cell}" if column else cell for column, cell in named)
    return f"{headings[-1]}: {content}" if headings and block.kind in ("item", "row") else content


def _fill(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """Whole sentences, as many as fit; what stands under a heading or the names of columns is never cut off from them."""
    current: list[Sentence] = []
    for sentence in sentences:
        too_long = current and sentence.end - current[0].start > CHUNK_CHARACTERS
        if too_long and current[-1].kind not in ("heading", "header"):
            yield current
            current = []
        current.append(sentence)
    if current:
        yield current


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    if match.group()[0] in ";؛":
        return False
    before = text[max(0, match.start() - 12) : match.start() + 1]
    following = text[match.end() : match.end() + 2].lstrip()
    if match.group().startswith(".") and (
        _ABBREVIATION.search(before) or _NUMBERED.search(text[: match.start() + 1][:5])
    ):
        return False
    return not following[:1].islower()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _cut_long(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST_SENTENCE:
        space = text.rfind(" ", start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE)
        cut = space if space > 0 else start + LONGEST_SENTENCE
        yield _trimmed(text, start, cut)
        start = _trimmed(text, cut, end)[0]
    if end > start:
        yield start, end
