"""Answers that take two steps: each question of several in turn, or what is described first and then what is asked of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.reading.draft import Draft, Said
from assistant.reading.evidence import Evidence
from assistant.reading.itemise import row_said
from assistant.register.described import Meant, asks_role, meant_by, post, successor
from assistant.register.kinds import sorts
from assistant.register.register import Register
from assistant.somebody import MatcherOf, Somebody, described, other_than, role_in
from assistant.understand import OTHER, Inside, Question, inside, names_in, parts, pointed, understand
from assistant.values import Turn
from vectorstore import Fact, StoredSentence, find_people, fold, terms

_LOOKED_AT, _LOOKED_AT_FOR_KIND = 3, 12
"""Sentences that may name what is described, and where only names of its kind count."""
_TRIED = 4
"""Names asked about at most."""
_SAID = 2
"""Statements of each part."""
_HOLDS = 0.5
_DIRECT = 0.8
"""Share of a question's terms in one sentence and around it, above which that sentence needs no second step."""

Embed = Callable[[str], NDArray[np.float32]]
Find = Callable[[Question, NDArray[np.float32]], Sequence[Evidence]]
"""The evidence for a question, best first."""
Read = Callable[[Question, Sequence[Evidence]], Draft | None]
"""What evidence says; None where it is not enough."""
Place = Callable[[Fact], tuple[StoredSentence, ...]]
"""The sentences that a fact stands in."""


@dataclass(frozen=True)
class Hopper:
    """Takes the second step of a question with the means of the first."""

    embed: Embed
    find: Find
    read: Read
    register: Register
    place: Place
    matcher: MatcherOf

    def of_described(self, question: Question) -> Draft | None:
        """What is asked of somebody described first; None where nobody is, or the description fits nobody or several."""
        found = pointed(question.standalone)
        if found is None:
            return None
        thing = understand(found.thing, (), question.as_of)
        somebody = described(thing, self.find(thing, self.embed(thing.standalone)), self.matcher(thing))
        if somebody is None:
            return None
        step = _step(somebody.sentence)
        said: list[Said] = []
        for piece in found.asks:
            if OTHER.search(fold(piece)):
                other = other_than(somebody, somebody.sentence)
                if other is None:
                    return None
                somebody = other
                said.append(Said(other.described, (other.sentence,)))
            else:
                said += self._asked_of(somebody, piece, question)
        return Draft(tuple(dict.fromkeys((*said, step)))) if said else None

    def _asked_of(self, somebody: Somebody, piece: str, question: Question) -> Sequence[Said]:
        """What is asked of somebody whose name is known by now."""
        outer = understand(f"{piece} {somebody.name}", (), question.as_of)
        evidence = self.find(outer, self.embed(outer.standalone))
        if asks_role(piece) and (known := role_in(somebody, evidence)):
            return [Said(known.described, (known.sentence,))]
        draft = self.of_person(outer)
        if draft is None and evidence and evidence[0].fit >= _HOLDS and evidence[0].named >= _HOLDS:
            draft = self.read(outer, evidence)
        return draft.said[:_SAID] if draft else ()

    def several(self, question: Question) -> Draft | None:
        """The answers to questions asked in one breath; None where it is one, or fewer than two are answered."""
        pieces = parts(question.text)
        if len(pieces) < 2 or question.leans:
            return None
        said: list[Said] = []
        answered = 0
        for place, piece in enumerate(pieces):
            part = understand(piece, [Turn("user", pieces[0])] if place else [], question.as_of)
            if part.leans and said:
                part = understand(f"{part.standalone} {said[0].text}", (), question.as_of)
                part = _as_asked(part, understand(piece, (), question.as_of))
            draft = self.read(part, self.find(part, self.embed(part.standalone))) or self.of_person(part)
            if draft is not None:
                answered += 1
                said += draft.said[:_SAID]
        return Draft(tuple(dict.fromkeys(said))) if answered > 1 else None

    def through(self, question: Question, direct: Sequence[Evidence]) -> Draft | None:
        """What is asked of something that is only described; None where nothing is, or one sentence tells it all."""
        nested = inside(question.standalone)
        if nested is None or (direct and direct[0].context >= _DIRECT and direct[0].fit >= _HOLDS):
            return None
        meant = meant_by(nested.inner, self.register)
        if meant is not None and (draft := self._told(nested, question, meant)):
            return draft
        inner = understand(nested.inner, (), question.as_of)
        found = self.find(inner, self.embed(nested.inner))
        best: tuple[float, Draft] | None = None
        for name, told in list(self._named(nested, question, found))[:_TRIED]:
            outer = understand(f"{nested.outer} {name}", (), question.as_of)
            evidence = self.find(outer, self.embed(outer.standalone))
            draft = self.read(outer, evidence)
            if draft is None or evidence[0].fit < _HOLDS or evidence[0].named < _HOLDS:
                continue
            if best is None or evidence[0].score + told.score > best[0]:
                step = _step(told.sentence)
                best = evidence[0].score + told.score, Draft((*draft.said[:_SAID], step))
        return best[1] if best else None

    def after(self, question: Question) -> Draft | None:
        """Who came after the person named, where the question asks for that and a fact tells."""
        return self._saying(successor(question.standalone, self.register))

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
        outer = understand(f"{nested.outer} {meant.name}", (), question.as_of)
        evidence = self.find(outer, self.embed(outer.standalone))
        draft = self.of_person(outer)
        if draft is None and evidence and evidence[0].fit >= _HOLDS and evidence[0].named >= _HOLDS:
            draft = self.read(outer, evidence)
        if draft is None:
            return None
        steps = (_step(sentence) for sentence in self.place(meant.fact))
        return Draft(tuple(dict.fromkeys((*draft.said[:_SAID], *steps))))

    def _named(self, nested: Inside, question: Question, found: Sequence[Evidence]) -> Iterator[tuple[str, Evidence]]:
        """What the description may be of: people where somebody is described, otherwise names; none that the question has."""
        seen = set(question.terms)
        kind = self._kind(nested)
        for evidence in found[: _LOOKED_AT_FOR_KIND if kind == "programme" else _LOOKED_AT]:
            if kind == "event":  # an event is known by the title of what tells of it
                yield evidence.passage.source.title, evidence
            for name in self._names_of(kind, evidence):
                said = set(terms(name))
                if said and not said & seen:
                    seen |= said
                    yield name, evidence

    def _kind(self, nested: Inside) -> str:
        """What is described: a person, or what the register calls it."""
        first = terms(nested.inner)[0]
        return "person" if nested.person else sorts()[first].kind if first in sorts() else ""

    def _names_of(self, kind: str, evidence: Evidence) -> list[str]:
        """The names in and around a sentence that something of a kind may have."""
        text = evidence.sentence.text
        if kind == "person":
            return [text[person.bare : person.end] for person in find_people(text)]
        things = self.register.names.within(f"{text} {evidence.passage.source.title}")
        if kind == "programme":
            return [one.names[0] for one in things if any(fact.kind == kind for fact in one.because)]
        return [*(one.names[0] for one in things), *names_in(f"- {text}")]


def _step(sentence: StoredSentence) -> Said:
    """What the next step rests on, as it is shown."""
    return row_said(sentence, None) if sentence.kind == "row" else Said(sentence.text, (sentence,))


def _as_asked(part: Question, alone: Question) -> Question:
    """A part in full, but after what it asks for itself."""
    return replace(part, wants=alone.wants)
