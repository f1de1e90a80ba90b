"""Carries out a plan: what is gone is removed, what is new or changed is read and stored, and each file gets its outcome."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from ingest.discover import Found
from ingest.plan import Plan
from ingest.reading import ReadFile
from ingest.receipt import FileOutcome
from vectorstore import FileRecord, SnapshotWriter


def remove_gone(plan: Plan, writer: SnapshotWriter) -> Iterator[FileOutcome]:
    """Forget the files that are no longer there."""
    for name in plan.removed:
        writer.remove(name)
        yield FileOutcome(name, "removed")


def refuse(plan: Plan, found: Found, writer: SnapshotWriter) -> Iterator[FileOutcome]:
    """Note the files of a kind or in a place that is not read, where that is news."""
    for name, reason in found.refused:
        if name in plan.touched:
            writer.record(FileRecord(name, "", 0, "refused", reason))
            yield FileOutcome(name, "refused", reason)


def store_all(
    plan: Plan, read: Iterable[ReadFile], writer: SnapshotWriter, tell: Callable[[int, str], None]
) -> Iterator[FileOutcome]:
    """Store files as they come; `tell` hears the number and name of each."""
    for number, one in enumerate(read, 1):
        tell(number, one.file.name)
        yield _store(one, writer, updated=one.file.name in plan.changed)


def keep(plan: Plan, records: Mapping[str, FileRecord]) -> Iterator[FileOutcome]:
    """Files as they were: unchanged, or still unreadable or refused for the reason already known."""
    for name in plan.unchanged:
        record = records[name]
        if record.state == "indexed":
            yield FileOutcome(name, "unchanged")
        else:
            yield FileOutcome(name, record.state, record.reason)


def expected(plan: Plan, found: Found) -> Iterator[FileOutcome]:
    """What would become of the files, as far as it can be said without reading them."""
    refused = dict(found.refused)
    yield from (FileOutcome(name, "removed") for name in plan.removed)
    yield from (FileOutcome(name, "refused", reason) for name, reason in refused.items())
    yield from (FileOutcome(name, "indexed") for name in plan.new if name not in refused)
    yield from (FileOutcome(name, "updated") for name in plan.changed if name not in refused)
    yield from (FileOutcome(name, "unchanged") for name in plan.unchanged if name not in refused)


def _store(read: ReadFile, writer: SnapshotWriter, *, updated: bool) -> FileOutcome:
    name = read.file.name
    if read.document is None:
        writer.record(FileRecord(name, read.sha256, read.file.size, "unreadable", read.reason))
        return FileOutcome(name, "unreadable", read.reason, seconds=read.seconds)
    writer.put(read.document, read.chunks, FileRecord(name, read.sha256, read.file.size, "indexed"), read.facts)
    return FileOutcome(
        name,
        "updated" if updated else "indexed",
        pages=read.document.pages,
        characters=len(read.document.text),
        chunks=len(read.chunks),
        facts=len(read.facts),
        seconds=read.seconds,
    )
