"""Opening SQLite files the way each use needs it, and saying in one sentence what went wrong."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vectorstore.errors import DamagedSnapshotError, StoreError


def open_writable(path: Path) -> sqlite3.Connection:
    """A connection for the one writer: durable commits, one plain file, and freed pages overwritten with zeros."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = DELETE", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def open_sealed(path: Path) -> sqlite3.Connection:
    """A connection to a catalogue that nobody changes any more; it takes no locks and may change hands."""
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None)


@contextmanager
def writing_to(path: Path) -> Iterator[None]:
    """Translate what SQLite and the file system say while a catalogue is written."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise StoreError(
            f"{path}: the index could not be written ({error}); check the free disk space and the rights on the "
            "folder, then run `sanad ingest` again."
        ) from error


@contextmanager
def reading_from(snapshot: str) -> Iterator[None]:
    """Translate what SQLite says while a sealed catalogue is read."""
    try:
        yield
    except sqlite3.Error as error:
        raise DamagedSnapshotError(
            f"Snapshot {snapshot}: its catalogue cannot be read ({error}); run `sanad ingest` to publish a sound one."
        ) from error
