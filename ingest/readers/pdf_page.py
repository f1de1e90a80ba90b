"""Takes the words, and the lines drawn around them, from one page of a PDF file."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from .bidi import RIGHT_TO_LEFT, Glyph

HYPHEN = "\u0002"
"""What a hyphen at the end of a line is turned into."""
_WORD = re.compile(r"[^\s\x00\x02\ufffe\ufffd]+[\x02\ufffe]?")
_UNMAPPED = re.compile("[\x00\ufffd\ue000-\uf8ff]")
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.I)
_PLAIN = re.compile(r"regular|book|roman|light|medium|normal", re.I)
_MOST_CHARACTERS, _MOST_OBJECTS, _MOST_POINTS = 200_000, 50_000, 20_000
_MANY_SHAPES = 500
_WORDY = 400
"""Characters: a page with more has a text layer whatever it shows."""
_THIN = 3.0
_DEPTH, _HEIGHT = 0.22, 0.8
"""How far letters reach below and above their line, as shares of the font size."""
Box = tuple[float, float, float, float]
"""Left, bottom, right and top."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without a space, and where it stands; y grows upwards."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    baseline: float
    size: float
    bold: bool
    glyphs: tuple[Glyph, ...] = ()
    """Its characters, on pages where reading order is in question."""
    whole: bool = False
    """Whether its characters are in reading order already, as text recognition gives them."""

    @property
    def middle(self) -> float:
        """Halfway up a small letter."""
        return self.baseline + 0.25 * self.size


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal or vertical line: `at` is its fixed coordinate."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    horizontal: tuple[Rule, ...]
    vertical: tuple[Rule, ...]
    pictured: float = 0.0
    """Share of it that pictures cover; not looked at on pages with much text."""
    unmapped: int = 0
    """Characters of which the file does not say what they mean."""
    turned: int = 0
    """Degrees clockwise by which it was turned to be read."""
    tilt: float = 0.0
    """How far the lines of a picture rose before they were made straight, as a share of their length."""


def read_page(page: pdfium.PdfPage, number: int) -> Page:
    """The words and rules of a page, turned upright."""
    width, height = page.get_size()
    x, y, *_ = page.get_cropbox()
    turn = Turn(page.get_rotation(), width, height, x, y)
    textpage = page.get_textpage()
    try:
        text = page_text(textpage)
        words = tuple(_words(textpage, turn, text))
        unmapped = len(_UNMAPPED.findall(text))
    finally:
        textpage.close()
    horizontal, vertical = _rules(page, turn)
    wordy = sum(len(word.text) for word in words) > _WORDY
    pictured = 0.0 if wordy else _pictured(page, width * height)
    return Page(number, width, height, words, tuple(horizontal), tuple(vertical), pictured, unmapped)


@dataclass(frozen=True, slots=True)
class Turn:
    """Maps the coordinates of a page to those of the upright page."""

    degrees: int
    width: float
    height: float
    x: float = 0.0
    y: float = 0.0

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A place on the upright page."""
        left, right, bottom, top = left - self.x, right - self.x, bottom - self.y, top - self.y
        if self.degrees == 90:
            return bottom, self.height - right, top, self.height - left
        if self.degrees == 180:
            return self.width - right, self.height - top, self.width - left, self.height - bottom
        if self.degrees == 270:
            return self.width - top, left, self.width - bottom, right
        return left, bottom, right, top


def page_text(textpage: pdfium.PdfTextPage) -> str:
    """The characters of a page, one for each of its index numbers."""
    count = min(textpage.count_chars(), _MOST_CHARACTERS)
    if count <= 0:
        return ""
    text: str = textpage.get_text_range(0, count)
    if len(text) == count:
        return text
    codes = (raw.FPDFText_GetUnicode(textpage, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)


def char_box(textpage: pdfium.PdfTextPage, index: int) -> Box:
    """Left, bottom, right and top of the space a character takes up in its line."""
    rect = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(textpage, index, rect)
    return rect.left, rect.bottom, rect.right, rect.top


def _words(textpage: pdfium.PdfTextPage, turn: Turn, text: str) -> Iterator[Word]:
    mixed = RIGHT_TO_LEFT.search(text) is not None
    for match in _WORD.finditer(text):
        first, end = match.span()
        style = _style(textpage, first)
        if mixed:
            space = end if end < len(text) and text[end].isspace() else None
            yield from _split(textpage, turn, match.group(), first, style, space)
            continue
        shown = match.group().replace("\ufffe", HYPHEN)
        last = end - 2 if shown.endswith(HYPHEN) and end - first > 1 else end - 1
        a, b = char_box(textpage, first), char_box(textpage, last)
        box = turn.box(min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
        yield _word(shown, box, _baseline(textpage, turn, first), style)


def _word(text: str, box: Box, baseline: float, style: tuple[float, bool], glyphs: Sequence[Glyph] = ()) -> Word:
    """A word of the full height of its line; some fonts give only the height of the ink."""
    size, bold = style
    bottom, top = min(box[1], baseline - _DEPTH * size), max(box[3], baseline + _HEIGHT * size)
    return Word(text, box[0], bottom, box[2], top, baseline, size, bold, tuple(glyphs))


def _split(
    textpage: pdfium.PdfTextPage, turn: Turn, text: str, first: int, style: tuple[float, bool], space: int | None
) -> Iterator[Word]:
    """A word with its glyphs; parts that stand apart become words of their own, since the file's order may be mixed."""
    parts: list[list[tuple[Glyph, Box]]] = []
    for index, char in enumerate(text, first):
        is_mark = RIGHT_TO_LEFT.match(char) is not None and not char.isalpha()
        box = turn.box(*(_tight_box if is_mark else char_box)(textpage, index))
        entry = Glyph("-" if char in "\x02\ufffe" else char, box[0], box[2], index, first), box
        if parts and _touches(parts[-1][-1][1], box, style[0]):
            parts[-1].append(entry)
        else:
            parts.append([entry])
    for part in parts:
        glyphs = [glyph for glyph, _ in part]
        boxes = [box for _, box in part]
        around = min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
        leading = next((glyph for glyph in glyphs if glyph.char.isalnum()), glyphs[0])
        if part is parts[-1] and space is not None:
            glyphs += _space(textpage, turn, space, style[0])
        shown = "".join(glyph.char for glyph, _ in part)
        yield _word(shown, around, _baseline(textpage, turn, leading.order), style, glyphs)


