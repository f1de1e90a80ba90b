"""Has Tesseract look at a picture."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .hocr import SeenLine, read_hocr

if TYPE_CHECKING:
    from PIL import Image

_ROTATE = re.compile(rb"Rotate: (90|180|270)\b")
_SURE_TURN = re.compile(rb"Orientation confidence: (\d+\.\d+)")


@dataclass(frozen=True, slots=True)
class Eye:
    """Tesseract, and the languages it is to expect."""

    program: str
    languages: tuple[str, ...]

    def lines(self, image: Image.Image, dots: float) -> list[SeenLine]:
        """The lines on a picture in shades of grey.

        Args:
            image: The picture.
            dots: Its pixels per inch.

        Raises:
            OSError, subprocess.SubprocessError: Tesseract cannot be started or fails.
        """
        done = self._run(image, dots, "-l", "+".join(self.languages), "hocr")
        done.check_returncode()
        return read_hocr(done.stdout)

    def turn(self, image: Image.Image, dots: float) -> int:
        """By how many degrees a picture has to be turned clockwise to stand upright; 0 if it does, or nobody can tell."""
        said = self._run(image, dots, "--psm", "0").stdout
        degrees, sure = _ROTATE.search(said), _SURE_TURN.search(said)
        return int(degrees.group(1)) if degrees and sure and float(sure.group(1)) > 1 else 0

    def _run(self, image: Image.Image, dots: float, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [self.program, "-", "-", "--dpi", str(round(dots)), *arguments],
            input=b"P5\n%d %d\n255\n" % image.size + image.tobytes(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            check=False,
        )
