"""Reading one published snapshot."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vectorstore import projection, rows
from vectorstore.catalogue import FORMAT, RECEIPT, VECTOR_TYPE, get_meta, vector_of
from vectorstore.derived import keep_derived, read_derived
from vectorstore.embeddings_file import Embeddings
from vectorstore.errors import StoreError, WrongModelError
from vectorstore.facts import Fact, FactKind, read_facts
from vectorstore.file_records import file_records
from vectorstore.former import FormerVersion, former_versions
from vectorstore.manifest import CATALOGUE, VECTORS, Manifest, check_content, check_sizes, damaged, read_manifest
from vectorstore.private_copy import may_be_opened, private_copy
from vectorstore.snapshots import Lease
from vectorstore.sqlite_files import open_sealed, reading_from
from vectorstore.stored import DocumentInfo, StoredChunk, StoredSentence
from vectorstore.values import Document, FileRecord

__all__ = ["DocumentInfo", "Snapshot", "StoredChunk", "StoredSentence"]


class Snapshot:
    """Everything that can be asked of one published snapshot, by any number of threads at once."""

    def __init__(self, folder: Path, model: str, *, warning: str | None = None) -> None:
        """Open it, lease it, and search it once.

        Raises:
            FileNotFoundError: It is gone.
            DamagedSnapshotError: It is not what its manifest promises.
            WrongModelError: It was made with another embedding model.
            StoreError: It was made by another version of this software.
        """
        self.warning = warning
        """One sentence if this is not the snapshot that should answer, else None."""
        self._folder = folder
        self._lease = Lease.take(folder)
        self._connections = _ConnectionPool(folder / CATALOGUE)
        self._client: Any = None
        self._private: TemporaryDirectory[str] | None = None
        try:
            self.manifest = read_manifest(folder)
            check_kinship(self.manifest, model)
            check_sizes(folder, self.manifest)
            check_content(folder, self.manifest)
            self._open_vectors()
        except BaseException:
            self.close()
            raise

    @property
    def root(self) -> str | None:
        """The folder that was ingested."""
        return self.manifest.root

    @property
    def chunk_count(self) -> int:
        """How many chunks there are."""
        return self.manifest.chunks

    def documents(self) -> tuple[DocumentInfo, ...]:
        """Every document without its text, by path."""
        return tuple(about for _, about in self._documents)

    def document(self, path: str) -> Document:
        """A document with its text.

        Raises:
            StoreError: This snapshot has no such document.
        """
        with self._rows() as connection:
            document = rows.whole_document(connection, path)
        if document is None:
            raise StoreError(f"{path}: the index holds no such document; run `sanad status` to see what it holds.")
        return document

    def former_versions(self, path: str) -> tuple[FormerVersion, ...]:
        """What a document said before it changed, the latest first; nothing of it is ever found or answered from."""
        with self._rows() as connection:
            return former_versions(connection, path)

    def facts(self, kind: FactKind | None = None) -> tuple[Fact, ...]:
        """Every fact read from the documents, or those of one kind, by document and place in its text."""
        with self._rows() as connection:
            return tuple(read_facts(connection, kind))

    def files(self) -> tuple[FileRecord, ...]:
        """What became of every file of the folder, by path."""
        with self._rows() as connection:
            return tuple(file_records(connection))

    def receipt(self) -> str | None:
        """What the run that made the snapshot said of itself, as JSON; None where it kept no receipt."""
        with self._rows() as connection:
            return get_meta(connection, RECEIPT)

    def derived(self, name: str) -> bytes | None:
        """What was worked out of this snapshot before and kept under a name; None where it has to be worked out anew."""
        return read_derived(self._folder, name)

    def keep_derived(self, name: str, content: bytes) -> bool:
        """Keep what was worked out of this snapshot, in place of what was kept before; whether that could be done."""
        return keep_derived(self._folder, name, content)

    def nearest(
        self, vector: NDArray[np.float32], k: int, documents: frozenset[str] | None = None
    ) -> list[tuple[int, float]]:
        """The chunks nearest in meaning, with their cosine similarity, nearest first.

        Args:
            vector: Of the question.
            k: How many at most.
            documents: Paths that may be used; None for all, an empty set for none.

        Raises:
            WrongModelError: The vector is of another length than those of the snapshot.
            DamagedSnapshotError: The vector index cannot answer.
        """
        allowed = self._numbers(documents)
        if k <= 0 or allowed == [] or not self.chunk_count:
            return []
        if vector.shape != (self.manifest.dimensions,):
            raise WrongModelError(
                f"Snapshot {self.manifest.id} holds vectors of {self.manifest.dimensions} numbers, but the question's "
                f"has {vector.size}; set SANAD_STORE_MODEL back to {self.manifest.model}, or run `sanad ingest` again."
            )
        found = self._search(vector, min(k, self.chunk_count), allowed)
        with self._rows() as connection:
            chunks = rows.chunk_of_key(connection, [key for key, _ in found])
            expected = found or allowed is None or rows.have_chunks(connection, allowed)
        if len(chunks) != len(found) or (expected and not found):
            raise damaged(self._folder, "the vector index and the catalogue do not belong together")
        return sorted(((chunks[key], similarity) for key, similarity in found), key=lambda pair: (-pair[1], pair[0]))

    def full_text(
        self, terms: Sequence[str], k: int, documents: frozenset[str] | None = None
    ) -> list[tuple[int, float]]:
        """The chunks that hold any of the terms, with their BM25 score, best first; `documents` as in `nearest`."""
        allowed = self._numbers(documents)
        if k <= 0 or allowed == [] or not terms:
            return []
        with self._rows() as connection:
            return rows.full_text(connection, terms, k, allowed)

    def holding(self, terms: Collection[str], documents: frozenset[str] | None = None) -> frozenset[int]:
        """The chunks that hold any of the terms; `documents` as in `nearest`."""
        allowed = self._numbers(documents)
        if allowed == [] or not terms:
            return frozenset()
        with self._rows() as connection:
            return rows.holding(connection, terms, allowed)

    def document_frequency(self, terms: Sequence[str]) -> dict[str, int]:
        """In how many chunks each term stands."""
        with self._rows() as connection:
            return rows.frequencies(connection, terms)

    def vocabulary(self) -> dict[str, int]:
        """Every term of the archive, with the number of chunks it stands in."""
        with self._rows() as connection:
            return dict(connection.execute("SELECT term, doc FROM vocabulary"))

    def passages(self, chunk_ids: Sequence[int]) -> list[StoredChunk]:
        """The chunks of these numbers, in this order; numbers that do not exist are left out."""
        with self._rows() as connection:
            found = rows.chunks(connection, chunk_ids)
        return [found[chunk] for chunk in chunk_ids if chunk in found]

    def sentences(self, chunk_ids: Sequence[int]) -> list[StoredSentence]:
        """The sentences of these chunks, chunk by chunk in this order, each with its embedding."""
        with self._rows() as connection:
            found = rows.sentences(connection, chunk_ids)
        return [sentence for chunk in dict.fromkeys(chunk_ids) for sentence in found.get(chunk, ())]

    def chunks_of(self, document: str) -> list[int]:
        """The chunks of a document in the order of its text."""
        number = self._number_of.get(document)
        with self._rows() as connection:
            found = connection.execute("SELECT id FROM chunks WHERE document = ? ORDER BY number", (number,))
            return [row[0] for row in found]

    def embeddings(self) -> Embeddings:
        """Every embedding of the snapshot, of chunks and of sentences."""
        with self._rows() as connection:
            found = connection.execute("SELECT hash, vector FROM embeddings ORDER BY hash").fetchall()
        hashes = np.frombuffer(b"".join(name for name, _ in found), dtype=np.uint8).reshape(len(found), -1)
        vectors = np.frombuffer(b"".join(vector for _, vector in found), dtype=VECTOR_TYPE).reshape(len(found), -1)
        return Embeddings(self.manifest.model, hashes, vectors)

    def close(self) -> None:
        """Let go of files and lease."""
        self._connections.close()
        if self._client is not None:
            self._client.close()
        if self._private is not None:
            self._private.cleanup()
        self._lease.release()

    @cached_property
    def _documents(self) -> tuple[tuple[int, DocumentInfo], ...]:
        with self._rows() as connection:
            return tuple(rows.all_documents(connection))

    @cached_property
    def _number_of(self) -> dict[str, int]:
        return {about.path: number for number, about in self._documents}

    def _numbers(self, documents: frozenset[str] | None) -> list[int] | None:
        """The allow-list as document numbers; None when everything is allowed."""
        if documents is None or documents >= self._number_of.keys():
            return None
        return sorted(number for path, number in self._number_of.items() if path in documents)

    def _search(self, vector: NDArray[np.float32], k: int, allowed: Sequence[int] | None) -> list[tuple[str, float]]:
        try:
            with projection.chroma_errors(self._folder / VECTORS):
                return projection.nearest(self._collection, vector, k, allowed)
        except StoreError as error:
            raise damaged(self._folder, f"its vectors cannot be searched ({error.__cause__})") from error

    def _open_vectors(self) -> None:
        folder = self._folder / VECTORS
        if not may_be_opened(folder):
            self._private = private_copy(folder)
            folder = Path(self._private.name) / VECTORS
        try:
            self._client = projection.open_client(folder)
            with projection.chroma_errors(folder):
                self._collection = self._client.get_collection(projection.COLLECTION, embedding_function=None)
                held = self._collection.count()
        except StoreError as error:
            raise damaged(self._folder, f"its vectors cannot be opened ({error.__cause__})") from error
        if held != self.chunk_count:
            raise damaged(self._folder, f"it holds {held} vectors for {self.chunk_count} chunks")
        with self._rows() as connection:
            first = connection.execute("SELECT vector FROM chunks JOIN embeddings USING (hash) LIMIT 1").fetchone()
        if (first is None) != (self.chunk_count == 0):
            raise damaged(self._folder, "its catalogue does not hold the chunks it should")
        if first is not None:
            self.nearest(vector_of(first[0]), 1)

    @contextmanager
    def _rows(self) -> Iterator[sqlite3.Connection]:
        with reading_from(self.manifest.id), self._connections.borrowed() as connection:
            yield connection


class _ConnectionPool:
    """As many connections as there are threads reading at once; threads come and go, so none is bound to one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._idle: list[sqlite3.Connection] = []
        self._lock = threading.Lock()

    @contextmanager
    def borrowed(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            connection = self._idle.pop() if self._idle else None
        connection = connection or open_sealed(self._path)
        try:
            yield connection
        finally:
            with self._lock:
                self._idle.append(connection)

    def close(self) -> None:
        with self._lock:
            while self._idle:
                self._idle.pop().close()


def check_kinship(manifest: Manifest, model: str) -> None:
    """Refuse a snapshot whose vectors or terms are not comparable with those of the questions."""
    if manifest.model != model:
        raise WrongModelError(
            f"Snapshot {manifest.id} was made with the embedding model {manifest.model}, not with {model}; set "
            "SANAD_STORE_MODEL back to that model, or run `sanad ingest` to make the index anew with this one."
        )
    if manifest.format != FORMAT:
        raise StoreError(
            f"Snapshot {manifest.id} was made by another version of this software; run `sanad ingest` to make it anew."
        )
