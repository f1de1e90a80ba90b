"""Finds the evidence for a question in one snapshot: search, and every sentence of what is found weighed."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.aliases import aliases, towns_of
from assistant.archive import Archive
from assistant.reading.evidence import Evidence
from assistant.reading.list_kinds import read_list_kinds
from assistant.reading.matching import Matcher
from assistant.reading.nearness import Near, near
from assistant.reading.occasions import Occasion, occasion
from assistant.reading.rereading import Reranker, reread
from assistant.reading.weighing import weigh
from assistant.register.register import Register
from assistant.retrieve import SnapshotRetriever, bundle
from assistant.trace import Recorder
from assistant.understand import Question, name_parts, spellings
from assistant.values import Citation
from vectorstore import Fact, Passage, StoredSentence, Wording, passage_of

_EXPANDED = 6
"""Passages whose neighbours are read too."""
_BESIDE = 0.7
"""Share of a passage's score that its neighbours get."""
_TOLD_OF, _VAGUE = 0.8, 3
"""Share of the best passage's score that one gets which tells of what the question names, and how many things it may then mean."""
_TELLING = 2
"""Documents and passages of each that are read because they tell of it."""


_LATER = 6
"""Passages of later documents that are read for what they say of the same."""


class Finder:
    """Finds evidence in the documents that may be used.

    Args:
        archive: Where to look.
        passages: How many passages are read for a question.
        without: Documents that may not be used.
        recorder: Notes what was found.
        reranker: Reads the best sentences again; None where the model has none.
    """

    def __init__(
        self,
        archive: Archive,
        passages: int,
        without: frozenset[str],
        recorder: Recorder,
        reranker: Reranker | None = None,
    ) -> None:
        self._archive = archive
        self._most = passages
        self._without = without
        self._recorder = recorder
        self._reranker = reranker
        self._compared: dict[Question, Matcher] = {}
        self._vectors: dict[str, NDArray[np.float32]] = {}
        self._found: dict[tuple[Question, str | None], list[Evidence]] = {}

    def evidence(self, question: Question, vector: NDArray[np.float32], within: str | None = None) -> list[Evidence]:
        """Every sentence of the passages found, best first; of one document where that is named. Sought once a question."""
        if (question, within) not in self._found:
            self._found[question, within] = self._evidence(question, vector, within)
        return self._found[question, within]

    def _evidence(self, question: Question, vector: NDArray[np.float32], within: str | None) -> list[Evidence]:
        self._recorder.sought(question.standalone)
        with self._recorder.stage("search"):
            found = self.retrieved(question, vector, within)
            if within is None:
                found += self._telling(question, vector, found)
        evidence = self._read(question, vector, found)
        if self._reranker is not None:
            with self._recorder.stage("rerank"):
                evidence = reread(question, evidence, self._reranker)
        return self._noted(evidence)

    def around(
        self, question: Question, vector: NDArray[np.float32], places: Sequence[Citation | StoredSentence]
    ) -> list[Evidence]:
        """Every sentence of the passages around some places of one document, and of those found there, weighed and not read again."""
        document = places[0].document
        found = self.retrieved(question, vector, document)
        have = {passage.chunk_id for passage in found}
        beside = [chunk for chunk in self._around(document, places) if chunk not in have]
        stored = self._archive.snapshot.passages(beside)
        return self._noted(self._read(question, vector, [*found, *(passage_of(one, 0.0) for one in stored)]))

    def _around(self, document: str, places: Sequence[Citation | StoredSentence]) -> list[int]:
        """The chunks of a document that some of its places stand in, with those before and after."""
        snapshot = self._archive.snapshot
        chunks = list(snapshot.chunks_of(document))
        standing = {s.chunk_id for one in places for s in self.standing(document, one.start, one.end)}
        at = [place for place, chunk in enumerate(chunks) if chunk in standing]
        return [
            chunks[near] for near in sorted({n for p in at for n in range(max(0, p - 1), p + 3)}) if near < len(chunks)
        ]

    def alike(self, said: Question, vector: NDArray[np.float32], within: str) -> list[Evidence]:
        """Every sentence of the passages of a document that are found for what a sentence says, best first."""
        self._recorder.sought(said.standalone)
        with self._recorder.stage("search"):
            found = self.retrieved(said, vector, within)
        return self._noted(self._read(said, vector, found))

    def after(self, question: Question, vector: NDArray[np.float32], date: str) -> list[Evidence]:
        """Every sentence of the nearest passages found in documents that are later than a date, best first."""
        self._recorder.sought(question.standalone)
        with self._recorder.stage("search"):
            found = [p for p in self.retrieved(question, vector) if (p.source.date or "") > date][:_LATER]
        return self._noted(self._read(question, vector, found)) if found else []

    def retrieved(self, question: Question, vector: NDArray[np.float32], within: str | None = None) -> list[Passage]:
        """The passages found for a question, best first, before their neighbours are read too."""
        self._vectors[question.standalone] = vector
        matcher = self.matcher(question)
        here = self._archive.vocabulary.frequency.keys()
        alike = {term: matcher.alike[term] & here for term in question.terms}
        self._recorder.expanded(matcher.variants, alike)
        named = {word for names in matcher.aliases.values() for name in names for word in name}
        spelled = named.union(*matcher.same.values())
        own = spelled.union(*(alike[term] - matcher.translated[term] for term in question.terms)) - set(question.terms)
        wordings = [matcher.wording(term, here) for term in question.terms]
        return self._passages(question, vector, [*question.terms, *sorted(own)], wordings, within)

    def _telling(self, question: Question, vector: NDArray[np.float32], found: Sequence[Passage]) -> list[Passage]:
        """Passages that tell of the event a question names although they do not call it so, and were not found."""
        matcher = self.matcher(question)
        names = [term for term in question.own_terms if term in matcher.named]
        words = [term for term in question.own_terms if term not in matcher.named]
        events = self.register(question).shelf("event").called(names, words, matcher)
        if not found or len(events) > _VAGUE:
            return []
        have = {passage.source.document for passage in found}
        telling = dict.fromkeys(fact.document for event in events for fact in event.facts if fact.document not in have)
        more = [
            p for document in list(telling)[:_TELLING] for p in self.retrieved(question, vector, document)[:_TELLING]
        ]
        return [dataclasses.replace(passage, score=_TOLD_OF * found[0].score) for passage in more]

    def register(self, question: Question) -> Register:
        """The facts of the documents that may be used."""
        return self._archive.register(question.as_of.isoformat() if question.as_of else None, self._without)

    def allowed(self, question: Question) -> frozenset[str] | None:
        """The documents that may be used for a question; None for all."""
        return self._archive.usable(question.as_of.isoformat() if question.as_of else None, self._without)

    def matcher(self, question: Question) -> Matcher:
        """Compares the question's terms with text, in every spelling and by every name; made once a question."""
        if question not in self._compared:
            archive = self._archive
            vocabulary = archive.vocabulary
            variants = vocabulary.variants(question.terms, name_parts(question), spellings(question))
            known = archive.register(None).names
            names = aliases(question.standalone, known, archive.initials, vocabulary.frequency)
            towns = towns_of(question.standalone, known)
            self._compared[question] = Matcher(question, vocabulary.weight, variants, names, vocabulary.arabic, towns)
        return self._compared[question]

    def lists(self, question: Question) -> Callable[[str], tuple[Near, ...]]:
        """The lists of a document, by its path, as near as they are to a question that evidence was sought for."""
        vector = self._vectors.get(question.standalone)
        known = read_list_kinds()
        same = known.model == self._archive.snapshot.manifest.model
        kinds = known.asked(vector) if same and vector is not None else None

        def lists_of(document: str) -> tuple[Near, ...]:
            of = self.occasion(question, document)
            found = (near(one, vector, kinds) for one in self._archive.placed(document))
            return tuple(dataclasses.replace(one, occasion=of) for one in found)

        return lists_of

    def occasion(self, question: Question, document: str) -> Occasion:
        """What a document as a whole, by its path, tells of what a question names."""
        archive = self._archive
        return occasion(question, archive.documents[document], archive.foreword(document), self.matcher(question))

    def siblings(self, sentence: StoredSentence) -> list[StoredSentence]:
        """The sentences of a document around one, so that a list cut between chunks is whole again."""
        return self.of(sentence.document)

    def of(self, document: str) -> list[StoredSentence]:
        """The sentences of a document, in order."""
        snapshot = self._archive.snapshot
        return sorted(snapshot.sentences(snapshot.chunks_of(document)), key=lambda s: s.start)

    def first(self, document: str) -> StoredSentence | None:
        """The first sentence of a document; None where it has none."""
        snapshot = self._archive.snapshot
        chunks = list(snapshot.chunks_of(document))[:1]
        return min(snapshot.sentences(chunks), key=lambda s: s.start, default=None)

    def place(self, fact: Fact) -> tuple[StoredSentence, ...]:
        """The sentences of a document that a fact stands in."""
        return self.standing(fact.document, fact.start, fact.end)

    def standing(self, document: str, start: int, end: int) -> tuple[StoredSentence, ...]:
        """The sentences of a document that some of its characters stand in."""
        snapshot = self._archive.snapshot
        sentences = snapshot.sentences(snapshot.chunks_of(document))
        standing = {s.start: s for s in sentences if s.start < end and start < s.end}
        return tuple(standing[first] for first in sorted(standing))

    def _read(self, question: Question, vector: NDArray[np.float32], found: Sequence[Passage]) -> list[Evidence]:
        with self._recorder.stage("read"):
            weighed = self._weighed(question, vector, found)
        self._recorder.found(found)
        return weighed

    def _noted(self, evidence: list[Evidence]) -> list[Evidence]:
        """Evidence in its last order, which the trace tells."""
        self._recorder.weighed(evidence)
        return evidence

    def _weighed(self, question: Question, vector: NDArray[np.float32], found: Sequence[Passage]) -> list[Evidence]:
        passages = [*self._as_near_as_beside(found), *self._beside(found)]
        sentences: dict[int, list[StoredSentence]] = {}
        for sentence in self._archive.snapshot.sentences([passage.chunk_id for passage in passages]):
            sentences.setdefault(sentence.chunk_id, []).append(sentence)
        elsewhere = self.register(question).elsewhere.of
        return weigh(question, vector, passages, sentences, self.matcher(question), self._header, elsewhere)

    def _header(self, document: str) -> tuple[str, ...]:
        about = self._archive.documents[document]
        return tuple(part for part in (about.date_text, about.venue) if part)

    def _passages(
        self,
        question: Question,
        vector: NDArray[np.float32],
        sought: Sequence[str],
        wordings: Sequence[Wording],
        within: str | None,
    ) -> list[Passage]:
        allowed = self.allowed(question)
        one = frozenset([within or ""])
        allowed = allowed if within is None else one if allowed is None else allowed & one
        retriever = SnapshotRetriever(self._archive.snapshot, allowed, self._most, wordings)
        nodes = retriever.retrieve(bundle(question.standalone, vector, sought))
        return [retriever.passages[node.node.node_id] for node in nodes]

    def _as_near_as_beside(self, found: Sequence[Passage]) -> Iterator[Passage]:
        """The passages found, none less near than had only the one before it been found."""
        similar = {(p.source.document, p.number): p.similarity or 0.0 for p in found[:_EXPANDED]}
        for passage in found:
            document, number = passage.source.document, passage.number
            nearest = max(similar.get((document, number - back), 0.0) for back in (1, 2))
            near = max(passage.similarity or 0.0, nearest)
            yield dataclasses.replace(passage, similarity=near) if near else passage

    def _beside(self, found: Sequence[Passage]) -> Iterator[Passage]:
        """The chunks before and after the best ones: what a heading or an opening promised often stands there.

        One that stands beside several is as good as the best of them.
        """
        snapshot = self._archive.snapshot
        have = {passage.chunk_id for passage in found}
        beside: dict[int, list[Passage]] = {}
        for passage in found[:_EXPANDED]:
            chunks = list(snapshot.chunks_of(passage.source.document))
            place = chunks.index(passage.chunk_id)
            for chunk in (*chunks[max(0, place - 1) : place], *chunks[place + 1 : place + 3]):
                if chunk not in have:
                    beside.setdefault(chunk, []).append(passage)
        for stored in snapshot.passages(list(beside)):
            near = beside[stored.chunk_id]
            nearest = max((passage.similarity for passage in near if passage.similarity is not None), default=None)
            yield passage_of(stored, max(passage.score for passage in near) * _BESIDE, similarity=nearest)
