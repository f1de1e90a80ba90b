"""From a question to an answer over one snapshot: retrieve, read, compose, check."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from assistant.aliases import Aliases, aliases, initials
from assistant.concepts import same_concept
from assistant.gate import bound, bound_rows
from assistant.hopping import Embed, Hopper
from assistant.reading.compose import compose, expand
from assistant.reading.draft import Draft, cite, number, worded
from assistant.reading.evidence import Evidence, weigh
from assistant.reading.matching import Matcher
from assistant.refuse import Refusal, carries, outside, unknown_name, unread_holding
from assistant.register.answering import from_register
from assistant.register.known import Known
from assistant.register.names import Names
from assistant.register.register import Register, read_register
from assistant.register.wording import frame
from assistant.retrieve import SnapshotRetriever, bundle
from assistant.settings import AssistantSettings
from assistant.trace import Recorder
from assistant.unclear import choices, in_another_script
from assistant.understand import Question, asks_what_comes, name_parts, spellings
from assistant.values import Answer, Citation, Outcome, Reason, Statement, Table
from assistant.variants import Vocabulary
from assistant.words import other_script, refusal, which
from vectorstore import DocumentInfo, Fact, Passage, Snapshot, StoredSentence, passage_of

_NEAREST = 3
_REGISTERS = 4
"""Days whose registers are kept at the same time."""
_EXPANDED = 6
"""Passages whose neighbours are read too."""
_BESIDE = 0.7
"""Share of a passage's score that its neighbours get."""


@dataclass(frozen=True)
class Archive:
    """A snapshot with what is derived from it once and used for every question."""

    snapshot: Snapshot
    known: Known | None = None
    """What people wrote down about names."""

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The terms of the archive."""
        return Vocabulary(self.snapshot.vocabulary(), self.snapshot.chunk_count)

    @cached_property
    def documents(self) -> dict[str, DocumentInfo]:
        """What is known of each document, by path."""
        return {document.path: document for document in self.snapshot.documents()}

    @cached_property
    def initials(self) -> Mapping[str, frozenset[str]]:
        """The names in titles and places, by their initials."""
        said = [text for d in self.documents.values() for text in (d.title, d.venue)]
        said += [fact.fields.get(place) for fact in self.snapshot.facts() for place in ("venue", "place")]
        return initials(text for text in said if text)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact of the documents."""
        return tuple(self.snapshot.facts())

    @cached_property
    def names(self) -> Names:
        """The names of the archive, the same on every day."""
        return Names(self.facts, self.known)

    @cached_property
    def years(self) -> tuple[int | None, int | None]:
        """The first and last year of the documents' own dates."""
        years = sorted(int(d.date[:4]) for d in self.documents.values() if d.date)
        return (years[0], years[-1]) if years else (None, None)

    def register(self, until: str | None, without: frozenset[str] = frozenset()) -> Register:
        """The facts of the documents that may be used, ready to be asked; the last few are kept."""
        key = (until, without)
        if key not in self._registers:
            allowed = self.usable(until, without)
            about = {path: told for path, told in self.documents.items() if allowed is None or path in allowed}
            while len(self._registers) >= _REGISTERS:
                self._registers.pop(next(iter(self._registers)))
            self._registers[key] = read_register(self.facts, about, self.names)
        return self._registers[key]

    @cached_property
    def _registers(self) -> dict[tuple[str | None, frozenset[str]], Register]:
        return {}

    def text(self, document: str) -> str:
        """The stored text of a document, by its path."""
        return self.snapshot.document(document).text

    @cached_property
    def unread(self) -> int:
        """Files that could not be read."""
        return sum(file.state == "unreadable" for file in self.snapshot.files())

    def usable(self, day: str | None, without: frozenset[str] = frozenset()) -> frozenset[str] | None:
        """The documents that existed on a day, but for those left out; None for all."""
        if day is None and not without:
            return None
        dated = (p for p, d in self.documents.items() if day is None or d.date is None or d.date <= day)
        return frozenset(dated) - without


