"""Reads presentations (.pptx): a page for every slide, with its tables and speaker notes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from .clean import clean
from .package import RELATION, Package, open_package
from .raw import RawBlock, RawDocument
from .tables import table_blocks

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MAIN = "ppt/presentation.xml"
_TITLES = frozenset({"title", "ctrTitle"})
_FURNITURE = frozenset({"dt", "ftr", "sldNum", "hdr", "sldImg"})
_LISTED = frozenset({"body", "obj", ""})


def read(data: bytes) -> RawDocument:
    """The blocks of a presentation, slide after slide; hidden slides are left out."""
    package = open_package(data, main=_MAIN)
    related = package.related(_MAIN)
    blocks: list[RawBlock] = []
    slides = [
        related[mark.get(f"{RELATION}id", "")][1]
        for mark in package.xml(_MAIN).iterfind(f"{_P}sldIdLst/{_P}sldId")
        if mark.get(f"{RELATION}id", "") in related
    ]
    hidden = 0
    for page, name in enumerate(slides, 1):
        root = package.xml(name)
        if root.get("show") in ("0", "false"):
            hidden += 1
            continue
        blocks += _slide(root, page, first=page == 1)
        blocks += _notes(package, name, page)
    notes = (f"{hidden} hidden slides were left out",) if hidden else ()
    return RawDocument("pptx", tuple(blocks), len(slides), package.title(), notes)


def _slide(root: etree._Element, page: int, *, first: bool) -> list[RawBlock]:
    titles: list[RawBlock] = []
    others: list[RawBlock] = []
    for shape in _shapes(root.find(f"{_P}cSld/{_P}spTree")):
        kind = _placeholder(shape)
        if kind in _FURNITURE:
            continue
        if kind in _TITLES:
            text = clean(" ".join(line for line, _, _ in _paragraphs(shape)))
            titles += [RawBlock("heading", text, page, 1 if first else 2)] if text else []
        elif shape.tag == f"{_P}graphicFrame":
            others += _tables(shape, page)
        else:
            others += _body(shape, page, listed=kind is not None and kind in _LISTED)
    return titles + others


def _shapes(tree: etree._Element | None) -> Iterator[etree._Element]:
    for child in tree if tree is not None else ():
        if child.tag in (f"{_P}sp", f"{_P}graphicFrame"):
            properties = child.find(f"*/{_P}cNvPr")
            if properties is None or properties.get("hidden") not in ("1", "true"):
                yield child
        elif child.tag == f"{_P}grpSp":
            yield from _shapes(child)


def _placeholder(shape: etree._Element) -> str | None:
    found = shape.find(f"*/{_P}nvPr/{_P}ph")
    return found.get("type", "") if found is not None else None


def _body(shape: etree._Element, page: int, *, listed: bool) -> list[RawBlock]:
    blocks = []
    for line, level, bullet in _paragraphs(shape):
        text = clean(line)
        if text and (listed if bullet is None else bullet):
            blocks.append(RawBlock("item", text, page, level))
        elif text:
            blocks.append(RawBlock("paragraph", text, page))
    return blocks


def _paragraphs(shape: etree._Element) -> Iterator[tuple[str, int, bool | None]]:
    """Text, depth, and whether the paragraph itself asks for a bullet or for none."""
    for node in shape.iterfind(f"{_P}txBody/{_A}p"):
        properties = node.find(f"{_A}pPr")
        depth = properties.get("lvl", "0") if properties is not None else "0"
        bullet = None
        if properties is not None:
            if properties.find(f"{_A}buNone") is not None:
                bullet = False
            elif properties.find(f"{_A}buChar") is not None or properties.find(f"{_A}buAutoNum") is not None:
                bullet = True
        yield _text(node), 1 + (int(depth) if depth.isdecimal() else 0), bullet


def _text(paragraph: etree._Element) -> str:
    pieces = []
    for node in paragraph.iter(f"{_A}t", f"{_A}br", f"{_A}tab"):
        pieces.append(node.text or "" if node.tag == f"{_A}t" else " ")
    return "".join(pieces)


def _tables(frame: etree._Element, page: int) -> list[RawBlock]:
    blocks: list[RawBlock] = []
    for table in frame.iter(f"{_A}tbl"):
        rows = [
            [" ".join(_text(part) for part in cell.iterfind(f"{_A}txBody/{_A}p")) for cell in row.iterfind(f"{_A}tc")]
            for row in table.iterfind(f"{_A}tr")
        ]
        properties = table.find(f"{_A}tblPr")
        marked = properties is not None and properties.get("firstRow") in ("1", "true")
        blocks += table_blocks(rows, page=page, header=True if marked and rows and len(rows[0]) > 2 else None)
    return blocks


def _notes(package: Package, slide: str, page: int) -> list[RawBlock]:
    blocks = []
    for kind, name in package.related(slide).values():
        if kind == "notesSlide" and package.has(name):
            for shape in _shapes(package.xml(name).find(f"{_P}cSld/{_P}spTree")):
                if _placeholder(shape) == "body":
                    lines = [clean(line) for line, _, _ in _paragraphs(shape)]
                    blocks += [RawBlock("paragraph", line, page) for line in lines if line]
    return blocks
