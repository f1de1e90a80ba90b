"""What is slow to make is made once in a run of the tests: the first process that needs it makes it, the others wait for it."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path


def made_once(of_run: Path, name: str, make: Callable[[Path], None]) -> Path:
    """The folder of that name, made by whoever comes first; nobody may change what is in it.

    Args:
        of_run: The folder for temporary files of this process of the run.
        name: The same for all who mean the same thing.
        make: Fills the folder, which is there and empty.
    """
    shared = of_run.parent if "PYTEST_XDIST_WORKER" in os.environ else of_run
    folder, done = shared / name, shared / f"{name}.done"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            done.touch()
    return folder
