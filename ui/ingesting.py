"""Runs ingests for the command and prints their receipts."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ingest import run_ingest, watch
from ui.progress import reporting
from ui.proposals import proposer_of
from ui.receipts import receipt_text
from vectorstore import Progress

if TYPE_CHECKING:
    from ingest import Receipt
    from ui.archive import Archive


@dataclass(frozen=True, slots=True)
class Order:
    """What to ingest, and how."""

    folder: Path
    allow_removals: bool = False
    dry_run: bool = False
    as_json: bool = False


def ingest_once(archive: Archive, order: Order, waiting: frozenset[str] = frozenset()) -> Receipt:
    """Ingest the folder but for files that are still being written, and print the receipt.

    Raises:
        IngestError, StoreError: It could not be done.
    """
    with reporting() as report:
        receipt = run_ingest(
            order.folder,
            archive.index,
            archive.embedder,
            archive.settings,
            allow_removals=order.allow_removals,
            dry_run=order.dry_run,
            waiting=waiting,
            proposer=proposer_of(archive.settings),
            report=report,
        )
        if receipt.published:
            report(Progress("register", 0, 1))
            _prepare(archive)
    said = json.dumps(receipt.as_json(), ensure_ascii=False) if order.as_json else ""
    print(said or receipt_text(receipt, dry_run=order.dry_run), flush=True)
    return receipt


def _prepare(archive: Archive) -> None:
    """Make the register of what was published, so that whoever asks next does not wait for it."""
    from assistant import AssistantError, build_assistant

    with suppress(AssistantError):  # said again, and heard, when somebody asks
        build_assistant(archive.index.directory, archive.embedder).prepare()


def keep_ingesting(archive: Archive, order: Order, settle: float) -> None:
    """Ingest whenever files have come to rest, until the process is asked to end."""
    print(f"Watching {order.folder}; Ctrl-C ends it.", file=sys.stderr, flush=True)
    try:
        watch(order.folder, lambda waiting: _ingest_quietly(archive, order, waiting), _complain, settle=settle)
    except KeyboardInterrupt:
        print("Stopped watching; what was published answers.", file=sys.stderr)


def _ingest_quietly(archive: Archive, order: Order, waiting: frozenset[str]) -> None:
    ingest_once(archive, order, waiting)


def _complain(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
