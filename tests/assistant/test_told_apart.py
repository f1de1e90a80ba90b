"""What is asked for that is no fact: a summary, what is new, who was absent, who of some people are women."""

from datetime import date

import pytest

from assistant import Turn
from assistant.understand import task_of, understand
from assistant.women import asks_women
from tests.assistant.archive import assistant_of

FILES = {
    "minutes.txt": "Minutes of the Harbour Board, Ninth Meeting\nDate: 9 October 2025\nVenue: Harbour House, Azurra\n"
    "Present: Dr. Samira BELL, Mr. Omar SELIM\nApologies: Ms. Leila HARROW (on mission)\n\n"
    "1. Cranes\nThe Board took note of the report on the two new cranes in the eastern basin.\n\n"
    "2. Lights\nThe lights of the northern pier will be renewed before the end of the year.\n",
    "course.txt": "Report of the sailing course\nDate: 3 June 2023\n\nTrainers\nMs. Aino VIRTA, trainer, Harbour School\nMr. Omar SELIM, trainer, Coast Guard\nDr. Kim SORA, trainer, Lake Institute\n\nThe sailing course cost USD 4,000.\n",
    "accord.txt": "Accord with the Coast Guard\nDate: 8 March 2022\n\nThe accord covers boats.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("apart"), date(2026, 2, 1)) as made:
        yield made


@pytest.mark.parametrize(
    ("asked", "task", "words"),
    [
        ("summarise the minutes of the Harbour Board", "summary", "minutes of the harbour board"),
        ("Could you please translate this report into French?", "translation", "report"),
        ("Fais-moi un résumé du compte rendu", "summary", "compte rendu"),
        ("traduis la lettre en anglais", "translation", "lettre"),
        ("لخص تقرير الدورة", "summary", "تقرير الدوره"),
    ],
)
def test_a_task_is_told_from_the_document_it_is_for(asked, task, words):
    assert task_of(asked) == (task, words)


@pytest.mark.parametrize("asked", ["Who translated the report?", "Which summary was sent?", "من ترجم التقرير؟"])
def test_a_question_about_a_summary_or_a_translation_is_no_task(asked):
    assert task_of(asked) is None


def test_who_asks_for_a_summary_is_told_that_none_is_written_and_gets_the_main_points(assistant):
    answer = assistant.ask("summarise the minutes of the Harbour Board, ninth meeting")

    assert answer.text.startswith("I do not write summaries")
    assert "two new cranes" in answer.text
    assert {citation.document for citation in answer.citations} == {"minutes.txt"}


def test_who_was_there_and_who_was_not_are_both_told(assistant):
    answer = assistant.ask("Who attended the ninth meeting of the Harbour Board and who was absent?")

    assert "Omar SELIM" in answer.text
    assert "Apologies: Ms. Leila HARROW" in answer.text


def test_what_is_new_are_the_documents_since_then_newest_first(assistant):
    answer = assistant.ask("What is new since 2023?")

    assert answer.table is not None
    assert [row.cells[1].split(",")[0] for row in answer.table.rows] == [
        "Minutes of the Harbour Board",
        "Report of the sailing course",
    ]
    assert "since 1 January 2023" in answer.text


def test_women_are_those_whom_a_form_of_address_shows(assistant):
    answer = assistant.ask("Which trainers are women?")

    assert answer.table is not None
    assert [row.cells[0] for row in answer.table.rows] == ["Aino VIRTA"]
    assert "they do not tell: Dr. Kim SORA" in answer.text


@pytest.mark.parametrize(
    "asked",
    ["How many women came?", "Who is the woman who replaced Dr Bell?", "Who were the women who signed the accord?"],
)
def test_a_question_about_one_woman_or_their_number_is_no_question_of_who_is_one(asked):
    assert not asks_women(understand(asked))


def test_a_follow_up_keeps_to_the_document_spoken_of(assistant):
    turns = [Turn("user", "When was the ninth meeting of the Harbour Board?")]

    answer = assistant.ask("who sent apologies?", history=turns)

    assert "Leila HARROW" in answer.text


def test_a_follow_up_knows_the_question_before_it():
    asked = understand("and the venue?", [Turn("user", "When was the harbour course?")])

    assert asked.before == "When was the harbour course?"
    assert understand("Where is the harbour?", []).before == ""
