"""The first ingest, run beside the page in the same process, so that the embedding model is loaded once, and how far it is."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from ui.progress import Report

if TYPE_CHECKING:
    from vectorstore import Progress

PUBLISHED = (0, 1)
"""Exit codes after which there is an index; with 1, some files could not be read."""
BUSY = 3
"""Another ingest is writing the index."""
FAILED = 2
"""The ingest could not be done; `message` says why."""

Work = Callable[[Report], bool]
"""Ingests, reporting how far it is; whether some file could not be read."""


class IngestRun:
    """An ingest in a thread of its own. Should the process end, the next ingest goes on from what is there."""

    def __init__(self, work: Work) -> None:
        self.progress: Progress | None = None
        self.message = ""
        """Why it failed, when it failed, in one sentence."""
        self._work = work
        self._code = FAILED
        self._stage_started = time.monotonic()
        self._thread = threading.Thread(target=self._run, daemon=True, name="first-ingest")
        self._thread.start()

    def wait(self) -> int:
        """Wait for its end; the exit code the command would have."""
        self._thread.join()
        return self._code

    def seconds_left(self) -> float | None:
        """An estimate for the stage it is in; None while there is nothing to judge by."""
        progress = self.progress
        if progress is None or not 0 < progress.done < progress.total:
            return None
        spent = time.monotonic() - self._stage_started
        return spent / progress.done * (progress.total - progress.done)

    def _run(self) -> None:
        from ingest import IngestError
        from vectorstore import IndexBusyError, StoreError

        try:
            self._code = PUBLISHED[self._work(self._heard)]
        except IndexBusyError as error:
            self._code, self.message = BUSY, str(error)
        except (IngestError, StoreError) as error:
            self.message = str(error)

    def _heard(self, progress: Progress) -> None:
        if self.progress is None or progress.stage != self.progress.stage:
            self._stage_started = time.monotonic()
        self.progress = progress
