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
from assistant.hopping import Hopper
from assistant.judging import Judge
from assistant.measuring import Measurer
from assistant.reading.choosing import Chosen, choose
from assistant.reading.compose import compose
from assistant.reading.draft import Draft
from assistant.reading.evidence import Evidence
from assistant.reading.expanding import expand
from assistant.reckoning import Reckoner
from assistant.registered import Registered
from assistant.understand import Question, compared, contrast


class Stepper:
    """Answers in steps over one snapshot.

    Args:
        archive: What there is.
        finder: Finds the evidence of each step.
        judge: Decides whether it is enough.
        embed: Embeds the questions that the steps ask.
        registered: The register as of the day of the question.
    """

    def __init__(
        self, archive: Archive, finder: Finder, judge: Judge, embed: Embed, registered: Callable[[], Registered]
    ) -> None:
        self._archive, self._finder, self._judge, self._embed = archive, finder, judge, embed
        self._registered = registered

    def of_two(self, question: Question, vector: NDArray[np.float32]) -> tuple[Draft, Sequence[Evidence]] | None:
        """What is told of two things that are put against each other, whatever list or table tells of one of them."""
        if compared(question.standalone) is not None:
            evidence = self._finder.evidence(question, vector)
            draft = self._reckoner().reckon(question, evidence)
            return (draft, evidence) if draft else None
        asked = contrast(question.standalone)
        draft = self._both(question) if asked is not None and asked.common else None
        return (draft, ()) if draft else None

    def in_steps(self, question: Question, evidence: Sequence[Evidence]) -> Draft | None:
        """The answer where it takes more than one step; None where it does not, or one list is surely what is meant."""
        if not asks_reached(question.text) and self.its_list(question, evidence) is not None:
            return None
        hopper = self._hopper(question)
        return (
            self._reckoner().reckon(question, evidence)
            or self._both(question)
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

    def _measurer(self) -> Measurer:
        finder = self._finder
        return Measurer(self._embed, finder.evidence, finder.matcher, self._archive.documents.__getitem__, finder.of)

    def _reckoner(self) -> Reckoner:
        finder, step = self._finder, self._registered().step
        return Reckoner(self._embed, finder.evidence, self.read, step, finder.matcher, self._measurer())

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
        )

    def read(self, question: Question, evidence: Sequence[Evidence]) -> Draft | None:
        """What the evidence for one question says; None where it is not enough."""
        draft = expand(question, evidence)
        if draft is None and evidence and self._judge.refusal(question, evidence) is None:
            finder = self._finder
            draft = compose(question, evidence, finder.siblings, finder.matcher(question), finder.lists(question))
        return draft
