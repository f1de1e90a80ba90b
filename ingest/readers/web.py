"""Reads web pages: the text a visitor sees, without menus and scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html

from ingest.errors import UnreadableError

from .clean import clean
from .decode import decode
from .raw import RawBlock, RawDocument
from .tables import table_blocks

_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "footer",
        "head",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "select",
        "button",
        "form",
        "input",
        "textarea",
        "dialog",
        "menu",
        "link",
        "meta",
        "base",
        "area",
        "map",
    ]
)
_BLOCK = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "header",
        "hr",
        "html",
        "legend",
        "main",
        "p",
        "pre",
        "section",
        "summary",
        "li",
        "ul",
        "ol",
        "table",
        "tr",
        "td",
        "th",
        "caption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ]
)
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])", re.I
)
_HIDDEN_ROLES = frozenset({"navigation", "contentinfo", "menu", "search", "banner"})
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,40})", re.I)
_ENTITIES = re.compile(r"<!ENTITY", re.I)
_DEEPEST = 200


def read(data: bytes) -> RawDocument:
    """The blocks of a web page.

    Raises:
        UnreadableError: it is no web page.
    """
    declared = _CHARSET.search(data[:4096])
    text = decode(data, declared=declared.group(1).decode("ascii") if declared else None)
    root = _parse(text)
    title = root.findtext(".//title")
    body = root.find("body")
    walk = _Walk()
    walk.element(body if body is not None else root, 0)
    walk.flush()
    return RawDocument("html", tuple(walk.blocks), title=clean(title) or None if title else None, notes=walk.notes())


def _parse(text: str) -> html.HtmlElement:
    if _ENTITIES.search(text[:100_000]):
        raise UnreadableError("it declares entities of its own, which no ordinary web page does")
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8")
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("it holds no web page that can be read") from error
    return root


@dataclass(slots=True)
class _Walk:
    """Gathers the text of inline elements until a block begins or ends."""

    blocks: list[RawBlock] = field(default_factory=list)
    hidden: int = 0
    _pieces: list[str] = field(default_factory=list)
    _kind: tuple[str, int] = ("paragraph", 0)
    _prefix: str = ""

    def element(self, node: html.HtmlElement, depth: int) -> None:
        """Take in one element with everything below it; what follows it is the caller's."""
        tag = node.tag
        if not isinstance(tag, str) or tag in _DROPPED or depth > _DEEPEST:
            return
        if _is_hidden(node):
            self.hidden += 1
            return
        if tag == "table" and not node.xpath(".//table"):
            self.flush()
            self._table(node)
        elif tag == "br":
            self._line_break()
        elif tag in _BLOCK:
            self._block(node, depth)
        else:
            self._inside(node, depth)

    def flush(self) -> None:
        """Close the block that is open."""
        text = clean("".join(self._pieces))
        self._pieces.clear()
        if text:
            kind, level = self._kind
            self.blocks.append(RawBlock(kind, self._prefix + text, level=level))  # type: ignore[arg-type]
            self._prefix = ""

    def notes(self) -> tuple[str, ...]:
        """What the reader of a summary should know."""
        return (f"{self.hidden} hidden parts of the page were left out",) if self.hidden else ()

    def _inside(self, node: html.HtmlElement, depth: int) -> None:
        if node.text:
            self._pieces.append(node.text)
        for child in node:
            self.element(child, depth + 1)
            if child.tail:
                self._pieces.append(child.tail)

    def _block(self, node: html.HtmlElement, depth: int) -> None:
        self.flush()
        kept = self._kind, self._prefix
        if node.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self._kind = ("heading", int(node.tag[1]))
        elif node.tag == "li":
            self._kind, self._prefix = ("item", _list_depth(node)), _number(node)
        elif node.tag in ("p", "div", "dd", "dt") and kept[0][0] == "item":
            pass
        elif node.tag not in ("ul", "ol"):
            self._kind = ("paragraph", 0)
        self._inside(node, depth)
        self.flush()
        self._kind, self._prefix = kept[0], "" if node.tag == "li" else kept[1] if not self._used(kept[1]) else ""

    def _used(self, prefix: str) -> bool:
        return bool(prefix) and not self._prefix

    def _line_break(self) -> None:
        """A break inside a heading or a list item is layout; in running text it ends a line that stands alone."""
        if self._kind[0] == "paragraph":
            self.flush()
        else:
            self._pieces.append(" ")

    def _table(self, table: html.HtmlElement) -> None:
        rows: list[list[str]] = []
        named: bool | None = None
        reaching: dict[int, int] = {}
        for caption in table.iterfind("caption"):
            self._pieces.append(" ".join(caption.itertext()))
            self._kind, kept = ("paragraph", 0), self._kind
            self.flush()
            self._kind = kept
        for row in table.iter("tr"):
            cells = [cell for cell in row if cell.tag in ("td", "th") and not _is_hidden(cell)]
            if not rows:
                named = _names(row, cells)
            rows.append(_row(cells, reaching))
        self.blocks += table_blocks(rows, header=named)


