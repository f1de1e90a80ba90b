"""Reads one file, in child processes that find its text, recognise it, split it and search it for facts."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import Literal

from ingest.discover import FoundFile
from ingest.errors import RefusedError, UnreachableError, UnreadableError
from ingest.isolation import Limits
from ingest.recognition import read_whole, why_partly
from ingest.told import Told
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
    """One sentence, if it, some of its pages or its facts could not be read."""
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
        told = read_whole(file.path, file.name, member=file.member, limits=limits)
        document = _with_text(told, sha256)
    except UnreadableError as error:
        return ReadFile(file, sha256, None, (), (), str(error), time.monotonic() - started, _failure(error))
    pages = tuple(page.page for page in told.raw.unread)
    seconds = time.monotonic() - started
    return ReadFile(
        file, document.sha256, document, told.chunks, told.facts, why_partly(told), seconds, unread_pages=pages
    )


def _with_text(told: Told, sha256: str) -> Document:
    """The document; without any text it is not one.

    Raises:
        UnreadableError: There is no text in it.
    """
    if told.document is None or not told.document.text.strip():
        raise UnreadableError(f"{told.name}: the file holds no text.")
    return replace(told.document, sha256=told.raw.sha256 or sha256)


def _failure(error: UnreadableError) -> Failure:
    if isinstance(error, RefusedError):
        return "refused"
    return "unreachable" if isinstance(error, UnreachableError) else "unreadable"
