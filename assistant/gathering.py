"""Answers for everything of a sort that neither the register nor a document lists: every document that tells of it, a row a passage."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from assistant.across.beside import with_told
from assistant.across.gather import Across
from assistant.across.same import Told
from assistant.archive import Archive
from assistant.bridging import Embed
from assistant.concepts import is_known_name, same_concept
from assistant.finding import Finder
from assistant.reading.choosing import Chosen, ranked, whole_list
from assistant.reading.draft import Draft, Listed, Said
from assistant.reading.evidence import Evidence
from assistant.reading.itemise import itemised, items, names_of, row_said
from assistant.reading.likely_lists import likely, may_mean_list, means_several
from assistant.reading.showing import shortened
from assistant.reading.tabled import may_list, tabled
from assistant.reading.telling import telling
from assistant.register.abouts import filler
from assistant.register.sentence import loose_stems
from assistant.understand import Question, apiece, understand
from assistant.values import Answer
from assistant.words import passage_columns
from vectorstore import StoredSentence, say_date, terms

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
_LONGEST = 45
"""Words of a row."""
_WHOLE = 90
"""Words of a row where all that is told of one sort is gathered."""
_SEVERAL = 2
_MANY, _OF_EACH = 3, 4
"""Things named side by side of which each is asked for whatever the words ask for, and sentences that tell of one."""
_SOURCES = 4
"""Sentences at most that a row is cited from."""


class Gatherer:
    """Gathers the passages of one archive.

    Args:
        archive: Where to look.
        finder: Finds the evidence for a question in more passages than are read for one fact.
        embed: Embeds the question for each of several things that are named side by side.
    """

    def __init__(self, archive: Archive, finder: Finder, embed: Embed) -> None:
        self._archive = archive
        self._finder = finder
        self._embed = embed

    def beside(self, question: Question, vector: NDArray[np.float32], draft: Draft) -> Draft:
        """What is said, with the lists that may be meant and the passages of all documents that tell of the same."""
        if draft.rows or not (may_mean_list(question) or self._apiece(question)):
            return draft
        evidence = self._finder.evidence(question, vector)
        said = {_at(sentence) for one in draft.said for sentence in one.sources}
        rows = [row for row in self._told(question, evidence) if _place(row) not in said]
        if not rows:
            return draft
        return replace(draft, columns=passage_columns(question.language), rows=tuple(rows), gathered=True)

    def alone(self, question: Question, vector: NDArray[np.float32]) -> Draft | None:
        """The lists and passages alone; None where they do not tell of what is named and when."""
        evidence = self._finder.evidence(question, vector)
        told = evidence and (_is_of_it(question, evidence) or self._apiece(question))
        if not told or self._unheard(question) > _UNHEARD:
            return None
        rows = self._told(question, evidence, least=1)
        return Draft((), passage_columns(question.language), rows, gathered=True, unsure=True) if rows else None

    def _told(self, question: Question, evidence: Sequence[Evidence], least: int = _SEVERAL) -> tuple[Listed, ...]:
        """The items of the lists that may be meant, then the passages, where so many documents have some."""
        finder = self._finder
        lists = likely(question, ranked(question, evidence, finder.lists(question), finder.matcher(question)))
        rows = [row for one in lists for row in self._items(question, one)]
        for name, part in self._apiece(question).items():
            rows += self._rows(question, self._naming(name, part))
        found = telling(evidence) if means_several(question) else ()
        if len({e.sentence.document for e in found}) >= least:
            shown = {_place(row) for row in rows}
            rows += [row for row in self._rows(question, found) if _place(row) not in shown]
        return tuple(dict.fromkeys(rows))

    def _unheard(self, question: Question) -> float:
        """Share of what a question is about that no document has in any spelling or as a word of the same concept."""
        matcher, known = self._finder.matcher(question), self._archive.vocabulary.frequency.keys()
        about = [term for term in question.own_terms if term not in filler()]
        total = sum(matcher.weight[term] for term in about)
        said = {term: matcher.same[term] | matcher.alike[term] | frozenset(matcher.akin[term]) for term in about}
        unheard = (term for term, ways in said.items() if term not in matcher.aliases and known.isdisjoint(ways))
        return sum(matcher.weight[term] for term in unheard) / total if total else 0.0

    def is_for_several(self, question: Question) -> bool:
        """Whether several things are asked for, or the same of several that are named side by side."""
        return means_several(question) or bool(self._apiece(question))

    def _apiece(self, question: Question) -> dict[str, Question]:
        """The question for each thing alone, where several are named side by side."""
        archive, matcher, proper = self._archive, self._finder.matcher(question), self._finder.register(question).proper

        def is_name(word: str) -> bool:
            stems = [stem for stem in terms(word)[:1] if not same_concept(stem) or is_known_name(stem)]
            return any(stem in matcher.named or proper.is_name(stem) or archive.writes_as_name(word) for stem in stems)

        asked = apiece(question.standalone, is_name)
        whole = [words for _, words in self._finder.register(question).names.mentions(question.standalone)]
        if any(all(name in words for name in asked) for words in whole):
            return {}  # one name that has an "and"
        if len(asked) < (_SEVERAL if means_several(question) else _MANY):
            return {}
        parts = {name: understand(one, (), question.as_of) for name, one in asked.items()}
        return {
            name: replace(one, wants=question.wants, also=(), language=question.language) for name, one in parts.items()
        }

    def _naming(self, name: str, part: Question) -> Sequence[Evidence]:
        """The best sentences that tell of one of several things named, in whose words or whose document's title it is."""
        matcher = self._finder.matcher(part)
        own = [term for term in terms(name) if term in matcher.same]

        def names_it(e: Evidence) -> bool:
            said = frozenset(terms(f"{e.sentence.text} {e.passage.source.title}"))
            return e.sentence.kind not in ("header", "heading") and all(matcher.worth(term, said) for term in own)

        found = self._finder.evidence(part, self._embed(part.standalone))
        return sorted(filter(names_it, found), key=lambda e: -(e.score + e.fit))[:_OF_EACH]

    def _rest(self, question: Question, listed: Collection[tuple[str, int]]) -> list[Listed]:
        """The other items of the lists of which several are listed."""
        found: list[Listed] = []
        for document in dict.fromkeys(document for document, _ in listed):
            for listing in self._archive.lists(document):
                told = [entry for entry in listing.entries if (document, entry.start) in listed]
                if listing.sort == "items" and len(told) >= _SEVERAL:
                    found += self._items(question, whole_list(document, listing))
        return found

    def _items(self, question: Question, chosen: Chosen) -> list[Listed]:
        """The items of a list, each with the document and the heading that it stands under."""
        about = self._archive.documents[chosen.document]
        sentences = self._finder.of(chosen.document)
        above = tuple(s for s in sentences if s.start == chosen.listing.heading_start and s.kind == "heading")
        under = " – ".join([about.title, *(" ".join(heading.text.split()) for heading in above)])
        day = say_date(about.date, None, question.language) if about.date else ""
        told = (Said(one.text, (*one.sources, *above)) for one in items(chosen, sentences))
        return [Listed(said, (under, day, said.text)) for said in told]

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
        rows = [self._of(question, one) for one in told.things]
        shown = {_at(sentence) for row in rows for sentence in row.said.sources}
        evidence = self._finder.evidence(question, vector)
        near = [e for e in telling(evidence) if _at(e.sentence) in told.places]
        further = (*self._rest(question, shown), *self._rows(question, near))
        further += self._told(question, evidence) if told.loosely else ()
        rows += [row for row in dict.fromkeys(further) if _place(row) not in shown]
        return Draft((), passage_columns(question.language), tuple(rows), gathered=True)

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

    def tabled(self, question: Question, vector: NDArray[np.float32], *, mostly: bool = False) -> Draft | None:
        """The rows of the one table that tells all that is listed or counted, or most of it and all that is named."""
        if question.wants != "number" and not may_list(question):
            return None
        finder, documents = self._finder, self._archive.documents
        found = [passage.source.document for passage in finder.retrieved(question, vector)]
        near = [documents[path] for path in dict.fromkeys(found)]
        chosen = tabled(
            question,
            near,
            self._archive.lists,
            finder.matcher(question),
            filler(),
            loose_stems(question),
            mostly=mostly,
        )
        if chosen is None:
            return None
        return itemised(chosen, finder.of(chosen.document), counted=question.wants == "number")

    def _of(self, question: Question, told: Told) -> Listed:
        """One thing that is told of, in the words of its first sentence, with all that tell of it as its sources."""
        row = self._row(question, told.units[0].sentence, _WHOLE)
        others = tuple(unit.sentence for unit in told.units[1:_SOURCES])
        return replace(row, said=replace(row.said, sources=(*row.said.sources, *others)))

    def _rows(self, question: Question, found: Sequence[Evidence]) -> tuple[Listed, ...]:
        return tuple(self._row(question, e.sentence, _LONGEST) for e in found)

    def _row(self, question: Question, sentence: StoredSentence, longest: int) -> Listed:
        if sentence.kind == "row":
            said = row_said(sentence, names_of(sentence, self._finder.siblings(sentence)))
        else:
            said = Said(shortened(sentence.text, None, longest), (sentence,))
        about = self._archive.documents[sentence.document]
        day = say_date(about.date, None, question.language) if about.date else ""
        return Listed(said, (about.title, day, said.text))


def _at(sentence: StoredSentence) -> tuple[str, int]:
    """Where a sentence stands."""
    return sentence.document, sentence.start


def _place(row: Listed) -> tuple[str, int]:
    return _at(row.said.sources[0])


def _is_of_it(question: Question, evidence: Sequence[Evidence]) -> bool:
    """Whether the best sentence tells what is asked, or one of the best is near it in meaning: of what is named, and of its time."""
    first, best = evidence[0], evidence[:_BEST]
    if first.named >= _NAMED and first.dated >= _DATED and (question.names or first.told >= _TOLD) and first.told > 0:
        return True
    named = not question.names or max(e.named for e in best) >= _NAMED
    return named and any(e.dated >= _DATED and e.near >= _NEAR and (e.qualified or e.told >= _TOLD) for e in best)
