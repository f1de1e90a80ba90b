"""What the evidence of the best passages says: one sentence, several, a list, a question back, or a refusal."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from assistant.archive import Archive
from assistant.bridging import Embed
from assistant.disagreement import disagreeing, other_signers
from assistant.finding import Finder
from assistant.finishing import Finisher
from assistant.gathering import Gatherer
from assistant.held_otherwise import held_otherwise
from assistant.judging import Judge
from assistant.later import Later
from assistant.nearmiss import near_miss
from assistant.places import overlap
from assistant.reading.compose import compose, told_against
from assistant.reading.counting import tells_number
from assistant.reading.draft import Draft
from assistant.reading.evidence import Evidence
from assistant.reading.expanding import expand
from assistant.reading.likely_lists import means_several
from assistant.reading.listing import meant_list, named_list
from assistant.refuse import Refusal
from assistant.replies import Replies
from assistant.stepping import Stepper
from assistant.trace import Recorder
from assistant.unclear import choices
from assistant.understand import Question
from assistant.values import Answer
from vectorstore import Fact


class Composer:
    """Answers a question from the evidence that was found for it.

    Args:
        archive: The documents.
        finder: Found the evidence, and finds more.
        judge: Says whether evidence is enough.
        gatherer: Gathers everything of a sort.
        stepper: Answers in several steps.
        replies: Says what no passage says.
        finisher: Checks and finishes an answer.
        later: Finds what later documents say of the same.
        recorder: Notes what is done.
        embed: Embeds a question that is asked in other words.
    """

    def __init__(
        self,
        archive: Archive,
        finder: Finder,
        judge: Judge,
        gatherer: Gatherer,
        stepper: Stepper,
        replies: Replies,
        finisher: Finisher,
        later: Callable[[], Later],
        recorder: Recorder,
        embed: Embed,
    ) -> None:
        self._archive, self._finder, self._judge, self._gatherer, self._stepper = (
            archive,
            finder,
            judge,
            gatherer,
            stepper,
        )
        self._replies, self._finisher, self._later, self._recorder = replies, finisher, later, recorder
        self._embed = embed

    def answer(
        self, question: Question, vector: NDArray[np.float32], evidence: Sequence[Evidence], today: date
    ) -> Answer:
        """What the evidence says, in one step or several; a question back or a refusal where it says nothing."""
        draft = expand(question, evidence) or self._gatherer.holders(question, vector)
        draft = draft or self._across(question, vector, evidence, today)
        if draft is None and question.wants == "number" and not tells_number(evidence, clearly=True):
            untold = not tells_number(evidence)
            draft = self._gatherer.tabled(question, vector, mostly=True) if untold else None
            draft = draft or self._gatherer.counted(question, self._embed)
        if draft is None and (meant := choices(question, evidence)):
            return self._replies.ask_back(question, meant, evidence)
        if draft is None and (draft := self._stepper.in_steps(question, evidence)) is not None:
            draft = self._gathered(question, vector, evidence, draft)
        if draft is None:
            refused = self._judge.refusal(question, evidence)
            if refused is None:
                with self._recorder.stage("compose"):
                    draft = self._gathered(question, vector, evidence, self._composed(question, vector, evidence))
            elif (draft := self._otherwise(question, vector, refused, evidence)) is None:
                return self._refused(question, refused, evidence)
        return self._signed_otherwise(question, self._finisher.answer(question, draft, evidence), evidence)

    def _signed_otherwise(self, question: Question, answer: Answer, evidence: Sequence[Evidence]) -> Answer:
        """An answer that says who signed, with those whom other documents name."""
        archive, finder = self._archive, self._finder
        sentences = [one.sentence for one in evidence]
        told = answer.outcome == "answered" and other_signers(
            question, answer, sentences, finder.register(question), finder.matcher(question), archive.documents
        )
        return disagreeing(answer, *told, archive.text) if told else answer

    def _across(
        self, question: Question, vector: NDArray[np.float32], evidence: Sequence[Evidence], today: date
    ) -> Draft | None:
        """Everything of a sort that several sentences tell of, unless one list is surely what is meant."""
        return self._gatherer.across(question, vector, today, self._stepper.its_list(question, evidence))

    def _gathered(
        self, question: Question, vector: NDArray[np.float32], evidence: Sequence[Evidence], draft: Draft
    ) -> Draft:
        """What is said, with all that tells of it where several things may be asked for and no list surely is meant."""
        if self._stepper.its_list(question, evidence) is not None:
            return draft
        return self._gatherer.beside(question, vector, draft)

    def _otherwise(
        self, question: Question, vector: NDArray[np.float32], refused: Refusal, evidence: Sequence[Evidence]
    ) -> Draft | None:
        """What is told although no sentence is enough: facts on somebody, a list that is asked for, or passages."""
        draft = self._stepper.of_person(question)
        if draft is None and evidence and refused.reason == "not_in_documents":
            finder = self._finder
            matcher = finder.matcher(question)
            lists = finder.lists(question)
            draft = named_list(question, evidence, finder.siblings, matcher, lists)
            if draft is None and near_miss(question, evidence, matcher) is None:
                draft = meant_list(question, evidence, finder.siblings, matcher, lists)
                if draft is None and means_several(question):
                    draft = self._gatherer.alone(question, vector)
        return draft

    def _composed(self, question: Question, vector: NDArray[np.float32], evidence: Sequence[Evidence]) -> Draft:
        """The answer to every part of the question, each from its own best evidence."""
        finder = self._finder
        matcher = finder.matcher(question)
        if (
            held := held_otherwise(question, evidence, finder.register(question), self._standing(question, vector))
        ) is not None:
            return told_against(question, held, finder.siblings, matcher)
        after = self._later().of(question, evidence)
        draft = compose(question, evidence, finder.siblings, matcher, finder.lists(question), after)
        for wants in question.also:
            part = dataclasses.replace(question, wants=wants, also=())
            own = finder.evidence(part, vector)
            if own and own[0].fit and self._judge.is_enough(part, own[0]):
                more = compose(part, own, finder.siblings, matcher, finder.lists(part))
                draft = dataclasses.replace(draft, said=draft.said + more.said)
        return draft

    def _standing(self, question: Question, vector: NDArray[np.float32]) -> Callable[[Fact], Sequence[Evidence]]:
        """Weighs the sentences that a fact stands in, as evidence for a question."""

        def weighed(fact: Fact) -> Sequence[Evidence]:
            places = self._finder.place(fact)
            found = self._finder.around(question, vector, places) if places else ()
            return [e for e in found if any(overlap(e.sentence, place) for place in places)]

        return weighed

    def _refused(self, question: Question, refused: Refusal, evidence: Sequence[Evidence]) -> Answer:
        """A refusal, with what comes nearest to an answer where that would help."""
        missed = near_miss(question, evidence, self._finder.matcher(question))
        if missed is None or refused.reason == "unread_document":
            return self._replies.refuse(question, refused, evidence)
        answer = self._replies.correct(question, missed, evidence)
        return dataclasses.replace(answer, reason=refused.reason)
