"""Decide what an ingest has to do, before it does anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from ingest.errors import GuardError
from vectorstore import FileRecord

LARGEST_REMOVAL = 0.5
"""Share of the indexed files that may disappear in one run without being asked."""
SMALL_ARCHIVE = 4
"""Below this many files a share says little; only the loss of all of them is guarded."""


@dataclass(frozen=True)
class Plan:
    """Names of files, each in exactly one list."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    """Turned away for their kind or place, which is news."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """The new name of a file, and the name it had."""
    duplicates: Mapping[str, str] = field(default_factory=dict)
    """A file of the same bytes as another, and that other."""
    unreachable: tuple[str, ...] = ()
    """Known files in a folder, or of a name, that cannot be opened just now: what is known of them stays."""

    @cached_property
    def touched(self) -> frozenset[str]:
        """What has to be read."""
        return frozenset((*self.new, *self.changed))


def plan_changes(on_disk: Mapping[str, str], refused: Mapping[str, str], known: Mapping[str, FileRecord]) -> Plan:
    """Compare content by name, and names by content; touch only what differs.

    Args:
        on_disk: The hash of every file that is there, by name; empty if it cannot be opened.
        refused: Files and folders that are not read, with the reason.
        known: What became of every file the last time.
    """
    closed = {name for name in known if name not in on_disk and _lies_in(name, refused)}
    closed |= {name for name, sha in on_disk.items() if not sha and _is_indexed(known.get(name))}
    gone = [name for name in known if name not in on_disk and name not in refused and name not in closed]
    moved: dict[str, str] = {}
    duplicates: dict[str, str] = {}
    for sha, names in _by_content(on_disk, known):
        original = _original(names, sha, known, gone, moved)
        duplicates.update({name: original for name in names if name != original})
    settled = {*closed, *moved, *duplicates}
    open_files = [name for name in sorted(on_disk) if name not in settled]
    return Plan(
        new=tuple(name for name in open_files if name not in known),
        changed=tuple(name for name in open_files if name in known and not _same(on_disk[name], known[name])),
        unchanged=(
            *(name for name in open_files if name in known and _same(on_disk[name], known[name])),
            *(name for name in sorted(refused) if name in known and _still_refused(refused[name], known[name])),
        ),
        removed=tuple(sorted(set(gone) - set(moved.values()))),
        refused=tuple(
            name for name in sorted(refused) if name not in known or not _still_refused(refused[name], known[name])
        ),
        moved=moved,
        duplicates=duplicates,
        unreachable=tuple(sorted(closed)),
    )


def guard_removals(plan: Plan, known: Mapping[str, FileRecord], folder: str) -> None:
    """Refuse to empty an archive because its folder is not what it was.

    Raises:
        GuardError: All documents, or more than half of four or more, would be removed.
    """
    documents = sum(_is_indexed(record) for record in known.values())
    lost = sum(_is_indexed(known[name]) for name in plan.removed)
    everything = bool(lost) and lost == documents
    most = documents >= SMALL_ARCHIVE and lost > LARGEST_REMOVAL * documents
    if everything or most:
        raise GuardError(
            f"{lost} of the {documents} files in the index are no longer in {folder}; if the folder is right and "
            "they should be removed, run again with --allow-removals, otherwise check that the folder is mounted."
        )


def _by_content(on_disk: Mapping[str, str], known: Mapping[str, FileRecord]) -> Iterator[tuple[str, list[str]]]:
    """Names by the content they share, but for files of which it is known that they cannot be read."""
    groups: dict[str, list[str]] = {}
    for name in sorted(on_disk):
        record = known.get(name)
        if on_disk[name] and not (
            record and _same(on_disk[name], record) and record.state in ("unreadable", "refused")
        ):
            groups.setdefault(on_disk[name], []).append(name)
    yield from groups.items()


def _original(
    names: Sequence[str], sha: str, known: Mapping[str, FileRecord], gone: Sequence[str], moved: dict[str, str]
) -> str:
    """The name that a content is indexed under; notes it if the content was indexed under a name that is gone."""
    for name in names:
        if _is_indexed(known.get(name)) and known[name].sha256 == sha:
            return name
    before = next((name for name in gone if _is_indexed(known[name]) and known[name].sha256 == sha), None)
    fresh = [name for name in names if not _is_indexed(known.get(name))]
    if before is None or not fresh:
        return names[0]
    alike = [name for name in fresh if PurePosixPath(name).name == PurePosixPath(before).name]
    new = (alike or fresh)[0]
    moved[new] = before
    return new


def _same(sha: str, record: FileRecord) -> bool:
    return bool(sha) and record.sha256 == sha and record.state != "duplicate"


def _is_indexed(record: FileRecord | None) -> bool:
    return record is not None and record.state == "indexed"


def _still_refused(reason: str, record: FileRecord) -> bool:
    return record.state == "refused" and not record.sha256 and record.reason == reason


def _lies_in(name: str, folders: Mapping[str, str]) -> bool:
    return any(str(parent) in folders for parent in PurePosixPath(name).parents)
