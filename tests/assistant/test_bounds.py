"""How large something must be is read from a question, and asked of tables and of the register."""

from datetime import date

import pytest

from assistant.bounds import bound_of, without_bound
from tests.assistant.archive import assistant_of

FILES = {
    "2024/budget.csv": (
        "Programme,Approved budget (USD),Spent (USD)\nREEF,210000,198000\nPORT,95000,90250\nSALT,70000,55600\nTIDE,160000,154900\nTotal,535000,498750\n"
    ),
    "2024/report-nets.md": "# Report of the Course on Nets\n\nDate: 5-9 June 2024\n\nVenue: Orvel\n\n22 participants from 9 countries took part.\n\n"
    "| Country | Participants |\n|---|---|\n| Kenya | 2 |\n| Oman | 6 |\n| Chad | 3 |\n| All others | 11 |\n",
    "2024/report-salt.txt": "Rapport de la formation sur le sel\nDate : 3-4 juillet 2024\nLieu : Orvel\n\n12 participants de 4 pays ont suivi la formation.\n",
    "2025/report-tides.txt": "تقرير الدورة التدريبية حول المد\nالتاريخ: 2-13 فبراير 2025\nالمكان: أورفل\n\nشارك في الدورة 31 متدربا من 8 دول.\n",
    "2025/report-ropes.txt": "Report of the Course on Ropes\nDate: 6-7 March 2025\nVenue: Orvel\n\nThe hall was warm.\n",
    "2025/mou.txt": "Memorandum of understanding\nDate: 1 February 2023\n\nThe Reef Union (RU) and the Salt Board (SB) signed a memorandum of understanding on 1 February 2023. It is valid until 31 January 2028.\n",
    "2025/mou-b.txt": "Memorandum of understanding\nDate: 5 May 2024\n\nThe Reef Union (RU) and the Port House (PH) signed a memorandum of understanding on 5 May 2024. It is valid until 4 May 2026.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("bounds"), date(2025, 6, 15)) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("asked", "form", "number", "kind", "rest"),
    [
        ("which courses had more than 20 participants?", "more", 20, "people", "which courses had"),
        ("which programmes cost at least USD 500,000", "at least", 500_000, "money", "which programmes cost"),
        ("which grants are below 5k", "less", 5_000, "money", "which grants are"),
        ("quels projets dépassent 1,5 million d'euros ?", "more", 1_500_000, "money", "quels projets"),
        ("which trainings lasted 3 days or more", "at least", 3, "time", "which trainings lasted"),
        ("which trainings took more than a week?", "more", 1, "time", "which trainings took"),
        ("ما هي الدورات التي شارك فيها أكثر من 20 مشاركا؟", "more", 20, "people", "ما هي الدورات التي شارك فيها"),
        ("أي دورات استمرت أكثر من أسبوعين؟", "more", 2, "time", "أي دورات استمرت"),
        ("which country sent the most trainees", "largest", 0, "people", "which country sent"),
        ("quelle formation a été la plus longue ?", "largest", 0, "time", "quelle formation a été"),
        ("what are the three largest pavilions?", "largest", 0, None, "what are the pavilions"),
    ],
)
def test_a_bound_is_told_from_what_it_is_asked_of(asked, form, number, kind, rest):
    bound = bound_of(asked)

    assert (bound.form, bound.number, bound.kind) == (form, number, kind)
    assert " ".join(without_bound(asked, bound).rstrip(" ?؟").split()) == rest


@pytest.mark.parametrize(
    "asked",
    [
        "what is the most recent MoU?",
        "what were the trainees least happy with?",
        "which year had the most meetings?",
        "what happened over the last 3 years?",
        "how many participants in total?",
    ],
)
def test_what_says_nothing_of_a_size_is_no_bound(asked):
    assert bound_of(asked) is None


@pytest.mark.parametrize(
    ("asked", "named", "others"),
    [
        ("which programmes cost more than 100,000 dollars?", ("REEF", "TIDE"), ("PORT", "SALT")),
        ("which programme has the smallest budget?", ("SALT",), ("REEF", "PORT", "TIDE")),
        ("what are the two programmes that spent the most?", ("REEF", "TIDE"), ("PORT", "SALT")),
        ("which country sent the most participants to the course on nets?", ("Oman",), ("Kenya", "Chad", "others")),
        ("how many countries sent at least 3 participants to the course on nets?", ("2", "Oman", "Chad"), ("Kenya",)),
        ("quel pays a envoyé le moins de participants au cours sur les nets ?", ("Kenya",), ("Oman", "Chad")),
    ],
)
def test_the_rows_are_meant_whose_number_is_as_large(assistant, asked, named, others):
    answer = assistant.ask(asked)

    assert answer.outcome == "answered"
    assert all(name in answer.text for name in named)
    assert not any(name in answer.text for name in others)


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ("which courses had more than 20 participants?", ["31", "22"]),
        ("quelles formations ont réuni au plus 12 personnes ?", ["12"]),
        ("what was our biggest course?", ["31"]),
        ("أي دورة كان فيها أقل عدد من المشاركين؟", ["12"]),
    ],
)
def test_events_are_compared_by_who_came_and_those_of_which_nobody_tells_it_are_named(assistant, asked, numbers):
    answer = assistant.ask(asked)

    assert answer.route == "register"
    assert [row.cells[2] for row in answer.table.rows] == numbers
    assert "Ropes" in answer.text
    assert all(row.citations for row in answer.table.rows)


def test_the_chip_of_a_bound_can_be_lifted(assistant):
    asked = "which courses had more than 20 participants?"
    answer = assistant.ask(asked)
    all_of_them = assistant.ask(asked, without_filters=frozenset(["bound"]))

    assert [limit.words for limit in answer.understood.filters] == ["courses", "more than 20 participants"]
    assert all_of_them.question == asked
    assert len(all_of_them.table.rows) == 4


def test_that_none_is_as_large_is_said_with_what_comes_nearest(assistant):
    answer = assistant.ask("which courses had more than 100 participants?")

    assert answer.text.startswith("None of the 3")
    assert "(31)" in answer.text.splitlines()[0]


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ("which courses lasted more than a week?", ["2-13 February 2025"]),
        ("which course was the longest?", ["2-13 February 2025"]),
        ("which agreements last longer than three years?", ["1 February 2023"]),
    ],
)
def test_what_took_or_holds_so_long_is_known_by_its_days(assistant, asked, days):
    answer = assistant.ask(asked)

    assert [day for row in answer.table.rows for day in days if day in row.cells] == days
    assert len(answer.table.rows) == len(days)


@pytest.mark.parametrize(
    "asked", ["which meetings had more than 30 participants?", "which ships are longer than 30 metres?"]
)
def test_what_nothing_tells_the_size_of_is_not_answered_by_other_numbers(assistant, asked):
    assert assistant.ask(asked).outcome != "answered"
