"""Whether an event took place: what was moved, called off or only announced is no yes."""

from datetime import date

import pytest

from tests.assistant.archive import assistant_of

FILES = {
    "2023/notice.txt": "Notice no. 4\nDate: 2 May 2023\n\nThe Forum on Wild Honey will take place on 12 September 2023 in Orvel.\n",
    "2023/moved.txt": "Notice no. 9\nDate: 30 August 2023\n\n"
    "The Forum on Wild Honey, planned for 12 September 2023, was postponed to 14 November 2023.\n",
    "2024/report.txt": "Report of the course on hives\nDate: 4-8 March 2024\nVenue: Selvara\n\nThe course on hives took place in Selvara from 4 to 8 March 2024. 21 people attended.\n",
    "2024/off.txt": "Notice no. 3\nDate: 3 June 2024\n\nThe course on wax, planned for 17 June 2024 in Selvara, is cancelled.\n",
    "2024/plan.txt": "Notice no. 5\nDate: 1 July 2024\n\nA webinar on queens will be held on 9 July 2024.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("taken"), date(2025, 6, 15)) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "opens", "says"),
    [
        ("Was the forum on wild honey held in September 2023?", "No", "14 November 2023"),
        ("Le forum a-t-il eu lieu en septembre 2023 ?", "Non", "14 novembre 2023"),
        ("هل عقد المنتدى في سبتمبر 2023؟", "لا", "14 نوفمبر 2023"),
        ("Did the course on hives take place in March 2024?", "Yes", "4-8 March 2024"),
        ("Did the course on hives take place in 2023?", "No", "4-8 March 2024"),
        ("Did the course on wax take place?", "No", "cancelled"),
    ],
)
def test_a_yes_or_a_no_comes_with_the_day_and_the_words(assistant, question, opens, says):
    answer = assistant.ask(question)

    assert answer.text.startswith(opens)
    assert says in answer.text.replace("–", "-")
    assert answer.citations


def test_what_was_only_announced_is_neither_a_yes_nor_a_no(assistant):
    answer = assistant.ask("Did the webinar on queens take place?")

    assert answer.outcome == "not_covered"
    assert "9 July 2024" in answer.text
    assert answer.nearest
