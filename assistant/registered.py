"""What the register says to a question, as an answer or as a step on the way to one."""

from __future__ import annotations

import dataclasses
from datetime import date

import numpy as np
from numpy.typing import NDArray

from assistant.archive import Archive
from assistant.bounds import Bound
from assistant.disagreement import contrary_to, disagreeing
from assistant.finding import Finder
from assistant.gate import bound, bound_rows
from assistant.reading.draft import Draft, Said, worded
from assistant.refuse import outside
from assistant.register.answering import Basis, from_register, sized_events
from assistant.register.listing import Listing
from assistant.register.sentences import frame
from assistant.register.single import Single
from assistant.replies import Replies
from assistant.understand import Question
from assistant.values import Answer, Understood
from vectorstore import StoredSentence


class Registered:
    """Asks the register of one archive.

    Args:
        archive: The archive.
        finder: Finds the register of the documents that may be used, and what is nearest where it has nothing.
        replies: Puts answers together.
        lifted: Keys of the limits that a question does without.
        today: The day of the question.
    """

    def __init__(self, archive: Archive, finder: Finder, replies: Replies, lifted: frozenset[str], today: date) -> None:
        self._archive = archive
        self._finder = finder
        self._replies = replies
        self._lifted = lifted
        self._today = today

    def answer(self, question: Question, vector: NDArray[np.float32]) -> Answer | None:
        """The answer from the register, where the question asks for what it lists."""
        told = self._from_register(question)
        return self._answer(question, vector, *told) if told else None

    def sized(self, question: Question, bound: Bound, listed: Question, vector: NDArray[np.float32]) -> Answer | None:
        """The events as large as a question says, given the question for all of them; None where it asks for no events."""
        told = sized_events(listed, bound, self._basis(listed))
        return self._answer(question, vector, *told) if told else None

    def _answer(
        self, question: Question, vector: NDArray[np.float32], found: Listing, understood: Understood
    ) -> Answer | None:
        archive, finder, replies = self._archive, self._finder, self._replies
        if found.absent:
            if outside(question, *archive.years, archive.vocabulary):
                return None
            nearest = found.citations or replies.nearest(finder.evidence(question, vector))
            answer = replies.reply(
                question, "not_covered", found.absent, (), (), reason="not_in_documents", nearest=nearest
            )
            return dataclasses.replace(answer, route="register", understood=understood)
        table = found.table(finder.register(question).considered, archive.unread)
        statements, citations = found.statements, found.citations
        if table is None:
            statements, citations = bound(statements, citations, archive.text)
        else:
            table = bound_rows(table, citations, frame(question.language, len(table.rows)))
        if not statements:
            return None
        text = (
            worded(statements)
            if table is None
            else "\n".join(filter(None, (statements[0].text, worded(statements[1:]))))
        )
        text = f"{found.verdict}. {text}" if found.verdict else text
        answer = replies.reply(question, "answered", text, statements, citations, table=table, route="register")
        answer = dataclasses.replace(answer, understood=understood)
        return self._held_against(question, vector, answer, found.single) if found.single else answer

    def _held_against(self, question: Question, vector: NDArray[np.float32], answer: Answer, single: Single) -> Answer:
        """The answer, with what other documents say where they do not agree with it."""
        archive, finder = self._archive, self._finder

        def sentences() -> list[StoredSentence]:
            found = finder.retrieved(question, vector)
            return archive.snapshot.sentences([passage.chunk_id for passage in found])

        register, matcher = finder.register(question), finder.matcher(question)
        contrary = contrary_to(single, sentences, register, matcher, archive.documents, question.language)
        return disagreeing(answer, single, contrary, archive.text) if contrary else answer

    def step(self, question: Question, vector: NDArray[np.float32]) -> Draft | None:
        """What the register says in a sentence or two of a further question; None where it says nothing, or lists."""
        told = self._from_register(question)
        if told is None or told[0].absent or told[0].rows:
            return None
        by_number = {citation.number: citation for citation in told[0].citations}
        said = []
        for statement in told[0].statements:
            places = [by_number[number] for number in statement.citations]
            sources = tuple(s for c in places for s in self._finder.standing(c.document, c.start, c.end))
            whole = any(statement.text in sentence.text for sentence in sources)
            said += [Said(statement.text, sources)] if whole else [Said(one.text, (one,)) for one in sources]
        return Draft(tuple(said)) if said and all(one.sources for one in said) else None

    def _from_register(self, question: Question) -> tuple[Listing, Understood] | None:
        return from_register(question, self._basis(question), self._archive.unread)

    def _basis(self, question: Question) -> Basis:
        archive, finder = self._archive, self._finder
        register, matcher = finder.register(question), finder.matcher(question)
        return Basis(register, matcher, archive.documents, archive.snapshot.document, self._today, self._lifted)
