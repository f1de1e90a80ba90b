"""One open snapshot shared by all threads, and the step to the next one when it is published."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from vectorstore.errors import DamagedSnapshotError, MayNotReadError
from vectorstore.reader import Snapshot
from vectorstore.snapshots import SnapshotFolder
from vectorstore.verify import verify_published

_ATTEMPTS = 5


class SnapshotFollower:
    """Lends the current snapshot; the one before is closed when the last who uses it is done."""

    def __init__(self, folder: SnapshotFolder, model: str) -> None:
        self._folder = folder
        self._model = model
        self._opening = threading.Lock()
        self._counting = threading.Lock()
        self._held: _Held | None = None

    @contextmanager
    def reading(self) -> Iterator[Snapshot]:
        """Lend the current snapshot for one question; it stays the same until the question is answered.

        Raises:
            NoIndexError: Nothing has been published yet.
            WrongModelError: The snapshot was made with another model.
            DamagedSnapshotError: No snapshot can be read.
        """
        held = self._borrow()
        try:
            yield held.snapshot
        finally:
            self._give_back(held)

    def close(self) -> None:
        """Let go of the open snapshot once nobody uses it."""
        with self._opening, self._counting:
            held, self._held = self._held, None
        if held is not None:
            self._give_back(held)

    def _borrow(self) -> _Held:
        with self._opening:
            wanted = self._folder.current_id()
            held = self._held
            if held is None or held.wanted != wanted:
                held = self._replace(wanted)
            with self._counting:
                held.users += 1
            return held

    def _replace(self, wanted: str | None) -> _Held:
        fresh = _Held(wanted, self._open())
        with self._counting:
            before, self._held = self._held, fresh
        if before is not None:
            self._give_back(before)
        return fresh

    def _give_back(self, held: _Held) -> None:
        with self._counting:
            held.users -= 1
            last = held.users == 0
        if last:
            held.snapshot.close()

    def _open(self) -> Snapshot:
        """Open the current snapshot; it may be collected in between only if others were published meanwhile."""
        for _ in range(_ATTEMPTS):
            current, *older = self._folder.candidates()
            try:
                return Snapshot(self._folder.published / current, self._model)
            except FileNotFoundError:
                if self._folder.current_id() == current:
                    return self._fall_back(older, f"Snapshot {current} is missing")
            except DamagedSnapshotError as error:
                return self._fall_back(older, str(error).rstrip("."))
        raise DamagedSnapshotError(f"{self._folder.root}: no snapshot could be opened; run `sanad ingest` again.")

    def _fall_back(self, older: list[str], what: str) -> Snapshot:
        """Answer from the newest older snapshot that proves sound, and say so."""
        for name in older:
            path = self._folder.published / name
            try:
                verify_published(path)
                return Snapshot(path, self._model, warning=f"{what}. The answers come from the older snapshot {name}.")
            except (DamagedSnapshotError, MayNotReadError, FileNotFoundError):
                continue
        raise DamagedSnapshotError(f"{what}; there is no older snapshot to answer from, so run `sanad ingest` again.")


class _Held:
    """An open snapshot, what CURRENT said when it was opened, and how many use it; the follower counts as one."""

    def __init__(self, wanted: str | None, snapshot: Snapshot) -> None:
        self.wanted = wanted
        self.snapshot = snapshot
        self.users = 1
