"""Rich text files, as Word, WordPad and old Arabic offices write them."""

import pytest

from ingest.errors import UnreadableError
from ingest.readers import read_bytes

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Calibri;}{\f1\fnil\fcharset178 Arial;}}"
STYLES = r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 Titre 2;}}"


def read(body, head=HEAD):
    return read_bytes("a.rtf", (head + body + "}").encode("latin-1"))


def shown(document):
    return [(block.kind, block.level, block.text) for block in document.blocks]


def test_paragraphs_headings_items_and_notes():
    document = read(
        STYLES + r"{\info{\title The title}{\author Somebody}}"
        r"\pard\s1 Mission report\par\pard The quay{\super 1{\footnote As of 4 May 2025.}} is ready\line for ships.\par"
        r"\pard\s2 Context\par\pard{\listtext\'b7\tab}first point\par{\b Bold line}\par plain {\v secret }end\par"
    )

    assert shown(document) == [
        ("heading", 1, "Mission report"),
        ("paragraph", 0, "The quay1 is ready"),
        ("paragraph", 0, "for ships."),
        ("heading", 2, "Context"),
        ("item", 1, "first point"),
        ("heading", 2, "Bold line"),
        ("paragraph", 0, "plain end"),
        ("paragraph", 0, "As of 4 May 2025."),
    ]
    assert (document.title, document.notes) == ("The title", ("hidden text was left out",))


def test_tables_have_rows_and_names():
    row = r"\trowd\cellx100\cellx200\intbl {}\cell {}\cell\row "

    document = read(row.format("Country", "Places") + row.format("Aldoria", "12") + r"\pard After it.\par")

    assert shown(document) == [
        ("header", 0, "Country | Places"),
        ("row", 0, "Aldoria | 12"),
        ("paragraph", 0, "After it."),
    ]


@pytest.mark.parametrize(
    "written",
    [
        r"\f1\'c7\'e1\'c7\'cc\'ca\'e3\'c7\'da \'dd\'ed 12 \'e3\'c7\'d1\'d3 2025",
        r"\uc1\u1575?\u1604?\u1575?\u1580?\u1578?\u1605?\u1575?\u1593? \u1601?\u1610? 12 \u1605?\u1575?\u1585?\u1587? 2025",
    ],
)
def test_arabic_comes_in_either_of_its_two_spellings(written):
    assert shown(read(rf"\pard {written}\par")) == [("paragraph", 0, "الاجتماع في 12 مارس 2025")]


def test_the_code_page_of_the_file_counts_where_a_font_has_none():
    head = HEAD.replace("1252", "1256")

    assert shown(read(r"\pard\f0\'c7\'e1\'c7\'cc\'ca\'e3\'c7\'da\par", head)) == [("paragraph", 0, "الاجتماع")]


def test_french_accents_signs_beyond_the_basic_plane_and_pictures():
    document = read(r"\pard \'c9t\'e9 {\pict\bin4 }}}} 0a0b}\u-10179?\u-8704? fin\par")

    assert shown(document) == [("paragraph", 0, "Été 😀 fin")]


@pytest.mark.parametrize("data", [b"plain words", b"{\\rtf1 " + b"{" * 5_000, b"{\\rtf1}"])
def test_what_cannot_be_read_is_one_sentence(data):
    with pytest.raises(UnreadableError, match=r"^a\.rtf could not be read: .*\.$"):
        read_bytes("a.rtf", data)
