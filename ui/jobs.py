"""Questions are answered in threads, so that a click on the page never loses an answer."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant import Answer

_log = logging.getLogger("sanad.page")


class Job:
    """One question being answered. `answer` may be followed by a better one until the job is `finished`.

    A finished job without an answer, an error or a fault was stopped.
    """

    def __init__(self) -> None:
        self.answer: Answer | None = None
        self.error: str | None = None
        self.unexpected = False
        """Whether it ended in a fault of ours, whose details are in the server's log."""
        self.shown = 0
        """How many answers there were so far."""
        self._started = time.monotonic()
        self._finished = threading.Event()
        self._there = threading.Event()

    @property
    def there(self) -> bool:
        """Whether there is something to show: an answer, a failure, or that it was stopped."""
        return self._there.is_set()

    @property
    def finished(self) -> bool:
        """Whether what there is stays as it is."""
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
        """Wait a moment; whether there is something to show."""
        return self._there.wait(seconds)

    def stop(self) -> None:
        """Give up on it: the answer there is stands, one that comes later is dropped."""
        self._finished.set()
        self._there.set()

    def show(self, answer: Answer) -> None:
        """Keep an answer that a better one may follow, unless the job was stopped before."""
        if not self.finished:
            self.answer = answer
            self.shown += 1
            self._there.set()

    def fail(self, error: str | None = None, *, unexpected: bool = False) -> None:
        """Keep why there is no answer; one that is there stands."""
        if not self.finished and self.answer is None:
            self.error, self.unexpected = error, unexpected


def run_job(job: Job, work: Callable[[], Iterable[Answer]]) -> None:
    """Do the work of a job in this thread."""
    from assistant import AssistantError

    try:
        for answer in work():
            job.show(answer)
            if job.finished:
                break
    except AssistantError as error:
        job.fail(str(error))
    except Exception:  # noqa: BLE001 - the edge of a thread: logged, and said on the page without its details
        _log.exception("a question could not be answered")
        job.fail(unexpected=True)
    job.stop()
