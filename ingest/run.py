"""One ingest: a folder in, a published snapshot and a receipt out."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ingest.discover import Found, FoundFile, discover
from ingest.errors import FolderError, UnreadableError
from ingest.extract import VERSION as EXTRACTION
from ingest.extract import extract
from ingest.isolation import Limits, read_isolated
from ingest.plan import Plan, guard_removals, plan_changes
from ingest.readers import VERSION as READING
from ingest.readers import assemble
from ingest.readers.raw import RawDocument
from ingest.receipt import FileOutcome, Receipt
from ingest.recognise import recognise
from ingest.samples_embedded import adopt_samples
from ingest.settings import IngestSettings
from ingest.split import CHUNK_CHARACTERS, split
from ingest.split import VERSION as SPLITTING
from vectorstore import Chunk, Document, Embedder, Fact, FileRecord, Index, Progress, SnapshotWriter, StoreError

Report = Callable[[Progress], None]

SAMPLES = Path(__file__).parent / "samples" / "documents"
"""The bundled reports; another folder may take their place without being asked."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What came of one file, before it is stored."""

    file: FoundFile
    sha256: str
    document: Document | None
    chunks: tuple[Chunk, ...]
    facts: tuple[Fact, ...]
    reason: str | None
    seconds: float


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
        hashes = dict(_hash_all(found, report))
        plan = plan_changes(
            {**hashes, **{name: "" for name, _ in found.refused}},
            {name: "" if record.state == "refused" else record.sha256 for name, record in records.items()},
        )
        if not found.files and not found.refused and not records:
            raise FolderError(f"The folder {folder} holds no files; name the folder that your reports are in.")
        if not allow_removals and not (found.files and _replaces_samples(writer.root, folder)):
            guard_removals(plan, str(folder))
        if dry_run:
            return _receipt(folder, _dry_outcomes(plan, found), writer.current, published=False, started=started)
        if ready_made and folder.resolve() == SAMPLES.resolve() and plan.new:
            adopt_samples(writer)
        outcomes = [*_apply(plan, found, hashes, writer, embedder, settings, report), *_keep(plan, records)]
        writer.set_root(folder.resolve())
        if not writer.changed:
            return _receipt(folder, outcomes, writer.current, published=False, started=started)
        writer.embed(report)
        manifest = writer.publish(report)
    return _receipt(folder, outcomes, manifest.id, published=True, started=started)


def fingerprint() -> str:
    """Of everything besides the embedding model that decides what becomes of a file."""
    return f"read {READING} · split {SPLITTING}, {CHUNK_CHARACTERS} characters · extract {EXTRACTION}"


def _hash_all(found: Found, report: Report) -> Iterator[tuple[str, str]]:
    for number, file in enumerate(found.files, 1):
        report(Progress("checking", number, len(found.files), file.name))
        yield file.name, _sha256(file.path)


