"""The steps from a finished catalogue to the snapshot that answers; a crash may come between any two."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from vectorstore import catalogue, projection
from vectorstore.beginning import Beginning
from vectorstore.durable import sync_tree
from vectorstore.errors import DamagedSnapshotError, StoreError
from vectorstore.forgotten import prove_forgotten
from vectorstore.former import settle_former
from vectorstore.manifest import CATALOGUE, VECTORS, Manifest, check_content, describe_files, write_manifest
from vectorstore.projection import Difference, Vector
from vectorstore.snapshots import SnapshotFolder
from vectorstore.sqlite_files import open_sealed, open_writable, writing_to
from vectorstore.values import Progress
from vectorstore.verify import verify_catalogue, verify_vectors

STEPS = (
    "sealing the catalogue",
    "verifying the catalogue",
    "storing the vectors",
    "verifying the vectors",
    "proving removals",
    "describing",
    "making durable",
    "accepting",
    "switching",
    "collecting",
    "done",
)
"""What `publish` reports before each step, and at the end."""

Report = Callable[[Progress], None]


def publish(
    folder: SnapshotFolder, begun: Beginning, report: Report, *, rebuild: bool, erased: bool = False
) -> Manifest:
    """Make a snapshot of a catalogue on which all work is done, and let it answer.

    Until the switch the old snapshot answers, from then on the new one; a crash between any two steps leaves one of
    them.

    Args:
        folder: Of the index.
        begun: The catalogue, and where it came from.
        report: Told before every step.
        rebuild: Build the vector index anew instead of changing a copy of the last one.
        erased: Whether something was deleted from the catalogue.

    Raises:
        StoreError: A step failed; the old snapshot goes on answering.
    """
    step = _stepper(report)
    staging = begun.staging
    step("sealing the catalogue")
    with writing_to(staging):
        _seal(begun.catalogue)
        if erased:
            _compact(staging / CATALOGUE)
    step("verifying the catalogue")
    dimensions = _dimensions(staging)
    verify_catalogue(staging, dimensions)
    dropped = _store_vectors(begun, dimensions, report, rebuild=rebuild)
    step("proving removals")
    proved = prove_forgotten(begun.comparable, staging) if begun.comparable else 0
    step("describing")
    with writing_to(staging):
        manifest = _describe(begun, dimensions, dropped, proved)
        write_manifest(staging, manifest)
        step("making durable")
        sync_tree(staging)
        step("accepting")
        folder.accept(staging)
        step("switching")
        folder.switch(staging.name)
        step("collecting")
        folder.collect()
    step("done")
    return manifest


def _stepper(report: Report) -> Callable[[str], None]:
    return lambda name: report(Progress("publishing", STEPS.index(name), len(STEPS) - 1, name))


def _seal(connection: sqlite3.Connection) -> None:
    """Remove what nothing refers to, also from the full text's own pages, and close the file for good."""
    connection.execute("BEGIN")
    settle_former(connection)
    catalogue.prune_embeddings(connection)
    connection.execute("INSERT INTO chunk_text (chunk_text) VALUES ('optimize')")
    connection.execute("COMMIT")
    connection.execute("PRAGMA optimize")
    connection.close()


def _compact(path: Path) -> None:
    """Write a catalogue anew: SQLite overwrites what is deleted, but not the copies it left where rows were moved."""
    beside = path.with_name(f"{path.name}-compact")
    with closing(open_writable(path)) as connection:
        connection.execute("VACUUM INTO ?", (str(beside),))
    beside.replace(path)


def _store_vectors(begun: Beginning, dimensions: int, report: Report, *, rebuild: bool) -> int:
    """Bring the vector index in line with the catalogue; returns how many places in it are lost to deletions."""
    with closing(open_sealed(begun.staging / CATALOGUE)) as rows:
        change = None if rebuild else _change(begun, rows)
        if change is not None:
            with suppress(StoreError, OSError, sqlite3.Error):  # the last index is damaged: do without it
                _change_copy(begun, rows, change, dimensions, report)
                return _dropped(begun) + len(change.dropped)
        *sparser, densest = projection.NEIGHBOURS
        for neighbours in sparser:
            with suppress(DamagedSnapshotError):
                _build_anew(begun.staging, rows, dimensions, report, neighbours)
                return 0
        _build_anew(begun.staging, rows, dimensions, report, densest)
        return 0


