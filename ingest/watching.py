"""Keeps an index in line with a folder: looks again and again, and ingests what has come to rest.

A folder is looked at rather than listened to, so that it works on every file system, network drives included.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ingest.discover import discover
from ingest.errors import FolderError, IngestError
from vectorstore import StoreError

RETRY = 60.0
"""Seconds after which an ingest that failed is tried again although nothing changed."""
_LOOKS = 4
"""How often a folder is looked at while a file in it comes to rest, at least."""
_LONGEST_PAUSE = 2.0

Stamp = tuple[int, int, int]
"""Of a file: inode, size, and when it was changed, in nanoseconds."""


@dataclass(slots=True)
class Settling:
    """Tells files that have come to rest from those that are still being written; a file that is gone counts too."""

    settle: float
    """Seconds for which nothing about a file may have changed."""
    _stamps: dict[str, Stamp | None] = field(default_factory=dict)
    _since: dict[str, float] = field(default_factory=dict)
    _done: dict[str, Stamp | None] = field(default_factory=dict)

    def look(self, stamps: Mapping[str, Stamp], now: float) -> None:
        """Take note of how the files are at a reading of the monotonic clock."""
        for name in {*stamps, *self._stamps}:
            if name not in self._since or stamps.get(name) != self._stamps[name]:
                self._stamps[name], self._since[name] = stamps.get(name), now

    def restless(self, now: float) -> frozenset[str]:
        """The files that changed a moment ago, as far as is known by now."""
        return frozenset(name for name, since in self._since.items() if now - since < self.settle)

    def due(self, now: float) -> bool:
        """Whether a file that has come to rest is another than when it was ingested last."""
        moving = self.restless(now)
        return any(self._done.get(name) != stamp for name, stamp in self._stamps.items() if name not in moving)

    def ingested(self, restless: frozenset[str]) -> None:
        """Take note that all files but these were ingested as they were at the last look."""
        self._done.update({name: stamp for name, stamp in self._stamps.items() if name not in restless})


def watch(
    folder: Path,
    run: Callable[[frozenset[str]], None],
    complain: Callable[[str], None],
    *,
    settle: float,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Ingest whenever files have come to rest; ends only by an exception, such as KeyboardInterrupt.

    Args:
        folder: That is watched.
        run: Ingests it, but for the files it is given.
        complain: Told in one sentence what went wrong; it is tried again when something changes, or after a minute.
        settle: Seconds for which nothing about a file may have changed before it is read.
        sleep: Waits for so many seconds.
    """
    files = Settling(settle)
    failed: float | None = None
    while True:
        now = time.monotonic()
        try:
            files.look(look_at(folder), now)
            restless = files.restless(now)
            tried_again = failed is not None and now - failed > RETRY
            if files.due(now) or tried_again:
                files.ingested(restless)
                run(restless)
                failed = None
        except (IngestError, StoreError) as error:
            if failed is None:
                complain(str(error))
            failed = time.monotonic()
        sleep(min(_LONGEST_PAUSE, settle / _LOOKS))


def look_at(folder: Path) -> dict[str, Stamp]:
    """How every file in a folder is just now.

    Raises:
        FolderError: The folder cannot be listed.
    """
    stamps = {}
    found = discover(folder)
    for file in found.files:
        try:
            about = file.path.stat()
        except OSError:
            continue
        stamps[file.name] = (about.st_ino, about.st_size, about.st_mtime_ns)
    if not stamps and not found.refused:
        raise FolderError(f"The folder {folder} holds no files now; nothing is removed as long as it is empty.")
    return stamps
