"""Files are read by whatever executor is given, and none is lost with a worker."""

import os
import re
import signal
import subprocess
import sys
import time
from concurrent.futures import Future
from pathlib import Path
from types import ModuleType

import pytest

from ingest.errors import ClusterError
from ingest.executors import executor_for
from ingest.run import ingest
from ingest.settings import IngestSettings
from tests.fakes import HashEmbedder
from vectorstore import Index

FILES = 24


@pytest.fixture
def reports(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(FILES):
        text = f"Minutes of meeting {number}\n\nThe commission met and adopted budget {number}."
        (folder / f"minutes-{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def cluster():
    """A scheduler with two workers; gives its address and the workers' processes."""
    pytest.importorskip("distributed")
    scheduler = _dask("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    address = next(found.group() for line in scheduler.stderr if (found := re.search(r"tcp://127\.0\.0\.1:\d+", line)))
    options = ("--no-nanny", "--nthreads", "1", "--host", "127.0.0.1", "--no-dashboard")
    workers = [_dask("worker", address, *options) for _ in range(2)]
    for worker in workers:
        assert any("Registered to" in line for line in worker.stderr)
    yield address, workers
    for process in (*workers, scheduler):
        process.kill()
        process.wait()
        process.stderr.close()


def test_nothing_is_lost_when_a_worker_of_a_cluster_is_killed_half_way(reports, cluster, tmp_path):
    address, workers = cluster
    embedder = HashEmbedder()
    killed = []

    def kill_one(progress):
        if progress.stage == "reading" and progress.done == FILES // 4 and not killed:
            killed.extend(_forked(worker.pid) for worker in workers)
            workers[0].send_signal(signal.SIGKILL)

    receipt = ingest(reports, Index(tmp_path / "index", embedder), embedder, _settings(address), report=kill_one)

    assert killed == [True, True], "both workers had read files by then"
    assert workers[0].wait(10) == -signal.SIGKILL
    assert {file.outcome for file in receipt.files} == {"indexed"}
    assert len(receipt.files) == FILES


def test_files_are_read_here_when_whoever_was_to_read_them_is_gone(reports, tmp_path, monkeypatch):
    monkeypatch.setattr("ingest.run.executor_for", lambda files, settings: _Broken())
    embedder = HashEmbedder()

    receipt = ingest(reports, Index(tmp_path / "index", embedder), embedder, IngestSettings(workers=2))

    assert {file.outcome for file in receipt.files} == {"indexed"}


def test_many_files_are_read_by_processes(monkeypatch):
    monkeypatch.setitem(
        sys.modules, "__main__", ModuleType("__main__")
    )  # tests of the page leave a script of theirs there
    with executor_for(1000, IngestSettings(workers=2)) as executor:
        assert executor.submit(os.getpid).result() != os.getpid()


def test_a_cluster_that_is_not_there_is_named(monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr("ingest.executors._SECONDS_TO_CONNECT", 0.5)

    with (
        pytest.raises(ClusterError, match=r"The cluster tcp://127\.0\.0\.1:9 cannot be reached"),
        executor_for(1, _settings("tcp://127.0.0.1:9")),
    ):
        pass


class _Broken:
    """Takes two files and loses them, then takes no more."""

    def __init__(self):
        self._taken = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def submit(self, *_):
        self._taken += 1
        if self._taken > 2:
            raise RuntimeError("broken")
        lost = Future()
        lost.set_exception(OSError("the worker died"))
        return lost


def _settings(address):
    return IngestSettings(cluster=address, workers=2)


def _dask(what, *arguments):
    root = str(Path(__file__).parents[2])
    return subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_" + what, *arguments],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": root},
    )


def _forked(process):
    """Whether a process has started the one that forks readers, as it does for its first file."""
    for _ in range(100):
        tasks = Path(f"/proc/{process}/task").glob("*/children")
        if any(task.read_text().strip() for task in tasks):
            return True
        time.sleep(0.05)
    return False
