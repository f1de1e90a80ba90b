"""What a child process is sent to do with a file: read it, list what lies inside it, look at one of its pages."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from .errors import UnreadableError
from .understanding import understood

if TYPE_CHECKING:
    from .readers.raw import RawDocument
    from .readers.recognised import Recognised


def read(data: bytes, payload: dict[str, Any]) -> Iterator[Any]:
    """The content of one file as JSON values: its blocks; then what it is and its chunks; then its facts.

    What is found first is handed over first, so that a text is not lost because looking for facts in it took too long.
    """
    from .readers import read_bytes

    inner = meant(data, payload)
    document = read_bytes(payload["name"], inner, _recognised(payload.get("recognised")))
    document = replace(document, sha256=hashlib.sha256(inner).hexdigest())
    document = _attached(document, data, payload) if payload.get("member") else document
    yield document.as_json()
    if not document.scanned:
        yield from understood(document, payload["name"])


def inner_files(data: bytes, payload: dict[str, Any]) -> list[list[Any]]:
    """The files inside a file, as JSON values: name, size, hash, and why it is not read."""
    from .readers.inner import inner_files

    try:
        return [
            [found.name, len(found.data), hashlib.sha256(found.data).hexdigest(), found.reason]
            for found in inner_files(payload["name"], data)
        ]
    except UnreadableError as error:
        raise type(error)(f"{payload['name']} could not be read: {error}.") from error


def meant(data: bytes, payload: dict[str, Any]) -> bytes:
    """The bytes that are meant: those of the file, or of one inside it."""
    if not payload.get("member"):
        return data
    from .readers.inner import inner_data

    try:
        return inner_data(payload["file"], data, payload["member"])
    except UnreadableError as error:
        raise type(error)(f"{payload['name']} could not be read: {error}.") from error


def _attached(document: RawDocument, data: bytes, payload: dict[str, Any]) -> RawDocument:
    """An attachment with a last line that says to which mail it belongs."""
    from .readers.inner import inner_data
    from .readers.mail import described
    from .readers.raw import RawBlock

    above, _, _ = payload["member"].rpartition("/")
    mail = f"{payload['file']}/{above}" if above else payload["file"]
    if not mail.lower().endswith(".eml") or document.scanned:
        return document
    said = described(inner_data(payload["file"], data, above) if above else data)
    lines = (RawBlock("heading", mail.rsplit("/", 1)[-1], level=2), RawBlock("paragraph", said))
    return replace(document, blocks=(*document.blocks, *lines)) if said else document


def recognise(data: bytes, payload: dict[str, Any]) -> list[Any]:
    """What text recognition sees on one page, as JSON values; its program is the only one that may be started."""
    from .readers import recognise_page
    from .readers.seeing import Eye

    eye = Eye(payload["program"], tuple(payload["languages"]))
    try:
        return recognise_page(payload["name"], meant(data, payload), payload["page"], eye).as_json()
    except (OSError, subprocess.SubprocessError) as error:
        raise UnreadableError("text recognition failed on it") from error


def _recognised(pages: dict[str, Any] | None) -> dict[int, Recognised | None] | None:
    if pages is None:
        return None
    from .readers.recognised import Recognised

    return {int(page): None if found is None else Recognised.from_json(found) for page, found in pages.items()}
