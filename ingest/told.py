"""Has a child process read one file, and takes what it tells: the text first, then its chunks, then its facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from vectorstore import Chunk, Document, Fact

from .errors import UnreadableError
from .isolation import Limits, run_in_parts
from .readers.raw import RawDocument
from .telling import chunks_from_json, facts_from_json, seen_from_json
from .understanding import document_of

_USUAL = Limits()
_GIVEN_UP = re.compile(r"took longer than (?P<seconds>[\d.]+) seconds$")
_MORE_TIME = "; give it more with SANAD_INGEST_SECONDS_PER_FILE, or split it"
_SENSELESS = (KeyError, TypeError, ValueError, AttributeError)


@dataclass(frozen=True, slots=True)
class Told:
    """What a child told of one file; nothing but `raw` where pages still wait for text recognition."""

    name: str
    raw: RawDocument
    document: Document | None = None
    chunks: tuple[Chunk, ...] = ()
    facts: tuple[Fact, ...] = ()
    no_facts: str | None = None
    """Why its facts are missing, as the end of a sentence."""


def read_isolated(
    path: Path, name: str, *, limits: Limits = _USUAL, payload: Mapping[str, Any] = MappingProxyType({})
) -> Told:
    """Read one file in a child process; what it tells carries the sha256 of the bytes that were read.

    Args:
        path: The file.
        name: What it is called in messages, and whose ending chooses the reader.
        limits: What the child may use.
        payload: JSON values for the reader.

    Raises:
        UnreadableError: the file could not be read, for whatever reason.
        RefusedError: the file is beyond a limit or of an unknown kind.
    """
    with closing(run_in_parts("ingest.errands:read", payload, path=path, name=name, limits=limits)) as parts:
        try:
            return told_in(parts, name)
        except UnreadableError as error:
            raise type(error)(f"{_with_advice(str(error).removesuffix('.'))}.") from error


def told_in(parts: Iterator[Any], name: str) -> Told:
    """What the parts of an answer tell of a file; they are trusted with nothing.

    Raises:
        UnreadableError: its text did not come.
    """
    try:
        raw = RawDocument.from_json(next(parts))
        if raw.scanned:
            return Told(name, raw)
        made = next(parts)
        document = document_of(name, raw, seen_from_json(made["seen"]))
        chunks = chunks_from_json(made["chunks"], document)
    except (*_SENSELESS, StopIteration) as error:
        raise UnreadableError(f"{name} could not be read: the reader gave a senseless answer.") from error
    return _with_facts(Told(name, raw, document, chunks), document, parts)


def _with_facts(told: Told, document: Document, parts: Iterator[Any]) -> Told:
    """The same with the facts; the text stands also where they cannot be had."""
    try:
        facts = facts_from_json(next(parts), document)
    except UnreadableError as error:
        why = str(error).removeprefix(f"{document.path} could not be read: ").removesuffix(".")
        return replace(told, no_facts=_with_advice(why))
    except (*_SENSELESS, StopIteration):
        return replace(told, no_facts="the reader gave a senseless answer")
    return replace(told, facts=facts)


def _with_advice(why: str) -> str:
    """Why a file was given up, with what to do where it was for its time."""
    return f"{why}{_MORE_TIME}" if _GIVEN_UP.search(why) else why


def had_less_time(reason: str | None, seconds: float) -> bool:
    """Whether a file was given up, wholly or in part, after fewer seconds than these."""
    before, advice, _ = (reason or "").partition(_MORE_TIME)
    given_up = _GIVEN_UP.search(before) if advice else None
    return given_up is not None and float(given_up["seconds"]) < seconds