def _sha256(path: Path) -> str:
    """The hash of a file's bytes; empty if they cannot be read, so that reading it will say why."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return "unreadable"


def _apply(
    plan: Plan,
    found: Found,
    hashes: dict[str, str],
    writer: SnapshotWriter,
    embedder: Embedder,
    settings: IngestSettings,
    report: Report,
) -> Iterator[FileOutcome]:
    """Remove what is gone, refuse what is not read, read and store the rest."""
    for name in plan.removed:
        writer.remove(name)
        yield FileOutcome(name, "removed")
    touched = {*plan.new, *plan.changed}
    for name, reason in found.refused:
        if name in touched:
            writer.record(FileRecord(name, "", 0, "refused", reason))
            yield FileOutcome(name, "refused", reason)
    files = [file for file in found.files if file.name in touched]
    if files:  # the model takes seconds to load: it does so while the files are read
        threading.Thread(target=_load, args=(embedder,), daemon=True, name="load-model").start()
    with ThreadPoolExecutor(settings.workers) as pool:
        for number, read in enumerate(_read_all(files, hashes, settings, pool), 1):
            report(Progress("reading", number, len(files), read.file.name))
            yield _store(read, writer, updated=read.file.name in plan.changed)


def _load(embedder: Embedder) -> None:
    with suppress(StoreError):  # said again, and heard, when the first text is embedded
        embedder.embed_query("")


def _read_all(
    files: Sequence[FoundFile], hashes: dict[str, str], settings: IngestSettings, pool: Executor
) -> Iterator[_Read]:
    """Read files side by side, a few ahead of the one that is stored, so that memory does not grow with the archive."""
    limits = Limits(seconds=settings.seconds_per_file)
    ahead = 2 * settings.workers
    pending = [pool.submit(_read, file, hashes[file.name], limits) for file in files[:ahead]]
    for following in range(ahead, len(files) + ahead):
        if not pending:
            return
        yield pending.pop(0).result()
        if following < len(files):
            pending.append(pool.submit(_read, files[following], hashes[files[following].name], limits))


def _read(file: FoundFile, sha256: str, limits: Limits) -> _Read:
    started = time.monotonic()
    try:
        raw = read_isolated(file.path, file.name, limits=limits)
        document = document_of(file, sha256, raw)
    except UnreadableError as error:
        return _Read(file, sha256, None, (), (), str(error), time.monotonic() - started)
    chunks = split(document.path, document.text, document.blocks)
    return _Read(file, sha256, document, chunks, tuple(extract(document)), None, time.monotonic() - started)


def document_of(file: FoundFile, sha256: str, raw: RawDocument) -> Document:
    """The document that a reader's findings make; without any text it is not one.

    Raises:
        UnreadableError: There is no text in it.
    """
    text, blocks, pages = assemble(raw)
    if not text.strip():
        raise UnreadableError(f"{file.name}: the file holds no text; if it is a scan, it needs text recognition first.")
    seen = recognise(text, blocks, file.name, raw.title)
    return Document(
        path=file.name,
        sha256=sha256,
        format=raw.format,
        language=seen.language,
        title=seen.title,
        text=text,
        blocks=blocks,
        date=seen.date,
        date_text=seen.date_text,
        venue=seen.venue,
        kind=seen.kind,
        pages=pages,
    )


def _store(read: _Read, writer: SnapshotWriter, *, updated: bool) -> FileOutcome:
    if read.document is None:
        writer.record(FileRecord(read.file.name, read.sha256, read.file.size, "unreadable", read.reason))
        return FileOutcome(read.file.name, "unreadable", read.reason, seconds=read.seconds)
    record = FileRecord(read.file.name, read.sha256, read.file.size, "indexed")
    writer.put(read.document, read.chunks, record, read.facts)
    return FileOutcome(
        read.file.name,
        "updated" if updated else "indexed",
        pages=read.document.pages,
        characters=len(read.document.text),
        chunks=len(read.chunks),
        facts=len(read.facts),
        seconds=read.seconds,
    )


def _keep(plan: Plan, records: dict[str, FileRecord]) -> Iterator[FileOutcome]:
    """Files as they were: unchanged, or still unreadable or refused for the reason already known."""
    for name in plan.unchanged:
        record = records[name]
        if record.state == "indexed":
            yield FileOutcome(name, "unchanged")
        else:
            yield FileOutcome(name, record.state, record.reason)


def _dry_outcomes(plan: Plan, found: Found) -> list[FileOutcome]:
    refused = dict(found.refused)
    return [
        *(FileOutcome(name, "removed") for name in plan.removed),
        *(FileOutcome(name, "refused", reason) for name, reason in refused.items()),
        *(FileOutcome(name, "indexed") for name in plan.new if name not in refused),
        *(FileOutcome(name, "updated") for name in plan.changed if name not in refused),
        *(FileOutcome(name, "unchanged") for name in plan.unchanged if name not in refused),
    ]


def _replaces_samples(root: str | None, folder: Path) -> bool:
    return root == str(SAMPLES.resolve()) and folder.resolve() != SAMPLES.resolve()


def _receipt(
    folder: Path, outcomes: Sequence[FileOutcome], snapshot: str | None, *, published: bool, started: float
) -> Receipt:
    ordered = tuple(sorted(outcomes, key=lambda file: file.name))
    return Receipt(str(folder), ordered, snapshot, published, round(time.monotonic() - started, 2))
