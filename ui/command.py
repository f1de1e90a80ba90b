"""The `sanad` command: parse, call one function, print its result."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from assistant import Assistant

app = typer.Typer(
    help="Answers questions over an organisation's cooperation documents, with the exact words behind every statement.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

OK, SOME_UNREAD, USAGE, BUSY = 0, 1, 2, 3
"""Exit codes: all well; some files could not be read; usage or settings; another ingest runs."""
WORSE = 1
"""Exit code of an evaluation that got worse."""

IndexOption = Annotated[
    Path | None, typer.Option("--index", help="Folder of the index. Default: the setting, else ./index.")
]


def main() -> None:
    """Run the command."""
    app()


@app.command()
def ingest(
    folder: Annotated[Path | None, typer.Argument(help="Folder of reports. Default: the one ingested last.")] = None,
    index: IndexOption = None,
    allow_removals: Annotated[
        bool, typer.Option("--allow-removals", help="Remove files that are gone, however many.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done and do nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the receipt as JSON.")] = False,
) -> None:
    """Read a folder of reports into the index; only what changed is read again."""
    from ingest import IngestError, IngestSettings, fingerprint, run_ingest
    from ui.progress import reporting
    from ui.receipts import receipt_text
    from vectorstore import Index, IndexBusyError, StoreError, StoreSettings, load_embedder, read_settings

    try:
        settings = read_settings(StoreSettings, "store")
        place = index or settings.index
        embedder = load_embedder(settings.model)
        target = Index(place, embedder, fingerprint=fingerprint())
        source = folder or _last_folder(target)
        with reporting() as report:
            receipt = run_ingest(
                source,
                target,
                embedder,
                read_settings(IngestSettings, "ingest"),
                allow_removals=allow_removals,
                dry_run=dry_run,
                report=report,
            )
    except IndexBusyError as error:
        _stop(str(error), BUSY)
    except (IngestError, StoreError) as error:
        _stop(str(error), USAGE)
    except KeyboardInterrupt:
        _stop("Stopped; what was published before still answers, and the next ingest goes on from here.", 130)
    typer.echo(json.dumps(receipt.as_json(), ensure_ascii=False) if as_json else receipt_text(receipt, dry_run=dry_run))
    raise typer.Exit(SOME_UNREAD if receipt.unread else OK)


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="The question, in English, French or Arabic.")] = None,
    index: IndexOption = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="Answer as on this day, YYYY-MM-DD.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
    batch: Annotated[Path | None, typer.Option("--batch", help="A JSONL file of questions.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", help="Where the answers of a batch go; default stdout.")
    ] = None,
) -> None:
    """Ask a question, or a file of them, and print the cited answer."""
    from assistant import AssistantError
    from ui.batch import BatchError, answer_batch
    from ui.plain import answer_text

    if (question is None) == (batch is None):
        _stop("Give either one question or --batch FILE.", USAGE)
    try:
        assistant = _assistant(index)
        if batch is not None:
            answer_batch(assistant, batch, output)
            return
        answer = assistant.ask(question or "", as_of=_day(as_of))
    except (AssistantError, BatchError) as error:
        _stop(str(error), USAGE)
    typer.echo(json.dumps(answer.as_json(), ensure_ascii=False) if as_json else answer_text(answer))


@app.command()
def evaluate(
    questions: Annotated[list[Path], typer.Argument(help="Question sets: YAML, JSONL, CSV or Excel.")],
    index: IndexOption = None,
    baseline: Annotated[Path | None, typer.Option("--baseline", help="A blessed run to compare with.")] = None,
    bless: Annotated[bool, typer.Option("--bless", help="Make this run the new baseline, on purpose.")] = False,
    report: Annotated[Path | None, typer.Option("--report", help="Folder for report.html and report.md.")] = None,
    junit: Annotated[Path | None, typer.Option("--junit", help="File for the result as JUnit XML.")] = None,
    probes: Annotated[bool, typer.Option("--probes", help="Also ask in ways the set was not written.")] = False,
    rescore: Annotated[
        bool, typer.Option("--rescore", help="Mark the answers of the last run anew; ask nothing.")
    ] = False,
    convert: Annotated[
        Path | None, typer.Option("--convert", help="Only write the questions to this YAML or JSONL file.")
    ] = None,
) -> None:
    """Ask question sets with known answers; exit 1 if a case got worse or is missing, and name it."""
    from assistant import AssistantError
    from ui.evaluate import Order, carry_out

    order = Order(
        questions=tuple(questions),
        baseline=baseline,
        bless=bless,
        report=report,
        junit=junit,
        probes=probes,
        rescore=rescore,
        convert=convert,
    )
    try:
        passed = carry_out(order, lambda: _place(index))
    except AssistantError as error:
        _stop(str(error), USAGE)
    except KeyboardInterrupt:
        _stop("Stopped; the same command goes on from here.", 130)
    raise typer.Exit(OK if passed else WORSE)


@app.command()
def chat(
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Port on this machine.")] = 8501,
    index: IndexOption = None,
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")] = True,
) -> None:
    """Open the chat site; the first run ingests the bundled samples if there is no index."""
    from ui.serve import serve
    from vectorstore import StoreError, StoreSettings, read_settings

    try:
        place = index or read_settings(StoreSettings, "store").index
    except StoreError as error:
        _stop(str(error), USAGE)
    raise typer.Exit(serve(place.resolve(), port, open_browser))


@app.command()
def status(
    index: IndexOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Say what the index holds and which files could not be read."""
    from ui.receipts import status_text
    from vectorstore import Index, StoreError, StoreSettings, load_embedder, read_settings

    try:
        settings = read_settings(StoreSettings, "store")
        found = Index(index or settings.index, load_embedder(settings.model)).status()
    except StoreError as error:
        _stop(str(error), USAGE)
    typer.echo(status_text(found, as_json=as_json))


def _assistant(index: Path | None) -> Assistant:
    from assistant import build_assistant

    return build_assistant(_place(index))


def _place(index: Path | None) -> Path:
    """The folder of the index."""
    from assistant import AssistantError
    from vectorstore import StoreError, StoreSettings, read_settings

    try:
        return index or read_settings(StoreSettings, "store").index
    except StoreError as error:
        raise AssistantError(str(error)) from error


def _last_folder(index: object) -> Path:
    from ingest import FolderError
    from vectorstore import Index, NoIndexError

    assert isinstance(index, Index)
    try:
        root = index.status().manifest.root
    except NoIndexError:
        root = None
    if root is None:
        raise FolderError("No folder was ingested here yet; name one: sanad ingest FOLDER.")
    return Path(root)


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        _stop(f"{written} is not a day; write it as YYYY-MM-DD.", USAGE)


def _stop(message: str, code: int) -> NoReturn:
    print(message, file=sys.stderr)
    raise typer.Exit(code)


if __name__ == "__main__":
    main()
