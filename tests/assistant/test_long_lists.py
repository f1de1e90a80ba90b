"""A list that is too long to be read in a sentence, or that is counted, stands in a table under what it is a list of."""

import pytest

from tests.assistant.archive import assistant_of

PARTS = ("net", "rope", "float", "sail", "mast", "anchor")
STEPS = [
    f"Take the {part} out, clean it with care, dry it in the sun and oil it twice before the tide" for part in PARTS
]
FILES = {
    "guide.md": "# Guide to the repair of boats\n\nDate: 3 March 2024\n\n## Recommendations of the boatyard\n\n"
    + "".join(f"- {step}\n" for step in STEPS),
    "minutes.md": "# Minutes of the Harbour Board\n\nDate: 9 October 2023\n\nThe Board met and agreed to extend the pilot course.\n",
    "letter.md": "# Letter to the Fisheries Panel\n\nDate: 3 May 2024\n\nThe Panel asks for two boats and a captain.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("long-lists")) as assistant:
        yield assistant


def test_a_long_list_stands_in_a_table_and_says_neither_yes_nor_no(assistant):
    answer = assistant.ask("What are the recommendations of the boatyard?")

    assert [row.cells[-1] for row in answer.table.rows] == STEPS
    assert answer.text.startswith("Recommendations of the boatyard")


def test_the_items_of_a_list_are_counted_where_no_sentence_gives_their_number(assistant):
    answer = assistant.ask("How many recommendations of the boatyard are in the guide to the repair of boats?")

    assert answer.text.startswith("6 in all")
    assert len(answer.table.rows) == len(STEPS)