def _space(textpage: pdfium.PdfTextPage, turn: Turn, index: int, size: float) -> list[Glyph]:
    """The space behind a word, where the file has one that takes up room."""
    left, _, right, _ = turn.box(*char_box(textpage, index))
    return [Glyph(" ", left, right, index, index)] if right - left > 0.05 * size else []


def _touches(near: Box, box: Box, size: float) -> bool:
    reach = size * 2
    return box[0] - near[2] < reach and near[0] - box[2] < reach and abs(box[1] - near[1]) < size


def _baseline(textpage: pdfium.PdfTextPage, turn: Turn, index: int) -> float:
    """The height of the line a character is written on."""
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(textpage, index, x, y)
    return turn.box(x.value, y.value, x.value, y.value)[1]


def _tight_box(textpage: pdfium.PdfTextPage, index: int) -> Box:
    """Where the ink of a mark is: marks take up no space of their own."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
    loose = char_box(textpage, index)
    return left.value, loose[1], right.value, loose[3]


def _style(textpage: pdfium.PdfTextPage, index: int) -> tuple[float, bool]:
    """Font size as it is printed, and whether the font is bold."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(textpage, index, matrix)
    scale = max(abs(matrix.d), abs(matrix.b)) or 1.0
    size = raw.FPDFText_GetFontSize(textpage, index) * scale
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    length = raw.FPDFText_GetFontInfo(textpage, index, name, 128, flags)
    called = name.value.decode("utf-8", "replace") if length else ""
    if _BOLD.search(called):
        return size, True
    plain = _PLAIN.search(called) is not None  # said by the name: weights of Arabic fonts are guessed, and too high
    return size, not plain and raw.FPDFText_GetFontWeight(textpage, index) >= 600


def _rules(page: pdfium.PdfPage, turn: Turn) -> tuple[list[Rule], list[Rule]]:
    horizontal: list[Rule] = []
    vertical: list[Rule] = []
    points = 0
    for index in range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        item = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
            continue
        points += max(0, raw.FPDFPath_CountSegments(item))
        if points > _MOST_POINTS:
            break
        for x0, y0, x1, y1 in _strokes(item):
            left, bottom, right, top = turn.box(x0, y0, x1, y1)
            if top - bottom <= _THIN < right - left:
                horizontal.append(Rule((bottom + top) / 2, left, right))
            elif right - left <= _THIN < top - bottom:
                vertical.append(Rule((left + right) / 2, bottom, top))
    return horizontal, vertical


def _pictured(page: pdfium.PdfPage, area: float) -> float:
    """The share of a page that is covered by pictures, or by shapes so many that they may be drawn letters."""
    covered, shapes = 0.0, 0
    for item in islice(page.get_objects(max_depth=3), _MOST_OBJECTS):
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = (item.container or item).get_bounds()
            covered += max(0.0, right - left) * max(0.0, top - bottom)
        shapes += item.type == raw.FPDF_PAGEOBJ_PATH
    return 1.0 if shapes > _MANY_SHAPES else min(1.0, covered / max(area, 1.0))


def _strokes(item: raw.FPDF_PAGEOBJECT) -> Iterator[Box]:
    """The straight pieces of a path as thin boxes; a box that is thin itself is one piece."""
    bounds = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(item, *bounds):
        return
    left, bottom, right, top = (value.value for value in bounds)
    if right - left <= _THIN or top - bottom <= _THIN:
        yield left, bottom, right, top
        return
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    start = before = None
    for index in range(raw.FPDFPath_CountSegments(item)):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == raw.FPDF_SEGMENT_LINETO and before is not None:
            yield _box(before, point)
        before = point
        if raw.FPDFPathSegment_GetClose(segment) and start is not None:
            yield _box(point, start)


def _box(a: tuple[float, float], b: tuple[float, float]) -> Box:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])
