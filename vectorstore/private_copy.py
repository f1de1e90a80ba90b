"""A copy of a snapshot's vectors for one reader alone, where they cannot be opened at their place.

Chroma writes a little whenever it opens an index, if only to read: another user's index, one on a place that may only be
read, or one on a disk that is full is therefore opened as a copy. The copy lies with the temporary files, or in memory where
those have no room either.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from vectorstore import projection
from vectorstore.errors import StoreError

_TO_OPEN = 4 << 20
"""Bytes that must be free on the disk for Chroma to open an index."""
_MEMORY = Path("/dev/shm")  # noqa: S108 - only ever used for a folder of a name of its own


def may_be_opened(folder: Path) -> bool:
    """Whether an index can be opened where it lies: this user may write to it, and there is room to."""
    allowed = os.access(folder, os.W_OK) and os.access(folder / projection.FILE, os.W_OK)
    return allowed and shutil.disk_usage(folder).free > _TO_OPEN


def private_copy(folder: Path) -> TemporaryDirectory[str]:
    """A temporary folder that holds a copy of an index, under the same name.

    Raises:
        StoreError: There is no room for it anywhere, or the index may not even be read.
    """
    failed: Exception | None = None
    for place in (Path(tempfile.gettempdir()), _MEMORY):
        if not place.is_dir():
            continue
        try:
            return _copied(folder, place)
        except (OSError, sqlite3.Error) as error:
            failed = error
    raise StoreError(
        f"{folder}: the vectors cannot be opened there, and a copy of them could not be made ({failed}); "
        "free some disk space, or change the rights on the index."
    ) from failed


def _copied(folder: Path, place: Path) -> TemporaryDirectory[str]:
    made = TemporaryDirectory(prefix="sanad-vectors-", dir=place, ignore_cleanup_errors=True)
    try:
        projection.copy(folder, Path(made.name) / folder.name)
    except BaseException:
        made.cleanup()
        raise
    return made


@contextmanager
def openable(folder: Path) -> Iterator[Path]:
    """An index where it can be opened: in its place, or as a copy that is gone afterwards.

    Raises:
        StoreError: See `private_copy`.
    """
    if may_be_opened(folder):
        yield folder
        return
    with private_copy(folder) as place:
        yield Path(place) / folder.name
