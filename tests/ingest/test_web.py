"""Web pages: the text a visitor sees."""

import pytest

from ingest.errors import UnreadableError
from ingest.readers import read_bytes


def read(body, head=""):
    return [
        (b.kind, b.text)
        for b in read_bytes("page.html", f"<html><head>{head}</head><body>{body}</body></html>".encode()).blocks
    ]


def test_headings_paragraphs_and_lists_keep_their_kind():
    blocks = read(
        "<h1>Title</h1><p>One <b>bold</b> word<br>and more.</p>"
        "<ul><li>a<ul><li>b</li></ul></li></ul><ol start=3><li>c<li>d</ol>tail"
    )

    assert blocks == [
        ("heading", "Title"),
        ("paragraph", "One bold word"),
        ("paragraph", "and more."),
        ("item", "a"),
        ("item", "b"),
        ("item", "3. c"),
        ("item", "4. d"),
        ("paragraph", "tail"),
    ]


def test_menus_scripts_and_hidden_parts_are_left_out_and_hidden_ones_are_noted():
    page = (
        b"<nav>Home</nav><script>x()</script><style>p{}</style><p>Seen</p>"
        b"<p style='display: none'>A</p><p hidden>B</p><footer>C</footer>"
    )

    document = read_bytes("a.html", page)

    assert [block.text for block in document.blocks] == ["Seen"]
    assert document.notes == ("2 hidden parts of the page were left out",)


def test_tables_have_their_header_from_th_and_spans_keep_columns_apart():
    page = (
        b"<table><tr><th>Name<th>2023<th>2024</tr><tr><td>Rome<td>1<td>2</tr><tr><td colspan=2>Both<td>3|4</tr></table>"
    )

    document = read_bytes("a.html", page)

    assert [(b.kind, b.text) for b in document.blocks] == [
        ("header", "Name | 2023 | 2024"),
        ("row", "Rome | 1 | 2"),
        ("row", "Both |  | 3/4"),
    ]


def test_an_item_holding_paragraphs_stays_an_item():
    assert read("<ol><li><p>first</p></li><li><div>second</div></li></ol>") == [
        ("item", "1. first"),
        ("item", "2. second"),
    ]


def test_the_declared_encoding_is_used_where_the_bytes_are_not_utf_8():
    page = "<html><head><meta charset='windows-1256'></head><body><p>مركز الإحصاء</p></body></html>".encode("cp1256")

    assert read_bytes("a.htm", page).blocks[0].text == "مركز الإحصاء"


def test_the_title_of_the_page_is_a_hint_and_not_text():
    document = read_bytes("a.html", b"<title>Portal</title><p>Text</p>")

    assert document.title == "Portal"
    assert [block.text for block in document.blocks] == ["Text"]


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><p>&b;</p>",
        "%PDF-1.4 not a page",
        "<html><body></body></html>",
    ],
)
def test_what_is_no_page_is_one_sentence(page):
    with pytest.raises(UnreadableError, match=r"^a\.html could not be read: "):
        read_bytes("a.html", page.encode())


def test_deep_nesting_does_not_break_the_reader():
    document = read_bytes("a.html", b"<p>top</p>" + b"<div>" * 5_000 + b"deep")

    assert document.blocks[0].text == "top"


def test_names_that_columns_share_stand_in_the_name_of_each():
    page = """<table><tr><th rowspan=2>Programme</th><th colspan=2>Budget (USD)</th><th rowspan=2>Lead</th></tr>
    <tr><th>2024</th><th>2025</th></tr><tr><td>WAT-Reach</td><td>120,000</td><td>95,500</td><td>A. Roe</td></tr>
    <tr><td rowspan=2>DRM-Reach</td><td>1</td><td>2</td><td>B. Lee</td></tr><tr><td>3</td><td>4</td><td>C. May</td></tr></table>"""

    blocks = read_bytes("a.html", page.encode()).blocks

    assert [(block.kind, block.text) for block in blocks] == [
        ("header", "Programme | Budget (USD) |  | Lead"),
        ("header", " | 2024 | 2025 | "),
        ("row", "WAT-Reach | 120,000 | 95,500 | A. Roe"),
        ("row", "DRM-Reach | 1 | 2 | B. Lee"),
        ("row", " | 3 | 4 | C. May"),
    ]
    assert blocks[2].columns == ("Programme", "Budget (USD) 2024", "Budget (USD) 2025", "Lead")
