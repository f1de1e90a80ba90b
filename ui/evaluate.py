"""`sanad evaluate`: ask question sets, compare with the baseline, and write what came of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.evaluation import Comparison, EvaluationError, Run
from assistant.evaluation.check import check_set
from assistant.evaluation.gate import judged, verdict
from assistant.evaluation.run import asking, rescore_latest, run_set, stored_texts
from assistant.evaluation.sets import QuestionSet, read_sets, write_set
from assistant.evaluation.store import RunStore, read_run, write_run
from ui.progress import reporting
from ui.scorecard import comparison_text, probes_text, scorecard_text
from vectorstore import Progress

if TYPE_CHECKING:
    from assistant import Assistant
    from assistant.evaluation.probes import ProbeResult

RUNS = "evaluations"
"""Folder of the runs, inside the index."""
_HISTORY = 20
"""Earlier runs shown in the report."""


@dataclass(frozen=True, slots=True)
class Order:
    """What the command was asked to do; its options by name."""

    questions: tuple[Path, ...]
    baseline: Path | None = None
    bless: bool = False
    report: Path | None = None
    junit: Path | None = None
    probes: bool = False
    rescore: bool = False
    convert: Path | None = None


def carry_out(order: Order, index: Callable[[], Path]) -> bool:
    """Do what was ordered and print it; results on stdout, warnings on stderr.

    Args:
        order: What to do.
        index: Finds the folder of the index; called when the questions are read.

    Returns:
        Whether nothing got worse and nothing is missing.

    Raises:
        AssistantError: A set, a baseline or the index cannot be used, or a file cannot be written.
    """
    questions = read_sets(order.questions)
    if order.convert is not None:
        write_set(order.convert, questions.cases)
        print(f"{len(questions.cases)} questions written to {order.convert}.")
        return True
    baseline = _baseline(order)
    assistant, store = _opened(index())
    _warn(_checked(questions, assistant))
    run = _rescored(questions, assistant, store) if order.rescore else _asked(questions, assistant, store)
    print(scorecard_text(run))
    comparison = _compared(baseline, run, assistant) if baseline else None
    probed = _probed(questions, assistant) if order.probes else ()
    _write(order, run, comparison, probed, store)
    return order.bless or comparison is None or not comparison.regressed


def _opened(place: Path) -> tuple[Assistant, RunStore]:
    from assistant import build_assistant

    return build_assistant(place), RunStore(place / RUNS, warn=lambda sentence: _warn((sentence,)))


def _checked(questions: QuestionSet, assistant: Assistant) -> tuple[str, ...]:
    texts = stored_texts(assistant)
    return check_set(
        questions,
        [document.path for document in assistant.documents()],
        lambda path: texts(path) or "",
        unread=[file.name for file in assistant.overview().unread],
    )


def _asked(questions: QuestionSet, assistant: Assistant, store: RunStore) -> Run:
    with reporting() as report:
        return run_set(
            questions.name,
            questions.cases,
            assistant,
            store,
            now=datetime.now(UTC),
            report=lambda done, total, id: report(Progress("asking", done, total, id)),
        )


def _rescored(questions: QuestionSet, assistant: Assistant, store: RunStore) -> Run:
    return rescore_latest(questions.name, questions.cases, assistant, store)


def _baseline(order: Order) -> Run | None:
    if order.baseline is None and order.bless:
        raise EvaluationError("--bless writes the run as a baseline; name its file with --baseline FILE.")
    if order.baseline is None or (order.bless and not order.baseline.exists()):
        return None
    if not order.baseline.exists():
        raise EvaluationError(f"There is no baseline {order.baseline} yet; make this run the first one with --bless.")
    return read_run(order.baseline)


def _compared(baseline: Run, run: Run, assistant: Assistant) -> Comparison:
    current = assistant.manifest().id == run.snapshot
    comparison = judged(baseline, run, asking(assistant, run.snapshot) if current else None)
    _warn(comparison.warnings)
    print(comparison_text(comparison, run, tuple(verdict(comparison, run))))
    return comparison


def _write(
    order: Order, run: Run, comparison: Comparison | None, probed: Sequence[ProbeResult], store: RunStore
) -> None:
    if order.report is not None:
        from assistant.evaluation.report_html import html_report
        from assistant.evaluation.report_markdown import markdown_report

        with _writing(order.report):
            order.report.mkdir(parents=True, exist_ok=True)
            history = store.finished(run.set_name)[-_HISTORY:]
            (order.report / "report.html").write_text(html_report(run, comparison, history, probed), encoding="utf-8")
            (order.report / "report.md").write_text(markdown_report(run, comparison, probed), encoding="utf-8")
        print(f"Report: {order.report / 'report.html'}")
    if order.junit is not None:
        from assistant.evaluation.junit import junit_xml

        with _writing(order.junit):
            order.junit.write_text(junit_xml(run, comparison), encoding="utf-8")
    if order.bless and order.baseline is not None:
        write_run(order.baseline, run)
        print(f"Blessed: {order.baseline} is now run {run.id}.")


def _probed(questions: QuestionSet, assistant: Assistant) -> tuple[ProbeResult, ...]:
    from assistant.evaluation.probes import probe, summarise

    documents = [assistant.stored_document(about.path) for about in assistant.documents()]
    with reporting() as report:
        results = probe(
            questions.cases,
            assistant,
            documents,
            report=lambda done, total: report(Progress("probing", done, total)),
        )
    print(probes_text(summarise(results)))
    return results


@contextmanager
def _writing(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise EvaluationError(f"{place} cannot be written: {error.strerror}.") from error


def _warn(sentences: tuple[str, ...]) -> None:
    for sentence in sentences:
        print(f"WARNING: {sentence}", file=sys.stderr)
