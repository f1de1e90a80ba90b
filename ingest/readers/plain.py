"""Reads plain text, and finds the structure that its lines show."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .clean import clean, visible
from .decode import decode
from .marks import BULLET, NUMBER, ends_sentence, is_key_value, is_section, may_be_heading, section_level
from .raw import RawBlock, RawDocument
from .spaced import split_table
from .tables import table_blocks

_LONGEST_LINE = 10_000
_RULE = re.compile(r"^\s*([=\-_*~#.])\1{2,}\s*$")
_WRAP = range(50, 101)
"""Widths at which people and programs break lines."""
_LEADER = re.compile(r"[ \t]*(?:\.[ \t]?){5,}[ \t]*")
"""Dots that lead the eye from an entry of a directory or calendar to what is said of it."""


def read(data: bytes) -> RawDocument:
    """The blocks of a text file; a form feed starts a new page."""
    pages = decode(data).split("\f")
    while len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    blocks: list[RawBlock] = []
    for number, page in enumerate(pages, 1):
        blocks += text_blocks(page, page=number if len(pages) > 1 else None, titled=not blocks)
    return RawDocument("txt", tuple(blocks), len(pages) if len(pages) > 1 else None)


def text_blocks(text: str, *, page: int | None = None, titled: bool = False) -> list[RawBlock]:
    """The blocks of a run of plain text.

    Args:
        text: Lines as written.
        page: The page they stand on.
        titled: Whether the first line is the title of the document.
    """
    lines = [line[:_LONGEST_LINE].rstrip() for line in _capped(visible(text))]
    groups = _groups(lines)
    width = _wrap_width(groups)
    blocks: list[RawBlock] = []
    for index, group in enumerate(groups):
        followed = groups[index + 1] if index + 1 < len(groups) else []
        blocks += _group_blocks(group, width, page, titled=titled and not blocks, followed=followed)
    return blocks


def _capped(text: str) -> list[str]:
    """The lines of a text; a line beyond the cap is cut at spaces into several."""
    lines: list[str] = []
    for line in text.splitlines():
        while len(line) > _LONGEST_LINE:
            cut = line.rfind(" ", 0, _LONGEST_LINE)
            cut = cut if cut > 0 else _LONGEST_LINE
            lines.append(line[:cut])
            line = line[cut:]
        lines.append(line)
    return lines


def _groups(lines: Sequence[str]) -> list[list[str]]:
    """Lines between blank lines; a line that only rules off is kept with what it underlines."""
    groups: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _wrap_width(groups: Sequence[Sequence[str]]) -> int | None:
    """The width at which paragraphs were broken into lines, or None where a line is a paragraph."""
    inner = sorted((len(line) for group in groups for line in group[:-1]), reverse=True)
    if len(inner) < 3 or len([size for size in inner if size > _WRAP[-1]]) * 10 > len(inner):
        return None
    for size in inner:
        near = sum(size - 12 <= other <= size for other in inner)
        if size in _WRAP and near * 5 >= len(inner) * 2 and near >= 3:
            return size
    return None


def _group_blocks(
    group: list[str], width: int | None, page: int | None, *, titled: bool, followed: Sequence[str]
) -> list[RawBlock]:
    blocks: list[RawBlock] = []
    rest = group
    if titled and not _opens_item(group[0]):
        taken = 1
        while width and taken < len(group) and _goes_on(group[taken - 1], group[taken], width):
            taken += 1
        blocks.append(RawBlock("heading", clean(" ".join(group[:taken])), page, 1))
        rest = group[taken:]
        if rest and _RULE.match(rest[0]):
            rest = rest[1:]
    elif _is_heading(group, followed, width):
        level = section_level(group[0].strip()) if is_section(group[0].strip()) else 2
        blocks.append(RawBlock("heading", clean(group[0]), page, level))
        rest = group[1:]
    return blocks + _body(rest, width, page)


def _is_heading(group: Sequence[str], followed: Sequence[str], width: int | None) -> bool:
    """Whether the first line of a group stands above what follows it."""
    first = group[0].strip()
    if not may_be_heading(first) or BULLET.match(group[0]) or is_key_value(first) or _RULE.match(first):
        return False
    if is_section(first):
        return True
    if NUMBER.match(group[0]) or split_table(group):
        return False
    if len(group) == 1:
        return len(first) <= 80 and bool(followed) and not _closes_letter(followed)
    if _RULE.match(group[1]):
        return True
    if width and _goes_on(group[0], group[1], width):
        return False
    return len(first) <= 80 and (_starts_body(group[1]) or bool(split_table(group[1:])))


def _starts_body(line: str) -> bool:
    return bool(BULLET.match(line) or NUMBER.match(line)) or len(line) > 80 or ends_sentence(line)


def _closes_letter(followed: Sequence[str]) -> bool:
    """A lone short line above other short lines is part of an address or a signature."""
    return not any(_starts_body(line) or is_key_value(line.strip()) for line in followed[:2]) and len(followed) < 3


def _body(lines: Sequence[str], width: int | None, page: int | None) -> list[RawBlock]:
    blocks: list[RawBlock] = []
    index = 0
    while index < len(lines):
        if _RULE.match(lines[index]):
            index += 1
            continue
        table = split_table(lines[index:])
        if table:
            blocks += table_blocks(table, page=page)
            index += len(table)
            continue
        end = index + 1
        while end < len(lines) and _joins(lines, index, end, width):
            end += 1
        blocks.append(_line_block(lines[index:end], page))
        index = end
    return [block for block in blocks if block.text]


def _joins(lines: Sequence[str], first: int, number: int, width: int | None) -> bool:
    """Whether line `number` goes on with the block that starts at line `first`."""
    line, before = lines[number], lines[number - 1]
    if _opens_item(line) or _RULE.match(line):
        return False
    if _opens_item(lines[first]) and _indent(line) > _indent(lines[first]):
        return True
    if width is None or (is_key_value(line.strip()) and not _full(before, line, width)):
        return False
    return _goes_on(before, line, width)


def _goes_on(before: str, line: str, width: int) -> bool:
    return _full(before, line, width) and len(before) <= width + 12 and not split_table([before, line])


def _full(before: str, line: str, width: int) -> bool:
    """Whether the first word of a line would not have fitted at the end of the line before."""
    return len(before) + 1 + len(line.split(maxsplit=1)[0]) > width - 2


def _opens_item(line: str) -> bool:
    return bool(BULLET.match(line) or NUMBER.match(line) or _LEADER.search(line))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _line_block(lines: Sequence[str], page: int | None) -> RawBlock:
    text = _unbroken(lines)
    if _LEADER.search(lines[0]):
        cells = [clean(cell).replace("|", "/") for cell in _LEADER.split(text)]
        return RawBlock("row", " | ".join(cells), page)
    bullet = BULLET.match(lines[0])
    level = 1 + min(_indent(lines[0]) // 2, 5)
    if bullet:
        return RawBlock("item", clean(text[bullet.end() :]), page, level)
    if NUMBER.match(lines[0]):
        return RawBlock("item", clean(text), page, level)
    return RawBlock("paragraph", clean(text), page)


def _unbroken(lines: Sequence[str]) -> str:
    """Lines put together again."""
    return " ".join([lines[0], *(line.strip() for line in lines[1:])])
