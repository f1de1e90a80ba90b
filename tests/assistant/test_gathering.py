"""Everything of a sort that stands in several documents and in no list."""

import pytest

from assistant.understand import asks_several, understand
from assistant.words import told_in
from tests.assistant.archive import assistant_of

FILES = {
    "2023/letter.txt": "Letter to the Harbour Board\nDate: 9 October 2023\n\nThe Heron Foundation paid for the repair of the lighthouse.\n",
    "2024/note.txt": "Note on the library\nDate: 2 May 2024\n\nThe Heron Foundation paid for the reading lamps of the library.\n",
    "2024/plan.txt": "Plan of the summer\nDate: 3 June 2024\n\nThe pier is painted in August.\n",
    "2025/bulletin.txt": "Bulletin\nDate: 5 March 2025\n\nA boat was bought in Azurra; the Heron Foundation paid for the boat.\n",
}


@pytest.fixture(scope="module")
def answer(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("archive")) as assistant:
        yield assistant.ask("List everything that the Heron Foundation paid for")


def test_a_list_that_stands_nowhere_is_gathered_from_every_document_that_tells_of_it(answer):
    cited = {citation.number: citation.document for citation in answer.citations}

    told = [{cited[number] for number in row.citations} for row in answer.table.rows]

    assert told == [{"2023/letter.txt"}, {"2024/note.txt"}, {"2025/bulletin.txt"}]


def test_what_is_gathered_says_how_many_documents_were_read_and_claims_no_completeness(answer):
    assert answer.table.considered == 4
    assert not answer.table.complete
    assert "3" in answer.text.splitlines()[0]


def test_nothing_is_gathered_for_a_name_that_no_document_has(tmp_path):
    with assistant_of(FILES, tmp_path) as assistant:
        answer = assistant.ask("List everything that the Stork Foundation paid for")

    assert answer.outcome == "not_covered"


@pytest.mark.parametrize(
    "asked",
    [
        "All the visits we paid to Tamar",
        "who ran the office, first to last?",
        "In which letters is the pier mentioned?",
        "Dans quels documents parle-t-on du phare ?",
        "les chefs de la section, l'un après l'autre",
        "من تولى الإدارة حتى الآن؟",
        "في أي وثائق ورد ذكر المنارة؟",
    ],
)
def test_words_for_the_whole_of_something_ask_for_several(asked):
    assert asks_several(understand(asked))


@pytest.mark.parametrize("asked", ["When was the pier painted?", "Qui a signé la lettre ?", "كم كلف القارب؟"])
def test_a_question_for_one_thing_does_not(asked):
    assert not asks_several(understand(asked))


def test_nothing_comes_near_a_matter_that_no_document_speaks_of(tmp_path):
    with assistant_of(FILES, tmp_path) as assistant:
        answer = assistant.ask("Which courses on beekeeping did the Heron Foundation give?")

    assert answer.outcome == "not_covered"
    assert answer.table is None


def test_what_only_comes_nearest_is_not_called_a_list():
    assert told_in("en", 2, alone=True, unsure=True).startswith("No document surely tells")
    assert told_in("fr", 2, alone=True, unsure=True) != told_in("fr", 2, alone=True)
