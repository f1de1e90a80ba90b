"""Reads rich text (.rtf): paragraphs, headings by style and outline, tables and footnotes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ingest.errors import UnreadableError

from .clean import clean
from .marks import BULLET, NUMBER, is_key_value, may_be_heading
from .raw import RawBlock, RawDocument
from .rich_tables import Fonts, Headings
from .tables import table_blocks

_TOKEN = re.compile(
    r"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+"
)
_LEFT_OUT = frozenset(
    [
        "colortbl", "pict", "object", "objdata", "themedata", "datastore", "listtable", "listoverridetable", "rsidtbl",
        "generator", "fldinst", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
        "annotation", "bkmkstart", "bkmkend", "xe", "tc", "filetbl", "revtbl", "latentstyles", "nonshppict", "shpinst",
        "upr", "author", "operator", "company", "comment", "doccomm", "subject", "keywords", "category", "manager",
    ]
)  # fmt: skip
_SIGNS = {
    "tab": " ", "emdash": "\u2014", "endash": "\u2013", "bullet": "\u2022", "lquote": "\u2018", "rquote": "\u2019",
    "ldblquote": "\u201c", "rdblquote": "\u201d", "emspace": " ", "enspace": " ", "line": "\n",
}  # fmt: skip
_SYMBOLS = {"~": "\u00a0", "_": "-", "{": "{", "}": "}", "\\": "\\", "\n": "\n", "\r": "\n"}
_DEEPEST = 500


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds inside a pair of braces."""

    place: str = "text"
    """`text`, `note`, `info`, `title`, `fonts`, `styles`, or `nowhere`."""
    hidden: bool = False
    bold: bool = False
    font: int = -1
    skipped: int = 1
    """Characters for old programs that follow a Unicode character."""


def read(data: bytes) -> RawDocument:
    """The blocks of a rich text file; headers, footers, comments and hidden text are left out.

    Raises:
        UnreadableError: it is no rich text.
    """
    if not data.lstrip()[:5].startswith(b"{\\rtf"):
        raise UnreadableError("its content is not rich text; give it the ending of its real kind")
    walk = _Walk()
    walk.all(data.decode("latin-1"))
    hidden = ("hidden text was left out",) if walk.hidden else ()
    return RawDocument("rtf", tuple(walk.blocks), title=clean(walk.title) or None, notes=hidden)


