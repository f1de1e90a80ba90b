"""PDF files: text, structure and tables from the places of words."""

from pathlib import Path

import pytest

from ingest.errors import RefusedError, UnreadableError
from ingest.readers import read_bytes
from tests.ingest.build import locked, pdf, prose

SAMPLES = Path(__file__).parents[2] / "ingest" / "samples" / "documents"
PARAGRAPH = (
    "The regional workshop on water accounts was held in the first week of March and was attended",
    "by thirty people from eleven countries, most of them from national statistics offices and river",
    "basin organisations.",
)


def read(*pages, rules=()):
    return read_bytes("a.pdf", pdf(*pages, rules=rules)).blocks


def test_lines_of_a_paragraph_are_joined_and_a_gap_starts_the_next():
    blocks = read([*prose(50, 700, PARAGRAPH), *prose(50, 640, ["They agreed on four steps."])])

    assert [(block.kind, block.text) for block in blocks] == [
        ("paragraph", " ".join(PARAGRAPH)),
        ("paragraph", "They agreed on four steps."),
    ]


def test_a_line_that_had_room_left_ends_its_block():
    blocks = read([*prose(50, 760, ["Date: 4 May 2024", "Venue: Rome", "Chair: Ms. Roe"]), *prose(50, 700, PARAGRAPH)])

    assert [block.text for block in blocks][:3] == ["Date: 4 May 2024", "Venue: Rome", "Chair: Ms. Roe"]


def test_words_broken_at_the_end_of_a_line_are_put_together():
    lines = [
        "The regional workshop on water accounts was held in the first week of March and was atten-",
        "ded by all.",
    ]

    assert read(prose(50, 700, lines))[0].text.endswith("March and was attended by all.")


def test_a_hyphen_that_belongs_to_its_word_stays():
    lines = ["The regional workshop on water accounts was held in the first week of March under DRM-", "Reach, by all."]

    assert "under DRM-Reach, by all." in read(prose(50, 700, lines))[0].text


def test_larger_and_bold_lines_are_headings_by_rank():
    blocks = read(
        [
            (50, 780, 20, "A Long Report on Very Many Subjects of"),
            (50, 756, 20, "Common Interest"),
            (50, 720, 14, "Context"),
            *prose(50, 700, PARAGRAPH),
            (50, 640, 11, "*Details"),
            *prose(50, 622, PARAGRAPH),
        ]
    )

    assert [(block.level, block.text) for block in blocks if block.kind == "heading"] == [
        (1, "A Long Report on Very Many Subjects of Common Interest"),
        (2, "Context"),
        (3, "Details"),
    ]


def test_bulleted_and_numbered_lines_are_items():
    blocks = read(
        [
            *prose(50, 700, PARAGRAPH),
            (60, 640, 11, "•"),
            (75, 640, 11, "to write down what is known about the basins of all the member countries of the"),
            (75, 626, 11, "region;"),
            (60, 612, 11, "•"),
            (75, 612, 11, "to publish it."),
            (60, 590, 11, "1. The first of all numbers"),
        ]
    )

    assert [block.text for block in blocks if block.kind == "item"] == [
        "to write down what is known about the basins of all the member countries of the region;",
        "to publish it.",
        "1. The first of all numbers",
    ]


GRID = [(50, y, 350, y) for y in (700, 680, 640, 620)] + [(x, 620, x, 700) for x in (50, 150, 250, 350)]


def test_a_ruled_table_has_rows_of_whole_cells():
    words = [
        (55, 685, 11, "*Party"), (155, 685, 11, "*Task"), (255, 685, 11, "*Date"),
        (55, 655, 11, "MERSTAT"), (155, 664, 11, "host a course"), (155, 648, 11, "a year"), (255, 655, 11, "4 May"),
        (55, 625, 11, "HDMA"), (255, 625, 11, "5 May"),
    ]  # fmt: skip

    blocks = read([*prose(50, 780, PARAGRAPH), *words], rules=GRID)

    assert [(block.kind, block.text) for block in blocks[1:]] == [
        ("header", "Party | Task | Date"),
        ("row", "MERSTAT | host a course a year | 4 May"),
        ("row", "HDMA |  | 5 May"),
    ]
    assert blocks[2].columns == ("Party", "Task", "Date")


