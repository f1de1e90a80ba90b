"""What the page stands on: the assistant, opened behind the painted page, and the state it is in.

One `Site` serves every session of the process; it is safe to share between threads.
"""

from __future__ import annotations

import functools
import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ui.background import BUSY, PUBLISHED, IngestRun
from ui.jobs import Job, run_job

if TYPE_CHECKING:
    from assistant import Answer, Overview, RegisterView, Turn
    from ingest import PagePicture
    from ui.backend import Backend, BackendFactory
    from ui.feedback import Feedback
    from vectorstore import Document

Stage = Literal["opening", "ingesting", "waiting", "ready", "failed"]
"""`waiting` is for the index that another process is building."""

_AT_ONCE = 2
"""Answers computed at the same time; the others wait their turn."""
_FRESH = 1.0
"""Seconds an overview is shown before it is read again."""
_REGISTERS = 6
"""Views of the register kept, each in one language and as of one day."""
_LOOK_AGAIN = 2.0
"""Seconds between looks for an index that another process builds."""

_log = logging.getLogger("sanad.page")


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of the site; `message` is the sentence to show when it failed, empty for a fault of ours."""

    stage: Stage
    message: str = ""


class Site:
    """The assistant and everything the sessions share."""

    def __init__(
        self,
        factory: BackendFactory,
        first_ingest: Callable[[], IngestRun] | None = None,
        open_feedback: Callable[[], Feedback] | None = None,
    ) -> None:
        self.standing = Standing("opening")
        self.ingest: IngestRun | None = None
        self._factory = factory
        self._first_ingest = first_ingest
        self.open_feedback = open_feedback
        """Where answers marked wrong are kept; None where they are not."""
        self._backend: Backend | None = None
        self._settled = threading.Event()
        self._turns = threading.BoundedSemaphore(_AT_ONCE)
        self._lock = threading.Lock()
        self._overview: tuple[float, Overview] | None = None
        self._registers: dict[tuple[str, str, date | None, date], RegisterView] = {}
        self._reading = threading.Lock()
        self.open()

    def open(self) -> None:
        """Begin, or begin again after a failure, to open the assistant in the background."""
        with self._lock:
            self._settled.clear()
            self.standing = Standing("opening")
        threading.Thread(target=self._open, daemon=True, name="open-assistant").start()

    @property
    def backend(self) -> Backend:
        """The assistant; only there once the site is ready."""
        if self._backend is None:
            raise RuntimeError("the site is not ready yet")
        return self._backend

    def ask(self, question: str, history: Sequence[Turn], without_filters: frozenset[str] = frozenset()) -> Job:
        """Begin to answer a question, as soon as the assistant is open and others before it are answered."""
        job = Job()
        work = functools.partial(self._answers, question, history, without_filters)
        threading.Thread(target=run_job, args=(job, work), daemon=True, name="answer").start()
        return job

    def overview(self) -> Overview:
        """The state of the index, at most a moment old.

        Raises:
            AssistantError: It cannot be told.
        """
        kept = self._overview
        if kept is None or time.monotonic() - kept[0] > _FRESH:
            kept = (time.monotonic(), self.backend.overview())
            self._overview = kept
        return kept[1]

    def register(self, language: str, as_of: date | None) -> RegisterView:
        """The register of the index, read once for all who look at the same.

        Raises:
            AssistantError: It cannot be read.
        """
        key = (self.overview().snapshot, language, as_of, date.today())
        with self._reading:
            if key not in self._registers:
                while len(self._registers) >= _REGISTERS:
                    self._registers.pop(next(iter(self._registers)))
                self._registers[key] = self.backend.register(language=language, as_of=as_of)
            return self._registers[key]

    def picture(self, document: Document, page: int, quote: str) -> PagePicture | None:
        """A page with the words marked; None where the file has none, is gone or is no longer the one that was read."""
        from ingest import SHOWN, place_of

        root = self.overview().root
        if root is None or document.format not in SHOWN:
            return None
        path, member = place_of(Path(root), document.path)
        return _picture(path, member, document.sha256, page, quote) if path.is_file() else None

    def _answers(self, question: str, history: Sequence[Turn], without_filters: frozenset[str]) -> Iterator[Answer]:
        from assistant import AssistantError

        self._settled.wait()
        if self._backend is None:
            raise AssistantError(self.standing.message)
        answers = iter(self._backend.answers(question, history=history, without_filters=without_filters))
        with self._turns:
            first = next(answers)
        yield first
        # A language model that takes its time keeps nobody else waiting.
        yield from answers

    def _open(self) -> None:
        """Every end of this settles the standing: a page must never wait for nothing."""
        from assistant import AssistantError

        try:
            backend = self._factory()
            self._make_sure_of_an_index(backend)
            # The page is usable now; the model is loaded while the first question is being typed.
            self._backend = backend
            self._settle(Standing("ready"))
            backend.warm()
        except AssistantError as error:
            self._settle(Standing("failed", str(error)))
        except Exception:  # noqa: BLE001 - the edge of a thread: logged, and said on the page without its details
            _log.exception("the assistant could not be opened")
            self._settle(Standing("failed"))

    def _settle(self, standing: Standing) -> None:
        with self._lock:
            self.standing = standing
            self._settled.set()

    def _make_sure_of_an_index(self, backend: Backend) -> None:
        from assistant import AssistantError, NoIndexYet

        try:
            backend.overview()
        except NoIndexYet:
            if self._first_ingest is None:
                raise
        else:
            return
        self.ingest = self._first_ingest()
        self.standing = Standing("ingesting")
        code = self.ingest.wait()
        if code == BUSY:
            self._wait_for_another(backend)
        elif code not in PUBLISHED:
            raise AssistantError(self.ingest.message)
        backend.overview()

    def _wait_for_another(self, backend: Backend) -> None:
        from assistant import NoIndexYet

        self.standing = Standing("waiting")
        while True:
            try:
                backend.overview()
            except NoIndexYet:
                time.sleep(_LOOK_AGAIN)
            else:
                return


@functools.lru_cache(maxsize=24)
def _picture(path: Path, member: str | None, sha256: str, page: int, quote: str) -> PagePicture | None:
    from ingest import IngestError, picture

    try:
        drawn = picture(path, page, quote, member=member)
    except IngestError as error:
        _log.warning("no picture of page %d: %s", page, error)
        return None
    return drawn if drawn.sha256 == sha256 else None
