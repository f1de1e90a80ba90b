"""What a document numbers in headings or paragraphs is counted, and shown as counted."""

import pytest

from tests.assistant.archive import assistant_of

FILES = {
    "oran.md": "# Report of the Third Session, Oran, 2025\n\n3 May 2025\n\nThe session was opened at nine.\n\n## Resolution 3/1 – Budget\n\nThe budget is approved.\n\n"
    "## Resolution 3/2 – Staff\n\nA post is created.\n\n## Resolution 3/3 – Next session\n\nIt is held in Kayes.\n",
    "lome.txt": "MINUTES OF THE COMMITTEE\n\nLomé, 6 June 2026\n\n1. The meeting was opened.\n\nDECISIONS\n\n5/1. The dues are raised.\n\n5/2. An office is opened.\n\n5/3. The prize goes to Tema.\n\n5/4. The course is put off.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("archive")) as made:
        yield made


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("number of resolutions that came out of Oran", 3),
        ("combien de résolutions sont sorties de la session d'Oran ?", 3),
        ("how many decisions did the committee take in Lomé?", 4),
    ],
)
def test_numbered_headings_and_paragraphs_are_counted_and_each_is_shown(assistant, asked, number):
    answer = assistant.ask(asked)

    assert str(number) in answer.text.splitlines()[0]
    assert len(answer.table.rows) == number
    assert all(row.citations for row in answer.table.rows)


def test_what_a_document_numbers_is_not_the_answer_for_another_matter(assistant):
    answer = assistant.ask("how many resolutions on fisheries came out of Oran")

    assert answer.table is None
