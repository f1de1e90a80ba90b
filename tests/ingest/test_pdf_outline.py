"""The bookmarks of a PDF file give its headings their places; nonsense in them changes nothing."""

import time

import pytest

from ingest.isolation import Limits
from ingest.readers import read_bytes
from ingest.readers.raw import RawBlock
from ingest.told import read_isolated
from tests.ingest.build import pdf, prose

PAGES = [
    [
        (60, 780, 18, "Yearbook of the two offices"),
        (60, 740, 11, "Part One: harbours"),
        *prose(60, 700, ["The quay of Port Selan was finished in May 2024, and two cranes were bought for it there."]),
    ],
    [
        (60, 740, 11, "1.1 Dredging"),
        *prose(60, 700, ["The channel was dredged to nine metres by the end of the year, as the offices had agreed."]),
        (60, 640, 11, "Part Two: staff"),
        *prose(60, 600, ["Twelve pilots were trained in Lima, and three of them went on to teach the others at home."]),
    ],
]


def headings(data):
    return [(block.text, block.level) for block in read_bytes("a.pdf", data).blocks if block.kind == "heading"]


def test_bookmarks_say_which_lines_are_headings_and_how_deep_they_stand():
    outline = [
        ("Part One:  Harbours", 1, {"First": 1, "Next": 2}),
        ("1.1. Dredging", 2, {}),
        ("Part Two - staff", 2, {}),
    ]

    assert headings(pdf(*PAGES, outline=outline)) == [
        ("Yearbook of the two offices", 1),
        ("Part One: harbours", 2),
        ("1.1 Dredging", 3),
        ("Part Two: staff", 2),
    ]


def test_a_passage_is_cited_under_the_bookmarks_it_stands_under(tmp_path):
    path = tmp_path / "yearbook.pdf"
    path.write_bytes(pdf(*PAGES, outline=[("Part One: harbours", 1, {"First": 1}), ("1.1 Dredging", 2, {})]))

    told = read_isolated(path, "yearbook.pdf")

    (dredged,) = [chunk for chunk in told.chunks if "nine metres" in chunk.text]
    assert dredged.headings == ("Yearbook of the two offices", "Part One: harbours", "1.1 Dredging")
    assert dredged.page == 2


def test_bookmarks_that_say_what_the_page_does_not_change_nothing():
    plain = read_bytes("a.pdf", pdf(*PAGES)).blocks

    outline = [("Part Nine", 1, {"Next": 1}), ("Part Two: staff", 1, {})]

    assert read_bytes("a.pdf", pdf(*PAGES, outline=outline)).blocks == plain


def test_the_title_of_the_document_may_itself_be_a_bookmark():
    outline = [("Yearbook of the two offices", 1, {"First": 1}), ("Part One: harbours", 1, {})]

    assert headings(pdf(*PAGES, outline=outline)) == [("Yearbook of the two offices", 1), ("Part One: harbours", 2)]


LOOPED = [("Part One: harbours", 1, {"Next": 1, "First": 0}), ("Part One: harbours", 1, {"Next": 0, "First": 1})]


def endless(link):
    """A hundred thousand bookmarks, each linked to the next."""
    links = ({link: number} for number in range(1, 100_000))
    return [*(("Part One: harbours", 1, one) for one in links), ("Part One: harbours", 1, {})]


@pytest.mark.parametrize("outline", [LOOPED, endless("Next"), endless("First")], ids=["looped", "long", "deep"])
def test_an_outline_without_end_does_no_harm(tmp_path, outline):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(*PAGES, outline=outline))
    started = time.monotonic()

    told = read_isolated(path, "a.pdf", limits=Limits(seconds=20))

    assert time.monotonic() - started < 20
    assert RawBlock("heading", "Part One: harbours", 1, 2) in told.raw.blocks
    assert "nine metres" in told.document.text