def test_words_in_columns_without_rules_are_a_table():
    rows = [("Country", "Seats", "Women"), ("Aldoria", "12", "4"), ("New Benmara", "3", "1"), ("Corvania", "20", "9")]
    words = [
        (x, 600 - 16 * y, 11, text) for y, row in enumerate(rows) for x, text in zip((50, 200, 300), row, strict=True)
    ]

    blocks = read([*prose(50, 700, PARAGRAPH), *words])

    assert [(block.kind, block.text) for block in blocks[1:]] == [
        ("header", "Country | Seats | Women"),
        ("row", "Aldoria | 12 | 4"),
        ("row", "New Benmara | 3 | 1"),
        ("row", "Corvania | 20 | 9"),
    ]


def test_cells_without_rules_may_go_on_in_the_next_line():
    words = [
        (50, 600, 11, "No."), (100, 600, 11, "Action"), (350, 600, 11, "Deadline"),
        (50, 570, 11, "1"), (100, 570, 11, "Confirm the booking"), (350, 570, 11, "20 October"),
        (50, 540, 11, "2"), (100, 540, 11, "Send the text of the"), (350, 540, 11, "15 November"),
        (100, 526, 11, "memorandum"), (350, 526, 11, "2024"),
        (50, 496, 11, "3"), (100, 496, 11, "Draft the ceilings"), (350, 496, 11, "30 November"),
    ]  # fmt: skip

    rows = [block.text for block in read([*prose(50, 700, PARAGRAPH), *words]) if block.kind == "row"]

    assert rows[1:] == [
        "2 | Send the text of the memorandum | 15 November 2024",
        "3 | Draft the ceilings | 30 November",
    ]


def test_a_table_keeps_its_columns_on_the_next_page():
    first = [
        (55, 685, 11, "Party"),
        (155, 685, 11, "Task"),
        (255, 685, 11, "Owner"),
        (55, 655, 11, "One"),
        (155, 655, 11, "host"),
        (255, 655, 11, "Roe"),
        (55, 625, 11, "Two"),
        (155, 625, 11, "pay"),
        (255, 625, 11, "Doe"),
    ]
    second = [(x, y, size, text + "s") for x, y, size, text in first]

    blocks = read(first, second, rules=GRID)

    rows = [block for block in blocks if block.kind == "row"]
    assert [row.page for row in rows] == [1, 1, 2, 2, 2]
    assert {row.columns for row in rows} == {("Party", "Task", "Owner")}


def test_page_numbers_and_running_lines_are_left_out():
    pages = [
        [
            (50, 815, 9, "Meridian Centre - Annual report"),
            *prose(50, 700 - number, PARAGRAPH),
            (290, 30, 9, f"Page {number} of 3"),
        ]
        for number in (1, 2, 3)
    ]

    blocks = read(*pages)

    assert [block.text for block in blocks] == [" ".join(PARAGRAPH)] * 3
    assert [block.page for block in blocks] == [1, 2, 3]


def test_a_paragraph_goes_on_over_the_page():
    blocks = read(prose(50, 120, PARAGRAPH[:2]), prose(50, 780, PARAGRAPH[2:]))

    assert [(block.page, block.text) for block in blocks] == [(1, " ".join(PARAGRAPH))]


def test_two_columns_of_prose_are_read_one_after_the_other():
    left = [f"left {number} words of a first column." for number in range(12)]
    right = [f"right {number} words of the second one" for number in range(12)]

    blocks = read(
        [
            (50, 760, 11, "A line over both columns of the page, from the left margin to the right one, in full"),
            *prose(50, 700, left),
            *prose(310, 700, right),
        ]
    )

    assert [block.text for block in blocks][1:] == [" ".join(left), " ".join(right)]


