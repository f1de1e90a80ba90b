"""Readers' processes are forked from one that was started clean, and are as good as started anew."""

import os
import signal
import subprocess
import sys
import time

import pytest

from ingest.errors import UnreadableError
from ingest.isolation import Limits, run_isolated
from ingest.told import read_isolated

LIMITS = Limits(seconds=20.0)


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("Minutes\n\nNobody came.", encoding="utf-8")
    return path


def run(name, path):
    return run_isolated(f"tests.ingest.hostile:{name}", {}, path=path, name="report.txt", limits=LIMITS)


def test_one_file_leaves_nothing_behind_for_the_next(report):
    assert run("remember", report) == []
    assert run("remember", report) == []


def test_every_file_has_a_process_and_a_session_of_its_own(report):
    first, second = run("standing", report), run("standing", report)

    assert first["pid"] == first["session"]
    assert first["pid"] != second["pid"]
    assert first["nursery"] == second["nursery"] != os.getpid()


def test_a_reader_inherits_no_secret_and_no_descriptor(report, tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_TOKEN", "never")
    os.kill(run("standing", report)["nursery"], signal.SIGKILL)  # the next one is started with the secret set
    with open(tmp_path / "open.txt", "w") as other:
        os.set_inheritable(other.fileno(), True)

        seen = run("standing", report)

    assert "SECRET_TOKEN" not in seen["environment"]
    held = sorted(target for target in seen["descriptors"].values() if not target.startswith("/proc/"))
    assert [
        target for target in held if not target.startswith(("/dev/null", "pipe:")) and "(deleted)" not in target
    ] == [str(report)]
    assert len(held) == len(["file", "nothing", "nothing", "parameters", "answer"])


def test_files_are_read_on_when_the_nursery_was_killed(report):
    os.kill(run("standing", report)["nursery"], signal.SIGKILL)

    assert read_isolated(report, "report.txt").raw.blocks


def test_a_file_whose_nursery_is_killed_is_the_only_one_lost(report):
    with pytest.raises(UnreadableError, match=r"report\.txt could not be read"):
        run("kill_nursery", report)

    assert read_isolated(report, "report.txt").raw.blocks


def test_nothing_runs_on_when_the_process_that_reads_is_killed(report, tmp_path):
    marker = tmp_path / "pids"
    script = (
        "from pathlib import Path; from ingest.isolation import Limits, run_isolated; "
        f"run_isolated('tests.ingest.hostile:mark_and_sleep', {{'marker': {str(marker)!r}}}, "
        f"path=Path({str(report)!r}), name='report.txt', limits=Limits(seconds=60))"
    )
    reading = subprocess.Popen([sys.executable, "-c", script])
    _wait(lambda: marker.exists() and marker.read_text().count("\n") == 2)
    child, nursery = map(int, marker.read_text().split())

    reading.kill()
    reading.wait()

    _wait(lambda: not _runs(child) and not _runs(nursery))


def _wait(holds):
    for _ in range(600):
        if holds():
            return
        time.sleep(0.05)
    raise AssertionError("it did not happen within 30 seconds")


def _runs(process):
    try:
        with open(f"/proc/{process}/stat") as file:
            return file.read().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
