"""Shows a page of a PDF file or of a scanned picture, with the words of a quote marked."""

from __future__ import annotations

import base64
import hashlib
import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import UnreadableError
from .isolation import Limits, run_isolated
from .tesseract import find_tesseract

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL import Image

    from .readers.pdf_page import Page

SHOWN = frozenset({"pdf", "png", "jpeg", "tiff"})
"""The formats of documents whose pages can be shown."""
Box = tuple[float, float, float, float]
_SCALE = 2.0
"""Pixels per point: twice the size on screen, so that small print stays legible."""
_MOST_PIXELS = 25_000_000
_POINTS = 72
_YELLOW = (255, 236, 120)
_LIMITS = Limits(seconds=60.0, answer=100 << 20)
"""A page that is a picture goes through text recognition again, so that its words can be marked."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as PNG; `boxes` are the marked places as left, top, right, bottom in pixels."""

    png: bytes
    width: int
    height: int
    boxes: tuple[Box, ...]
    sha256: str = ""
    """Of the bytes of the document that was drawn."""


def picture(path: Path, page: int, quote: str, *, member: str | None = None, scale: float = _SCALE) -> PagePicture:
    """The picture of a page, drawn in a child process.

    Args:
        path: A PDF file or a picture.
        page: Its page, counted from 1.
        quote: The words to mark; none are marked where the page does not hold them.
        member: The path of a document inside the file that is meant instead.
        scale: Pixels per point.

    Raises:
        UnreadableError: the file or the page cannot be shown.
    """
    tesseract = find_tesseract()
    name = member or path.name
    payload: dict[str, Any] = {"page": page, "quote": quote, "scale": scale, "member": member, "file": path.name}
    payload |= tesseract.as_json() if tesseract else {}
    answer = run_isolated("ingest.page_picture:draw", payload, path=path, name=name, limits=_LIMITS)
    try:
        boxes = tuple((float(a), float(b), float(c), float(d)) for a, b, c, d in answer["boxes"])
        return PagePicture(
            base64.b64decode(answer["png"]), int(answer["width"]), int(answer["height"]), boxes, answer["sha256"]
        )
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableError(f"{name} could not be shown: the page could not be drawn.") from error


def draw(data: bytes, payload: dict[str, Any]) -> dict[str, Any]:
    """The work of the child process."""
    from .errands import meant
    from .readers import suffix

    name = str(payload["name"])
    data = meant(data, payload)
    shown = _pdf_page if suffix(name) == ".pdf" else _picture_page
    try:
        image, boxes = shown(data, payload)
    except UnreadableError as error:
        raise UnreadableError(f"{name} could not be shown: {error}.") from error
    png = io.BytesIO()
    _marked(image, boxes).save(png, "PNG")
    return {
        "png": base64.b64encode(png.getvalue()).decode("ascii"),
        "width": image.width,
        "height": image.height,
        "boxes": boxes,
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def _pdf_page(data: bytes, payload: dict[str, Any]) -> tuple[Image.Image, list[Box]]:
    from .readers.pdf import open_pdf, recognise_drawn
    from .readers.pdf_page import read_page
    from .readers.seeing import Eye
    from .readers.text_layer import lack, settled

    document, number = open_pdf(data), int(payload["page"])
    if not 1 <= number <= len(document):
        raise UnreadableError(f"it has no page {number}")
    drawn = document[number - 1]
    width, height = drawn.get_size()
    scale = min(float(payload["scale"]), (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    image = drawn.render(scale=scale).to_pil().convert("RGB")
    page = read_page(drawn, number)
    if lack(page) and "program" in payload:
        page = settled(page, recognise_drawn(drawn, Eye(payload["program"], tuple(payload["languages"]))))
    return image, _pixels(page, str(payload["quote"]), image)


def _picture_page(data: bytes, payload: dict[str, Any]) -> tuple[Image.Image, list[Box]]:
    from .readers.images import page_image, recognise_page
    from .readers.seeing import Eye

    number = int(payload["page"])
    image, dots = page_image(data, number)
    boxes: list[Box] = []
    scale = min(1.0, float(payload["scale"]) * _POINTS / dots, (_MOST_PIXELS / (image.width * image.height)) ** 0.5)
    image = image.convert("RGB").resize((max(1, round(image.width * scale)), max(1, round(image.height * scale))))
    if "program" in payload:
        seen = recognise_page(data, number, Eye(payload["program"], tuple(payload["languages"])))
        boxes = _pixels(seen.as_page(number), str(payload["quote"]), image)
    return image, boxes


def _marked(image: Image.Image, boxes: Sequence[Box]) -> Image.Image:
    from PIL import Image as Pictures
    from PIL import ImageChops, ImageDraw

    layer = Pictures.new("RGB", image.size, "white")
    for box in boxes:
        ImageDraw.Draw(layer).rounded_rectangle(box, radius=4, fill=_YELLOW)
    return ImageChops.multiply(image, layer)


def _pixels(page: Page, quote: str, image: Image.Image) -> list[Box]:
    """The places of a quote in pixels, counted from the top left."""
    from .readers.pdf_find import find
    from .readers.recognised import as_shown, shown_size

    width, height = shown_size(page)
    across, down = image.width / width, image.height / height
    return [
        (left * across, (height - top) * down, right * across, (height - bottom) * down)
        for left, bottom, right, top in (as_shown(page, box) for box in find(page, quote))
    ]
