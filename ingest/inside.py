"""What runs inside the child process: first it shuts itself in, then it does the work it was started for."""

from __future__ import annotations

import hashlib
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .errors import RefusedError, UnreadableError
from .seccomp import refuse_calls

if TYPE_CHECKING:
    from .readers.raw import RawDocument
    from .readers.recognised import Recognised

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
    payload = json.loads(_everything(int(parameters)))
    shut_in(int(memory), int(seconds), starts=payload.get("program"))
    try:
        answer = _work(function, payload)
        message = json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")
    except MemoryError:
        message = b'{"error": "it needs more memory than a file may use"}'
    _send(int(sender), message)
    os._exit(0)


def read(data: bytes, payload: dict[str, Any]) -> dict[str, Any]:
    """The content of one file as JSON values."""
    from .readers import read_bytes

    inner = meant(data, payload)
    document = read_bytes(payload["name"], inner, _recognised(payload.get("recognised")))
    document = replace(document, sha256=hashlib.sha256(inner).hexdigest())
    return (_attached(document, data, payload) if payload.get("member") else document).as_json()


def inner_files(data: bytes, payload: dict[str, Any]) -> list[list[Any]]:
    """The files inside a file, as JSON values: name, size, hash, and why it is not read."""
    from .readers.inner import inner_files

    try:
        return [
            [found.name, len(found.data), hashlib.sha256(found.data).hexdigest(), found.reason]
            for found in inner_files(payload["name"], data)
        ]
    except UnreadableError as error:
        raise type(error)(f"{payload['name']} could not be read: {error}.") from error


def meant(data: bytes, payload: dict[str, Any]) -> bytes:
    """The bytes that are meant: those of the file, or of one inside it."""
    if not payload.get("member"):
        return data
    from .readers.inner import inner_data

    try:
        return inner_data(payload["file"], data, payload["member"])
    except UnreadableError as error:
        raise type(error)(f"{payload['name']} could not be read: {error}.") from error


def _attached(document: RawDocument, data: bytes, payload: dict[str, Any]) -> RawDocument:
    """An attachment with a last line that says to which mail it belongs."""
    from .readers.inner import inner_data
    from .readers.mail import described
    from .readers.raw import RawBlock

    above, _, _ = payload["member"].rpartition("/")
    mail = f"{payload['file']}/{above}" if above else payload["file"]
    if not mail.lower().endswith(".eml") or document.scanned:
        return document
    said = described(inner_data(payload["file"], data, above) if above else data)
    lines = (RawBlock("heading", mail.rsplit("/", 1)[-1], level=2), RawBlock("paragraph", said))
    return replace(document, blocks=(*document.blocks, *lines)) if said else document


def recognise(data: bytes, payload: dict[str, Any]) -> list[Any]:
    """What text recognition sees on one page, as JSON values; its program is the only one that may be started."""
    from .readers import recognise_page
    from .readers.seeing import Eye

    eye = Eye(payload["program"], tuple(payload["languages"]))
    try:
        return recognise_page(payload["name"], meant(data, payload), payload["page"], eye).as_json()
    except (OSError, subprocess.SubprocessError) as error:
        raise UnreadableError("text recognition failed on it") from error


def _recognised(pages: dict[str, Any] | None) -> dict[int, Recognised | None] | None:
    if pages is None:
        return None
    from .readers.recognised import Recognised

    return {int(page): None if found is None else Recognised.from_json(found) for page, found in pages.items()}


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


def _work(function: str, payload: dict[str, Any]) -> dict[str, Any]:
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
