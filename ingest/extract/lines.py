"""A document as extractors see it: sentences, items, headings and rows, each with folded words of known place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.extract.plain import Plain
from ingest.split import sentence_spans
from vectorstore import Block, BlockKind, Document

_BETWEEN = " | "
_LABEL = 40
"""Characters of the longest label."""
_GENERAL_COLUMN = re.compile(
    r"^(?:items?|fields?|details?|particulars|information|subject|topic|rubriques?|elements?|champs?|objet|sujet|البند|البيان|العنصر|المعلومه|الموضوع)$"
)
"""What stands above labels that are no column of things."""
_TELLING = 60
"""Characters of a cell that tells of something, more than."""
LONGEST = 1200
"""Characters of one line that are read; what is longer is no sentence."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row, at `text[start:end]` of the document."""

    column: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """The smallest piece that a fact can rest on."""

    kind: BlockKind
    start: int
    end: int
    text: str
    plain: Plain
    page: int | None
    block: int
    """Number of the block it stands in."""
    headings: tuple[str, ...]
    """The way down to it, title first; its own words last if it is a heading."""
    columns: tuple[str, ...] = ()
    number: int = 0
    """Its place among the lines of the document."""

    @property
    def heading(self) -> str:
        """The heading right above it; empty at the top."""
        return self.headings[-1] if self.headings else ""

    def cells(self) -> tuple[Cell, ...]:
        """The cells of a row, empty ones too."""
        found, at = [], self.start
        for number, cell in enumerate(self.text.split(_BETWEEN)):
            column = self.columns[number] if number < len(self.columns) else ""
            found.append(Cell(column.strip(), cell.strip(), at, at + len(cell)))
            at += len(cell) + 3
        return tuple(found)


def lines_of(document: Document) -> tuple[Line, ...]:
    """Every line of a document in order; a row such as `Chair | Ms. X` also as the line `Chair : Ms. X`."""
    return tuple(replace(line, number=number) for number, line in enumerate(_lines(document)))


def _lines(document: Document) -> Iterator[Line]:
    path: list[tuple[int, str]] = []
    for number, block in enumerate(document.blocks):
        if block.kind == "heading":
            path = [(level, title) for level, title in path if level < block.level]
            path.append((block.level, document.text[block.start : block.end]))
        above = tuple(title for _, title in path)
        if block.kind == "paragraph" and (quoted := _quoted(document, number)) is not None:
            yield from _of_quoted(document, number, quoted, above)
            continue
        for start, end in _pieces(document, block):
            text = document.text[start : min(end, start + LONGEST)]
            if text.strip():
                line = Line(
                    block.kind, start, start + len(text), text, Plain.of(text), block.page, number, above, block.columns
                )
                yield line
                if labelled := _labelled(line):
                    yield labelled
                yield from _told_in_cells(line)


def _quoted(document: Document, number: int) -> int | None:
    """How many blocks from one on are the lines of one quoted paragraph; 0 within it, None for what is not quoted."""
    mark = _QUOTE.match(_text(document, number))
    if mark is None:
        return None
    if number and _goes_on(document, number - 1, mark):
        return 0
    last = number
    while last + 1 < len(document.blocks) and last - number < _LONGEST_QUOTE and _goes_on(document, last, mark):
        last += 1
    return last + 1 - number


def _goes_on(document: Document, number: int, mark: re.Match[str]) -> bool:
    """Whether the next block goes on with the quoted paragraph of one: a full line, with as many marks before it."""
    if number + 1 >= len(document.blocks):
        return False
    one, other = _text(document, number), _text(document, number + 1)
    before, after = _QUOTE.match(one), _QUOTE.match(other)
    if before is None or after is None or not before.group() == after.group() == mark.group():
        return False
    return (
        len(one) >= _FULL_LINE
        and not _HEAD_OF_MAIL.match(other[after.end() :])
        and document.blocks[number + 1].kind == "paragraph"
    )


def _of_quoted(document: Document, number: int, count: int, above: tuple[str, ...]) -> Iterator[Line]:
    """The sentences of a quoted paragraph, its marks blanked out, so that each character stays in its place."""
    if count == 0:
        return
    first, last = document.blocks[number], document.blocks[number + count - 1]
    text = _MARKS.sub(lambda mark: " " * len(mark.group()), document.text[first.start : last.end])
    for start, end in sentence_spans(text):
        said = text[start : min(end, start + LONGEST)]
        at = first.start + start
        if said.strip():
            yield Line("paragraph", at, at + len(said), said, Plain.of(said), first.page, number, above)


def _text(document: Document, number: int) -> str:
    block = document.blocks[number]
    return document.text[block.start : block.end]


_QUOTE = re.compile(r"(?:>\s?)+")
_MARKS = re.compile(r"(?:^|\n+)(?:>\s?)+|\n+")
_HEAD_OF_MAIL = re.compile(r"(?:From|To|Cc|Date|Subject|Sent|De|À|Objet|Envoyé|من|إلى|التاريخ|الموضوع)\s?:")
_FULL_LINE = 55
"""Characters of a line of a mail that was broken, at least."""
_LONGEST_QUOTE = 40
"""Lines of one quoted paragraph, at most."""


def _labelled(line: Line) -> Line | None:
    """A row of two cells that says what it is about in the first, as a line with a colon of the same length."""
    if line.kind != "row" or line.text.count(_BETWEEN) != 1 or len(line.text.split(_BETWEEN)[0]) > _LABEL:
        return None
    if any(line.columns) and not _GENERAL_COLUMN.match(Plain.of(line.columns[0]).text):
        return None
    text = line.text.replace(_BETWEEN, " : ")
    return replace(line, kind="paragraph", text=text, plain=Plain.of(text), columns=())


def _told_in_cells(row: Line) -> Iterator[Line]:
    """The sentences of cells that tell of something, as in minutes that are a table of what was said and decided."""
    for cell in row.cells() if row.kind == "row" else ():
        spans = list(sentence_spans(cell.text))
        if len(spans) > 1 and len(cell.text) > _TELLING:
            start = row.start + row.text.index(cell.text, cell.start - row.start)
            for first, end in spans:
                text = cell.text[first:end]
                yield replace(
                    row,
                    kind="paragraph",
                    start=start + first,
                    end=start + end,
                    text=text,
                    plain=Plain.of(text),
                    columns=(),
                )


def _pieces(document: Document, block: Block) -> Iterator[tuple[int, int]]:
    if block.kind not in ("paragraph", "item"):
        yield block.start, block.end
        return
    for start, end in sentence_spans(document.text[block.start : block.end]):
        yield block.start + start, block.start + end
