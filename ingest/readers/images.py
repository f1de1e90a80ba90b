"""Reads pictures (.png, .jpg, .tif) as documents: photographed or scanned pages."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ingest.errors import RefusedError, UnreadableError

from .pdf_layout import laid_out
from .raw import RawDocument
from .recognised import DOTS, MOST_PIXELS, Recognised, recognise
from .seeing import Eye

if TYPE_CHECKING:
    from PIL import Image

_FORMATS = ("PNG", "JPEG", "TIFF")
_MOST_PIXELS = 100_000_000
_MOST_PAGES = 500
_LEGIBLE = 150
"""Pixels per inch: a picture with at least so many is not made larger."""
_FEWEST_DOTS, _MOST_DOTS = 72, 1200
_PAPER = 8.27
"""Inches: a picture that does not say how large it is, is taken for a sheet of A4."""


def read(data: bytes, recognised: Mapping[int, Recognised | None] | None = None) -> RawDocument:
    """The blocks of a picture; `scanned` names the pages that wait for text recognition, at first all.

    Args:
        data: The file.
        recognised: What text recognition saw, by page; None for a page where it failed. Without it, it is still to come.

    Raises:
        UnreadableError: it is not such a picture.
        RefusedError: it has too many pixels or pages.
    """
    image = _opened(data)
    count = int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1  # a photo may hold its preview, too
    if count > _MOST_PAGES:
        raise RefusedError(f"it has more than {_MOST_PAGES} pages; split it")
    kind = "jpeg" if image.format == "MPO" else str(image.format).lower()
    if recognised is None:
        return RawDocument(kind, (), count, scanned=tuple(range(1, count + 1)))
    pages = [found.as_page(number) for number, found in sorted(recognised.items()) if found is not None]
    return RawDocument(kind, laid_out(pages), count)


def recognise_page(data: bytes, number: int, eye: Eye) -> Recognised:
    """What text recognition sees on a page of a picture; pages are counted from 1.

    Raises:
        UnreadableError: the page is damaged.
        OSError, subprocess.SubprocessError: Tesseract cannot be started or fails.
    """
    image, dots = page_image(data, number)
    wanted = dots if _LEGIBLE <= dots <= DOTS else DOTS
    scale = min(wanted / dots, (MOST_PIXELS / (image.width * image.height)) ** 0.5)
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    if size != image.size:
        image = image.resize(size)
    return recognise(image.convert("L"), dots * scale, eye)


def page_image(data: bytes, number: int) -> tuple[Image.Image, float]:
    """One page, upright by what the camera noted and on white, with its pixels per inch.

    Raises:
        UnreadableError: there is no such page, or it is damaged.
        RefusedError: it has too many pixels.
    """
    from PIL import Image, ImageOps

    image = _opened(data)
    try:
        image.seek(number - 1)
        _check_size(image)
        upright = ImageOps.exif_transpose(image)
        dots = _dots(image, upright.width)
        shown = upright.convert("RGBA") if "transparency" in upright.info or upright.mode in ("LA", "PA") else upright
        if shown.mode == "RGBA":
            shown = Image.alpha_composite(Image.new("RGBA", shown.size, "white"), shown)
        return shown.convert("L" if shown.mode in ("1", "L", "I;16", "I", "F") else "RGB"), dots
    except EOFError as error:
        raise UnreadableError(f"it has no page {number}") from error
    except (OSError, ValueError, SyntaxError, TypeError, ZeroDivisionError) as error:
        raise UnreadableError("it is a damaged picture; save it again") from error


def _opened(data: bytes) -> Image.Image:
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # looked at below, with a message of our own
    try:
        image = Image.open(io.BytesIO(data), formats=_FORMATS)
    except (OSError, ValueError, SyntaxError, TypeError) as error:
        raise UnreadableError("it is a damaged picture or one of another kind; save it again") from error
    _check_size(image)
    return image


def _check_size(image: Image.Image) -> None:
    if image.width * image.height > _MOST_PIXELS:
        raise RefusedError(f"it has more than {_MOST_PIXELS // 1_000_000} million pixels; save it smaller")


def _dots(image: Image.Image, width: int) -> float:
    """Pixels per inch, as the picture says if that is sensible, else as if it were a sheet of paper."""
    said = image.info.get("dpi", (0, 0))[0]
    dots = float(said or 0)
    return dots if _FEWEST_DOTS < dots <= _MOST_DOTS else max(width / _PAPER, float(_FEWEST_DOTS))
