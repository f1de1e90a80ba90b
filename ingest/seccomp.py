"""Has the kernel refuse a process what no reader of files needs: sockets, other programs, sessions of its own (Linux)."""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass

_NO_NEW_PRIVILEGES, _SET_FILTER, _BY_PROGRAM = 38, 22, 2
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16
_THREAD = 0x00010000
_OTHER_TABLE = 0x40000000
"""Numbers from here on are those of a second table of calls, which would be a way around the first."""


@dataclass(frozen=True, slots=True)
class _Calls:
    """The numbers of the system's calls on one kind of machine."""

    architecture: int
    never: tuple[int, ...]
    """socket, setpgid, setsid, ptrace, unshare, setns, io_uring_setup."""
    clone: int
    programs: tuple[int, ...]
    """fork, vfork, execve, execveat."""
    clone3: int = 435


_MACHINES = {
    "x86_64": _Calls(0xC000003E, (41, 109, 112, 101, 272, 308, 425), 56, (57, 58, 59, 322)),
    "aarch64": _Calls(0xC00000B7, (198, 154, 157, 117, 97, 268, 425), 220, (221, 281)),
}


def refuse_calls(*, programs: bool) -> bool:
    """Ask the kernel to refuse the calls from here on, in this process and whatever it starts.

    Args:
        programs: Whether other programs may be started all the same.

    Returns:
        Whether the kernel does.
    """
    calls = _MACHINES.get(platform.machine())
    if not sys.platform.startswith("linux") or calls is None:
        return False
    steps = list(_filter(calls, programs=programs))
    code = b"".join(struct.pack("=HBBI", *step) for step in steps)
    kept = ctypes.create_string_buffer(code, len(code))
    program = struct.pack("@HP", len(steps), ctypes.addressof(kept))
    control = ctypes.CDLL(None, use_errno=True).prctl
    if control(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(control(_SET_FILTER, _BY_PROGRAM, program, 0, 0) == 0)


def _filter(calls: _Calls, *, programs: bool) -> Iterator[tuple[int, int, int, int]]:
    """A program for the kernel's packet filter: code, steps to skip if so, steps to skip if not, operand."""
    refuse = (_RETURN, 0, 0, _REFUSE | errno.EPERM)
    yield (_LOAD, 0, 0, _ARCHITECTURE)
    yield (_EQUAL, 1, 0, calls.architecture)
    yield refuse
    yield (_LOAD, 0, 0, _NUMBER)
    yield (_AT_LEAST, 0, 1, _OTHER_TABLE)
    yield refuse
    for number in (*calls.never, *(() if programs else calls.programs)):
        yield (_EQUAL, 0, 1, number)
        yield refuse
    yield (_EQUAL, 0, 1, calls.clone3)  # its flags cannot be seen here; libraries then fall back on clone
    yield (_RETURN, 0, 0, _REFUSE | errno.ENOSYS)
    if not programs:
        yield (_EQUAL, 0, 3, calls.clone)
        yield (_LOAD, 0, 0, _FIRST_ARGUMENT)
        yield (_ANY_BIT, 1, 0, _THREAD)
        yield refuse
    yield (_RETURN, 0, 0, _ALLOW)
