"""Reads Markdown: the marks become structure and leave the text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .clean import clean, visible
from .decode import decode
from .marks import is_key_value
from .raw import RawBlock, RawDocument
from .tables import table_blocks

_LONGEST_LINE = 20_000
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(\S.*)$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-{2,})\s*$")
_RULE = re.compile(r"^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r"^ {0,3}(```|~~~)")
_ITEM = re.compile(r"^([ \t]*)(?:([-*+•])|(\d{1,4}[.)]))[ \t]+(\S.*)$")
_DIVIDER = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*$")
_QUOTE = re.compile(r"^ {0,3}(?:>[ \t]?)+")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]]{1,200}\]:[ \t]*\S+")
_INLINE = (
    (re.compile(r"<!--.{0,10000}?-->", re.DOTALL), ""),
    (re.compile(r"!\[([^\[\]]{0,500})\]\([^()\s]{0,2000}(?:[ \t]+\"[^\"]{0,500}\")?\)"), r"\1"),
    (re.compile(r"\[([^\[\]]{0,500})\]\([^()\s]{0,2000}(?:[ \t]+\"[^\"]{0,500}\")?\)"), r"\1"),
    (re.compile(r"!?\[([^\[\]]{1,500})\]\[[^\[\]]{0,200}\]"), r"\1"),
    (re.compile(r"<((?:https?|mailto):[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>]{0,1000}>"), " "),
    (re.compile(r"(?<!\\)\*{1,3}(?=\S)([^*\n]{1,5000}?)(?<=\S)\*{1,3}"), r"\1"),
    (re.compile(r"(?<![\w\\])_{1,3}(?=\S)([^_\n]{1,5000}?)(?<=\S)_{1,3}(?!\w)"), r"\1"),
    (re.compile(r"~~(?=\S)([^~\n]{1,5000}?)~~"), r"\1"),
    (re.compile(r"`{1,2}([^`\n]{1,5000})`{1,2}"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


@dataclass(slots=True)
class _Open:
    """A block whose lines are still being gathered."""

    kind: str
    lines: list[str]
    level: int = 0


def read(data: bytes) -> RawDocument:
    """The blocks of a Markdown file; front matter, rules and link targets are not text."""
    lines = [line[:_LONGEST_LINE].rstrip() for line in visible(decode(data)).splitlines()]
    title, lines = _front_matter(lines)
    return RawDocument("md", tuple(_blocks(lines)), title=title)


def _front_matter(lines: list[str]) -> tuple[str | None, list[str]]:
    if not lines or lines[0] != "---":
        return None, lines
    for end in range(1, min(len(lines), 200)):
        if lines[end] in ("---", "..."):
            named = [line.partition(":")[2].strip(" \"'") for line in lines[1:end] if line.startswith("title:")]
            return (named[0] or None) if named else None, lines[end + 1 :]
        if lines[end] and not re.match(r"^(?:[\w-]+\s*:|\s+|#|- )", lines[end]):
            break
    return None, lines


def _blocks(lines: Sequence[str]) -> Iterator[RawBlock]:
    index, fenced = 0, False
    current: _Open | None = None
    while index < len(lines):
        line = _QUOTE.sub("", lines[index])
        if _FENCE.match(line):
            fenced = not fenced
            yield from _close(current)
            current, index = None, index + 1
            continue
        if not fenced and _is_table(lines, index):
            yield from _close(current)
            current, rows = None, _rows(lines, index)
            yield from table_blocks([_cells(row) for row in rows], header=_named(rows))
            index += len(rows) + 1
            continue
        closed, current = _next(current, line, fenced)
        yield from _close(closed)
        index += 1
    yield from _close(current)


def _next(current: _Open | None, line: str, fenced: bool) -> tuple[_Open | None, _Open | None]:
    """What a line closes, and what is open after it."""
    if fenced:
        return current, _Open("paragraph", [line])
    if current and current.kind == "paragraph" and _UNDERLINE.match(line):
        return _Open("heading", current.lines, 1 if "=" in line else 2), None
    if not line.strip() or _RULE.match(line) or _REFERENCE.match(line):
        return current, None
    if heading := _HEADING.match(line):
        return current, _Open("heading", [re.sub(r"[ \t]+#+$", "", heading.group(2))], len(heading.group(1)))
    if item := _ITEM.match(line):
        number = f"{item.group(3)} " if item.group(3) else ""
        depth = 1 + min(len(item.group(1).expandtabs(4)) // 2, 5)
        return current, _Open("item", [number + item.group(4)], depth)
    if current and current.kind in ("paragraph", "item") and not _breaks(current, line):
        current.lines.append(line)
        return None, current
    return current, _Open("paragraph", [line])


def _breaks(current: _Open, line: str) -> bool:
    """Lines of one paragraph flow together, but `Key: value` lines are written to stand alone."""
    if current.kind == "item":
        return False
    before = current.lines[-1]
    return (is_key_value(_inline(line)) and len(before) < 200) or (is_key_value(_inline(before)) and len(before) < 60)


def _close(current: _Open | None) -> Iterator[RawBlock]:
    if current is None:
        return
    text = clean(_inline(" ".join(current.lines)))
    if not text:
        return
    if current.kind == "heading":
        yield RawBlock("heading", text, level=current.level)
    elif current.kind == "item":
        yield RawBlock("item", re.sub(r"^\[[ xX]\] ", "", text), level=current.level)
    else:
        yield RawBlock("paragraph", text)


def _inline(text: str) -> str:
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return html.unescape(text)


def _is_table(lines: Sequence[str], index: int) -> bool:
    return (
        "|" in lines[index]
        and index + 1 < len(lines)
        and "|" in lines[index + 1]
        and "-" in lines[index + 1]
        and _DIVIDER.match(lines[index + 1]) is not None
    )


def _rows(lines: Sequence[str], index: int) -> list[str]:
    rows = [lines[index]]
    for line in lines[index + 2 :]:
        if "|" not in line or not line.strip():
            break
        rows.append(line)
    return rows


def _cells(row: str) -> list[str]:
    bare = re.sub(r"^[ \t]*\||\|[ \t]*$", "", row)
    return [_inline(cell.replace("\\|", "/")) for cell in re.split(r"(?<!\\)\|", bare)]


def _named(rows: Sequence[str]) -> bool | None:
    """The line above the divider names the columns; only with two columns people also put data there."""
    return True if len(_cells(rows[0])) > 2 else None
