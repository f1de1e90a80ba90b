"""A process that has the readers loaded, and forks a fresh child for every file.

Starting Python and loading the readers takes far longer than reading most files, so it is done once: with an empty
environment, in a session of its own, without any descriptor but its end of a socket. It never touches a file itself. What
it forks is as it was on the first day, and shuts itself in before it looks at the file it is given.
"""

from __future__ import annotations

import gc
import json
import os
import pkgutil
import select
import signal
import socket
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib import import_module
from types import ModuleType
from typing import Any, NoReturn

from . import extract, readers
from .inside import main, without_numpy

_IDLE_SECONDS = 60.0
_LARGEST_ORDER = 1 << 16
_DESCRIPTORS = 3
_LOADED_LATE = ("charset_normalizer", "openpyxl", "ingest.errands")
"""What is otherwise imported only when it is needed."""


def serve(control: int) -> None:
    """Fork and end children as ordered, until the other end is closed or nothing is asked for a while."""
    without_numpy()
    for name in (*_modules(readers), *_modules(extract), *_LOADED_LATE):
        import_module(name)
    gc.collect()
    gc.freeze()  # so that the children share these pages instead of copying them
    children: set[int] = set()
    with socket.socket(fileno=control) as orders:
        try:
            while _waits(orders, forever=bool(children)) and _obey(orders, children):
                pass
        finally:
            for child in children:
                _end(child)


def _modules(package: ModuleType) -> Iterator[str]:
    for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        if not found.name.endswith("__main__"):
            yield found.name


def _waits(orders: socket.socket, *, forever: bool) -> bool:
    ready, _, _ = select.select([orders], [], [], None if forever else _IDLE_SECONDS)
    return bool(ready)


def _obey(orders: socket.socket, children: set[int]) -> bool:
    """Carry out one order; False where there are no more."""
    message, descriptors, _, _ = socket.recv_fds(orders, _LARGEST_ORDER, _DESCRIPTORS)
    if not message:
        return False
    order = json.loads(message)
    if "end" in order:
        children.discard(order["end"])
        answer = {"code": _end(order["end"])}
    else:
        child = os.fork()
        if child == 0:
            _become_child(orders, order, descriptors)
        children.add(child)
        answer = {"child": child}
    for descriptor in descriptors:
        os.close(descriptor)
    orders.sendall(json.dumps(answer).encode())
    return True


def _become_child(orders: socket.socket, order: dict[str, Any], descriptors: Sequence[int]) -> NoReturn:
    """Leave everything of the nursery behind, and do the work."""
    try:
        os.setsid()
        orders.close()
        file, parameters, sender = descriptors
        os.dup2(file, 0)
        os.close(file)
        os.chdir(order["folder"])
        os.environ.update(HOME=order["folder"], TMPDIR=order["folder"])
        tempfile.tempdir = None
        main([order["function"], str(parameters), str(sender), str(order["memory"]), str(order["seconds"])])
    finally:
        os._exit(1)


def _end(child: int) -> int:
    """Kill a child with its whole session, and say how it had ended: as `subprocess` does, a signal as a negative number."""
    for kill in (os.killpg, os.kill):  # it may not have its own session yet
        with suppress(ProcessLookupError, PermissionError):
            kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
