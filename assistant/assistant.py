"""The front door: ask a question, look up a document, see what there is."""

from __future__ import annotations

import dataclasses
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import (
    AssistantError,
    IndexUnusable,
    LinkUnknown,
    NoIndexYet,
    QuestionTooLong,
    SnapshotGone,
)
from assistant.links import FILE, Links
from assistant.overview import Overview, examples, overview
from assistant.register.entries import RegisterView, Term
from assistant.register.known import GROUPS, NAMES, KnownFiles
from assistant.settings import AssistantSettings
from assistant.trace import Recorder
from assistant.unclear import readable
from assistant.understand import Question, understand
from assistant.values import Answer, Asked, Replay, Turn
from assistant.wording import LanguageModel, read_model_settings, reworded, standalone
from vectorstore import (
    Document,
    DocumentInfo,
    Embedder,
    FormerVersion,
    Index,
    Manifest,
    NoIndexError,
    Passage,
    Snapshot,
    StoreError,
)

if TYPE_CHECKING:
    from assistant.engine import Archive, PassageEngine

LONGEST_QUESTION = 2_000
"""Characters."""


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
        beside = index.directory.parent
        self._names = KnownFiles(settings.names or beside / NAMES, settings.groups or beside / GROUPS)
        self._archives: dict[str, object] = {}
        self._lock = threading.Lock()

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
        with self._snapshot() as snapshot:
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
            answer = self._answer(asked, lambda: self._archive(snapshot))
        answer = dataclasses.replace(answer, id=id, seconds=round(time.perf_counter() - started, 4))
        yield answer
        if self._model is not None:
            for better in self._with_model(answer, asked, self._model):
                yield dataclasses.replace(better, id=id, seconds=round(time.perf_counter() - started, 4))

    def _with_model(self, answer: Answer, asked: Asked, model: LanguageModel) -> Iterator[Answer]:
        """What a language model makes of an answer: a follow-up that was refused is put to stand alone; then the wording."""
        if answer.outcome != "answered" and asked.history:
            put = standalone(asked.question, asked.history, model)
            again = self._asked_again(asked, put) if put else answer
            if again.outcome == "answered":
                answer = again
                yield answer
        if answer.outcome == "answered" and answer.table is None:
            yield from reworded(answer, model)

    def _asked_again(self, asked: Asked, standalone: str) -> Answer:
        with self._snapshot() as snapshot:
            again = dataclasses.replace(asked, question=standalone, history=(), snapshot=snapshot.manifest.id)
            return self._answer(again, lambda: self._archive(snapshot))

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
        with self._snapshot() as current:
            if asked.snapshot == current.manifest.id:
                answer = self._answer(asked, lambda: self._archive(current))
            else:
                answer = self._answer_of_old(asked)
        answer = dataclasses.replace(answer, seconds=round(time.perf_counter() - started, 4))
        return Replay(answer, asked, answer.digest() == asked.digest)

    def _answer_of_old(self, asked: Asked) -> Answer:
        from assistant.engine import Archive

        try:
            with self._index.kept(asked.snapshot) as older:
                return self._answer(asked, lambda: Archive(older, self._names.read()))
        except NoIndexError as error:
            raise SnapshotGone(
                f"This answer came from snapshot {asked.snapshot}, which is not kept any more; ask the question again."
            ) from error

    def _answer(self, asked: Asked, archive: Callable[[], Archive]) -> Answer:
        """The answer that depends on nothing but what is said here, with its trace."""
        from assistant.engine import PassageEngine

        recorder = Recorder()
        as_of = date.fromisoformat(asked.as_of) if asked.as_of else None
        with recorder.stage("understand"):
            understood = _understood(asked.question, asked.history, as_of)
        with recorder.stage("embed"):
            vector = self._embedder.embed_query(understood.standalone or " ")
        with recorder.stage("open"):
            ready = archive()
        limits = frozenset(asked.without), frozenset(asked.without_filters)
        engine = PassageEngine(
            ready, AssistantSettings(**asked.settings), *limits, recorder, self._embedder.embed_query
        )
        answer = engine.answer(understood, vector, as_of or date.fromisoformat(asked.today))
        asked = dataclasses.replace(asked, digest=answer.digest())
        return dataclasses.replace(answer, trace=recorder.trace(understood, answer, asked))

    def retrieved(
        self, question: str, *, history: Sequence[Turn] = (), as_of: date | None = None
    ) -> tuple[Passage, ...]:
        """The passages that `ask` finds for a question, best first; what it then reads and says is another matter."""
        understood = _understood(question, history, as_of)
        with self._snapshot() as snapshot:
            vector = self._embedder.embed_query(understood.standalone or " ")
            return tuple(self._engine(snapshot).retrieved(understood, vector))

    def manifest(self) -> Manifest:
        """What the current snapshot is made of, and of what."""
        with self._snapshot() as snapshot:
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
        with self._snapshot() as current:
            if path not in {document.path for document in current.documents()}:
                raise AssistantError(f"{path} is no longer in the index; ask again to see what replaced it.")
            if snapshot not in (None, current.manifest.id):
                with suppress(StoreError), self._index.kept(str(snapshot)) as older:
                    return older.document(path)
            return current.document(path)

    def former_versions(self, path: str) -> tuple[FormerVersion, ...]:
        """What a document said before it changed, the latest first; no answer rests on it."""
        with self._snapshot() as snapshot:
            return snapshot.former_versions(path)

    def receipt(self) -> str | None:
        """What the ingest that made the current snapshot said of itself, as JSON; None where it kept no receipt."""
        with self._snapshot() as snapshot:
            return snapshot.receipt()

    def documents(self) -> tuple[DocumentInfo, ...]:
        """What is known of every document in the index."""
        with self._snapshot() as snapshot:
            return snapshot.documents()

    def register(self, *, language: str = "en", as_of: date | None = None) -> RegisterView:
        """Everything on record, every row with the words it rests on.

        Args:
            language: Of the columns' names, and of the words where documents say the same in several.
            as_of: Only what was on record on that day.
        """
        from assistant.register.view import view

        with self._snapshot() as snapshot:
            return view(self._archive(snapshot), language, as_of, self._today())

    def glossary(self) -> tuple[Term, ...]:
        """Every short form with what the documents say it stands for, each with the words that say so."""
        from assistant.register.glossary import glossary

        with self._snapshot() as snapshot:
            archive = self._archive(snapshot)
            return glossary(archive.facts, archive.documents)

    def overview(self) -> Overview:
        """The state of the index."""
        with self._snapshot() as snapshot:
            return overview(snapshot.manifest, snapshot.documents(), snapshot.files(), snapshot.warning)

    def examples(self, language: str) -> tuple[str, ...]:
        """Questions to begin with."""
        with self._snapshot() as snapshot:
            return examples(snapshot.documents(), language)

    def warm(self) -> None:
        """Load what the first question would otherwise wait for."""
        import assistant.engine  # noqa: F401 - llama-index takes seconds to import

        if self._model is not None:
            self._model.warm()
        self._embedder.embed_query("ready")
        with self._snapshot() as snapshot:
            self._engine(snapshot)

    @contextmanager
    def _snapshot(self) -> Iterator[Snapshot]:
        try:
            with self._index.reader() as snapshot:
                yield snapshot
        except NoIndexError as error:
            raise NoIndexYet(str(error)) from error
        except StoreError as error:
            raise IndexUnusable(str(error)) from error

    def _engine(
        self,
        snapshot: Snapshot,
        without: frozenset[str] = frozenset(),
        without_filters: frozenset[str] = frozenset(),
    ) -> PassageEngine:
        from assistant.engine import PassageEngine

        return PassageEngine(
            self._archive(snapshot), self._settings, without, without_filters, embed=self._embedder.embed_query
        )

    def _archive(self, snapshot: Snapshot) -> Archive:
        """A snapshot made ready; what is derived from a snapshot is kept for the newest one only."""
        from assistant.engine import Archive

        with self._lock:
            archive = self._archives.get(snapshot.manifest.id)
            known = self._names.read()
            if not isinstance(archive, Archive) or archive.snapshot is not snapshot or archive.known is not known:
                archive = Archive(snapshot, known)
                self._archives = {snapshot.manifest.id: archive}
            # Built under the lock, so that questions asked at once do not build them twice.
            archive.vocabulary  # noqa: B018
            archive.register(None)
        return archive


def _understood(question: str, history: Sequence[Turn], as_of: date | None) -> Question:
    text = readable(question)
    if len(text) > LONGEST_QUESTION:
        raise QuestionTooLong(f"The question has {len(text)} characters; please ask in at most {LONGEST_QUESTION}.")
    return understand(text, history, as_of)


def build_assistant(index: Path, embedder: Embedder | None = None) -> Assistant:
    """The assistant over an index folder, with the settings of the environment.

    Args:
        index: The folder.
        embedder: The embedding model, where one is there already; otherwise the one of the settings.

    Raises:
        AssistantError: A setting cannot be used.
    """
    from vectorstore import StoreSettings, load_embedder, read_settings

    try:
        embedder = embedder or load_embedder(read_settings(StoreSettings, "store").model)
        service = read_model_settings()
        return Assistant(
            Index(index, embedder),
            embedder,
            read_settings(AssistantSettings, "assistant"),
            model=LanguageModel(service) if service else None,
            links=Links(index / FILE),
        )
    except StoreError as error:
        raise IndexUnusable(str(error)) from error
