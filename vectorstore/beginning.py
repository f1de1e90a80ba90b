"""How the next snapshot begins: with what the last one holds, and with what writers that died had embedded."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from vectorstore import catalogue
from vectorstore.errors import DamagedSnapshotError, NoIndexError
from vectorstore.former import carry_former
from vectorstore.manifest import CATALOGUE, Manifest, check_content, read_manifest
from vectorstore.snapshots import SPACE_FACTOR, SPACE_RESERVE, SnapshotFolder
from vectorstore.sqlite_files import open_sealed, open_writable, writing_to


@dataclass(frozen=True, slots=True)
class Beginning:
    """A private catalogue to change, and where it came from."""

    staging: Path
    catalogue: sqlite3.Connection
    manifest: Manifest | None
    """Of the snapshot it continues."""
    parent: Path | None
    """Its folder."""
    fingerprint: str
    model: str
    outdated: bool
    """The snapshot it continues was made with another model or other settings: every file is to be read again."""
    salvaged: int
    """Embeddings found in what other writers left behind."""

    @property
    def comparable(self) -> Path | None:
        """The folder of the snapshot it continues, if its tables are those of today."""
        return self.parent if self.manifest and catalogue.same_tables(self.manifest.format) else None


def begin(folder: SnapshotFolder, model: str, ingest_fingerprint: str) -> Beginning:
    """Prepare staging for a new snapshot; only for the one who holds the writer's lock.

    Raises:
        StoreError: The disk is full or the folder cannot be written.
    """
    fingerprint = catalogue.combined_fingerprint(model, ingest_fingerprint)
    parent, manifest = _newest_sound(folder)
    folder.sweep()
    left_behind = folder.unpublished()
    folder.require_space(int(SPACE_FACTOR * _space_taken(parent)) + SPACE_RESERVE)
    staging = folder.new_staging()
    path = staging / CATALOGUE
    outdated = manifest is not None and manifest.fingerprint != fingerprint
    try:
        with writing_to(path):
            connection = _start(path, parent, manifest, model, outdated=outdated)
            catalogue.set_meta(connection, "model", model)
            salvaged = sum(_salvage(connection, dead / CATALOGUE, model) for dead in left_behind)
    except BaseException:
        folder.discard(staging)
        raise
    for dead in left_behind:
        folder.discard(dead)
    return Beginning(staging, connection, manifest, parent, fingerprint, model, outdated, salvaged)


def _newest_sound(folder: SnapshotFolder) -> tuple[Path | None, Manifest | None]:
    """The snapshot to continue: the current one, or an older one if that is damaged; a new start if all are."""
    try:
        candidates = folder.candidates()
    except NoIndexError:
        return None, None
    for name in candidates:
        path = folder.published / name
        try:
            manifest = read_manifest(path)
            check_content(path, manifest, below=CATALOGUE)
        except (DamagedSnapshotError, OSError):
            continue
        return path, manifest
    return None, None


def _space_taken(folder: Path | None) -> int:
    """What a snapshot takes on the disk; a damaged file may claim far more than that."""
    return sum(path.stat().st_blocks * 512 for path in folder.rglob("*")) if folder else 0


def _start(
    path: Path, parent: Path | None, manifest: Manifest | None, model: str, *, outdated: bool
) -> sqlite3.Connection:
    if parent is None or manifest is None:
        return catalogue.create_catalogue(path)
    if not outdated:
        shutil.copyfile(parent / CATALOGUE, path)
        return open_writable(path)
    connection = catalogue.create_catalogue(path)
    with closing(open_sealed(parent / CATALOGUE)) as before:
        _carry_files(connection, before, manifest)
        if catalogue.same_tables(manifest.format):
            carry_former(connection, before)
    _salvage(connection, parent / CATALOGUE, model)
    return connection


def _carry_files(connection: sqlite3.Connection, before: sqlite3.Connection, manifest: Manifest) -> None:
    """Keep the names of the files, so that it is seen which are gone, and forget their hashes, so that all are read.

    A file that was refused without being read is refused for its kind or place, whatever the settings.
    """
    rows = before.execute("SELECT path, '', size, state, reason FROM files")
    connection.executemany("INSERT INTO files (path, sha256, size, state, reason) VALUES (?, ?, ?, ?, ?)", rows)
    if manifest.root is not None:
        catalogue.set_meta(connection, "root", manifest.root)


def _salvage(connection: sqlite3.Connection, path: Path, model: str) -> int:
    """Copy embeddings of the same model from a catalogue; one that cannot be read holds nothing worth having."""
    if not path.is_file():
        return 0
    try:
        with closing(open_writable(path)) as dead:  # writable, so that an interrupted commit is rolled back
            if catalogue.get_meta(dead, "model") != model:
                return 0
            if dead.execute("PRAGMA quick_check").fetchone() != ("ok",):
                return 0
            rows = dead.execute("SELECT hash, vector FROM embeddings").fetchall()
            dimensions = catalogue.get_meta(dead, "dimensions")
    except sqlite3.Error:
        return 0
    before = connection.total_changes
    connection.execute("BEGIN")
    connection.executemany("INSERT OR IGNORE INTO embeddings VALUES (?, ?)", rows)
    if dimensions is not None:
        catalogue.set_meta(connection, "dimensions", dimensions)
    connection.execute("COMMIT")
    return connection.total_changes - before