@pytest.mark.parametrize(
    "words",
    [
        "تسري المذكرة مدة خمس سنوات من تاريخ توقيعها في 10 أكتوبر 2025، وينتهي العمل بها في 9 أكتوبر 2030.",
        "مشروعًا مشتركًا باسم رابطة الصمود (Resilience-Link، واختصاره RES-L) ضمن برنامج إدارة مخاطر الكوارث (DRM-Reach).",
        "محفوظ لدى مكتب الشؤون القانونية تحت الرقم LA/2025/31.",
    ],
)
def test_arabic_comes_out_in_reading_order_with_its_numbers_dates_and_brackets(words):
    (path,) = (SAMPLES / "2025").glob("*NACR.pdf")

    text = "\n".join(block.text for block in read_bytes(path.name, path.read_bytes()).blocks)

    assert words in text


def test_an_arabic_table_over_two_pages_is_read_from_the_right():
    (path,) = (SAMPLES / "2025").glob("*NACR.pdf")

    rows = [block for block in read_bytes(path.name, path.read_bytes()).blocks if block.kind == "row"]

    assert rows[1].text == "الهيئة | مساهمة مالية قدرها 40,000 دولار في السنة | 1 مارس من كل عام"
    assert {row.columns for row in rows} == {("الطرف", "الالتزام", "الموعد")}


def test_a_row_broken_by_the_end_of_a_page_is_one_row():
    path = SAMPLES / "2025" / "HEALTH-Reach-fact-sheet-2025.pdf"

    rows = [block.text for block in read_bytes(path.name, path.read_bytes()).blocks if block.kind == "row"]

    assert rows[1] == "Online course on road injury data | MERSTAT Academy | October 2025"


def test_a_scan_waits_for_text_recognition():
    path = SAMPLES / "2024" / "letter-GFSW-18-november-2024.pdf"

    raw = read_bytes("letter.pdf", path.read_bytes())

    assert (raw.scanned, raw.blocks) == ((1,), ())


def test_a_password_is_asked_for_in_one_sentence():
    with pytest.raises(UnreadableError, match=r"^a\.pdf could not be read: it is protected with a password; "):
        read_bytes("a.pdf", locked(pdf(prose(50, 700, PARAGRAPH)), "secret"))


def test_a_file_that_only_restricts_printing_is_read():
    assert read_bytes("a.pdf", locked(pdf(prose(50, 700, PARAGRAPH)), "")).blocks[0].text == " ".join(PARAGRAPH)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.4\nnothing else", pdf([(50, 700, 11, "x")])[:150], b"\x89PNG\r\n", b"<html></html>"]
)
def test_what_is_no_pdf_is_one_sentence(data):
    with pytest.raises(UnreadableError, match=r"^a\.pdf could not be read: (it is a damaged PDF|its content is not)"):
        read_bytes("a.pdf", data)


def test_a_pdf_of_too_many_pages_is_refused():
    with pytest.raises(RefusedError, match="more than 2,000 pages"):
        read_bytes("a.pdf", pdf(*[[]] * 2_001))


def test_a_row_broken_by_the_end_of_a_page_is_one_row_under_repeated_names_too():
    rules = [(50, y, 450, y) for y in (720, 700, 680)] + [(x, 720, x, 640) for x in (50, 150, 450)]
    names = [(60, 706, 11, "*Country"), (160, 706, 11, "*Course")]
    first = [
        *names,
        (60, 686, 11, "Aldoria"),
        (160, 686, 11, "Water"),
        (60, 660, 11, "Velund"),
        (160, 660, 11, "Statistics"),
    ]
    second = [*names, (160, 686, 11, "of agriculture"), (60, 660, 11, "Zahira"), (160, 660, 11, "Health")]

    rows = [block for block in read(first, second, rules=rules) if block.kind == "row"]

    assert [row.text for row in rows] == ["Aldoria | Water", "Velund | Statistics of agriculture", "Zahira | Health"]
    assert {row.columns for row in rows} == {("Country", "Course")}
