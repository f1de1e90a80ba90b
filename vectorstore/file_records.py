"""What became of every file of the folder, as rows of the catalogue."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from vectorstore.values import FileRecord

_COLUMNS = "path, sha256, size, state, reason, same_as, unread_pages"


def file_records(connection: sqlite3.Connection) -> Iterator[FileRecord]:
    """What became of every file, by path."""
    for row in connection.execute(f"SELECT {_COLUMNS} FROM files ORDER BY path"):  # noqa: S608 - constants only
        yield _record(row)


def put_record(connection: sqlite3.Connection, record: FileRecord) -> None:
    """Note what became of a file."""
    pages = json.dumps(record.unread_pages)
    row = (record.path, record.sha256, record.size, record.state, record.reason, record.same_as, pages)
    connection.execute(f"INSERT OR REPLACE INTO files ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)  # noqa: S608


def get_record(connection: sqlite3.Connection, path: str) -> FileRecord | None:
    """What became of one file; None if it was never seen."""
    query = f"SELECT {_COLUMNS} FROM files WHERE path = ?"  # noqa: S608 - constants only
    row = connection.execute(query, (path,)).fetchone()
    return _record(row) if row else None


def delete_record(connection: sqlite3.Connection, path: str) -> bool:
    """Forget a file; False if it was never seen."""
    return connection.execute("DELETE FROM files WHERE path = ?", (path,)).rowcount > 0


def _record(row: tuple[Any, ...]) -> FileRecord:
    path, sha256, size, state, reason, same_as, pages = row
    return FileRecord(path, sha256, size, state, reason, same_as, tuple(json.loads(pages)))
