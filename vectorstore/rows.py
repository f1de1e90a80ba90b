"""Reading a sealed catalogue: rows in, our own values out."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from vectorstore.catalogue import DOCUMENT_COLUMNS, vector_of
from vectorstore.stored import DocumentInfo, Measure, StoredChunk, StoredSentence
from vectorstore.values import Block, Document

_ABOUT = ", ".join(f"documents.{name}" for name in DOCUMENT_COLUMNS.split(", "))
_ABOUT_LENGTH = len(DOCUMENT_COLUMNS.split(", "))
_WANTED = "(SELECT value FROM json_each(?))"


def all_documents(rows: sqlite3.Connection) -> Iterator[tuple[int, DocumentInfo]]:
    """Every document with its number, by path."""
    for number, *about in rows.execute(f"SELECT id, {_ABOUT} FROM documents ORDER BY path"):  # noqa: S608
        yield number, DocumentInfo(*about)


def whole_document(rows: sqlite3.Connection, path: str) -> Document | None:
    """A document with its text; None if there is none of that path."""
    query = f"SELECT text, blocks, {_ABOUT} FROM documents JOIN contents ON document = id WHERE path = ?"  # noqa: S608
    found = rows.execute(query, (path,)).fetchone()
    if found is None:
        return None
    about = dict(zip(DOCUMENT_COLUMNS.split(", "), found[2:], strict=True))
    return Document(**about, text=found[0], blocks=tuple(_block(block) for block in json.loads(found[1])))


def measures(rows: sqlite3.Connection) -> dict[str, Measure]:
    """How much there is of every document, by path."""
    query = (
        "SELECT path, pages, length(text), (SELECT count(*) FROM chunks WHERE chunks.document = id), "
        "(SELECT count(*) FROM facts WHERE facts.document = id) FROM documents JOIN contents ON contents.document = id"
    )
    return {path: Measure(*counted) for path, *counted in rows.execute(query)}


def chunk_of_key(rows: sqlite3.Connection, keys: Iterable[str]) -> dict[str, int]:
    """The numbers of chunks by the names of their vectors."""
    return dict(rows.execute(f"SELECT key, id FROM chunks WHERE key IN {_WANTED}", (_list(keys),)))  # noqa: S608


def have_chunks(rows: sqlite3.Connection, documents: Sequence[int]) -> bool:
    """Whether any of these documents has a chunk."""
    query = f"SELECT 1 FROM chunks WHERE document IN {_WANTED} LIMIT 1"  # noqa: S608 - constants only
    return rows.execute(query, (_list(documents),)).fetchone() is not None


def full_text(
    rows: sqlite3.Connection, terms: Sequence[str], most: int, documents: Sequence[int] | None
) -> list[tuple[int, float]]:
    """Chunks that hold any of the terms, best BM25 first; equal scores in the order of the archive."""
    query = (
        "SELECT rowid, -bm25(chunk_text) AS score FROM chunk_text "  # noqa: S608 - constants only
        f"WHERE chunk_text MATCH ? {_in_documents(documents)} ORDER BY score DESC, rowid LIMIT ?"
    )
    return rows.execute(query, [_any_of(terms), *_limits(documents), most]).fetchall()


def holding(rows: sqlite3.Connection, terms: Iterable[str], documents: Sequence[int] | None) -> frozenset[int]:
    """Chunks that hold any of the terms."""
    query = f"SELECT rowid FROM chunk_text WHERE chunk_text MATCH ? {_in_documents(documents)}"  # noqa: S608 - constants only
    return frozenset(row[0] for row in rows.execute(query, [_any_of(terms), *_limits(documents)]))


def _any_of(terms: Iterable[str]) -> str:
    return " OR ".join(f'"{_quoted(term)}"' for term in dict.fromkeys(terms))


def _in_documents(documents: Sequence[int] | None) -> str:
    """The plus: asked once, not for every chunk of theirs."""
    of_them = f"AND +rowid IN (SELECT id FROM chunks WHERE document IN {_WANTED})"  # noqa: S608 - constants only
    return "" if documents is None else of_them


def _limits(documents: Sequence[int] | None) -> list[str]:
    return [] if documents is None else [_list(documents)]


def frequencies(rows: sqlite3.Connection, terms: Iterable[str]) -> dict[str, int]:
    """In how many chunks each term stands."""
    query = "SELECT doc FROM vocabulary WHERE term = ?"
    return {term: (rows.execute(query, (term,)).fetchone() or (0,))[0] for term in terms}


def chunks(rows: sqlite3.Connection, chunk_ids: Sequence[int]) -> dict[int, StoredChunk]:
    """Chunks by their numbers."""
    query = (
        f"SELECT {_ABOUT}, chunks.id, number, start, stop, text, headings, page "  # noqa: S608 - constants only
        f"FROM chunks JOIN documents ON documents.id = chunks.document WHERE chunks.id IN {_WANTED}"
    )
    return {chunk.chunk_id: chunk for chunk in map(_chunk, rows.execute(query, (_list(chunk_ids),)))}


def sentences(rows: sqlite3.Connection, chunk_ids: Sequence[int]) -> dict[int, list[StoredSentence]]:
    """The sentences of chunks, each chunk's in the order of its text."""
    query = (
        "SELECT chunk, documents.path, sentences.start, sentences.stop, sentences.kind, sentences.page, columns, "  # noqa: S608
        "substr(chunks.text, sentences.start - chunks.start + 1, sentences.stop - sentences.start), vector "
        "FROM sentences JOIN chunks ON chunks.id = chunk "
        "JOIN documents ON documents.id = chunks.document JOIN embeddings ON embeddings.hash = sentences.hash "
        f"WHERE chunk IN {_WANTED} ORDER BY chunk, position"
    )
    found: dict[int, list[StoredSentence]] = {}
    for row in rows.execute(query, (_list(chunk_ids),)):
        found.setdefault(row[0], []).append(_sentence(row))
    return found


def _quoted(term: str) -> str:
    return term.replace('"', '""')


def _list(values: Iterable[Any]) -> str:
    return json.dumps(list(values))


def _block(fields: list[Any]) -> Block:
    kind, start, end, page, level, columns = fields
    return Block(kind, start, end, page, level, tuple(columns))


def _chunk(row: tuple[Any, ...]) -> StoredChunk:
    about, (chunk_id, number, start, stop, text, headings, page) = row[:_ABOUT_LENGTH], row[_ABOUT_LENGTH:]
    return StoredChunk(chunk_id, DocumentInfo(*about), number, start, stop, text, tuple(json.loads(headings)), page)


def _sentence(row: tuple[Any, ...]) -> StoredSentence:
    chunk_id, document, start, stop, kind, page, columns, text, vector = row
    return StoredSentence(
        chunk_id, document, start, stop, kind, page, tuple(json.loads(columns)), text, vector_of(vector)
    )
