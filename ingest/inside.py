"""What runs inside the child process: first it shuts itself in, then it does the work it was started for."""

from __future__ import annotations

import hashlib
import json
import os
import resource
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from typing import Any

from .errors import RefusedError, UnreadableError

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
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000


def main(arguments: Sequence[str]) -> None:
    """Do one piece of work and leave at once; anything after the answer would only cost time."""
    function, parameters, sender, memory, seconds = arguments
    shut_in(int(memory), int(seconds))
    try:
        answer = _work(function, int(parameters))
        message = json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")
    except MemoryError:
        message = b'{"error": "it needs more memory than a file may use"}'
    _send(int(sender), message)
    os._exit(0)


def read(data: bytes, payload: dict[str, Any]) -> dict[str, Any]:
    """The content of one file as JSON values."""
    from .readers import read_bytes

    document = read_bytes(payload["name"], data)
    return replace(document, sha256=hashlib.sha256(data).hexdigest()).as_json()


def shut_in(memory: int, seconds: int) -> None:
    """Give up the network, and whatever else a reader has no need of."""
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
    sys.addaudithook(_guard)


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


def _guard(event: str, _: tuple[Any, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"a file's reader may not use {event}")


def _work(function: str, parameters: int) -> dict[str, Any]:
    payload = json.loads(_everything(parameters))
    name = payload["name"]
    try:
        module, _, called = function.partition(":")
        return {"value": getattr(import_module(module), called)(_everything(0), payload)}
    except (UnreadableError, RefusedError) as error:
        return {"error": str(error), "refused": isinstance(error, RefusedError)}
    except MemoryError:
        return {"error": f"{name} could not be read: it needs more memory than a file may use."}
    except RecursionError:
        return {"error": f"{name} could not be read: its parts are nested too deeply."}
    except Exception as error:  # noqa: BLE001 - whatever a parser lets through is the file's doing, and ends here
        return {"error": f"{name} could not be read: it is damaged ({type(error).__name__}); save it again."}


def _everything(descriptor: int) -> bytes:
    with open(descriptor, "rb", closefd=False) as file:
        return file.read()


def _send(sender: int, message: bytes) -> None:
    rest = memoryview(len(message).to_bytes(8, "big") + message)
    while rest:
        rest = rest[os.write(sender, rest) :]
