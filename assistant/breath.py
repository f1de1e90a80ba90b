"""Questions asked in one breath, each answered in the light of the one before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.bridging import Embed, Read, Spare
from assistant.nearby import Nearby, meant
from assistant.reading.draft import Draft, Said
from assistant.reading.evidence import Evidence
from assistant.understand import Head, Question, anaphor, in_full, leaves_out, parts, understand
from assistant.values import Turn
from vectorstore import find_people

FindIn = Callable[[Question, NDArray[np.float32], str | None], Sequence[Evidence]]
"""The evidence for a question, best first; of one document where that is named."""
_SAID = 2
"""Statements of each part."""
_SHORT = 8
"""Words at most of an answer that may be the name of something."""
_HERE = 2
"""Documents that are asked for a part before all others."""
_FITS = 0.6
"""How far what answers a part must be of the kind it asks for."""
_SURE = 2.5
"""The score of what stands near the answer to another part that answers one."""
_TELLS, _NAMED = 0.4, 0.6
"""Of what a part asks and of what it names, what a sentence of a document spoken of must tell to answer before any other."""


@dataclass(frozen=True)
class Breath:
    """Answers questions asked in one breath."""

    embed: Embed
    find: FindIn
    read: Read
    of_person: Callable[[Question], Draft | None]
    """What the facts on somebody say."""
    spare: Spare
    nearby: Nearby
    intend: Callable[[Question, NDArray[np.float32]], Question]
    """A question with the kind of answer that its meaning asks for."""

    def answers(self, question: Question, direct: Sequence[Evidence]) -> Draft | None:
        """The answers to all of them; None where it is one question, or not even its first part is answered.

        Args:
            question: What is asked.
            direct: The evidence for all of it together, best first: the document that it is about is asked before others.
        """
        pieces = parts(question.text)
        if len(pieces) < 2 or question.leans or question.wants == "list":
            return None
        said: list[Said] = []
        untold: list[str] = []
        for place, piece in enumerate(pieces):
            part = self._part(piece, pieces[0] if place else None, said, question)
            about = [source.document for one in said for source in one.sources]
            here = list(dict.fromkeys([*(e.sentence.document for e in direct[:1]), *about]))[:_HERE]
            first = pieces[0] if place else ""
            intended = self.intend(part, self.embed(part.standalone))
            draft = self._answer(part, first, said, here)
            if draft is None and intended.wants != part.wants:
                draft = self._answer(intended, first, said, here)
            if draft is not None:
                said += draft.said[:_SAID]
            elif not place:
                return None
            else:
                untold.append(piece.strip(" ?؟.,،;"))
        return Draft(tuple(dict.fromkeys(said)), untold=tuple(untold))

    def _answer(self, part: Question, first: str, said: Sequence[Said], documents: Sequence[str]) -> Draft | None:
        """What is told of one part: by itself, or beside what was told of the others; None where nothing is."""
        if (known := self.of_person(part)) is not None:
            return known
        vector = self.embed(part.standalone)

        def told_there() -> Draft | None:
            return self._within(part, vector, documents) or self._beside(part, first, said)

        def told_anywhere() -> Draft | None:
            return self.read(part, self.find(part, vector, None))

        if part.before:  # it points back at something without a name
            return told_there() or told_anywhere()
        return told_anywhere() or told_there()

    def _beside(self, part: Question, first: str, said: Sequence[Said]) -> Draft | None:
        """What stands near the answers to the other parts, where it is likely enough what is asked."""
        sources = [source for one in said for source in one.sources]
        found = self.nearby.ranked(part, first, sources, _HERE) if sources else []
        if not found or found[0].score < _SURE:
            return None
        return self.read(meant(part, found[0]), found) or Draft((Said(found[0].sentence.text, (found[0].sentence,)),))

    def _within(self, part: Question, vector: NDArray[np.float32], documents: Sequence[str]) -> Draft | None:
        """What the documents spoken of say to one part by themselves; None where none of them tells it for sure."""
        for document in documents:
            found = [e for e in self.find(part, vector, document) if e.sentence.kind != "heading"]
            best = found[0] if found else None
            tells = best is not None and max(best.told, best.focus) >= _TELLS and best.named >= _NAMED
            if best and tells and best.fit >= _FITS and best.qualified:
                return self.read(part, found) or Draft((Said(best.sentence.text, (best.sentence,)),))
        return None

    def _part(self, piece: str, first: str | None, said: Sequence[Said], question: Question) -> Question:
        """One of several questions in full: what it points back with is what was just said, or what the first one is about."""
        back = anaphor(piece) if first and said else None
        if first and back is None and leaves_out(piece):
            return understand(in_full(first, piece), (), question.as_of)
        if back is not None and (name := _name_in(said[0], back[1])):
            return understand(piece.replace(back[0], name, 1), (), question.as_of)
        part = understand(piece, [Turn("user", first)] if first else [], question.as_of)
        if part.leans and said:
            whole = understand(f"{part.standalone} {said[0].text}", (), question.as_of)
            part = replace(whole, wants=understand(piece, (), question.as_of).wants, before=part.before)
        return part


def _name_in(said: Said, head: Head) -> str:
    """The name that an answer gives of what is pointed back at; empty where it gives none."""
    people = find_people(said.text)
    if head == "person":
        return said.text[people[0].bare : people[0].end] if people else ""
    return said.text if head and not people and len(said.text.split()) <= _SHORT else ""
