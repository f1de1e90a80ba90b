import pytest

from tests.ui.scripted import ATELIER, DOCUMENTS, EVIL, MEETING, VISIT
from tests.ui.visitor import Page
from ui.library_rows import Shelf, listed


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
