"""Reads many files through an executor, a few ahead of the one that is stored."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from contextlib import suppress
from itertools import islice

from ingest.discover import FoundFile
from ingest.isolation import Limits
from ingest.reading import ReadFile, read_file
from ingest.settings import IngestSettings

_AHEAD = 8
"""Files for each reader that are read before they are stored: readers go on while a batch is embedded."""
_AHEAD_IN_A_CLUSTER = 64
_PATIENCE = 3.0
"""By the clock a file may take this many times as long as by its processor time: other files are read beside it."""


def read_ahead(
    files: Sequence[FoundFile], hashes: Mapping[str, str], settings: IngestSettings, executor: Executor
) -> Iterator[ReadFile]:
    """Read files side by side, in their order; few wait to be stored, so that memory does not grow with the archive.

    Args:
        files: To be read.
        hashes: Of their bytes, by name.
        settings: How many are read side by side, and how long each may take.
        executor: Who reads them; a file that it loses is read here.
    """
    limits = Limits(seconds=settings.seconds_per_file, patience=_PATIENCE)
    ahead = _AHEAD * settings.workers if settings.cluster == "" else _AHEAD_IN_A_CLUSTER
    coming = ((file, _submitted(executor, file, hashes[file.name], limits)) for file in files)
    pending = deque(islice(coming, ahead))
    while pending:
        file, future = pending.popleft()
        yield _result(future) or read_file(file, hashes[file.name], limits)
        pending.extend(islice(coming, 1))


def _submitted(executor: Executor, file: FoundFile, sha256: str, limits: Limits) -> Future[ReadFile] | None:
    """A file on its way; None if nobody takes it any more."""
    with suppress(RuntimeError):  # every executor raises one of these once it is broken
        return executor.submit(read_file, file, sha256, limits)
    return None


def _result(future: Future[ReadFile] | None) -> ReadFile | None:
    """What came of a file; None if whoever was to read it is lost, so that it has to be read here.

    Reading never raises for a fault of the file, so whatever is raised is the executor's: a worker that was killed, a
    scheduler that is gone. A fault of our own comes up again when the file is read here.
    """
    try:
        return future.result() if future else None
    except Exception:  # noqa: BLE001 - see above
        return None
