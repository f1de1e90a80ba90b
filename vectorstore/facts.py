"""Facts read from documents, each bound to the words it rests on, and how they are kept."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

FactKind = Literal["event", "person", "organisation", "programme", "agreement", "commitment", "figure", "row"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a document says, with the words it says it in."""

    kind: FactKind
    document: str
    """Path of the document."""
    page: int | None
    start: int
    end: int
    """The words are `text[start:end]` of the stored text."""
    quote: str
    fields: Mapping[str, str | None]
    """By name, as written in the text; names that end in `_date`, `_until` or `_to` hold `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
    language: str


def put_facts(connection: sqlite3.Connection, document: int, text: str, facts: Iterable[Fact]) -> int:
    """Store the facts of a document in place of those it had; says how many.

    Raises:
        ValueError: A fact does not quote the text at the place it claims.
    """
    connection.execute("DELETE FROM facts WHERE document = ?", (document,))
    rows: list[tuple[object, ...]] = []
    for fact in facts:
        if not fact.quote or fact.quote != text[fact.start : fact.end]:
            raise ValueError(f"{fact.document}: a fact does not quote the text at {fact.start}-{fact.end}")
        fields = json.dumps(dict(fact.fields), ensure_ascii=False)
        rows.append((document, len(rows), fact.kind, fact.page, fact.start, fact.end, fields, fact.language))
    connection.executemany("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    return len(rows)


def read_facts(connection: sqlite3.Connection, kind: FactKind | None = None) -> Iterator[Fact]:
    """Every fact, or those of one kind, by document and place in its text."""
    query = (
        "SELECT id, path, kind, page, start, stop, fields, facts.language FROM facts "
        "JOIN (SELECT id, path FROM documents) ON id = document "
        "WHERE ?1 IS NULL OR kind = ?1 ORDER BY path, start, position"
    )
    read, text = None, ""
    for document, path, kind_found, page, start, end, fields, language in connection.execute(query, (kind,)):
        if document != read:  # once for all its facts: SQLite counts its way to a place from the beginning
            (text,) = connection.execute("SELECT text FROM contents WHERE document = ?", (document,)).fetchone()
            read = document
        yield Fact(kind_found, path, page, start, end, text[start:end], json.loads(fields), language)
