"""The first ingest, run as the `sanad ingest` command beside the page, and how far it is."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vectorstore import Progress

PUBLISHED = (0, 1)
"""Exit codes after which there is an index; with 1, some files could not be read."""
BUSY = 3
"""Another ingest is writing the index."""


class IngestRun:
    """An ingest in a process of its own."""

    def __init__(self, command: Sequence[str], environment: dict[str, str] | None = None) -> None:
        self.progress: Progress | None = None
        self.message = ""
        """The last words of the command, for a person: why it failed, when it failed."""
        self._stage_started = time.monotonic()
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=environment,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        atexit.register(self.stop)
        self._reader = threading.Thread(target=self._read, daemon=True, name="ingest-progress")
        self._reader.start()

    def wait(self) -> int:
        """Wait for its end; the exit code."""
        code = self._process.wait()
        self._reader.join()
        atexit.unregister(self.stop)
        return code

    def stop(self) -> None:
        """End it; what was published before stays, and the next ingest goes on from here."""
        if self._process.poll() is None:
            self._process.terminate()

    def seconds_left(self) -> float | None:
        """An estimate for the stage it is in; None while there is nothing to judge by."""
        progress = self.progress
        if progress is None or not 0 < progress.done < progress.total:
            return None
        spent = time.monotonic() - self._stage_started
        return spent / progress.done * (progress.total - progress.done)

    def _read(self) -> None:
        stream = self._process.stderr
        if stream is None:
            return
        with stream:
            for line in stream:
                self._heard(line.strip())

    def _heard(self, line: str) -> None:
        progress = parse_progress(line)
        if progress is None:
            self.message = line or self.message
            return
        if self.progress is None or progress.stage != self.progress.stage:
            self._stage_started = time.monotonic()
        self.progress = progress


def parse_progress(line: str) -> Progress | None:
    """A line of `--json-progress`; None for any other line."""
    from vectorstore import Progress

    try:
        said = json.loads(line)
        return Progress(str(said["stage"]), int(said["done"]), int(said["total"]), str(said.get("detail", "")))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def ingest_in_background(folder: Path, index: Path) -> IngestRun:
    """Start `sanad ingest FOLDER` for an index."""
    above = str(Path(__file__).resolve().parent.parent)
    path = os.pathsep.join(part for part in (above, os.environ.get("PYTHONPATH", "")) if part)
    command = [sys.executable, "-m", "ui.command", "ingest", str(folder), "--index", str(index), "--json-progress"]
    return IngestRun(command, {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"})