class PassageEngine:
    """Answers without a language model, from the register or from passages.

    `without` names documents it may not use, `without_filters` limits of the question that the register does without.
    """

    def __init__(
        self,
        archive: Archive,
        settings: AssistantSettings,
        without: frozenset[str] = frozenset(),
        without_filters: frozenset[str] = frozenset(),
        recorder: Recorder | None = None,
        embed: Embed | None = None,
    ) -> None:
        self._archive = archive
        self._settings = settings
        self._without = without
        self._without_filters = without_filters
        self._recorder = recorder or Recorder()
        self._embed = embed

    def answer(self, question: Question, vector: NDArray[np.float32], today: date) -> Answer:
        """Answer or refuse.

        Args:
            question: What is asked.
            vector: The embedding of its standalone form.
            today: The day of the question.
        """
        if in_another_script(question.text):
            return self._reply(question, "unclear", other_script(), (), (), reason="unclear")
        if not question.terms:
            return self._refuse(question, Refusal("unclear"), ())
        with self._recorder.stage("register"):
            listed = self._listed(question, vector, today)
        if listed is not None:
            return listed
        evidence = self.evidence(question, vector)
        meant = choices(question, evidence)
        if meant:
            return self._ask_back(question, meant, evidence)
        draft = expand(question, evidence) or self._in_steps(question, evidence)
        if draft is None:
            refused = self._refusal(question, evidence)
            if refused is None:
                with self._recorder.stage("compose"):
                    draft = self._composed(question, vector, evidence)
            elif (hopper := self._hopper(question)) is None or (draft := hopper.of_person(question)) is None:
                return self._refuse(question, refused, evidence)
        with self._recorder.stage("check"):
            statements, citations = bound(*number(draft, self._archive.documents.__getitem__), self._archive.text)
        if not statements:
            return self._refuse(question, Refusal("not_in_documents"), evidence)
        return self._reply(question, "answered", worded(statements), statements, citations)

    def _in_steps(self, question: Question, evidence: Sequence[Evidence]) -> Draft | None:
        """The answer where it takes more than one step."""
        hopper = self._hopper(question)
        if hopper is None:
            return None
        return hopper.several(question) or hopper.after(question) or hopper.through(question, evidence)

    def _hopper(self, question: Question) -> Hopper | None:
        if self._embed is None:
            return None
        return Hopper(self._embed, self.evidence, self._read, self._register(question), self._place)

    def _register(self, question: Question) -> Register:
        return self._archive.register(question.as_of.isoformat() if question.as_of else None, self._without)

    def _place(self, fact: Fact) -> tuple[StoredSentence, ...]:
        """The sentences of a document that a fact stands in."""
        snapshot = self._archive.snapshot
        sentences = snapshot.sentences(snapshot.chunks_of(fact.document))
        standing = {s.start: s for s in sentences if s.start < fact.end and fact.start < s.end}
        return tuple(standing[start] for start in sorted(standing))

    def _read(self, question: Question, evidence: Sequence[Evidence]) -> Draft | None:
        """What the evidence for one question says; None where it is not enough."""
        draft = expand(question, evidence)
        if draft is None and evidence and self._refusal(question, evidence) is None:
            draft = compose(question, evidence, self._siblings, self._matcher(question))
        return draft

    def _listed(self, question: Question, vector: NDArray[np.float32], today: date) -> Answer | None:
        """The answer from the register, where the question asks for what it lists."""
        if asks_what_comes(question) and question.wants in ("date", "place"):
            return None  # what is next is said where the last one is told
        archive = self._archive
        register = self._register(question)
        matcher = self._matcher(question)
        read = archive.snapshot.document
        lifted, unread = self._without_filters, archive.unread
        told = from_register(question, register, matcher, archive.documents, read, today, lifted, unread)
        if told is None:
            return None
        found, understood = told
        if found.absent:
            if outside(question, *archive.years, archive.vocabulary):
                return None
            nearest = found.citations or self._nearest(self.evidence(question, vector))
            answer = self._reply(
                question, "not_covered", found.absent, (), (), reason="not_in_documents", nearest=nearest
            )
            return dataclasses.replace(answer, route="register", understood=understood)
        table = found.table(register.considered, archive.unread)
        statements, citations = found.statements, found.citations
        if table is None:
            statements, citations = bound(statements, citations, self._archive.text)
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
        answer = self._reply(question, "answered", text, statements, citations, table=table, route="register")
        return dataclasses.replace(answer, understood=understood)

    def _composed(self, question: Question, vector: NDArray[np.float32], evidence: Sequence[Evidence]) -> Draft:
        """The answer to every part of the question, each from its own best evidence."""
        matcher = self._matcher(question)
        said = compose(question, evidence, self._siblings, matcher).said
        for wants in question.also:
            part = dataclasses.replace(question, wants=wants, also=())
            own = self.evidence(part, vector)
            if own and own[0].fit and carries(part, own[0], self._archive.vocabulary, self._settings.strictness):
                said += compose(part, own, self._siblings, matcher).said
        return Draft(said)

    def evidence(self, question: Question, vector: NDArray[np.float32]) -> list[Evidence]:
        """Every sentence of the passages found, best first."""
        with self._recorder.stage("search"):
            found = self.retrieved(question, vector)
        with self._recorder.stage("read"):
            weighed = self._weighed(question, vector, found)
        self._recorder.found(found)
        self._recorder.weighed(weighed)
        return weighed

    def _weighed(self, question: Question, vector: NDArray[np.float32], found: Sequence[Passage]) -> list[Evidence]:
        passages = [*found, *self._beside(found)]
        sentences: dict[int, list[StoredSentence]] = {}
        for sentence in self._archive.snapshot.sentences([passage.chunk_id for passage in passages]):
            sentences.setdefault(sentence.chunk_id, []).append(sentence)
        return weigh(question, vector, passages, sentences, self._matcher(question), self._header)

    def retrieved(self, question: Question, vector: NDArray[np.float32]) -> list[Passage]:
        """The passages found for a question, best first, before their neighbours are read too."""
        variants = self._variants(question)
        spellings = {word for words in variants.values() for word in words}
        alike = {word for term in {*question.terms, *spellings} for word in same_concept(term)}
        self._recorder.expanded(variants, {term: same_concept(term) for term in question.terms})
        named = {word for names in self._aliases(question).values() for name in names for word in name}
        return self._passages(
            question, vector, [*question.terms, *sorted((spellings | alike | named) - set(question.terms))]
        )

    def _variants(self, question: Question) -> dict[str, frozenset[str]]:
        return self._archive.vocabulary.variants(question.terms, name_parts(question), spellings(question))

    def _matcher(self, question: Question) -> Matcher:
        vocabulary = self._archive.vocabulary
        return Matcher(question, vocabulary.weight, self._variants(question), self._aliases(question))

    def _aliases(self, question: Question) -> Aliases:
        archive = self._archive
        return aliases(
            question.standalone, archive.register(None).names, archive.initials, archive.vocabulary.frequency
        )

    def _header(self, document: str) -> tuple[str, ...]:
        about = self._archive.documents[document]
        return tuple(part for part in (about.date_text, about.venue) if part)

    def _passages(self, question: Question, vector: NDArray[np.float32], sought: Sequence[str]) -> list[Passage]:
        until = question.as_of.isoformat() if question.as_of else None
        allowed = self._archive.usable(until, self._without)
        retriever = SnapshotRetriever(self._archive.snapshot, allowed, self._settings.passages)
        nodes = retriever.retrieve(bundle(question.standalone, vector, sought))
        return [retriever.passages[node.node.node_id] for node in nodes]

    def _beside(self, found: Sequence[Passage]) -> Iterator[Passage]:
        """The chunks before and after the best ones: what a heading or an opening promised often stands there."""
        snapshot = self._archive.snapshot
        have = {passage.chunk_id for passage in found}
        for passage in found[:_EXPANDED]:
            chunks = list(snapshot.chunks_of(passage.source.document))
            place = chunks.index(passage.chunk_id)
            beside = [c for c in (*chunks[max(0, place - 1) : place], *chunks[place + 1 : place + 3]) if c not in have]
            have.update(beside)
            for chunk in snapshot.passages(beside):
                yield passage_of(chunk, passage.score * _BESIDE, similarity=passage.similarity)

    def _refusal(self, question: Question, evidence: Sequence[Evidence]) -> Refusal | None:
        vocabulary = self._archive.vocabulary
        name = unknown_name(question, vocabulary, self._variants(question), self._aliases(question))
        if name is not None:
            return Refusal("unknown_name", name)
        if year := outside(question, *self._archive.years, vocabulary):
            return Refusal("outside_dates", year)
        if evidence and carries(question, evidence[0], vocabulary, self._settings.strictness):
            return None
        unread = unread_holding(question, self._archive.snapshot.files(), vocabulary.weight)
        return Refusal("unread_document", unread) if unread else Refusal("not_in_documents")

    def _ask_back(self, question: Question, meant: Sequence[str], evidence: Sequence[Evidence]) -> Answer:
        """Ask which of some documents is meant, and show the nearest words of each."""
        documents = self._archive.documents
        text = which(question.language, [documents[path].title for path in meant])
        best = [next(e.sentence for e in evidence if e.sentence.document == path) for path in meant]
        shown = tuple(cite(s, documents[s.document], n) for n, s in enumerate(best, 1))
        return self._reply(question, "unclear", text, (), (), reason="unclear", nearest=shown)

    def _refuse(self, question: Question, refused: Refusal, evidence: Sequence[Evidence]) -> Answer:
        first, last = self._archive.years
        text = refusal(question.language, refused.reason, name=refused.about, first=str(first), last=str(last))
        outcome: Outcome = "unclear" if refused.reason == "unclear" else "not_covered"
        return self._reply(question, outcome, text, (), (), reason=refused.reason, nearest=self._nearest(evidence))

    def _nearest(self, evidence: Sequence[Evidence]) -> tuple[Citation, ...]:
        """The best sentences, for a reader to judge."""
        nearest = [e.sentence for e in evidence if e.sentence.kind != "heading"][:_NEAREST]
        return tuple(cite(s, self._archive.documents[s.document], n) for n, s in enumerate(nearest, 1))

    def _reply(
        self,
        question: Question,
        outcome: Outcome,
        text: str,
        statements: tuple[Statement, ...],
        citations: tuple[Citation, ...],
        *,
        reason: Reason | None = None,
        nearest: tuple[Citation, ...] = (),
        table: Table | None = None,
        route: str = "passages",
    ) -> Answer:
        manifest = self._archive.snapshot.manifest
        return Answer(
            question=question.text,
            language=question.language,
            outcome=outcome,
            text=text,
            statements=statements,
            citations=citations,
            snapshot=manifest.id,
            fingerprint=manifest.fingerprint,
            seconds=0.0,
            reason=reason,
            nearest=nearest,
            table=table,
            route=route,
            as_of=question.as_of.isoformat() if question.as_of else None,
            standalone=question.standalone if question.leans else None,
        )

    def _siblings(self, sentence: StoredSentence) -> list[StoredSentence]:
        """The sentences of a document around one, so that a list cut between chunks is whole again."""
        snapshot = self._archive.snapshot
        return sorted(snapshot.sentences(snapshot.chunks_of(sentence.document)), key=lambda s: s.start)
