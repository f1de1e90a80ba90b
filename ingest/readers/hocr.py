"""Reads what Tesseract says of a picture (hOCR): words in reading order, where they stand, and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from lxml import etree

from .bidi import is_right_to_left
from .clean import clean

_NUMBERS = re.compile(r"(\w+)((?: -?[\d.]+)+)")
_SUREST_NONSENSE = 45.0
"""Percent: a line less sure than this is a drawing, a stamp or a stain taken for writing."""
_SMALL = 0.55
"""The height of small letters as a share of a font's reach."""
_MOST_WORDS = 50_000


@dataclass(frozen=True, slots=True)
class SeenWord:
    """One word; places in pixels, counted from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    sure: float
    """Percent."""


@dataclass(frozen=True, slots=True)
class SeenLine:
    """Words in the order in which they are read."""

    words: tuple[SeenWord, ...]
    baseline: float
    """The height of the line it is written on, halfway along."""
    slope: float
    """How far it falls from left to right, as a share of its length."""
    size: float
    """Of its font, as near as can be told from its letters."""
    middle: float
    """Halfway along."""

    @property
    def sure(self) -> float:
        """Percent, the longer words counting for more."""
        letters = sum(len(word.text) for word in self.words)
        return sum(word.sure * len(word.text) for word in self.words) / letters

    def enlarged(self, times: float) -> SeenLine:
        """The same on a picture that is larger."""
        words = (
            SeenWord(w.text, w.left * times, w.top * times, w.right * times, w.bottom * times, w.sure)
            for w in self.words
        )
        return SeenLine(tuple(words), self.baseline * times, self.slope, self.size * times, self.middle * times)


def read_hocr(data: bytes) -> list[SeenLine]:
    """The lines that were recognised, in reading order; what is nonsense by its own account is left out."""
    parser = etree.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8")
    root = etree.fromstring(data, parser) if data.strip() else None
    if root is None:
        return []
    lines: list[SeenLine] = []
    count = 0
    for node in root.iter("span"):
        if node.get("class") in ("ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"):
            line = _line(node)
            if line is not None and line.sure >= _SUREST_NONSENSE and count < _MOST_WORDS:
                lines.append(line)
                count += len(line.words)
    return lines


def slope(lines: list[SeenLine]) -> float:
    """How far the page leans: that of its longer lines."""
    long = [line.slope for line in lines if len(line.words) > 2] or [line.slope for line in lines]
    return median(long) if long else 0.0


def _line(node: etree._Element) -> SeenLine | None:
    words = tuple(_words(node))
    said = _said(node)
    if not words or "bbox" not in said:
        return None
    left, _, right, bottom = said["bbox"]
    lean, offset = said.get("baseline", (0.0, 0.0))
    middle = (left + right) / 2
    return SeenLine(words, bottom + offset + lean * (middle - left), lean, _size(said, words), middle)


def _size(said: dict[str, tuple[float, ...]], words: Sequence[SeenWord]) -> float:
    """By the height of small letters, which accents do not change; Arabic has none, so its whole reach counts."""
    reach = said.get("x_size", (said["bbox"][3] - said["bbox"][1],))[0]
    if is_right_to_left("".join(word.text for word in words)):
        return reach
    small = reach - said.get("x_descenders", (0.0,))[0] - said.get("x_ascenders", (0.0,))[0]
    return small / _SMALL if small > 0 else reach


def _words(line: etree._Element) -> Iterator[SeenWord]:
    for node in line.iter("span"):
        if node.get("class") != "ocrx_word":
            continue
        text, said = clean("".join(node.itertext())), _said(node)
        if text and len(said.get("bbox", ())) == 4:
            left, top, right, bottom = said["bbox"]
            yield SeenWord(text, left, top, right, bottom, said.get("x_wconf", (0.0,))[0])


def _said(node: etree._Element) -> dict[str, tuple[float, ...]]:
    """The properties of an element: `bbox 0 0 10 10; x_wconf 96`."""
    return {
        match.group(1): tuple(float(number) for number in match.group(2).split())
        for match in _NUMBERS.finditer(node.get("title", ""))
    }
