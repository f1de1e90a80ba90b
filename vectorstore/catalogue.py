"""Writing the catalogue: the truth of a snapshot, from which everything else can be made again."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from operator import attrgetter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vectorstore.facts import Fact, put_facts
from vectorstore.likeness import put_signature
from vectorstore.normalise import VERSION as TERMS_VERSION
from vectorstore.normalise import terms
from vectorstore.schema import SCHEMA
from vectorstore.schema import VERSION as SCHEMA_VERSION
from vectorstore.sqlite_files import open_writable
from vectorstore.values import Block, Chunk, Document, Sentence

VECTOR_TYPE = np.dtype("<f2")
"""Half precision: half the size, and an error far below what separates two passages."""

_BLOCK = attrgetter(*(field.name for field in fields(Block)))
_USED = "SELECT hash FROM chunks UNION SELECT hash FROM sentences"

RECEIPT, ARCHIVES, PROPOSED = "receipt", "archives", "proposed"
"""The remark that holds what the run that made the snapshot said of itself, as JSON."""

DOCUMENT_COLUMNS = "path, sha256, format, language, title, date, date_text, venue, kind, pages"


def create_catalogue(path: Path) -> sqlite3.Connection:
    """An empty catalogue, open for writing."""
    connection = open_writable(path)
    connection.executescript(f"BEGIN; {SCHEMA} COMMIT;")  # at once: each commit waits for the disk
    return connection


FORMAT = f"{SCHEMA_VERSION}.{TERMS_VERSION}"
"""Of the tables and of the terms in them: a reader asks in the same terms or not at all."""


def same_tables(made_as: str) -> bool:
    """Whether a catalogue of this format has the tables of today, so that it can be compared with one of today."""
    return made_as.split(".")[0] == str(SCHEMA_VERSION)


def combined_fingerprint(model: str, ingest_fingerprint: str) -> str:
    """Changes whenever files that did not change must be read, split or indexed in another way."""
    parts = json.dumps([FORMAT, model, ingest_fingerprint])
    return hashlib.sha256(parts.encode()).hexdigest()[:16]


def words_hash(words: str) -> bytes:
    """The name of the embedding of these words."""
    return hashlib.sha256(words.encode()).digest()


def get_meta(connection: sqlite3.Connection, key: str) -> str | None:
    """A remark about the whole catalogue; None if it was never made."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def set_meta(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Make a remark about the whole catalogue."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def put_document(
    connection: sqlite3.Connection, document: Document, chunks: Sequence[Chunk], facts: Sequence[Fact] = ()
) -> None:
    """Store a document with its facts in place of its older version; chunks that are the same keep their number.

    Raises:
        ValueError: A chunk, sentence or fact is not at the place in the text that it claims.
    """
    for chunk in chunks:
        _check_place(document, chunk)
    known = dict(_chunk_ids(connection, document.path))
    document_id = _upsert(connection, document)
    _delete_chunks(connection, document_id)
    for chunk in chunks:
        _insert_chunk(connection, document_id, document, chunk, known)
    put_facts(connection, document_id, document.text, facts)
    put_signature(connection, document_id, document.text)


def has_document(connection: sqlite3.Connection, path: str) -> bool:
    """Whether there is a document of this path."""
    return connection.execute("SELECT 1 FROM documents WHERE path = ?", (path,)).fetchone() is not None


def delete_document(connection: sqlite3.Connection, path: str) -> bool:
    """Remove a document with all that hangs on it; False if there was none."""
    row = connection.execute("SELECT id FROM documents WHERE path = ?", (path,)).fetchone()
    if row is None:
        return False
    _delete_chunks(connection, row[0])
    connection.execute("DELETE FROM documents WHERE id = ?", row)
    return True


def move_document(connection: sqlite3.Connection, old: str, new: str) -> None:
    """Give a document another path; it stays the same document, and its chunks keep their numbers."""
    row = connection.execute("UPDATE documents SET path = ? WHERE path = ? RETURNING id", (new, old)).fetchone()
    if row is None:
        raise ValueError(f"{old}: there is no such document to move")
    chunks = connection.execute("SELECT id, number, hash FROM chunks WHERE document = ?", row).fetchall()
    keys = [(_key(new, number, name), chunk) for chunk, number, name in chunks]
    connection.executemany("UPDATE chunks SET key = ? WHERE id = ?", keys)


def chunk_key(chunk: Chunk) -> str:
    """The name of a chunk's vector: the same words at the same place have the same name in every snapshot."""
    return _key(chunk.document, chunk.number, words_hash(chunk.embedded))


def _key(document: str, number: int, words: bytes) -> str:
    return hashlib.sha256(f"{document}\0{number}\0{words.hex()}".encode()).hexdigest()


def pending_texts(connection: sqlite3.Connection, most: int) -> list[tuple[bytes, str]]:
    """Words that wait to be embedded, the longest first, so that a batch holds texts of one length."""
    query = "SELECT hash, text FROM pending ORDER BY length DESC, hash LIMIT ?"
    return connection.execute(query, (most,)).fetchall()


