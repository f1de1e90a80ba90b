"""Answers that somebody wants to come back to: what was asked, in an SQLite file beside the index, by an id nobody can guess.

Only answers that are linked to are kept. An answer is given again from its snapshot, which is kept for as long as the index
keeps it.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from pathlib import Path

from assistant.errors import AssistantError, LinkUnknown
from assistant.values import Asked, Turn

FILE = "links.sqlite"
_LONGEST_ID = 40


class Links:
    """What was asked for each linked answer.

    Args:
        file: The SQLite file; it is made when the first link is.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def keep(self, asked: Asked) -> str:
        """Keep what was asked.

        Returns:
            The id to ask for it with.

        Raises:
            AssistantError: The file cannot be written.
        """
        id = secrets.token_urlsafe(12)
        written = json.dumps(asdict(asked), ensure_ascii=False)
        with self._open() as rows, rows:
            rows.execute("CREATE TABLE IF NOT EXISTS links (id TEXT PRIMARY KEY, asked TEXT NOT NULL)")
            rows.execute("INSERT INTO links VALUES (?, ?)", (id, written))
        return id

    def asked(self, id: str) -> Asked:
        """What was asked for a link.

        Raises:
            LinkUnknown: There is no such link.
            AssistantError: The file cannot be read.
        """
        found = None
        if self._file.exists() and len(id) <= _LONGEST_ID:
            with self._open() as rows:
                found = rows.execute("SELECT asked FROM links WHERE id = ?", (id,)).fetchone()
        if found is None:
            raise LinkUnknown("No answer is kept under this link; ask the question again.")
        return _read(found[0])

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self._file, timeout=10)) as rows:
                yield rows
        except sqlite3.Error as error:
            raise AssistantError(
                f"{self._file}: links cannot be kept or read ({error}); have this user write to the folder, or ask"
                " without a link."
            ) from error


def _read(written: str) -> Asked:
    try:
        found = json.loads(written)
        return Asked(
            **{
                **found,
                "history": tuple(Turn(**turn) for turn in found["history"]),
                "without": tuple(found["without"]),
                "without_filters": tuple(found["without_filters"]),
            }
        )
    except (ValueError, TypeError, KeyError) as error:
        raise LinkUnknown("This link was made by another version of this software; ask the question again.") from error
