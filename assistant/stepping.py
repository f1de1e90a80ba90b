"""Answers that take more than one step: two things put against each other, somebody described first, two questions in one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.anchored import asks_reached
from assistant.archive import Archive
from assistant.bridging import Embed
from assistant.contrasting import Contraster
from assistant.finding import Finder
from assistant.growing import Grower
from assistant.hopping import Hopper
from assistant.judging import Judge
from assistant.later import Later
from assistant.measuring import Measurer
from assistant.nearby import Nearby
from assistant.reading.choosing import Chosen, choose
from assistant.reading.compose import compose
from assistant.reading.draft import Draft
from assistant.reading.evidence import Evidence
from assistant.reading.expanding import expand
from assistant.reckoning import Reckoner
from assistant.registered import Registered
from assistant.sharing import Sharing
from assistant.understand import Question, compared, contrast, with_intent


class Stepper:
    """Answers in steps over one snapshot.

    Args:
        archive: What there is.
        finder: Finds the evidence of each step.
        judge: Decides whether it is enough.
        embed: Embeds the questions that the steps ask.
        registered: The register as of the day of the question.
        nearby: Ranks what stands near something already told.
    """

    def __init__(
        self,
        archive: Archive,
        finder: Finder,
        judge: Judge,
        embed: Embed,
        registered: Callable[[], Registered],
        nearby: Nearby,
    ) -> None:
        self._archive, self._finder, self._judge, self._embed = archive, finder, judge, embed
        self._registered, self._nearby = registered, nearby

    def of_two(
        self, question: Question, vector: NDArray[np.float32], *, listed: bool
    ) -> tuple[Draft, Sequence[Evidence]] | None:
        """What is told of two things that are put against each other; `listed` where the register has an answer already.

        What is reckoned from two values, or common to two, is told whatever list or table tells of one of them.
        """
        evidence: Sequence[Evidence] = ()
        draft = self._reckoner().grown(question)
        if draft is None and compared(question.standalone) is not None:
            evidence = self._finder.evidence(question, vector)
            draft = self._reckoner().reckon(question, evidence)
        return (told, evidence) if (told := draft or self._of_both(question, listed=listed)) else None

    def _of_both(self, question: Question, *, listed: bool) -> Draft | None:
        """What is told of two things, or of the one that two things are true of."""
        asked = contrast(question.standalone)
        both = self._both(question) if asked is not None and asked.common else None
        if both is not None or listed:
            return both
        return self._shared(question) or self._both(question)

    def in_steps(self, question: Question, evidence: Sequence[Evidence]) -> Draft | None:
        """The answer where it takes more than one step; None where it does not, or one list is surely what is meant."""
        if not asks_reached(question.text) and self.its_list(question, evidence) is not None:
            return None
        hopper = self._hopper(question)
        grown = self._reckoner().reckon(question, evidence) if compared(question.standalone) is None else None
        return (
            grown
            or hopper.of_described(question)
            or hopper.several(question, evidence)
            or hopper.after(question)
            or hopper.through(question, evidence)
        )

    def of_person(self, question: Question) -> Draft | None:
        """What is known of somebody who is asked for in other words than any document uses."""
        return self._hopper(question).of_person(question)

    def its_list(self, question: Question, evidence: Sequence[Evidence]) -> Chosen | None:
        """The one list of the documents that a question for several things surely means; None where there is none."""
        if question.wants != "list":
            return None
        chosen = choose(question, evidence, self._finder.lists(question), self._finder.matcher(question))
        return chosen if chosen is not None and chosen.sure else None

    def _both(self, question: Question) -> Draft | None:
        """What is told of two things of which the same is asked."""
        finder, step = self._finder, self._registered().step
        return Contraster(self._embed, finder.evidence, self.read, step, finder.matcher, self._measurer()).both(
            question
        )

    def _shared(self, question: Question) -> Draft | None:
        """The one name that two things are told of, where a question asks for whoever or whatever both are true of."""
        return Sharing(self._embed, self._finder.evidence).shared(question)

    def _measurer(self) -> Measurer:
        finder = self._finder
        return Measurer(self._embed, finder.evidence, finder.matcher, self._archive.documents.__getitem__, finder.of)

    def _reckoner(self) -> Reckoner:
        finder, step = self._finder, self._registered().step
        later = Later(finder.alike, finder.after, self._archive.amendments)
        grower = Grower(self._embed, finder.evidence, later, self._judge.spare, finder.matcher, finder.of)
        return Reckoner(self._embed, finder.evidence, self.read, step, finder.matcher, self._measurer(), grower)

    def _hopper(self, question: Question) -> Hopper:
        finder = self._finder
        return Hopper(
            self._embed,
            finder.evidence,
            finder.evidence,
            self.read,
            finder.register(question),
            self._judge.spare,
            self._registered().step,
            finder.place,
            finder.matcher,
            self._nearby,
            lambda part, vector: with_intent(part, vector, self._archive.snapshot.manifest.model),
        )

    def read(self, question: Question, evidence: Sequence[Evidence]) -> Draft | None:
        """What the evidence for one question says; None where it is not enough."""
        draft = expand(question, evidence)
        if draft is None and evidence and self._judge.refusal(question, evidence) is None:
            finder = self._finder
            draft = compose(question, evidence, finder.siblings, finder.matcher(question), finder.lists(question))
        return draft