def pending_count(connection: sqlite3.Connection) -> int:
    """How many texts wait to be embedded."""
    return int(connection.execute("SELECT count(*) FROM pending").fetchone()[0])


def put_embeddings(connection: sqlite3.Connection, hashes: Iterable[bytes], vectors: NDArray[np.float32]) -> None:
    """Keep vectors and strike their words off the waiting list."""
    rows = [(name, vector.tobytes()) for name, vector in zip(hashes, vectors.astype(VECTOR_TYPE), strict=True)]
    connection.executemany("INSERT OR REPLACE INTO embeddings VALUES (?, ?)", rows)
    connection.executemany("DELETE FROM pending WHERE hash = ?", [(name,) for name, _ in rows])


def vector_of(blob: bytes) -> NDArray[np.float32]:
    """A vector as it is searched."""
    return np.frombuffer(blob, dtype=VECTOR_TYPE).astype(np.float32)


def prune_pending(connection: sqlite3.Connection) -> None:
    """Strike off words that nothing needs any more."""
    connection.execute(f"DELETE FROM pending WHERE hash NOT IN ({_USED})")  # noqa: S608 - constants only


def prune_embeddings(connection: sqlite3.Connection) -> None:
    """Forget vectors that nothing refers to."""
    connection.execute(f"DELETE FROM embeddings WHERE hash NOT IN ({_USED})")  # noqa: S608 - constants only


def _upsert(connection: sqlite3.Connection, document: Document) -> int:
    blocks = json.dumps([_BLOCK(block) for block in document.blocks], ensure_ascii=False)
    names = DOCUMENT_COLUMNS.split(", ")
    updates = ", ".join(f"{name} = excluded.{name}" for name in names)
    marks = ", ".join("?" * len(names))
    row = connection.execute(
        f"INSERT INTO documents ({DOCUMENT_COLUMNS}) VALUES ({marks}) "  # noqa: S608 - constants only
        f"ON CONFLICT (path) DO UPDATE SET {updates} RETURNING id",
        [getattr(document, name) for name in names],
    ).fetchone()
    connection.execute("INSERT OR REPLACE INTO contents VALUES (?, ?, ?)", (row[0], document.text, blocks))
    return int(row[0])


def _chunk_ids(connection: sqlite3.Connection, path: str) -> Iterator[tuple[str, int]]:
    query = "SELECT key, chunks.id FROM chunks JOIN documents ON documents.id = chunks.document WHERE path = ?"
    yield from connection.execute(query, (path,))


def _delete_chunks(connection: sqlite3.Connection, document: int) -> None:
    mine = "SELECT id FROM chunks WHERE document = ?"
    connection.execute(f"DELETE FROM chunk_text WHERE rowid IN ({mine})", (document,))  # noqa: S608 - constants only
    connection.execute("DELETE FROM chunks WHERE document = ?", (document,))


def _insert_chunk(
    connection: sqlite3.Connection, document_id: int, document: Document, chunk: Chunk, known: dict[str, int]
) -> None:
    key, words = chunk_key(chunk), chunk.embedded
    headings = json.dumps(chunk.headings, ensure_ascii=False)
    chunk_id = connection.execute(
        "INSERT INTO chunks (id, document, key, number, start, stop, page, headings, text, hash) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            *(known.get(key), document_id, key, chunk.number, chunk.start, chunk.end, chunk.page),
            *(headings, chunk.text, _want(connection, words)),
        ),
    ).fetchone()[0]
    connection.execute("INSERT INTO chunk_text (rowid, terms) VALUES (?, ?)", (chunk_id, " ".join(terms(words))))
    for position, sentence in enumerate(chunk.sentences):
        _insert_sentence(connection, chunk_id, position, sentence, document)


def _insert_sentence(
    connection: sqlite3.Connection, chunk_id: int, position: int, sentence: Sentence, document: Document
) -> None:
    words = sentence.embedded or document.text[sentence.start : sentence.end]
    columns = json.dumps(sentence.columns, ensure_ascii=False)
    row = (chunk_id, position, sentence.start, sentence.end, sentence.kind, sentence.page, columns)
    connection.execute("INSERT INTO sentences VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*row, _want(connection, words)))


def _want(connection: sqlite3.Connection, words: str) -> bytes:
    """Put words on the waiting list unless their embedding is known."""
    name = words_hash(words)
    connection.execute(
        "INSERT OR IGNORE INTO pending SELECT ?1, ?2, ?3 WHERE NOT EXISTS (SELECT 1 FROM embeddings WHERE hash = ?1)",
        (name, len(words), words),
    )
    return name


def _check_place(document: Document, chunk: Chunk) -> None:
    """A citation is only as good as its offsets, so they are checked where they come in."""
    if chunk.document != document.path or chunk.text != document.text[chunk.start : chunk.end]:
        raise ValueError(f"{document.path}: chunk {chunk.number} is not the text at {chunk.start}-{chunk.end}")
    for sentence in chunk.sentences:
        if not chunk.start <= sentence.start <= sentence.end <= chunk.end:
            raise ValueError(f"{document.path}: a sentence of chunk {chunk.number} stands outside of it")
