"""Asks an OpenAI-compatible service for text, within a time and a size, and says plainly what went wrong."""

from __future__ import annotations

import asyncio
import logging
import queue
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from typing import TYPE_CHECKING, Literal

from assistant.wording.settings import ModelSettings

if TYPE_CHECKING:
    from llama_index.core.base.llms.types import ChatResponse

Failure = Literal["timeout", "unreachable", "busy", "failed", "cut", "unusable", "resting"]
_log = logging.getLogger("sanad.wording")
_LONGEST_TEXT = 8_000
"""Characters of a text; more is a model that does not stop."""
_TOKENS = 500
_GRACE = 1.0
"""Seconds after the time-out in which the connection should be given up; then it is left to itself."""
_FAILURES = 3
"""In a row, after which the service is left alone."""
_REST = 60.0
"""Seconds."""
_DONE = object()


class ModelFailed(Exception):
    """The language model gave nothing that can be used, and why."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure)
        self.failure: Failure = failure


class LanguageModel:
    """One model of one service; safe to share between threads."""

    def __init__(
        self, settings: ModelSettings, clock: Callable[[], float] = time.monotonic, tokens: int = _TOKENS
    ) -> None:
        self.settings = settings
        self._tokens = tokens
        self._clock = clock
        self._failures = 0
        self._again = 0.0

    def warm(self) -> None:
        """Load what the first text would otherwise wait for."""
        from assistant.wording.connection import ready  # the client takes seconds to import

        ready()

    def stream(self, system: str, user: str) -> Iterator[str]:
        """A text as it is written, in pieces; it is whole when the iteration ends.

        Args:
            system: What is to be done, in our words.
            user: The material.

        Raises:
            ModelFailed: It could not be had within the time of the settings, was cut off, or is no text.
        """
        if self._failures >= _FAILURES and self._clock() < self._again:
            raise ModelFailed("resting")
        try:
            yield from self._stream(system, user)
        except ModelFailed as error:
            self._failures += 1
            self._again = self._clock() + _REST
            _log.warning("the language model %s gave no text: %s", self.settings.model, error.failure)
            raise
        self._failures = 0

    def _stream(self, system: str, user: str) -> Iterator[str]:
        """Pieces from a thread of their own, so that nothing the service does can hold up the one who asks."""
        self.warm()
        pieces: queue.Queue[object] = queue.Queue()
        unwanted = threading.Event()
        asking = threading.Thread(
            target=self._ask, args=(system, user, pieces, unwanted), daemon=True, name="language model"
        )
        asking.start()
        try:
            yield from self._written(pieces)
        finally:
            unwanted.set()

    def _written(self, pieces: queue.Queue[object]) -> Iterator[str]:
        deadline = time.monotonic() + self.settings.seconds
        written = 0
        while True:
            try:
                piece = pieces.get(timeout=max(0.0, deadline + _GRACE - time.monotonic()))
            except queue.Empty:
                raise ModelFailed("timeout") from None
            if isinstance(piece, ModelFailed):
                raise piece
            if piece is _DONE:
                break
            written += len(str(piece))
            if written > _LONGEST_TEXT:
                raise ModelFailed("unusable")
            yield str(piece)
        if not written:
            raise ModelFailed("unusable")

    def _ask(self, system: str, user: str, pieces: queue.Queue[object], unwanted: threading.Event) -> None:
        from assistant.wording.connection import failure_of

        async def within_time() -> None:
            async with asyncio.timeout(self.settings.seconds):
                async for piece in self._pieces(system, user):
                    pieces.put(piece)
                    if unwanted.is_set():
                        break

        try:
            asyncio.run(within_time())
        except ModelFailed as error:
            pieces.put(error)
        except Exception as error:  # noqa: BLE001 - the edge of a thread; whatever a service does is one of our failures
            pieces.put(ModelFailed(failure_of(error)))
        pieces.put(_DONE)

    async def _pieces(self, system: str, user: str) -> AsyncIterator[str]:
        """The pieces of a text that ended of its own accord."""
        from assistant.wording.connection import chat

        finish: str | None = None
        written = 0
        async with chat(self.settings, system, user, self._tokens) as responses:
            async for response in responses:
                finish = _finish(response) or finish
                written += len(response.delta or "")
                if written > _LONGEST_TEXT:
                    raise ModelFailed("unusable")
                if response.delta:
                    yield response.delta
        if finish != "stop":
            raise ModelFailed("unusable" if not written else "cut")


def _finish(response: ChatResponse) -> str | None:
    choices = getattr(response.raw, "choices", None) or []
    return choices[0].finish_reason if choices else None
