"""What a benchmark measures: processor time, memory, sizes, shares of time."""

from __future__ import annotations

import os
import resource
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_PAGE = os.sysconf("SC_PAGE_SIZE")
_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Spent:
    """Wall and processor seconds, children included, and the most memory in MB that was in use at once."""

    seconds: float
    cpu: float
    peak: float


class Meter:
    """Measures a stretch of work with all processes it starts."""

    def __enter__(self) -> Meter:
        self._began, self._cpu = time.perf_counter(), _cpu_of_all()
        self._peak, self._done = 0.0, threading.Event()
        self._watch = threading.Thread(target=self._watching, daemon=True)
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._watch.join()
        self.spent = Spent(
            time.perf_counter() - self._began, _cpu_of_all() - self._cpu, max(self._peak, memory_of_all())
        )

    def _watching(self) -> None:
        while not self._done.wait(0.5):
            self._peak = max(self._peak, memory_of_all())


def memory() -> float:
    """Resident memory of this process, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE / 1e6


def memory_of_all() -> float:
    """Resident memory of this process and all it started, in MB; pages they share count more than once."""
    return sum(_resident(process) for process in _family(os.getpid()))


def size_of(folder: Path) -> float:
    """What a folder takes on the disk, in MB."""
    return sum(path.stat().st_blocks * 512 for path in folder.rglob("*") if path.is_file()) / 1e6


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def _cpu_of_all() -> float:
    """Of this process and all it started, living or ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    living = sum(_cpu_of(process) for process in _family(os.getpid()) if process != os.getpid())
    return time.process_time() + ended.ru_utime + ended.ru_stime + living


def _cpu_of(process: int) -> float:
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / _TICK


def _resident(process: int) -> float:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * _PAGE / 1e6
    except OSError:
        return 0.0


def _family(process: int) -> list[int]:
    found = [process]
    with suppress(OSError):  # it may have ended
        for task in os.listdir(f"/proc/{process}/task"):
            with suppress(OSError):
                for child in Path(f"/proc/{process}/task/{task}/children").read_text().split():
                    found += _family(int(child))
    return found
