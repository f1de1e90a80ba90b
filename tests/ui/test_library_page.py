import json
from dataclasses import replace

import pytest

from ingest import FileOutcome, News, Receipt
from tests.ui.scripted import ATELIER, DOCUMENTS, EVIL, MEETING, VISIT
from tests.ui.visitor import Page
from ui.library_rows import Shelf, listed
from vectorstore import Alike, FormerVersion


def library(assistant, **at):
    page = Page(lambda: assistant, at={"view": "library", **at})
    return page.until(lambda: "sanad-title" in page.html)


@pytest.mark.parametrize(
    ("shelf", "found"),
    [
        (Shelf(), [MEETING, ATELIER, VISIT, EVIL]),
        (Shelf(order="date"), [VISIT, ATELIER, MEETING, EVIL]),
        (Shelf(language="fr"), [ATELIER]),
        (Shelf(year="2023"), [ATELIER, VISIT]),
        (Shelf(kind="workshop report"), [ATELIER]),
        (Shelf(words="dechets cotiers"), [ATELIER]),
        (Shelf(order="colour"), [VISIT, ATELIER, MEETING, EVIL]),
    ],
)
def test_documents_are_limited_and_sorted_and_those_without_a_date_come_last(shelf, found):
    assert [document.path for document in listed(tuple(DOCUMENTS.values()), shelf)] == [d.path for d in found]


def test_every_document_is_listed_the_newest_first(assistant):
    rows = library(assistant).grid("library_table")

    assert rows[0][0] == MEETING.title
    assert rows[1][1:4] == ["4 December 2023", "", "Français"]


def test_the_files_that_were_not_read_are_named_with_their_reasons(assistant):
    page = library(assistant, state="unread")

    assert "2022/scan.pdf" in page.html
    assert "Has no text layer" in page.html


def test_a_document_opens_from_its_beginning_without_anything_marked(assistant):
    page = library(assistant, row=MEETING.path)

    assert "Almost two years after their first exchange" in page.html
    assert "<mark>" not in page.html


def test_hostile_names_are_shown_letter_by_letter(assistant):
    page = library(assistant, row=EVIL.path)

    assert "<img" not in page.html
    assert "<script" not in page.html


def test_the_last_ingest_says_what_became_of_each_file_and_the_sum(assistant):
    files = (
        FileOutcome("a.txt", "indexed", characters=1200, chunks=3, facts=4, seconds=0.25),
        FileOutcome("<b>.pdf", "unreadable", "<b>.pdf could not be read: it is empty"),
        FileOutcome("copy.txt", "duplicate", same_as="a.txt"),
    )
    news = (News("events", "Meeting <b>", "a.txt"), News("replaced", "9 May", "a.txt", "2 May"))
    receipt = Receipt("/reports", files, "s1", True, 3.0, (Alike("a.txt", "c.txt", 0.93),), news)
    assistant.kept_receipt = json.dumps(receipt.as_json())

    page = library(assistant, state="run")

    assert "3 files seen · new 1 · duplicate 1 · could not be read 1" in page.html
    assert [expander.label for expander in page.app.expander] == ["New events (1)", "Replaced (1)"]
    assert "was: 2 May" in page.html
    assert "Nearly the same: a.txt and c.txt (93 %)" in page.html
    assert page.grid("receipt")[0][:2] == ["<b>.pdf", "could not be read it is empty"]
    assert ["copy.txt", "duplicate the same bytes as a.txt", "", "", "", "", ""] in page.grid("receipt")
    assert "<b>" not in page.html


def test_an_index_without_a_receipt_says_how_to_have_one(assistant):
    assert "kept no receipt" in library(assistant, state="run").html


def test_a_former_version_can_be_read_and_is_marked_as_one(assistant):
    before = replace(MEETING, text=MEETING.text.replace("Almost two years", "Nearly a decade"), sha256="1" * 64)
    assistant.former[MEETING.path] = (FormerVersion(7, "2024-06-01T10:00:00+00:00", before),)
    page = library(assistant, row=MEETING.path)
    now = page.html

    page.app.selectbox(key="version").set_value(7).run()

    assert "Nearly a decade" not in now
    assert "Nearly a decade" in page.html
    assert "This is a former version. No answer rests on it." in page.html
