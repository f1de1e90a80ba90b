"""Reads Word files (.docx): headings, lists and tables as their styles and numbering say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from .clean import clean
from .marks import BULLET, is_key_value, may_be_heading
from .package import Package, open_package
from .raw import RawBlock, RawDocument
from .tables import table_blocks
from .word_styles import Numbering, Styles, W, flag

_PARAGRAPH, _TABLE = f"{W}p", f"{W}tbl"
_WRAPPERS = frozenset(
    f"{W}{name}"
    for name in ["sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo"]
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT_BOX = f"{W}txbxContent"
_MAIN = "word/document.xml"


def read(data: bytes) -> RawDocument:
    """The blocks of a Word file: its body, then its notes; page headers and footers are left out."""
    package = open_package(data, main=_MAIN)
    body = package.xml(_MAIN).find(f"{W}body")
    walk = _Walk(Styles(_part(package, "styles")), Numbering(_part(package, "numbering")))
    if body is not None:
        walk.container(body)
    walk.blocks = _levelled(walk.blocks, walk.titles)
    for name in ("footnotes", "endnotes"):
        walk.notes_part(_part(package, name))
    hidden = ("hidden text was left out",) if walk.hidden else ()
    return RawDocument("docx", tuple(walk.blocks), title=package.title(), notes=hidden)


def _part(package: Package, kind: str) -> etree._Element | None:
    for found, name in package.related(_MAIN).values():
        if found == kind and package.has(name):
            return package.xml(name)
    return None


@dataclass(slots=True)
class _Walk:
    """Goes through paragraphs and tables in the order of the page."""

    styles: Styles
    numbering: Numbering
    blocks: list[RawBlock] = field(default_factory=list)
    titles: set[int] = field(default_factory=set)
    """Positions of blocks in the style Title, which stands above Heading 1."""
    hidden: bool = False

    def container(self, node: etree._Element) -> None:
        """Take in the body, a content control or a text box."""
        for child in node:
            if child.tag == _PARAGRAPH:
                self._paragraph(child)
            elif child.tag == _TABLE:
                self._table(child)
            elif child.tag in _WRAPPERS:
                self.container(child)

    def notes_part(self, root: etree._Element | None) -> None:
        """Take in footnotes or endnotes."""
        for note in root if root is not None else ():
            if note.get(f"{W}type") in (None, "normal"):
                text = clean(" ".join(self._text(paragraph) for paragraph in note.iter(_PARAGRAPH)))
                if text:
                    self.blocks.append(RawBlock("paragraph", text))

    def _paragraph(self, node: etree._Element) -> None:
        properties = node.find(f"{W}pPr")
        style = self.styles.of_paragraph(properties)
        if not (style.hidden or flag(properties, "rPr", "vanish")):
            for line in self._text(node).split("\n"):
                self._line(line, node, properties)
        for box in _boxes(node):
            self.container(box)

    def _line(self, line: str, node: etree._Element, properties: etree._Element | None) -> None:
        text = clean(line)
        if not text:
            return
        style = self.styles.of_paragraph(properties)
        label = self.numbering.label(properties, style)
        numbered = f"{label.text} {text}" if label and label.text else text
        if style.title:
            self.titles.add(len(self.blocks))
            self.blocks.append(RawBlock("heading", text, level=1))
        elif style.heading:
            self.blocks.append(RawBlock("heading", numbered, level=style.heading))
        elif label or style.list_depth:
            self.blocks.append(RawBlock("item", numbered, level=label.level if label else style.list_depth))
        elif bullet := BULLET.match(line.lstrip()):
            self.blocks.append(RawBlock("item", clean(line.lstrip()[bullet.end() :]), level=1))
        elif self._looks_like_heading(node, text):
            self.blocks.append(RawBlock("heading", text, level=0))
        else:
            self.blocks.append(RawBlock("paragraph", text))

    def _looks_like_heading(self, node: etree._Element, text: str) -> bool:
        """A short line set wholly in bold is a heading in all but name."""
        runs = [run for run in node.iter(f"{W}r") if run.find(f"{W}t") is not None]
        return (
            bool(runs)
            and all(flag(run, "rPr", "b") for run in runs)
            and may_be_heading(text)
            and not is_key_value(text)
        )

    def _text(self, node: etree._Element) -> str:
        return "".join(self._pieces(node))

    def _pieces(self, node: etree._Element) -> Iterator[str]:
        for child in node:
            tag = child.tag
            if tag == f"{W}r":
                if flag(child, "rPr", "vanish") or flag(child, "rPr", "webHidden") or self.styles.run_hidden(child):
                    self.hidden = self.hidden or child.find(f"{W}t") is not None
                else:
                    yield from _run(child)
            elif tag in _WRAPPERS:
                yield from self._pieces(child)

    def _table(self, node: etree._Element) -> None:
        rows, header = [], None
        nested: list[etree._Element] = []
        for index, row in enumerate(_rows(node)):
            if index == 0 and flag(row, "trPr", "tblHeader"):
                header = True
            cells: list[str] = []
            for cell in _cells(row):
                cells += self._cell(cell)
                nested += [inner for inner in cell if inner.tag == _TABLE]
            rows.append(cells)
        self.blocks += table_blocks(rows, header=header)
        for table in nested:
            self._table(table)

    def _cell(self, cell: etree._Element) -> list[str]:
        """A cell's text, and an empty one for every further column it covers."""
        properties = cell.find(f"{W}tcPr")
        span = properties.find(f"{W}gridSpan") if properties is not None else None
        wide = span.get(f"{W}val", "1") if span is not None else "1"
        paragraphs = [part for part in cell.iter(_PARAGRAPH) if next(part.iterancestors(f"{W}tc")) is cell]
        text = " ".join(self._text(part).replace("\n", " ") for part in paragraphs)
        return [text, *[""] * (min(int(wide), 64) - 1 if wide.isdecimal() else 0)]


def _rows(node: etree._Element) -> Iterator[etree._Element]:
    for child in node:
        if child.tag == f"{W}tr":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _rows(child)


def _cells(node: etree._Element) -> Iterator[etree._Element]:
    for child in node:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _cells(child)


def _run(run: etree._Element) -> Iterator[str]:
    for child in run:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag == f"{W}tab":
            yield " "
        elif child.tag in (f"{W}br", f"{W}cr"):
            yield "\n" if child.get(f"{W}type") is None else " "
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"


def _boxes(node: etree._Element) -> Iterator[etree._Element]:
    """Text boxes anchored in a paragraph; each is written twice, the second time for old programs."""
    for box in node.iter(_TEXT_BOX):
        ancestors = list(box.iterancestors())
        inner = ancestors[: ancestors.index(node)]
        if not any(parent.tag in (_FALLBACK, _TEXT_BOX) for parent in inner):
            yield box


def _levelled(blocks: list[RawBlock], titles: set[int]) -> list[RawBlock]:
    """Headings below a Title go one level down; headings in all but name get a level from those around them."""
    shift = (
        1
        if titles and any(b.kind == "heading" and b.level == 1 and i not in titles for i, b in enumerate(blocks))
        else 0
    )
    levelled, around = [], 0
    named = any(block.kind == "heading" and block.level for block in blocks)
    for index, block in enumerate(blocks):
        if block.kind == "heading" and block.level:
            level = block.level if index in titles else block.level + shift
            around = level
        elif block.kind == "heading":
            level = 1 if index == 0 else around + 1 if named and around else 2
        else:
            level = block.level
        levelled.append(RawBlock(block.kind, block.text, block.page, level, block.columns))
    return levelled
