"""Puts the lines of a PDF file together into headings, paragraphs and list items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .clean import clean
from .marks import BULLET, NUMBER, ends_sentence, is_key_value, may_be_heading
from .pdf_lines import Line, joined
from .raw import RawBlock

_LARGER = 1.08
"""From this share of the size of the text a short line is a heading."""
_LOOSE = 1.35
"""From this share of the usual distance between lines a new paragraph starts."""
_LONGEST_HEADING = 250


@dataclass(frozen=True, slots=True)
class Measures:
    """What is usual in a document."""

    body: float
    ends: Mapping[bool, float]
    leadings: Mapping[int, float]
    hyphenated: frozenset[str]
    """Words written with a hyphen in the middle of a line."""
    headings: tuple[float, ...] = ()
    """The sizes of larger lines, largest first."""


def heading_size(size: float, body: float) -> float | None:
    """A size as headings are told apart by it; None for text that is not larger than usual."""
    return round(size * 2) / 2 if size > _LARGER * body else None


@dataclass(frozen=True, slots=True)
class _Group:
    """Lines that make one block."""

    page: int
    lines: tuple[Line, ...]


def paragraphs(lines: Sequence[tuple[int, Line]], measures: Measures) -> list[RawBlock]:
    """The blocks that lines in reading order make."""
    groups: list[_Group] = []
    before: tuple[int, Line] | None = None
    for page, line in lines:
        if before is not None and _goes_on(groups[-1], before, (page, line), measures):
            groups[-1] = _Group(groups[-1].page, (*groups[-1].lines, line))
        else:
            groups.append(_Group(page, (line,)))
        before = (page, line)
    return [block for group in groups if (block := _block(group, measures)).text]


def _goes_on(group: _Group, before: tuple[int, Line], entry: tuple[int, Line], measures: Measures) -> bool:
    """Whether a line belongs to the block of the line before it."""
    (page_above, above), (page, line) = before, entry
    if _opens_item(line) or abs(above.size - line.size) > 0.06 * above.size:
        return False
    heading = _is_larger(above, measures)
    if page != page_above:
        return (
            not heading
            and _full(above, line, measures)
            and not ends_sentence(above.text)
            and not line.text[:1].isupper()
        )
    leading = above.middle - line.middle
    if heading:
        return 0 < leading < 1.9 * above.size and above.bold == line.bold
    if leading < 0:  # the text goes on at the top of the next column
        return not ends_sentence(above.text) and _full(above, line, measures)
    usual = measures.leadings.get(round(above.size), above.size * 1.5)
    if leading > _LOOSE * max(usual, above.size * 0.9) or (above.bold and not line.bold and may_be_heading(above.text)):
        return False
    if above.broken or _hangs(group.lines[0], line):
        return True
    return _full(above, line, measures) and not (is_key_value(line.text) and is_key_value(above.text))


def _hangs(first: Line, line: Line) -> bool:
    """Whether a line starts under the text of an item whose bullet or number stands out to the side."""
    return (
        _opens_item(first)
        and abs(line.start() - first.start(1)) < 0.25 * line.size
        and line.start() - first.start() > 0.5 * line.size
    )


def _full(above: Line, line: Line, measures: Measures) -> bool:
    """Whether the first word of a line would not have fitted behind the line above."""
    end = above.margin if above.margin is not None else measures.ends.get(above.right_to_left, above.end)
    return above.end + 0.25 * above.size + line.first_width > end - 0.5


def _opens_item(line: Line) -> bool:
    return bool(BULLET.match(_raw(line)) or NUMBER.match(line.text))


def _raw(line: Line) -> str:
    """The line's text with its bullet, even where that is a sign that is not stored."""
    first = line.words[-1] if line.right_to_left else line.words[0]
    return f"{first.text} {line.text}" if not clean(first.text) else line.text


def _is_larger(line: Line, measures: Measures) -> bool:
    return line.size > _LARGER * measures.body


def _is_heading(group: _Group, measures: Measures) -> bool:
    first, text = group.lines[0], " ".join(line.text for line in group.lines)
    if len(text) > _LONGEST_HEADING or not any(char.isalpha() for char in text):
        return False
    if _is_larger(first, measures):
        return not text.endswith((".", ";", ",")) or len(text) < 60
    return first.bold and len(group.lines) <= 2 and may_be_heading(text) and not is_key_value(text)


def _level(line: Line, measures: Measures) -> int:
    """The rank of a heading's size; bold lines in the size of the text stand below all larger ones."""
    size = heading_size(line.size, measures.body)
    rank = measures.headings.index(size) if size in measures.headings else len(measures.headings)
    return min(1 + max(rank, 0 if measures.headings else 1), 6)


def _block(group: _Group, measures: Measures) -> RawBlock:
    text = joined(group.lines, measures.hyphenated)
    if _is_heading(group, measures):
        return RawBlock("heading", text, group.page, _level(group.lines[0], measures))
    if bullet := BULLET.match(text):
        return RawBlock("item", text[bullet.end() :], group.page, 1)
    if not clean(group.lines[0].words[-1 if group.lines[0].right_to_left else 0].text) and BULLET.match(
        _raw(group.lines[0])
    ):
        return RawBlock("item", text, group.page, 1)
    if NUMBER.match(text):
        return RawBlock("item", text, group.page, 1)
    return RawBlock("paragraph", text, group.page)
