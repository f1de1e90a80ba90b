"""Reads many files through an executor, a few ahead of the one that is stored."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from itertools import islice

from ingest.discover import FoundFile
from ingest.isolation import Limits
from ingest.reading import ReadFile, read_file
from ingest.settings import IngestSettings


def read_ahead(
    files: Sequence[FoundFile], hashes: Mapping[str, str], settings: IngestSettings, executor: Executor
) -> Iterator[ReadFile]:
    """Read files side by side, in their order; few wait to be stored, so that memory does not grow with the archive.

    Args:
        files: To be read.
        hashes: Of their bytes, by name.
        settings: How many are read side by side, and how long each may take.
        executor: Who reads them.
    """
    limits = Limits(seconds=settings.seconds_per_file)
    coming = (executor.submit(read_file, file, hashes[file.name], limits) for file in files)
    pending = deque(islice(coming, 2 * settings.workers))
    while pending:
        yield pending.popleft().result()
        pending.extend(islice(coming, 1))
