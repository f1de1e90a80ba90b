"""The small frozen values that cross every package border."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["heading", "paragraph", "item", "header", "row"]
"""`header` is the line of column names above the `row`s of a table."""

FileState = Literal["indexed", "duplicate", "unreadable", "refused"]


@dataclass(frozen=True, slots=True)
class Block:
    """One structural piece of a document's stored text: `text[start:end]`, without its line break."""

    kind: BlockKind
    start: int
    end: int
    page: int | None = None
    level: int = 0
    """Depth of a heading (1 is the title) or of a list item (1 is the outermost); 0 otherwise."""
    columns: tuple[str, ...] = ()
    """For a table row, the names of its columns; empty where the table has none."""


@dataclass(frozen=True, slots=True)
class Document:
    """One report as it is kept: its text, the structure of that text, and what its header says."""

    path: str
    """Relative to the ingested folder, with `/`, Unicode NFC."""
    sha256: str
    format: str
    language: str
    """`en`, `fr` or `ar`."""
    title: str
    text: str
    blocks: tuple[Block, ...]
    date: str | None = None
    """The day the text gives itself: `2024-05-29`, `2024-05` or `2024`; the first day of a range."""
    date_text: str | None = None
    """The same as written, e.g. `29 May 2024` or `4-7 décembre 2023`."""
    venue: str | None = None
    kind: str | None = None
    """What sort of document it is, in English and lower case, e.g. `meeting report`."""
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """The smallest piece that is read and cited: a sentence, a list item, a heading or a table row."""

    start: int
    end: int
    kind: BlockKind = "paragraph"
    page: int | None = None
    columns: tuple[str, ...] = ()
    embedded: str = ""
    """The words that are embedded for it: its own, and those it needs to be understood alone."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of whole sentences under one heading, small enough for the embedding model."""

    document: str
    number: int
    start: int
    end: int
    text: str
    headings: tuple[str, ...]
    """The way down to it: title first."""
    sentences: tuple[Sentence, ...]
    page: int | None = None

    @property
    def embedded(self) -> str:
        """The words that are embedded and found by full text: the headings above it, then the text."""
        above = [heading for heading in self.headings if not self.text.startswith(heading)]
        return "\n".join([" › ".join(above), self.text]) if above else self.text


@dataclass(frozen=True, slots=True)
class FileRecord:
    """What became of one file of the folder."""

    path: str
    sha256: str
    size: int
    state: FileState
    reason: str | None = None
    """One sentence, for a file that is not indexed, or not all of it."""
    same_as: str | None = None
    """Of a duplicate, the file of the same bytes that is indexed."""
    unread_pages: tuple[int, ...] = ()
    """Of an indexed file, the pages whose text could not be read."""

    @property
    def is_partial(self) -> bool:
        """Whether it is indexed, but some of its pages or its facts are missing; the reason says which."""
        return self.state == "indexed" and self.reason is not None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a piece of text comes from, as a reader would look it up."""

    document: str
    title: str
    date: str | None
    language: str
    kind: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A chunk found for a question. Higher scores are closer."""

    chunk_id: int
    source: Source
    number: int
    start: int
    end: int
    text: str
    headings: tuple[str, ...]
    score: float
    dense_rank: int | None = None
    lexical_rank: int | None = None
    similarity: float | None = None
    """Cosine of its embedding to the question's, where the dense ranking found it."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long job is: `done` of `total` in the stage named."""

    stage: str
    done: int
    total: int
    detail: str = field(default="")
