"""Reads PDF files: by their text layer, and page by page by text recognition where there is none that can be used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pypdfium2 as pdfium

from ingest.errors import RefusedError, UnreadableError

from .clean import clean
from .pdf_layout import laid_out
from .pdf_outline import outline_of, with_outline
from .pdf_page import Page, read_page
from .raw import RawDocument
from .recognised import DOTS, MOST_PIXELS, Recognised, recognise
from .seeing import Eye
from .text_layer import lack, settled

_MOST_PAGES = 2_000


def read(data: bytes, recognised: Mapping[int, Recognised | None] | None = None) -> RawDocument:
    """The blocks of a PDF file; `scanned` names the pages that wait for text recognition.

    Args:
        data: The file.
        recognised: What text recognition saw, by page; None for a page where it failed. Without it, it is still to come.

    Raises:
        UnreadableError: it is damaged or protected with a password.
        RefusedError: it has too many pages.
    """
    document = open_pdf(data)
    if len(document) > _MOST_PAGES:
        raise RefusedError(f"it has more than {_MOST_PAGES:,} pages; split it")
    pages = list(_pages(document))
    lacking = {page.number for page in pages if lack(page)}
    if lacking and recognised is None:
        return RawDocument("pdf", (), len(document), scanned=tuple(sorted(lacking)))
    found = recognised or {}
    pages = [settled(page, found.get(page.number)) if page.number in lacking else page for page in pages]
    title = clean(document.get_metadata_dict().get("Title", ""))
    blocks = with_outline(laid_out(pages), outline_of(document))
    return RawDocument("pdf", blocks, len(document), title or None)


def open_pdf(data: bytes) -> pdfium.PdfDocument:
    """Open a PDF file; one that only restricts printing opens with the empty password.

    Raises:
        UnreadableError: it cannot be opened.
    """
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableError("it is protected with a password; save a copy without one") from error
        raise UnreadableError("it is a damaged PDF; export it again") from error


def _pages(document: pdfium.PdfDocument) -> Iterator[Page]:
    for index in range(len(document)):
        try:
            page = document[index]
        except pdfium.PdfiumError:
            continue
        yield read_page(page, index + 1)
        page.close()


def recognise_page(data: bytes, number: int, eye: Eye) -> Recognised:
    """What text recognition sees on a page of a PDF file; pages are counted from 1.

    Raises:
        UnreadableError: it cannot be opened.
        OSError, subprocess.SubprocessError: Tesseract cannot be started or fails.
    """
    return recognise_drawn(open_pdf(data)[number - 1], eye)


def recognise_drawn(page: pdfium.PdfPage, eye: Eye) -> Recognised:
    """The same for a page that is open."""
    inches = page.get_width() * page.get_height() / 72**2
    dots = min(float(DOTS), (MOST_PIXELS / max(inches, 0.01)) ** 0.5)
    image = page.render(scale=dots / 72, grayscale=True, draw_annots=True).to_pil().convert("L")
    return recognise(image, dots, eye)
