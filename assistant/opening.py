"""Opens snapshots and keeps what is derived from the newest one."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from assistant.errors import IndexUnusable, NoIndexYet, SnapshotGone
from assistant.register.known import GROUPS, NAMES, KnownFiles
from assistant.settings import AssistantSettings
from vectorstore import Index, NoIndexError, Snapshot, StoreError

if TYPE_CHECKING:
    from assistant.archive import Archive

T = TypeVar("T")


class Archives:
    """The snapshots of an index, ready to be asked; safe to share between threads."""

    def __init__(self, index: Index, settings: AssistantSettings) -> None:
        self._index = index
        beside = index.directory.parent
        self._names = KnownFiles(settings.names or beside / NAMES, settings.groups or beside / GROUPS)
        self._ready: dict[str, Archive] = {}
        self._lock = threading.Lock()

    @contextmanager
    def current(self) -> Iterator[Snapshot]:
        """The current snapshot, held open.

        Raises:
            NoIndexYet: Nothing was ingested.
            IndexUnusable: It cannot be opened.
        """
        try:
            with self._index.reader() as snapshot:
                yield snapshot
        except NoIndexError as error:
            raise NoIndexYet(str(error)) from error
        except StoreError as error:
            raise IndexUnusable(str(error)) from error

    def kept(self, snapshot: str, use: Callable[[Snapshot], T]) -> T:
        """What is made of an older snapshot.

        Raises:
            SnapshotGone: It is not kept any more.
        """
        try:
            with self._index.kept(snapshot) as older:
                return use(older)
        except NoIndexError as error:
            raise SnapshotGone(
                f"This answer came from snapshot {snapshot}, which is not kept any more; ask the question again."
            ) from error

    def of_old(self, snapshot: Snapshot) -> Archive:
        """An older snapshot made ready; nothing of it is kept."""
        from assistant.archive import Archive

        return Archive(snapshot, self._names.read())

    def of(self, snapshot: Snapshot) -> Archive:
        """A snapshot made ready; what is derived from a snapshot is kept for the newest one only."""
        from assistant.archive import Archive

        with self._lock:
            archive = self._ready.get(snapshot.manifest.id)
            known = self._names.read()
            if archive is None or archive.snapshot is not snapshot or archive.known is not known:
                archive = Archive(snapshot, known)
                self._ready = {snapshot.manifest.id: archive}
            # Built under the lock, so that questions asked at once do not build them twice.
            archive.vocabulary  # noqa: B018
            archive.register(None)
        return archive
