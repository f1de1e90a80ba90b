"""Temporary files of the tests lie in memory where there is plenty of it, and the slowest files of tests come first.

Every published index waits for the disk a dozen times, which is right for an archive and most of what the tests would spend
their time on. What a killed process leaves behind is the same on either; tests of full disks make file systems of their own.
"""

import os
import shutil
import signal
import tempfile
from contextlib import suppress
from pathlib import Path

MEMORY = Path("/dev/shm")
NEEDED = 6 << 30
"""Bytes of memory that must be free: the tests never use a quarter of it at a time."""


def pytest_configure():
    with suppress(ValueError):  # only the main thread may
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background is told to ignore it
    if "TMPDIR" not in os.environ and MEMORY.is_dir() and _free() > NEEDED:
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None


def pytest_collection_modifyitems(items):
    """Files that need the model come first: several processes then end together, as the last files are short."""
    slow = {item.path for item in items if item.get_closest_marker("model")}
    items.sort(key=lambda item: item.path not in slow)


def _free():
    """What may be used: of the file system in memory, of the machine, and of the container."""
    available = next(line for line in Path("/proc/meminfo").read_text().splitlines() if line.startswith("MemAvailable"))
    free = [shutil.disk_usage(MEMORY).free, int(available.split()[1]) << 10]
    with suppress(OSError, ValueError):  # a container without a limit says "max"
        limit, used = (int(Path(f"/sys/fs/cgroup/memory.{what}").read_text()) for what in ("max", "current"))
        free.append(limit - used)
    return min(free)
