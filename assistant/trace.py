"""How an answer came about: kept while it is made, at the price of a few references and clock readings."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from assistant.values import Answer, Asked, Candidate, Trace

if TYPE_CHECKING:
    from assistant.reading.evidence import Evidence
    from assistant.understand import Question
    from vectorstore import Passage

_SHOWN = 20
"""Sentences of the candidates that are told of, the best first."""
_STEPS = 12
"""What is looked for on the way that is told of."""
_LONGEST = 200
"""Characters of a candidate."""


_READ = ("score", "answers", "context", "focus", "meaning", "fit", "names", "dated", "header")
_FOUND = ("rank", "near", "recency", "turn")
"""What speaks for a sentence by its own words and by where it was found, see `Evidence`."""


class Recorder:
    """Notes what is done for one question; only the one who answers it writes here."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}
        self._passages: list[Passage] = []
        self._evidence: list[Evidence] = []
        self._expanded: dict[str, tuple[str, ...]] = {}
        self._sought: list[str] = []
        self.enough: float | None = None
        """How far the best evidence of the question was above what an answer needs; None where it was not weighed."""

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time a stage; what is done twice counts together."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self._seconds[name] = self._seconds.get(name, 0.0) + time.perf_counter() - began

    def expanded(self, spellings: Mapping[str, frozenset[str]], alike: Mapping[str, frozenset[str]]) -> None:
        """What was searched for besides the question's own terms, by term."""
        for term in dict.fromkeys([*spellings, *alike]):
            words = sorted(spellings.get(term, frozenset()) | alike.get(term, frozenset()))
            if words:
                self._expanded[term] = tuple(words)

    def sought(self, text: str) -> None:
        """A question, or part of one, that evidence is looked for."""
        self._sought.append(text)

    def found(self, passages: Sequence[Passage]) -> None:
        """The passages found, best first."""
        self._passages.extend(passages)

    def weighed(self, evidence: Sequence[Evidence]) -> None:
        """The sentences weighed, best first."""
        self._evidence.extend(evidence)

    def decided(self, spare: float) -> None:
        """How far evidence was above what an answer needs; that of the whole question comes first."""
        self.enough = spare if self.enough is None else self.enough

    def trace(self, question: Question, answer: Answer, asked: Asked | None) -> Trace:
        """All that was noted, for the answer it led to."""
        return Trace(
            asked=asked,
            standalone=question.standalone,
            language=question.language,
            wants=(question.wants, *question.also),
            terms=question.terms,
            names=question.names,
            dates=tuple(found.iso or "" for found in question.dates),
            expanded=dict(self._expanded),
            passages=tuple(_passage(passage, place) for place, passage in enumerate(self._passages, 1)),
            candidates=tuple(_candidate(e, answer) for e in self._evidence[:_SHOWN]),
            weighed=len(self._evidence),
            steps=tuple(dict.fromkeys(text for text in self._sought if text != question.standalone))[:_STEPS],
            seconds={name: round(spent, 5) for name, spent in self._seconds.items()},
        )


def _passage(passage: Passage, place: int) -> Mapping[str, str | int | float | None]:
    return {
        "place": place,
        "document": passage.source.document,
        "start": passage.start,
        "end": passage.end,
        "score": round(passage.score, 5),
        "dense_rank": passage.dense_rank,
        "lexical_rank": passage.lexical_rank,
        "similarity": None if passage.similarity is None else round(passage.similarity, 4),
    }


def _candidate(evidence: Evidence, answer: Answer) -> Candidate:
    sentence = evidence.sentence
    place = (sentence.document, sentence.start, sentence.end)
    kept = place in {(citation.document, citation.start, citation.end) for citation in answer.citations}
    return Candidate(
        document=sentence.document,
        start=sentence.start,
        end=sentence.end,
        words=sentence.text[:_LONGEST],
        kept=kept,
        why="cited" if kept else _why_dropped(evidence, answer),
        scores={
            name: round(float(value), 3) for name in (*_READ, *_FOUND) if (value := getattr(evidence, name)) is not None
        },
    )


def _why_dropped(evidence: Evidence, answer: Answer) -> str:
    """The first of the things that speak against a sentence."""
    if answer.outcome != "answered":
        return f"refused: {answer.reason}"
    if not evidence.qualified:
        return "about another one of its kind"
    if evidence.names < 1:
        return "lacks a name asked about"
    if evidence.dated < 0.5:
        return "about another time"
    if not evidence.fit:
        return "holds nothing of the kind asked for"
    if evidence.turn < 0:
        return "says what was before"
    return "weaker than what is cited"
