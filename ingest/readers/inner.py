"""Documents inside files: the files of an archive and the attachments of a mail, each known by a path of its own."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module

from ingest.errors import UnreadableError

_CONTAINERS = {".zip": "archive", ".eml": "mail"}
CONTAINERS = frozenset(_CONTAINERS)
"""The endings of files that may hold other files."""
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Inner:
    """A file inside another."""

    name: str
    """Its path inside, with `/`."""
    data: bytes
    reason: str | None = None
    """Why it is not unpacked, as the end of a sentence."""


def suffix(name: str) -> str:
    """The ending of a file's name, in lower case with its dot."""
    last = name.rsplit("/", 1)[-1]
    return "." + last.rsplit(".", 1)[1].lower() if "." in last else ""


def inner_files(name: str, data: bytes, *, depth: int = 0, archived: bool = False) -> Iterator[Inner]:
    """The files inside a file, those inside them after each; archives inside archives stay closed.

    Args:
        name: Of the file, whose ending says what it is.
        data: The file.
        depth: How many files it lies in.
        archived: Whether one of those is an archive.

    Raises:
        UnreadableError: the file is damaged or protected.
        RefusedError: the file is beyond a limit.
    """
    kind = suffix(name)
    if kind not in _CONTAINERS:
        return
    for found in import_module(f".{_CONTAINERS[kind]}", __package__).inner_files(data):
        shown = Inner(_shown(found.name), found.data, found.reason)
        inside = suffix(shown.name)
        if shown.reason or inside not in _CONTAINERS:
            yield shown
        elif inside == ".zip" and (archived or kind == ".zip"):
            yield Inner(shown.name, b"", "it is an archive inside an archive; unpack it")
        elif depth >= _DEEPEST:
            yield Inner(shown.name, b"", f"it lies in more than {_DEEPEST} other files")
        else:
            yield from _with_its_own(shown, depth + 1, archived or kind == ".zip")


def _with_its_own(found: Inner, depth: int, archived: bool) -> Iterator[Inner]:
    """A mail with its attachments; an archive stands for nothing but its files, unless it cannot be opened."""
    if suffix(found.name) == ".eml":
        yield found
    try:
        for inner in inner_files(found.name, found.data, depth=depth, archived=archived):
            yield Inner(f"{found.name}/{inner.name}", inner.data, inner.reason)
    except UnreadableError as error:
        if suffix(found.name) != ".eml":  # of a mail that cannot be read, that will be said when it is read itself
            yield Inner(found.name, b"", str(error))


def inner_data(name: str, data: bytes, member: str) -> bytes:
    """The content of one file inside another.

    Raises:
        UnreadableError: it is no longer there.
    """
    for found in inner_files(name, data):
        if found.name == member and not found.reason:
            return found.data
    raise UnreadableError("it is no longer in the file that held it")


def _shown(name: str) -> str:
    """A name as text: NFC, and controls that are none replaced."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    text = "".join("\ufffd" if unicodedata.category(char) in ("Cc", "Cf") else char for char in text)
    return unicodedata.normalize("NFC", text)
