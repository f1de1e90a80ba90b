"""OpenDocument texts, presentations and spreadsheets."""

import io
import zipfile

import pytest

from ingest.errors import RefusedError, UnreadableError
from ingest.readers import read_bytes

_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in [
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("presentation", "presentation"),
    ]
)


def packed(kind, body, styles="", **parts):
    """An OpenDocument file with a body."""
    content = (
        f"<office:document-content {_NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        package.writestr("content.xml", content)
        for name, text in parts.items():
            package.writestr(name.replace("__", "/").replace("_", "."), text)
    return out.getvalue()


def read(name, *arguments, **parts):
    return read_bytes(name, packed(*arguments, **parts))


def shown(document):
    return [(block.kind, block.level, block.text) for block in document.blocks]


def test_a_text_keeps_its_headings_lists_tables_and_notes():
    document = read(
        "a.odt",
        "text",
        """<text:h text:outline-level="1">Mission to Port Selan</text:h>
        <text:p>The quay<text:s text:c="3"/>is ready<text:note><text:note-citation>1</text:note-citation><text:note-body>
        <text:p>As of 4 May 2025.</text:p></text:note-body></text:note>.<text:line-break/>Nobody objected.</text:p>
        <text:list><text:list-item><text:p>first</text:p><text:list><text:list-item><text:p>inner</text:p></text:list-item>
        </text:list></text:list-item></text:list>
        <table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Country</text:p></table:table-cell>
        <table:table-cell><text:p>Places</text:p></table:table-cell></table:table-row></table:table-header-rows>
        <table:table-row><table:table-cell><text:p>Aldoria</text:p></table:table-cell><table:table-cell><text:p>12</text:p>
        </table:table-cell></table:table-row></table:table>""",
        meta_xml='<m xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The title</dc:title></m>',
    )

    assert shown(document) == [
        ("heading", 1, "Mission to Port Selan"),
        ("paragraph", 0, "The quay is ready."),
        ("paragraph", 0, "Nobody objected."),
        ("item", 1, "first"),
        ("item", 2, "inner"),
        ("header", 0, "Country | Places"),
        ("row", 0, "Aldoria | 12"),
        ("paragraph", 0, "As of 4 May 2025."),
    ]
    assert document.blocks[6].columns == ("Country", "Places")
    assert document.title == "The title"


def test_hidden_text_and_comments_are_left_out():
    document = read(
        "a.odt",
        "text",
        """<text:p>Seen <text:span text:style-name="H">secret</text:span>text<office:annotation><text:p>a remark</text:p>
        </office:annotation></text:p><text:p text:style-name="H">secret</text:p><text:hidden-text>no</text:hidden-text>
        <text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>""",
        '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>',
    )

    assert shown(document) == [("paragraph", 0, "Seen text")]
    assert document.notes == ("hidden text was left out",)


def test_arabic_keeps_its_order_and_its_digits():
    words = "عقد الاجتماع في 12 مارس ٢٠٢٥ بحضور 24 مشاركا (WAT-Reach)."

    assert shown(read("a.odt", "text", f"<text:p>{words}</text:p>")) == [("paragraph", 0, words)]


def test_slides_are_pages_with_titles_tables_and_notes():
    page = """<draw:page{}><draw:frame presentation:class="title"><draw:text-box><text:p>{}</text:p></draw:text-box>
    </draw:frame><draw:frame presentation:class="outline"><draw:text-box><text:list><text:list-item><text:p>a point</text:p>
    </text:list-item></text:list></draw:text-box></draw:frame><draw:frame presentation:class="footer"><draw:text-box>
    <text:p>footer</text:p></draw:text-box></draw:frame><presentation:notes><draw:frame presentation:class="notes">
    <draw:text-box><text:p>say this</text:p></draw:text-box></draw:frame></presentation:notes></draw:page>"""
    document = read(
        "a.odp",
        "presentation",
        page.format("", "First") + page.format(' draw:style-name="x"', "Hidden") + page.format("", "Third"),
        '<style:style style:name="x"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>',
    )

    assert [(block.page, *entry) for block, entry in zip(document.blocks, shown(document), strict=True)] == [
        (1, "heading", 1, "First"),
        (1, "item", 1, "a point"),
        (1, "paragraph", 0, "say this"),
        (3, "heading", 2, "Third"),
        (3, "item", 1, "a point"),
        (3, "paragraph", 0, "say this"),
    ]
    assert (document.pages, document.notes) == (3, ("1 hidden slides were left out",))


def _cells(*texts):
    cells = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in texts)
    return f"<table:table-row>{cells}</table:table-row>"


def test_sheets_are_pages_whose_rows_know_the_names_of_their_columns():
    endless = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    document = read(
        "a.ods",
        "spreadsheet",
        f'<table:table table:name="Budget">{_cells("Country", "Amount")}{_cells("Aldoria", "4,500")}{endless}</table:table>'
        f'<table:table table:name="People">{_cells("Name", "Post")}{_cells("A. Roe", "Chair")}</table:table>',
    )

    assert [(block.page, block.kind, block.text, block.columns) for block in document.blocks] == [
        (1, "heading", "Budget", ()),
        (1, "header", "Country | Amount", ()),
        (1, "row", "Aldoria | 4,500", ("Country", "Amount")),
        (2, "heading", "People", ()),
        (2, "header", "Name | Post", ()),
        (2, "row", "A. Roe | Chair", ("Name", "Post")),
    ]
    assert document.pages == 2


def test_a_sheet_that_repeats_its_cells_without_end_is_refused():
    wide = '<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{wide}</table:table-row>'

    with pytest.raises(RefusedError, match=r"a\.ods could not be read: it has more than 500,000 cells"):
        read("a.ods", "spreadsheet", f"<table:table>{row}</table:table>")


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        (
            {
                "META-INF__manifest_xml": '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:encryption-data/></m:manifest>'
            },
            "protected with a password",
        ),
    ],
)
def test_a_locked_file_is_one_sentence(parts, reason):
    with pytest.raises(UnreadableError, match=rf"^a\.odt could not be read: it is {reason}"):
        read("a.odt", "text", "<text:p>x</text:p>", **parts)


def test_a_file_of_another_kind_is_one_sentence():
    with pytest.raises(UnreadableError, match="not what its ending promises"):
        read("a.ods", "text", "<text:p>x</text:p>")
