"""Finds the program that recognises text in pictures."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

WANTED = ("eng", "fra", "ara")
"""The languages of the documents, as Tesseract calls them."""
HOW_TO_INSTALL = (
    "install Tesseract with English, French and Arabic "
    "(apt install tesseract-ocr tesseract-ocr-fra tesseract-ocr-ara), then ingest again"
)


@dataclass(frozen=True, slots=True)
class Tesseract:
    """Tesseract on this machine, with those of the wanted languages that it knows; at least one."""

    program: str
    languages: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The wanted languages that are not installed."""
        return tuple(language for language in WANTED if language not in self.languages)

    def as_json(self) -> dict[str, Any]:
        """The same as plain JSON values."""
        return asdict(self)


def find_tesseract() -> Tesseract | None:
    """The program and its languages; None where it is not installed, or knows none of the languages."""
    program = shutil.which("tesseract")
    return _known(program) if program else None


@cache
def _known(program: str) -> Tesseract | None:
    """What a program knows, asked once in a run."""
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=20, check=True)
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return None
    known = set(listed.stdout.split("\n"))
    languages = tuple(language for language in WANTED if language in known)
    return Tesseract(program, languages) if languages else None
