"""Writes the next snapshot: documents go into a private catalogue, and nothing is seen before it is published."""

from __future__ import annotations

import json
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from vectorstore import catalogue, file_records, rows
from vectorstore.beginning import Beginning
from vectorstore.catalogue import ARCHIVES, PROPOSED, RECEIPT
from vectorstore.compare import Changed, changed_documents
from vectorstore.embedding import Embedder
from vectorstore.embeddings_file import Embeddings
from vectorstore.errors import ModelUnavailableError
from vectorstore.facts import Fact, read_facts
from vectorstore.former import delete_former, keep_former, move_former
from vectorstore.likeness import Alike, find_alike
from vectorstore.manifest import CATALOGUE, Manifest
from vectorstore.publish import publish
from vectorstore.snapshots import SnapshotFolder
from vectorstore.sqlite_files import open_sealed, reading_from, writing_to
from vectorstore.stored import Measure
from vectorstore.values import Chunk, Document, FileRecord, Progress

EMBEDDED_AT_ONCE = 64
WAITING_AT_MOST = 16 * EMBEDDED_AT_ONCE
"""Texts that wait to be embedded while files are read, to choose some of like length from: where a model pads, 4 batches cost
15 % more on the samples than all texts sorted at once, 16 cost 1 %; the packaged model pads none."""
_COMMIT_EVERY = 2.0

Report = Callable[[Progress], None]


def report_nothing(progress: Progress) -> None:
    """For whoever does not want to know."""


