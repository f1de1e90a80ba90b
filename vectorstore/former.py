"""What documents said before they changed: kept to be read, never searched, and gone with the document."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from vectorstore.catalogue import DOCUMENT_COLUMNS
from vectorstore.values import Block, Document

KEPT = 10
"""Former versions of one document; older ones are let go, so that a file that changes every day does not fill the disk."""
_NAMES = DOCUMENT_COLUMNS.split(", ")
_PENDING = ""


@dataclass(frozen=True, slots=True)
class FormerVersion:
    """A document as it was until it was replaced."""

    number: int
    """Of all former versions of the archive; it names this one in every snapshot."""
    replaced: str
    """When, ISO 8601 in UTC."""
    document: Document


def keep_former(connection: sqlite3.Connection, path: str, sha256: str, now: str) -> None:
    """Keep a document as a former version, before other content takes its place; the same content is not kept."""
    connection.execute(
        f"INSERT INTO former (replaced, text, blocks, {DOCUMENT_COLUMNS}) "  # noqa: S608 - constants only
        f"SELECT ?, text, blocks, {DOCUMENT_COLUMNS} FROM documents JOIN contents ON document = id "
        "WHERE path = ? AND sha256 <> ?",
        (now, path, sha256),
    )
    connection.execute("DELETE FROM former WHERE path = ? AND replaced = ? AND sha256 = ?", (path, _PENDING, sha256))
    connection.execute("UPDATE former SET replaced = ? WHERE path = ? AND replaced = ?", (now, path, _PENDING))
    connection.execute(
        "DELETE FROM former WHERE path = ?1 AND id NOT IN "
        "(SELECT id FROM former WHERE path = ?1 ORDER BY id DESC LIMIT ?2)",
        (path, KEPT),
    )


def carry_former(connection: sqlite3.Connection, before: sqlite3.Connection) -> None:
    """Take over the former versions of a catalogue whose files are all read again.

    Its documents come too: they are former versions if their files turn out to hold something else by now.
    """
    columns = f"replaced, text, blocks, {DOCUMENT_COLUMNS}"
    marks = ", ".join("?" * (3 + len(_NAMES)))
    insert = f"INSERT INTO former ({columns}) VALUES ({marks})"  # noqa: S608 - constants only
    if before.execute("SELECT 1 FROM sqlite_master WHERE name = 'former'").fetchone():
        connection.executemany(insert, before.execute(f"SELECT {columns} FROM former ORDER BY id"))  # noqa: S608
    query = f"SELECT '{_PENDING}', text, blocks, {DOCUMENT_COLUMNS} FROM documents JOIN contents ON document = id"  # noqa: S608
    connection.executemany(insert, before.execute(query))


def move_former(connection: sqlite3.Connection, old: str, new: str) -> None:
    """Give the former versions of a document its new path."""
    connection.execute("UPDATE former SET path = ? WHERE path = ?", (new, old))


def delete_former(connection: sqlite3.Connection, path: str) -> None:
    """Forget the former versions of a document."""
    connection.execute("DELETE FROM former WHERE path = ?", (path,))


def settle_former(connection: sqlite3.Connection) -> None:
    """Let go of documents that were carried over and of which nothing was heard."""
    connection.execute("DELETE FROM former WHERE replaced = ?", (_PENDING,))


def former_versions(connection: sqlite3.Connection, path: str) -> tuple[FormerVersion, ...]:
    """The former versions of a document, the latest first."""
    query = f"SELECT id, replaced, text, blocks, {DOCUMENT_COLUMNS} FROM former WHERE path = ? ORDER BY id DESC"  # noqa: S608
    return tuple(_version(*row) for row in connection.execute(query, (path,)))


def _version(number: int, replaced: str, text: str, blocks: str, *about: str) -> FormerVersion:
    made = tuple(
        Block(kind, start, end, page, level, tuple(columns))
        for kind, start, end, page, level, columns in json.loads(blocks)
    )
    document = Document(**dict(zip(_NAMES, about, strict=True)), text=text, blocks=made)  # type: ignore[arg-type]
    return FormerVersion(number, replaced, document)
