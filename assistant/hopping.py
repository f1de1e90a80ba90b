"""Answers that take two steps: each question of several in turn, or what is described first and then what is asked of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from assistant.anchored import anchored, asks_reached
from assistant.breath import Breath, FindIn
from assistant.bridging import Bridge, Embed, Find, Read, Recorded, Spare
from assistant.changing import says
from assistant.nearby import Nearby
from assistant.reading.draft import Draft, Place, Said
from assistant.reading.evidence import Evidence
from assistant.reading.itemise import row_said
from assistant.reading.showing import whole
from assistant.register.described import Meant, asks_role, meant_by, post, successor
from assistant.register.register import Register
from assistant.somebody import (
    MatcherOf,
    Somebody,
    described,
    initials_in,
    is_called,
    other_than,
    preceding,
    role_in,
    spellings_of,
)
from assistant.understand import OTHER, Inside, Question, insides, pointed, topic, understand
from vectorstore import StoredSentence, find_people, fold

_READINGS = 2
"""Descriptions that are looked for at most."""
_SAID = 2
"""Statements of each part."""
_TAIL = 2
"""Words at the end of a clause that say what is asked where it runs on into that."""
_HOLDS = 0.5
_DIRECT = 0.8
"""Share of a question's terms in one sentence and around it, above which that sentence needs no second step."""


