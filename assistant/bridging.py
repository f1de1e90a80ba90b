"""Answers a question about something that it only describes: first what the description is of, then what is asked of that."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.anchored import anchored, asks_reached
from assistant.candidates import Candidate, candidates
from assistant.reading.draft import Draft, Said
from assistant.reading.evidence import Evidence
from assistant.reading.itemise import row_said
from assistant.reading.matching import Matcher, searchable
from assistant.register.described import asks_role
from assistant.register.register import Register
from assistant.sent_by import sent_by
from assistant.somebody import MatcherOf, is_called, spellings_of
from assistant.understand import Inside, Question, head_of_noun, understand
from vectorstore import StoredSentence, terms

_LOOKED_AT = 8
"""Sentences that may name what is described."""
_TRIED = 5
"""Names asked about at most."""
_SAID = 2
"""Statements of each part."""
_HOLDS = 0.5
_IS_SOMEBODY = 0.6
"""A `fit` that somebody may be who is asked for, and not only somebody."""
_DESCRIBED = 1.0
"""How far above what an answer needs a role is that stands beside a name."""
_ASKED = 2
"""Words behind "which" among which a question says what is asked for."""
_WHICH = re.compile(r"\b(?:which|what|quel(?:le)?)\s|(?<!\w)(?:أي|اي|أية|ما)\s", re.IGNORECASE)
_OPENING = 25
"""Characters at the beginning of a question that asks for a body before all else."""
_ANCHORED = 1.2
"""How far above what an answer needs a sentence is that names somebody and tells all that is asked of them."""
_OF_ROW = 0.3
_NAMED = 0.6
"""Share of a name that must stand by what is said of it."""
_AROUND = 0.85
"""What a name is worth that stands around a sentence and not in it."""
_LESS, _READ = 0.15, 40
"""How much less of the name others may have, and sentences that are looked at for it."""
_WORSE = 1.0
"""How much less than the best a sentence may be that names what is described."""
_LEAST = -1.2
"""How far below what an answer needs a sentence may be that names what is described."""
_TOGETHER = 1.0
"""How good both steps must be together."""
_MOST = 2.0
"""Above this one sentence is as good as another."""

Embed = Callable[[str], NDArray[np.float32]]
Find = Callable[[Question, NDArray[np.float32]], Sequence[Evidence]]
"""The evidence for a question, best first."""
Read = Callable[[Question, Sequence[Evidence]], Draft | None]
"""What evidence says; None where it is not enough."""
Recorded = Callable[[Question, NDArray[np.float32]], Draft | None]
Spare = Callable[[Question, Evidence], float]
"""How far evidence is above what an answer needs."""


@dataclass(frozen=True)
class Bridge:
    """Takes the step from a description to a name, and from the name to the answer."""

    embed: Embed
    find: Find
    read: Read
    spare: Spare
    recorded: Recorded
    """What the register says."""
    of_person: Callable[[Question], Draft | None]
    """What the facts on somebody say."""
    register: Register
    matcher: MatcherOf

    def over(self, nested: Inside, question: Question) -> Draft | None:
        """What is asked of the thing described, with the words that say which it is; None where one of them is not found."""
        inner = self._description(nested, question)
        found = self.find(inner, self.embed(inner.standalone))
        if nested.runs_on and found:
            nested = _cut(nested, found[0], self.matcher(inner))
            inner = self._description(nested, question)
            found = self.find(inner, self.embed(inner.standalone))
        best: tuple[float, Draft] | None = None
        for score, one in self._likeliest(nested, inner, found, self.matcher(inner)):
            told = self._told(nested, one, question)
            if told is not None and (best is None or score + told[0] > best[0]):
                best = score + told[0], told[1]
        return best[1] if best and best[0] >= _TOGETHER else None

    def _description(self, nested: Inside, question: Question) -> Question:
        inner = understand(nested.inner, (), question.as_of)
        return replace(inner, wants="person" if nested.head == "person" else "fact", also=())

    def _likeliest(
        self, nested: Inside, inner: Question, found: Sequence[Evidence], matcher: Matcher
    ) -> list[tuple[float, Candidate]]:
        """The names that the description fits best, the best first, each once."""
        ranked: dict[str, tuple[float, Candidate]] = {}
        weighed = [(self.spare(inner, replace(told, qualified=True)), told) for told in found[:_LOOKED_AT]]
        least = max(_LEAST, max((spare for spare, _ in weighed), default=0.0) - _WORSE)
        for spare, told in weighed:
            if spare < least:
                continue
            for one in candidates(nested.head, inner, told, self.register, matcher):
                score = min(spare, _MOST) + one.fits
                key = one.document or " ".join(terms(one.name))
                if key and score > ranked.get(key, (-9.0,))[0]:
                    ranked[key] = (score, one)
        return sorted(ranked.values(), key=lambda item: -item[0])[:_TRIED]

    def _told(self, nested: Inside, one: Candidate, question: Question) -> tuple[float, Draft] | None:
        """What is asked, of one candidate by each of their names, with how far that is above what an answer needs."""
        names = spellings_of(one.name, self.register) if one.person else (one.name,)
        return next((told for name in names if (told := self._of(nested, replace(one, name=name), question))), None)

    def _of(self, nested: Inside, one: Candidate, question: Question) -> tuple[float, Draft] | None:
        alone = one.named and nested.head in ("body", "place", "programme")
        outer = understand(_who_is(nested.outer(one.name, alone=alone)), (), question.as_of)
        outer = replace(outer, language=question.language)
        vector = self.embed(outer.standalone)
        score = _MOST
        draft = (self.of_person(outer) if nested.head == "person" else None) or self._of_record(one, outer, vector)
        if draft is None and one.described and (asks_role(outer.text) or _asks_body(outer.text)):
            draft, score = Draft((Said(one.described, (one.told.sentence,)),)), _DESCRIBED
        if draft is None:
            found = self.find(outer, vector)
            if nested.head == "place" and (draft := sent_by(one.name, outer, found, self.matcher(outer))) is not None:
                return self._with_step(one, draft, _ANCHORED)
            evidence = self._of_it(one, outer, found)
            least = _IS_SOMEBODY if outer.wants == "person" else _HOLDS
            row = bool(evidence) and evidence[0].sentence.kind == "row"  # it need not say what its numbers count
            if evidence and evidence[0].fit >= (_OF_ROW if row else least):
                draft, score = self.read(outer, evidence), min(self.spare(outer, evidence[0]), _MOST)
            if one.named and one.document is None and (draft is None or asks_reached(outer.text)):
                told = anchored(one.name, outer, evidence, self.matcher(outer), person=one.person)
                draft, score = (told.draft, _ANCHORED * told.tells) if told else (draft, score)
        if draft is None:
            return None
        return self._with_step(one, draft, score)

    def _with_step(self, one: Candidate, draft: Draft, score: float) -> tuple[float, Draft]:
        """An answer with what its first step rests on."""
        return score, replace(draft, said=tuple(dict.fromkeys((*draft.said[:_SAID], _step(one.told.sentence)))))

    def _of_it(self, one: Candidate, outer: Question, found: Sequence[Evidence]) -> Sequence[Evidence]:
        """The evidence that speaks of a candidate: what names it itself before what stands where it is named."""
        if one.document is not None:
            return [e for e in found if e.sentence.document == one.document]
        if not one.named:
            return found
        matcher = self.matcher(outer)
        spoken_of = [(self._speaks_of(one, e, matcher), e) for e in found[:_READ]]
        best = max((share for share, e in spoken_of if e.fit >= _HOLDS), default=0.0)
        return [e for share, e in spoken_of if share >= max(_NAMED, best - _LESS)]

    def _of_record(self, one: Candidate, outer: Question, vector: NDArray[np.float32]) -> Draft | None:
        """What the register says of a candidate; it knows no single documents."""
        return self.recorded(outer, vector) if one.document is None and outer.wants in ("person", "date") else None

    def _speaks_of(self, one: Candidate, evidence: Evidence, matcher: Matcher) -> float:
        """How far a sentence speaks of a candidate: 1 by its whole name, less where that stands around it."""
        source = evidence.passage.source
        if one.person and is_called(one.name, " | ".join([evidence.sentence.text, *evidence.sentence.columns])):
            return 1.0
        around = frozenset(terms(" ".join([source.title, *evidence.passage.headings, evidence.passage.text])))
        named = [term for term in terms(one.name) if term in matcher.same]
        return matcher.share(named, [(searchable(evidence.sentence), 1.0), (around, _AROUND)])


def _asks_body(text: str) -> bool:
    """Whether a question asks for the body that somebody is of: "which organisation", « à quelle institution »."""
    asked = _WHICH.search(text[:_OPENING])
    return asked is not None and any(head_of_noun(word) == "body" for word in text[asked.end() :].split()[:_ASKED])


def _who_is(asked: str) -> str:
    """A question for whoever does what a post is for, as one for the holder of the post."""
    for doing, post in _POSTS:
        asked, changed = doing.subn(post, asked, count=1)
        if changed:
            break
    return asked


_POSTS = (
    (re.compile(r"^who (?:now |currently )?(?:heads|leads|directs|runs)\b", re.IGNORECASE), "who is the head of"),
    (re.compile(r"^who coordinates\b", re.IGNORECASE), "who is the coordinator of"),
    (re.compile(r"^qui (?:dirige|préside)\b", re.IGNORECASE), "qui est le directeur de"),
    (re.compile(r"^qui coordonne\b", re.IGNORECASE), "qui est le coordinateur de"),
    (re.compile(r"^من (?:يدير|تدير|يرأس|ترأس|يقود|تقود)(?=\s)"), "من هو مدير"),
    (re.compile(r"^من (?:ينسق|تنسق)(?=\s)"), "من هو منسق"),
)


def _cut(nested: Inside, told: Evidence, matcher: Matcher) -> Inside:
    """A description whose clause runs on into what is asked, without that: it best divides what the sentence says from what not."""
    said = frozenset(terms(" ".join([told.passage.source.title, *told.passage.headings, told.passage.text])))
    words = nested.clause.split()
    told_of = [_worth(word, said, matcher) for word in words]
    cut = max(range(1, len(words) + 1), key=lambda at: (sum(told_of[:at]) - sum(told_of[at:]), at))
    after = f"{' '.join(words[cut:])} {nested.after}".strip()
    return replace(nested, clause=" ".join(words[:cut]), after=after, runs_on=False)


def _worth(word: str, said: frozenset[str], matcher: Matcher) -> float:
    """1 for a word that is said, -1 for one that is not, 0 for one that says nothing."""
    known = [term for term in terms(word)[:1] if term in matcher.same]
    return 0.0 if not known else 1.0 if matcher.worth(known[0], said) else -1.0


def _step(sentence: StoredSentence) -> Said:
    """What the next step rests on, as it is shown."""
    return row_said(sentence, None) if sentence.kind == "row" else Said(sentence.text, (sentence,))