@dataclass(slots=True)
class _Walk:
    """Goes through the file once and closes paragraphs, cells and rows as they end."""

    blocks: list[RawBlock] = field(default_factory=list)
    title: str = ""
    hidden: bool = False
    _fonts: Fonts = field(default_factory=Fonts)
    _styles: Headings = field(default_factory=Headings)
    _group: _Group = field(default_factory=_Group)
    _outer: list[_Group] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _note: list[str] = field(default_factory=list)
    _notes: list[str] = field(default_factory=list)
    _bytes: bytearray = field(default_factory=bytearray)
    _to_skip: int = 0
    _light: bool = False
    """Whether the paragraph has letters that are not bold."""
    _heading: int = 0
    _in_table: bool = False
    _named: bool = False
    _cells: list[str] = field(default_factory=list)
    _rows: list[list[str]] = field(default_factory=list)

    def all(self, text: str) -> None:
        """Take in the whole file."""
        at = 0
        while (match := _TOKEN.match(text, at)) is not None:
            at = match.end()
            word, number, code, symbol, brace, plain = match.groups()
            if word == "bin":
                at += max(0, int(number or 0))
            elif word:
                self._word(word, None if number is None else int(number))
            elif code:
                self._raw(bytes.fromhex(code))
            elif symbol:
                self._symbol(symbol)
            elif brace:
                self._brace(brace)
            elif plain:
                self._raw(plain.encode("latin-1"))
        self._paragraph()
        self._table()
        self.blocks += [RawBlock("paragraph", note) for note in self._notes]

    def _brace(self, brace: str) -> None:
        self._flush()
        self._to_skip = 0
        if brace == "{":
            if len(self._outer) > _DEEPEST:
                raise UnreadableError("its groups are nested too deeply")
            self._outer.append(self._group)
            return
        inner, self._group = self._group, self._outer.pop() if self._outer else _Group("nowhere")
        if inner.place == "note" and self._group.place != "note":
            text = clean("".join(self._note))
            self._note.clear()
            if text:
                self._notes.append(text)

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._group = replace(self._group, place="nowhere")
        elif symbol in _SYMBOLS:
            self._say(_SYMBOLS[symbol])

    def _word(self, word: str, number: int | None) -> None:
        self._flush()
        action: Callable[[_Walk, int | None], None] | None = _ACTIONS.get(word)
        if word in _LEFT_OUT:
            self._group = replace(self._group, place="nowhere")
        elif word in _PLACES and self._group.place != "nowhere":
            self._group = replace(self._group, place=_PLACES[word])
        elif word in _SIGNS:
            self._say(_SIGNS[word])
        elif self._group.place == "fonts":
            self._fonts.word(word, number)
        elif self._group.place == "styles":
            self._styles.word(word, number)
        elif action is not None:
            action(self, number)

    def _raw(self, data: bytes) -> None:
        """Characters in the encoding of their font, but for those that only stand in for a Unicode character."""
        skipped = min(self._to_skip, len(data))
        self._to_skip -= skipped
        self._bytes += data[skipped:]

    def _flush(self) -> None:
        if self._bytes:
            text = bytes(self._bytes).decode(self._fonts.encoding(self._group.font), "replace")
            self._bytes.clear()
            self._say(text)

    def _say(self, text: str) -> None:
        place = self._group.place
        if place == "styles":
            self._styles.name(text)
        elif place == "title":
            self.title += text
        elif place in ("text", "note"):
            if self._group.hidden:
                self.hidden = True
                return
            (self._note if place == "note" else self._pieces).append(text)
            self._light = self._light or (not self._group.bold and any(char.isalnum() for char in text))

    def _unicode(self, number: int | None) -> None:
        if number is not None:
            self._say(chr(number % 0x10000))
        self._to_skip = self._group.skipped

    def _font(self, number: int | None) -> None:
        self._group = replace(self._group, font=number or 0)

    def _plain(self, _: int | None) -> None:
        self._group = replace(self._group, hidden=False, bold=False)

    def _default(self, _: int | None) -> None:
        self._heading, self._in_table = 0, False

    def _style(self, number: int | None) -> None:
        self._heading = self._styles.level(number or 0) or self._heading

    def _outline(self, number: int | None) -> None:
        self._heading = number + 1 if number is not None and number < 9 else 0

    def _cell(self, _: int | None) -> None:
        self._cells.append(self._text())

    def _row(self, _: int | None) -> None:
        self._rows.append(self._cells)
        self._cells, self._light = [], False

    def _end(self, _: int | None) -> None:
        if self._group.place == "note":
            self._note.append(" ")
        elif self._in_table:
            self._pieces.append(" ")
        else:
            self._table()
            self._paragraph()

    def _text(self) -> str:
        text = "".join(self._pieces).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        self._pieces.clear()
        return text

    def _paragraph(self) -> None:
        light, self._light = self._light, False
        for line in self._text().split("\n"):
            text = clean(line)
            if text:
                self.blocks.append(self._block(line.strip(), text, light))

    def _block(self, line: str, text: str, light: bool) -> RawBlock:
        if self._heading:
            return RawBlock("heading", text, level=self._heading)
        if bullet := BULLET.match(line):
            return RawBlock("item", clean(line[bullet.end() :]), level=1)
        if NUMBER.match(line):
            return RawBlock("item", text, level=1)
        if not light and may_be_heading(text) and not is_key_value(text):
            return RawBlock("heading", text, level=2 if self.blocks else 1)
        return RawBlock("paragraph", text)

    def _table(self) -> None:
        """Close the table that is open."""
        if self._rows:
            self.blocks += table_blocks(self._rows, header=True if self._named else None)
        self._rows, self._named = [], False

    def _names(self, _: int | None) -> None:
        self._named = self._named or not self._rows

    def _inside_table(self, _: int | None) -> None:
        self._in_table = True

    def _bold(self, number: int | None) -> None:
        self._group = replace(self._group, bold=number != 0)

    def _vanish(self, number: int | None) -> None:
        self._group = replace(self._group, hidden=number != 0)

    def _skips(self, number: int | None) -> None:
        self._group = replace(self._group, skipped=max(0, number or 0))

    def _code_page(self, number: int | None) -> None:
        self._fonts.code_page(number or 1252)


_PLACES = {"fonttbl": "fonts", "stylesheet": "styles", "footnote": "note", "info": "info", "title": "title"}
_ACTIONS: dict[str, Callable[[_Walk, int | None], None]] = {
    "u": _Walk._unicode,
    "uc": _Walk._skips,
    "f": _Walk._font,
    "b": _Walk._bold,
    "v": _Walk._vanish,
    "plain": _Walk._plain,
    "pard": _Walk._default,
    "s": _Walk._style,
    "outlinelevel": _Walk._outline,
    "intbl": _Walk._inside_table,
    "trhdr": _Walk._names,
    "cell": _Walk._cell,
    "row": _Walk._row,
    "par": _Walk._end,
    "sect": _Walk._end,
    "page": _Walk._end,
    "ansicpg": _Walk._code_page,
}
