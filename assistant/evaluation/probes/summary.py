"""Each probe in a line: how often it held, with its interval."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.evaluation.bootstrap import interval
from assistant.evaluation.probes.languages import LANGUAGES
from assistant.evaluation.probes.values import ProbeResult, ProbeSummary


def summarise(results: Sequence[ProbeResult]) -> tuple[ProbeSummary, ...]:
    """A line for each probe, in the order they were put."""
    return tuple(_line(name, results) for name in dict.fromkeys(result.score.name for result in results))


def _line(name: str, results: Sequence[ProbeResult]) -> ProbeSummary:
    own = [result for result in results if result.score.name == name]
    marks = [result.score.value for result in own if result.score.value is not None]
    languages = () if name == LANGUAGES else tuple(_languages(own))
    return ProbeSummary(name, interval(marks) if marks else None, len(own) - len(marks), languages)


def _languages(results: Sequence[ProbeResult]) -> Iterator[tuple[str, float, int]]:
    for language in dict.fromkeys(result.case.language for result in results):
        marks = [r.score.value for r in results if r.case.language == language and r.score.value is not None]
        if marks:
            yield language, sum(marks) / len(marks), len(marks)
