"""Which of several parts of a sentence a question means: the one with its words nearest around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from assistant.reading.matching import Matcher
from assistant.understand import Question
from vectorstore import terms

T = TypeVar("T")
WORD = re.compile(r"\w[\w'’.-]*")


def closest(
    spans: Sequence[T],
    text: str,
    question: Question,
    matcher: Matcher,
    at: Callable[[T], tuple[int, int]],
    *,
    focus: frozenset[str] = frozenset(),
    after_cue: int = -1,
) -> T | None:
    """The span with the question's words nearest around it, said so or in other words; those in `focus` count threefold."""
    places = [
        (m.start(), worth)
        for m in WORD.finditer(text)
        if (found := frozenset(terms(m.group())))
        and (
            worth := 3.0 if found & focus else max((matcher.worth(term, found) for term in question.terms), default=0.0)
        )
    ]

    def nearness(span: T) -> float:
        start, end = at(span)
        around = sum(worth / (1 + _gap(text, start, end, place) / 12) for place, worth in places)
        return around + (1.0 if 0 <= after_cue < start else 0.0)

    return max(spans, key=lambda span: (nearness(span), -at(span)[0]), default=None)


def _gap(text: str, start: int, end: int, place: int) -> int:
    """Characters between a word and a span; a stop between them counts as thirty more."""
    if start <= place < end:
        return 0
    between = text[end:place] if place >= end else text[place:start]
    return len(between) + 30 * len(re.findall(r"[;.؛]\s", between))
