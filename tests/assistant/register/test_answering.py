"""Questions answered from the register."""

import pytest


def rows(answer):
    return [row.cells for row in answer.table.rows]


@pytest.mark.parametrize(
    "question",
    [
        "Which courses were held so far?",
        "all courses held so far and where",
        "quelles formations ont eu lieu ?",
        "courses",
    ],
)
def test_a_list_is_understood_however_it_is_asked(assistant, question):
    answer = assistant.ask(question)

    assert answer.route == "register"
    assert rows(answer)[0][1].startswith("11-15")
    assert len(rows(answer)) == 2


def test_every_row_is_cited_and_every_value_stands_in_the_words_cited(assistant):
    answer = assistant.ask("Which memoranda were signed since 2022?")
    quotes = {citation.number: citation.quote for citation in answer.citations}

    for row in answer.table.rows:
        assert row.citations
        assert "Coastal Safety Agency" in " ".join(quotes[number] for number in row.citations)


def test_a_count_equals_its_rows(assistant):
    answer = assistant.ask("How many courses were held?")

    assert answer.text.startswith("2 ")
    assert len(answer.table.rows) == 2


def test_a_letter_of_intent_is_no_memorandum(assistant):
    memoranda = assistant.ask("list all MoUs")
    letters = assistant.ask("letters of intent we signed, with date")

    assert len(memoranda.table.rows) == len(letters.table.rows) == 1
    assert "Deep Sea Institute" in letters.table.rows[0].cells[0]


def test_years_may_be_written_as_a_span(assistant):
    answer = assistant.ask("courses held 2023-24?")

    assert len(answer.table.rows) == 2


def test_people_who_followed_one_another_have_their_days(assistant):
    answer = assistant.ask("Who has been Director of the Training Department, in order?")

    assert [cells[0] for cells in rows(answer)] == ["Ms. Irena VOLKAS", "Mr. Paul ANDREN"]


@pytest.mark.parametrize("question", ["What was the former name of the RSA?", "Quel est l'ancien nom de la RSA ?"])
def test_a_former_name_is_given_where_a_document_tells_of_the_change(assistant, question):
    answer = assistant.ask(question)

    assert answer.statements[0].text.startswith("Lighthouse Service")
    assert "Lighthouse Service" in answer.citations[0].quote


def test_words_that_nothing_is_found_within_are_passed_over_and_said_to_be(assistant):
    answer = assistant.ask("courses in Port Rosmar, gladly offered")

    assert answer.outcome == "answered"
    assert [limit.words for limit in answer.understood.filters if not limit.applied] == ["gladly", "offered"]


def test_nothing_is_listed_that_a_topic_or_a_name_of_the_question_does_not_fit(assistant):
    assert assistant.ask("which courses on beekeeping did we hold?").table is None
    assert assistant.ask("courses in Atlantis").table is None
