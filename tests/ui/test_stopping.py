"""The real command is asked to end, with SIGTERM and with Ctrl-C, and does so cleanly."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

pytestmark = pytest.mark.model


@pytest.fixture
def reports(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(60):
        lines = [f"Line {number} {line} of the report is not like another." for line in range(40)]
        (folder / f"{number}.txt").write_text("A report\n\n" + "\n\n".join(lines), encoding="utf-8")
    return folder


@contextmanager
def sanad(*arguments):
    with subprocess.Popen(
        [sys.executable, "-m", "ui.command", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as running:
        try:
            yield running
        finally:
            running.kill()


def wait_for(happened, seconds=240):
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.05)


def processes_of(session):
    """Command lines of the processes that are left in a session or name it as theirs."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError, IndexError):
            if int((place / "stat").read_text().rsplit(")", 1)[1].split()[3]) == session:
                found.append((place / "cmdline").read_text())
    return found


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_an_ingest_that_is_asked_to_end_says_so_and_leaves_nothing_half_done(reports, tmp_path, how):
    index = tmp_path / "index"

    with sanad("ingest", reports, "--index", index) as running:
        wait_for(lambda: any((index / "staging").glob("*/catalogue.sqlite*")))
        time.sleep(0.5)
        os.kill(running.pid, how)
        out, err = running.communicate(timeout=120)

    assert (running.returncode, out) == (130, "")
    assert err.count("\n") == 1
    assert "the next ingest goes on from here" in err
    assert not (index / "CURRENT").exists()
    wait_for(lambda: processes_of(running.pid) == [], 20)


def test_watching_ends_cleanly_when_it_is_asked_to(tmp_path):
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text("A report\n\nThe pump was moved.\n", encoding="utf-8")
    index = tmp_path / "index"

    with sanad("ingest", tmp_path / "reports", "--index", index, "--watch", "--settle", "0.3") as running:
        wait_for((index / "CURRENT").exists)
        (tmp_path / "reports" / "b.txt").write_text("Another report\n\nThe well was dug.\n", encoding="utf-8")
        wait_for(lambda: len(list((index / "snapshots").iterdir())) == 2)
        time.sleep(1)
        os.kill(running.pid, signal.SIGTERM)
        out, err = running.communicate(timeout=120)

    assert running.returncode == 0
    assert out.count("Published as snapshot") == 2
    assert "Stopped watching" in err
