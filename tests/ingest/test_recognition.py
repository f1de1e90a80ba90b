"""Scanned pages are read by text recognition, one by one, and what stays unread is named."""

import json
import re
import shutil
import struct
import unicodedata
import zlib
from pathlib import Path

import pytest
from PIL import Image

from ingest import SAMPLES, IngestSettings, run_ingest
from ingest.discover import discover
from ingest.errors import RefusedError, UnreadableError
from ingest.isolation import Limits, run_isolated
from ingest.members import with_members
from ingest.page_picture import picture
from ingest.readers import assemble
from ingest.readers.images import page_image
from ingest.recognition import read_whole, why_partly
from ingest.tesseract import Tesseract, find_tesseract
from ingest.told import Told
from tests.fakes import HashEmbedder
from tests.ingest.build import pdf, prose
from tests.ingest.scans import arabic, blank, drawn, joined, lying, pictured, saved, snow
from vectorstore import Index

needs_tesseract = pytest.mark.skipif(find_tesseract() is None, reason="tesseract is not installed")
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
FIRST = prose(
    60,
    760,
    [
        "The steering committee met on 14 March 2025 at the invitation of the Ministry of Water.",
        "It was attended by 27 members, and it was chaired by the head of the planning office.",
    ],
)
SCANNED = [
    (60, 760, 16, "Report of the second mission"),
    *prose(
        60,
        720,
        [
            "The mission visited the harbour of Port Selan and found that the new quay will be",
            "ready by 30 June 2026. The works cost USD 48,500 in all, and were paid in two parts.",
        ],
    ),
]
HIDDEN = [
    "The agreement between the two offices was signed on 3 May 2024 and is in force for five years",
    "from that day. It covers the training of staff and the exchange of data on the use of water, and",
    "it may be ended by either of the two with a notice of six months that is sent in writing.",
]
ARABIC = [
    "محضر الاجتماع الثالث للجنة المشتركة",
    "عقد مركز الإحصاء والتدريب اجتماعه الثالث في مدينة صبرانة يوم 12 مارس 2025.",
]


def read(data, name="a.pdf", folder=None, **how):
    (folder / name).write_bytes(data)
    return read_whole(folder / name, name, **how).raw


def on_page(raw, number):
    return " ".join(block.text for block in raw.blocks if block.page == number)


@pytest.fixture(scope="session")
def scan():
    return drawn(pdf(SCANNED))


@pytest.fixture(scope="session")
def mixed(tmp_path_factory, scan):
    """Written, scanned, on its side, blank, no writing, a text layer that lies, and Arabic."""
    stamped = pdf([(60, 800, 9, "Received 4 April")])
    pages = pictured(scan, scan.rotate(90, expand=True), blank(), snow())
    data = joined(pdf(FIRST), pages, lying(HIDDEN), pictured(arabic(ARABIC)), stamped)
    return read(data, folder=tmp_path_factory.mktemp("mixed"))


@needs_tesseract
def test_pages_with_and_without_text_make_one_document_in_order(mixed):
    assert mixed.pages == 8
    assert "attended by 27 members" in on_page(mixed, 1)
    assert on_page(mixed, 2) == (
        "Report of the second mission The mission visited the harbour of Port Selan and found that the new quay will be "
        "ready by 30 June 2026. The works cost USD 48,500 in all, and were paid in two parts."
    )
    assert [block.kind for block in mixed.blocks if block.page == 2][:2] == ["heading", "paragraph"]


@needs_tesseract
def test_a_page_that_lies_on_its_side_is_turned(mixed):
    assert on_page(mixed, 3) == on_page(mixed, 2)


@needs_tesseract
def test_a_blank_page_is_nothing_to_report_and_a_page_without_a_legible_word_is(mixed):
    assert [(page.page, page.reason) for page in mixed.unread] == [(5, "no words could be recognised on it")]
    assert (
        why_partly(Told("a.pdf", mixed)) == "Not all of it could be read: page 5: no words could be recognised on it."
    )


