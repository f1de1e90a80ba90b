"""Where snapshots lie on disk, which one answers, who writes, who reads, and when one may go.

    index/CURRENT                  the id of the snapshot that answers
    index/WRITER.lock              locked by the one process that writes
    index/snapshots/<id>/          published; never changed, in use while LEASE in it is locked
    index/staging/<id>/            being written, or left by a writer that died

Locks are the kernel's (flock): they go with the process that holds them, however it ends.
"""

from __future__ import annotations

import fcntl
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vectorstore.durable import replace_text, sync_folder
from vectorstore.errors import IndexBusyError, MayNotReadError, NoIndexError, StoreError, may_not_read

KEPT = 3
"""Published snapshots that are never collected, the current one included."""
LEASE = "LEASE"
SPACE_FACTOR = 2.5
SPACE_RESERVE = 200_000_000
_TRASH = "trash-"
_ID = re.compile(r"\d{6,}-\d{8}T\d{6}Z-[0-9a-f]{6}")


class SnapshotFolder:
    """The folder of an index."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.published = root / "snapshots"
        self.staging = root / "staging"

    def current_id(self) -> str | None:
        """The snapshot that CURRENT names; None if there is none or it is not a name."""
        try:
            name = (self.root / "CURRENT").read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            return None
        return name if _ID.fullmatch(name) else None

    def ids(self) -> list[str]:
        """All published snapshots, newest first."""
        return _names(self.published)

    def candidates(self) -> list[str]:
        """The current snapshot, then those it may be replaced by if it is damaged.

        What is newer than CURRENT was never published. Without a CURRENT that can be read any snapshot will do: each
        was verified before it got there.

        Raises:
            NoIndexError: There is no snapshot and there never was one.
        """
        if self.root.exists() and not os.access(self.root, os.R_OK | os.X_OK):
            raise StoreError(
                f"{self.root}: this user may not look into the index; ask its owner for the right to read it."
            )
        current = self.current_id()
        ids = self.ids()
        if current is None and not ids:
            raise NoIndexError(f"There is no index in {self.root} yet; make one with: sanad ingest FOLDER.")
        return ids if current is None else [current, *(name for name in ids if name < current)]

    def unpublished(self) -> list[Path]:
        """What writers that died left behind, newest first."""
        current = self.current_id()
        orphans = [self.published / name for name in self.ids() if current is not None and name > current]
        return [*orphans, *(self.staging / name for name in _names(self.staging))]

    def discard(self, folder: Path) -> None:
        """Remove a folder that is not published; a crash halfway leaves something that is plainly rubbish."""
        self.staging.mkdir(exist_ok=True)
        trash = self.staging / f"{_TRASH}{secrets.token_hex(6)}"
        folder.rename(trash)
        shutil.rmtree(trash, ignore_errors=True)

    def sweep(self) -> None:
        """Finish removals that were interrupted."""
        for trash in self.staging.glob(f"{_TRASH}*"):
            shutil.rmtree(trash, ignore_errors=True)

    def new_staging(self) -> Path:
        """An empty folder for the next snapshot; its name is newer than all others whatever the clock says."""
        taken = [*self.ids(), *_names(self.staging), self.current_id() or "0-"]
        number = 1 + max(int(name.split("-")[0]) for name in taken)
        name = f"{number:06d}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}"
        folder = self.staging / name
        folder.mkdir(parents=True)
        (folder / LEASE).touch()
        return folder

    def accept(self, folder: Path) -> Path:
        """Move a finished snapshot out of staging."""
        self.published.mkdir(exist_ok=True)
        target = self.published / folder.name
        folder.rename(target)
        for parent in (self.published, self.staging, self.root):
            sync_folder(parent)
        return target

    def switch(self, name: str) -> None:
        """Make a snapshot the current one, at once and for good."""
        replace_text(self.root / "CURRENT", name + "\n")

    def collect(self) -> None:
        """Remove published snapshots that are neither recent nor in use."""
        current = self.current_id()
        for name in self.ids()[KEPT:]:
            if name != current:
                self._remove_unless_leased(self.published / name)

    def require_space(self, needed: int) -> None:
        """Refuse to begin what would fill the disk.

        Raises:
            StoreError: Less than this many bytes are free.
        """
        free = shutil.disk_usage(self.root).free
        if free < needed:
            raise StoreError(
                f"{self.root}: {needed / 1e6:,.0f} MB of free disk space are needed to write the index, but only "
                f"{free / 1e6:,.0f} MB are free; free some space or put the index elsewhere."
            )

    @contextmanager
    def writer_lock(self) -> Iterator[None]:
        """Be the only writer.

        Raises:
            IndexBusyError: Another process, or another part of this one, is writing.
        """
        try:
            self.staging.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self.root / "WRITER.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise StoreError(
                f"{self.root}: the index cannot be written there ({error.strerror}); ingest as its owner, have the place "
                "made writable, or name another one with --index."
            ) from error
        try:
            _lock_or_refuse(descriptor, self.root)
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
            yield
        finally:
            os.close(descriptor)

    def _remove_unless_leased(self, folder: Path) -> None:
        try:
            lease = Lease.take(folder, exclusive=True)
        except (FileNotFoundError, BlockingIOError, MayNotReadError):
            return
        try:
            self.discard(folder)
        finally:
            lease.release()


@dataclass(frozen=True, slots=True)
class Lease:
    """Holds a published snapshot in place while it is read."""

    descriptor: int

    @classmethod
    def take(cls, folder: Path, *, exclusive: bool = False) -> Lease:
        """Lock a snapshot: shared to read it, exclusive to remove it.

        Raises:
            FileNotFoundError: The snapshot is gone, perhaps since a moment ago.
            BlockingIOError: It is locked the other way.
        """
        try:
            descriptor = os.open(folder / LEASE, os.O_RDONLY | os.O_CLOEXEC)
        except PermissionError as error:
            raise may_not_read(folder) from error
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
            # The file may have been moved away between opening and locking it.
            if os.fstat(descriptor).st_ino != (folder / LEASE).stat().st_ino:
                raise FileNotFoundError(folder)
        except OSError:
            os.close(descriptor)
            raise
        return cls(descriptor)

    def release(self) -> None:
        """Let go of the snapshot."""
        os.close(self.descriptor)


def _lock_or_refuse(descriptor: int, root: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        owner = os.pread(descriptor, 20, 0).decode("ascii", "replace").strip()
        raise IndexBusyError(
            f"{root}: another ingest is running (process {owner or 'unknown'}); wait until it is done and try again."
        ) from error


def _names(folder: Path) -> list[str]:
    try:
        return sorted((path.name for path in folder.iterdir() if _ID.fullmatch(path.name)), reverse=True)
    except FileNotFoundError:
        return []
    except PermissionError as error:
        raise may_not_read(folder) from error
