"""What the issues of a bulletin list under the same heading is told together; the number of a paragraph counts nothing."""

import pytest

from assistant.reading.counting import counting
from tests.assistant.archive import assistant_of

FILES = {
    "notes 7.md": "# Harbour Notes 7\n\nSpring 2023\n\n## Fellows\n\nThe lighthouse fellows are Ms. Ana Sosa (Peru), Mr. Bo Lind (Oman) and Ms. Ida Berg (Chad).\n",
    "notes 9.md": "# Harbour Notes 9\n\nWinter 2024\n\n## Fellows\n\nThe lighthouse fellows are Mr. Juan Paz (Chile), Ms. Eva Holm (Kenya) and Mr. Ali Nur (Mali).\n",
    "letter.txt": "LETTER\n\n4 May 2024\n\nThe lamps of the library were repaired.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("archive")) as made:
        yield made


def test_lists_of_the_same_name_in_several_documents_are_told_together(assistant):
    answer = assistant.ask("Which lighthouse fellows are there?")

    assert all(name in answer.text for name in ("Ana Sosa", "Ida Berg", "Juan Paz", "Ali Nur"))
    assert {citation.document for citation in answer.citations} == {"notes 7.md", "notes 9.md"}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2.2 It was agreed to buy three lamps.", ["three"]),
        ("2.2 It was agreed to close the quay.", []),
        ("2.2 million dollars were spent.", ["2.2"]),
    ],
)
def test_the_number_of_a_paragraph_counts_nothing(text, numbers):
    assert [text[q.start : q.end].split()[0] for q in counting(text)] == numbers
