"""Answers for everything of a sort that neither the register nor a document lists: every document that tells of it, a row a passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from assistant.across.beside import with_told
from assistant.across.doings import asked_for, saying_nothing
from assistant.across.gather import Across
from assistant.across.holders import asks_holders, told_of_holders
from assistant.across.rows import Rows, at, place
from assistant.archive import Archive
from assistant.bounds import Bound
from assistant.bridging import Embed
from assistant.finding import Finder
from assistant.reading.asked_kinds import asked_kind, holds
from assistant.reading.choosing import Chosen, of_what_is_named, ranked
from assistant.reading.counting import says_number
from assistant.reading.countries_told import nearest_naming
from assistant.reading.draft import Draft, Listed
from assistant.reading.evidence import Evidence
from assistant.reading.itemise import itemised
from assistant.reading.likely_lists import likely, may_mean_list, means_several
from assistant.reading.numbered import numbered
from assistant.reading.own_lists import own_list
from assistant.reading.table_question import may_list
from assistant.reading.tabled import tabled
from assistant.reading.telling import telling
from assistant.register.abouts import filler
from assistant.register.sentence import loose_stems
from assistant.understand import Question, Wants, as_list, understand
from assistant.values import Answer
from assistant.words import passage_columns
from vectorstore import DocumentInfo, terms

_NAMED, _DATED = 0.6, 0.6
"""How far the names and the time of a question must be told for its passages to be shown."""
_TOLD = 0.5
"""Share of the matter that a sentence must tell that is of none of those that are picked."""
_UNHEARD = 0.6
"""Share of what a question is about that no document may have and something still come near it: 0.53 at most of 108 questions for
lists that have an answer."""
_NEAR = 0.3
"""How near a passage must be in meaning where the words of the question are not told."""
_BEST = 10
"""Sentences of which one must do so. Of 41 questions for several things that no single sentence is enough for, 40 of those looked at
have an answer."""
_SURELY, _TELLS_ALL = 0.85, 8.5
"""What a list needs whose items are counted. Of 60 questions of nine archives that count, it was the right one for all that had it."""
_SEVERAL = 2
_OPEN: tuple[Wants, ...] = ("fact", "definition", "reason", "person", "list")
"""Kinds of answer under which something that was done is asked for: what was decided, who taught."""


class Gatherer:
    """Gathers the passages of one archive.

    Args:
        archive: Where to look.
        finder: Finds the evidence for a question in more passages than are read for one fact.
    """

    def __init__(self, archive: Archive, finder: Finder) -> None:
        self._archive = archive
        self._finder = finder
        self._rowing = Rows(archive, finder)

    def beside(self, question: Question, vector: NDArray[np.float32], draft: Draft) -> Draft:
        """What is said, with the lists that may be meant and the passages of all documents that tell of the same."""
        if draft.rows or not may_mean_list(question):
            return draft
        evidence = self._finder.evidence(question, vector)
        said = {at(sentence) for one in draft.said for sentence in one.sources}
        rows = [row for row in self._told(question, evidence) if place(row) not in said]
        if not rows:
            return draft
        return replace(draft, columns=passage_columns(question.language), rows=tuple(rows), gathered=True)

    def alone(self, question: Question, vector: NDArray[np.float32]) -> Draft | None:
        """The lists and passages alone; None where they do not tell of what is named and when."""
        evidence = self._finder.evidence(question, vector)
        if not evidence or not _is_of_it(question, evidence) or self._unheard(question) > _UNHEARD:
            return None
        near = [e for e in evidence if e.named >= _NAMED or not question.names]
        rows = self._told(question, near, least=1)
        return Draft((), passage_columns(question.language), rows, gathered=True, unsure=True) if rows else None

    def _told(self, question: Question, evidence: Sequence[Evidence], least: int = _SEVERAL) -> tuple[Listed, ...]:
        """The items of the lists that may be meant, then the passages, where so many documents have some."""
        finder = self._finder
        candidates = ranked(question, evidence, finder.lists(question), finder.matcher(question))
        lists = likely(question, [one for one in candidates if not (question.names and one.elsewhere)])
        kind = asked_kind(question)

        def is_of_kind(row: Listed) -> bool:
            return kind is None or holds(kind, row.said.text)

        rows = [row for one in lists for row in filter(is_of_kind, self._rowing.items(question, one))]
        found = telling(evidence) if means_several(question) else ()
        found = tuple(e for e in found if kind is None or holds(kind, e.sentence.text))
        if len({e.sentence.document for e in found}) >= least:
            shown = {place(row) for row in rows}
            rows += [row for row in self._rowing.rows(question, found) if place(row) not in shown]
        return tuple(dict.fromkeys(rows))

    def _unheard(self, question: Question) -> float:
        """Share of what a question is about that no document has in any spelling or as a word of the same concept."""
        matcher, known = self._finder.matcher(question), self._archive.vocabulary.frequency.keys()
        about = [term for term in question.own_terms if term not in filler()]
        total = sum(matcher.weight[term] for term in about)
        said = {term: matcher.same[term] | matcher.alike[term] | frozenset(matcher.akin[term]) for term in about}
        unheard = (term for term, ways in said.items() if term not in matcher.aliases and known.isdisjoint(ways))
        return sum(matcher.weight[term] for term in unheard) / total if total else 0.0

    def across(
        self, question: Question, vector: NDArray[np.float32], today: date, listed: Chosen | None
    ) -> Draft | None:
        """Everything of a sort that documents tell of in scattered sentences.

        None for less than two things, and where a list is surely what is meant.
        """
        told = Across(self._archive, self._finder, today).told(question)
        if told is None or len(told.things) < _SEVERAL:
            return None
        if listed is not None and not told.is_meant(" ".join([*listed.listing.headings[-1:], listed.listing.lead])):
            return None
        rows = [self._rowing.of(question, one) for one in told.things]
        shown = {at(sentence) for row in rows for sentence in row.said.sources}
        evidence = self._finder.evidence(question, vector)
        near = [e for e in telling(evidence) if at(e.sentence) in told.places and not told.limits.of_named]
        further = (*self._rowing.rest(question, shown), *self._rowing.rows(question, near))
        further += self._told(question, evidence) if told.loosely else ()
        rows += [row for row in dict.fromkeys(further) if place(row) not in shown]
        return Draft((), passage_columns(question.language), tuple(rows), gathered=True)

    def holders(self, question: Question, vector: NDArray[np.float32]) -> Draft | None:
        """What documents tell of everybody who was in an office; None where that is not asked, or they tell of none or one."""
        if not asks_holders(question):
            return None
        evidence = self._finder.evidence(question, vector)
        found = told_of_holders(question, evidence, self._finder.matcher(question))
        rows = self._rowing.rows(question, found)
        return Draft((), passage_columns(question.language), rows, gathered=True) if rows else None

    def naming_countries(self, question: Question, evidence: Sequence[Evidence]) -> Draft | None:
        """The sentences that come nearest of those that name countries one beside the other; None where none does."""
        near = nearest_naming(evidence)
        rows = self._rowing.rows(question, near)
        return Draft((), passage_columns(question.language), rows, gathered=True, unsure=True) if rows else None

    def counted(self, question: Question, embed: Embed) -> Draft | None:
        """How many things are in the list that surely is the one of what is counted; None where none surely is."""
        listing = as_list(question.standalone) if question.wants == "number" else None
        if listing is None:
            return None
        asked = replace(understand(listing, (), question.as_of), language=question.language)
        finder = self._finder
        evidence = finder.evidence(asked, embed(asked.standalone))
        found = (
            of_what_is_named(ranked(asked, evidence, finder.lists(asked), finder.matcher(asked))) if evidence else []
        )
        if not found or not _is_surely_counted(found[0]):
            return None
        return itemised(found[0], finder.of(found[0].document), counted=True)

    def listed(self, answer: Answer, question: Question, today: date) -> Answer:
        """A list of the register, with what documents tell of further things."""
        if answer.table is None or answer.outcome != "answered" or question.wants in ("number", "money"):
            return answer
        told = Across(self._archive, self._finder, today).told(question, strict=True)
        if told is None:
            return answer
        kept = [fact for record in self._finder.register(question).of_kind(told.doing.kept_as) for fact in record.facts]
        return with_told(answer, told.things, kept, self._archive.documents.__getitem__)

    def as_listed(self, question: Question, today: date) -> str | None:
        """A question in the words by which the register is asked."""
        return Across(self._archive, self._finder, today).as_listed(question)

    def numbered(self, question: Question, vector: NDArray[np.float32]) -> Draft | None:
        """What is counted or listed, as the one document that it is of numbers it."""
        doing = asked_for(question.standalone)
        if question.wants != "number" and not (doing and doing[0].yields and question.wants in _OPEN):
            return None
        finder = self._finder
        near = self._near(question, vector)
        nothing = filler() | frozenset(loose_stems(question))
        told = {one.path: finder.occasion(question, one.path).told for one in near}
        said = frozenset(terms(doing[1])) if doing else frozenset()
        return numbered(question, near, finder.of, finder.matcher(question), nothing, told, said)

    def own(self, question: Question, vector: NDArray[np.float32]) -> Draft | None:
        """The list of the one document that is of all that a question names, where it asks for that list or counts it."""
        counts = question.wants == "number"
        doing = asked_for(question.standalone)
        if not counts and not may_list(question) and (doing is None or question.wants not in _OPEN):
            return None
        finder = self._finder
        nothing = {*filler(), *loose_stems(question), *(terms(doing[1]) if doing and not counts else ())}

        of_one = doing is not None and not counts and (doing[0].yields or "person" in doing[0].needs)

        def announces(label: str) -> bool:
            return of_one and doing is not None and doing[0].announced_by(label)

        chosen = own_list(
            question,
            self._near(question, vector),
            finder.lists(question),
            finder.matcher(question),
            nothing,
            announces,
            saying_nothing(),
        )
        if chosen is None or (doing and "person" in doing[0].needs and not chosen.of_people):
            return None
        return itemised(chosen, finder.of(chosen.document), counted=counts)

    def _near(self, question: Question, vector: NDArray[np.float32]) -> list[DocumentInfo]:
        """The documents of which passages are found, the nearest first."""
        found = [passage.source.document for passage in self._finder.retrieved(question, vector)]
        return [self._archive.documents[path] for path in dict.fromkeys(found)]

    def tabled(
        self, question: Question, vector: NDArray[np.float32], *, mostly: bool = False, bound: Bound | None = None
    ) -> Draft | None:
        """The rows of the one table that tells all that is listed or counted, or most of it and all that is named.

        Of those with a number as large as it must be, where that is bound.
        """
        if question.wants != "number" and not may_list(question):
            return None
        finder = self._finder
        chosen = tabled(
            question,
            self._near(question, vector),
            self._archive.lists,
            finder.matcher(question),
            filler(),
            loose_stems(question),
            lambda path: finder.occasion(question, path),
            mostly=mostly,
            bound=bound,
        )
        if chosen is None:
            return None
        return itemised(chosen, finder.of(chosen.document), counted=question.wants == "number")


def _is_surely_counted(chosen: Chosen) -> bool:
    """Whether a list is called what is counted, no other comes near it, and what leads to it gives no number besides."""
    told = says_number(chosen.listing.lead)
    of_items = chosen.listing.sort in ("items", "inline") and len(chosen.entries) >= _SEVERAL
    return of_items and chosen.head and not told and chosen.share >= _SURELY and chosen.value >= _TELLS_ALL


def _is_of_it(question: Question, evidence: Sequence[Evidence]) -> bool:
    """Whether the best sentence tells what is asked, or one of the best is near it in meaning: of what is named, and of its time."""
    first, best = evidence[0], evidence[:_BEST]
    if first.named >= _NAMED and first.dated >= _DATED and (question.names or first.told >= _TOLD) and first.told > 0:
        return True
    named = not question.names or max(e.named for e in best) >= _NAMED
    return named and any(e.dated >= _DATED and e.near >= _NEAR and (e.qualified or e.told >= _TOLD) for e in best)
