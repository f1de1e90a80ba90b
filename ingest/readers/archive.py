"""Opens zip archives of documents, after a look at what they promise to unpack to."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Iterator
from contextlib import suppress

from ingest.errors import RefusedError, UnreadableError

from .inner import Inner
from .raw import RawDocument

_MOST_FILES = 2_000
_MOST_BYTES = 300 * 1024 * 1024
_LARGEST_FILE = 100_000_000
_RATIO, _RATIO_FROM = 100, 1024 * 1024
_UTF_8 = 0x800


def read(data: bytes) -> RawDocument:
    """An archive is not a document: its files are. Called where it has none, to say why.

    Raises:
        UnreadableError: always.
    """
    for _ in inner_files(data):
        break
    raise UnreadableError("it holds no files")


def inner_files(data: bytes) -> Iterator[Inner]:
    """The files in an archive, unpacked one after the other; what is not unpacked says why.

    Raises:
        UnreadableError: it is damaged or protected with a password.
        RefusedError: it would unpack to more than the limits.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableError("it is damaged or no zip archive; pack it again") from error
    _check(entries)
    left, seen = _MOST_BYTES, set[str]()
    for entry in entries:
        name = _name(entry)
        reason = "it has the same name as another file in it" if name in seen else _reason(entry, name)
        seen.add(name)
        if reason:
            yield Inner(name, b"", reason)
            continue
        content = _unpacked(archive, entry, left)
        left -= len(content)
        yield Inner(name, content)


def _check(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > _MOST_FILES:
        raise RefusedError(f"it holds more than {_MOST_FILES:,} files; split it")
    if sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise RefusedError(f"it would unpack to more than {_MOST_BYTES >> 20} MB; split it")
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableError("it is protected with a password; pack it again without one")
    for entry in entries:
        if entry.file_size > _RATIO_FROM and entry.file_size > _RATIO * max(1, entry.compress_size):
            raise RefusedError(f"a file in it unpacks to more than {_RATIO} times its size")


def _reason(entry: zipfile.ZipInfo, name: str) -> str | None:
    if name.startswith("/") or ".." in name.split("/") or ":" in name.split("/", maxsplit=1)[0]:
        return "its name leads out of the archive"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "it is a link"
    if entry.file_size > _LARGEST_FILE:
        return f"it is larger than {_LARGEST_FILE // 1_000_000} MB"
    return None


def _name(entry: zipfile.ZipInfo) -> str:
    """The name of a file; old programs write UTF-8 without saying so."""
    name = entry.filename
    if not entry.flag_bits & _UTF_8:
        with suppress(UnicodeDecodeError, UnicodeEncodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """The content of a file, counted as it comes rather than as the directory promises."""
    try:
        with archive.open(entry) as file:
            content = file.read(min(most, _LARGEST_FILE) + 1)
    except Exception as error:  # zlib.error has no base of its own, and other decompressors raise theirs
        raise UnreadableError("it is damaged; pack it again") from error
    if len(content) > min(most, _LARGEST_FILE):
        raise RefusedError(f"it unpacks to more than {_MOST_BYTES >> 20} MB; split it")
    return content
