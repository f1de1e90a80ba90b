"""The page of a PDF file as a picture with the quote marked."""

import io
from pathlib import Path

import pytest
from PIL import Image

from ingest.errors import UnreadableError
from ingest.page_picture import picture
from tests.ingest.build import pdf, prose

SAMPLES = Path(__file__).parents[2] / "ingest" / "samples" / "documents"
LINES = [
    "The first line of the page is about nothing much and is not quot-",
    "ed anywhere. The second sentence is.",
    "The third one is not.",
]


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(prose(50, 700, LINES)))
    return path


def test_the_words_of_the_quote_and_only_they_are_marked(page):
    shown = picture(page, 1, "The second sentence is.", scale=1)

    ((left, top, right, bottom),) = shown.boxes
    image = Image.open(io.BytesIO(shown.png)).convert("RGB")
    assert (shown.width, shown.height) == image.size == (595, 842)
    assert 110 < left < 125
    assert 200 < right < 240
    assert 842 - 700 < top < bottom < 842 - 680
    assert image.getpixel((int(left) + 1, int(top) + 3))[2] < 200
    assert image.getpixel((60, int(top) + 40)) == (255, 255, 255)


def test_a_quote_over_a_line_break_is_marked_on_both_lines(page):
    assert len(picture(page, 1, "is not quoted anywhere").boxes) == 2


def test_a_quote_in_another_case_with_other_quotation_marks_is_found(page):
    assert len(picture(page, 1, "«the THIRD one»").boxes) == 1


def test_a_quote_that_is_not_there_marks_nothing(page):
    assert picture(page, 1, "Completely different matters altogether").boxes == ()
    assert picture(page, 1, " ").boxes == ()


def test_an_arabic_quote_is_found_although_the_file_keeps_its_words_in_another_order():
    (path,) = (SAMPLES / "2025").glob("*NACR.pdf")

    shown = picture(
        path, 1, "رابطة الصمود (Resilience-Link، واختصاره RES-L) ضمن برنامج إدارة مخاطر الكوارث (DRM-Reach)"
    )

    assert 2 <= len(shown.boxes) <= 3


def test_a_table_row_is_found():
    path = SAMPLES / "2022" / "MoU-HDMA-summary-2022.pdf"

    assert len(picture(path, 1, "HDMA | Provide free lodging for participants | Every course").boxes) == 3


def test_a_huge_page_is_drawn_smaller(tmp_path):
    path = tmp_path / "huge.pdf"
    path.write_bytes(pdf(prose(50, 700, LINES)).replace(b"[0 0 595 842]", b"[0 0 9000 9000]"))

    shown = picture(path, 1, "nothing", scale=4)

    assert shown.width * shown.height <= 25_100_000


@pytest.mark.parametrize(("number", "reason"), [(0, "it has no page 0"), (2, "it has no page 2")])
def test_a_page_that_is_not_there_is_one_sentence(page, number, reason):
    with pytest.raises(UnreadableError, match=rf"^a\.pdf could not be shown: {reason}\.$"):
        picture(page, number, "x")


def test_a_broken_file_is_one_sentence(tmp_path):
    path = tmp_path / "b.pdf"
    path.write_bytes(b"%PDF-1.4 broken")

    with pytest.raises(UnreadableError, match=r"^b\.pdf could not be shown: it is a damaged PDF"):
        picture(path, 1, "x")
