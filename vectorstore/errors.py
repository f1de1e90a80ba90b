"""Errors of the store.

    StoreError
    ├── NoIndexError           nothing has been published in this folder yet
    ├── IndexBusyError         another ingest is writing
    ├── WrongModelError        the snapshot was made with another embedding model
    ├── DamagedSnapshotError   a snapshot does not hold what its manifest promises
    ├── MayNotReadError        a part of the index is closed to this user
    ├── ModelUnavailableError  the embedding model could not be loaded
    └── SettingsError          a setting is misspelt or makes no sense

Each message is one sentence that says what happened, to what, and what to do.
"""

from __future__ import annotations

from pathlib import Path


class StoreError(Exception):
    """Something the person at the keyboard can act on."""


class NoIndexError(StoreError):
    """There is no published snapshot."""


class IndexBusyError(StoreError):
    """Another process holds the writer's lock."""


class WrongModelError(StoreError):
    """The snapshot and the embedding model do not belong together."""


class DamagedSnapshotError(StoreError):
    """A snapshot failed verification or cannot be opened."""


class MayNotReadError(StoreError):
    """A part of the index belongs to another user."""


class ModelUnavailableError(StoreError):
    """The embedding model is missing, damaged or of another kind."""


class SettingsError(StoreError):
    """A setting cannot be used."""


def may_not_read(place: Path) -> MayNotReadError:
    """The error for a part of an index that belongs to another user."""
    return MayNotReadError(f"{place}: this user may not read it; ask the owner of the index for the right.")
