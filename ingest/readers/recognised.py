"""Recognises the words of a page that is a picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING, Any

from .hocr import SeenLine, slope
from .pdf_page import Box, Page, Turn, Word
from .seeing import Eye
from .witness import checked, has_arabic, sure_letters

if TYPE_CHECKING:
    from PIL import Image

DOTS = 250
"""Per inch: small print is legible, and Tesseract does not yet lose lines of large print."""
_FURTHER = 0.7
"""Share of its size to which a page is made smaller for a second look."""
MOST_PIXELS = 25_000_000
"""Of a page that is drawn: A3 at 300 dots an inch; larger ones are drawn smaller."""
_POINTS = 72
_DOUBTFUL = 70.0
"""Percent: a page less sure than this may lie on its side."""
_NEAR, _FAR = 0.88, 1.1
"""Letters of one size are measured to be this much smaller or larger, as there are tall and deep ones in a line or not."""
_EMPTY, _SHADES = 0.998, 48
"""Share of an empty sheet that is no further than so many of 256 shades from the colour of the paper."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What stands on one page, in points of the page as it is read: turned upright and straight."""

    words: tuple[Word, ...]
    width: float
    height: float
    turned: int = 0
    """Degrees clockwise by which the picture had to be turned to be upright."""
    tilt: float = 0.0
    """How far its lines rose from left to right before they were made straight, as a share of their length."""
    sure: float = 0.0
    """Percent."""
    blank: bool = False
    """Whether there is nothing on the page that could be writing."""

    def as_json(self) -> list[Any]:
        """The same as plain JSON values."""
        words = [[w.text, w.left, w.bottom, w.right, w.top, w.baseline, w.size] for w in self.words]
        return [words, self.width, self.height, self.turned, self.tilt, self.sure, self.blank]

    @classmethod
    def from_json(cls, value: Any) -> Recognised:
        """Rebuild it from JSON values."""
        words, *rest = value
        return cls(tuple(_word(*word) for word in words), *rest)

    def as_page(self, number: int) -> Page:
        """The same as a page that has a text layer."""
        return Page(
            number, self.width, self.height, self.words, (), (), turned=self.turned, tilt=self.tilt, pictured=1.0
        )


def _word(text: str, *places: Any) -> Word:
    left, bottom, right, top, baseline, size = places
    return Word(text, left, bottom, right, top, baseline, size, bold=False, whole=True)


def recognise(image: Image.Image, dots: float, eye: Eye) -> Recognised:
    """Recognise a picture in shades of grey; one that lies on its side or head is turned first.

    Args:
        image: The picture.
        dots: Its pixels per inch.
        eye: What looks at it.

    Raises:
        OSError, subprocess.SubprocessError: Tesseract cannot be started or fails.
    """
    lines, turned = eye.lines(image, dots), 0
    if _sure(lines) < _DOUBTFUL:
        turned = eye.turn(image, dots)
    if turned:
        image = _turned(image, turned)
        lines = eye.lines(image, dots)
    doubtful = _sure(lines) < _DOUBTFUL or has_arabic(lines)
    lines = _looked_at_twice(image, dots, eye, lines) if doubtful else checked(lines, lines)
    seen = _placed(lines, image.width, image.height, _POINTS / dots, turned)
    return seen if lines else replace(seen, blank=_is_blank(image))


def _looked_at_twice(image: Image.Image, dots: float, eye: Eye, lines: list[SeenLine]) -> list[SeenLine]:
    """The better of two looks, one of them from further away, with what the other one contradicts left out."""
    size = max(1, round(image.width * _FURTHER)), max(1, round(image.height * _FURTHER))
    others = [line.enlarged(1 / _FURTHER) for line in eye.lines(image.resize(size), dots * _FURTHER)]
    better, worse = sorted((lines, others), key=sure_letters, reverse=True)
    return checked(better, worse)


def _turned(image: Image.Image, degrees: int) -> Image.Image:
    from PIL import Image as Pictures

    return image.transpose(getattr(Pictures.Transpose, f"ROTATE_{360 - degrees}"))


def _is_blank(image: Image.Image) -> bool:
    """Whether nearly all of a picture is of one shade, as an empty sheet is even with some dust on it."""
    shades = image.histogram()
    paper = max(range(256), key=lambda shade: shades[shade])
    near = sum(shades[max(0, paper - _SHADES) : paper + _SHADES + 1])
    return near > _EMPTY * image.width * image.height


def _sure(lines: list[SeenLine]) -> float:
    letters = sum(len(word.text) for line in lines for word in line.words)
    return sum(word.sure * len(word.text) for line in lines for word in line.words) / letters if letters else 0.0


def _placed(lines: list[SeenLine], width: int, height: int, scale: float, turned: int) -> Recognised:
    """Pixels from the top left become points from the bottom left, and leaning lines straight ones."""
    tilt = -slope(lines)
    usual = median(line.size for line in lines) if lines else 1.0
    words: list[Word] = []
    for line in lines:
        size = round((usual if _NEAR < line.size / usual < _FAR else line.size) * scale, 2)
        baseline = (height - line.baseline) * scale - tilt * line.middle * scale
        for word in line.words:
            box = word.left * scale, (height - word.bottom) * scale, word.right * scale, (height - word.top) * scale
            left, bottom, right, top = straightened(box, tilt)
            words.append(Word(word.text, left, bottom, right, top, baseline, size, bold=False, whole=True))
    return Recognised(tuple(words), width * scale, height * scale, turned, tilt, _sure(lines))


def straightened(box: Box, tilt: float) -> Box:
    """A place on a page whose lines rise, as it is when they are level; with the opposite tilt, the way back."""
    left, bottom, right, top = box
    x, y = (left + right) / 2, (bottom + top) / 2
    across, up = tilt * y, -tilt * x
    return left + across, bottom + up, right + across, top + up


def as_shown(page: Page, box: Box) -> Box:
    """A place on a page that was turned and made straight to be read, on the page as it is shown."""
    turn = Turn((360 - page.turned) % 360, *shown_size(page))
    return turn.box(*straightened(box, -page.tilt))


def shown_size(page: Page) -> tuple[float, float]:
    """Width and height of a page as it is shown."""
    return (page.height, page.width) if page.turned in (90, 270) else (page.width, page.height)
