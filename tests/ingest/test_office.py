"""Word files, presentations, spreadsheets and e-mails."""

import io
import zipfile
from datetime import date
from email.message import EmailMessage

import pytest

from ingest.errors import RefusedError, UnreadableError
from ingest.readers import read_bytes
from tests.ingest.build import docx, replaced_part


def kinds(name, data):
    return [(block.kind, block.level, block.text) for block in read_bytes(name, data).blocks]


def test_word_styles_give_headings_items_and_tables():
    def write(document):
        document.add_heading("Title", 0)
        document.add_heading("Part", 1)
        document.add_paragraph("Some text.")
        document.add_paragraph("one", style="List Bullet")
        document.add_paragraph("below", style="List Bullet 2")
        document.add_paragraph("first", style="List Number")
        document.add_paragraph("second", style="List Number")
        table = document.add_table(rows=2, cols=2)
        for row, texts in zip(table.rows, [("Country", "People"), ("Italy", "4")], strict=True):
            for place, text in zip(row.cells, texts, strict=True):
                place.text = text

    assert kinds("a.docx", docx(write)) == [
        ("heading", 1, "Title"),
        ("heading", 2, "Part"),
        ("paragraph", 0, "Some text."),
        ("item", 1, "one"),
        ("item", 1, "below"),
        ("item", 1, "1. first"),
        ("item", 1, "2. second"),
        ("header", 0, "Country | People"),
        ("row", 0, "Italy | 4"),
    ]


def test_a_bold_line_is_a_heading_and_hidden_text_is_left_out():
    def write(document):
        document.add_paragraph().add_run("A report").bold = True
        paragraph = document.add_paragraph("Seen")
        paragraph.add_run(" unseen").font.hidden = True
        document.add_paragraph().add_run("Results").bold = True
        document.add_paragraph("Good ones.")
        document.sections[0].footer.paragraphs[0].text = "Page footer"

    document = read_bytes("a.docx", docx(write))

    assert [(b.kind, b.level, b.text) for b in document.blocks] == [
        ("heading", 1, "A report"),
        ("paragraph", 0, "Seen"),
        ("heading", 2, "Results"),
        ("paragraph", 0, "Good ones."),
    ]
    assert document.notes == ("hidden text was left out",)


def test_a_line_break_in_word_ends_a_line():
    assert kinds("a.docx", docx(lambda document: document.add_paragraph("Date: 4 May\nVenue: Rome"))) == [
        ("paragraph", 0, "Date: 4 May"),
        ("paragraph", 0, "Venue: Rome"),
    ]


def test_inserted_text_is_read_and_deleted_text_is_not():
    data = docx(lambda document: document.add_paragraph("KEEP"))
    changed = replaced_part(
        data,
        "word/document.xml",
        lambda part: part.replace(
            b"<w:r><w:t>KEEP</w:t></w:r>",
            b"<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>",
        ),
    )

    assert kinds("a.docx", changed) == [("paragraph", 0, "new")]


def test_an_office_file_with_a_document_type_is_refused():
    data = replaced_part(
        docx(lambda document: document.add_paragraph("x")),
        "word/document.xml",
        lambda part: b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + part.split(b"?>", 1)[1],
    )

    with pytest.raises(RefusedError, match=r"^a\.docx could not be read: it declares a document type"):
        read_bytes("a.docx", data)


def _zip(entries, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, content in entries:
            file.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        ([("word/document.xml", b"0" * 30_000_000)], "more than 100 times its size"),
        ([(f"part{number}.xml", b"x") for number in range(2_001)], "more than 2,000 parts"),
        ([("../../evil.txt", b"x"), ("word/document.xml", b"<a/>")], "path of its own"),
    ],
)
def test_packages_that_would_burst_are_refused_before_they_are_opened(entries, reason):
    with pytest.raises(RefusedError, match=reason):
        read_bytes("a.docx", _zip(entries))


def test_the_size_a_package_claims_is_not_believed():
    data = bytearray(_zip([("word/document.xml", b"<a>" + b"x" * 2_000_000)], zipfile.ZIP_STORED))
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = (10).to_bytes(4, "little")

    with pytest.raises(UnreadableError, match=r"^a\.docx could not be read: "):
        read_bytes("a.docx", bytes(data))


@pytest.mark.parametrize("name", ["a.docx", "a.pptx", "a.xlsx"])
@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"<html>a page</html>", "its content is not that of a"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "protected with a password or in an older format"),
        (_zip([("mimetype", b"application/zip")]), "not what its ending promises"),
    ],
)
def test_what_is_no_office_file_is_one_sentence(name, data, reason):
    with pytest.raises(UnreadableError, match=reason) as caught:
        read_bytes(name, data)

    assert str(caught.value).startswith(f"{name} could not be read: ")
    assert "\n" not in str(caught.value)


