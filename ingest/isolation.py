"""Runs work on foreign files in a short-lived child process, so that no file can hang, crash or empty this one.

The child gets its own session, an empty environment, an empty folder to work in, limits on memory, processor time,
files and open descriptors, and no network. It receives the file already opened and answers with capped JSON
messages on a pipe of its own. It is forked by a nursery, see `ingest.nursery`, and serves one file only.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import stat
import tempfile
import time
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .children import Child, nursery_of
from .errors import RefusedError, UnreachableError, UnreadableError

_ROOT = Path(__file__).resolve().parents[1]
_HEAD = 8


@dataclass(frozen=True, slots=True)
class Limits:
    """What one child may use."""

    seconds: float = 60.0
    """Of processor time, for each of its answers."""
    patience: float = 1.0
    """How many times as long an answer may take by the clock: more than once where the machine may be busy."""
    memory: int = 1280 << 20
    """Bytes of address space; two readers at once stay within what a small machine has."""
    answer: int = 160 << 20
    """Bytes of its answer."""
    file: int = 100_000_000
    """Bytes of the file it is given."""


def run_isolated(
    function: str,
    payload: Mapping[str, Any],
    *,
    path: Path,
    name: str,
    limits: Limits = Limits(),
    root: Path = _ROOT,
) -> Any:
    """Call `function(data, payload)` on the bytes of a file in a child process.

    Args:
        function: `package.module:name` of a function that returns JSON values.
        payload: JSON values for it.
        path: The file whose bytes it gets.
        name: What the file is called in messages.
        limits: What the child may use.
        root: The folder from which the child imports.

    Raises:
        UnreadableError: the file cannot be opened, or the child failed; the sentence names the file.
        RefusedError: the file is beyond a limit, or not a regular file.
    """
    with contextlib.closing(run_in_parts(function, payload, path=path, name=name, limits=limits, root=root)) as parts:
        return next(parts, None)


def run_in_parts(
    function: str,
    payload: Mapping[str, Any],
    *,
    path: Path,
    name: str,
    limits: Limits = Limits(),
    root: Path = _ROOT,
) -> Generator[Any]:
    """The same for a function that yields JSON values: each is here as soon as it is there, and has its own time.

    Closing it ends the child.

    Raises:
        UnreadableError, RefusedError: see `run_isolated`; what came before stands.
    """
    with _opened(path, name, limits.file) as file, _payload({"name": name, **payload}) as parameters:
        for answer in _Run(function, file, parameters, name, limits, root).answers():
            if "error" in answer:
                kind = RefusedError if answer.get("refused") else UnreadableError
                raise kind(str(answer["error"]))
            yield answer.get("value")


@contextlib.contextmanager
def _opened(path: Path, name: str, largest: int) -> Iterator[int]:
    """A regular file, opened without following a link and without waiting for a pipe's writer."""
    try:
        file = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        if path.is_symlink():
            raise RefusedError(f"{name} could not be read: it is a link; put the file itself there.") from error
        reason = error.strerror or "the system refused"
        raise UnreachableError(f"{name} could not be read: {reason[:1].lower()}{reason[1:]}.") from error
    try:
        found = os.fstat(file)
        if not stat.S_ISREG(found.st_mode):
            raise RefusedError(f"{name} could not be read: it is not an ordinary file.")
        if found.st_size > largest:
            raise RefusedError(f"{name} could not be read: it is larger than {largest // 1_000_000} MB; split it.")
        yield file
    finally:
        os.close(file)


@contextlib.contextmanager
def _payload(payload: Mapping[str, Any]) -> Iterator[int]:
    with tempfile.TemporaryFile() as file:
        file.write(json.dumps(payload).encode())
        file.seek(0)
        yield file.fileno()


@dataclass(frozen=True, slots=True)
class _Run:
    """One run of a function in a process of its own."""

    function: str
    file: int
    parameters: int
    name: str
    limits: Limits
    root: Path

    def answers(self) -> Iterator[dict[str, Any]]:
        """Start, wait for each answer within the limits, and leave nothing behind."""
        receiver, sender = os.pipe()
        try:
            with tempfile.TemporaryDirectory(prefix="sanad-", ignore_cleanup_errors=True) as folder:
                child = self._start(folder, sender)
                os.close(sender)
                sender = -1
                code = None
                try:
                    received = bytearray()
                    while (answer := self._next(receiver, child, received)) and "end" not in answer:
                        yield answer
                        if not answer.get("more"):
                            return
                finally:
                    code = child.end()
        finally:
            os.close(receiver)
            if sender >= 0:
                os.close(sender)
        if not answer:
            raise self._crash(code)

    def _start(self, folder: str, sender: int) -> Child:
        seconds = max(1, int(self.limits.seconds) + 1)
        order = {"function": self.function, "memory": self.limits.memory, "seconds": seconds, "folder": folder}
        try:
            return nursery_of(self.root).start(order, (self.file, self.parameters, sender))
        except OSError as error:
            raise UnreachableError(f"{self.name} could not be read: {error}; try again later.") from error

    def _next(self, receiver: int, child: Child, received: bytearray) -> dict[str, Any]:
        """The child's next message: its length in eight bytes, then as many bytes; empty if it will not come."""
        deadline = time.monotonic() + self.limits.patience * self.limits.seconds
        while not _is_whole(received):
            if len(received) >= _HEAD and _length(received) > self.limits.answer:
                raise RefusedError(f"{self.name} could not be read: it holds more text than can be kept; split it.")
            left = deadline - time.monotonic()
            if left <= 0:
                raise UnreadableError(
                    f"{self.name} could not be read: it took longer than {self.limits.seconds:g} seconds."
                )
            ready, _, _ = select.select([receiver, child.fileno()], [], [], left)
            if receiver in ready:
                piece = os.read(receiver, 1 << 20)
                if not piece:
                    return {}
                received += piece
            elif ready:  # it has ended, and whoever it left behind with the pipe will not finish its message
                return {}
        end = _HEAD + _length(received)
        message = bytes(received[_HEAD:end])
        del received[:end]
        return _decoded(message)

    def _crash(self, code: int | None) -> UnreadableError:
        reason = "the reader crashed on it; save it again from the program it was written in"
        if code == -signal.SIGXCPU:
            reason = f"it took longer than {self.limits.seconds:g} seconds"
        return UnreadableError(f"{self.name} could not be read: {reason}.")


def _length(message: bytes | bytearray) -> int:
    return int.from_bytes(message[:_HEAD], "big")


def _is_whole(received: bytearray) -> bool:
    return len(received) >= _HEAD and len(received) >= _HEAD + _length(received)


def _decoded(message: bytes) -> dict[str, Any]:
    with contextlib.suppress(ValueError, RecursionError):
        answer = json.loads(message)
        if isinstance(answer, dict):
            return answer
    return {}
