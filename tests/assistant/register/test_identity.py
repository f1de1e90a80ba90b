"""Who somebody is: their own office, never that of somebody else in the same sentence."""

from datetime import date

import pytest

from tests.assistant.archive import assistant_of

FILES = {
    "2023/minutes.txt": "Minutes of the Coast Committee\nDate: 14 March 2023\nVenue: Hall B, Port Rosmar\n\n"
    "The Union was represented by Ms. Irena VOLKAS, Head of the Training Unit, and by Mr. Paul ANDREN, Librarian.\n",
    "2024/notice.txt": "Staff notice\nDate: 3 June 2024\n\n"
    "Ms. Irena VOLKAS, Director of the Coast Academy, visited the house on 3 June 2024.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("identity"), date(2025, 6, 15)) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    ["Who is Irena Volkas?", "Qui est Irena Volkas ?", "من هي إيرينا فولكاس؟", "What is Irena Volkas's position?"],
)
def test_the_latest_office_comes_first_and_earlier_ones_follow(assistant, question):
    first, *others = assistant.ask(question).text.splitlines()

    assert "Director of the Coast Academy" in first
    assert any("Head of the Training Unit" in other for other in others)


def test_somebody_else_in_the_sentence_is_not_the_answer(assistant):
    assert assistant.ask("Who is Paul Andren?").text.startswith("Librarian")


def test_somebody_nobody_wrote_of_is_not_known(assistant):
    assert assistant.ask("Who is Otto Kranz?").outcome == "not_covered"
