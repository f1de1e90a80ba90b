"""A sentence weighed as evidence for an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vectorstore import Passage, StoredSentence


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence with what speaks for it; every share is between 0 and 1."""

    sentence: StoredSentence
    passage: Passage
    context: float
    """Weight of the question's terms that stand in the sentence or, in part, around and above it."""
    focus: float
    """The same for the sentence alone and the terms that the title does not already answer to."""
    told: float
    """The same for what is asked of the things named: terms that are neither names nor dates nor kinds of answer."""
    meaning: float
    """Nearness of its embedding to the question's."""
    led: float
    """Nearness of the heading or the announcing line above it."""
    apart: float
    """How far its embedding is nearer than those of the other sentences in its language, in standard deviations."""
    fit: float
    """How far it holds the kind of thing asked for."""
    named: float
    """The names asked about that stand in the sentence or, in part, around and above it; 1 where there are none."""
    names: float
    """Share of the question's names that stand in the sentence, its passage or the headings; 1 where it has none."""
    dated: float
    """How far the sentence, its surroundings or its document speak of the time asked about; 1 where none is."""
    qualified: bool
    """Whether "next", "third", "former" stand by the same noun as in the question; True where it has none."""
    header: float
    """For the date or venue line of a report: how far the report's title is what the question asks about."""
    rank: float
    """Score of its passage, over the best passage's."""
    document: float
    """Score of its document's best passage, over the best passage's."""
    near: float
    """Nearness of its whole passage's embedding to the question's."""
    recency: float
    """Place of its document's date among those of the candidates: 1 the newest."""
    turn: float
    """1 where it says what is new or final, -1 where it says what was or was planned."""
    foreign: bool
    """Whether it is in another language than the question."""
    score: float
    answers: float | None = None
    """Logarithm of the odds that it answers, of question and sentence read together; None where they were not."""


def led_by(best: Evidence, found: Sequence[Evidence]) -> list[Evidence]:
    """What was found, in its order, behind one of it."""
    return [best, *(e for e in found if e is not best)]
