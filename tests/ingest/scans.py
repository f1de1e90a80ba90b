"""Pictures of pages, and PDF files that hold them."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from tests.ingest.build import pdf

DOTS = 200
_NASKH = "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf"


def drawn(data: bytes, page: int = 1) -> Image.Image:
    """A page of a PDF file as a scanner would see it."""
    return pypdfium2.PdfDocument(data)[page - 1].render(scale=DOTS / 72, grayscale=True).to_pil().convert("L")


def arabic(lines: Sequence[str]) -> Image.Image:
    """A page with lines of Arabic."""
    image = Image.new("L", (1654, 900), 255)
    font = ImageFont.truetype(_NASKH, 42, layout_engine=ImageFont.Layout.RAQM)
    for number, line in enumerate(lines):
        ImageDraw.Draw(image).text((1540, 120 + 90 * number), line, font=font, fill=0, anchor="ra", direction="rtl")
    return image


def snow() -> Image.Image:
    """A page full of shapes that are no writing."""
    image, chance = Image.new("L", (1654, 2339), 255), random.Random(7)
    draw = ImageDraw.Draw(image)
    for _ in range(80):
        x, y, size = chance.randrange(1600), chance.randrange(2300), chance.randrange(40, 300)
        draw.ellipse((x, y, x + size, y + size), fill=chance.randrange(0, 255))
    return image


def blank() -> Image.Image:
    """An empty sheet with a little dust."""
    image, chance = Image.new("L", (1654, 2339), 250), random.Random(7)
    for _ in range(200):
        image.putpixel((chance.randrange(1654), chance.randrange(2339)), 90)
    return image


def pictured(*images: Image.Image) -> bytes:
    """A PDF file whose pages are pictures."""
    out = io.BytesIO()
    images[0].save(out, "PDF", save_all=True, append_images=images[1:], resolution=DOTS)
    return out.getvalue()


def saved(image: Image.Image, kind: str, *more: Image.Image, **how: object) -> bytes:
    """A picture as a file."""
    out = io.BytesIO()
    image.save(out, kind, **({"save_all": True, "append_images": more} if more else {}), **how)
    return out.getvalue()


def joined(*files: bytes) -> bytes:
    """Several PDF files as one."""
    from pypdf import PdfWriter

    writer = PdfWriter()
    for file in files:
        writer.append(io.BytesIO(file))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def lying(lines: Sequence[str]) -> bytes:
    """A PDF file that shows the lines, and says in its text layer that every letter is another."""
    shown = pdf([(50, 780 - 16 * number, 11, line) for number, line in enumerate(lines)])
    codes = "\n".join(f"<{code:02x}> <{_other(code):04x}>" for code in range(33, 123))
    map_ = f"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n90 beginbfchar\n{codes}\nendbfchar endcmap end"
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject, StreamObject

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(shown)))
    stream = StreamObject()
    stream.set_data(map_.encode())
    fonts = writer.pages[0]["/Resources"]["/Font"]
    fonts["/F1"].get_object()[NameObject("/ToUnicode")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _other(code: int) -> int:
    """Letters become signs, as in files whose fonts were cut down without noting what is left."""
    return code - 29 if code > 61 else code + 61
