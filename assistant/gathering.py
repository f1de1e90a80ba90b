"""Answers for everything of a sort that neither the register nor a document lists: every document that tells of it, a row a passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from assistant.archive import Archive
from assistant.finding import Finder
from assistant.reading.draft import Draft, Listed, Said
from assistant.reading.evidence import Evidence
from assistant.reading.itemise import itemised, names_of, row_said
from assistant.reading.showing import shortened
from assistant.reading.tabled import may_list, tabled
from assistant.reading.telling import telling
from assistant.register.abouts import filler
from assistant.understand import Question
from assistant.words import passage_columns
from vectorstore import say_date

_NAMED, _DATED = 0.6, 0.6
"""How far the names and the time of a question must be told for its passages to be shown."""
_TOLD = 0.5
"""Share of the matter that the best passage must tell where no name says what is meant."""
_LONGEST = 45
"""Words of a row."""


class Gatherer:
    """Gathers the passages of one archive.

    Args:
        archive: Where to look.
        finder: Finds the evidence for a question in more passages than are read for one fact.
    """

    def __init__(self, archive: Archive, finder: Finder) -> None:
        self._archive = archive
        self._finder = finder

    def beside(self, question: Question, vector: NDArray[np.float32], draft: Draft) -> Draft:
        """What is said, with the passages of all documents that tell of the same; as it is where only one does."""
        found = telling(self._finder.evidence(question, vector))
        if draft.rows or len({e.sentence.document for e in found}) < 2:
            return draft
        return replace(
            draft, columns=passage_columns(question.language), rows=self._rows(question, found), gathered=True
        )

    def alone(self, question: Question, vector: NDArray[np.float32]) -> Draft | None:
        """The passages alone; None where they do not tell of what is named and when."""
        evidence = self._finder.evidence(question, vector)
        found = telling(evidence)
        if not found or not _is_of_it(question, evidence):
            return None
        return Draft((), passage_columns(question.language), self._rows(question, found), gathered=True)

    def tabled(self, question: Question, vector: NDArray[np.float32]) -> Draft | None:
        """The rows of the one table that tells all that is listed or counted."""
        if question.wants != "number" and not may_list(question):
            return None
        finder, documents = self._finder, self._archive.documents
        found = [passage.source.document for passage in finder.retrieved(question, vector)]
        likely = [documents[path] for path in dict.fromkeys(found)]
        chosen = tabled(question, likely, self._archive.lists, finder.matcher(question), filler())
        if chosen is None:
            return None
        return itemised(chosen, finder.of(chosen.document), counted=question.wants == "number")

    def _rows(self, question: Question, found: Sequence[Evidence]) -> tuple[Listed, ...]:
        return tuple(self._row(question, e) for e in found)

    def _row(self, question: Question, e: Evidence) -> Listed:
        sentence = e.sentence
        if sentence.kind == "row":
            said = row_said(sentence, names_of(sentence, self._finder.siblings(sentence)))
        else:
            said = Said(shortened(sentence.text, None, _LONGEST), (sentence,))
        about = self._archive.documents[sentence.document]
        day = say_date(about.date, None, question.language) if about.date else ""
        return Listed(said, (about.title, day, said.text))


def _is_of_it(question: Question, evidence: Sequence[Evidence]) -> bool:
    """Whether the best sentence is about what is asked: what is named, its time, and the matter where nothing is named."""
    best = evidence[0]
    if best.named < _NAMED or best.dated < _DATED:
        return False
    return bool(question.names) or best.told >= _TOLD
