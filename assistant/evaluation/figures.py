"""What a report says of a run as a whole: each score with its interval, and why a case failed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.evaluation.bootstrap import interval
from assistant.evaluation.values import Comparison, Interval, Result, Run, Score

CORRECT = "correct"
SECONDS = "seconds"


@dataclass(frozen=True, slots=True)
class Figure:
    """The mean of one score over the cases it applies to."""

    name: str
    value: Interval
    advice: bool


@dataclass(frozen=True, slots=True)
class Group:
    """How many cases of a kind or language are right, and how that changed."""

    name: str
    value: Interval
    change: Interval | None


def figures(run: Run) -> tuple[Figure, ...]:
    """Every score that applies to some case, in the order the cases have them; seconds are told by `times`."""
    names = dict.fromkeys(score.name for result in run.results for score in result.scores)
    found = ((name, [mark for result in run.results if (mark := mark_of(result, name))]) for name in names)
    return tuple(
        Figure(name, interval([mark.value for mark in marks if mark.value is not None]), marks[0].advice)
        for name, marks in found
        if marks and name != SECONDS
    )


def groups(run: Run, of: Callable[[Result], str], changes: dict[str, Interval]) -> tuple[Group, ...]:
    """The share of right cases by a property of the case, most cases first."""
    marks: dict[str, list[float]] = {}
    for result in run.results:
        mark = mark_of(result, CORRECT)
        if mark is not None and mark.value is not None:
            marks.setdefault(of(result), []).append(mark.value)
    rows = (Group(name, interval(values), changes.get(name)) for name, values in marks.items())
    return tuple(sorted(rows, key=lambda row: (-row.value.n, row.name)))


def kinds_and_languages(run: Run, comparison: Comparison | None) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """The share of right cases by kind and by language."""
    by_kind = dict(comparison.by_kind) if comparison else {}
    by_language = dict(comparison.by_language) if comparison else {}
    return groups(run, lambda r: r.case.kind, by_kind), groups(run, lambda r: r.case.language, by_language)


def mark_of(result: Result, name: str) -> Score | None:
    """A score of a case, where it applies."""
    return next((score for score in result.scores if score.name == name and score.value is not None), None)


def is_right(result: Result) -> bool:
    """Whether the case is answered right."""
    mark = mark_of(result, CORRECT)
    return mark is not None and mark.value == 1.0


def times(run: Run) -> tuple[float, float] | None:
    """Median and 95th percentile of the seconds an answer took; None for a run without answers."""
    seconds = sorted(result.answer.seconds for result in run.results)
    if not seconds:
        return None
    return seconds[len(seconds) // 2], seconds[min(len(seconds) - 1, round(0.95 * (len(seconds) - 1)))]


def expected(result: Result) -> tuple[str, tuple[str, ...]]:
    """What would have been right: how to read the texts that follow, and the texts."""
    case = result.case
    if not case.answerable:
        return ("A refusal, or one of", case.answers) if case.answers else ("A refusal", ())
    if case.must_include:
        return "All of", tuple(entry.replace("|", " | ") for entry in case.must_include)
    number = (str(case.count),) if case.count is not None and str(case.count) not in case.answers else ()
    accepted = (*case.answers, *number)
    return ("One of" if len(accepted) > 1 else ""), accepted


def where_it_failed(result: Result) -> str | None:
    """The step at which a wrong case went wrong, as far as its documents tell; None for a right one."""
    if is_right(result):
        return None
    case, answer = result.case, result.answer
    if not case.answerable:
        return "Gate: what was found was taken for an answer."
    rank = next((place for place, path in enumerate(result.retrieved, 1) if path in case.documents), None)
    if case.documents and rank is None:
        return "Search: no expected document was found."
    found = f"an expected document was found at place {rank}" if rank else "no document is expected"
    if answer.outcome != "answered":
        return f"Gate: refused, though {found}."
    cited = {citation.document for citation in answer.citations}
    if not cited & set(case.documents):
        return f"Reading: the answer was taken from elsewhere, though {found}."
    missing = len(set(case.documents) - cited)
    if missing:
        return f"Reading: {missing} of {len(set(case.documents))} expected documents are not cited."
    return "Reading: the right document is cited, but not the words that answer."


def latest(runs: Iterable[Run], most: int) -> Sequence[Run]:
    """The last runs, oldest first, each once."""
    return sorted({run.id: run for run in runs}.values(), key=lambda run: (run.started, run.id))[-most:]
