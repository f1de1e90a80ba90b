"""The index: a folder of snapshots, written by one, read by many."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from vectorstore.beginning import begin
from vectorstore.catalogue import RECEIPT, get_meta, same_tables
from vectorstore.compare import Comparison, compare_catalogues
from vectorstore.embedding import Embedder
from vectorstore.errors import DamagedSnapshotError, MayNotReadError, NoIndexError, StoreError
from vectorstore.examination import Finding, examine
from vectorstore.facts import Fact, read_facts
from vectorstore.file_records import file_records
from vectorstore.following import SnapshotFollower
from vectorstore.manifest import CATALOGUE, Manifest, check_sizes, read_manifest
from vectorstore.reader import Snapshot, check_kinship
from vectorstore.snapshots import Lease, SnapshotFolder
from vectorstore.sqlite_files import open_sealed, reading_from, writing_to
from vectorstore.values import FileRecord
from vectorstore.verify import verify_published
from vectorstore.writer import Report, SnapshotWriter, report_nothing


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """What the current snapshot holds and what became of every file."""

    manifest: Manifest
    files: tuple[FileRecord, ...]
    receipt: str | None = None
    """What the run that made it said of itself, as JSON."""


class Index:
    """The documents of an archive, kept in a folder.

    Args:
        directory: The folder; it is made when first written to.
        embedder: Of the model that questions and passages are embedded with.
        fingerprint: Of the settings that decide what becomes of a file; with another one every file is read again.
    """

    def __init__(self, directory: Path, embedder: Embedder, *, fingerprint: str = "") -> None:
        self.directory = directory
        """The folder."""
        self._folder = SnapshotFolder(directory)
        self._embedder = embedder
        self._fingerprint = fingerprint
        self._follower = SnapshotFollower(self._folder, embedder.identity)

    @contextmanager
    def write(self) -> Iterator[SnapshotWriter]:
        """Be the one writer, with a private copy of what is there; leaving without `publish` changes nothing.

        Raises:
            IndexBusyError: Another process writes.
            StoreError: The disk is full or the folder cannot be written.
        """
        with self._folder.writer_lock():
            writer = SnapshotWriter(
                self._folder, begin(self._folder, self._embedder.identity, self._fingerprint), self._embedder
            )
            try:
                yield writer
            finally:
                writer.close()

    def reader(self) -> AbstractContextManager[Snapshot]:
        """Lend the current snapshot for one question; threads share it, and the next question gets the next one.

        Raises:
            NoIndexError: Nothing has been published yet.
            WrongModelError: The snapshot was made with another model.
            DamagedSnapshotError: No snapshot can be read.
        """
        return self._follower.reading()

    @contextmanager
    def kept(self, snapshot: str) -> Iterator[Snapshot]:
        """Lend a snapshot that was published earlier, for as long as it is kept.

        Raises:
            NoIndexError: It is not kept any more.
            StoreError: It cannot be read, or was made with another model.
        """
        if snapshot not in self._folder.ids():
            raise NoIndexError(f"The snapshot {snapshot} is not kept any more.")
        try:
            opened = Snapshot(self._folder.published / snapshot, self._embedder.identity)
        except FileNotFoundError as error:  # collected since it was listed
            raise NoIndexError(f"The snapshot {snapshot} is not kept any more.") from error
        with closing(opened):
            yield opened

    def status(self) -> IndexStatus:
        """What the current snapshot holds, without opening its vectors or loading the model.

        Raises:
            NoIndexError: Nothing has been published yet.
            DamagedSnapshotError: The current snapshot cannot be read.
        """
        folder = self._folder.published / self._folder.candidates()[0]
        manifest = read_manifest(folder)
        check_sizes(folder, manifest)
        with reading_from(manifest.id), closing(open_sealed(folder / CATALOGUE)) as rows:
            return IndexStatus(manifest, tuple(file_records(rows)), get_meta(rows, RECEIPT))

    def snapshots(self) -> tuple[Manifest, ...]:
        """The snapshots that are kept and can be read, newest first."""
        found = []
        for name in self._folder.ids():
            try:
                found.append(read_manifest(self._folder.published / name))
            except (DamagedSnapshotError, MayNotReadError):
                continue
        return tuple(found)

    def current(self) -> str:
        """The snapshot that answers, or would if it were not damaged.

        Raises:
            NoIndexError: Nothing has been published yet.
        """
        return self._folder.candidates()[0]

    def damaged(self) -> dict[str, str]:
        """The snapshots that cannot be read, newest first, each with what is wrong with it in one sentence."""
        found = {}
        for name in self._folder.ids():
            try:
                check_sizes(self._folder.published / name, read_manifest(self._folder.published / name))
            except (DamagedSnapshotError, MayNotReadError) as error:
                found[name] = str(error)
        return found

    def verify(self) -> Manifest:
        """Prove that the current snapshot holds what it promises; takes seconds on a large archive.

        Raises:
            NoIndexError: Nothing has been published yet.
            DamagedSnapshotError: It does not.
        """
        return verify_published(self._folder.published / self._folder.candidates()[0])

    def compare(self, old: str, new: str) -> Comparison:
        """What changed from one kept snapshot to another, without opening their vectors.

        Raises:
            NoIndexError: One of them is not kept any more.
            DamagedSnapshotError: One of them cannot be read.
        """
        with self._catalogue(old) as before, self._catalogue(new) as after:
            return compare_catalogues(before, after)

    def facts_of(self, snapshot: str) -> tuple[Fact, ...]:
        """Every fact of a kept snapshot, without opening its vectors; errors as in `compare`."""
        with self._catalogue(snapshot) as rows:
            return tuple(read_facts(rows))

    def roll_back(self, snapshot: str) -> Manifest:
        """Let a kept snapshot answer again. Those after it stay until the next ingest, which begins from this one.

        Raises:
            NoIndexError: It is not kept any more.
            IndexBusyError: An ingest is running.
            WrongModelError: It was made with another model.
            StoreError: It is damaged, or was made by another version of this software.
        """
        with self._folder.writer_lock():
            if snapshot not in self._folder.ids():
                raise NoIndexError(f"The snapshot {snapshot} is not kept any more; see `sanad snapshots`.")
            manifest = verify_published(self._folder.published / snapshot)
            check_kinship(manifest, self._embedder.identity)
            with writing_to(self._folder.root):
                self._folder.switch(snapshot)
            return manifest

    def examine(self) -> Iterator[Finding]:
        """Everything about the index, thing by thing, and what is wrong with it; takes seconds on a large archive.

        Raises:
            NoIndexError: Nothing has been published yet.
        """
        return examine(self._folder, self._embedder)

    @contextmanager
    def _catalogue(self, snapshot: str) -> Iterator[sqlite3.Connection]:
        folder = self._folder.published / snapshot
        try:
            lease = Lease.take(folder)
        except (FileNotFoundError, NotADirectoryError) as error:
            raise NoIndexError(f"The snapshot {snapshot} is not kept any more; see `sanad snapshots`.") from error
        try:
            manifest = read_manifest(folder)
            check_sizes(folder, manifest)
            if not same_tables(manifest.format):
                raise StoreError(f"Snapshot {snapshot} was made by another version of this software.")
            with reading_from(snapshot), closing(open_sealed(folder / CATALOGUE)) as rows:
                yield rows
        finally:
            lease.release()

    def rebuild_projection(self, report: Report = report_nothing) -> Manifest:
        """Publish the same content with a vector index built anew; nothing is embedded again.

        Raises:
            NoIndexError: Nothing has been published yet.
            StoreError: Model or settings are others than before, so that the files have to be read again.
        """
        self._folder.candidates()
        with self.write() as writer:
            if writer.changed:
                raise StoreError("The model or the settings have changed since the last ingest; run `sanad ingest`.")
            return writer.publish(report, rebuild=True)

    def close(self) -> None:
        """Let go of the snapshot that is open for reading."""
        self._follower.close()
