"""Of several numbers, days and people beside each other, those that are asked for."""

from datetime import date

import numpy as np
import pytest

from assistant.reading.fitting import fit
from assistant.reading.matching import Matcher
from assistant.understand import compared, understand
from assistant.women import asks_women
from tests.assistant.archive import assistant_of
from vectorstore import StoredSentence

FILES = {
    "2026/fair report.md": "# Reef fair in Orvel: final report\n\n6 November 2026\n\n## Figures\n\n| | Third fair, Lima 2023 | Target Orvel 2026 | Orvel 2026, final |\n|---|---|---|---|\n"
    "| Exhibitors | 187 | 250 | 212 |\n| Visitors | 15,900 | 20,000 | 18,400 |\n\nOf the exhibitors, 58 were headed by women.\n",
    "2022/eleventh.md": "# Eleventh session of the Reef Board\n\nOrvel, 18-19 October 2022\n\nThe eleventh session of the Reef Board met partly online at the Centre's building in Orvel.\n\nIt drew 96 delegates from 39 countries.\n",
    "2019/eighth.md": "# Eighth session of the Reef Board\n\nLima, 23-25 October 2019\n\nAt the eighth session of the Reef Board in Lima four people spoke at the opening, and over 37 people came.\n",
    "2025/course.txt": "Rapport de la formation sur le sel\nDate : 8-12 septembre 2025\nLieu : Dakar\n\nTrente places étaient ouvertes ; 27 stagiaires ont suivi le cours jusqu'au bout, dont 11 femmes.\n",
    "2026/rules.md": "# Reef Working Party (RWP): terms of reference\n\n4 June 2026\n\nThe Secretary of the Working Party is Mr Olu Fasey.\n\nThe Working Party has an expert of each of Kenya, Oman and Chad.\n",
    "2026/notice.txt": "Notice\nDate: 2 March 2026\n\nThe forum on tides will not take place on 12 May 2026 in Lima, since the hall burnt down.\n",
    "2026/tests.txt": "Notes on the pilots' test\nDate: 3 March 2026\n\nA pilot who fails the test may try again after three months.\n",
    "2026/staff.txt": "Staff of the Reef Centre (RC)\nDate: 1 February 2026\n\nMs. Ada Lund is Executive Director of the Reef Centre.\n\nMr. Bo Lind is Head of Printing at the Reef Centre.\n\n"
    "The Reef Centre trains divers. The Reef Centre keeps a library.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("numbers"), date(2026, 12, 1)) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("how many visitors were the target in Orvel?", "20,000"),
        ("how many exhibitors were the target in Orvel?", "250"),
        ("how many visitors came to Orvel?", "18,400"),
        ("how many exhibitors came to Orvel?", "212"),
        ("how many exhibitors in Orvel were headed by women?", "58"),
        ("by how much did exhibitors grow between Lima and Orvel?", "Difference: 25"),
        ("combien de stagiaires ont suivi la formation sur le sel ?", "27"),
        ("how many people came to the eleventh session of the Reef Board?", "96"),
        ("how many people came to the 8th session of the Reef Board?", "37"),
    ],
)
def test_the_number_is_that_of_what_is_asked(assistant, asked, told):
    answer = assistant.ask(asked)

    assert told in answer.text.splitlines()[0]


def test_a_place_is_no_body_whose_building_stands_there(assistant):
    answer = assistant.ask("where was the eleventh session of the Reef Board?")

    assert answer.text.startswith("Orvel")
    assert "Lima" not in answer.text


def test_a_day_on_which_something_will_not_be_is_no_answer_to_when_it_is(assistant):
    answer = assistant.ask("when is the forum on tides?")

    assert not answer.text.startswith("12 May 2026")


def test_what_says_of_whom_a_sentence_speaks_denies_nothing(assistant):
    answer = assistant.ask("can a pilot try the test again?")

    assert "may try again" in answer.text
    assert not answer.text.startswith("No")


def test_a_number_counts_the_noun_behind_it_and_not_one_further_on():
    question = understand("how many meetings did the board hold?")
    matcher = Matcher(question, lambda term: 1.0, {}, {})

    def fits(text):
        return fit(
            question, StoredSentence(1, "a.txt", 0, len(text), "paragraph", None, (), text, np.zeros(1)), matcher
        )

    assert fits("Three publications came out at the meeting.") < fits("The board held three meetings.")


def test_how_many_in_each_is_no_part_of_what_is_compared():
    asked = compared("did more people come to the Lima course or the Oran course, and how many in each?")

    assert asked.sides == ("the Lima course", "the Oran course")


def test_the_holder_of_one_post_is_not_that_of_another(assistant):
    assert not assistant.ask("who is the expert of Oman in the reef working party?").text.startswith("Mr Olu Fasey")


@pytest.mark.parametrize("asked", ["who heads the Reef Centre?", "qui est à la tête du Reef Centre ?", "who leads the Reef Centre now?"])  # fmt: skip
def test_whoever_heads_a_body_is_its_director_and_nobody_of_a_part_of_it(assistant, asked):
    answer = assistant.ask(asked)

    assert "Ada Lund" in answer.text
    assert "Bo Lind" not in answer.text


@pytest.mark.parametrize(
    "asked",
    ["who won the prize for women exporters?", "which courses for women did we hold?", "من فاز بجائزة النساء؟"],
)
def test_what_is_for_women_is_no_question_of_who_is_one(asked):
    assert not asks_women(understand(asked))


@pytest.mark.parametrize(
    "asked", ["who are the women among our focal points?", "which of the trainers were women?", "من هن النساء بين منسقينا؟"]
)  # fmt: skip
def test_who_is_a_woman_is_asked_of_people(asked):
    assert asks_women(understand(asked))