def _change(begun: Beginning, rows: sqlite3.Connection) -> Difference | None:
    """What to change in a copy of the last index; None where there is none or too much of it would be dead."""
    if begun.parent is None or begun.manifest is None or begun.outdated:
        return None
    try:
        check_content(begun.parent, begun.manifest, below=VECTORS)
    except (DamagedSnapshotError, OSError):
        return None
    with closing(open_sealed(begun.parent / CATALOGUE)) as before:
        change = projection.difference(_names(before), wanted := _names(rows))
    dead = _dropped(begun) + len(change.dropped)
    return None if dead > projection.LARGEST_DROP * len(wanted) else change


def _dropped(begun: Beginning) -> int:
    return begun.manifest.dropped if begun.manifest else 0


def _change_copy(
    begun: Beginning, rows: sqlite3.Connection, change: Difference, dimensions: int, report: Report
) -> None:
    if begun.parent is None:
        raise ValueError("nothing to copy")
    target = begun.staging / VECTORS
    _stepper(report)("storing the vectors")
    projection.copy(begun.parent / VECTORS, target)
    if change.added or change.dropped:
        projection.update(target, change, _vectors(rows, change.added), _teller(report))
    _stepper(report)("verifying the vectors")
    verify_vectors(begun.staging, dimensions)


def _build_anew(staging: Path, rows: sqlite3.Connection, dimensions: int, report: Report, neighbours: int) -> None:
    """Build beside and move: Chroma may still remember something under the path of an index that failed."""
    wanted = list(_names(rows))
    beside = staging / f"{VECTORS}-{neighbours}"
    _stepper(report)("storing the vectors")
    projection.build(beside, _vectors(rows, wanted), len(wanted), _teller(report), neighbours)
    shutil.rmtree(staging / VECTORS, ignore_errors=True)
    beside.rename(staging / VECTORS)
    _stepper(report)("verifying the vectors")
    verify_vectors(staging, dimensions)


def _names(rows: sqlite3.Connection) -> dict[str, int]:
    """Every chunk's name and document."""
    return dict(rows.execute("SELECT key, document FROM chunks ORDER BY id"))


def _vectors(rows: sqlite3.Connection, keys: Iterable[str]) -> Iterator[Vector]:
    query = "SELECT key, document, vector FROM chunks JOIN embeddings USING (hash) WHERE key = ?"
    for key in keys:
        name, document, blob = rows.execute(query, (key,)).fetchone()
        yield Vector(name, document, catalogue.vector_of(blob))


def _teller(report: Report) -> Callable[[int, int], None]:
    return lambda done, total: report(Progress("storing vectors", done, total))


def _dimensions(staging: Path) -> int:
    with closing(open_sealed(staging / CATALOGUE)) as rows:
        return int(catalogue.get_meta(rows, "dimensions") or 0)


def _describe(begun: Beginning, dimensions: int, dropped: int, proved: int) -> Manifest:
    with closing(open_sealed(begun.staging / CATALOGUE)) as rows:
        count = partial(_count, rows)
        return Manifest(
            id=begun.staging.name,
            created=datetime.now(UTC).isoformat(timespec="seconds"),
            parent=begun.manifest.id if begun.manifest else None,
            format=catalogue.FORMAT,
            fingerprint=begun.fingerprint,
            model=begun.model,
            dimensions=dimensions,
            root=catalogue.get_meta(rows, "root"),
            documents=count("documents"),
            chunks=count("chunks"),
            sentences=count("sentences"),
            unread=count("files WHERE state IN ('unreadable', 'refused')"),
            digest=hashlib.sha256("\n".join(sorted(_names(rows))).encode()).hexdigest(),
            dropped=dropped,
            files=describe_files(begun.staging),
            proved=proved,
        )


def _count(rows: sqlite3.Connection, what: str) -> int:
    return int(rows.execute(f"SELECT count(*) FROM {what}").fetchone()[0])  # noqa: S608 - constants only
