"""What runs inside the child process: first it shuts itself in, then it does the work it was started for."""

from __future__ import annotations

import json
import math
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import Any

from .errors import RefusedError, UnreadableError
from .seccomp import refuse_calls

_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.fork",
    "os.exec",
    "os.spawn",
    "os.posix_spawn",
    "os.system",
    "pty.",
    "ftplib.",
    "urllib.",
)
_LARGEST_FILE, _MOST_FILES = 256 << 20, 64
_MOST_PARTS = 3
"""Answers of one process, each of which may take its whole time."""
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000


def main(arguments: Sequence[str]) -> None:
    """Do one piece of work and leave at once; anything after the answer would only cost time."""
    function, parameters, sender, memory, seconds = arguments
    payload = json.loads(_everything(int(parameters)))
    shut_in(int(memory), _MOST_PARTS * int(seconds), starts=payload.get("program"))
    for answer in _work(function, payload, int(seconds)):
        try:
            message = json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")
        except MemoryError:
            message = json.dumps(_too_much_memory(payload["name"])).encode()
        _send(int(sender), message)
    os._exit(0)


def shut_in(memory: int, seconds: int, *, starts: str | None = None) -> None:
    """Give up the network, and whatever else a reader has no need of: by the kernel where it can, and by Python's hooks.

    Args:
        memory: Bytes of address space.
        seconds: Of processor time.
        starts: The one program that may be started; it lives within the same limits.
    """
    for limit, amount in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, _LARGEST_FILE),
        (resource.RLIMIT_NOFILE, _MOST_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(limit)
        most = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
        try:
            resource.setrlimit(limit, (most, most))
        except (ValueError, OSError):  # a system that does not know this limit keeps the others
            continue
    _leave_network()
    refuse_calls(programs=starts is not None)
    sys.addaudithook(partial(_guard, starts))


def without_numpy() -> None:
    """Let libraries do without numpy: no reader needs it, and it takes long to load."""
    sys.modules["numpy"] = None  # type: ignore[assignment]


def _leave_network() -> None:
    """Move into a network of one's own that has no interfaces, where the system lets ordinary users do so."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    unshare: Callable[[int], int] | None = getattr(ctypes.CDLL(None), "unshare", None)
    if unshare is not None:
        unshare(_NEW_USER | _NEW_NETWORK)


def _guard(starts: str | None, event: str, arguments: tuple[Any, ...]) -> None:
    if event == "subprocess.Popen" and starts is not None and arguments[0] == starts:
        return
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"a file's reader may not use {event}")


def _work(function: str, payload: dict[str, Any], seconds: int) -> Iterator[dict[str, Any]]:
    """The answer of a function; those of one that yields several, each as soon as it is there, and the end."""
    name = payload["name"]
    module, _, called = function.partition(":")
    _allow(seconds)
    try:
        value = getattr(import_module(module), called)(_everything(0), payload)
        if not isinstance(value, Iterator):
            yield {"value": value}
            return
        for part in value:
            yield {"value": part, "more": True}
            _allow(seconds)
        yield {"end": True}
    except (UnreadableError, RefusedError) as error:
        yield {"error": str(error), "refused": isinstance(error, RefusedError)}
    except MemoryError:
        yield _too_much_memory(name)
    except RecursionError:
        yield {"error": f"{name} could not be read: its parts are nested too deeply."}
    except Exception as error:  # noqa: BLE001 - whatever a parser lets through is the file's doing, and ends here
        yield {"error": f"{name} could not be read: it is damaged ({type(error).__name__}); save it again."}


def _allow(seconds: int) -> None:
    """End this process when it has used so much processor time from now on."""
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (min(most, math.ceil(time.process_time()) + seconds), most))


def _too_much_memory(name: str) -> dict[str, Any]:
    return {"error": f"{name} could not be read: it needs more memory than a file may use."}


def _everything(descriptor: int) -> bytes:
    with open(descriptor, "rb", closefd=False) as file:
        return file.read()


def _send(sender: int, message: bytes) -> None:
    rest = memoryview(len(message).to_bytes(8, "big") + message)
    while rest:
        rest = rest[os.write(sender, rest) :]