@needs_tesseract
def test_a_text_layer_that_lies_is_not_believed(mixed):
    assert on_page(mixed, 6) == " ".join(HIDDEN)


@needs_tesseract
def test_arabic_is_recognised_in_reading_order_with_its_numbers(mixed):
    assert ARABIC[0] in on_page(mixed, 7)
    assert re.search(f"{ARABIC[1][:-5]}(2025|\\[…\\])", on_page(mixed, 7))


def test_a_short_text_on_an_empty_page_needs_no_recognition(mixed):
    assert on_page(mixed, 8) == "Received 4 April"


@needs_tesseract
def test_the_words_of_a_quote_are_marked_on_a_scan_that_leans_or_lies_on_its_side(tmp_path, scan):
    leaning = scan.crop((0, 0, scan.width, 800)).rotate(1.5, fillcolor=255)
    (tmp_path / "a.pdf").write_bytes(pictured(leaning, leaning.rotate(90, expand=True)))

    upright = picture(tmp_path / "a.pdf", 1, "The works cost USD 48,500 in all", scale=1)
    turned = picture(tmp_path / "a.pdf", 2, "The works cost USD 48,500 in all", scale=1)

    ((left, top, right, bottom),) = upright.boxes
    assert 120 < left < 215
    assert right - left > 120
    assert 842 - 735 < top < bottom < 842 - 690
    ((on_left, on_top, on_right, on_bottom),) = turned.boxes
    assert turned.height > turned.width
    assert on_left == pytest.approx(top, abs=4)
    assert on_right == pytest.approx(bottom, abs=4)
    assert turned.height - on_top == pytest.approx(right, abs=4)
    assert turned.height - on_bottom == pytest.approx(left, abs=4)


@needs_tesseract
def test_pictures_are_documents_with_the_pages_they_have(tmp_path, scan):
    top = scan.crop((0, 0, scan.width, 600))

    photo = read(saved(top.rotate(90, expand=True), "JPEG", exif=_sideways()), "photo.jpg", tmp_path)
    fax = read(saved(blank().convert("1"), "TIFF", top.convert("1")), "fax.tif", tmp_path)

    assert "ready by 30 June 2026. The works cost USD 48,500 in all" in on_page(photo, 1)
    assert "ready by 30 June 2026. The works cost USD 48,500 in all" in on_page(fax, 2)
    assert (photo.pages, fax.pages) == (1, 2)
    assert len(picture(tmp_path / "fax.tif", 2, "The works cost USD 48,500 in all").boxes) == 1


@pytest.mark.parametrize("mode", ["1", "L", "RGBA", "P", "LA", "I;16", "CMYK"])
def test_pictures_of_every_kind_are_shown_on_white(mode):
    image = Image.new("RGBA", (40, 30), (0, 0, 0, 0)) if mode in ("RGBA", "LA") else Image.new("L", (40, 30), 255)
    data = saved(image.convert(mode), "TIFF")

    shown, _ = page_image(data, 1)

    assert shown.convert("L").getpixel((5, 5)) == 255


def _sideways():
    exif = Image.Exif()
    exif[0x0112] = 6  # turn clockwise to show
    return exif


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked(tmp_path):
    bomb = saved(Image.new("1", (8, 8)), "PNG").replace(struct.pack(">II", 8, 8), struct.pack(">II", 60_000, 60_000))
    bomb = bomb[:29] + struct.pack(">I", zlib.crc32(bomb[12:29])) + bomb[33:]

    with pytest.raises(RefusedError, match=r"bomb\.png could not be read: it has more than 100 million pixels"):
        read(bomb, "bomb.png", tmp_path)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\nbroken", b"GIF89a not wanted", b"MZ program"])
def test_what_is_no_picture_is_one_sentence(tmp_path, data):
    with pytest.raises(
        UnreadableError, match=r"^a\.png could not be read: it is a damaged picture or one of another kind"
    ):
        read(data, "a.png", tmp_path)