@dataclass(frozen=True)
class Hopper:
    """Takes the second step of a question with the means of the first."""

    embed: Embed
    find: Find
    find_in: FindIn
    read: Read
    register: Register
    spare: Spare
    recorded: Recorded
    place: Place
    matcher: MatcherOf
    nearby: Nearby
    intend: Callable[[Question, NDArray[np.float32]], Question]

    def of_described(self, question: Question) -> Draft | None:
        """What is asked of somebody described first; None where nobody is, or the description fits nobody or several."""
        found = pointed(question.standalone)
        if found is None or meant_by(found.thing, self.register):
            return None
        thing = understand(found.thing, (), question.as_of)
        told_of = self.find(thing, self.embed(thing.standalone))
        somebody = preceding(thing, told_of) or described(thing, told_of, self.matcher(thing))
        if somebody is None:
            return None
        step = _step(somebody.sentence)
        said: list[Said] = []
        untold: list[str] = []
        for piece in found.asks:
            if OTHER.search(fold(piece)):
                other = other_than(somebody, somebody.sentence)
                if other is None:
                    return None
                somebody = other
                said.append(Said(other.described, (other.sentence,)))
            elif told := self._asked_of(somebody, piece, question):
                said += told
            else:
                untold.append(piece)
        return Draft(tuple(dict.fromkeys((*said, step))), untold=tuple(untold)) if said else None

    def _asked_of(self, somebody: Somebody, piece: str, question: Question) -> Sequence[Said]:
        """What is asked of somebody whose name is known by now, by each of their names."""
        for name in spellings_of(somebody.name, self.register):
            if said := self._asked_by_name(replace(somebody, name=name), piece, question):
                return said
        short = initials_in(somebody.name, self._found_for(piece, somebody, question)[1])
        return self._asked_by_name(replace(somebody, name=short), piece, question) if short else ()

    def _found_for(self, piece: str, somebody: Somebody, question: Question) -> tuple[Question, Sequence[Evidence]]:
        """What is asked of somebody, with their name, and the evidence for that."""
        outer = understand(f"{piece} {somebody.name}", (), question.as_of)
        return outer, self.find(outer, self.embed(outer.standalone))

    def _asked_by_name(self, somebody: Somebody, piece: str, question: Question) -> Sequence[Said]:
        outer, evidence = self._found_for(piece, somebody, question)
        if asks_role(piece) and (known := role_in(somebody, evidence)):
            return [Said(known.described, (known.sentence,))]
        if _BECAME.search(fold(piece)) and (left := _became(somebody, evidence)):
            return [left]
        draft = self.of_person(outer)
        if draft is None and evidence and evidence[0].fit >= _HOLDS and evidence[0].named >= _HOLDS:
            draft = self.read(outer, evidence)
        if draft is None or asks_reached(outer.text):
            told = anchored(somebody.name, outer, evidence, self.matcher(outer), person=True)
            draft = told.draft if told else draft
        return draft.said[:_SAID] if draft else ()

    def several(self, question: Question, direct: Sequence[Evidence]) -> Draft | None:
        """The answers to questions asked in one breath; None where it is one."""
        breath = Breath(self.embed, self.find_in, self.read, self.of_person, self.spare, self.nearby, self.intend)
        return breath.answers(question, direct)

    def through(self, question: Question, direct: Sequence[Evidence]) -> Draft | None:
        """What is asked of something that is only described; None where nothing is, or one sentence tells it all."""
        for nested in self._described(question, direct):
            meant = meant_by(nested.inner, self.register)
            if meant is not None and (draft := self._told(nested, question, meant)):
                return draft
            if draft := self.bridge.over(nested, question):
                return draft
        return None

    def _described(self, question: Question, direct: Sequence[Evidence]) -> list[Inside]:
        """What a question describes, as far as one sentence does not tell it all."""
        text = question.standalone
        enough = bool(direct) and direct[0].context >= _DIRECT and direct[0].fit >= _HOLDS
        enough = enough and (question.wants != "person" or bool(find_people(direct[0].sentence.text)))
        found = [] if enough else list(insides(text))
        if not enough and (spoken_of := pointed(text)) and not (found and found[0].sure and not found[0].before):
            found = [replace(topic(spoken_of.thing, " ".join(spoken_of.asks)), sure=True)]
        answered = bool(direct) and self.bridge.spare(question, direct[0]) > 0 and direct[0].fit >= _HOLDS
        return [one for one in found if one.sure or not (answered or question.wants == "person")][:_READINGS]

    def after(self, question: Question) -> Draft | None:
        """Who came after the person named, where the question asks for that and a fact tells."""
        spoken_of = pointed(question.standalone) is not None
        return None if spoken_of else self._saying(successor(question.standalone, self.register))

    def of_person(self, question: Question) -> Draft | None:
        """Who came after the person named, or the post they hold, where the question asks for that and a fact tells."""
        return self.after(question) or self._saying(post(question.standalone, self.register))

    def _saying(self, found: Meant | None) -> Draft | None:
        sources = self.place(found.fact) if found else ()
        if found is None or not sources:
            return None
        sources = tuple(sentence for sentence in sources if found.name in sentence.text) or sources
        return Draft((Said(found.name, sources), *map(_step, sources)))

    def _told(self, nested: Inside, question: Question, meant: Meant) -> Draft | None:
        """What is asked of somebody or something that the facts give the name of."""
        tail = " ".join(nested.clause.split()[-_TAIL:]) if nested.runs_on else ""
        outer = understand(f"{nested.outer(meant.name)} {tail}".strip(), (), question.as_of)
        evidence = self.find(outer, self.embed(outer.standalone))
        draft = self.of_person(outer)
        if draft is None and evidence and evidence[0].fit >= _HOLDS and evidence[0].named >= _HOLDS:
            draft = self.read(outer, evidence)
        if draft is None:
            return None
        steps = (_step(sentence) for sentence in self.place(meant.fact))
        return Draft(tuple(dict.fromkeys((*draft.said[:_SAID], *steps))))

    @cached_property
    def bridge(self) -> Bridge:
        """Finds what a description is of."""
        return Bridge(
            self.embed, self.find, self.read, self.spare, self.recorded, self.of_person, self.register, self.matcher
        )


def _became(somebody: Somebody, evidence: Sequence[Evidence]) -> Said | None:
    """The sentence that says where somebody went, or what they left for."""
    naming = (e.sentence for e in evidence[:_LOOKED_AT] if is_called(somebody.name, e.sentence.text))
    return next((whole(sentence, None) for sentence in naming if says(sentence.text, "leaves")), None)


_LOOKED_AT = 12
_BECAME = re.compile(
    r"\b(?:go(?:ne)?|went|going|move[d]?) on to\b|\bbec[oa]me of\b|\bdo (?:next|afterwards?|since)\b|\bwhere (?:did|has|is) (?:he|she|they) (?:go|gone|going|move)"
    r"|\bdevenue?\b|\bfait ensuite|\bou (?:est|sont)-(?:il|elle|ils|elles) parti|(?:ماذا|شو) (?:فعل|صار|عمل) (?:بعد|من بعد)|اين (?:ذهب|انتقل)|وين راح"
)
"""What asks where somebody went after a post."""


def _step(sentence: StoredSentence) -> Said:
    """What the next step rests on, as it is shown."""
    return row_said(sentence, None) if sentence.kind == "row" else Said(sentence.text, (sentence,))
