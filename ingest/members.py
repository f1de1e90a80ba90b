"""Finds the documents inside archives and mails: each is a file of its own from here on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from vectorstore import FileRecord

from .checking import hash_of
from .discover import Found, FoundFile, is_passed_over, why_unknown
from .errors import UnreadableError
from .isolation import run_isolated
from .readers import CONTAINERS, suffix

_ARCHIVE = ".zip"


def with_members(found: Found, known: Mapping[str, FileRecord]) -> Found:
    """What a folder holds, with the files inside its archives in their place, and attachments beside their mails.

    Args:
        found: Files and what was refused.
        known: What became of every file the last time; the attachments of mails that did not change are taken from it.
    """
    files: list[FoundFile] = []
    refused = dict(found.refused)
    for file in found.files:
        members = list(_members(file, known)) if suffix(file.name) in CONTAINERS else []
        if not members or suffix(file.name) != _ARCHIVE:
            files.append(file)
        for member, reason in members:
            reason = reason or why_unknown(member.name)
            if reason:
                refused[member.name] = reason
            else:
                files.append(member)
    names = [file.name for file in files]
    twice = {name for name in names if names.count(name) > 1} if len(set(names)) < len(names) else set()
    kept = [file for file in files if file.name not in twice or file.member is None]
    return replace(found, files=tuple(sorted(kept, key=lambda file: file.name)), refused=tuple(sorted(refused.items())))


def place_of(root: Path, document: str) -> tuple[Path, str | None]:
    """Where a document lies: a file, and the path inside it for one in an archive or attached to a mail."""
    path = root / document
    for file in (path, *path.parents):
        if file == root or file.is_file():
            break
    return (file, path.relative_to(file).as_posix()) if file not in (path, root) else (path, None)


def lies_in(name: str, files: Iterable[str]) -> bool:
    """Whether a document is one of these files or inside one of them."""
    return any(name == file or name.startswith(f"{file}/") for file in files)


def _members(file: FoundFile, known: Mapping[str, FileRecord]) -> Iterator[tuple[FoundFile, str | None]]:
    """The files inside a file, each with the reason why it is not read, if there is one."""
    if _is_unchanged(file, known.get(file.name)):
        yield from _known_members(file, known)
        return
    try:
        listed = run_isolated("ingest.errands:inner_files", {}, path=file.path, name=file.name)
    except UnreadableError:  # said when the file itself is read
        return
    for name, size, sha256, reason in listed:
        if any(part == "__MACOSX" or (part != ".." and is_passed_over(part)) for part in name.split("/")):
            continue
        full = f"{file.name}/{name}"
        yield FoundFile(file.path, full, size, name, sha256), f"{full} could not be read: {reason}." if reason else None


def _is_unchanged(file: FoundFile, record: FileRecord | None) -> bool:
    """Whether a mail is the one that was read; an archive has no record, and is looked into every time."""
    with suppress(FileNotFoundError):
        return record is not None and record.state == "indexed" and record.sha256 == hash_of(file.path)
    return False


def _known_members(file: FoundFile, known: Mapping[str, FileRecord]) -> Iterator[tuple[FoundFile, str | None]]:
    for name, record in known.items():
        if name.startswith(f"{file.name}/"):
            member = FoundFile(file.path, name, record.size, name[len(file.name) + 1 :], record.sha256)
            yield member, record.reason if record.state == "refused" and not record.sha256 else None