def test_without_tesseract_a_scan_says_what_to_install(tmp_path, scan):
    with pytest.raises(UnreadableError) as caught:
        read(pictured(scan), "letter.pdf", tmp_path, find=lambda: None)

    assert str(caught.value) == (
        "letter.pdf could not be read: it is a scan; install Tesseract with English, French and Arabic "
        "(apt install tesseract-ocr tesseract-ocr-fra tesseract-ocr-ara), then ingest again."
    )


def test_without_tesseract_the_written_pages_are_read_and_the_others_named(tmp_path, scan):
    raw = read(joined(pdf(FIRST), pictured(scan), lying(HIDDEN)), folder=tmp_path, find=lambda: None)

    assert "attended by 27 members" in on_page(raw, 1)
    assert {block.page for block in raw.blocks} == {1}
    assert [page.page for page in raw.unread] == [2, 3]


def test_a_page_on_which_tesseract_fails_is_named(tmp_path, scan):
    broken = Tesseract("/bin/false", ("eng",))

    raw = read(joined(pdf(FIRST), pictured(scan)), folder=tmp_path, find=lambda: broken)

    assert [(page.page, page.reason) for page in raw.unread] == [(2, "text recognition failed on it")]
    assert "without the languages fra, ara" in raw.notes[0]


def test_the_child_that_recognises_may_start_tesseract_alone(tmp_path):
    (tmp_path / "a.txt").write_text("x")

    with pytest.raises(UnreadableError, match="PermissionError"):
        _start(tmp_path / "a.txt", "/bin/true", allowed="/bin/echo")

    assert _start(tmp_path / "a.txt", "/bin/true", allowed="/bin/true") == 0


def _start(path, program, *, allowed):
    payload = {"program": allowed, "start": program}
    return run_isolated("tests.ingest.hostile:start", payload, path=path, name="a.txt", limits=Limits(seconds=10))


@needs_tesseract
def test_a_file_that_waited_for_tesseract_is_read_once_it_is_there(tmp_path, scan, monkeypatch):
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.pdf").write_bytes(pictured(scan))
    embedder = HashEmbedder()
    index = Index(tmp_path / "index", embedder)
    path = shutil.which("tesseract")

    monkeypatch.setenv("PATH", "/nowhere")
    before = run_ingest(tmp_path / "reports", index, embedder, IngestSettings())
    again = run_ingest(tmp_path / "reports", index, embedder, IngestSettings())
    monkeypatch.setenv("PATH", str(Path(path).parent))
    after = run_ingest(tmp_path / "reports", index, embedder, IngestSettings())
    index.close()

    assert [file.outcome for file in before.files] == ["unreadable"]
    assert not again.published
    assert [(file.outcome, file.unread_pages) for file in after.files] == [("updated", ())]


@needs_tesseract
def test_every_quote_of_the_question_set_is_found_in_the_stored_text_of_the_samples():
    found = with_members(discover(SAMPLES), {})
    texts = {
        file.name: norm(assemble(read_whole(file.path, file.name, member=file.member).raw)[0]) for file in found.files
    }
    lines = (SAMPLES.parent / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    quotes = [
        (question["documents"], part)
        for question in map(json.loads, lines)
        for part in (question["quote"].split(" || ") if question["quote"] else [])
    ]

    missing = [part for documents, part in quotes if not any(norm(part) in texts[document] for document in documents)]

    assert found.refused == ()
    assert (len({file.path for file in found.files}), len(texts), len(quotes)) == (36, 37, 181)
    assert missing == []


def norm(text):
    """Case, spacing, table bars, digits, dashes and Arabic marks made uniform."""
    text = unicodedata.normalize("NFKC", text).translate(DIGITS).casefold()
    text = re.sub("[\u064b-\u0652\u0640\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)
    return " ".join(text.replace("’", "'").replace("|", " ").split())
