"""When an agreement was signed, until when it holds, and whether it still does."""

from datetime import date

import pytest

from assistant.register.record import Record
from vectorstore import Fact


def test_whether_an_agreement_still_holds_is_told_on_the_day_of_the_question(assistant):
    question = "Is the memorandum with the Coastal Safety Agency still in force?"

    now = assistant.ask(question)
    later = assistant.ask(question, as_of=date(2026, 4, 1))

    assert now.text.startswith("Yes. 13 March 2026")
    assert later.text.startswith("No. 13 March 2026")


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("Until when is the memorandum with the CSA valid?", "13 March 2026"),
        ("When was the memorandum with the Coastal Safety Agency signed?", "14 March 2023"),
        ("Jusqu'à quand le mémorandum avec la Coastal Safety Agency est-il valable ?", "13 mars 2026"),
        ("متى ينتهي العمل بمذكرة التفاهم مع CSA؟", "13 مارس 2026"),
    ],
)
def test_a_day_of_an_agreement_is_given_with_the_words_that_say_it(assistant, question, day):
    answer = assistant.ask(question)

    assert answer.statements[0].text == day
    assert "13 March 2026" in answer.citations[0].quote or "14 March 2023" in answer.citations[0].quote
    assert answer.understood.kind == "agreement"


def test_an_agreement_of_another_sort_is_named_but_is_no_answer(assistant):
    answer = assistant.ask("When was the memorandum with the Deep Sea Institute signed?")

    assert (answer.outcome, answer.reason, answer.statements) == ("not_covered", "not_in_documents", ())
    assert "a letter of intent of 5 February 2024 is" in answer.text
    assert "letter of intent" in answer.nearest[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Which memoranda expire in 2026?",
        "Which memoranda will expire in 2026?",
        "Quels mémorandums prennent fin en 2026 ?",
        "ما مذكرات التفاهم التي تنتهي في 2026؟",
    ],
)
def test_agreements_that_end_in_a_year_are_listed_by_their_last_day_not_by_the_day_they_were_signed(
    assistant, question
):
    answer = assistant.ask(question)

    assert [row.cells[3] for row in answer.table.rows] in (["13 March 2026"], ["13 mars 2026"], ["13 مارس 2026"])


def test_that_no_agreement_ends_in_a_year_is_never_said_from_the_years_they_were_signed_in(assistant):
    answer = assistant.ask("Which memoranda expire in 2023?")

    assert answer.table is None
    assert "None found" not in answer.text


@pytest.mark.parametrize(
    ("signed", "months", "until"),
    [
        ("2022-06-08", "36", "2025-06-08"),
        ("2024-11", "14", "2026-01"),
        ("2024-02-29", "12", "2025-02"),
        ("2022", "36", ""),
    ],
)
def test_an_agreement_that_says_how_long_it_lasts_ends_then(signed, months, until):
    fact = Fact("agreement", "a.txt", None, 0, 1, "x", {"what": "memorandum", "months": months}, "en")

    record = Record("agreement", "memorandum", (fact,), signed, signed, "signed", frozenset(), frozenset(), frozenset())

    assert record.until == until
