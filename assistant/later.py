"""Looks in later documents for what they say of the same: what the best sentence says may hold no more."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.changing import says
from assistant.reading.contrast import figures
from assistant.reading.evidence import Evidence
from assistant.reading.settled import Afterwards
from assistant.reading.standing import may_give_way, may_have_changed
from assistant.understand import Question, names_in
from vectorstore import find_people, terms

FindIn = Callable[[Question, NDArray[np.float32], str], list[Evidence]]
FindAfter = Callable[[Question, NDArray[np.float32], str], list[Evidence]]
_TERMS = 24
"""Of the sentence, searched for."""
_KEPT = 12
_ALIKE, _FITS = 0.8, 0.5
"""Cosine of a sentence that changes what another says, and how far it must hold the kind of thing asked for."""


@dataclass(frozen=True)
class Later:
    """Finds what later documents say of what a sentence says.

    Args:
        find: Finds evidence in one document.
        after: Finds evidence in documents that are later than a day.
        amendments: The documents that change a document, by its path.
    """

    find: FindIn
    after: FindAfter
    amendments: Mapping[str, tuple[str, ...]]

    def of(self, question: Question, evidence: Sequence[Evidence]) -> Afterwards:
        """What later documents say that the best sentence may have given way to."""
        if not evidence or question.aspect == "former" or not may_give_way(question):
            return Afterwards()
        best = evidence[0]
        amending, date = self._amending(question, best), best.passage.source.date
        if amending is not None or not date or not may_have_changed(question):
            return Afterwards((), amending)
        found = self.after(_of(question, best), best.sentence.vector, date)
        return Afterwards(tuple(e for e in found if e.sentence.kind != "heading")[:_KEPT])

    def _amending(self, question: Question, best: Evidence) -> Evidence | None:
        """What a document that changes that of the best sentence says of it; None where it leaves it as it was."""
        asked = _of(question, best)
        for document in reversed(self.amendments.get(best.sentence.document, ())):
            found = [e for e in self.find(asked, best.sentence.vector, document) if e.sentence.kind != "heading"]
            fitting = [e for e in found if e.fit >= _FITS and e.sentence.kind != "row"]
            alike = max(fitting, key=lambda e: (_renames(best, e), _likeness(best, e)), default=None)
            if alike is not None and (_renames(best, alike) or _likeness(best, alike) >= _ALIKE):
                return alike
        return None


def _renames(best: Evidence, e: Evidence) -> bool:
    """Whether a sentence says that a day or number of two digits and more of another is replaced."""
    shared = figures(e.sentence.text) & figures(best.sentence.text)
    return says(e.sentence.text, "replaces") and any(len(one) > 1 for one in shared)


def _likeness(best: Evidence, e: Evidence) -> float:
    return float(best.sentence.vector @ e.sentence.vector)


def _of(question: Question, best: Evidence) -> Question:
    """A question for what a sentence says, with the kind of answer that is asked for."""
    text = best.sentence.text
    told = tuple(dict.fromkeys([*question.own_terms, *terms(text)]))[:_TERMS]
    people = [person.name(text) for person in find_people(text)]
    return replace(
        question,
        standalone=text,
        terms=told,
        own_terms=told,
        names=tuple(dict.fromkeys([*people, *names_in(f"- {text}")])),
        dates=(),
        also=(),
    )
