"""Proof that a snapshot holds what it promises, by looking at every vector and asking for some of them.

Counting proves nothing: an index that lost its vectors still counts them. So every embedding is compared with the
catalogue, and a sample is searched for by its own vector.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np

from vectorstore.catalogue import VECTOR_TYPE, vector_of
from vectorstore.errors import DamagedSnapshotError, StoreError
from vectorstore.manifest import CATALOGUE, VECTORS, Manifest, check_content, check_sizes, damaged, read_manifest
from vectorstore.private_copy import openable
from vectorstore.projection import opened
from vectorstore.sqlite_files import open_sealed, open_writable

SAMPLE = 200
FOUND_SHARE = 0.99
_PAGE = 250
_SAME = 1e-4
_SPARSE = 10


def verify_published(folder: Path) -> Manifest:
    """Verify a published snapshot, byte by byte where nothing may have changed.

    Raises:
        DamagedSnapshotError: It does not hold what its manifest promises.
    """
    manifest = read_manifest(folder)
    check_sizes(folder, manifest)
    check_content(folder, manifest)
    verify_vectors(folder, manifest.dimensions)
    return manifest


def verify_catalogue(folder: Path, dimensions: int) -> None:
    """Check a catalogue that is about to be published: pages, references, full text, an embedding for every text.

    Raises:
        DamagedSnapshotError: Something does not hold.
    """
    try:
        with closing(open_writable(folder / CATALOGUE)) as catalogue:
            _check_catalogue(folder, catalogue, dimensions)
    except sqlite3.Error as error:
        raise damaged(folder, f"its catalogue is not sound ({error})") from error


def verify_vectors(folder: Path, dimensions: int) -> None:
    """Check the vector index against the catalogue: names, documents, every vector, and that they are found.

    Raises:
        DamagedSnapshotError: Something does not hold.
    """
    _check_index_files(folder)
    with openable(folder / VECTORS) as place:
        try:
            with closing(open_sealed(folder / CATALOGUE)) as catalogue, opened(place) as collection:
                _compare_all(folder, catalogue, collection)
                _search_some(folder, catalogue, collection, dimensions)
        except DamagedSnapshotError:
            raise
        except (StoreError, sqlite3.Error) as error:
            raise damaged(folder, f"its vectors cannot be read ({error})") from error


def _check_catalogue(folder: Path, catalogue: sqlite3.Connection, dimensions: int) -> None:
    if catalogue.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
        raise damaged(folder, "its catalogue has broken pages")
    if catalogue.execute("PRAGMA foreign_key_check").fetchone():
        raise damaged(folder, "its catalogue refers to rows that are not there")
    catalogue.execute("INSERT INTO chunk_text (chunk_text) VALUES ('integrity-check')")
    check_rows(folder, catalogue, dimensions)


def check_rows(folder: Path, catalogue: sqlite3.Connection, dimensions: int) -> None:
    """Check that the tables of a catalogue belong together.

    Raises:
        DamagedSnapshotError: They do not.
    """
    empty = {
        "words wait for their embedding": "SELECT 1 FROM pending",
        "a text has no embedding": "SELECT 1 FROM (SELECT hash FROM chunks UNION ALL SELECT hash FROM sentences) "
        "WHERE hash NOT IN (SELECT hash FROM embeddings)",
        "an embedding has the wrong length": "SELECT 1 FROM embeddings WHERE length(vector) <> 2 * :dimensions",
        "a chunk cannot be found by its words": "SELECT id FROM chunks EXCEPT SELECT rowid FROM chunk_text",
        "words are found that stand in no chunk": "SELECT rowid FROM chunk_text EXCEPT SELECT id FROM chunks",
        "an indexed file has no document": "SELECT 1 FROM files WHERE state = 'indexed' "
        "AND path NOT IN (SELECT path FROM documents)",
        "a former version belongs to no file": "SELECT 1 FROM former WHERE path NOT IN (SELECT path FROM files)",
        "a document belongs to no indexed file": "SELECT 1 FROM documents "
        "WHERE path NOT IN (SELECT path FROM files WHERE state = 'indexed')",
    }
    for what, query in empty.items():
        if catalogue.execute(f"{query} LIMIT 1", {"dimensions": dimensions}).fetchone():
            raise damaged(folder, what)


def _compare_all(folder: Path, catalogue: sqlite3.Connection, collection: Any) -> None:
    wanted = dict(catalogue.execute("SELECT key, document FROM chunks"))
    if set(collection.get(include=[])["ids"]) != wanted.keys():
        raise damaged(folder, "its vectors are not those of its chunks")
    query = "SELECT key, vector FROM chunks JOIN embeddings USING (hash) ORDER BY chunks.id"
    rows = catalogue.execute(query)
    while page := dict(rows.fetchmany(_PAGE)):
        found = collection.get(ids=list(page), include=["embeddings", "metadatas"])
        if len(found["ids"]) != len(page):
            raise damaged(folder, "some vectors cannot be read")
        for key, values, about in zip(found["ids"], found["embeddings"], found["metadatas"], strict=True):
            # Chroma scales to length 1 and back, which costs the last bit; half precision takes it away again.
            if np.asarray(values).astype(VECTOR_TYPE).tobytes() != page[key]:
                raise damaged(folder, f"the vector of chunk {key[:12]} is another one")
            if about != {"document": wanted[key]}:
                raise damaged(folder, f"the vector of chunk {key[:12]} belongs to another document")


def _search_some(folder: Path, catalogue: sqlite3.Connection, collection: Any, dimensions: int) -> None:
    """Search by own vector; the share leaves room for the index being approximate, none for a part being lost."""
    total = catalogue.execute("SELECT count(*) FROM chunks").fetchone()[0]
    step = max(1, total // SAMPLE)
    query = (
        "SELECT key, vector FROM (SELECT key, hash, row_number() OVER (ORDER BY id) AS place FROM chunks) "
        "JOIN embeddings USING (hash) WHERE place % ? = 0 LIMIT ?"
    )
    sample = catalogue.execute(query, (step, SAMPLE)).fetchall()
    if not sample:
        return
    vectors = np.stack([vector_of(blob) for _, blob in sample]).reshape(len(sample), dimensions)
    found = collection.query(query_embeddings=vectors, n_results=1, include=["distances"])
    hits = sum(
        bool(ids) and (ids[0] == key or distances[0] < _SAME)
        for (key, _), ids, distances in zip(sample, found["ids"], found["distances"], strict=True)
    )
    if hits < FOUND_SHARE * len(sample):
        raise damaged(folder, f"only {hits} of {len(sample)} vectors are found when searched for")


def _check_index_files(folder: Path) -> None:
    """An index torn by a crash may claim terabytes that are not there; opening it would take them."""
    for path in (folder / VECTORS).rglob("*.bin"):
        about = path.stat()
        if about.st_size > 1_000_000 and about.st_size > _SPARSE * about.st_blocks * 512:
            raise damaged(folder, f"{path.name} claims {about.st_size} bytes that are not there")
    for links in (folder / VECTORS).rglob("link_lists.bin"):
        vectors = links.with_name("data_level0.bin")
        if not vectors.is_file() or links.stat().st_size > vectors.stat().st_size + 1_000_000:
            raise damaged(folder, "link_lists.bin is larger than the vectors it links")
