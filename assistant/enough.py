"""Decides whether evidence is enough for an answer."""

from __future__ import annotations

import re

from assistant.reading.evidence import Evidence
from assistant.reading.fitting import formed
from assistant.reading.qualified import of_series
from assistant.reading.sexes import counts_others
from assistant.understand import Question, counted_terms
from assistant.variants import Vocabulary
from vectorstore import fold

_NEVER = -9.0
_TYPED = ("person", "date", "number", "money", "place", "title", "contact", "reference")
_SPEAKS_OF_IT, _NAMES_IT, _TELLS_OF_IT = 0.6, 0.4, 0.18
"""Where a share is so low that it is about another time, somebody else, or another matter."""
_EVEN, _SURELY = -2.2, 2.0
"""Logarithms of odds that it answers: where as many right answers are refused as without it, and above which no more is said by it."""
_OF_ALL = re.compile(
    r"\b(?:for|of|across|in) all (?:the |our |its |their )?[a-z]+s\b|\b(?:pour|de|dans) (?:tous les|toutes les|l'ensemble des)\b|(?<!\w)(?:ل|في |من )?(?:جميع|كافه|سائر) ال"
)
"""How a figure is told that is of all things of a sort, folded."""
_NAMED_HERE = 0.8
"""From here on, what is named stands in the sentence, beside it or above it."""
_OF_A_FORM = ("contact", "reference", "expansion")
_CLEARLY = 2.5
"""Logarithm of odds above which a sentence answers although it has not the form that the question's words seem to ask for."""
_THRESHOLD = -0.7
"""Where, of the questions whose answer is found, 2 to 3 in a hundred are refused on two archives and 10 to 25 on two of a looser
style, and of the unanswerable twins 5 to 7 in ten; `python -m tests.quality.calibrate` prints what a step either way would do."""


def margin(question: Question, best: Evidence, vocabulary: Vocabulary) -> float:
    """How far the best evidence is above what an answer needs; below 0 it is not enough.

    A logistic regression, rounded, over the questions of four archives in different styles and their unanswerable twins
    (`tests/quality/twins.py`). Fitted on three of the archives, the area under the curve on the fourth is 0.81 to 0.91.
    """
    typed = question.wants in _TYPED
    if not best.qualified and not (_answers(best) and not of_series(question)):
        return _NEVER
    if formed(question) and not best.fit and not _answers(best):
        return _NEVER
    above = (best.passage.source.title, *best.passage.headings, *best.sentence.columns)
    if _of_all(question, best) or counts_others(question.text, *above, best.sentence.text):
        return _NEVER
    value = 2.1 * best.context + 1.7 * best.told + 2.3 * best.near + 1.3 * min(1.0, len(question.terms) / 6) - 4.4
    value -= 1.9 * (1 - best.named) + 1.4 * (1 - best.dated) + 0.7 * (best.dated < _SPEAKS_OF_IT)
    value -= 0.9 * (1 - best.fit) if typed else 0.3
    value -= 1.5 * (best.named < _NAMES_IT) + 0.5 * (best.told < _TELLS_OF_IT)
    value += 1.4 * _unheard(question, vocabulary)
    value += _reread(question, best)
    return value - _THRESHOLD


def _of_all(question: Question, best: Evidence) -> bool:
    """Whether a figure is of all things of a sort, and asked for of one that neither the sentence nor a heading names."""
    asked_of_one = question.wants in ("money", "number") and question.names and best.named < _NAMED_HERE
    return bool(asked_of_one and _OF_ALL.search(fold(best.sentence.text)) and not _OF_ALL.search(fold(question.text)))


def _answers(best: Evidence) -> bool:
    """Whether reading it together with the question says clearly that it answers."""
    return best.answers is not None and best.answers >= _CLEARLY


def _reread(question: Question, best: Evidence) -> float:
    """What reading it together with the question says, which is no judge of names and years.

    Of an address, a reference, a long form or how many there are its form says more.
    """
    if best.answers is None:
        return 0.0
    said = 0.4 * (min(best.answers, _SURELY) - _EVEN)
    if said < 0:
        return 0.0 if question.wants in _OF_A_FORM or counted_terms(question) else said
    return said * best.named if best.dated >= _SPEAKS_OF_IT else 0.0


def _unheard(question: Question, vocabulary: Vocabulary) -> float:
    """Weight of the question's own terms that the archive never uses; no sentence could have shown them."""
    total = sum(vocabulary.weight(term) for term in question.own_terms)
    return (
        sum(vocabulary.weight(t) for t in question.own_terms if t not in vocabulary.frequency) / total if total else 0.0
    )
