"""What a child process makes of a text it has read: what the document is, its chunks, and its facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from vectorstore import Document

from .extract import extract
from .readers import assemble
from .readers.raw import RawDocument
from .recognise import Recognised, recognise
from .split import split
from .telling import chunk_as_json, fact_as_json


def understood(raw: RawDocument, name: str) -> Iterator[Any]:
    """What the header says with the chunks, and then the facts, as JSON values for `ingest.telling`.

    Args:
        raw: A document as its reader found it.
        name: Its path.
    """
    text, blocks, _ = assemble(raw)
    seen = recognise(text, blocks, name, raw.title)
    chunks = split(name, text, blocks)
    yield {"seen": asdict(seen), "chunks": [chunk_as_json(chunk, text) for chunk in chunks]}
    yield [fact_as_json(fact) for fact in extract(document_of(name, raw, seen))]


def document_of(name: str, raw: RawDocument, seen: Recognised) -> Document:
    """The document that a reader's findings make, with what its header says."""
    text, blocks, pages = assemble(raw)
    return Document(
        path=name,
        sha256=raw.sha256,
        format=raw.format,
        language=seen.language,
        title=seen.title,
        text=text,
        blocks=blocks,
        date=seen.date,
        date_text=seen.date_text,
        venue=seen.venue,
        kind=seen.kind,
        pages=pages,
    )
