"""What a snapshot gives back: documents without their text, chunks and sentences with their place."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vectorstore.values import BlockKind


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """All that is known of a document but its text; the fields mean what they mean in `Document`."""

    path: str
    sha256: str
    format: str
    language: str
    title: str
    date: str | None = None
    date_text: str | None = None
    venue: str | None = None
    kind: str | None = None
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """How much there is of a document; pages are None where it has none."""

    pages: int | None
    characters: int
    chunks: int
    facts: int


@dataclass(frozen=True, slots=True)
class StoredChunk:
    """A chunk as it is kept, with the document it stands in."""

    chunk_id: int
    document: DocumentInfo
    number: int
    start: int
    end: int
    text: str
    headings: tuple[str, ...]
    page: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class StoredSentence:
    """A sentence, list item, heading or table row, with its exact words and its embedding."""

    chunk_id: int
    document: str
    start: int
    end: int
    kind: BlockKind
    page: int | None
    columns: tuple[str, ...]
    text: str
    vector: NDArray[np.float32]
