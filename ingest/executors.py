"""Who reads the files: threads or processes of this machine, or the workers of a cluster."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager

from ingest.errors import ClusterError
from ingest.settings import IngestSettings

WORTH_PROCESSES = 40
"""Files from which on processes, which take a second or two to start, are faster than threads, which take turns."""
_SECONDS_TO_CONNECT = 15


@contextmanager
def executor_for(files: int, settings: IngestSettings) -> Iterator[Executor]:
    """What reads so many files; every file is read in a child process of its own in any case.

    Raises:
        ClusterError: The cluster of the settings cannot be used.
    """
    if settings.cluster:
        with _cluster(settings.cluster) as executor:
            yield executor
    elif files < WORTH_PROCESSES or settings.workers == 1:
        with ThreadPoolExecutor(settings.workers) as executor:
            yield executor
    else:
        clean = multiprocessing.get_context("spawn")  # a fork would take over half-held locks of this one's threads
        with ProcessPoolExecutor(settings.workers, mp_context=clean) as executor:
            yield executor


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    """The workers of a Dask scheduler; they see the folder under the same path, and have this software installed."""
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterError(
            "SANAD_INGEST_CLUSTER is set, but Dask is not installed: run `pip install sanad[cluster]`."
        ) from error
    try:
        client = Client(address, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(
            f"The cluster {address} cannot be reached: check SANAD_INGEST_CLUSTER and that its scheduler runs."
        ) from error
    with client, client.get_executor(pure=False) as executor:
        yield executor
