"""Questions are answered in threads, so that a click on the page never loses an answer."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant import Answer

_log = logging.getLogger("sanad.page")


class Job:
    """One question being answered. `answer` and `error` are final once `finished`; an error of None then means it was stopped."""

    def __init__(self) -> None:
        self.answer: Answer | None = None
        self.error: str | None = None
        self.unexpected = False
        """Whether the error is a fault of ours, whose details are in the server's log."""
        self._started = time.monotonic()
        self._finished = threading.Event()

    @property
    def finished(self) -> bool:
        """Whether it was answered, failed or was stopped."""
        return self._finished.is_set()

    @property
    def stopped(self) -> bool:
        """Whether the person stopped it."""
        return self.finished and self.answer is None and self.error is None and not self.unexpected

    @property
    def seconds(self) -> float:
        """How long it has been going on."""
        return time.monotonic() - self._started

    def wait(self, seconds: float) -> bool:
        """Wait a moment; whether it is finished."""
        return self._finished.wait(seconds)

    def stop(self) -> None:
        """Give up on it; an answer that comes later is dropped."""
        self._finished.set()

    def settle(self, answer: Answer | None, error: str | None = None, *, unexpected: bool = False) -> None:
        """Keep the outcome, unless it was stopped before."""
        if not self.finished:
            self.answer, self.error, self.unexpected = answer, error, unexpected
            self._finished.set()


def run_job(job: Job, work: Callable[[], Answer]) -> None:
    """Do the work of a job in this thread."""
    from assistant import AssistantError

    try:
        job.settle(work())
    except AssistantError as error:
        job.settle(None, str(error))
    except Exception:  # noqa: BLE001 - the edge of a thread: logged, and said on the page without its details
        _log.exception("a question could not be answered")
        job.settle(None, unexpected=True)
