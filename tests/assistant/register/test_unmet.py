"""Lists whose limits nothing on record meets."""

import pytest


@pytest.mark.parametrize(
    ("question", "none"),
    [
        ("Which MoUs with the CSA were signed in 2024?", "None found"),
        ("Quels mémorandums avec la CSA en 2024 ?", "Aucun résultat"),
        ("ما هي مذكرات التفاهم مع CSA في 2024؟", "لا نتيجة"),
    ],
)
def test_a_limit_that_no_record_meets_is_said_and_the_near_miss_is_cited(assistant, question, none):
    answer = assistant.ask(question)

    assert (answer.outcome, answer.reason, answer.route) == ("not_covered", "not_in_documents", "register")
    assert answer.text.startswith(none)
    assert "2024" in answer.text
    assert "CSA" in answer.text
    assert "[1]" in answer.text
    assert answer.nearest[0].document.endswith("2023/minutes-march.txt")


def test_the_documents_considered_are_counted(assistant):
    answer = assistant.ask("How many MoUs with the CSA were signed in 2024?")

    assert "documents considered: 8; not readable: 0" in answer.text


def test_another_sort_of_agreement_with_the_partner_is_a_near_miss(assistant):
    answer = assistant.ask("List all MoUs with the DSI")

    assert answer.outcome == "not_covered"
    assert answer.nearest[0].document.endswith("letter-intent.txt")


def test_where_no_single_limit_is_in_the_way_the_nearest_words_are_shown(assistant):
    answer = assistant.ask("Which MoUs with the DSI were signed in 2023?")

    assert answer.outcome == "not_covered"
    assert answer.nearest


@pytest.mark.parametrize("who", ["about the weather", "with the RSA"])
def test_what_no_record_speaks_of_is_left_to_the_passages(assistant, who):
    answer = assistant.ask(f"Which MoUs {who} were signed in 2024?")

    assert answer.route != "register"


def test_without_the_limit_in_the_way_the_rows_are_listed(assistant):
    question = "Which MoUs with the CSA were signed in 2024?"
    asked = assistant.ask(question)
    again = assistant.ask(question, without_filters=["date"])

    assert "date" in [limit.key for limit in asked.understood.filters]
    assert len(again.table.rows) == 1


def test_a_year_that_may_be_that_of_something_else_is_left_to_the_passages(assistant):
    answer = assistant.ask("Which courses were held under the 2022 memorandum?")

    assert answer.route != "register"


@pytest.mark.parametrize(
    "question",
    ["list our meetings with UN agencies in 2024", "Nos réunions avec les agences des Nations Unies en 2024"],
)
def test_a_group_of_which_nobody_is_on_record_has_no_meetings(assistant, question):
    answer = assistant.ask(question)

    assert (answer.outcome, answer.route) == ("not_covered", "register")
    assert "2024" in answer.text
