"""Scores: plain functions from a case and its answer to one mark that explains itself, or says that it does not apply."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.evaluation.scores.citations import (
    StoredText,
    citation_precision,
    citation_recall,
    evidence,
    grounded,
    quotes,
)
from assistant.evaluation.scores.correctness import correct, count, false_premise, must_include
from assistant.evaluation.scores.manner import brevity, language, seconds
from assistant.evaluation.scores.refusals import refusal_precision, refusal_reason, refusal_recall
from assistant.evaluation.scores.retrieval import hit, ndcg, reciprocal_rank
from assistant.evaluation.values import Case, Score
from assistant.values import Answer

__all__ = ["StoredText", "correct", "score"]

_OF_ANSWERS = (
    correct,
    must_include,
    count,
    brevity,
    citation_precision,
    citation_recall,
    evidence,
    grounded,
    refusal_precision,
    refusal_recall,
    refusal_reason,
    false_premise,
    language,
    seconds,
)
_OF_SEARCH = (hit, reciprocal_rank, ndcg)


def score(case: Case, answer: Answer, retrieved: Sequence[str], stored_text: StoredText) -> tuple[Score, ...]:
    """Every score of a case, those that do not apply included.

    Args:
        case: What is known of the right answer.
        answer: What was said.
        retrieved: Paths of the documents of the passages found, best first.
        stored_text: The stored text of a document.
    """
    return (
        *(mark(case, answer) for mark in _OF_ANSWERS),
        quotes(case, answer, stored_text),
        *(mark(case, retrieved) for mark in _OF_SEARCH),
    )
