"""Looks at the bytes of every file, to see which changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from ingest.discover import Found
from vectorstore import Progress


def hash_files(found: Found, report: Callable[[Progress], None]) -> dict[str, str]:
    """The SHA-256 of every file that is still there, by name; empty for one that cannot be opened."""
    hashes = {}
    for number, file in enumerate(found.files, 1):
        report(Progress("checking", number, len(found.files), file.name))
        with suppress(FileNotFoundError):
            hashes[file.name] = file.sha256 or hash_of(file.path)
    return hashes


def hash_of(path: Path) -> str:
    """The SHA-256 of a file; empty if it cannot be opened.

    Raises:
        FileNotFoundError: It is gone.
    """
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        raise
    except OSError:
        return ""
