"""Plain text: the structure that its lines show."""

import pytest

from ingest.errors import UnreadableError
from ingest.readers import read_bytes


def read(text):
    data = text if isinstance(text, bytes) else text.encode()
    return [(block.kind, block.text) for block in read_bytes("notes.txt", data).blocks]


def test_the_first_line_is_the_title_and_key_values_stand_alone():
    blocks = read("Minutes of the meeting\nDate: 4 May 2024\nVenue : Rome\n\nThe meeting was opened by the chair.\n")

    assert blocks == [
        ("heading", "Minutes of the meeting"),
        ("paragraph", "Date: 4 May 2024"),
        ("paragraph", "Venue : Rome"),
        ("paragraph", "The meeting was opened by the chair."),
    ]


def test_a_short_line_above_a_paragraph_is_a_heading():
    blocks = read(
        "Title\n\nNext steps\nThe two sides will meet again in spring to look at what has been done until then.\n"
    )

    assert blocks[1] == ("heading", "Next steps")


def test_a_short_line_between_blank_lines_is_a_heading():
    blocks = read(
        "Title\n\nConclusion\n\nThe two sides will meet again in spring to look at what has been done since.\n"
    )

    assert blocks[1] == ("heading", "Conclusion")


@pytest.mark.parametrize(("line", "level"), [("1. Context", 2), ("2.3 Results", 3), ("IV. Budget", 2)])
def test_numbered_headings_keep_their_number_and_get_their_depth(line, level):
    document = read_bytes(
        "a.txt", f"Title\n\n{line}\nThe course was held in spring and was well attended by all.\n".encode()
    )

    assert (document.blocks[1].kind, document.blocks[1].text, document.blocks[1].level) == ("heading", line, level)


def test_underlined_lines_are_headings_and_the_line_below_is_no_text():
    assert read("Report\n======\n\nScope\n-----\nAll of it.\n") == [
        ("heading", "Report"),
        ("heading", "Scope"),
        ("paragraph", "All of it."),
    ]


def test_list_items_lose_their_bullet_and_keep_their_number():
    blocks = read("Title\n\nAgreed\n- one thing\n* another\n• a third\n1. first\n2) second\n٣. ثالث\n")

    assert [text for kind, text in blocks if kind == "item"] == [
        "one thing", "another", "a third", "1. first", "2) second", "٣. ثالث",
    ]  # fmt: skip


def test_an_initial_does_not_make_a_list_item():
    assert (
        read("Title\n\nPresent\nM. Aimé Koulendi, directeur général, et deux collègues de son service.\n")[2][0]
        == "paragraph"
    )


def test_lines_broken_at_a_width_become_one_paragraph():
    wrapped = (
        "Title\n\n"
        "The regional workshop on water accounts was held in the first week of\n"
        "March and was attended by thirty people from eleven countries, most of\n"
        "them from national statistics offices and river basin organisations.\n"
        "They agreed on four steps.\n\n"
        "- The first step is to write down what is known about the basins of all\n"
        "  member countries and to publish it.\n"
    )

    blocks = read(wrapped)

    assert blocks[1][1].startswith("The regional workshop")
    assert blocks[1][1].endswith("agreed on four steps.")
    assert blocks[2] == (
        "item",
        "The first step is to write down what is known about the basins of all member countries and to publish it.",
    )


def test_short_lines_stay_apart():
    assert [text for _, text in read("Title\n\nWith best regards,\n\nJane Roe\nHead of Unit\n")] == [
        "Title", "With best regards,", "Jane Roe", "Head of Unit",
    ]  # fmt: skip


def test_columns_of_spaces_or_tabs_are_a_table():
    document = read_bytes(
        "a.txt",
        b"Title\n\nActions\n"
        b"No.   Action             Owner\n"
        b"1     Book the hall      Ms. Roe\n"
        b"2     Send the letters   Mr. Doe\n",
    )

    rows = [block for block in document.blocks if block.kind == "row"]
    assert [block.text for block in document.blocks if block.kind == "header"] == ["No. | Action | Owner"]
    assert rows[1].text == "2 | Send the letters | Mr. Doe"
    assert rows[1].columns == ("No.", "Action", "Owner")


def test_form_feeds_are_page_breaks():
    document = read_bytes("a.txt", b"Title\n\nOn the first page.\n\fOn the second page.\n")

    assert document.pages == 2
    assert [block.page for block in document.blocks] == [1, 1, 2]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1256", "iso8859_6"])
def test_arabic_is_read_in_whatever_encoding_it_was_written(encoding):
    text = "محضر الاجتماع\n\nعقد المركز اجتماعا مع الهيئة الوطنية لمناقشة برنامج العمل للعام المقبل وتحديد المواعيد.\n"

    assert read(text.encode(encoding))[0] == ("heading", "محضر الاجتماع")


def test_french_is_read_from_the_encoding_of_old_windows():
    text = "Compte rendu\n\nLa réunion s'est tenue à l'été ; les délégués ont décidé de créer une unité.\n"

    assert read(text.encode("cp1252"))[1][1].startswith("La réunion s'est tenue à l'été")


def test_invisible_characters_are_dropped_and_presentation_forms_folded():
    blocks = read("Ti\u200btle\u202e\n\nA\u00a0b\u00adc and \ufefb and \ufb01ne.\n")

    assert blocks == [("heading", "Title"), ("paragraph", "A bc and لا and fine.")]


@pytest.mark.parametrize(
    "data", [b"\x7fELF" + bytes(100), b"%PDF-1.4 \xff\xfe", b"abc\x00def", bytes(range(1, 32)) * 9]
)
def test_a_binary_named_txt_is_one_sentence(data):
    with pytest.raises(UnreadableError, match=r"^notes\.txt could not be read: it is not a text file; "):
        read(data)


@pytest.mark.parametrize("data", [b"", b" \n\t\n", "\u200b\u200b".encode()])
def test_an_empty_file_is_one_sentence(data):
    with pytest.raises(UnreadableError, match=r"^notes\.txt could not be read: it (is empty|holds no text)\.$"):
        read(data)
