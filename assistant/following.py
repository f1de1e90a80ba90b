"""What a follow-up asks for, in the light of the answer before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.bridging import Embed, Spare
from assistant.concepts import asking_words, qualifiers
from assistant.earlier import Earlier, Item
from assistant.reading.draft import Draft, Said
from assistant.reading.evidence import Evidence
from assistant.reading.fitting import formed
from assistant.understand import (
    Question,
    asks,
    asks_nothing_more,
    asks_role,
    asks_succession,
    means_somebody,
    names_in,
    place_of,
    understand,
    who_is,
    without_place,
)
from assistant.values import Answer, Citation
from vectorstore import StoredSentence, fold, terms

FindIn = Callable[[Question, NDArray[np.float32], str | None], list[Evidence]]
"""The evidence for a question, best first; of one document where that is named."""
Standing = Callable[[str, int, int], tuple[StoredSentence, ...]]
"""The sentences of a document that some of its characters stand in."""
_FITS = 0.6
"""How far what answers must be of the kind asked for."""
_SHARES, _LEADS = 0.3, 0.8
"""Of a follow-up's own words what a sentence of the document must have, and how far it must be ahead of any other where the
whole archive has an answer, too."""
_NEAR = ((60, 1.2), (250, 0.8), (600, 0.4))
"""What a sentence gains that stands so many characters from the words the earlier answer rests on."""
_BESIDE, _FITS_BESIDE = 60, 0.5
"""Characters within which the kind of thing asked for is what is asked for, whatever the words; and how far it must be of it."""
_TOLD_BESIDE: Final = ("date", "place", "person", "money", "number", "reason")
_TYPED = 2.0
"""What a sentence gains that holds the kind of thing asked for."""
_WHOLE, _HALF = 0.8, 0.5
"""What a sentence tells of a follow-up that answers it in a form of its own: "the Secretariat pays" to "who pays?"; and what
one with the kind of thing asked for must tell of it to be better."""
_BEHIND = 0.15
"""How much less of a question than a sentence elsewhere one of the document spoken of may have."""
_SEVERAL = 2
"""Telling words that say enough without what is taken over."""
_DOCUMENTS = 2


@dataclass(frozen=True)
class Follower:
    """Reads a follow-up in the light of the earlier answer.

    Args:
        earlier: The question before it with its answer.
        embed: Embeds a question.
        find: Finds evidence.
        spare: How far evidence is above what an answer needs.
        standing: Finds the sentences of what was cited.
        text: The text of a document.
    """

    earlier: Earlier
    embed: Embed
    find: FindIn
    spare: Spare
    standing: Standing
    text: Callable[[str], str]

    def pointed(self, question: Question) -> tuple[Question, Draft] | None:
        """A follow-up that only points, at one of several things or at what somebody is, as understood, and what is said."""
        item, described = self._item(question), self.earlier.described
        if item is not None and asks_nothing_more(question.text):
            return self._told(self.shown(question, self.earlier.question.standalone), item.text, item.places)
        if item is None and described is not None and self._asks_role(question):
            return self._told(self.shown(question, self.earlier.name), described.quote, (described,))
        return None

    def named(self, question: Question) -> Question:
        """A follow-up with what it points at said by its name: somebody, or one of several things."""
        item = self._item(question)
        if item is not None:
            return _with(question, item.text)
        if self.earlier.name and self._asks_role(question):
            asked = understand(who_is(self.earlier.name, question.language), (), question.as_of)
            return replace(asked, text=question.text, language=question.language, leans=True, told=asked.standalone)
        return question

    def of_them(self, question: Question) -> Question | None:
        """A follow-up on somebody that says the name the earlier answer gave; None where it speaks of nobody named there."""
        return _with(question, self.earlier.name) if self.earlier.name and self._means_them(question) else None

    def focused(self, question: Question, evidence: Sequence[Evidence]) -> tuple[Question, list[Evidence]] | None:
        """What a follow-up asks, with its evidence in the documents spoken of; None where it is best read as any question.

        Args:
            question: The follow-up.
            evidence: Of the whole archive for all that it says, best first.
        """
        here = self._here(question)
        if here is None:
            return None
        own, found = here
        enough = bool(evidence) and self.spare(question, evidence[0]) > 0 and not self._repeats(question, evidence[0])
        if not enough:
            return here
        stays = evidence[0].sentence.document in self.earlier.documents
        if not self._is_clear(own, found):
            return None
        if question.leans:
            return here if not stays or len(_telling(own)) >= _SEVERAL else None
        open_ = not question.names and not question.dates
        return here if open_ and found[0].context >= evidence[0].context - _BEHIND else None

    def _is_clear(self, own: Question, found: Sequence[Evidence]) -> bool:
        """Whether one sentence answers a follow-up alone, and no other comes near."""
        ahead = found[0].score - max((e.score for e in found[1:]), default=0.0)
        return found[0].fit >= _FITS and (ahead >= _LEADS or self.spare(own, found[0]) > 0)

    def repeated(self, answer: Answer | None) -> bool:
        """Whether an answer says to a follow-up what was said to the question before it."""
        return answer is not None and answer.text == self.earlier.answer.text

    def _repeats(self, question: Question, best: Evidence) -> bool:
        """Whether the best evidence is what the earlier question of the same kind was answered from."""
        return question.wants == self.earlier.question.wants and _distance(best, self.earlier.places[:1]) == 0

    def shown(self, question: Question, told: str) -> Question:
        """A follow-up as it was understood: with what it speaks of, to be shown to whoever asked."""
        said = f"{question.text.strip()} ({told})"
        return replace(question, standalone=said, told=said, leans=True)

    def document(self, question: Question) -> str | None:
        """The document that the earlier question was answered from; None where nothing was, or another thing is named now."""
        return next((path for path in self.earlier.documents if self._names_nothing_else(question, path)), None)

    def _here(self, question: Question) -> tuple[Question, list[Evidence]] | None:
        own = self._own(question)
        if own is None:
            return None
        item = self._item(question)
        places = item.places if item else self.earlier.places
        vector = self.embed(own.standalone)
        found = [
            e
            for document in self.earlier.documents[:_DOCUMENTS]
            if self._names_nothing_else(question, document)
            for e in self.find(own, vector, document)
        ]
        if item is not None and (said := [e for e in found if not _distance(e, places) and e.fit >= _FITS_BESIDE]):
            return own, said
        ranked = sorted(found, key=lambda e: -(e.score + _worth(_distance(e, places)) + _TYPED * (e.fit >= _FITS)))
        whole = next((e for e in found if min(e.context, e.told) >= _WHOLE and e.sentence.kind != "heading"), None)
        if (
            asks(own.text)
            and formed(own)
            and whole is not None
            and not any(e.fit >= _FITS and e.told >= _HALF for e in found)
        ):
            return replace(own, wants="fact"), [whole]
        return (own, ranked) if ranked and self._answers(own, ranked[0], places) else None

    def _answers(self, own: Question, best: Evidence, places: Sequence[Citation]) -> bool:
        """Whether a sentence of the documents spoken of answers a follow-up."""
        if best.sentence.kind == "heading" or not best.qualified:
            return False
        distance = _distance(best, places)
        if own.wants in _TOLD_BESIDE and best.fit >= _FITS_BESIDE and distance <= _BESIDE:
            return True
        if formed(own) and best.fit < _FITS:
            return False
        telling = _telling(understand(own.text, (), own.as_of))
        return bool(telling) and (best.context >= _SHARES or self.spare(own, best) > 0)

    def _own(self, question: Question) -> Question | None:
        """What a follow-up asks itself; all of it where it has no telling words; None where it asks for another time or holder."""
        alone = understand(question.text, (), question.as_of)
        if alone.dates or asks_succession(question.text) or _years(question) - _years(self.earlier.question):
            return None
        if (item := self._item(question)) is not None:
            return _of_item(question, item)
        if not _telling(alone):
            return question
        return replace(alone, wants=question.wants, language=question.language, leans=True)

    def _names_nothing_else(self, question: Question, document: str) -> bool:
        """Whether all that a follow-up names is named in a document."""
        named = names_in(question.text)
        said = fold(self.text(document)) if named else ""
        return all(fold(name) in said for name in named)

    def _item(self, question: Question) -> Item | None:
        place = place_of(question.text)
        return None if place is None else self.earlier.item(place)

    def _asks_role(self, question: Question) -> bool:
        return asks_role(question.text) and self._names_nobody(question)

    def _means_them(self, question: Question) -> bool:
        return means_somebody(question.text) and self._names_nobody(question)

    def _names_nobody(self, question: Question) -> bool:
        return not names_in(question.text)

    def _told(self, shown: Question, text: str, places: Sequence[Citation]) -> tuple[Question, Draft] | None:
        sources = tuple(s for place in places for s in self.standing(place.document, place.start, place.end))
        return (shown, Draft((Said(text, sources),))) if sources else None


def _with(question: Question, name: str) -> Question:
    """A question that names what it points at."""
    return replace(
        question,
        standalone=f"{question.standalone} {name}",
        told=f"{question.told} ({name})",
        terms=tuple(dict.fromkeys([*question.terms, *terms(name)])),
        own_terms=tuple(dict.fromkeys([*question.own_terms, *terms(name)])),
        names=tuple(dict.fromkeys([*question.names, *names_in(f"- {name}")])),
        leans=True,
    )


def _of_item(question: Question, item: Item) -> Question:
    """What is asked of one of several things: found by its words, and read for what is asked alone."""
    rest = without_place(question.text)
    told = tuple(term for term in terms(item.text) if term not in qualifiers())
    own = tuple(term for term in terms(rest) if term not in qualifiers())
    return replace(
        question,
        text=rest,
        standalone=f"{rest} {item.text}",
        terms=tuple(dict.fromkeys(own or told)),
        own_terms=own,
        names=(),
        dates=(),
        leans=True,
    )


def _telling(question: Question) -> list[str]:
    return [term for term in question.terms if term not in asking_words()]


def _years(question: Question) -> set[int]:
    return {date.year for date in question.dates if date.year}


def _distance(e: Evidence, places: Sequence[Citation]) -> int:
    """Characters between a sentence and the nearest of some places of its document; a great many where it has none."""
    here = [place for place in places if place.document == e.sentence.document]
    apart = (max(place.start - e.sentence.end, e.sentence.start - place.end, 0) for place in here)
    return min(apart, default=1_000_000)


def _worth(distance: int) -> float:
    return next((worth for within, worth in _NEAR if distance <= within), 0.0)
