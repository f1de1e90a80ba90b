"""Whether what was found is enough for an answer, and the reason for which it is not."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.archive import Archive
from assistant.enough import margin
from assistant.finding import Finder
from assistant.reading.evidence import Evidence, led_by
from assistant.refuse import Refusal, outside, unknown_name, unread_holding
from assistant.trace import Recorder
from assistant.understand import Question

_COMPARED, _BEHIND = 5, 1.0
"""How many of the best sentences are looked at across languages, and how far their score may lie behind."""


class Judge:
    """Decides over one snapshot whether evidence is enough.

    Args:
        archive: What there is, and the words it uses.
        finder: Knows the names that a question means.
        strictness: 1 as measured; what is above asks for more.
        recorder: Notes how far the evidence was above what an answer needs.
    """

    def __init__(self, archive: Archive, finder: Finder, strictness: float, recorder: Recorder) -> None:
        self._archive, self._finder, self._strictness, self._recorder = archive, finder, strictness, recorder

    def refusal(self, question: Question, evidence: Sequence[Evidence]) -> Refusal | None:
        """Why a question is not answered; None where the best evidence is enough."""
        vocabulary, matcher = self._archive.vocabulary, self._finder.matcher(question)
        name = unknown_name(question, vocabulary, matcher.variants, matcher.aliases)
        if name is not None:
            return Refusal("unknown_name", name)
        if year := outside(question, *self._archive.years, vocabulary):
            return Refusal("outside_dates", year)
        if evidence and self.is_enough(question, evidence[0]):
            return None
        unread = unread_holding(question, self._archive.snapshot.files(), vocabulary.weight)
        return Refusal("unread_document", unread) if unread else Refusal("not_in_documents")

    def sufficient_first(self, question: Question, evidence: list[Evidence]) -> list[Evidence]:
        """Put what is enough before a better sentence that is not, where one is in another language: their scores compare badly."""
        if not evidence or self.is_enough(question, evidence[0]):
            return evidence
        best = evidence[0]
        near = (e for e in evidence[1:_COMPARED] if e.score >= best.score - _BEHIND and (e.foreign or best.foreign))
        found = next((e for e in near if self.is_enough(question, e)), None)
        return led_by(found, evidence) if found else evidence

    def spare(self, question: Question, evidence: Evidence) -> float:
        """How far evidence is above what an answer needs."""
        return margin(question, evidence, self._archive.vocabulary) - (self._strictness - 1.0)

    def is_enough(self, question: Question, best: Evidence) -> bool:
        """Whether evidence is above what an answer needs."""
        spare = self.spare(question, best)
        self._recorder.decided(spare)
        return spare > 0
