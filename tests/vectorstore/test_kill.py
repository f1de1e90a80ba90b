"""A crash leaves the old snapshot or the new one. The long run is `python -m tests.kill_ingest --kills 60`."""

import subprocess
import sys


def test_an_ingest_killed_at_any_moment_leaves_the_old_snapshot_or_the_new_one():
    small = ("--documents", "12", "--chunks", "6")
    done = subprocess.run(
        [sys.executable, "-m", "tests.kill_ingest", "--steps", "--kills", "6", *small],
        capture_output=True,
        text=True,
        timeout=300,
    )

    assert done.returncode == 0, done.stdout + done.stderr
