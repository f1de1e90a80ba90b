"""One ingest: a folder in, a published snapshot and a receipt out."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from ingest.checking import hash_files
from ingest.discover import Found, discover
from ingest.errors import FolderError
from ingest.extract import VERSION as EXTRACTION
from ingest.plan import Plan, guard_removals, plan_changes
from ingest.readers import VERSION as READING
from ingest.reading_ahead import read_ahead
from ingest.receipt import FileOutcome, Receipt
from ingest.samples_embedded import adopt_samples
from ingest.settings import IngestSettings
from ingest.split import CHUNK_CHARACTERS
from ingest.split import VERSION as SPLITTING
from ingest.storing import expected, keep, refuse, remove_gone, store_all
from vectorstore import Embedder, Index, Progress, SnapshotWriter, StoreError

Report = Callable[[Progress], None]

SAMPLES = Path(__file__).parent / "samples" / "documents"
"""The bundled reports; another folder may take their place without being asked."""


def ingest(
    folder: Path,
    index: Index,
    embedder: Embedder,
    settings: IngestSettings,
    *,
    allow_removals: bool = False,
    dry_run: bool = False,
    ready_made: bool = True,
    report: Report = lambda progress: None,
) -> Receipt:
    """Bring the index in line with a folder, and publish if anything changed.

    Args:
        folder: Of the reports.
        index: What is changed.
        embedder: Of the index.
        settings: How files are read.
        allow_removals: Whether most of the archive may go.
        dry_run: Say what would be done, and do nothing.
        ready_made: Whether the bundled samples may use the embeddings that come with them.
        report: Told how far it is.

    Raises:
        FolderError: The folder cannot be listed.
        GuardError: Most of the archive would be removed.
        StoreError: The index is busy, full, damaged or of another model.
    """
    started = time.monotonic()
    found = discover(folder)
    with index.write() as writer:
        records = writer.files()
        if not found.files and not found.refused and not records:
            raise FolderError(f"The folder {folder} holds no files; name the folder that your reports are in.")
        hashes = hash_files(found, report)
        plan = plan_changes(
            {**hashes, **{name: "" for name, _ in found.refused}},
            {name: "" if record.state == "refused" else record.sha256 for name, record in records.items()},
        )
        if not allow_removals and not (found.files and _replaces_samples(writer.root, folder)):
            guard_removals(plan, str(folder))
        if dry_run:
            return Receipt.of(folder, expected(plan, found), writer.current, published=False, started=started)
        if ready_made and folder.resolve() == SAMPLES.resolve() and plan.new:
            adopt_samples(writer)
        outcomes = [*_apply(plan, found, hashes, writer, embedder, settings, report), *keep(plan, records)]
        writer.set_root(folder.resolve())
        if not writer.changed:
            return Receipt.of(folder, outcomes, writer.current, published=False, started=started)
        writer.embed(report)
        manifest = writer.publish(report)
    return Receipt.of(folder, outcomes, manifest.id, published=True, started=started)


def fingerprint() -> str:
    """Of everything besides the embedding model that decides what becomes of a file."""
    return f"read {READING} · split {SPLITTING}, {CHUNK_CHARACTERS} characters · extract {EXTRACTION}"


def _apply(
    plan: Plan,
    found: Found,
    hashes: Mapping[str, str],
    writer: SnapshotWriter,
    embedder: Embedder,
    settings: IngestSettings,
    report: Report,
) -> Iterator[FileOutcome]:
    """Remove what is gone, refuse what is not read, read and store the rest."""
    yield from remove_gone(plan, writer)
    yield from refuse(plan, found, writer)
    files = [file for file in found.files if file.name in plan.touched]
    if files:  # the model takes seconds to load: it does so while the files are read
        threading.Thread(target=_load, args=(embedder,), daemon=True, name="load-model").start()
    with ThreadPoolExecutor(settings.workers) as executor:
        read = read_ahead(files, hashes, settings, executor)
        yield from store_all(
            plan, read, writer, lambda number, name: report(Progress("reading", number, len(files), name))
        )


def _load(embedder: Embedder) -> None:
    with suppress(StoreError):  # said again, and heard, when the first text is embedded
        embedder.embed_query("")


def _replaces_samples(root: str | None, folder: Path) -> bool:
    return root == str(SAMPLES.resolve()) and folder.resolve() != SAMPLES.resolve()
