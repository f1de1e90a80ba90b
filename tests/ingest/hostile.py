"""Work that goes wrong in every way a parser can; each function runs in a child process only."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Iterator
from typing import Any


def tell_and_sleep(data: bytes, payload: dict[str, Any]) -> Iterator[Any]:
    """The text and its chunks are told; the facts never come."""
    from ingest.errands import read

    parts = read(data, payload)
    yield next(parts)
    yield next(parts)
    time.sleep(999)


def tell_and_crash(data: bytes, payload: dict[str, Any]) -> Iterator[Any]:
    from ingest.errands import read

    parts = read(data, payload)
    yield next(parts)
    yield next(parts)
    os.kill(os.getpid(), signal.SIGSEGV)


def work_on(data: bytes, payload: dict[str, Any]) -> Iterator[Any]:
    """Two answers of nearly as much work as one may cost, and one of more."""
    for answer in ("one second of work", "and another"):
        _work(0.9)
        yield answer
    _work(99)


def _work(seconds: float) -> None:
    started = time.process_time()
    while time.process_time() - started < seconds:
        pass


def tell_lies(data: bytes, payload: dict[str, Any]) -> Iterator[Any]:
    """Facts that quote what is not in the text."""
    from ingest.errands import read

    parts = read(data, payload)
    yield next(parts)
    yield next(parts)
    yield [["person", None, 5, 5000, {"name": "Nobody"}]]


def tell_lies_of_passages(data: bytes, payload: dict[str, Any]) -> Iterator[Any]:
    from ingest.errands import read

    parts = read(data, payload)
    yield next(parts)
    yield next(parts) | {"chunks": [[-1, 5, None, [], []]]}


def sleep(data: bytes, payload: dict[str, Any]) -> None:
    time.sleep(999)


def spin(data: bytes, payload: dict[str, Any]) -> None:
    while True:
        pass


def crash(data: bytes, payload: dict[str, Any]) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def leave(data: bytes, payload: dict[str, Any]) -> None:
    os._exit(0)


def swallow_memory(data: bytes, payload: dict[str, Any]) -> int:
    return len(bytearray(8 << 30))


def fork(data: bytes, payload: dict[str, Any]) -> int:
    """Fork past the guard, the way a library in C could; what comes of it tries to leave the session."""
    import ctypes

    system = ctypes.CDLL(None)
    child = system.fork()
    if child == 0:
        system.setsid()
        with open(payload["marker"], "w") as file:
            file.write(str(os.getpid()))
        time.sleep(999)
    time.sleep(0.3)
    return child


def call_home_in_c(data: bytes, payload: dict[str, Any]) -> int:
    """Open a socket past the guard."""
    import ctypes

    return ctypes.CDLL(None).socket(socket.AF_INET, socket.SOCK_STREAM, 0)


def bomb(data: bytes, payload: dict[str, Any]) -> int:
    """Fork as often as it can."""
    import ctypes

    return sum(ctypes.CDLL(None).fork() >= 0 for _ in range(1_000))


def call_home(data: bytes, payload: dict[str, Any]) -> None:
    socket.create_connection(("127.0.0.1", payload["port"]), timeout=2)


def chatter(data: bytes, payload: dict[str, Any]) -> str:
    for _ in range(2_000):
        print("x" * 100_000)
    return "done"


def flood(data: bytes, payload: dict[str, Any]) -> str:
    return "x" * 10_000_000


def surroundings(data: bytes, payload: dict[str, Any]) -> dict[str, Any]:
    return {"environment": sorted(os.environ), "folder": os.listdir("."), "data": data.decode()}


def unserialisable(data: bytes, payload: dict[str, Any]) -> object:
    return object()


def recurse(data: bytes, payload: dict[str, Any]) -> None:
    recurse(data, payload)


def remember(data: bytes, payload: dict[str, Any]) -> list[str]:
    """Leave something behind in the process, and say what was found there."""
    found = list(_LEFT_BEHIND)
    _LEFT_BEHIND.append("a trace")
    return found


_LEFT_BEHIND: list[str] = []


def standing(data: bytes, payload: dict[str, Any]) -> dict[str, Any]:
    """What the process has, and whose it is."""
    with open("/proc/self/environ") as file:
        environment = file.read()
    folder = "/proc/self/fd"
    numbers = [number for number in os.listdir(folder) if os.path.lexists(f"{folder}/{number}")]
    descriptors = {number: os.readlink(f"{folder}/{number}") for number in numbers}
    return {
        "pid": os.getpid(),
        "nursery": os.getppid(),
        "session": os.getsid(0),
        "environment": environment,
        "descriptors": descriptors,
    }


def kill_nursery(data: bytes, payload: dict[str, Any]) -> None:
    os.kill(os.getppid(), signal.SIGKILL)
    os.kill(os.getpid(), signal.SIGKILL)


def mark_and_sleep(data: bytes, payload: dict[str, Any]) -> None:
    with open(payload["marker"], "w") as file:
        file.write(f"{os.getpid()}\n{os.getppid()}\n")
    time.sleep(999)


def start(data: bytes, payload: dict[str, Any]) -> int:
    import subprocess

    return subprocess.run([payload["start"]], check=False).returncode
