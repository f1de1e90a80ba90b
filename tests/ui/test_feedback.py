"""A reader marks an answer wrong on the page, and it becomes a candidate in a real file."""

import pytest

from assistant.evaluation import candidates
from tests.ui.scripted import ATELIER, CENTRES, COUNTRIES, MEETING, ScriptedAssistant, document
from tests.ui.visitor import Page
from ui.feedback import Feedback


@pytest.fixture
def file(tmp_path):
    return tmp_path / "index" / candidates.FILE


@pytest.fixture
def page(assistant, file):
    return Page(lambda: assistant, feedback=lambda: Feedback(file)).ready()


def test_a_marked_answer_becomes_a_candidate_with_its_conversation(page, file):
    page.ask("Which programmes?").ask("How many member countries?").click("wrong_1")

    (kept,) = candidates.load(file)
    assert kept.question == "How many member countries?"
    assert [turn.content[:10] for turn in kept.history] == ["Which prog", "Two progra"]
    assert kept.citations == (COUNTRIES, CENTRES)
    assert kept.snapshot == "20241124-0001"
    assert "Noted for review." in page.html
    assert page.keys("wrong_") == ["wrong_0"]


def test_a_mark_is_taken_back(page, file):
    page.ask("How many member countries?").click("wrong_0").click("unmark_0")

    assert candidates.load(file) == ()
    assert "Noted for review." not in page.html
    assert page.keys("wrong_") == ["wrong_0"]


def test_a_refusal_can_be_marked_too_with_the_passages_it_showed(page, file):
    page.ask("What is the budget?").click("wrong_0")

    (kept,) = candidates.load(file)
    assert (kept.outcome, kept.reason) == ("not_covered", "not_in_documents")
    assert [near.document for near in kept.nearest] == [MEETING.path, ATELIER.path]


def test_a_newer_document_of_the_index_is_among_the_suspected_causes(page, assistant, file):
    newer = document("2025/meeting.txt", MEETING.title, ["Nothing changed."], date="2025-05-16")
    assistant.stored[newer.path] = newer

    page.ask("How many member countries?").click("wrong_0")

    assert "outdated" in [cause.code for cause in candidates.load(file)[0].causes]


def test_a_failure_or_a_stopped_answer_cannot_be_marked(page):
    page.ask("broken")

    assert page.keys("wrong_") == []


def test_a_mark_that_cannot_be_kept_is_said_and_can_be_tried_again(page, file):
    file.parent.parent.mkdir()
    file.parent.write_text("a file where a folder should be", encoding="utf-8")

    page.ask("How many member countries?").click("wrong_0")

    assert "This was not noted." in page.html
    assert "cannot be written" in page.html
    assert page.keys("wrong_") == ["wrong_0"]


def test_a_new_conversation_forgets_the_marks_on_the_page_and_keeps_the_candidate(page, file):
    page.ask("How many member countries?").click("wrong_0").click("new_conversation")
    page.ask("How many member countries?")

    assert page.keys("wrong_") == ["wrong_0"]
    assert len(candidates.load(file)) == 1


@pytest.mark.parametrize(
    ("locale", "label", "noted"), [("fr", "Erreur ?", "Signalée pour révision."), ("ar", "خطأ؟", "سُجّلت للمراجعة.")]
)
def test_the_control_speaks_the_language_of_the_page(file, locale, label, noted):
    page = Page(lambda: ScriptedAssistant(), locale=locale, feedback=lambda: Feedback(file)).ready()

    page.ask("How many member countries?")
    shown = page.app.button(key="wrong_0").label
    page.click("wrong_0")

    assert shown == label
    assert noted in page.html


def test_without_a_place_to_keep_them_answers_cannot_be_marked(assistant):
    page = Page(lambda: assistant).ready().ask("How many member countries?")

    assert page.keys("wrong_") == []
