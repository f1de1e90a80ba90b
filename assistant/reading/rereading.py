"""Reads the best sentences again, each together with the question, and orders them anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.reading.evidence import Evidence
from assistant.reading.qualified import of_series
from assistant.reading.span import label
from assistant.understand import Question

_READ, _BEHIND = 8, 2.5
"""Sentences read again at most, and how far their score may lie behind the first one's: as many as are worth it on eleven archives."""
_WEIGHT, _DOUBTED, _SURELY = 0.25, 0.3, 1.0
"""What the logarithm of odds that it answers counts beside what else speaks for a sentence, and how much more up to where it surely
does: a sentence that reading doubts gives way sooner than one that answers to another that does so still more clearly. Of 437 questions
of eleven archives the first sentence answers 0.71, and 0.68 with five sentences and one weight for all."""
_OF_ITS_TIME, _OF_ANOTHER = 0.6, 0.3
"""From where a sentence is of the time asked about, and what reading counts for one that is not, or is of another number of a series.

It is no judge of names, years and numbers.
"""
AS_LIKELY, _HARDLY = -1.8, -5.0
"""Logarithms of odds of a sentence of which reading says nothing, and below which one is as little an answer as another."""
_LABELLED_WORDS = 12
_TITLE, _HEADING, _SENTENCE = 80, 60, 400
"""Characters read of a title, of a heading and of a sentence."""


class Reranker(Protocol):
    """Reads a question and sentences together."""

    def scores(self, question: str, sentences: Sequence[str]) -> NDArray[np.float32]:
        """How far each sentence answers the question, as logarithms of odds against "none of them does"."""


def reread(question: Question, evidence: Sequence[Evidence], reranker: Reranker) -> list[Evidence]:
    """The evidence in the order that reading the best of it together with the question gives.

    The first may have been put before better ones for what it holds; it then counts as much as the best of them.
    """
    if not evidence:
        return []
    first, best = evidence[0], max(e.score for e in evidence)
    near = [replace(first, score=best), *(e for e in evidence[1:_READ] if e.score >= first.score - _BEHIND)]
    read = [e for e in near if not labelled(e)]
    scores = np.maximum(_HARDLY, reranker.scores(question.standalone, [as_read(e) for e in read]))
    said = {e.sentence: float(score) for e, score in zip(read, scores, strict=True)}
    series = of_series(question)
    again = [_told(e, said.get(e.sentence), other=series and not e.qualified) for e in near]
    lifted = max(e.score for e in again) - best
    chosen = {e.sentence for e in near}
    rest = [replace(e, score=e.score + lifted) for e in evidence if e.sentence not in chosen]
    return [*sorted(again, key=lambda e: -e.score), *rest]


def in_context(title: str, heading: str, text: str, columns: Sequence[str]) -> str:
    """A sentence, or a row with the names of its columns, under the title and the heading it stands under."""
    cells = [cell.strip() for cell in text.split("|")]
    if columns and len(columns) == len(cells):
        text = "; ".join(f"{name}: {cell}" if name else cell for name, cell in zip(columns, cells, strict=True) if cell)
    above = [title[:_TITLE]] + ([heading[:_HEADING]] if heading and heading != title else [])
    return ". ".join([*above, text[:_SENTENCE]])


def _told(evidence: Evidence, said: float | None, *, other: bool) -> Evidence:
    odds = AS_LIKELY if said is None else said
    headed = said is None and evidence.header > 0  # the line of a report that begins with what is asked for
    sure = _SURELY if headed else odds
    more = _DOUBTED * (min(sure, _SURELY) - AS_LIKELY)
    if more > 0:
        more *= evidence.named**2 * (1.0 if evidence.dated >= _OF_ITS_TIME and not other else _OF_ANOTHER)
    return replace(evidence, answers=said, score=evidence.score + _WEIGHT * odds + more)


def labelled(evidence: Evidence) -> bool:
    """Whether it is "Venue: Port Almina": its label and its document's title tell what it is, and no model has to."""
    sentence = evidence.sentence
    short = len(sentence.text.split()) <= _LABELLED_WORDS
    return short and sentence.kind != "row" and label(sentence.text) is not None


def as_read(evidence: Evidence) -> str:
    """A sentence as it is read together with a question."""
    sentence, passage = evidence.sentence, evidence.passage
    heading = passage.headings[-1] if passage.headings else ""
    return in_context(passage.source.title, heading, sentence.text, sentence.columns)
