"""Markdown: the marks become structure and leave the text."""

import time

import pytest

from ingest.readers import read_bytes


def read(text):
    return [(block.kind, block.text) for block in read_bytes("page.md", text.encode()).blocks]


def test_headings_have_the_level_of_their_mark():
    document = read_bytes("a.md", b"# Title #\n\n## Part\n\nSetext\n======\n\nSecond\n---\n")

    assert [(block.text, block.level) for block in document.blocks] == [
        ("Title", 1),
        ("Part", 2),
        ("Setext", 1),
        ("Second", 2),
    ]


def test_lines_of_a_paragraph_flow_together_but_key_values_do_not():
    assert read("# T\nDate: 3 May 2024\nVenue: Rome\n\nOne sentence\nover two lines.\n")[1:] == [
        ("paragraph", "Date: 3 May 2024"),
        ("paragraph", "Venue: Rome"),
        ("paragraph", "One sentence over two lines."),
    ]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("a **bold** and *slanted* word", "a bold and slanted word"),
        ('see [the report](https://a.example/x_y "title") now', "see the report now"),
        ("![a chart](chart.png) shows", "a chart shows"),
        ("`code` and ~~gone~~", "code and gone"),
        ("5 * 3 * 2 and snake_case_name", "5 * 3 * 2 and snake_case_name"),
        ("R&amp;D \\*literal\\*", "R&D *literal*"),
        ("before <b>bold</b> <!-- secret --> after", "before bold after"),
    ],
)
def test_inline_marks_are_reduced_to_their_text(written, read_as):
    assert read(f"# T\n\n{written}\n")[1] == ("paragraph", read_as)


def test_items_lose_their_bullet_and_keep_number_and_depth():
    document = read_bytes("a.md", b"# T\n\n- one\n  - below\n1. first\n- [x] done\n  and more\n")

    assert [(b.text, b.level) for b in document.blocks[1:]] == [
        ("one", 1),
        ("below", 2),
        ("1. first", 1),
        ("done and more", 1),
    ]


def test_tables_become_a_header_and_rows():
    document = read_bytes(
        "a.md", b"# T\n\n| Name | Seats | Note |\n|---|:-:|---|\n| Rome | 4 | a\\|b |\n| Oslo | | x |\n\nAfter\n"
    )

    assert [(b.kind, b.text) for b in document.blocks[1:]] == [
        ("header", "Name | Seats | Note"),
        ("row", "Rome | 4 | a/b"),
        ("row", "Oslo |  | x"),
        ("paragraph", "After"),
    ]
    assert document.blocks[2].columns == ("Name", "Seats", "Note")


def test_a_table_of_two_columns_that_starts_with_data_has_no_header():
    document = read_bytes("a.md", b"# T\n\n| Date | 4 May 2024 |\n|---|---|\n| Venue | Rome |\n")

    assert [(b.kind, b.columns) for b in document.blocks[1:]] == [("row", ()), ("row", ())]


def test_front_matter_rules_and_link_targets_are_no_text():
    document = read_bytes(
        "a.md", b"---\ntitle: Hello\ndate: 2024-05-01\n---\n# T\n\ntext\n\n---\n\n[1]: https://a.example\n"
    )

    assert [block.text for block in document.blocks] == ["T", "text"]
    assert document.title == "Hello"


def test_a_rule_at_the_top_is_not_front_matter():
    assert read("---\n\nJust text here, and no more of it.\n\n---\n\nEnd.\n") == [
        ("paragraph", "Just text here, and no more of it."),
        ("paragraph", "End."),
    ]


@pytest.mark.parametrize(
    "worst",
    [
        "*" * 20_000,
        "[" * 20_000,
        "![" * 10_000,
        "`" * 20_000,
        "_a" * 10_000,
        "<" * 20_000,
        "|-" * 10_000,
        "\\" * 20_000,
        "[a](" * 5_000,
        "> " * 9_000,
        "- " * 9_000,
    ],
)
def test_no_line_takes_long(worst):
    started = time.process_time()

    read("# T\n\n" + worst + "\n" + worst + "\n")

    assert time.process_time() - started < 2
