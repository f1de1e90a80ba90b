"""What is gathered as rows of a table: its document, the day of that, its words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from assistant.across.same import Told
from assistant.archive import Archive
from assistant.finding import Finder
from assistant.reading.choosing import Chosen, whole_list
from assistant.reading.draft import Listed, Said
from assistant.reading.evidence import Evidence
from assistant.reading.itemise import items
from assistant.reading.showing import at_most
from assistant.understand import Question
from vectorstore import StoredSentence, say_date

_LONGEST = 45
"""Words of a row."""
_WHOLE = 90
"""Words of a row where all that is told of one sort is gathered."""
_SEVERAL = 2
_SOURCES = 4
"""Sentences at most that a row is cited from."""


@dataclass(frozen=True)
class Rows:
    """Makes rows of sentences and of items of lists.

    Args:
        archive: Knows the documents and their lists.
        finder: Finds the sentences of a document.
    """

    archive: Archive
    finder: Finder

    def rest(self, question: Question, listed: Collection[tuple[str, int]]) -> list[Listed]:
        """The other items of the lists of which several are listed."""
        found: list[Listed] = []
        for document in dict.fromkeys(document for document, _ in listed):
            for listing in self.archive.lists(document):
                told = [entry for entry in listing.entries if (document, entry.start) in listed]
                if listing.sort == "items" and len(told) >= _SEVERAL:
                    found += self.items(question, whole_list(document, listing))
        return found

    def items(self, question: Question, chosen: Chosen) -> list[Listed]:
        """The items of a list, each with the document and the heading that it stands under."""
        about = self.archive.documents[chosen.document]
        sentences = self.finder.of(chosen.document)
        above = tuple(s for s in sentences if s.start == chosen.listing.heading_start and s.kind == "heading")
        under = " – ".join([about.title, *(" ".join(heading.text.split()) for heading in above)])
        day = say_date(about.date, None, question.language) if about.date else ""
        told = (Said(one.text, (*one.sources, *above)) for one in items(chosen, sentences))
        return [Listed(said, (under, day, said.text)) for said in told]

    def of(self, question: Question, told: Told) -> Listed:
        """One thing that is told of, in the words of its first sentence, with all that tell of it as its sources."""
        row = self.row(question, told.units[0].sentence, _WHOLE)
        others = tuple(unit.sentence for unit in told.units[1:_SOURCES])
        return replace(row, said=replace(row.said, sources=(*row.said.sources, *others)))

    def rows(self, question: Question, found: Sequence[Evidence]) -> tuple[Listed, ...]:
        """A row for each sentence."""
        return tuple(self.row(question, e.sentence, _LONGEST) for e in found)

    def row(self, question: Question, sentence: StoredSentence, longest: int) -> Listed:
        """A sentence, at most so many words of it, with its document and the day of that."""
        said = at_most(sentence, longest, self.finder.siblings)
        about = self.archive.documents[sentence.document]
        day = say_date(about.date, None, question.language) if about.date else ""
        return Listed(said, (about.title, day, said.text))


def at(sentence: StoredSentence) -> tuple[str, int]:
    """Where a sentence stands."""
    return sentence.document, sentence.start


def place(row: Listed) -> tuple[str, int]:
    """Where what a row says stands first."""
    return at(row.said.sources[0])
