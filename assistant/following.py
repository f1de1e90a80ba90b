"""What a follow-up asks for, in the document that the conversation is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.bridging import Embed, Spare
from assistant.concepts import asking_words
from assistant.reading.evidence import Evidence
from assistant.understand import Question, names_in, understand
from vectorstore import terms

FindIn = Callable[[Question, NDArray[np.float32], str | None], list[Evidence]]
"""The evidence for a question, best first; of one document where that is named."""
_FITS, _HOLDS = 0.5, 0.6
"""How far what answers must be of the kind asked for: alone, and with what is taken over."""
_SEVERAL = 2
"""Telling words that say enough without what is taken over."""
_SHARES, _LEADS = 0.3, 0.8
"""Of a follow-up's own words what a sentence of the document must have, and how far it must be ahead of the next."""


@dataclass(frozen=True)
class Follower:
    """Keeps to the document that the earlier question was answered from, where the follow-up names no other thing."""

    embed: Embed
    find: FindIn
    spare: Spare

    def focused(self, question: Question, evidence: Sequence[Evidence]) -> tuple[Question, list[Evidence]] | None:
        """What a follow-up asks with its evidence in the document spoken of; None where it is best read as any question.

        Alone where one sentence of the document is clearly ahead for that; otherwise with what it takes over, where that
        would lead to another document.

        Args:
            question: The follow-up.
            evidence: Of the whole archive for all that it says, best first.
        """
        own = self._own(question)
        spoken_of = self.document(question) if own is not None else None
        if own is None or spoken_of is None:
            return None
        stays = bool(evidence) and evidence[0].sentence.document == spoken_of
        enough = stays and self.spare(question, evidence[0]) > 0
        found = self.find(own, self.embed(own.standalone), spoken_of)
        if self._is_clear(own, found) and not (enough and len(_telling(own)) < _SEVERAL):
            return own, found
        if stays:
            return None
        whole = self.find(question, self.embed(question.standalone), spoken_of)
        holds = bool(whole) and whole[0].fit >= _HOLDS and self.spare(question, whole[0]) > 0
        return (question, whole) if holds else None

    def _is_clear(self, own: Question, found: Sequence[Evidence]) -> bool:
        """Whether one sentence answers a follow-up alone, and no other comes near."""
        if not found or found[0].fit < _FITS or found[0].context < _SHARES:
            return False
        ahead = found[0].score - (found[1].score if len(found) > 1 else 0.0)
        return ahead >= _LEADS or self.spare(own, found[0]) > 0

    def _own(self, question: Question) -> Question | None:
        """What a follow-up asks itself; None where it only names another thing, or asks for another time."""
        alone = understand(question.text, (), question.as_of)
        if not _telling(alone) or alone.dates or question.own_terms != alone.own_terms:
            return None
        return replace(alone, wants=question.wants, language=question.language, leans=True)

    def document(self, question: Question) -> str | None:
        """The document that the earlier question is answered from; None where nothing is, or another thing is named now."""
        if not question.before:
            return None
        earlier = understand(question.before, (), question.as_of)
        found = self.find(earlier, self.embed(earlier.standalone), None)
        if not found or self.spare(earlier, found[0]) <= 0:
            return None
        best = found[0]
        named = {term for name in names_in(question.text) for term in terms(name)}
        said = set(terms(" ".join([best.passage.source.title, best.passage.text])))
        return best.sentence.document if named <= said else None


def _telling(question: Question) -> list[str]:
    return [term for term in question.terms if term not in asking_words()]
