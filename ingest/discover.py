"""Finds the files of a folder."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .errors import FolderError
from .readers import READABLE, suffix

_DEEPEST = 32
_MOST_FILES = 200_000
_LARGEST_FILE = 100_000_000
_KINDS = ", ".join(sorted(READABLE))
_OFFICE_LOCKS = ("~$", ".~lock.")
_NO_REPORTS = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that can be read."""

    path: Path
    name: str
    """Its path inside the folder, with `/`, Unicode NFC: the name it is known by from here on."""
    size: int
    member: str | None = None
    """Its path inside the file, for a document in an archive or attached to a mail."""
    sha256: str | None = None
    """Of its bytes, where they were looked at already."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a folder holds."""

    files: tuple[FoundFile, ...]
    refused: tuple[tuple[str, str], ...]
    """Names, each with one sentence that says why the file is left out."""

    def without(self, names: frozenset[str]) -> Found:
        """The same but for some files."""
        return Found(tuple(file for file in self.files if file.name not in names), self.refused)


def discover(root: Path) -> Found:
    """Walk a folder without following links; hidden files and the lock files of office programs are passed over.

    Raises:
        FolderError: the folder is missing, is not a folder, may not be opened, or holds far too many files.
    """
    _check(root)
    files: dict[str, FoundFile] = {}
    refused: list[tuple[str, str]] = []
    for name, entry in _walk(root, "", 0, refused):
        reason = _reason(name, entry) or (f"{name} has the same name as another file." if name in files else None)
        if reason:
            refused.append((name, reason))
        else:
            files[name] = FoundFile(Path(entry.path), name, entry.stat(follow_symlinks=False).st_size)
        if len(files) + len(refused) > _MOST_FILES:
            raise FolderError(f"The folder {root} holds more than {_MOST_FILES:,} files; ingest a smaller one.")
    return Found(tuple(files[name] for name in sorted(files)), tuple(sorted(refused)))


def _check(root: Path) -> None:
    try:
        mode = root.stat().st_mode
    except FileNotFoundError as error:
        raise FolderError(
            f"The folder {root} does not exist; check its name, or whether its drive is mounted."
        ) from error
    except OSError as error:
        raise FolderError(f"The folder {root} cannot be opened ({error.strerror}); check its permissions.") from error
    if not stat.S_ISDIR(mode):
        raise FolderError(f"{root} is not a folder; name the folder that holds the documents.")


def _walk(
    folder: Path | str, prefix: str, depth: int, refused: list[tuple[str, str]]
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything in a folder but its subfolders, whose content comes instead."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        if not prefix:
            raise FolderError(
                f"The folder {folder} cannot be opened ({error.strerror}); check its permissions."
            ) from error
        refused.append((prefix.rstrip("/"), f"The folder {prefix} cannot be opened ({error.strerror})."))
        return
    for entry in found:
        if is_passed_over(entry.name):
            continue
        name = prefix + _shown(entry.name)
        if not entry.is_dir(follow_symlinks=False):
            yield name, entry
        elif depth >= _DEEPEST:
            refused.append((name, f"The folder {name} lies more than {_DEEPEST} folders deep."))
        else:
            yield from _walk(entry.path, f"{name}/", depth + 1, refused)


def is_passed_over(name: str) -> bool:
    """Whether a file is none that anyone would call a document, such as the lock of an office program."""
    return name.startswith((".", *_OFFICE_LOCKS)) or name.lower() in _NO_REPORTS


def _shown(name: str) -> str:
    """A file's name as text: NFC, and bytes or controls that are none replaced."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    text = "".join("\ufffd" if unicodedata.category(char) == "Cc" else char for char in text)
    return unicodedata.normalize("NFC", text)


def _reason(name: str, entry: os.DirEntry[str]) -> str | None:
    """Why a file is left out, or None."""
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError as error:
        return f"{name} cannot be looked at ({error.strerror})."
    if stat.S_ISLNK(found.st_mode):
        return f"{name} is a link; put the file itself there."
    if not stat.S_ISREG(found.st_mode):
        return f"{name} is not an ordinary file."
    if unknown := why_unknown(name):
        return unknown
    if found.st_size > _LARGEST_FILE:
        return f"{name} is larger than {_LARGEST_FILE // 1_000_000} MB; split it."
    return None


def why_unknown(name: str) -> str | None:
    """Why a file is of no kind that is read; None if it is."""
    kind = suffix(name)
    if kind in READABLE:
        return None
    called = f"a {kind} file" if kind else "a file without an ending"
    return f"{name} is {called}; Sanad reads {_KINDS}."
