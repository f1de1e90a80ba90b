"""A snapshot with what is derived from it once and used for every question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.aliases import initials
from assistant.amending import amendments
from assistant.answered import Answered
from assistant.reading.document_lists import Listing, lists_in
from assistant.reading.nearness import Placed, placed
from assistant.reading.sub_items import sub_items
from assistant.reading.told_lists import told_in
from assistant.register.keeping import whole_register
from assistant.register.known import Known
from assistant.register.names import Names
from assistant.register.register import Register, read_register
from assistant.variants import Vocabulary
from vectorstore import DocumentInfo, Fact, Snapshot

_LISTS = 64
"""Documents whose lists are kept at the same time."""
_NAMING = ("name", "organisation", "venue", "place", "country", "countries", "parties")
"""Fields of a fact that hold names."""
_REGISTERS = 4
"""Days whose registers are kept at the same time."""
_OPENING = 400
"""Characters at the beginning of a document that say what it is of."""


@dataclass(frozen=True)
class Archive:
    """A snapshot with what is derived from it once and used for every question."""

    snapshot: Snapshot
    known: Known | None = None
    """What people wrote down about names."""

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The terms of the archive."""
        return Vocabulary(self.snapshot.vocabulary(), self.snapshot.chunk_count, self._spoken)

    @cached_property
    def documents(self) -> dict[str, DocumentInfo]:
        """What is known of each document, by path."""
        return {document.path: document for document in self.snapshot.documents()}

    @cached_property
    def answered(self) -> Answered:
        """The answers given lately."""
        return Answered()

    @cached_property
    def initials(self) -> Mapping[str, frozenset[str]]:
        """The names in titles and places, by their initials."""
        said = [text for d in self.documents.values() for text in (d.title, d.venue)]
        said += [fact.fields.get(place) for fact in self.facts for place in ("venue", "place")]
        return initials(text for text in said if text)

    @cached_property
    def _spoken(self) -> frozenset[str]:
        """The words of titles, and of the names of people, bodies and places, as written."""
        said = [text for d in self.documents.values() for text in (d.title, d.venue)]
        said += [fact.fields.get(field) for fact in self.facts for field in _NAMING]
        return frozenset(word for text in said if text for word in re.findall(r"[^\W\d_]+", text))

    def writes_as_name(self, word: str) -> bool:
        """Whether titles and names have a word with a capital and never without, however it is typed here."""
        typed, spoken = word.lower(), self._spoken
        return typed not in spoken and (typed.capitalize() in spoken or typed.upper() in spoken)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact of the documents."""
        return tuple(self.snapshot.facts())

    @cached_property
    def names(self) -> Names:
        """The names of the archive, the same on every day."""
        return self._whole.names

    @cached_property
    def _whole(self) -> Register:
        """The register of all documents, kept with the snapshot."""
        return whole_register(self.snapshot, self.facts, self.documents, self.known or Known())

    @cached_property
    def years(self) -> tuple[int | None, int | None]:
        """The first and last year of the documents' own dates."""
        years = sorted(int(d.date[:4]) for d in self.documents.values() if d.date)
        return (years[0], years[-1]) if years else (None, None)

    def register(self, until: str | None, without: frozenset[str] = frozenset()) -> Register:
        """The facts of the documents that may be used, ready to be asked; the last few are kept."""
        if until is None and not without:
            return self._whole
        key = (until, without)
        if key not in self._registers:
            allowed = self.usable(until, without)
            about = {path: told for path, told in self.documents.items() if allowed is None or path in allowed}
            while len(self._registers) >= _REGISTERS:
                self._registers.pop(next(iter(self._registers)))
            frequency = self.vocabulary.frequency
            self._registers[key] = read_register(self.facts, about, self.names, self.known, frequency)
        return self._registers[key]

    @cached_property
    def _registers(self) -> dict[tuple[str | None, frozenset[str]], Register]:
        return {}

    def text(self, document: str) -> str:
        """The stored text of a document, by its path."""
        return self.snapshot.document(document).text

    def opening(self, document: str) -> str:
        """The first words of a document, which say what it is of, when and where."""
        if document not in self._openings:
            self._openings[document] = self.text(document)[:_OPENING]
        return self._openings[document]

    @cached_property
    def _openings(self) -> dict[str, str]:
        """The openings that were asked for so far, by document."""
        return {}

    def foreword(self, document: str) -> str:
        """The first words of a document, before its first list or table."""
        starts = [one.entries[0].start for one in self.lists(document) if one.sort in ("rows", "items")]
        lines = self.opening(document)[: min(starts, default=None)].splitlines()
        return "\n".join(line for line in lines if " | " not in line)

    def lists(self, document: str) -> tuple[Listing, ...]:
        """The lists of a document, by its path."""
        return tuple(one.listing for one in self.placed(document))

    def placed(self, document: str) -> tuple[Placed, ...]:
        """The lists of a document with their embeddings, by its path; those of the last few documents asked about are kept."""
        if document not in self._lists:
            while len(self._lists) >= _LISTS:
                self._lists.pop(next(iter(self._lists)), None)
            stored = self.snapshot.document(document)
            sentences = sorted(self.snapshot.sentences(self.snapshot.chunks_of(document)), key=lambda s: s.start)
            found = (*lists_in(stored), *sub_items(stored), *told_in(stored, sentences))
            self._lists[document] = tuple(placed(listing, sentences) for listing in found)
        return self._lists[document]

    @cached_property
    def _lists(self) -> dict[str, tuple[Placed, ...]]:
        return {}

    @cached_property
    def amendments(self) -> Mapping[str, tuple[str, ...]]:
        """The documents that change a document, by its path."""
        return amendments(self.documents.values(), self.text)

    @cached_property
    def unread(self) -> int:
        """Files that could not be read, or not all of them."""
        return sum(file.state == "unreadable" or file.is_partial for file in self.snapshot.files())

    def usable(self, day: str | None, without: frozenset[str] = frozenset()) -> frozenset[str] | None:
        """The documents that existed on a day, but for those left out; None for all."""
        if day is None and not without:
            return None
        dated = (p for p, d in self.documents.items() if day is None or d.date is None or d.date <= day)
        return frozenset(dated) - without
