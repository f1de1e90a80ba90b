"""Small real files for the tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence

Print = tuple[float, float, float, str]
"""Where a run of text stands (x, y from the bottom), its size, and its words; a leading `*` makes it bold."""

Mark = tuple[str, int, dict[str, int]]
"""A bookmark: its words, its page from 1, and the numbers of the marks that are its `First` and its `Next`, from 0."""


def pdf(
    *pages: Sequence[Print],
    rules: Sequence[tuple[float, float, float, float]] = (),
    outline: Sequence[Mark] = (),
) -> bytes:
    """A PDF file with text at given places; `rules` are lines drawn on every page."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _font("Helvetica"), _font("Helvetica-Bold")]
    kids = []
    for page in pages:
        content = "\n".join(_shown(*entry) for entry in page) + "\n" + "\n".join(_drawn(*rule) for rule in rules)
        body = content.encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % (len(objects),)
        )
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    if outline:
        first = len(objects) + 2
        objects[0] = b"<< /Type /Catalog /Pages 2 0 R /Outlines %d 0 R >>" % (first - 1)
        objects.append(b"<< /Type /Outlines /First %d 0 R /Last %d 0 R >>" % (first, first))
        objects += [_mark(mark, kids, first) for mark in outline]
    return _file(objects)


def _mark(mark: Mark, kids: Sequence[int], first: int) -> bytes:
    title, page, links = mark
    told = b" ".join(b"/%s %d 0 R" % (name.encode(), first + number) for name, number in links.items())
    return b"<< /Title (%s) /Dest [%d 0 R /Fit] %s >>" % (title.encode("cp1252"), kids[page - 1], told)


def _font(name: str) -> bytes:
    return b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>" % name.encode()


def _shown(x: float, y: float, size: float, text: str) -> str:
    bold, words = text.startswith("*"), text.lstrip("*")
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{'F2' if bold else 'F1'} {size} Tf {x} {y} Td ({escaped}) Tj ET"


def _drawn(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"0.5 w {x0} {y0} m {x1} {y1} l S"


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def prose(x: float, y: float, lines: Sequence[str], *, size: float = 11, leading: float = 14) -> list[Print]:
    """Lines of running text, one below the other."""
    return [(x, y - index * leading, size, line) for index, line in enumerate(lines)]


def locked(data: bytes, password: str) -> bytes:
    """A PDF file behind a password."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def docx(write: Callable[..., None]) -> bytes:
    """A Word file, written by a function that gets the empty document."""
    import docx as library

    document = library.Document()
    write(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def replaced_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """An office file with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            content = old.read(entry)
            new.writestr(entry, change(content) if entry == name else content)
    return out.getvalue()
