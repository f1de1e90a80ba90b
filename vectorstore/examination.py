"""Looks at everything an index consists of and says in a sentence each what is wrong, and what to do."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from vectorstore.catalogue import FORMAT, RECEIPT, get_meta, same_tables
from vectorstore.embedding import Embedder
from vectorstore.errors import DamagedSnapshotError, MayNotReadError, StoreError
from vectorstore.file_records import file_records
from vectorstore.forgotten import prove_forgotten
from vectorstore.likeness import find_alike
from vectorstore.manifest import CATALOGUE, Manifest, check_content, check_sizes, read_manifest
from vectorstore.snapshots import SPACE_FACTOR, SPACE_RESERVE, SnapshotFolder
from vectorstore.sqlite_files import open_sealed
from vectorstore.verify import check_rows, verify_published


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    about: str
    """`snapshot`, `vectors`, `files`, `receipt`, `removals`, `duplicates`, `leftovers`, `space`, `rights`, `model` or
    `recognition`."""
    sentence: str
    wrong: bool = False
    """Whether somebody has to do something; the sentence says what."""


def examine(folder: SnapshotFolder, embedder: Embedder) -> Iterator[Finding]:
    """Everything about an index, thing by thing.

    Raises:
        NoIndexError: Nothing has been published yet.
    """
    named, candidates = folder.current_id(), folder.candidates()
    if named is None:
        yield Finding("snapshot", f"{folder.root}/CURRENT names no snapshot; run `sanad ingest` to publish one.", True)
    current = folder.published / candidates[0]
    try:
        manifest = verify_published(current)
        with closing(open_sealed(current / CATALOGUE)) as rows:
            check_rows(current, rows, manifest.dimensions)
            yield Finding("snapshot", f"Snapshot {manifest.id} is whole: {manifest.documents} documents.")
            yield Finding("vectors", f"All {manifest.chunks} vectors are those of the catalogue and are found.")
            yield from _contents(rows)
        yield from _removals(folder, current, manifest)
        yield from _model(manifest, embedder)
    except (DamagedSnapshotError, MayNotReadError) as error:
        yield Finding("snapshot", str(error), True)
    yield from _others(folder, current.name)
    yield from _leftovers(folder)
    yield from _disk(folder, current)


def _contents(rows: sqlite3.Connection) -> Iterator[Finding]:
    records = list(file_records(rows))
    kept = get_meta(rows, RECEIPT)
    if kept is not None:
        told = {file["name"] for file in json.loads(kept)["files"] if file["outcome"] != "removed"}
        strange = sorted(told ^ {record.path for record in records})
        if strange:
            sentence = f"The receipt and the catalogue differ about {strange[0]}; run `sanad ingest` again."
            yield Finding("receipt", sentence, True)
        else:
            yield Finding("receipt", f"The receipt of the last ingest names each of the {len(records)} files once.")
    unread = [record for record in records if record.state in ("unreadable", "refused")]
    yield from (Finding("files", record.reason or f"{record.path} was not read.") for record in unread)
    partial = [record for record in records if record.is_partial]
    yield from (Finding("files", f"{record.path}: {record.reason}") for record in partial)
    doubled = [record for record in records if record.same_as]
    yield from (Finding("duplicates", f"{record.path} is a duplicate of {record.same_as}.") for record in doubled)
    for pair in find_alike(rows):
        yield Finding("duplicates", f"{pair.one} and {pair.other} say nearly the same ({pair.share:.0%}).")


def _removals(folder: SnapshotFolder, current: Path, manifest: Manifest) -> Iterator[Finding]:
    """Search for what was removed since every older snapshot that is still there to tell what that was."""
    searched = 0
    for name in folder.ids():
        if name < current.name:
            try:
                older = read_manifest(folder.published / name)
                check_content(folder.published / name, older, below=CATALOGUE)
            except (DamagedSnapshotError, MayNotReadError, OSError):
                continue  # said of that snapshot itself
            if not same_tables(older.format):
                continue
            searched += prove_forgotten(folder.published / name, current)
    if searched or manifest.proved:
        sentence = f"Phrases of removed documents were searched for ({searched}) and found nowhere."
        yield Finding("removals", sentence)


def _model(manifest: Manifest, embedder: Embedder) -> Iterator[Finding]:
    if manifest.model != embedder.identity:
        yield Finding(
            "model",
            f"The snapshot was made with the model {manifest.model}, but {embedder.identity} is set; set "
            "SANAD_STORE_MODEL back, or run `sanad ingest` to make the index anew.",
            True,
        )
        return
    try:
        size = embedder.embed_query("sanad").size
    except StoreError as error:
        yield Finding("model", str(error), True)
        return
    name = manifest.model.split(" ", 1)[0]  # what follows tells one make of it from another
    yield Finding("model", f"The model {name} answers with {size} numbers.", size != manifest.dimensions)


def _others(folder: SnapshotFolder, current: str) -> Iterator[Finding]:
    for name in folder.ids():
        if name == current:
            continue
        try:
            manifest = read_manifest(folder.published / name)
            check_sizes(folder.published / name, manifest)
            check_content(folder.published / name, manifest)
        except MayNotReadError as error:
            yield Finding("snapshot", str(error), True)
            continue
        except (DamagedSnapshotError, OSError) as error:
            said = str(error).split(";")[0]
            sentence = f"{said}; it cannot be gone back to, so remove the folder {folder.published / name}."
            yield Finding("snapshot", sentence, True)
            continue
        other = "" if manifest.format == FORMAT else ", but of another version of this software"
        yield Finding("snapshot", f"The {'older' if name < current else 'newer'} snapshot {name} is whole{other}.")


def _leftovers(folder: SnapshotFolder) -> Iterator[Finding]:
    left = list(folder.staging.iterdir()) if folder.staging.is_dir() else []
    if left:
        size = sum(path.stat().st_blocks * 512 for top in left for path in top.rglob("*"))
        yield Finding(
            "leftovers",
            f"An ingest runs, or one that died left {size / 1e6:,.0f} MB behind, which the next `sanad ingest` takes up.",
        )


def _disk(folder: SnapshotFolder, current: Path) -> Iterator[Finding]:
    taken = sum(path.stat().st_blocks * 512 for path in current.rglob("*")) if current.is_dir() else 0
    needed, free = SPACE_FACTOR * taken + SPACE_RESERVE, shutil.disk_usage(folder.root).free
    if free < needed:
        sentence = (
            f"{folder.root}: the next ingest needs {needed / 1e6:,.0f} MB, but {free / 1e6:,.0f} MB are free; "
            "free some space or put the index elsewhere."
        )
        yield Finding("space", sentence, True)
    else:
        yield Finding("space", f"{free / 1e6:,.0f} MB are free; the next ingest needs {needed / 1e6:,.0f} MB.")
    if not os.access(folder.root, os.W_OK):
        sentence = f"{folder.root} cannot be written by this user; ingest as its owner, or change the rights."
        yield Finding("rights", sentence, True)
