"""Which sentence answers what is asked in the light of an answer just given: near to its words, and near in meaning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.reading.evidence import Evidence
from assistant.reading.fitting import formed
from assistant.reading.rereading import AS_LIKELY, Reranker, as_read, labelled
from assistant.understand import Question
from assistant.values import Citation
from vectorstore import StoredSentence

Spot = Citation | StoredSentence
"""Where something stands that was just said."""
Around = Callable[[Question, NDArray[np.float32], Sequence[Spot]], list[Evidence]]
"""The sentences of one document around some of its places and what is found there, weighed for a question."""
_READ = 7
"""Sentences read together with what is asked: the best by all else."""
_SPREAD, _USUAL = 10.0, 0.8
"""What a cosine is taken from and multiplied with, so that it counts as much as what is 0 or 1."""
_HARDLY, _HALF = -5.0, 2.0
"""Odds below which one sentence is as little an answer as another, and what they are divided by."""
_ALONE, _TOGETHER, _SAME, _FITS, _TOLD, _HEADING = 1.1, 1.3, 1.1, 2.0, 1.2, 0.4
_READ_ALONE, _READ_TOGETHER = 1.4, 0.9
_NEAR = ((0, 0.6), (1, 0.6), (3, 0.2))
"""The weights of a conditional logistic regression over 49 follow-ups in three languages, rounded; those of the follow-up's own
words and of the kind of thing it asks for are set so that archives in other styles lose nothing."""
_FAR = 99
_WHOLE = 0.8
"""What a sentence has of a follow-up's words that says all of it."""
_FITS_KIND, _LIKELY = 0.5, 1.5
"""How far an answer must be of the kind asked for where that has a form, and the score of what is likely enough one."""


@dataclass(frozen=True)
class Nearby:
    """Ranks the sentences of documents that an earlier answer rests on.

    Args:
        embed: Embeds a question.
        around: Finds the sentences of a document around some places.
        of: The sentences of a document, in order.
        reranker: Reads a question and sentences together; None where the model has none.
    """

    embed: Callable[[str], NDArray[np.float32]]
    around: Around
    of: Callable[[str], Sequence[StoredSentence]]
    reranker: Reranker | None

    def ranked(self, own: Question, earlier: str, places: Sequence[Spot], most: int) -> list[Evidence]:
        """The sentences of the documents that some places are in, the likeliest answer first, each scored by the odds that it is.

        Args:
            own: What is asked, by its own words.
            earlier: The question before it.
            places: What the earlier answer rests on.
            most: Documents that are looked at.
        """
        asked = self._asked(own, earlier)
        found: list[Evidence] = []
        for document in list(dict.fromkeys(place.document for place in places))[:most]:
            here = [place for place in places if place.document == document]
            spots = _Spots.of(self.of(document), here)
            found += [replace(e, score=_score(own, e, spots, asked)) for e in self.around(own, asked.alone, here)]
        found.sort(key=lambda e: -e.score)
        return [*sorted(self._read(asked, found[:_READ]), key=lambda e: -e.score), *found[_READ:]]

    def elsewhere(self, own: Question, earlier: str, evidence: Evidence) -> float:
        """The same score of a sentence that stands near nothing said before."""
        asked = self._asked(own, earlier)
        (read,) = self._read(asked, [replace(evidence, score=_score(own, evidence, None, asked))])
        return read.score

    def _asked(self, own: Question, earlier: str) -> _Asked:
        together = f"{earlier} {own.text}".strip()
        return _Asked(own.text, together, self.embed(own.text or " "), self.embed(together or " "))

    def _read(self, asked: _Asked, evidence: Sequence[Evidence]) -> list[Evidence]:
        """Sentences read together with what is asked, by itself and behind the earlier question."""
        if self.reranker is None:
            return list(evidence)
        texts = [as_read(e) for e in evidence if not labelled(e)]
        read = zip(self.reranker.scores(asked.own, texts), self.reranker.scores(asked.whole, texts), strict=True)
        return [_told(e, *((AS_LIKELY, AS_LIKELY) if labelled(e) else next(read))) for e in evidence]


@dataclass(frozen=True)
class _Asked:
    """What is asked by itself and behind the earlier question, with the embeddings of both."""

    own: str
    whole: str
    alone: NDArray[np.float32]
    together: NDArray[np.float32]


@dataclass(frozen=True)
class _Spots:
    """How far the sentences of a document stand from some places, and which stand under the same heading."""

    distance: dict[int, int]
    same: frozenset[int]

    @classmethod
    def of(cls, sentences: Sequence[StoredSentence], places: Sequence[Spot]) -> _Spots:
        told = [
            n for n, s in enumerate(sentences) if any(s.start < place.end and place.start < s.end for place in places)
        ]
        heading, heads = -1, []
        for n, s in enumerate(sentences):
            heading = n if s.kind == "heading" else heading
            heads.append(heading)
        under = {heads[n] for n in told}
        distance = {s.start: min((abs(n - t) for t in told), default=_FAR) for n, s in enumerate(sentences)}
        return cls(distance, frozenset(s.start for n, s in enumerate(sentences) if heads[n] in under))


def likely(best: Evidence) -> bool:
    """Whether a sentence near an earlier answer is likely enough what is asked for, or says all of it."""
    told = min(best.context, best.told) >= _WHOLE
    return best.sentence.kind != "heading" and (best.score >= _LIKELY or told)


def meant(own: Question, best: Evidence) -> Question:
    """What is asked, as a plain question where the sentence that answers has nothing of the kind it seems to ask for."""
    return replace(own, wants="fact", also=()) if formed(own) and best.fit < _FITS_KIND else own


def _told(e: Evidence, alone: float, whole: float) -> Evidence:
    score = e.score + _READ_ALONE * _said(alone) + _READ_TOGETHER * _said(whole)
    return replace(e, answers=float(whole), score=score)


def _said(odds: float) -> float:
    return max(_HARDLY, float(odds)) / _HALF


def _score(own: Question, e: Evidence, spots: _Spots | None, asked: _Asked) -> float:
    """How likely a sentence is what is asked for, before it is read again."""
    vector, start = e.sentence.vector, e.sentence.start
    value = _ALONE * (float(vector @ asked.alone) - _USUAL) + _TOGETHER * (float(vector @ asked.together) - _USUAL)
    value = (
        value * _SPREAD
        - _HEADING * (e.sentence.kind == "heading")
        + _FITS * (formed(own) and e.fit >= _FITS_KIND)
        + _TOLD * (e.told + e.context)
    )
    if spots is None:
        return value
    distance = spots.distance.get(start, _FAR)
    return value + _SAME * (start in spots.same) + next((worth for within, worth in _NEAR if distance <= within), 0.0)