def _row(cells: list[html.HtmlElement], reaching: dict[int, int]) -> list[str]:
    """The cells of a row, with an empty one wherever a cell of a row above reaches down.

    Args:
        cells: Its own.
        reaching: By column, how many more rows the cell above reaches down; brought up to date.
    """
    row: list[str] = []
    below: dict[int, int] = {}
    waiting = list(cells)
    while waiting or any(column >= len(row) for column in reaching):
        column = len(row)
        if reaching.get(column):
            row.append("")
            below[column] = reaching[column] - 1
        elif not waiting:
            row.append("")
        else:
            cell = waiting.pop(0)
            texts = _spanned(cell)
            row += texts
            below |= dict.fromkeys(range(column, column + len(texts)), _span(cell, "rowspan") - 1)
    reaching.clear()
    reaching.update({column: rows for column, rows in below.items() if rows > 0})
    return row


def _names(row: html.HtmlElement, cells: list[html.HtmlElement]) -> bool | None:
    parent = row.getparent()
    if parent is not None and parent.tag == "thead":
        return True
    return True if cells and all(cell.tag == "th" for cell in cells) else None


def _spanned(cell: html.HtmlElement) -> list[str]:
    return [" ".join(_texts(cell)), *[""] * (_span(cell, "colspan") - 1)]


def _span(cell: html.HtmlElement, way: str) -> int:
    """Over how many columns or rows a cell reaches."""
    said = cell.get(way, "1")
    return max(1, min(int(said), 100)) if said.isdecimal() and len(said) < 10 else 1


def _texts(node: html.HtmlElement) -> Iterator[str]:
    """The pieces of text inside one table cell."""
    whole = [node.text or ""]
    for child in node:
        if isinstance(child.tag, str) and child.tag not in _DROPPED and not _is_hidden(child):
            inner = "".join(_texts(child))
            whole.append(f" {inner} " if child.tag in _BLOCK or child.tag == "br" else inner)
        whole.append(child.tail or "")
    yield "".join(whole)


def _is_hidden(node: html.HtmlElement) -> bool:
    if node.get("hidden") is not None or node.get("aria-hidden") == "true":
        return True
    if node.get("role") in _HIDDEN_ROLES:
        return True
    style = node.get("style")
    return bool(style and _HIDDEN_STYLE.search(style))


def _list_depth(node: html.HtmlElement) -> int:
    return min(max(1, sum(1 for parent in node.iterancestors("ul", "ol"))), 6)


def _number(node: html.HtmlElement) -> str:
    parent = node.getparent()
    if parent is None or parent.tag != "ol":
        return ""
    start = parent.get("start", "1")
    first = int(start) if start.isdecimal() and len(start) < 6 else 1
    return f"{first + sum(1 for _ in node.itersiblings('li', preceding=True))}. "
