"""An answer for each of several things of which the same is asked: its own sentences, or that the documents do not say it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.archive import Archive
from assistant.bridging import Embed, Read
from assistant.each.alike import alike_first
from assistant.each.telling import of_one
from assistant.each.things import Things
from assistant.finding import Finder
from assistant.reading.draft import Draft, Listed, Said
from assistant.reading.evidence import Evidence, led_by
from assistant.reading.showing import at_most, shortened
from assistant.understand import Question, asks_several
from assistant.words import thing_columns
from vectorstore import StoredSentence, words

_ALONE = ("yes_no", "reason", "expansion", "contact", "definition")
"""Kinds of answer that are not asked of several things at once in the words for one."""
_TYPED = ("person", "date", "place", "money")
"""Kinds of answer that few sentences hold, so that one that does is likelier meant; numbers stand everywhere."""
_LEAST = 2
"""Things of which something must be told."""
_SECOND, _OF_LIST = 2, 4
"""Sentences of the best document that are shown for a thing, and where several are asked for of each."""
_FITS, _ASKED = 0.6, 0.4
"""How far a sentence must hold the kind of thing asked for, and tell what is asked of it, to come before others."""
_TELLS, _IN_TIME = 0.3, 0.6
"""How much of what is asked a sentence must tell, and how far it must be of the time, that is not enough for an answer."""
_BEHIND_ELSEWHERE, _DOCUMENTS = 2.0, 2
"""How far the best sentence of another document may lie below the best of all, and documents at most."""
_LOOKED_AT, _FEW = 5, 2
"""Sentences of which some may be shown, and those that are where none is enough for an answer."""
_SHORT, _LONGEST = 24, 45
"""Words of what is said of a thing in the text, and of a row."""


@dataclass(frozen=True)
class Each:
    """Asks the same of several things apart.

    Args:
        archive: The archive.
        things: Finds the things.
        finder: Finds the evidence for each.
        wider: Finds it in more passages, where the first has none that names the thing.
        embed: Embeds the question for each.
        read: What the evidence for a question says; None where it is not enough.
    """

    archive: Archive
    things: Things
    finder: Finder
    wider: Finder
    embed: Embed
    read: Read

    def draft(self, question: Question, vector: NDArray[np.float32]) -> Draft | None:
        """What is told of each thing; None where things are not asked apart, or not two of them are told of.

        Args:
            question: What is asked.
            vector: The embedding of its standalone form.
        """
        if question.leans or question.wants in _ALONE:
            return None
        parts = self.things.of(question)
        if not parts or self.things.together(tuple(parts), question, self.finder.evidence(question, vector)):
            return None
        kept = alike_first({name: self._kept(name, parts) for name in parts}, fitting=question.wants in _TYPED)
        told = {name: self._said(part, kept[name]) for name, part in parts.items()}
        rows = [row for name, of in told.items() for row in self._rows(name, of)]
        if sum(map(bool, told.values())) < _LEAST:
            return None
        first = {name: replace(of[0], text=shortened(of[0].text, None, _SHORT)) for name, of in told.items() if of}
        said, labels = tuple(dict.fromkeys(first.values())), tuple((one.text, name) for name, one in first.items())
        untold = tuple(name for name, of in told.items() if not of)
        return Draft(said, thing_columns(question.language), tuple(rows), labels=labels, untold=untold)

    def _kept(self, name: str, parts: Mapping[str, Question]) -> Sequence[Evidence]:
        """The sentences that tell of one of several things, best first."""
        vector = self.embed(parts[name].standalone)
        matchers = {other: self.finder.matcher(part) for other, part in parts.items()}
        for finder in (self.finder, self.wider):
            found = finder.evidence(parts[name], vector)
            kept = of_one(name, tuple(parts), found, matchers, self.archive.documents, self.archive.opening)
            if kept:
                return kept
        return ()

    def _said(self, part: Question, kept: Sequence[Evidence]) -> Sequence[Said]:
        """What its sentences say of one thing, the answer first; nothing where they do not tell what is asked of it."""
        if not kept:
            return ()
        kept = _telling_first(kept) if part.wants in _TYPED else kept
        draft = self.read(part, kept)
        if draft is None:
            near = [one for one in kept[:_LOOKED_AT] if _tells(one)]
            return [self._whole(one.sentence) for one in near[:_FEW]]
        most = _OF_LIST if asks_several(part) else _SECOND
        here = [one for one in kept[:_LOOKED_AT] if one.sentence.document == kept[0].sentence.document]
        beside = [one for one in here if one is kept[0] or _tells(one)][:most]
        answer = [*draft.said, *(row.said for row in draft.rows)]
        more = (self._whole(one.sentence) for one in (*beside, *_elsewhere(kept)))
        return list(dict.fromkeys([*answer, *more]))

    def _whole(self, sentence: StoredSentence) -> Said:
        """A sentence as it is shown: a row with the names of its columns."""
        return at_most(sentence, _LONGEST, self.finder.siblings)

    def _rows(self, name: str, told: Sequence[Said]) -> Sequence[Listed]:
        """A row for each sentence that tells of a thing; the answer alone where nothing more is told."""
        return [Listed(said, (name, said.text)) for said in told if not any(_has(other, said) for other in told)]


def _has(other: Said, said: Said) -> bool:
    """Whether another statement of the same source says all of one, and more: a whole row what some of its cells do."""
    if other == said or other.sources[0] != said.sources[0]:
        return False
    more, less = set(words(other.text)), set(words(said.text))
    return less < more or said.text in other.text


def _telling_first(kept: Sequence[Evidence]) -> Sequence[Evidence]:
    """The sentences of a thing with the first before them that tells what is asked and holds what is asked for."""
    best = next((one for one in kept[:_LOOKED_AT] if one.fit >= _FITS and max(one.told, one.focus) >= _ASKED), None)
    return kept if best is None else led_by(best, kept)


def _elsewhere(kept: Sequence[Evidence]) -> Sequence[Evidence]:
    """The best sentence of each of the next documents that come near the best of all."""
    firsts = {one.sentence.document: one for one in reversed(kept) if one.score >= kept[0].score - _BEHIND_ELSEWHERE}
    return sorted(firsts.values(), key=lambda one: -one.score)[:_DOCUMENTS]


def _tells(one: Evidence) -> bool:
    """Whether a sentence that is not enough for an answer still tells what is asked."""
    return max(one.told, one.focus) >= _TELLS and one.dated >= _IN_TIME
