"""The manifest of a snapshot: what it promises to hold."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from vectorstore.errors import DamagedSnapshotError, may_not_read

NAME = "manifest.json"
CATALOGUE = "catalogue.sqlite"
VECTORS = "chroma"
_LARGEST_MANIFEST = 1_000_000


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file of a snapshot that never changes again."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot is made of, and of what."""

    id: str
    created: str
    """When it was published, ISO 8601 in UTC."""
    parent: str | None
    """The snapshot it was made from."""
    format: str
    """Of the catalogue's tables and terms."""
    fingerprint: str
    """Of model and settings: the same files with the same fingerprint give the same content."""
    model: str
    dimensions: int
    root: str | None
    """The folder that was ingested."""
    documents: int
    chunks: int
    sentences: int
    unread: int
    """Files that are not indexed."""
    digest: str
    """Of the names of all chunks: two snapshots of the same digest hold the same passages."""
    dropped: int
    """Vectors deleted from the vector index since it was last built anew; their places stay taken."""
    files: tuple[StoredFile, ...]
    proved: int = 0
    """Phrases of documents removed since its parent that were searched for in it and found nowhere."""


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Put the manifest into a snapshot's folder."""
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1)
    (folder / NAME).write_text(text + "\n", encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a snapshot.

    Raises:
        DamagedSnapshotError: It is missing, cut short or of another snapshot.
        StoreError: This user may not read it.
    """
    try:
        with (folder / NAME).open(encoding="utf-8") as stream:
            found = json.loads(stream.read(_LARGEST_MANIFEST))
        manifest = _from_json(found)
    except PermissionError as error:
        raise may_not_read(folder / NAME) from error
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise damaged(folder, f"its manifest cannot be read ({error})") from error
    if manifest.id != folder.name:
        raise damaged(folder, f"its manifest belongs to {manifest.id}")
    return manifest


def describe_files(folder: Path) -> tuple[StoredFile, ...]:
    """The files of a finished snapshot that no reader may change."""
    return tuple(
        StoredFile(path.relative_to(folder).as_posix(), path.stat().st_size, sha256_of(path)) for path in _fixed(folder)
    )


def check_sizes(folder: Path, manifest: Manifest) -> None:
    """Look at the sizes of the files, which costs nothing.

    Raises:
        DamagedSnapshotError: A file is missing, or larger or smaller than promised.
        StoreError: This user may not read one.
    """
    for file in manifest.files:
        _check_size(folder, file)
    if not (folder / VECTORS / "chroma.sqlite3").is_file():
        raise damaged(folder, "its vectors are missing")


def check_content(folder: Path, manifest: Manifest, *, below: str = "") -> None:
    """Compare the bytes of the files with what was published: a torn vector index can end the process that opens it.

    Raises:
        DamagedSnapshotError: A file is missing or another one.
        StoreError: This user may not read one.
    """
    for file in manifest.files:
        if file.name.startswith(below):
            _check_size(folder, file)
            if sha256_of(folder / file.name) != file.sha256:
                raise damaged(folder, f"{file.name} is not what it was when it was published")


def sha256_of(path: Path) -> str:
    """The hash of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def damaged(folder: Path, what: str) -> DamagedSnapshotError:
    """The error for a snapshot that is not what it should be."""
    return DamagedSnapshotError(
        f"Snapshot {folder.name} is damaged: {what}; run `sanad ingest` to publish a sound one."
    )


def _check_size(folder: Path, file: StoredFile) -> None:
    try:
        size = (folder / file.name).stat().st_size
        readable = os.access(folder / file.name, os.R_OK)
    except PermissionError as error:
        raise may_not_read(folder) from error
    except OSError as error:
        raise damaged(folder, f"{file.name} is missing") from error
    if size != file.size:
        raise damaged(folder, f"{file.name} has {size} bytes instead of {file.size}")
    if not readable:
        raise may_not_read(folder / file.name)


def _fixed(folder: Path) -> Iterator[Path]:
    """Chroma rewrites its own SQLite file whenever it is opened, so that one is left out."""
    yield folder / CATALOGUE
    for parent, _, names in sorted(os.walk(folder / VECTORS)):
        yield from (Path(parent) / name for name in sorted(names) if not name.startswith("chroma.sqlite3"))


def _from_json(found: dict[str, Any]) -> Manifest:
    files = tuple(StoredFile(**file) for file in found.pop("files"))
    return Manifest(files=files, **found)
