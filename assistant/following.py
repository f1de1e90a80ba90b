"""What a follow-up asks for, in the light of the answer before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.bridging import Embed, Spare
from assistant.concepts import asking_words, qualifiers
from assistant.earlier import Earlier, Item
from assistant.nearby import Nearby, likely, meant
from assistant.reading.draft import Draft, Said
from assistant.reading.evidence import Evidence, led_by
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
_FITS_BESIDE = 0.5
"""How far what is said of one of several things must be of the kind asked for."""
_STANDS = 0.5
"""How much better what stands near the earlier answer must be than what answers elsewhere a question that could stand alone."""
_DOCUMENTS = 2
_SHORT = 2
"""Telling words at most of a question that may have left out what it is about."""
_IN_FULL = 3
"""Telling words of a question that may stand by itself although it sounds like a follow-up."""


@dataclass(frozen=True)
class Follower:
    """Reads a follow-up in the light of the earlier answer.

    Args:
        earlier: The question before it with its answer.
        embed: Embeds a question.
        nearby: Ranks what stands around the earlier answer.
        spare: How far evidence is above what an answer needs.
        standing: Finds the sentences of what was cited.
        text: The text of a document.
    """

    earlier: Earlier
    embed: Embed
    nearby: Nearby
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

    def changed(self, question: Question) -> Question | None:
        """A follow-up by itself, where it names something that the earlier answer says nothing of and asks in full; else None."""
        if not question.leans or not asks(question.text) or self.document(question) is not None:
            return None
        alone = understand(question.text, (), question.as_of)
        return alone if names_in(question.text) and len(_telling(alone)) >= _IN_FULL else None

    def together(self, question: Question) -> Question | None:
        """A short question that seems to stand by itself, behind the one before it; None where it leans on that, or says more."""
        if question.leans or len(_telling(question)) > _SHORT:
            return None
        before = self.earlier.question.standalone
        whole = understand(f"{before} {question.text}", (), question.as_of)
        return replace(
            whole,
            text=question.text,
            wants=question.wants,
            also=question.also,
            language=question.language,
            own_terms=question.own_terms,
            leans=True,
            before=before,
        )

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
        elsewhere = evidence[0] if evidence and self.spare(question, evidence[0]) > 0 else None
        if elsewhere is None or self._repeats(question, elsewhere):
            return here
        far = self.nearby.elsewhere(own, self.earlier.question.standalone, elsewhere)
        return here if found[0].score >= far + (0.0 if question.leans else _STANDS) else None

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
        here = [place for place in places if self._names_nothing_else(question, place.document)]
        ranked = self.nearby.ranked(own, self.earlier.question.standalone, here, _DOCUMENTS)
        if item is not None and (said := [e for e in ranked if not _distance(e, here) and e.fit >= _FITS_BESIDE]):
            return own, said
        best = next((e for e in ranked if likely(e)), None)
        return (meant(own, best), led_by(best, ranked)) if best else None

    def _own(self, question: Question) -> Question | None:
        """What a follow-up asks itself; all of it where it has no telling words; None where it asks for another time or holder."""
        alone = understand(question.text, (), question.as_of)
        if asks_succession(question.text) or (alone.dates and not _telling(_undated(alone))):
            return None
        if (item := self._item(question)) is not None:
            return _of_item(question, item)
        if not _telling(alone):
            return question
        return replace(alone, wants=question.wants, language=question.language, leans=True)

    def _names_nothing_else(self, question: Question, document: str) -> bool:
        """Whether all that a follow-up names is named in a document."""
        named = names_in(question.text)
        years = _years(question) - _years(self.earlier.question)
        said = fold(self.text(document)) if named or years else ""
        return all(fold(name) in said for name in named) and all(str(year) in said for year in years)

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


def _undated(question: Question) -> Question:
    dated = {t for date in question.dates for t in terms(question.standalone[date.start : date.end])}
    return replace(question, terms=tuple(term for term in question.terms if term not in dated))


def _years(question: Question) -> set[int]:
    return {date.year for date in question.dates if date.year}


def _distance(e: Evidence, places: Sequence[Citation]) -> int:
    """Characters between a sentence and the nearest of some places of its document; a great many where it has none."""
    here = [place for place in places if place.document == e.sentence.document]
    apart = (max(place.start - e.sentence.end, e.sentence.start - place.end, 0) for place in here)
    return min(apart, default=1_000_000)
