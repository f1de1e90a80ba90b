"""What a Word file's styles and numbering say about a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"^heading ([1-9])$")
_LIST = re.compile(r"^list(?: (?:bullet|number|paragraph))?(?: ([2-5]))?$")
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@dataclass(frozen=True, slots=True)
class Style:
    """The part of a style that matters for structure."""

    title: bool = False
    heading: int = 0
    list_depth: int = 0
    hidden: bool = False
    number: str | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Label:
    """The number or bullet in front of a paragraph; a bullet has no text."""

    text: str
    level: int


def flag(node: etree._Element | None, properties: str, name: str) -> bool:
    """Whether a property that is on or off is on."""
    found = node.find(f"{W}{properties}/{W}{name}") if node is not None else None
    return found is not None and found.get(f"{W}val", "1") not in ("0", "false", "off", "none")


@dataclass(slots=True)
class Styles:
    """The styles of one file, looked up by the id paragraphs use."""

    root: etree._Element | None
    _known: dict[str, Style] = field(default_factory=dict)
    _by_id: dict[str, etree._Element] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.root is not None:
            self._by_id = {node.get(f"{W}styleId", ""): node for node in self.root.iterfind(f"{W}style")}

    def of_paragraph(self, properties: etree._Element | None) -> Style:
        """The style of a paragraph, with what the paragraph says for itself."""
        if properties is None:
            return Style()
        style = self._style(_value(properties, "pStyle"), 0)
        outline = _value(properties, "outlineLvl")
        if outline and outline.isdecimal() and int(outline) < 9 and not style.title:
            style = replace(style, heading=int(outline) + 1)
        return style

    def run_hidden(self, run: etree._Element) -> bool:
        """Whether the character style of a run hides it."""
        name = _value(run.find(f"{W}rPr"), "rStyle")
        return bool(name) and self._style(name, 0).hidden

    def _style(self, name: str | None, depth: int) -> Style:
        if not name or depth > 20 or name not in self._by_id:
            return Style()
        if name not in self._known:
            node = self._by_id[name]
            base = self._style(_value(node, "basedOn"), depth + 1)
            self._known[name] = _refined(base, node)
        return self._known[name]


def _refined(base: Style, node: etree._Element) -> Style:
    called = (_value(node, "name") or "").lower()
    properties = node.find(f"{W}pPr")
    heading, listed = _HEADING.match(called), _LIST.match(called)
    style = replace(
        base,
        title=base.title or called == "title",
        heading=int(heading.group(1)) if heading else base.heading,
        list_depth=int(listed.group(1) or 1) if listed and called != "list paragraph" else base.list_depth,
        hidden=base.hidden or flag(node, "rPr", "vanish"),
    )
    outline = _value(properties, "outlineLvl")
    if outline and outline.isdecimal() and not style.title:
        style = replace(style, heading=int(outline) + 1 if int(outline) < 9 else 0)
    number, depth = _numbering(properties)
    return replace(style, number=number or style.number, depth=depth if number else style.depth)


@dataclass(slots=True)
class Numbering:
    """Counts numbered paragraphs the way Word does."""

    root: etree._Element | None
    _formats: dict[str, list[tuple[str, str, int]]] = field(default_factory=dict)
    _counts: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.root is None:
            return
        abstract = {node.get(f"{W}abstractNumId", ""): _levels(node) for node in self.root.iterfind(f"{W}abstractNum")}
        for node in self.root.iterfind(f"{W}num"):
            self._formats[node.get(f"{W}numId", "")] = abstract.get(_value(node, "abstractNumId") or "", [])

    def label(self, properties: etree._Element | None, style: Style) -> Label | None:
        """The label of the next paragraph with these properties; None when it is in no list."""
        number, depth = _numbering(properties)
        if number is None:
            number, depth = style.number, style.depth
        formats = self._formats.get(number or "", [])
        if not number or number == "0" or depth >= len(formats):
            return None
        counts = self._counts.setdefault(number, [0] * 9)
        counts[depth] = counts[depth] + 1 if counts[depth] else formats[depth][2]
        counts[depth + 1 :] = [0] * (8 - depth)
        return Label(_label(formats, depth, counts), depth + 1)


def _levels(node: etree._Element) -> list[tuple[str, str, int]]:
    levels = []
    for level in list(node.iterfind(f"{W}lvl"))[:9]:
        start = _value(level, "start") or "1"
        levels.append(
            (
                _value(level, "numFmt") or "decimal",
                _value(level, "lvlText") or "",
                int(start) if start.isdecimal() else 1,
            )
        )
    return levels


def _label(formats: list[tuple[str, str, int]], depth: int, counts: list[int]) -> str:
    kind, pattern, _ = formats[depth]
    if kind in ("bullet", "none"):
        return ""

    def one(match: re.Match[str]) -> str:
        level = int(match.group(1)) - 1
        return _written(formats[level][0], counts[level] or formats[level][2]) if level < len(formats) else ""

    return _PLACEHOLDER.sub(one, pattern).strip()


def _written(kind: str, count: int) -> str:
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind in ("lowerRoman", "upperRoman"):
        text = ""
        for value, sign in _ROMAN:
            text, count = text + sign * (count // value), count % value
        return text if kind == "lowerRoman" else text.upper()
    return f"{count:02d}" if kind == "decimalZero" else str(count)


def _numbering(properties: etree._Element | None) -> tuple[str | None, int]:
    found = properties.find(f"{W}numPr") if properties is not None else None
    if found is None:
        return None, 0
    depth = _value(found, "ilvl") or "0"
    return _value(found, "numId"), int(depth) if depth.isdecimal() and int(depth) < 9 else 0


def _value(node: etree._Element | None, name: str) -> str | None:
    found = node.find(f"{W}{name}") if node is not None else None
    return found.get(f"{W}val") if found is not None else None
