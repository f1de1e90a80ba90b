"""The tables at the head of a rich text file: which font means which encoding, and which style is a heading."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_HEADING = re.compile(r"^\s*(?:heading|titre|überschrift|عنوان) ([1-9])\b", re.I)
_TITLE = re.compile(r"^\s*(?:title|titre|العنوان)\s*;", re.I)


@dataclass(slots=True)
class Fonts:
    """The encoding of every font."""

    _usual: str = "cp1252"
    _charsets: dict[int, int] = field(default_factory=dict)
    _open: int = -1

    def code_page(self, number: int) -> None:
        """Note the encoding of fonts that have none of their own; an unknown one is taken for Western."""
        try:
            self._usual = codecs.lookup(f"cp{number}" if number != 65001 else "utf-8").name
        except LookupError:
            self._usual = "cp1252"

    def word(self, word: str, number: int | None) -> None:
        """Take in a word of the table."""
        if word == "f":
            self._open = number or 0
        elif word == "fcharset":
            self._charsets[self._open] = number or 0

    def encoding(self, font: int) -> str:
        """The encoding of the characters of a font."""
        return _CHARSETS.get(self._charsets.get(font, 0), self._usual)


@dataclass(slots=True)
class Headings:
    """The level of every style that is a heading."""

    _levels: dict[int, int] = field(default_factory=dict)
    _open: int = 0

    def word(self, word: str, number: int | None) -> None:
        """Take in a word of the table."""
        if word == "s":
            self._open = number or 0
        elif word == "outlinelevel" and number is not None and number < 9:
            self._levels[self._open] = number + 1

    def name(self, text: str) -> None:
        """Take in the name of a style."""
        if match := _HEADING.match(text):
            self._levels[self._open] = int(match.group(1))
        elif _TITLE.match(text):
            self._levels[self._open] = 1
        if ";" in text:
            self._open = 0

    def level(self, style: int) -> int:
        """The level of a style; 0 if it is no heading."""
        return self._levels.get(style, 0)
