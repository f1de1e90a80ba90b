"""Shows a page of a PDF file as a picture, with the words of a quote marked."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import UnreadableError
from .isolation import Limits, run_isolated

if TYPE_CHECKING:
    from .readers.pdf_page import Page

Box = tuple[float, float, float, float]
_SCALE = 2.0
"""Pixels per point: twice the size on screen, so that small print stays legible."""
_MOST_PIXELS = 25_000_000
_YELLOW = (255, 236, 120)
_LIMITS = Limits(seconds=20.0, answer=100 << 20)


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as PNG; `boxes` are the marked places as left, top, right, bottom in pixels."""

    png: bytes
    width: int
    height: int
    boxes: tuple[Box, ...]


def picture(path: Path, page: int, quote: str, *, scale: float = _SCALE) -> PagePicture:
    """The picture of a page, drawn in a child process.

    Args:
        path: A PDF file.
        page: Its page, counted from 1.
        quote: The words to mark; none are marked where the page does not hold them.
        scale: Pixels per point.

    Raises:
        UnreadableError: the file or the page cannot be shown.
    """
    payload = {"name": path.name, "page": page, "quote": quote, "scale": scale}
    answer = run_isolated("ingest.page_picture:draw", payload, path=path, name=path.name, limits=_LIMITS)
    try:
        boxes = tuple((float(a), float(b), float(c), float(d)) for a, b, c, d in answer["boxes"])
        return PagePicture(base64.b64decode(answer["png"]), int(answer["width"]), int(answer["height"]), boxes)
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableError(f"{path.name} could not be shown: the page could not be drawn.") from error


def draw(data: bytes, payload: dict[str, Any]) -> dict[str, Any]:
    """The work of the child process."""
    from .readers.pdf import open_pdf

    name, number = str(payload["name"]), int(payload["page"])
    try:
        document = open_pdf(data)
    except UnreadableError as error:
        raise UnreadableError(f"{name} could not be shown: {error}.") from error
    if not 1 <= number <= len(document):
        raise UnreadableError(f"{name} could not be shown: it has no page {number}.")
    return _drawn(document[number - 1], number, str(payload["quote"]), float(payload["scale"]))


def _drawn(page: Any, number: int, quote: str, scale: float) -> dict[str, Any]:
    from PIL import Image, ImageChops, ImageDraw

    from .readers.pdf_page import read_page

    width, height = page.get_size()
    scale = min(scale, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    image = page.render(scale=scale).to_pil().convert("RGB")
    layer = Image.new("RGB", image.size, "white")
    boxes = _pixels(read_page(page, number), quote, image.width / width, image.height / height)
    for box in boxes:
        ImageDraw.Draw(layer).rounded_rectangle(box, radius=2 * scale, fill=_YELLOW)
    png = io.BytesIO()
    ImageChops.multiply(image, layer).save(png, "PNG")
    return {
        "png": base64.b64encode(png.getvalue()).decode("ascii"),
        "width": image.width,
        "height": image.height,
        "boxes": boxes,
    }


def _pixels(page: Page, quote: str, across: float, down: float) -> list[Box]:
    """The places of a quote in pixels, counted from the top left."""
    from .readers.pdf_find import find

    return [
        (left * across, (page.height - top) * down, right * across, (page.height - bottom) * down)
        for left, bottom, right, top in find(page, quote)
    ]
