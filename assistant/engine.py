"""From a question to an answer over one snapshot: retrieve, read, compose, check."""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from assistant.apart import Apart
from assistant.archive import Archive
from assistant.bounded import Bounded
from assistant.bridging import Embed
from assistant.composing import Composer
from assistant.each import Each, Things
from assistant.earlier import Earlier
from assistant.finding import Finder
from assistant.finishing import Finisher
from assistant.following import Follower
from assistant.gathering import Gatherer
from assistant.judging import Judge
from assistant.later import Later
from assistant.nearby import Nearby
from assistant.overtaken import may_be_overtaken, overtaken
from assistant.reading.attendance import asks_absent, attendance
from assistant.reading.compose import compose, told_against
from assistant.reading.counting import tells_number
from assistant.reading.countries_told import asks_countries, countries_told, is_of_countries, lists_countries
from assistant.reading.draft import Draft
from assistant.reading.evidence import Evidence
from assistant.reading.rereading import Reranker
from assistant.refuse import Refusal
from assistant.registered import Registered
from assistant.replies import Replies
from assistant.settings import AssistantSettings
from assistant.stepping import Stepper
from assistant.trace import Recorder
from assistant.unclear import in_another_script, small_talk
from assistant.understand import Question, understand, with_intent
from assistant.values import Answer, Turn
from assistant.words import courtesy, other_script

_WIDE = 40
"""Passages that are read for everything of a sort."""
_TOLD, _NAMED = 0.3, 0.5
"""Of what a question says and of its names, what the document must have that it is about."""
_TELLS = 0.5
"""Of what is asked, what the best sentence of all must tell for the countries it names to be those."""
_AS_NEAR = 0.5
"""What the score of a sentence near an earlier answer comes to on the scale by which a second one is told as well."""
_TURNS = 3
"""Earlier questions of a conversation that are asked again to know what a follow-up speaks of."""


def _is_one(draft: Draft) -> bool:
    """Whether a table has one row alone, such as the country where something took place to which many came."""
    return len(draft.rows) == 1


