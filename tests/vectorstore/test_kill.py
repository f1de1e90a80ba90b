"""A crash leaves the old snapshot or the new one. The long run is `python -m tests.kill_ingest --kills 60`."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("what", [["--steps", "--documents", "20", "--chunks", "10"], ["--kills", "6"]])
def test_an_ingest_killed_at_any_moment_leaves_the_old_snapshot_or_the_new_one(what):
    done = subprocess.run(
        [sys.executable, "-m", "tests.kill_ingest", *what], capture_output=True, text=True, timeout=120
    )

    assert done.returncode == 0, done.stdout + done.stderr
