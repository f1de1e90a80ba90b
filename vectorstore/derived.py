"""What is worked out of a snapshot and kept in its folder, to be had at once the next time; all of it may be missing.

A file begins with the hash of the rest, so that a damaged one counts as missing. It goes when its snapshot goes.
"""

from __future__ import annotations

import hashlib
import secrets
from contextlib import suppress
from pathlib import Path

FOLDER = "derived"
_HASH = len(hashlib.sha256().hexdigest())


def read_derived(snapshot: Path, name: str) -> bytes | None:
    """What is kept under a name in the folder of a snapshot; None where it is missing or damaged."""
    try:
        kept = (snapshot / FOLDER / name).read_bytes()
    except OSError:
        return None
    said, content = kept[:_HASH], kept[_HASH:]
    return content if hashlib.sha256(content).hexdigest().encode() == said else None


def keep_derived(snapshot: Path, name: str, content: bytes) -> bool:
    """Keep something in place of what was derived before, at once or not at all; whether this user may and there is room."""
    folder = snapshot / FOLDER
    beside = folder / f".{name}.{secrets.token_hex(4)}"
    try:
        folder.mkdir(exist_ok=True)
        beside.write_bytes(hashlib.sha256(content).hexdigest().encode() + content)
        beside.replace(folder / name)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        return False
    for other in folder.iterdir():
        if other.name != name:
            with suppress(OSError):
                other.unlink()
    return True