class SnapshotWriter:
    """Changes documents, embeds what is new, publishes. Made by `Index.write()`, used by one thread.

    Nothing reaches the index unless `publish` is called; leaving before that changes nothing.
    """

    def __init__(self, folder: SnapshotFolder, base: Beginning, embedder: Embedder) -> None:
        self._folder = folder
        self._base = base
        self._staging = base.staging
        self._embedder = embedder
        self._catalogue = base.catalogue
        self._changed = base.outdated
        self._began = datetime.now(UTC).isoformat(timespec="seconds")
        self._committed = time.monotonic()
        self._embedded = 0
        self._erased = False
        self._published = False
        self._begin()

    @property
    def current(self) -> str | None:
        """The snapshot that answers until the next one is published; None if there is none."""
        return self._base.manifest.id if self._base.manifest else None

    @property
    def next(self) -> str:
        """The name of the snapshot that is being written."""
        return self._staging.name

    @property
    def root(self) -> str | None:
        """The folder whose files are indexed, as far as it is known."""
        return catalogue.get_meta(self._catalogue, "root")

    @property
    def changed(self) -> bool:
        """Whether there is anything to publish."""
        return self._changed

    def files(self) -> dict[str, FileRecord]:
        """What became of every file the last time, by path.

        Where model or settings are others than before, an indexed file has an empty hash: it is known, but must be
        read again.
        """
        return {record.path: record for record in file_records.file_records(self._catalogue)}

    def set_root(self, folder: Path) -> None:
        """Note which folder is indexed."""
        before = self.root
        if before != str(folder):
            catalogue.set_meta(self._catalogue, "root", str(folder))
            self._changed = self._changed or before is not None

    def archives(self) -> dict[str, str]:
        """The SHA-256 of every archive as its files were last taken from it, by name."""
        found: dict[str, str] = json.loads(catalogue.get_meta(self._catalogue, ARCHIVES) or "{}")
        return found

    def keep_archives(self, hashes: Mapping[str, str]) -> None:
        """Note what the archives are whose files are indexed now."""
        with writing_to(self._staging):
            catalogue.set_meta(self._catalogue, ARCHIVES, json.dumps(hashes))

    def proposed(self) -> dict[str, Any]:
        """What a language model proposed for files, by their hash, as it was last kept."""
        found: dict[str, Any] = json.loads(catalogue.get_meta(self._catalogue, PROPOSED) or "{}")
        return found

    def keep_proposed(self, proposed: Mapping[str, Any]) -> None:
        """Keep what a language model proposed, in place of what was kept before."""
        if proposed != self.proposed():
            with writing_to(self._staging):
                catalogue.set_meta(self._catalogue, PROPOSED, json.dumps(proposed, ensure_ascii=False))
                self._has_changed()

    def put(self, document: Document, chunks: Sequence[Chunk], record: FileRecord, facts: Sequence[Fact] = ()) -> None:
        """Store a document and what was read from it in place of its older version.

        Raises:
            StoreError: The disk is full or the folder cannot be written.
            ValueError: A chunk, sentence or fact is not at the place in the text that it claims.
        """
        with writing_to(self._staging):
            keep_former(self._catalogue, document.path, document.sha256, self._began)
            self._erased = self._erased or catalogue.has_document(self._catalogue, document.path)
            catalogue.put_document(self._catalogue, document, chunks, facts)
            file_records.put_record(self._catalogue, record)
            self._has_changed()

    def record(self, record: FileRecord) -> None:
        """Note a file that is not indexed; what was indexed of it becomes a former version."""
        with writing_to(self._staging):
            keep_former(self._catalogue, record.path, record.sha256, self._began)
            removed = catalogue.delete_document(self._catalogue, record.path)
            self._erased = self._erased or removed
            if removed or file_records.get_record(self._catalogue, record.path) != record:
                file_records.put_record(self._catalogue, record)
                self._has_changed()

    def move(self, old: str, record: FileRecord) -> None:
        """Give an indexed file another path; it stays the same document and nothing of it is embedded again."""
        with writing_to(self._staging):
            catalogue.move_document(self._catalogue, old, record.path)
            move_former(self._catalogue, old, record.path)
            file_records.delete_record(self._catalogue, old)
            file_records.put_record(self._catalogue, record)
            self._has_changed()

    def document(self, path: str) -> Document | None:
        """A document as it will be published; None if there is none of that path."""
        return rows.whole_document(self._catalogue, path)

    def measures(self) -> dict[str, Measure]:
        """How much there is of every document, by path."""
        return rows.measures(self._catalogue)

    def alike(self) -> tuple[Alike, ...]:
        """Every two documents that say nearly the same, the most alike first."""
        return find_alike(self._catalogue)

    def changes(self) -> Iterator[Changed]:
        """What changed since the snapshot that answers now, document by document."""
        with self._before() as before:
            yield from changed_documents(before, self._catalogue)

    def facts_before(self) -> Iterator[Fact]:
        """Every fact of the snapshot that answers now."""
        with self._before() as before:
            if before:
                yield from read_facts(before)

    @contextmanager
    def _before(self) -> Iterator[sqlite3.Connection | None]:
        if self._base.comparable is None:
            yield None
            return
        folder = self._base.comparable
        with reading_from(folder.name), closing(open_sealed(folder / CATALOGUE)) as before:
            yield before

    def keep_receipt(self, receipt: str) -> None:
        """Keep what the run says of itself, as JSON, in the snapshot it makes."""
        with writing_to(self._staging):
            catalogue.set_meta(self._catalogue, RECEIPT, receipt)

    def remove(self, path: str) -> None:
        """Forget a file and everything that was made of it."""
        with writing_to(self._staging):
            delete_former(self._catalogue, path)
            removed = catalogue.delete_document(self._catalogue, path)
            self._erased = True
            if file_records.delete_record(self._catalogue, path) or removed:
                self._has_changed()

    def adopt(self, embeddings: Embeddings) -> None:
        """Take over embeddings made earlier by the same model, before the documents come; what is not needed goes again.

        Those of another model are left alone.
        """
        if embeddings.model != self._embedder.identity:
            return
        with writing_to(self._staging):
            names = [row.tobytes() for row in embeddings.hashes]
            catalogue.put_embeddings(self._catalogue, names, embeddings.vectors.astype(np.float32))
            catalogue.set_meta(self._catalogue, "dimensions", str(embeddings.vectors.shape[1]))

    def embed(self, report: Report = report_nothing) -> None:
        """Embed the words that have no embedding yet, and keep the embeddings as they come.

        Raises:
            ModelUnavailableError: The model cannot be loaded or gives no usable vectors.
        """
        with writing_to(self._staging):
            catalogue.prune_pending(self._catalogue)
            total = self._embedded + catalogue.pending_count(self._catalogue)
        while self._embed_some():
            report(Progress("embedding", self._embedded, total))

    def embed_ahead(self) -> None:
        """Embed words while many wait and more are being read; the rest stay, so that batches hold texts of one length.

        Raises:
            ModelUnavailableError: The model cannot be loaded or gives no usable vectors.
        """
        while catalogue.pending_count(self._catalogue) >= WAITING_AT_MOST:
            self._embed_some()

    def _embed_some(self) -> int:
        """Embed the longest words that wait; says how many."""
        waiting = catalogue.pending_texts(self._catalogue, EMBEDDED_AT_ONCE)
        if waiting:
            vectors = self._embedder.embed_passages([words for _, words in waiting])
            _check_vectors(vectors, len(waiting), self._embedder.dimensions)
            with writing_to(self._staging):
                catalogue.put_embeddings(self._catalogue, [name for name, _ in waiting], vectors)
                catalogue.set_meta(self._catalogue, "dimensions", str(self._embedder.dimensions))
                self._commit()
            self._embedded += len(waiting)
        return len(waiting)

    def publish(self, report: Report = report_nothing, *, rebuild: bool = False) -> Manifest:
        """Seal, verify and publish; the new snapshot answers the next question.

        Args:
            report: Told before every step.
            rebuild: Build the vector index anew instead of changing a copy of the last one.

        Raises:
            StoreError: The snapshot could not be written or did not verify; the old one goes on answering.
        """
        self.embed(report)
        with writing_to(self._staging):
            self._catalogue.execute("COMMIT")
        manifest = publish(self._folder, self._base, report, rebuild=rebuild, erased=self._erased)
        self._published = True
        return manifest

    def close(self) -> None:
        """Let go; what was not published is discarded, except that embeddings are left for the next writer to find."""
        if self._published:
            return
        self._catalogue.close()
        if (self._embedded or self._base.salvaged) and (self._staging / CATALOGUE).is_file():
            for path in self._staging.iterdir():
                if path.is_dir():
                    shutil.rmtree(path, ignore_errors=True)
        elif self._staging.is_dir():
            self._folder.discard(self._staging)

    def _has_changed(self) -> None:
        self._changed = True
        if time.monotonic() - self._committed > _COMMIT_EVERY:
            self._commit()

    def _begin(self) -> None:
        self._catalogue.execute("BEGIN")

    def _commit(self) -> None:
        self._catalogue.execute("COMMIT")
        self._begin()
        self._committed = time.monotonic()


def _check_vectors(vectors: np.ndarray, count: int, dimensions: int) -> None:
    if vectors.shape != (count, dimensions) or not np.isfinite(vectors).all() or not vectors.any(axis=1).all():
        raise ModelUnavailableError(
            "The embedding model gave no usable vectors; check the model named by SANAD_STORE_MODEL, then run "
            "`sanad ingest` again."
        )
