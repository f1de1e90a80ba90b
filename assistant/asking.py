"""Answers one question that is said in full, over the archive that is opened for it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from assistant.errors import QuestionTooLong
from assistant.opening import Archives
from assistant.settings import AssistantSettings
from assistant.trace import Recorder
from assistant.unclear import readable
from assistant.understand import Question, understand, without_courtesy
from assistant.values import Answer, Asked, Turn
from assistant.wording import LanguageModel, reworded, standalone
from vectorstore import Embedder, Passage, reranker_of

if TYPE_CHECKING:
    from assistant.archive import Archive

LONGEST_QUESTION = 2_000
"""Characters."""


class Asking:
    """Answers what is asked of the archives of an index.

    Args:
        archives: Opens them.
        embedder: Embeds the question.
    """

    def __init__(self, archives: Archives, embedder: Embedder) -> None:
        self._archives = archives
        self._embedder = embedder
        self._reranker = reranker_of(embedder)

    def answer(self, asked: Asked, archive: Callable[[], Archive]) -> Answer:
        """The answer that depends on nothing but what is said here, with its trace."""
        from assistant.engine import PassageEngine

        recorder = Recorder()
        as_of = date.fromisoformat(asked.as_of) if asked.as_of else None
        with recorder.stage("understand"):
            understood = read_question(asked.question, asked.history, as_of)
        with recorder.stage("embed"):
            vector = self._embedder.embed_query(understood.standalone or " ")
        with recorder.stage("open"):
            ready = archive()
        limits = frozenset(asked.without), frozenset(asked.without_filters)
        engine = PassageEngine(
            ready, AssistantSettings(**asked.settings), self._embedder.embed_query, *limits, recorder, self._reranker
        )
        answer = engine.answer(understood, vector, as_of or date.fromisoformat(asked.today))
        asked = dataclasses.replace(asked, digest=answer.digest())
        return dataclasses.replace(answer, trace=recorder.trace(understood, answer, asked))

    def with_model(self, answer: Answer, asked: Asked, model: LanguageModel) -> Iterator[Answer]:
        """What a language model makes of an answer: a follow-up that was refused is put to stand alone; then the wording.

        Where documents disagree, the words that say so stand.
        """
        if answer.outcome != "answered" and asked.history:
            put = standalone(asked.question, asked.history, model)
            again = self._asked_again(asked, put) if put else answer
            if again.outcome == "answered":
                answer = again
                yield answer
        if answer.outcome == "answered" and answer.table is None and answer.disagreement is None:
            yield from reworded(answer, model)

    def passages(self, asked: Question, archive: Archive, settings: AssistantSettings) -> list[Passage]:
        """The passages found for a question, best first."""
        from assistant.finding import Finder

        vector = self._embedder.embed_query(asked.standalone or " ")
        return Finder(archive, settings.passages, frozenset(), Recorder()).retrieved(asked, vector)

    def _asked_again(self, asked: Asked, standalone: str) -> Answer:
        with self._archives.current() as snapshot:
            again = dataclasses.replace(asked, question=standalone, history=(), snapshot=snapshot.manifest.id)
            return self.answer(again, lambda: self._archives.of(snapshot))


def read_question(question: str, history: Sequence[Turn], as_of: date | None) -> Question:
    """A question as typed, understood in the light of the conversation.

    Raises:
        QuestionTooLong: It has more than `LONGEST_QUESTION` characters.
    """
    text = readable(question)
    if len(text) > LONGEST_QUESTION:
        raise QuestionTooLong(f"The question has {len(text)} characters; please ask in at most {LONGEST_QUESTION}.")
    return understand(without_courtesy(text), history, as_of)
