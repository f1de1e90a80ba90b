"""A run, a comparison and the probes as text for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.evaluation import Change, Comparison, Interval, Result, Run
from assistant.evaluation.bootstrap import interval
from assistant.evaluation.run import marks

if TYPE_CHECKING:
    from assistant.evaluation.probes import ProbeSummary

_WIDTH = 24
_STATES = ("better", "worse", "new", "missing")


def scorecard_text(run: Run) -> str:
    """The means of a run with their 95 % intervals, over the cases that each score applies to."""
    names = dict.fromkeys(mark.name for result in run.results for mark in result.scores)
    seconds = sum(result.answer.seconds for result in run.results)
    lines = [f"{len(run.results)} questions of {run.set_name}, snapshot {run.snapshot}, {seconds:.1f} s of answering"]
    advice = {mark.name for result in run.results for mark in result.scores if mark.advice}
    lines += [
        _line(f"{name} (advice)" if name in advice else name, values)
        for name in names
        if (values := _values(run.results, name))
    ]
    lines += _groups(run, "correct by kind", lambda result: result.case.kind)
    lines += _groups(run, "correct by language", lambda result: result.case.language)
    return _printable(lines)


def comparison_text(comparison: Comparison, run: Run, verdict: Sequence[str]) -> str:
    """What changed, and why the run does not pass if it does not."""
    counts = ", ".join(f"{len(_in_state(comparison, state))} {state}" for state in _STATES)
    difference = comparison.difference.get("correct")
    lines = [f"Compared with the baseline: {counts}" + (f"; correct {_signed(difference)}" if difference else "")]
    lines += [f"  better: {change.case_id}: {change.why}" for change in _in_state(comparison, "better")]
    lines += [f"REGRESSION: {sentence}" for sentence in verdict] or ["No regression."]
    return _printable(lines)


def probes_text(summaries: Iterable[ProbeSummary]) -> str:
    """How often each probe held; the cases in which it did not are in the report."""
    lines = ["Probes (share of cases that held)"]
    for summary in summaries:
        shown = _shown(summary.held) if summary.held else "applies to no case"
        lines.append(f"  {summary.probe:<{_WIDTH}}{shown}")
    return _printable(lines)


def _groups(run: Run, title: str, group_of: Callable[[Result], str]) -> Iterator[str]:
    yield title
    for group in sorted({group_of(result) for result in run.results}):
        values = _values([result for result in run.results if group_of(result) == group], "correct")
        yield _line(group, values)


def _values(results: Iterable[Result], name: str) -> list[float]:
    found = (marks(result).get(name) for result in results)
    return [mark.value for mark in found if mark is not None and mark.value is not None]


def _line(name: str, values: Sequence[float]) -> str:
    return f"  {name:<{_WIDTH}}{_shown(interval(values))}"


def _shown(found: Interval) -> str:
    return f"{found.mean:6.3f}  ({found.low:.3f} to {found.high:.3f}, n={found.n})"


def _signed(found: Interval) -> str:
    return f"{found.mean:+.3f} ({found.low:+.3f} to {found.high:+.3f}, n={found.n})"


def _in_state(comparison: Comparison, state: str) -> list[Change]:
    return [change for change in comparison.changes if change.state == state]


def _printable(lines: Iterable[str]) -> str:
    return "\n".join("".join(c for c in line if c.isprintable()) for line in lines)
