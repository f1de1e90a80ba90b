"""Carries out a plan: what is gone is removed, what is new or changed is stored, and each file gets its outcome."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from ingest.discover import Found
from ingest.plan import Plan
from ingest.reading import ReadFile
from ingest.receipt import FileOutcome, Outcome
from ingest.recognise import recognise
from vectorstore import FileRecord, Measure, SnapshotWriter


@dataclass(frozen=True, slots=True)
class Storing:
    """One run's changes to the index.

    Args:
        plan: What is to be done.
        found: What is in the folder.
        hashes: Of the files there, by name.
        known: What became of every file the last time.
        writer: Of the next snapshot.
    """

    plan: Plan
    found: Found
    hashes: Mapping[str, str]
    known: Mapping[str, FileRecord]
    writer: SnapshotWriter

    def remove(self) -> Iterator[FileOutcome]:
        """Forget the files that are no longer there."""
        for name in self.plan.removed:
            self.writer.remove(name)
            yield FileOutcome(name, "removed")

    def refuse(self) -> Iterator[FileOutcome]:
        """Note the files of a kind or in a place that is not read, where that is news."""
        reasons = dict(self.found.refused)
        for name in self.plan.refused:
            self.writer.record(FileRecord(name, "", 0, "refused", reasons[name]))
            yield FileOutcome(name, "refused", reasons[name])

    def move(self) -> frozenset[str]:
        """Give moved files their new names; returns those to be read again because their name says something of them."""
        named = set()
        for name, before in self.plan.moved.items():
            document = self.writer.document(before)
            self.writer.move(before, replace(self.known[before], path=name))
            if document is not None:
                said = (recognise(document.text, document.blocks, place) for place in (before, name))
                if next(said) != next(said):
                    named.add(name)
        return frozenset(named)

    def store(self, read: ReadFile) -> FileOutcome:
        """Store a file that was read, or note why it could not be."""
        if read.document is None:
            return self._fail(read)
        record = FileRecord(
            read.file.name, read.sha256, read.file.size, "indexed", read.reason, unread_pages=read.unread_pages
        )
        self.writer.put(read.document, read.chunks, record, read.facts)
        size = Measure(read.document.pages, len(read.document.text), len(read.chunks), len(read.facts))
        return self._present(record, self._news(record.path), size, read.seconds)

    def note_duplicates(self, failed: frozenset[str]) -> Iterator[FileOutcome]:
        """Note files of the same bytes as another; if that one could not be read, neither could they."""
        sizes = {file.name: file.size for file in self.found.files}
        for name, original in self.plan.duplicates.items():
            record = FileRecord(name, self.hashes[name], sizes[name], "duplicate", same_as=original)
            if original in failed:
                reason = f"{name} holds the same bytes as {original}, which could not be read."
                record = replace(record, state="unreadable", reason=reason, same_as=None)
            self.writer.record(record)
            yield FileOutcome(name, record.state, record.reason, same_as=record.same_as)

    def keep(self, stored: frozenset[str]) -> Iterator[FileOutcome]:
        """Files as they were, but for those stored in this run: also those that are unread for a reason known before."""
        sizes = self.writer.measures()
        for name in (*self.plan.unchanged, *self.plan.moved):
            if name in stored:
                continue
            record = replace(self.known[self.plan.moved.get(name, name)], path=name)
            if record.state == "indexed":
                yield self._present(record, self._news(name), sizes[name], 0.0)
            else:
                yield FileOutcome(name, record.state, record.reason)
        for name in self.plan.unreachable:
            yield _unreachable(name, "it cannot be opened just now")

    def _fail(self, read: ReadFile) -> FileOutcome:
        name, before = read.file.name, self.known.get(read.file.name)
        if read.failure == "unreachable" and before is not None and before.state == "indexed":
            return _unreachable(name, "it cannot be opened just now")
        state: Literal["refused", "unreadable"] = "refused" if read.failure == "refused" else "unreadable"
        self.writer.record(FileRecord(name, read.sha256, read.file.size, state, read.reason))
        return FileOutcome(name, state, read.reason, seconds=read.seconds)

    def _news(self, name: str) -> Outcome:
        if name in self.plan.moved:
            return "moved"
        if name in self.plan.unchanged:
            return "unchanged"
        before = self.known.get(name)
        return "updated" if before is not None and before.state != "duplicate" else "indexed"

    def _present(self, record: FileRecord, news: Outcome, size: Measure, seconds: float) -> FileOutcome:
        return FileOutcome(
            record.path,
            "partly_read" if record.is_partial else news,
            record.reason,
            pages=size.pages,
            characters=size.characters,
            chunks=size.chunks,
            facts=size.facts,
            seconds=seconds,
            moved_from=self.plan.moved.get(record.path),
            unread_pages=record.unread_pages,
        )


def expected(plan: Plan, found: Found, known: Mapping[str, FileRecord]) -> Iterator[FileOutcome]:
    """What would become of the files, as far as it can be said without reading them."""
    reasons = dict(found.refused)
    yield from (FileOutcome(name, "removed") for name in plan.removed)
    yield from (FileOutcome(name, "refused", reasons[name]) for name in plan.refused)
    yield from (FileOutcome(name, "indexed") for name in plan.new)
    yield from (FileOutcome(name, "updated") for name in plan.changed)
    yield from (FileOutcome(name, "moved", moved_from=before) for name, before in plan.moved.items())
    yield from (FileOutcome(name, "duplicate", same_as=original) for name, original in plan.duplicates.items())
    yield from (_unreachable(name, "it cannot be opened just now") for name in plan.unreachable)
    yield from (FileOutcome(name, _as_before(known[name]), known[name].reason) for name in plan.unchanged)


def still_written(records: Iterable[FileRecord]) -> Iterator[FileOutcome]:
    """Known files that are being written just now."""
    for record in records:
        said = f"{record.path} is being written; what was known of it stays."
        yield FileOutcome(record.path, _as_before(record), said)


def _as_before(record: FileRecord) -> Outcome:
    """The outcome of a file that is as it was."""
    if record.state == "indexed":
        return "partly_read" if record.is_partial else "unchanged"
    return record.state


def _unreachable(name: str, why: str) -> FileOutcome:
    return FileOutcome(name, "unreadable", f"{name}: {why}; what was read of it before stays.")
