"""Finds the documents inside archives and mails: each is a file of its own from here on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from vectorstore import FileRecord

from .checking import hash_of
from .discover import Found, FoundFile, is_passed_over, why_unknown
from .errors import UnreachableError, UnreadableError
from .isolation import run_isolated
from .readers import CONTAINERS, suffix

_ARCHIVE = ".zip"


def archive_hashes(found: Found) -> dict[str, str]:
    """The SHA-256 of every archive of a folder that can be opened, by name."""
    hashes = {}
    for file in found.files:
        with suppress(FileNotFoundError):
            if suffix(file.name) == _ARCHIVE and (sha256 := hash_of(file.path)):
                hashes[file.name] = sha256
    return hashes


def with_members(found: Found, known: Mapping[str, FileRecord], unpacked: frozenset[str] = frozenset()) -> Found:
    """What a folder holds, with the files inside its archives in their place, and attachments beside their mails.

    Args:
        found: Files and what was refused.
        known: What became of every file the last time; the attachments of mails that did not change are taken from it.
        unpacked: The archives that are as they were then, whose files are taken from it too.
    """
    files: list[FoundFile] = []
    refused = dict(found.refused)
    for file in found.files:
        members = list(_members(file, known, unpacked)) if suffix(file.name) in CONTAINERS else []
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


def _members(
    file: FoundFile, known: Mapping[str, FileRecord], unpacked: frozenset[str]
) -> Iterator[tuple[FoundFile, str | None]]:
    """The files inside a file, each with the reason why it is not read, if there is one."""
    if file.name in unpacked:
        before = list(_known_members(file, known))
        if before and all(reason or member.sha256 for member, reason in before):  # else there is something to look at
            yield from before
            return
    if _is_unchanged(file, known.get(file.name)):
        yield from _known_members(file, known)
        return
    try:
        listed = run_isolated("ingest.errands:inner_files", {}, path=file.path, name=file.name)
    except UnreachableError:  # it cannot be opened just now: what was in it stays, though nothing is known of its bytes
        yield from ((replace(member, sha256=None), reason) for member, reason in _known_members(file, known))
        return
    except UnreadableError:  # said when the file itself is read
        return
    for name, size, sha256, reason in listed:
        if any(part == "__MACOSX" or (part != ".." and is_passed_over(part)) for part in name.split("/")):
            continue
        full = f"{file.name}/{name}"
        yield FoundFile(file.path, full, size, name, sha256), f"{full} could not be read: {reason}." if reason else None


def _is_unchanged(file: FoundFile, record: FileRecord | None) -> bool:
    """Whether a mail is the one that was read; an archive has no record of its own."""
    with suppress(FileNotFoundError):
        return record is not None and record.state == "indexed" and record.sha256 == hash_of(file.path)
    return False


def _known_members(file: FoundFile, known: Mapping[str, FileRecord]) -> Iterator[tuple[FoundFile, str | None]]:
    for name, record in known.items():
        if name.startswith(f"{file.name}/"):
            member = FoundFile(file.path, name, record.size, name[len(file.name) + 1 :], record.sha256)
            yield member, record.reason if record.state == "refused" and not record.sha256 else None
