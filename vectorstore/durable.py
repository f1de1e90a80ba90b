"""Making sure that what was written survives a power cut."""

from __future__ import annotations

import os
from pathlib import Path


def sync_tree(folder: Path) -> None:
    """Flush every file and folder below, and the folder itself."""
    for parent, _, names in os.walk(folder):
        for name in names:
            _sync(Path(parent) / name)
        _sync(Path(parent))


def sync_folder(folder: Path) -> None:
    """Flush the names in a folder: a file made, renamed or removed in it."""
    _sync(folder)


def replace_text(path: Path, text: str) -> None:
    """Replace a small file at once: a reader sees the old text or the new one, also after a crash."""
    beside = path.with_name(path.name + ".new")
    with beside.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(path)
    _sync(path.parent)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
