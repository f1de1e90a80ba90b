"""The commands of whoever keeps the archive: parse, call one function, print its result."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from ui.exits import BUSY, OK, SOME_UNREAD, STOPPED, USAGE, WRONG, IndexOption, JsonOption, stop


def ingest(
    folder: Annotated[Path | None, typer.Argument(help="Folder of reports. Default: the one ingested last.")] = None,
    index: IndexOption = None,
    allow_removals: Annotated[
        bool, typer.Option("--allow-removals", help="Remove files that are gone, however many.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done and do nothing.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Go on, and ingest whatever comes; ends with Ctrl-C.")] = False,
    settle: Annotated[
        float, typer.Option("--settle", min=0.1, help="Seconds a file must be at rest before --watch reads it.")
    ] = 5.0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the receipt as JSON.")] = False,
) -> None:
    """Read a folder of reports into the index; only what changed is read again."""
    from ui.archive import open_archive
    from ui.ingesting import Order, ingest_once, keep_ingesting
    from ui.stopping import stoppable

    if watch and (dry_run or allow_removals):
        stop("--watch goes with neither --dry-run nor --allow-removals.", USAGE)
    with _said_plainly(), stoppable():
        archive = open_archive(index)
        order = Order(folder or archive.last_folder(), allow_removals=allow_removals, dry_run=dry_run, as_json=as_json)
        if watch:
            keep_ingesting(archive, order, settle)
            return
        receipt = ingest_once(archive, order)
    raise typer.Exit(SOME_UNREAD if receipt.unread else OK)


def status(index: IndexOption = None, as_json: JsonOption = False) -> None:
    """Say what the index holds and which files could not be read."""
    from ui.archive import open_archive
    from ui.receipts import status_text

    with _said_plainly():
        found = open_archive(index).index.status()
    typer.echo(status_text(found, as_json=as_json))


def doctor(index: IndexOption = None, as_json: JsonOption = False) -> None:
    """Check everything about the index, and exit 1 with what to do if something is wrong."""
    from ui.archive import open_archive
    from ui.findings import findings_text

    with _said_plainly():
        findings = open_archive(index).examine()
    wrong = any(finding.wrong for finding in findings)
    if as_json:
        typer.echo(json.dumps({"sound": not wrong, "findings": [asdict(one) for one in findings]}, ensure_ascii=False))
    else:
        typer.echo(findings_text(findings))
    raise typer.Exit(WRONG if wrong else OK)


def snapshots(
    index: IndexOption = None,
    compare: Annotated[
        tuple[str, str] | None, typer.Option("--compare", help="Two snapshots, the older first: say what changed.")
    ] = None,
    back_to: Annotated[
        str | None, typer.Option("--back-to", help="Let this snapshot answer, until the next ingest.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """List the snapshots that are kept, compare two, or go back to one; a number like 12 names one."""
    from ui.archive import open_archive
    from ui.findings import comparison_json, comparison_text, snapshots_json, snapshots_text

    with _said_plainly():
        archive = open_archive(index)
        if compare:
            old, new = (archive.named(name) for name in compare)
            compared, news = archive.compare(old, new)
            typer.echo(comparison_json(compared, news) if as_json else comparison_text(compared, news))
            return
        if back_to:
            manifest = archive.index.roll_back(archive.named(back_to))
            typer.echo(f"Snapshot {manifest.id} of {manifest.created} answers now; the next ingest goes on from it.")
            return
        current, damaged = archive.index.current(), archive.index.damaged()
        kept = [one for one in archive.index.snapshots() if one.id not in damaged]
    typer.echo(snapshots_json(kept, current, damaged) if as_json else snapshots_text(kept, current, damaged))


def versions(
    document: Annotated[str, typer.Argument(help="Path of the document inside its folder.")],
    index: IndexOption = None,
    show: Annotated[int | None, typer.Option("--show", help="Print the text of the version of this number.")] = None,
    as_json: JsonOption = False,
) -> None:
    """List what a document said before it changed, or print one of these former versions."""
    from ui.archive import open_archive
    from ui.findings import versions_text

    with _said_plainly():
        found = open_archive(index).former_versions(document)
    if show is None:
        known = [{"number": one.number, "replaced": one.replaced, "title": one.document.title} for one in found]
        typer.echo(json.dumps(known, ensure_ascii=False) if as_json else versions_text(document, found))
        return
    text = next((one.document.text for one in found if one.number == show), None)
    if text is None:
        stop(f"{document} has no former version {show}; see `sanad versions`.", USAGE)
    typer.echo(json.dumps({"number": show, "text": text}, ensure_ascii=False) if as_json else text)


@contextmanager
def _said_plainly() -> Iterator[None]:
    """Turn what somebody can act on into one sentence and an exit code."""
    from ingest import IngestError
    from vectorstore import IndexBusyError, StoreError

    try:
        yield
    except IndexBusyError as error:
        stop(str(error), BUSY)
    except (IngestError, StoreError) as error:
        stop(str(error), USAGE)
    except KeyboardInterrupt:
        stop("Stopped; what was published before still answers, and the next ingest goes on from here.", STOPPED)
