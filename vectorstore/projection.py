"""The vector index of a snapshot: a Chroma collection made from the catalogue, and made again at any time.

Chroma is opened by path only and always closed. It holds names, vectors and the number of the document, nothing that
can be read: whatever else is known of a chunk may change while its vector does not.
"""

from __future__ import annotations

import shutil
import sqlite3
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from vectorstore.errors import StoreError

COLLECTION = "chunks"
FILE = "chroma.sqlite3"
BATCH = 250
LARGEST_DROP = 0.3
"""Deleted vectors keep their places in the index; beyond this share it is built anew."""

NEIGHBOURS = (32, 64, 128)
"""Links of a vector in the index. Many vectors that are alike can cut others off from the rest, which more links
prevent; so an index in which vectors are not found is built again with the next of these numbers."""

_HNSW = {"space": "cosine", "ef_construction": 200, "ef_search": 400, "batch_size": 100}
_WHILE_WRITING = 1000
_SEALED = 2  # the smallest Chroma takes: whatever waits in its log is written to the index at the next opening

Report = Callable[[int, int], None]
"""Told how many records of how many are stored."""
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Vector:
    """One record of the index."""

    key: str
    document: int
    values: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Difference:
    """What has to be done to an index so that it holds what the catalogue holds."""

    added: tuple[str, ...]
    dropped: tuple[str, ...]


@contextmanager
def opened(folder: Path) -> Iterator[Any]:
    """The collection in a folder, closed at the end.

    Raises:
        StoreError: Chroma cannot open it.
    """
    client = open_client(folder)
    try:
        with chroma_errors(folder):
            yield client.get_collection(COLLECTION, embedding_function=None)
    finally:
        client.close()


def open_client(folder: Path) -> Any:
    """A client of the vector index in a folder; whoever opens it closes it."""
    import chromadb
    from chromadb.config import Settings

    with chroma_errors(folder):
        return chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False))


@contextmanager
def chroma_errors(folder: Path) -> Iterator[None]:
    """Translate whatever Chroma says, which includes panics of its Rust core."""
    from chromadb.errors import ChromaError

    try:
        yield
    except (ChromaError, ValueError, TypeError, AttributeError, sqlite3.Error, OSError) as error:
        raise _store_error(folder, error) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise _store_error(folder, error) from error


def build(folder: Path, vectors: Iterable[Vector], total: int, report: Report, neighbours: int = NEIGHBOURS[0]) -> None:
    """Make a new index in an empty folder, and seal it."""
    client = open_client(folder)
    try:
        with chroma_errors(folder):
            hnsw = {**_HNSW, "max_neighbors": neighbours, "sync_threshold": _WHILE_WRITING}
            collection = client.create_collection(COLLECTION, embedding_function=None, configuration={"hnsw": hnsw})
            _add(collection, vectors, total, report)
            if total == 1:
                _repeat(collection)
            _set_threshold(collection, _SEALED)
    finally:
        client.close()
    _settle(folder)


def copy(source: Path, target: Path) -> None:
    """Copy a sealed index, also while it is being read.

    Readers never touch the index files, but Chroma writes to its SQLite file whenever it opens one; so that file is
    copied by SQLite, under its lock.
    """
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("chroma.sqlite3*"))
    with (
        closing(sqlite3.connect(f"{(source / FILE).resolve().as_uri()}?mode=ro", uri=True, timeout=30)) as old,
        closing(sqlite3.connect(target / FILE)) as new,
    ):
        old.backup(new)


def difference(have: Mapping[str, int], wanted: Mapping[str, int]) -> Difference:
    """Compare two sets of records, given as name and document."""
    return Difference(
        added=tuple(key for key, document in wanted.items() if have.get(key) != document),
        dropped=tuple(key for key, document in have.items() if wanted.get(key) != document),
    )


def update(folder: Path, change: Difference, vectors: Iterable[Vector], report: Report) -> None:
    """Apply a difference to a copied index, and seal it again. Names are never overwritten in place: that is slow."""
    client = open_client(folder)
    try:
        with chroma_errors(folder):
            _set_threshold(client.get_collection(COLLECTION, embedding_function=None), _WHILE_WRITING)
    finally:
        client.close()
    client = open_client(folder)  # a threshold counts from the next opening
    try:
        with chroma_errors(folder):
            collection = client.get_collection(COLLECTION, embedding_function=None)
            for batch in _batches(change.dropped):
                collection.delete(ids=list(batch))
            _add(collection, vectors, len(change.added), report)
            _set_threshold(collection, _SEALED)
    finally:
        client.close()
    _settle(folder)


def nearest(
    collection: Any, vector: NDArray[np.float32], most: int, documents: Sequence[int] | None
) -> list[tuple[str, float]]:
    """Names and cosine similarities of the nearest records, nearest first."""
    where = None if documents is None else {"document": {"$in": list(documents)}}
    query = np.asarray(vector, dtype=np.float32).reshape(1, -1)
    found = collection.query(query_embeddings=query, n_results=most, where=where, include=["distances"])
    return [(key, 1.0 - float(far)) for key, far in zip(found["ids"][0], found["distances"][0], strict=True)]


def _add(collection: Any, vectors: Iterable[Vector], total: int, report: Report) -> None:
    done = 0
    for batch in _batches(vectors):
        collection.add(
            ids=[vector.key for vector in batch],
            embeddings=np.stack([vector.values for vector in batch]),
            metadatas=[{"document": vector.document} for vector in batch],
        )
        done += len(batch)
        report(done, total)


def _repeat(collection: Any) -> None:
    """Write a lone record twice: Chroma leaves one alone in its log, and the first reader would write it to the index."""
    only = collection.get(include=["embeddings", "metadatas"])
    collection.upsert(ids=only["ids"], embeddings=only["embeddings"], metadatas=only["metadatas"])


def _settle(folder: Path) -> None:
    """Open a sealed index once, so that its log is empty and no reader has anything to write to the index."""
    with opened(folder) as collection:
        collection.count()


def _set_threshold(collection: Any, records: int) -> None:
    with warnings.catch_warnings():
        # Chroma warns that the collection has no embedding function, which is meant: it gets vectors from us.
        warnings.simplefilter("ignore", DeprecationWarning)
        collection.modify(configuration={"hnsw": {"sync_threshold": records}})


def _batches(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    remaining = iter(items)
    while batch := list(islice(remaining, BATCH)):
        yield batch


def _store_error(folder: Path, error: BaseException) -> StoreError:
    return StoreError(
        f"{folder.parent}: the vector index failed ({error}); check the free disk space and the rights on the folder, "
        "then run `sanad ingest` again."
    )
