"""The `sanad` command: parse, call one function, print its result."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.archive_commands import doctor, ingest, snapshots, status, versions
from ui.exits import OK, STOPPED, USAGE, WRONG, IndexOption, stop

if TYPE_CHECKING:
    from assistant import Assistant

app = typer.Typer(
    help="Answers questions over an organisation's cooperation documents, with the exact words behind every statement.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run the command."""
    app()


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="The question, in English, French or Arabic.")] = None,
    index: IndexOption = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="Answer as on this day, YYYY-MM-DD.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
    trace: Annotated[bool, typer.Option("--trace", help="With --json: also how the answer came about.")] = False,
    link: Annotated[
        bool, typer.Option("--link", help="Keep the answer, to be shown again: sanad replay LINK.")
    ] = False,
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
        stop("Give either one question or --batch FILE.", USAGE)
    try:
        assistant = _assistant(index)
        if batch is not None:
            answer_batch(assistant, batch, output)
            return
        answer = assistant.ask(question or "", as_of=_day(as_of))
        kept = assistant.link(answer) if link else None
    except (AssistantError, BatchError) as error:
        stop(str(error), USAGE)
    typer.echo(json.dumps(answer.as_json(trace=trace), ensure_ascii=False) if as_json else answer_text(answer))
    if warning := assistant.overview().warning:
        print(warning, file=sys.stderr)
    if kept is not None:
        print(f"Link: {kept}", file=sys.stderr)


@app.command()
def replay(
    link: Annotated[str, typer.Argument(help="A link that `sanad ask --link` gave.")],
    index: IndexOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
) -> None:
    """Show a linked answer again, from the snapshot it came from; exit 1 if it is no longer the same."""
    from assistant import AssistantError
    from ui.plain import answer_text

    try:
        found = _assistant(index).replay(link)
    except AssistantError as error:
        stop(str(error), USAGE)
    typer.echo(json.dumps(found.answer.as_json(), ensure_ascii=False) if as_json else answer_text(found.answer))
    if not found.identical:
        stop("The software that answers has changed since: this is not to the letter the answer of then.", WRONG)


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
        stop(str(error), USAGE)
    except KeyboardInterrupt:
        stop("Stopped; the same command goes on from here.", STOPPED)
    raise typer.Exit(OK if passed else WRONG)


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
        stop(str(error), USAGE)
    raise typer.Exit(serve(place.resolve(), port, open_browser))


for command in (ingest, status, doctor, snapshots, versions):
    app.command()(command)


@app.command()
def glossary(
    index: IndexOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON, with the words that say so.")] = False,
) -> None:
    """List the short forms that the documents explain, with everything they stand for."""
    from assistant import AssistantError
    from ui.plain import glossary_text

    try:
        terms = _assistant(index).glossary()
    except AssistantError as error:
        stop(str(error), USAGE)
    typer.echo(json.dumps([t.as_json() for t in terms], ensure_ascii=False) if as_json else glossary_text(terms))


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


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        stop(f"{written} is not a day; write it as YYYY-MM-DD.", USAGE)


if __name__ == "__main__":
    main()
