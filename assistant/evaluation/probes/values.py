"""What a probe asks with and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from assistant.evaluation.values import Case, Interval, Score
from assistant.values import Answer, Turn

Right = Callable[[Case, Answer], Score]
"""Marks an answer for correctness: 1 right, 0 wrong, None where that cannot be told."""


class Asked(Protocol):
    """Who is asked: the assistant has this shape."""

    def ask(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        as_of: date | None = None,
        without: frozenset[str] = frozenset(),
    ) -> Answer:
        """Answer a question, as if the documents named in `without` were not there."""


@dataclass(frozen=True, slots=True)
class ProbeResult:
    """What came of one probe of one case; the score's name is the name of the probe."""

    case: Case
    asked: str
    """The question that was asked instead; the case's own where only the documents were changed."""
    answer: Answer | None
    """The answer to it; None where nothing was asked."""
    score: Score


@dataclass(frozen=True, slots=True)
class ProbeSummary:
    """All results of one probe; `held` is None where it applied to no case."""

    probe: str
    held: Interval | None
    skipped: int
    """Cases it does not apply to."""
    by_language: tuple[tuple[str, float, int], ...]
    """Language, mean, number of cases; empty for the probe that compares languages."""


class Asking:
    """Asks the cases of a set, each question once however many probes need its answer."""

    def __init__(self, assistant: Asked) -> None:
        self._assistant = assistant
        self._said: dict[tuple[object, ...], Answer] = {}

    def __call__(self, case: Case, question: str | None = None, without: Iterable[str] = ()) -> Answer:
        """The answer to a case, or to another question in its place, without some of the documents."""
        text, left_out = question or case.question, frozenset(without)
        key = (text, case.history, case.as_of, left_out)
        if key not in self._said:
            self._said[key] = self._assistant.ask(text, history=case.history, as_of=case.as_of, without=left_out)
        return self._said[key]


def short(text: str, longest: int = 90) -> str:
    """The beginning of a text, in one line, for a reason."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rsplit(" ", 1)[0] + " …"
