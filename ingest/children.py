"""Starts the nursery that forks the readers' processes, and talks to it."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

_START = "import sys; sys.path.insert(0, sys.argv[1]); from ingest.nursery import serve; serve(int(sys.argv[2]))"
_KEPT = ("LD_LIBRARY_PATH", "SYSTEMROOT", "TESSDATA_PREFIX")
"""Variables without which some installations of Python do not start, or text recognition finds no languages."""
_LARGEST_ANSWER = 1 << 12
_ATTEMPTS = 2


class Nursery:
    """A process that forks children which import from one folder; it is started when it is first needed.

    Safe to share between threads. It ends with this process, and by itself when nothing is asked of it for a minute.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._orders: socket.socket | None = None

    def start(self, order: Mapping[str, Any], descriptors: Sequence[int]) -> Child:
        """A new child at work.

        Args:
            order: What `ingest.nursery` is to have done.
            descriptors: What the child gets: the file, its parameters, and the pipe for its answer.

        Raises:
            OSError: No process can be started.
        """
        for attempt in range(_ATTEMPTS):
            with self._turn, suppress(_Gone):
                if self._orders is None:
                    self._begin()
                return Child(self, int(self._ask(order, descriptors)["child"]))
            if attempt:
                break
        raise OSError("the process that starts the readers has ended; there may be too little memory")

    def end(self, child: int) -> int | None:
        """End a child and what it started; says how it had ended, None if nobody knows."""
        with self._turn:
            try:
                return int(self._ask({"end": child}, ())["code"])
            except _Gone:
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(child, signal.SIGKILL)
                return None

    def _ask(self, order: Mapping[str, Any], descriptors: Sequence[int]) -> dict[str, Any]:
        try:
            if self._orders is None:
                raise _Gone
            socket.send_fds(self._orders, [json.dumps(order).encode()], descriptors)
            answer = self._orders.recv(_LARGEST_ANSWER)
        except OSError:
            answer = b""
        if not answer:
            self._forget()
            raise _Gone
        found: dict[str, Any] = json.loads(answer)
        return found

    def _begin(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        folder = tempfile.gettempdir()
        environment = {"PATH": os.defpath, "LANG": "C.UTF-8", "HOME": folder, "TMPDIR": folder}
        environment.update({key: os.environ[key] for key in _KEPT if key in os.environ})
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-c", _START, str(self._root), str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                cwd="/",
                env=environment,
                start_new_session=True,
            )
        self._orders = ours

    def _forget(self) -> None:
        if self._orders is not None:
            self._orders.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._orders = self._process = None


class Child:
    """A process that works on one file; it can be waited for with `select`."""

    def __init__(self, nursery: Nursery, number: int) -> None:
        self._nursery = nursery
        self._number = number
        self._ended = os.pidfd_open(number)

    def fileno(self) -> int:
        """Readable once the process has ended."""
        return self._ended

    def end(self) -> int | None:
        """End it with its whole session; says how it had ended before, None if nobody knows."""
        os.close(self._ended)
        return self._nursery.end(self._number)


def nursery_of(root: Path) -> Nursery:
    """The nursery of this process for a folder; a forked process has its own."""
    return _nursery(root, os.getpid())


@lru_cache(maxsize=4)
def _nursery(root: Path, process: int) -> Nursery:
    return Nursery(root)


class _Gone(Exception):
    """The nursery has ended."""
