"""Whether a run may pass: no regression against the baseline and no case missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from assistant.evaluation.compare import compare
from assistant.evaluation.run import marks
from assistant.evaluation.values import Case, Comparison, Result, Run

REPEATS = 5
"""Times a case that turned wrong is asked again before it counts. Of answers that are right by chance two times in three, one
in a thousand is wrong six times running."""


def judged(baseline: Run, run: Run, ask: Callable[[Case], Result] | None = None) -> Comparison:
    """A run beside its baseline; cases that turned wrong are asked again, where they can be.

    Args:
        baseline: The blessed run.
        run: The run to judge.
        ask: Asks a case and scores the answer; None where the index of the run cannot be asked any more.
    """
    first = compare(baseline, run)
    if ask is None:
        return first
    cases = {result.case.id: result.case for result in run.results}
    repeats = {
        change.case_id: _marks_until_right(cases[change.case_id], ask)
        for change in first.changes
        if change.state == "worse" and (change.before or 0) > (change.after or 0)
    }
    return compare(baseline, run, repeats) if repeats else first


def _marks_until_right(case: Case, ask: Callable[[Case], Result]) -> list[float]:
    found: list[float] = []
    while len(found) < REPEATS and not any(found):
        found.append(marks(ask(case))["correct"].value or 0.0)
    return found


def verdict(comparison: Comparison, run: Run) -> Iterator[str]:
    """One sentence for each reason that a run does not pass, naming the case; nothing if it passes."""
    questions: Mapping[str, str] = {result.case.id: result.case.question for result in run.results}
    for change in comparison.changes:
        if change.state == "worse":
            yield f"{change.case_id} got worse: {questions[change.case_id]} — {change.why}."
        elif change.state == "missing":
            yield f"{change.case_id} is missing: {change.why}."
    yield from comparison.fallen
