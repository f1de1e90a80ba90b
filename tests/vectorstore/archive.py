"""Documents for the store's tests: a paragraph is a chunk, and its sentences end with full stops."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from vectorstore import Block, Chunk, Document, FileRecord, Index, Manifest, Sentence, SnapshotWriter


def document(path: str, *paragraphs: str, **about: str) -> tuple[Document, tuple[Chunk, ...]]:
    """A document of these paragraphs, with one chunk each."""
    text = "\n".join(paragraphs)
    blocks, chunks, start = [], [], 0
    for number, paragraph in enumerate(paragraphs):
        end = start + len(paragraph)
        blocks.append(Block("paragraph", start, end, page=1))
        chunks.append(Chunk(path, number, start, end, paragraph, (path,), _sentences(paragraph, start), page=1))
        start = end + 1
    fields = {"sha256": sha256(text), "format": "txt", "language": "en", "title": path, **about}
    return Document(path=path, text=text, blocks=tuple(blocks), **fields), tuple(chunks)


def put(writer: SnapshotWriter, path: str, *paragraphs: str, **about: str) -> None:
    """Store a document of these paragraphs."""
    made, chunks = document(path, *paragraphs, **about)
    writer.put(made, chunks, FileRecord(path, made.sha256, len(made.text), "indexed"))


def publish(index: Index, documents: dict[str, Sequence[str]], root: Path | None = None) -> Manifest:
    """Publish a snapshot in which these documents are added or changed."""
    with index.write() as writer:
        if root is not None:
            writer.set_root(root)
        for path, paragraphs in documents.items():
            put(writer, path, *paragraphs)
        return writer.publish()


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _sentences(paragraph: str, offset: int) -> tuple[Sentence, ...]:
    found, start = [], 0
    for piece in paragraph.split(". "):
        end = min(start + len(piece) + 1, len(paragraph))
        found.append(Sentence(offset + start, offset + end, page=1, embedded=paragraph[start:end]))
        start = end + 1
    return tuple(found)
