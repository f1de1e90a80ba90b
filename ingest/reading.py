"""Reads one file: a child process finds its text, then it is recognised, split and searched for facts."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Literal

from ingest.discover import FoundFile
from ingest.errors import RefusedError, UnreachableError, UnreadableError
from ingest.extract import extract
from ingest.isolation import Limits
from ingest.readers import assemble
from ingest.readers.raw import RawDocument
from ingest.recognise import recognise
from ingest.recognition import read_whole, why_partly
from ingest.split import split
from vectorstore import Chunk, Document, Fact

Failure = Literal["unreadable", "refused", "unreachable"]


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What came of one file, before it is stored."""

    file: FoundFile
    sha256: str
    document: Document | None
    """None if it could not be read."""
    chunks: tuple[Chunk, ...]
    facts: tuple[Fact, ...]
    reason: str | None
    """One sentence, if it or some of its pages could not be read."""
    seconds: float
    failure: Failure | None = None
    unread_pages: tuple[int, ...] = ()
    """Pages of the document whose text is missing; the reason says why."""


def read_file(file: FoundFile, sha256: str, limits: Limits) -> ReadFile:
    """Read a file; a pure function of its content, so that any executor may do it.

    Args:
        file: Where it is and what it is called.
        sha256: Of its bytes, as far as they are known.
        limits: What its child process may use.
    """
    started = time.monotonic()
    try:
        raw = read_whole(file.path, file.name, member=file.member, limits=limits)
        document = document_of(file, raw.sha256 or sha256, raw)
    except UnreadableError as error:
        return ReadFile(file, sha256, None, (), (), str(error), time.monotonic() - started, _failure(error))
    chunks = split(document.path, document.text, document.blocks)
    facts = tuple(extract(document))
    pages = tuple(page.page for page in raw.unread)
    seconds = time.monotonic() - started
    return ReadFile(file, document.sha256, document, chunks, facts, why_partly(raw), seconds, unread_pages=pages)


def _failure(error: UnreadableError) -> Failure:
    if isinstance(error, RefusedError):
        return "refused"
    return "unreachable" if isinstance(error, UnreachableError) else "unreadable"


def document_of(file: FoundFile, sha256: str, raw: RawDocument) -> Document:
    """The document that a reader's findings make; without any text it is not one.

    Raises:
        UnreadableError: There is no text in it.
    """
    text, blocks, pages = assemble(raw)
    if not text.strip():
        raise UnreadableError(f"{file.name}: the file holds no text.")
    seen = recognise(text, blocks, file.name, raw.title)
    return Document(
        path=file.name,
        sha256=sha256,
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