def test_slides_are_pages_with_title_items_table_and_notes():
    import pptx
    from pptx.util import Inches

    show = pptx.Presentation()
    first = show.slides.add_slide(show.slide_layouts[0])
    first.shapes.title.text, first.placeholders[1].text = "Welcome", "Rome, 4 May"
    second = show.slides.add_slide(show.slide_layouts[1])
    second.shapes.title.text, second.placeholders[1].text = "Plan", "one\ntwo"
    second.notes_slide.notes_text_frame.text = "Say it slowly."
    table = second.shapes.add_table(2, 3, Inches(1), Inches(4), Inches(6), Inches(1)).table
    for index, text in enumerate(["Year", "Seats", "Cost", "2024", "4", "10"]):
        table.cell(index // 3, index % 3).text = text
    out = io.BytesIO()
    show.save(out)

    document = read_bytes("a.pptx", out.getvalue())

    assert document.pages == 2
    assert [(b.kind, b.page, b.text) for b in document.blocks] == [
        ("heading", 1, "Welcome"),
        ("paragraph", 1, "Rome, 4 May"),
        ("heading", 2, "Plan"),
        ("item", 2, "one"),
        ("item", 2, "two"),
        ("header", 2, "Year | Seats | Cost"),
        ("row", 2, "2024 | 4 | 10"),
        ("paragraph", 2, "Say it slowly."),
    ]


def test_sheets_are_pages_with_rows_under_their_columns():
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Budget"
    for row in (
        ["Budget of the year"],
        [],
        ["Line", "Amount", "Paid on", "Share"],
        ["Travel", 1200, date(2024, 5, 4), 0.25],
        ["Hall", 80.5, None, 1],
    ):
        sheet.append(row)
    sheet["D4"].number_format = "0%"
    book.create_sheet("Secret").sheet_state = "veryHidden"
    out = io.BytesIO()
    book.save(out)

    document = read_bytes("a.xlsx", out.getvalue())

    assert [(b.kind, b.text) for b in document.blocks] == [
        ("heading", "Budget of the year"),
        ("heading", "Budget"),
        ("header", "Line | Amount | Paid on | Share"),
        ("row", "Travel | 1200 | 2024-05-04 | 25%"),
        ("row", "Hall | 80.5 |  | 1"),
    ]
    assert document.notes == ("1 hidden sheets were left out",)


def test_separated_values_are_a_table_whatever_separates_them():
    for separator in (",", ";", "\t"):
        lines = [["Name", "Seats"], ["Rome", "4"], ["Oslo", "5"]]
        data = "\n".join(separator.join(line) for line in lines).encode()

        assert [b.text for b in read_bytes("a.csv", data).blocks] == ["Name | Seats", "Rome | 4", "Oslo | 5"]


def _mail(**headers):
    message = EmailMessage()
    for name, text in headers.items():
        message[name] = text
    message.set_content("Dear all,\n\nThe forum moves to 14 November 2024, as the hall is being repaired.\n")
    return message


def test_a_message_is_its_headers_and_its_text():
    message = _mail(
        From="Ana <ana@a.example>",
        To="all@a.example",
        Date="Mon, 28 Aug 2023 09:42:00 +0000",
        Subject="منتدى: new dates",
    )
    message.add_attachment(b"# Agenda\n\n- Opening\n", maintype="text", subtype="markdown", filename="../../agenda.md")
    message.add_attachment(b"GIF89a", maintype="image", subtype="gif", filename="logo.gif")

    document = read_bytes("a.eml", bytes(message))

    assert [(b.kind, b.level, b.text) for b in document.blocks] == [
        ("heading", 1, "منتدى: new dates"),
        ("paragraph", 0, "From: Ana <ana@a.example>"),
        ("paragraph", 0, "To: all@a.example"),
        ("paragraph", 0, "Date: Mon, 28 Aug 2023 09:42:00 +0000"),
        ("paragraph", 0, "Subject: منتدى: new dates"),
        ("paragraph", 0, "Dear all,"),
        ("paragraph", 0, "The forum moves to 14 November 2024, as the hall is being repaired."),
    ]


def test_a_message_of_very_many_parts_is_refused():
    data = b"Subject: x\nContent-Type: multipart/mixed; boundary=a\n\n" + b"--a\nContent-Type: text/plain\n\nx\n" * 300

    with pytest.raises(RefusedError, match="more than 200 parts"):
        read_bytes("a.eml", data)


def test_what_is_no_message_is_one_sentence():
    with pytest.raises(UnreadableError, match=r"^a\.eml could not be read: it is not a saved e-mail\.$"):
        read_bytes("a.eml", b"just some words\n")


def test_a_column_named_with_a_day_is_named_where_another_stands_over_figures():
    data = b"activity,budget,state on 30 June 2031\ncourse,4000,jury held on 28 May\nworkshop,3500,two of 12 done\nfair,700,open\n"

    blocks = read_bytes("plan.csv", data).blocks

    assert blocks[0].kind == "header"
    assert blocks[1].columns == ("activity", "budget", "state on 30 June 2031")


def test_a_lone_cell_names_rows_of_a_table_and_does_not_end_it():
    data = b"Post,Voted,Spent\nA. Tides,,\ngauges,4000,3500\nbuoys,700,650\nB. Salt,,\nponds,900,20\n\nPaid by partners,,\nPartner,Promised,Paid\nOrla,10,7\n"

    blocks = [(block.kind, block.text, block.columns) for block in read_bytes("budget.csv", data).blocks]

    columns = ("Post", "Voted", "Spent")
    assert blocks[:3] == [
        ("header", "Post | Voted | Spent", ()),
        ("paragraph", "A. Tides", ()),
        ("row", "gauges | 4000 | 3500", columns),
    ]
    assert ("row", "ponds | 900 | 20", columns) in blocks
    assert blocks[-1] == ("row", "Orla | 10 | 7", ("Partner", "Promised", "Paid"))


def test_a_merged_name_leaves_the_next_column_without_one_and_the_table_its_names():
    data = b"Activity,Dates,,Seats\ncourse,3 May,5 May,20\nworkshop,1 June,2 June,12\nfair,9 June,,40\n"

    assert read_bytes("plan.csv", data).blocks[1].columns == ("Activity", "Dates", "", "Seats")