class PassageEngine:
    """Answers without a language model, from the register or from passages.

    `without` names documents it may not use, `without_filters` limits of the question that the register does without.
    """

    def __init__(
        self,
        archive: Archive,
        settings: AssistantSettings,
        embed: Embed,
        without: frozenset[str] = frozenset(),
        without_filters: frozenset[str] = frozenset(),
        recorder: Recorder | None = None,
        reranker: Reranker | None = None,
    ) -> None:
        self._archive = archive
        self._settings = settings
        self._without = without
        self._without_filters = without_filters
        self._recorder = recorder or Recorder()
        self._embed = embed
        self._reranker = reranker
        self._finder = Finder(archive, settings.passages, without, self._recorder, reranker)
        wider = Finder(archive, max(_WIDE, settings.passages), without, Recorder())
        things = Things(archive, wider)
        self._gatherer = Gatherer(archive, wider)
        self._replies = Replies(archive)
        self._finisher = Finisher(archive, self._replies, self._recorder)
        self._bounded = Bounded(self._gatherer, self._registered, self._finisher, self._replies, embed, without_filters)
        self._judge = Judge(archive, self._finder, settings.strictness, self._recorder)
        self._nearby = Nearby(embed, self._finder.around, self._finder.of, reranker)
        self._stepper = Stepper(archive, self._finder, self._judge, embed, self._registered, self._nearby)
        self._each = Each(archive, things, self._finder, wider, embed, self._stepper.read)
        self._apart = Apart(archive, self._finder, self._replies, self._finisher, embed)
        self._composer = Composer(
            archive,
            self._finder,
            self._judge,
            self._gatherer,
            self._stepper,
            self._replies,
            self._finisher,
            self._later,
            self._recorder,
            embed,
        )
        self._today = date.max

    def answer(self, question: Question, vector: NDArray[np.float32], today: date) -> Answer:
        """Answer or refuse.

        Args:
            question: What is asked.
            vector: The embedding of its standalone form.
            today: The day of the question.
        """
        self._today = today
        answer = self._told(question, vector)
        if len(question.earlier) < _TURNS and not self._without_filters:
            self._archive.answered.keep(self._asked(question), answer)
        return answer

    def _asked(self, question: Question) -> Hashable:
        """All that an answer depends on, beside the snapshot; of a conversation as far as it is looked back at."""
        return question.text, question.earlier, question.as_of, self._today, self._without, self._settings

    def _told(self, question: Question, vector: NDArray[np.float32]) -> Answer:
        follower = self._follower(question)
        if (follower is None or not question.leans) and (sized := self._bounded.answer(question)) is not None:
            return sized
        if follower is None:
            return self._bounded.held(question, self._answer(question, vector, None))
        if (pointed := follower.pointed(question)) is not None:
            return self._finisher.answer(*pointed, ())
        named = follower.named(question)
        answer = self._answer(named, follower.embed(named.standalone) if named != question else vector, follower)
        for other in (follower.of_them, follower.changed, follower.together):
            if answer.outcome != "answered" and (asked := other(question)) is not None:
                again = self._answer(asked, follower.embed(asked.standalone), None)
                answer = again if again.outcome == "answered" else answer
        return answer

    def _answer(self, question: Question, vector: NDArray[np.float32], follower: Follower | None) -> Answer:
        """Answer what may be a follow-up on an earlier answer."""
        question = with_intent(question, vector, self._archive.snapshot.manifest.model)
        if (at_once := self._at_once(question)) is not None:
            return at_once
        if (told := self._apart.answer(question, self._today)) is not None:
            return told
        with self._recorder.stage("register"):
            listed = self._listed(question, vector)
        compared = listed is not None and listed.understood is not None and listed.understood.form == "compare"
        alone = follower is None or not question.leans
        if (
            alone
            and not compared
            and (of_two := self._stepper.of_two(question, vector, listed=listed is not None)) is not None
        ):
            return self._finisher.answer(question, *of_two)
        untold = follower is None and (listed is None or listed.table is None)
        if untold and (draft := self._counted_or_in_office(question, vector)):
            return self._finisher.answer(question, draft, ())
        if untold and (told := self._apiece(question, vector)):
            return told
        if listed is not None and (
            follower is None or (listed.outcome == "answered" and not follower.repeated(listed))
        ):
            return self._overtaken(question, vector, listed) or listed
        if follower is None and (of_one := self._list_of_one(question, vector)):
            return self._finisher.answer(question, *of_one)
        evidence = self._judge.sufficient_first(question, self._finder.evidence(question, vector))
        if (draft := self._attendance(question, evidence, follower)) is not None:
            return self._finisher.answer(question, draft, evidence)
        if follower is not None and (focused := follower.focused(question, evidence)) is not None:
            return self._followed(question, *focused, follower)
        answer = listed or self._composer.answer(question, vector, evidence, self._today)
        return answer if follower else self._of_countries(question, evidence, answer)

    def _counted_or_in_office(self, question: Question, vector: NDArray[np.float32]) -> Draft | None:
        """The rows of a table that are counted, or everybody who was in an office."""
        if question.wants != "number":
            return self._gatherer.holders(question, vector)
        draft = self._gatherer.tabled(question, vector)
        return None if draft and _is_one(draft) and asks_countries(question) else draft

    def _apiece(self, question: Question, vector: NDArray[np.float32]) -> Answer | None:
        """What is told of each of several things of which the same is asked; None where it is asked of one."""
        draft = self._each.draft(question, vector)
        return self._finisher.answer(question, draft, self._finder.evidence(question, vector)) if draft else None

    def _list_of_one(self, question: Question, vector: NDArray[np.float32]) -> tuple[Draft, Sequence[Evidence]] | None:
        """A table, or the list of the one document that a question is of, unless a sentence tells the number that is asked for."""
        gatherer, counted = self._gatherer, question.wants == "number"
        evidence = self._judge.sufficient_first(question, self._finder.evidence(question, vector))
        if counted and tells_number(evidence, clearly=True):
            return None
        draft = (None if counted else gatherer.tabled(question, vector)) or gatherer.numbered(question, vector)
        if draft:
            return draft, ()
        if counted and tells_number(evidence):
            return None
        draft = gatherer.own(question, vector)
        if asks_countries(question) and not (draft and is_of_countries(draft)):
            draft = self._countries(question, evidence)
        return (draft, evidence) if draft else None

    def _countries(
        self, question: Question, evidence: Sequence[Evidence], *, otherwise_untold: bool = False
    ) -> Draft | None:
        """The countries that a sentence names one beside the other."""

        def is_meant(document: str) -> bool:
            return self._finder.occasion(question, document).meant

        def enough(one: Evidence) -> bool:
            return (one is evidence[0] and one.told >= _TELLS) or self._judge.is_enough(question, one)

        return countries_told(question, evidence, is_meant, enough, otherwise_untold=otherwise_untold)

    def _of_countries(self, question: Question, evidence: Sequence[Evidence], answer: Answer) -> Answer:
        """An answer to a question for countries, or in its place the countries of a sentence where it tells of none."""
        if not asks_countries(question) or lists_countries(answer):
            return answer
        draft = self._countries(question, evidence, otherwise_untold=True)
        if draft is None and answer.outcome == "answered" and question.wants == "list":
            draft = self._gatherer.naming_countries(question, evidence)
        return self._finisher.answer(question, draft, evidence) if draft else answer

    def _overtaken(self, question: Question, vector: NDArray[np.float32], told: Answer) -> Answer | None:
        """What a later document says in the place of the one value that the register answers with."""
        if not may_be_overtaken(question, told):
            return None
        finder = self._finder
        evidence, matcher = finder.evidence(question, vector), finder.matcher(question)
        found = overtaken(question, told, evidence, self._later(), matcher, finder.register(question))
        draft = told_against(question, found, finder.siblings, matcher) if found else None
        return self._finisher.answer(question, draft, evidence) if draft else None

    def _later(self) -> Later:
        return Later(self._finder.alike, self._finder.after, self._archive.amendments)

    def _listed(self, question: Question, vector: NDArray[np.float32]) -> Answer | None:
        """What the register says, also where it knows what is asked for by another word; with what else is told of it.

        Where it has nothing within the limits of the question, what documents tell of it in scattered sentences.
        """
        listed = self._registered().answer(question, vector)
        if listed is None and (words := self._gatherer.as_listed(question, self._today)):
            again = self._registered().answer(understand(words, (), question.as_of), vector)
            listed = dataclasses.replace(again, question=question.text) if again and again.table else None
        if listed is None or listed.outcome == "answered":
            return self._gatherer.listed(listed, question, self._today) if listed else None
        scattered = self._gatherer.across(question, vector, self._today, None)
        return self._finisher.answer(question, scattered, ()) if scattered else listed

    def _attendance(self, question: Question, evidence: Sequence[Evidence], follower: Follower | None) -> Draft | None:
        """Who was there and who was not, where a question asks for those who were not."""
        if not asks_absent(question) or not evidence:
            return None
        best = evidence[0]
        if question.before and follower is not None:
            document = follower.document(question)
            best = next((e for e in evidence if e.sentence.document == document), best)
        near = best.context >= _TOLD and best.named >= _NAMED and best.dated >= _TOLD
        return attendance(question, self._finder.siblings(best.sentence)) if near else None

    def _at_once(self, question: Question) -> Answer | None:
        """What is said where nothing was asked of the documents, or not in words that can be looked up."""
        replies = self._replies
        if in_another_script(question.text):
            return replies.reply(question, "unclear", other_script(), (), (), reason="unclear")
        if polite := small_talk(question.text):
            return replies.reply(question, "unclear", courtesy(*polite), (), (), reason="unclear")
        return None if question.terms else replies.refuse(question, Refusal("unclear"), ())

    def _followed(self, question: Question, own: Question, there: Sequence[Evidence], follower: Follower) -> Answer:
        """What the documents that the conversation is about say to a follow-up, which is shown with the one it is read in."""
        finder = self._finder
        near = [dataclasses.replace(e, score=_AS_NEAR * e.score) for e in there]
        draft = compose(own, near, finder.siblings, finder.matcher(own), finder.lists(own))
        shown = question if question.leans else follower.shown(question, there[0].passage.source.title)
        return self._finisher.answer(shown, draft, there)

    def _follower(self, question: Question) -> Follower | None:
        """Reads a follow-up in the light of the answer before it; None for the first question of a conversation."""
        if not question.earlier:
            return None
        *before, last = question.earlier[-_TURNS:]
        earlier = understand(last, [Turn("user", text) for text in before], question.as_of)
        answer = self._archive.answered.to(self._asked(earlier))
        if answer is None:
            apart = PassageEngine(self._archive, self._settings, self._embed, self._without, reranker=self._reranker)
            answer = apart.answer(earlier, self._embed(earlier.standalone or " "), self._today)
        finder = self._finder
        return Follower(
            Earlier(earlier, answer),
            self._embed,
            self._nearby,
            self._judge.spare,
            finder.standing,
            self._archive.text,
        )

    def _registered(self) -> Registered:
        return Registered(self._archive, self._finder, self._replies, self._without_filters, self._today)
