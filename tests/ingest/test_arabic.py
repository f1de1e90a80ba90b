"""Arabic comes out of every format in the order in which it is read, with its digits, dates and Latin names in place."""

import io
from email.message import EmailMessage

import pytest

from ingest.readers import read_bytes
from tests.ingest import build
from tests.ingest.test_open_document import packed

WORDS = "عقد الاجتماع في 12 مارس ٢٠٢٥ بحضور 24 مشاركا (WAT-Reach) بنسبة ٨٥٪ حتى 30/6/2026."


def _docx():
    return build.docx(lambda document: document.add_paragraph(WORDS))


def _pptx():
    import pptx

    deck = pptx.Presentation()
    deck.slides.add_slide(deck.slide_layouts[1]).placeholders[1].text = WORDS
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _xlsx():
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append([WORDS])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _eml():
    message = EmailMessage()
    message["Subject"] = WORDS
    message.set_content(WORDS)
    return bytes(message)


def _rtf():
    spelled = "".join(char if char.isascii() else f"\\u{ord(char)}?" for char in WORDS)
    return b"{\\rtf1\\ansi\\uc1 \\rtlpar " + spelled.encode() + b"\\par}"


MADE = {
    "a.txt": lambda: WORDS.encode(),
    "utf16.txt": lambda: WORDS.encode("utf-16"),
    "a.md": lambda: WORDS.encode(),
    "a.html": lambda: f"<p dir=rtl>{WORDS}</p>".encode(),
    "a.csv": lambda: f"{WORDS},x\n1,2\n".encode(),
    "a.docx": _docx,
    "a.pptx": _pptx,
    "a.xlsx": _xlsx,
    "a.eml": _eml,
    "a.rtf": _rtf,
    "a.odt": lambda: packed("text", f"<text:p>{WORDS}</text:p>"),
    "a.odp": lambda: packed("presentation", f"<draw:page><draw:text-box><text:p>{WORDS}</text:p></draw:text-box></draw:page>"),
    "a.ods": lambda: packed("spreadsheet", f"<table:table><table:table-row><table:table-cell><text:p>{WORDS}</text:p></table:table-cell></table:table-row></table:table>"),
}  # fmt: skip


@pytest.mark.parametrize("name", MADE)
def test_a_sentence_comes_out_as_it_was_written(name):
    document = read_bytes(name, MADE[name]())

    assert any(WORDS in block.text for block in document.blocks), [block.text for block in document.blocks]


def test_letters_of_old_encodings_come_out_too():
    words = WORDS.translate(str.maketrans("٢٠٥٨٪", "20580"))

    assert words in read_bytes("a.txt", (words + "\n" + words).encode("cp1256")).blocks[0].text
