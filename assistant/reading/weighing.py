"""Weigh every sentence of the best passages as evidence for an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from assistant.reading.evidence import Evidence
from assistant.reading.fitting import formed
from assistant.reading.matching import Matcher
from assistant.reading.passage import Reading
from assistant.reading.scales import Scales
from assistant.register.elsewhere import Known
from assistant.understand import Question, Wants
from vectorstore import Passage, StoredSentence

_FITS = 0.6
"""A `fit` that holds the kind of thing asked for."""
_REACH: Mapping[Wants, float] = {
    "person": 1.8,
    "date": 1.8,
    "money": 1.8,
    "number": 1.8,
    "contact": 3.0,
    "reference": 3.0,
    "reason": 4.0,
}
"""How much lower the score of a sentence with the answer may be than that of one beside it without."""

_SAME_MATTER = 0.4
"""Share of what the best sentence tells of the matter that one with a reason must tell of it, not to be the reason of another."""

_BESIDE = 0.9


def weigh(
    question: Question,
    vector: NDArray[np.float32],
    passages: Sequence[Passage],
    sentences: Mapping[int, Sequence[StoredSentence]],
    matcher: Matcher,
    about: Callable[[str], Sequence[str]],
    elsewhere: Callable[[StoredSentence], Known],
) -> list[Evidence]:
    """Every sentence of the passages, best evidence first.

    Args:
        question: What is asked.
        vector: Its embedding.
        passages: What was found.
        sentences: The sentences of each passage, by chunk.
        matcher: Compares the question's terms with text.
        about: What the header of a document says beside its title: date and venue as written.
        elsewhere: What other places say of the things that a sentence tells of.
    """
    scales = Scales(question, vector, passages, sentences)
    found = [
        evidence
        for passage in passages
        for evidence in Reading(
            question, vector, passage, matcher, about(passage.source.document), scales, elsewhere
        ).of(sentences.get(passage.chunk_id, ()))
    ]
    return _answer_first(question, sorted(found, key=lambda e: (-e.score, e.passage.source.document, e.sentence.start)))


def _answer_first(question: Question, ranked: list[Evidence]) -> list[Evidence]:
    """Put the sentence with the kind of thing asked for before a better one beside it that only speaks of the matter."""
    reach = _REACH.get(question.wants)
    if not ranked or reach is None or ranked[0].fit >= _FITS:
        return ranked
    best = ranked[0]
    near = (
        e
        for e in ranked
        if (e.passage.source.document == best.passage.source.document or _of_no_such_form(question, best))
        and e.score >= best.score - reach
        and (question.wants != "reason" or e.told >= _SAME_MATTER * best.told)
    )
    answer = max(near, key=lambda e: (e.fit >= _FITS, e.score))
    if answer.fit < _FITS:
        return ranked
    rest = [e for e in ranked if e is not answer]
    if question.wants == "reason":
        # A reason need not name what it is the reason of; the sentence beside it does.
        told, context = max(answer.told, _BESIDE * best.told), max(answer.context, _BESIDE * best.context)
        named, dated = max(answer.named, _BESIDE * best.named), max(answer.dated, _BESIDE * best.dated)
        nearness = max(answer.near, _BESIDE * best.near)
        answer = replace(answer, told=told, context=context, named=named, dated=dated, near=nearness)
    return [answer, *rest]


def _of_no_such_form(question: Question, best: Evidence) -> bool:
    """Whether the best sentence has nothing of the form asked for, or a number of other things than are counted."""
    return formed(question) and (not best.fit or (question.wants == "number" and best.fit < _FITS))
