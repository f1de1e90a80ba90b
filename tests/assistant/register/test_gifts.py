"""Sums of money that was given: each currency by itself, and nothing added that may be the same money."""

from datetime import date

import pytest

from tests.assistant.archive import assistant_of

FILES = {
    "received.md": "# Orchard Council: contributions received in 2024\n\nDate: 20 January 2025\n\n## Contributions\n\n"
    "| Contributor | Programme | Amount received (USD) | Date received |\n|---|---|---|---|\n"
    "| Walnut Bank (WB) | SEED | 30,000 | 12 February 2024 |\n"
    "| Frost Institute (FI) | SEED | 11,500 | 3 April 2024 |\n"
    "| Walnut Bank (WB) | HIVE | 12,500 | 20 August 2024 |\n",
    "pledges.txt": "Orchard Herald\nDate: 5 June 2023\n\nThe Orchard Council (OC) thanks its donors.\n\n"
    "The Walnut Bank (WB) confirmed in May a contribution of USD 60,000 to SEED.\n\n"
    "The Moss League (ML) paid in April 2024 a contribution of EUR 5,000 to HIVE.\n\n"
    "The Walnut Bank will contribute USD 700 a year to SEED.\n",
    "courses.md": "# Orchard Council: activities held\n\nDate: 20 January 2025\n\n"
    "| Activity | Place | Dates | Participants |\n|---|---|---|---|\n"
    "| Course on grafting | Selvara | 13–17 May 2024 | 18 |\n"
    "| Course on pruning | Orvel | 22–26 July 2024 | 21 |\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("gifts"), date(2025, 6, 15)) as assistant:
        yield assistant


def amounts(answer):
    return sorted(row.cells[0].split()[0] for row in answer.table.rows)


@pytest.mark.parametrize(
    "question",
    [
        "How much did the Walnut Bank contribute in total?",
        "total contributions of the Walnut Bank",
        "Combien Walnut Bank a-t-elle versé au total comme contributions ?",
        "كم بلغ مجموع مساهمات Walnut Bank؟",
    ],
)
def test_a_pledge_is_not_added_to_the_amounts_received_and_that_is_said(assistant, question):
    answer = assistant.ask(question)

    assert answer.text.replace("\u00a0", ",").count("42,500") == 1
    assert amounts(answer) == ["12,500", "30,000"]
    (told,) = (said for said in answer.statements if "60,000" in said.text)
    assert told.citations


def test_each_currency_has_a_sum_of_its_own(assistant):
    answer = assistant.ask("how much money did we receive in 2024 in total?")

    assert "54,000 USD + 5,000 EUR" in answer.text


def test_what_is_paid_every_year_is_not_added(assistant):
    answer = assistant.ask("What were all contributions in total?")

    assert not any("700" in row.cells[0] for row in answer.table.rows)
    assert any("700" in said.text for said in answer.statements[1:])


def test_of_pledges_asked_for_only_pledges_are_added(assistant):
    answer = assistant.ask("how much was pledged in total?")

    assert amounts(answer) == ["60,000"]
    assert "pledged" in answer.statements[0].text


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("who contributed more, the Walnut Bank or the Frost Institute?", "Walnut Bank: 42,500 USD"),
        ("Qui a contribué le plus, Walnut Bank ou Frost Institute ?", "Walnut Bank: 42\u00a0500 USD"),
    ],
)
def test_two_givers_are_compared_by_what_they_gave(assistant, question, first):
    assert assistant.ask(question).text.startswith(first)


@pytest.mark.parametrize(
    "question",
    [
        "which had more participants, the course on grafting or the course on pruning?",
        "quelle formation a eu le plus de participants, grafting ou pruning ?",
    ],
)
def test_two_events_are_compared_by_the_people_who_came(assistant, question):
    answer = assistant.ask(question)

    assert answer.text.startswith("pruning: 21; grafting: 18")
    assert all(row.citations for row in answer.table.rows)


def test_what_was_spent_is_not_taken_for_what_was_given(assistant):
    assert assistant.ask("how much did the courses cost in total?").route != "register"


def test_people_trained_in_a_year_are_added_up(assistant):
    answer = assistant.ask("How many officials did we train in 2024?")

    assert "39" in answer.statements[0].text
