"""Puts the words of a page into lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .bidi import RIGHT_TO_LEFT, in_reading_order, is_right_to_left, words_backwards
from .clean import clean
from .pdf_page import HYPHEN, Word

_SAME = 0.4
"""Share of the font size by which words of one line may stand higher or lower, as footnote marks do."""
_HANGING = re.compile(r"(?<!\w)-([A-Za-z]{2,})$")
"""The first half of a Latin word at the end of an Arabic line, where its hyphen stands on the far side."""
_WIDE = 1.6
"""Times the font size: a gap this wide separates two cells of a row."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side, with the text they make."""

    words: tuple[Word, ...]
    text: str
    right_to_left: bool = False
    margin: float | None = None
    """Where lines end in its column, in the measure of `end`; None on pages with a single column."""

    @property
    def left(self) -> float:
        """Where its ink starts on the left."""
        return min(word.left for word in self.words)

    @property
    def right(self) -> float:
        """Where its ink ends on the right."""
        return max(word.right for word in self.words)

    @property
    def middle(self) -> float:
        """Halfway up, by its longest word."""
        return max(self.words, key=lambda word: len(word.text)).middle

    @property
    def size(self) -> float:
        """The font size of most of its characters."""
        return max(self.words, key=lambda word: len(word.text)).size

    @property
    def bold(self) -> bool:
        """Whether all of its words are bold."""
        return all(word.bold for word in self.words if any(c.isalnum() for c in word.text))

    @property
    def broken(self) -> bool:
        """Whether its last word goes on in the next line."""
        return not self.right_to_left and self.words[-1].text.endswith(HYPHEN)

    @property
    def first_width(self) -> float:
        """The width of the word it is read from."""
        first = self.words[-1] if self.right_to_left else self.words[0]
        return first.right - first.left

    def start(self, index: int = 0) -> float:
        """Where its word number `index` starts, counted in reading direction as growing numbers."""
        words = self.words[::-1] if self.right_to_left else self.words
        word = words[min(index, len(words) - 1)]
        return -word.right if self.right_to_left else word.left

    @property
    def end(self) -> float:
        """Where it ends, in the same measure as `start`."""
        return -self.left if self.right_to_left else self.right


def line_of(words: Sequence[Word], *, right_to_left: bool) -> Line:
    """One line from words that stand side by side."""
    ordered = tuple(sorted(words, key=lambda word: (word.left, word.right)))
    if any(word.whole for word in ordered):
        return _recognised_line(ordered, right_to_left)
    glyphs = [glyph for word in ordered for glyph in word.glyphs]
    if not glyphs or not (right_to_left or any(RIGHT_TO_LEFT.search(word.text) for word in ordered)):
        text = " ".join(word.text for word in ordered)
        return Line(ordered, clean(text.replace(HYPHEN, "-")))
    own = "".join(word.text for word in ordered)
    foreign = (
        right_to_left and not RIGHT_TO_LEFT.search(own) and sum(any(c.isalpha() for c in w.text) for w in ordered) >= 4
    )
    backwards = (right_to_left and not foreign) or is_right_to_left(own)
    text = in_reading_order(glyphs, size=ordered[0].size, right_to_left=backwards)
    return Line(ordered, clean(text), backwards)


def _recognised_line(ordered: tuple[Word, ...], right_to_left: bool) -> Line:
    """A line of recognised words, which are read from the right where most are Arabic; Latin runs keep their direction."""
    texts = [word.text for word in ordered]
    own = " ".join(texts)
    backwards = is_right_to_left(own) or (right_to_left and not any(char.isalpha() for char in own))
    return Line(ordered, clean(" ".join(words_backwards(texts)) if backwards else own), backwards)


def lines_of(words: Iterable[Word], *, right_to_left: bool) -> list[Line]:
    """The lines of an area from top to bottom."""
    return [line_of(row, right_to_left=right_to_left) for row in rows_of(words)]


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words on one height, from top to bottom."""
    rows: list[list[Word]] = []
    baseline = size = 0.0
    for word in sorted(words, key=lambda word: -word.baseline):
        if rows and baseline - word.baseline < _SAME * max(size, word.size):
            rows[-1].append(word)
            if word.size > size:
                baseline, size = word.baseline, word.size
            continue
        rows.append([word])
        baseline, size = word.baseline, word.size
    return rows


def cells_of(words: Sequence[Word]) -> list[list[Word]]:
    """The words of a row, parted at wide gaps, from left to right."""
    ordered = sorted(words, key=lambda word: word.left)
    cells = [[ordered[0]]]
    reach = ordered[0].right
    for word in ordered[1:]:
        if word.left - reach > _WIDE * word.size:
            cells.append([word])
        else:
            cells[-1].append(word)
        reach = max(reach, word.right)
    return cells


def joined(lines: Sequence[Line], known: frozenset[str] = frozenset()) -> str:
    """The text of lines that belong together; a word broken at a line's end is put together again."""
    text, broken = "", False
    for line in lines:
        if broken and text.endswith("-"):
            before, after = text.rsplit(None, 1)[-1], line.text.split(maxsplit=1)[0]
            keeps = (before + after).casefold() in known or not after[:1].islower()
            text = (text if keeps else text[:-1]) + line.text
        elif (
            line.right_to_left
            and (hanging := _HANGING.search(text))
            and line.text[:1].isascii()
            and line.text[:1].isalpha()
        ):
            text = f"{text[: hanging.start()]}{hanging.group(1)}-{line.text}"
        else:
            text = f"{text} {line.text}" if text else line.text
        broken = line.broken or (not line.right_to_left and line.text.endswith("-") and line.text[-2:-1].isalpha())
    return clean(text)
