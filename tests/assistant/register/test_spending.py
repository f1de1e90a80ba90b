"""What was spent is added up once: no plan, no first figure, no total and no part of it is added to it."""

from datetime import date

import pytest

from tests.assistant.archive import assistant_of

FILES = {
    "centre.txt": "About the Centre\nDate: 3 January 2022\n\nThe Orlan Training Centre (OTC) runs courses for its member states.\n",
    "accounts.md": "# Accounts of 2024\n\nDate: 20 January 2025\n\nThese are the final figures. All amounts are in USD.\n\n"
    "| Unit | Approved (USD) | Spent (USD) |\n|---|---|---|\n| Forest unit | 50,000 | 42,000 |\n| Harbour unit | 30,000 | 29,500 |\n"
    "| Library | 20,000 | 11,500 |\n| Total | 100,000 | 83,000 |\n",
    "interim.md": "# Interim accounts of 2024\n\nDate: 2 November 2024\n\nThese figures are provisional. All amounts are in USD.\n\n"
    "| Unit | Spent (USD) |\n|---|---|\n| Forest unit | 31,000 |\n| Harbour unit | 20,000 |\n| Library | 9,000 |\n| Total | 60,000 |\n",
    "council.txt": "Minutes of the Council\nDate: 4 December 2023\n\nThe Council approved a budget of USD 100,000 for 2024.\n",
    "broken.md": "# Accounts of 2022\n\nDate: 20 January 2023\n\nAll amounts are in USD.\n\n"
    "| Unit | Spent (USD) |\n|---|---|\n| Forest unit | 10,000 |\n| Harbour unit | 12,000 |\n| Total | 30,000 |\n",
    "wool.txt": "Report of the course on wool\nDate: 6-10 March 2023\nVenue: Oster\n\nThe course was held in Oster. The course cost USD 12,000.\n",
    "wool-first.txt": "Preliminary report of the course on wool\nDate: 6-10 March 2023\nVenue: Oster\n\n"
    "The provisional cost of the course is estimated at USD 9,000.\n",
    "boats.txt": "Rapport du cours sur les bateaux\nDate : 5-9 juin 2023\nLieu : Marsal\n\nLe cours s'est tenu à Marsal. Le cours a coûté 8 000 euros.\n",
    "water.txt": "تقرير دورة المياه\nالتاريخ: 11-15 سبتمبر 2023\nالمكان: طيبة\n\nعُقدت الدورة في طيبة. بلغت تكلفة الدورة 7,500 دولار.\n",
    "review.txt": "Review of 2023\nDate: 30 January 2024\n\nThe course on wool of March 2023 cost USD 12,000.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("spending"), date(2026, 11, 26)) as assistant:
        yield assistant


def amounts(answer):
    return [row.cells[0] for row in answer.table.rows]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How much did we spend in total in 2024?", "83,000 USD spent in all (3 amounts on record)."),
        ("Combien avons-nous dépensé au total en 2024 ?", "83\u00a0000 USD dépensés au total (3 montants attestés)."),
        ("كم أنفقنا في المجموع عام 2024؟", "المجموع المنفق: 83,000 USD (3 من المبالغ المسجلة)."),
    ],
)
def test_the_rows_of_the_final_table_are_added_and_each_is_cited(assistant, question, said):
    answer = assistant.ask(question)

    assert answer.text.splitlines()[0] == said
    assert amounts(answer) == ["42,000 USD", "29,500 USD", "11,500 USD"]
    assert all(row.citations for row in answer.table.rows)


def test_what_was_left_out_is_said_with_the_reason(assistant):
    told = assistant.ask("How much did we spend in total in 2024?").text

    assert "Not added, for another amount replaced it: 60,000 USD" in told
    assert "Not added, for it was set aside, not spent: 100,000 USD" in told


def test_money_set_aside_is_added_apart_from_what_was_spent(assistant):
    answer = assistant.ask("What was the total budget approved for 2024?")

    assert answer.text.startswith("100,000 USD set aside in all")
    assert amounts(answer) == ["50,000 USD", "30,000 USD", "20,000 USD"]


def test_currencies_have_sums_of_their_own_and_a_figure_told_twice_counts_once(assistant):
    answer = assistant.ask("How much did the courses of 2023 cost in all?")

    assert answer.text.splitlines()[0] == "8,000 euros + 19,500 USD spent in all (3 amounts on record)."
    assert "Not added, for another amount replaced it: 9,000 USD" in answer.text


def test_a_table_whose_rows_do_not_come_to_its_total_is_not_added_up(assistant):
    answer = assistant.ask("How much did we spend in total in 2022?")

    assert answer.understood is None or answer.understood.form != "spent"


def test_one_amount_alone_is_read_where_it_is_said(assistant):
    answer = assistant.ask("How much did the course on wool cost?")

    assert answer.route == "passages"
    assert "12,000" in answer.text
