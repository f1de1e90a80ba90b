"""One ingest: a folder in, a published snapshot and a receipt out."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from ingest.checking import hash_files
from ingest.digest import news_of
from ingest.discover import Found, discover
from ingest.errors import FolderError
from ingest.executors import executor_for
from ingest.extract import VERSION as EXTRACTION
from ingest.members import archive_hashes, lies_in, with_members
from ingest.plan import guard_removals, plan_changes
from ingest.propose import Proposer, Proposing
from ingest.readers import VERSION as READING
from ingest.reading_ahead import read_ahead
from ingest.receipt import FileOutcome, Receipt
from ingest.recognition import to_try_again
from ingest.samples_embedded import adopt_samples
from ingest.settings import IngestSettings
from ingest.split import CHUNK_CHARACTERS
from ingest.split import VERSION as SPLITTING
from ingest.storing import Storing, expected, still_written
from vectorstore import Alike, Embedder, Index, Progress, SnapshotWriter, StoreError

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
    waiting: frozenset[str] = frozenset(),
    proposer: Proposer | None = None,
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
        waiting: Files that are still being written: what is known of them stays.
        proposer: Proposes facts besides those that the rules read; None where nobody may.
        report: Told how far it is.

    Raises:
        FolderError: The folder cannot be listed, or vanished while it was read.
        GuardError: Most of the archive would be removed.
        StoreError: The index is busy, full, damaged or of another model.
    """
    started = time.monotonic()
    found = discover(folder).without(waiting)
    with index.write() as writer:
        proposing = Proposing(proposer, writer.proposed())
        records = proposing.to_ask_about(to_try_again(writer.files(), settings.seconds_per_file))
        kept = {name for name in records if lies_in(name, waiting)}
        known = {name: record for name, record in records.items() if name not in kept}
        archives = archive_hashes(found)
        found = with_members(found, known, frozenset(dict(archives.items() & writer.archives().items())))
        if not found.files and not found.refused and not known:
            raise FolderError(f"The folder {folder} holds no files; name the folder that your reports are in.")
        hashes = hash_files(found, report)
        plan = plan_changes(hashes, dict(found.refused), known)
        if not allow_removals and not (found.files and _replaces_samples(writer.root, folder)):
            guard_removals(plan, known, str(folder))
        if dry_run:
            return _receipt(folder, expected(plan, found, known), writer.current, started)
        if ready_made and folder.resolve() == SAMPLES.resolve() and plan.new:
            adopt_samples(writer)
        outcomes = (
            *_apply(Storing(plan, found, hashes, known, writer), embedder, settings, proposing, report),
            *still_written(record for name, record in records.items() if name in kept),
        )
        _check_still_there(folder, found)
        writer.set_root(folder.resolve())
        proposing.keep(writer)
        if not writer.changed:
            return replace(_receipt(folder, outcomes, writer.current, started), unproposed=proposing.missing)
        writer.keep_archives(archives)
        writer.embed(report)
        receipt = replace(
            _receipt(folder, outcomes, writer.next, started),
            published=True,
            unproposed=proposing.missing,
            alike=_alike(writer, outcomes),
            news=news_of(writer.changes(), writer.facts_before()),
        )
        writer.keep_receipt(json.dumps(receipt.as_json(), ensure_ascii=False))
        manifest = writer.publish(report)
    return replace(receipt, seconds=round(time.monotonic() - started, 2), proved=manifest.proved)


def fingerprint() -> str:
    """Of everything besides the embedding model that decides what becomes of a file."""
    return f"read {READING} · split {SPLITTING}, {CHUNK_CHARACTERS} characters · extract {EXTRACTION}"


def _apply(
    storing: Storing, embedder: Embedder, settings: IngestSettings, proposing: Proposing, report: Report
) -> Iterator[FileOutcome]:
    """Remove what is gone, refuse what is not read, read and store the rest."""
    yield from storing.remove()
    yield from storing.refuse()
    wanted = storing.plan.touched | storing.move()
    files = [file for file in storing.found.files if file.name in wanted]
    if files:  # the model takes seconds to load: it does so while the files are read
        threading.Thread(target=_load, args=(embedder,), daemon=True, name="load-model").start()
    failed = set()
    with executor_for(len(files), settings) as executor:
        for number, read in enumerate(read_ahead(files, storing.hashes, settings, executor), 1):
            report(Progress("reading", number, len(files), read.file.name))
            outcome = storing.store(proposing.completed(read))
            storing.writer.embed_ahead()  # the next files are being read meanwhile
            if outcome.outcome in ("unreadable", "refused"):
                failed.add(outcome.name)
            yield outcome
    yield from storing.note_duplicates(frozenset(failed))
    yield from storing.keep(frozenset(file.name for file in files))


def _load(embedder: Embedder) -> None:
    with suppress(StoreError):  # said again, and heard, when the first text is embedded
        embedder.embed_query("")


def _check_still_there(folder: Path, found: Found) -> None:
    """A drive that was unmounted half-way must not pass for files that cannot be read."""
    gone = sum(not file.path.exists() for file in found.files)
    if 2 * gone > len(found.files):
        raise FolderError(
            f"{gone} files of the folder {folder} vanished while they were read; nothing was changed, so check that the "
            "folder is mounted and run `sanad ingest` again."
        )


def _alike(writer: SnapshotWriter, outcomes: Iterable[FileOutcome]) -> tuple[Alike, ...]:
    """Documents that are like one that came or changed."""
    news = {outcome.name for outcome in outcomes if outcome.outcome in ("indexed", "updated", "partly_read")}
    return tuple(pair for pair in writer.alike() if {pair.one, pair.other} & news)


def _replaces_samples(root: str | None, folder: Path) -> bool:
    return root == str(SAMPLES.resolve()) and folder.resolve() != SAMPLES.resolve()


def _receipt(folder: Path, outcomes: Iterable[FileOutcome], snapshot: str | None, started: float) -> Receipt:
    """Of a run that publishes nothing."""
    ordered = tuple(sorted(outcomes, key=lambda file: file.name))
    return Receipt(str(folder), ordered, snapshot, published=False, seconds=round(time.monotonic() - started, 2))
