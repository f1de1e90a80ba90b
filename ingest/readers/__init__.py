"""Turns the bytes of one file into the blocks of its text."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from ingest.errors import RefusedError, UnreadableError

from .inner import CONTAINERS, suffix
from .layout import assemble
from .raw import RawBlock, RawDocument, UnreadPage

if TYPE_CHECKING:
    from .recognised import Recognised
    from .seeing import Eye

__all__ = [
    "CONTAINERS",
    "READABLE",
    "VERSION",
    "RawBlock",
    "RawDocument",
    "UnreadPage",
    "assemble",
    "read_bytes",
    "suffix",
]

VERSION = 8
"""Part of the settings fingerprint: raise it when the same bytes would be read differently."""
_READERS = {
    ".txt": ("plain", "read"),
    ".md": ("markdown", "read"),
    ".html": ("web", "read"),
    ".htm": ("web", "read"),
    ".docx": ("word", "read"),
    ".pdf": ("pdf", "read"),
    ".eml": ("mail", "read"),
    ".pptx": ("slides", "read"),
    ".xlsx": ("sheets", "read"),
    ".csv": ("sheets", "read_csv"),
    ".zip": ("archive", "read"),
    ".rtf": ("rich", "read"),
    ".odt": ("open_text", "read"),
    ".odp": ("open_text", "read_slides"),
    ".ods": ("open_sheets", "read"),
    ".png": ("images", "read"),
    ".jpg": ("images", "read"),
    ".jpeg": ("images", "read"),
    ".tif": ("images", "read"),
    ".tiff": ("images", "read"),
}
_PICTURED = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff"})
"""Kinds whose pages may be pictures of text."""
READABLE = frozenset(_READERS)
"""The endings of the files that can be read."""
_SIGNED = {
    ".pdf": b"%PDF-",
    ".docx": b"PK",
    ".pptx": b"PK",
    ".xlsx": b"PK",
    ".odt": b"PK",
    ".odp": b"PK",
    ".ods": b"PK",
}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_MOST_TEXT = 20_000_000


def read_bytes(name: str, data: bytes, recognised: Mapping[int, Recognised | None] | None = None) -> RawDocument:
    """Read one file, choosing the reader by its ending and checking that the content agrees.

    Args:
        name: Whose ending counts, and which messages use.
        data: The file.
        recognised: What text recognition saw on the pages that a first reading found to be `scanned`.

    Raises:
        UnreadableError: the file holds no text that can be read; the sentence names it.
        RefusedError: the file is of an unknown kind or beyond a limit.
    """
    try:
        document = _read(suffix(name), data, recognised)
    except UnreadableError as error:
        raise type(error)(f"{name} could not be read: {error}.") from error
    except RecursionError as error:
        raise UnreadableError(f"{name} could not be read: its parts are nested too deeply.") from error
    if not document.scanned and not any(block.text for block in document.blocks):
        raise UnreadableError(f"{name} could not be read: it holds no text.")
    return document


def _read(kind: str, data: bytes, recognised: Mapping[int, Recognised | None] | None) -> RawDocument:
    if kind not in _READERS:
        raise RefusedError(f"files of the kind {kind or 'without an ending'} are not read")
    if not data.strip():
        raise UnreadableError("it is empty")
    _check_signature(kind, data)
    if kind in (".txt", ".md", ".csv", ".html", ".htm") and len(data) > _MOST_TEXT:
        raise RefusedError(f"it has more than {_MOST_TEXT // 1_000_000} MB of text; split it")
    module, function = _READERS[kind]
    reader = getattr(import_module(f".{module}", __name__), function)
    document: RawDocument = reader(data, recognised) if kind in _PICTURED else reader(data)
    if sum(len(block.text) for block in document.blocks) > _MOST_TEXT:
        raise RefusedError(f"it has more than {_MOST_TEXT // 1_000_000} MB of text; split it")
    return document


def _check_signature(kind: str, data: bytes) -> None:
    signature = _SIGNED.get(kind)
    if signature is None or (data.startswith(_OLD_OFFICE) and kind != ".pdf"):
        return
    if signature not in data[: 1024 if kind == ".pdf" else 4]:
        raise UnreadableError(f"its content is not that of a {kind} file; give it the ending of its real kind")


def recognise_page(name: str, data: bytes, number: int, eye: Eye) -> Recognised:
    """What text recognition sees on one page of a file whose pages are pictures, counted from 1.

    Raises:
        UnreadableError: the page cannot be drawn.
        OSError, subprocess.SubprocessError: Tesseract cannot be started or fails.
    """
    reader = import_module(".pdf" if suffix(name) == ".pdf" else ".images", __name__)
    found: Recognised = reader.recognise_page(data, number, eye)
    return found
