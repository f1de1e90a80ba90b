"""The front door: ask a question, look up a document, see what there is."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from itertools import islice

from assistant.asking import Asking, read_question
from assistant.errors import AssistantError, LinkUnknown
from assistant.examples import examples
from assistant.links import Links
from assistant.opening import Archives
from assistant.overview import Overview, overview
from assistant.register.entries import RegisterView, Term
from assistant.settings import AssistantSettings
from assistant.values import Answer, Asked, Replay, Turn
from assistant.wording import LanguageModel
from vectorstore import (
    Document,
    DocumentInfo,
    Embedder,
    FormerVersion,
    Index,
    Manifest,
    Passage,
    StoreError,
)


class Assistant:
    """Answers questions over an index; safe to share between threads.

    Every method raises a subclass of `AssistantError`, with a sentence to show, where it cannot do its work.
    """

    def __init__(
        self,
        index: Index,
        embedder: Embedder,
        settings: AssistantSettings,
        today: Callable[[], date] = date.today,
        model: LanguageModel | None = None,
        links: Links | None = None,
    ) -> None:
        self._index = index
        self._embedder = embedder
        self._settings = settings
        self._today = today
        self._model = model
        self._links = links
        self._archives = Archives(index, settings)
        self._asking = Asking(self._archives, embedder)
        self._examples: dict[tuple[str, date, str, int], tuple[str, ...]] = {}

    def ask(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        as_of: date | None = None,
        id: str | None = None,
        without: frozenset[str] = frozenset(),
        without_filters: frozenset[str] = frozenset(),
    ) -> Answer:
        """Answer a question from the snapshot that is current now.

        Args:
            question: As typed, at most `LONGEST_QUESTION` characters.
            history: The conversation so far, oldest first.
            as_of: Only what was on record on that day is used.
            id: Handed through to the answer.
            without: Paths of documents that may not be found or cited; their words still count as known.
            without_filters: Keys of limits to lift, from `Answer.understood` of the same question.
        """
        answers = self.answers(
            question, history=history, as_of=as_of, id=id, without=without, without_filters=without_filters
        )
        *_, last = answers
        return last

    def answers(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        as_of: date | None = None,
        id: str | None = None,
        without: frozenset[str] = frozenset(),
        without_filters: frozenset[str] = frozenset(),
    ) -> Iterator[Answer]:
        """The answer as it comes: first in the words of the documents; then, with a language model, in its words.

        Each answer replaces the one before and the last one stands. Without a language model there is one. Takes what `ask`
        takes.
        """
        started = time.perf_counter()
        today = self._today()
        with self._archives.current() as snapshot:
            asked = Asked(
                question=question,
                history=tuple(history),
                as_of=as_of.isoformat() if as_of else None,
                today=today.isoformat(),
                without=tuple(sorted(without)),
                without_filters=tuple(sorted(without_filters)),
                snapshot=snapshot.manifest.id,
                settings=self._settings.model_dump(),
            )
            answer = self._asking.answer(asked, lambda: self._archives.of(snapshot))
        answer = dataclasses.replace(answer, id=id, seconds=round(time.perf_counter() - started, 4))
        yield answer
        if self._model is not None:
            for better in self._asking.with_model(answer, asked, self._model):
                yield dataclasses.replace(better, id=id, seconds=round(time.perf_counter() - started, 4))

    def link(self, answer: Answer) -> str:
        """Keep what was asked, so that the answer can be shown again.

        Returns:
            An id for `replay`; whoever has it may see the question and the answer.

        Raises:
            AssistantError: It cannot be kept.
        """
        if self._links is None or answer.trace is None or answer.trace.asked is None:
            raise AssistantError("This answer cannot be linked to; ask the question again.")
        return self._links.keep(answer.trace.asked)

    def replay(self, link: str) -> Replay:
        """A linked answer from the snapshot it came from, in the words of the documents.

        Raises:
            LinkUnknown: There is no such link.
            SnapshotGone: Its snapshot is not kept any more.
        """
        if self._links is None:
            raise LinkUnknown("No answer is kept under this link; ask the question again.")
        asked = self._links.asked(link)
        if asked.settings.keys() != self._settings.model_dump().keys():
            raise LinkUnknown("This link was made by another version of this software; ask the question again.")
        started = time.perf_counter()
        with self._archives.current() as current:
            if asked.snapshot == current.manifest.id:
                answer = self._asking.answer(asked, lambda: self._archives.of(current))
            else:
                answer = self._archives.kept(
                    asked.snapshot, lambda older: self._asking.answer(asked, lambda: self._archives.of_old(older))
                )
        answer = dataclasses.replace(answer, seconds=round(time.perf_counter() - started, 4))
        return Replay(answer, asked, answer.digest() == asked.digest)

    def retrieved(
        self, question: str, *, history: Sequence[Turn] = (), as_of: date | None = None
    ) -> tuple[Passage, ...]:
        """The passages that `ask` finds for a question, best first; what it then reads and says is another matter."""
        understood = read_question(question, history, as_of)
        with self._archives.current() as snapshot:
            return tuple(self._asking.passages(understood, self._archives.of(snapshot), self._settings))

    def manifest(self) -> Manifest:
        """What the current snapshot is made of, and of what."""
        with self._archives.current() as snapshot:
            return snapshot.manifest

    @property
    def settings(self) -> AssistantSettings:
        """How it answers."""
        return self._settings

    @property
    def language_model(self) -> LanguageModel | None:
        """The model that words answers, if there is one."""
        return self._model

    def stored_document(self, path: str, snapshot: str | None = None) -> Document:
        """A document as it was read for an answer, by its path.

        One that was removed since is gone, whatever is still kept; one that was changed is shown as the answer saw it.

        Args:
            path: As in the citation.
            snapshot: The one the answer came from; without it, or where it is no longer kept, the current one.
        """
        with self._archives.current() as current:
            if path not in {document.path for document in current.documents()}:
                raise AssistantError(f"{path} is no longer in the index; ask again to see what replaced it.")
            if snapshot not in (None, current.manifest.id):
                with suppress(StoreError), self._index.kept(str(snapshot)) as older:
                    return older.document(path)
            return current.document(path)

    def former_versions(self, path: str) -> tuple[FormerVersion, ...]:
        """What a document said before it changed, the latest first; no answer rests on it."""
        with self._archives.current() as snapshot:
            return snapshot.former_versions(path)

    def receipt(self) -> str | None:
        """What the ingest that made the current snapshot said of itself, as JSON; None where it kept no receipt."""
        with self._archives.current() as snapshot:
            return snapshot.receipt()

    def documents(self) -> tuple[DocumentInfo, ...]:
        """What is known of every document in the index."""
        with self._archives.current() as snapshot:
            return snapshot.documents()

    def register(self, *, language: str = "en", as_of: date | None = None) -> RegisterView:
        """Everything on record, every row with the words it rests on.

        Args:
            language: Of the columns' names, and of the words where documents say the same in several.
            as_of: Only what was on record on that day.
        """
        from assistant.register.view import view

        with self._archives.current() as snapshot:
            return view(self._archives.of(snapshot), language, as_of, self._today())

    def glossary(self) -> tuple[Term, ...]:
        """Every short form with what the documents say it stands for, each with the words that say so."""
        from assistant.register.glossary import glossary

        with self._archives.current() as snapshot:
            archive = self._archives.of(snapshot)
            return glossary(archive.facts, archive.documents)

    def overview(self) -> Overview:
        """The state of the index."""
        with self._archives.current() as snapshot:
            return overview(snapshot.manifest, snapshot.documents(), snapshot.files(), snapshot.warning)

    def examples(self, language: str, most: int = 4) -> tuple[str, ...]:
        """Questions to begin with, in one language: each was asked, and only those are given that are answered."""
        today = self._today()
        with self._archives.current() as snapshot:
            key = (snapshot.manifest.id, today, language, most)
            if key not in self._examples:
                answered = (
                    q for q in examples(snapshot, language, today) if next(self.answers(q)).outcome == "answered"
                )
                self._examples = {k: v for k, v in self._examples.items() if k[:2] == key[:2]}
                self._examples[key] = tuple(islice(answered, most))
            return self._examples[key]

    def prepare(self) -> None:
        """Work out what is derived from the current snapshot and keep it there, without loading a model."""
        with self._archives.current() as snapshot:
            self._archives.of(snapshot)

    def warm(self) -> None:
        """Load what the first question would otherwise wait for."""
        import assistant.engine  # noqa: F401 - llama-index takes seconds to import

        if self._model is not None:
            self._model.warm()
        self._embedder.embed_query("ready")
        with self._archives.current() as snapshot:
            self._archives.of(snapshot)
