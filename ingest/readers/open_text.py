"""Reads OpenDocument texts and presentations (.odt, .odp): headings, lists, tables, notes; a page for every slide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from .clean import clean
from .marks import BULLET
from .open_package import DRAW, OFFICE, PRESENTATION, STYLE, TABLE, TEXT, open_document, title_of
from .package import Package
from .raw import RawBlock, RawDocument
from .tables import table_blocks

_LEFT_OUT = frozenset(
    [
        f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{TEXT}tracked-changes", f"{TEXT}hidden-text",
        f"{TEXT}hidden-paragraph", f"{TEXT}index-title-template", f"{OFFICE}forms", f"{TEXT}sequence-decls",
        f"{TEXT}table-of-content", f"{DRAW}a11y", f"{OFFICE}event-listeners",
    ]
)  # fmt: skip
_DEEPEST = 200
_MOST_SPACES = 100


def read(data: bytes) -> RawDocument:
    """The blocks of a text document: its body, then its notes; page headers and footers are left out."""
    package = open_document(data, "text")
    walk = _Walk(_hidden_styles(package))
    walk.container(package.xml("content.xml").find(f"{OFFICE}body/{OFFICE}text"))
    walk.blocks += [RawBlock("paragraph", note) for note in walk.notes]
    hidden = ("hidden text was left out",) if walk.hidden else ()
    return RawDocument("odt", tuple(walk.blocks), title=title_of(package), notes=hidden)


def read_slides(data: bytes) -> RawDocument:
    """The blocks of a presentation, slide after slide with its notes; hidden slides are left out."""
    package = open_document(data, "presentation")
    root = package.xml("content.xml")
    skipped = _hidden_pages(root)
    blocks: list[RawBlock] = []
    pages = list(root.iterfind(f"{OFFICE}body/{OFFICE}presentation/{DRAW}page"))
    for number, page in enumerate(pages, 1):
        if page.get(f"{DRAW}style-name") in skipped:
            continue
        walk = _Walk(page=number, first=not blocks)
        walk.slide(page)
        blocks += walk.blocks
    hidden = sum(page.get(f"{DRAW}style-name") in skipped for page in pages)
    notes = (f"{hidden} hidden slides were left out",) if hidden else ()
    return RawDocument("odp", tuple(blocks), len(pages), title_of(package), notes)


@dataclass(slots=True)
class _Walk:
    """Goes through paragraphs, lists and tables in order."""

    hidden_styles: frozenset[str] = frozenset()
    page: int | None = None
    first: bool = False
    blocks: list[RawBlock] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    hidden: bool = False

    def container(self, node: etree._Element | None, depth: int = 0, listed: int = 0) -> None:
        """Take in the body, a section, a list or a text box."""
        for child in node if node is not None and depth < _DEEPEST else ():
            if child.tag in _LEFT_OUT or child.get(f"{TEXT}display") in ("none", "condition"):
                continue
            if child.tag == f"{TEXT}h":
                self._add("heading", child, int(child.get(f"{TEXT}outline-level", "1") or 1))
            elif child.tag == f"{TEXT}p":
                self._add("item" if listed else "paragraph", child, listed)
                self._boxes(child, depth)
            elif child.tag == f"{TABLE}table":
                self._table(child)
            elif isinstance(child.tag, str):
                self.container(child, depth + 1, listed + (child.tag == f"{TEXT}list"))

    def slide(self, page: etree._Element) -> None:
        """Take in a slide: its title, its other shapes, its notes."""
        shapes = [shape for shape in page if shape.tag != f"{PRESENTATION}notes"]
        titles = [shape for shape in shapes if shape.get(f"{PRESENTATION}class") == "title"]
        for shape in titles:
            text = clean(" ".join(self._text(part) for part in shape.iter(f"{TEXT}p", f"{TEXT}h")))
            if text:
                self.blocks.append(RawBlock("heading", text, self.page, 1 if self.first else 2))
        for shape in shapes:
            if shape.get(f"{PRESENTATION}class") not in ("title", "date-time", "footer", "page-number", "header"):
                self.container(shape)
        for notes in page.iterfind(f"{PRESENTATION}notes"):
            for frame in notes.iterfind(f"{DRAW}frame"):
                if frame.get(f"{PRESENTATION}class") == "notes":
                    self.container(frame)

    def _boxes(self, paragraph: etree._Element, depth: int) -> None:
        for frame in paragraph.iter(f"{DRAW}text-box"):
            self.container(frame, depth + 1)

    def _add(self, kind: str, node: etree._Element, level: int) -> None:
        if node.get(f"{TEXT}style-name") in self.hidden_styles:
            self.hidden = True
            return
        for line in self._text(node).split("\n"):
            text = clean(line)
            if kind == "paragraph" and (bullet := BULLET.match(line.lstrip())):
                self.blocks.append(RawBlock("item", clean(line.lstrip()[bullet.end() :]), self.page, 1))
            elif text:
                self.blocks.append(RawBlock(kind, text, self.page, level))  # type: ignore[arg-type]

    def _table(self, node: etree._Element) -> None:
        named = node.find(f"{TABLE}table-header-rows/{TABLE}table-row") is not None
        rows = []
        for row in node.iter(f"{TABLE}table-row"):
            if next(row.iterancestors(f"{TABLE}table")) is node:
                rows.append([text for cell in row for text in self._cell(cell)])
        self.blocks += table_blocks(rows, page=self.page, header=True if named else None)

    def _cell(self, cell: etree._Element) -> list[str]:
        if cell.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            return []
        text = " ".join(self._text(part) for part in cell.iter(f"{TEXT}p", f"{TEXT}h")).replace("\n", " ")
        repeated = cell.get(f"{TABLE}number-columns-repeated", "1")
        return [text] * (min(int(repeated), 64) if repeated.isdecimal() else 1)

    def _text(self, node: etree._Element) -> str:
        return "".join(self._pieces(node, 0))

    def _pieces(self, node: etree._Element, depth: int) -> Iterator[str]:
        yield node.text or ""
        for child in node:
            yield from self._piece(child, depth)
            yield child.tail or ""

    def _piece(self, child: etree._Element, depth: int) -> Iterator[str]:
        if child.tag in _LEFT_OUT or depth > _DEEPEST or child.tag == f"{DRAW}frame":
            return
        if child.tag == f"{TEXT}note":
            note = clean(" ".join("".join(part.itertext()) for part in child.iterfind(f"{TEXT}note-body//{TEXT}p")))
            self.notes += [note] if note else []
        elif child.tag == f"{TEXT}line-break":
            yield "\n"
        elif child.tag in (f"{TEXT}tab", f"{TEXT}s"):
            count = child.get(f"{TEXT}c", "1")
            yield " " * (min(int(count), _MOST_SPACES) if count.isdecimal() else 1)
        elif child.get(f"{TEXT}style-name") in self.hidden_styles:
            self.hidden = True
        elif isinstance(child.tag, str):
            yield from self._pieces(child, depth + 1)


def _hidden_styles(package: Package) -> frozenset[str]:
    """The names of styles whose text is not shown."""
    found = set()
    for part in ("content.xml", "styles.xml"):
        root = package.xml(part) if package.has(part) else None
        for style in root.iter(f"{STYLE}style") if root is not None else ():
            properties = style.find(f"{STYLE}text-properties")
            if properties is not None and properties.get(f"{TEXT}display") == "none":
                found.add(style.get(f"{STYLE}name", ""))
    return frozenset(found)


def _hidden_pages(root: etree._Element) -> frozenset[str]:
    """The names of the styles of slides that are not shown."""
    return frozenset(
        style.get(f"{STYLE}name", "")
        for style in root.iter(f"{STYLE}style")
        for properties in style.iterfind(f"{STYLE}drawing-page-properties")
        if properties.get(f"{PRESENTATION}visibility") == "hidden"
    )
