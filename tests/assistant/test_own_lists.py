"""The list that stands in the one document a question is of: bound by its meeting, day or town first, then told or counted whole."""

import pytest

from tests.assistant.archive import assistant_of

FILES = {
    "board/minutes lome.md": (
        "# Minutes of the Harbour Board\n\nLomé, 3 March 2025\n\n## Opening\n\nThe chair opened at nine.\n\n## Decisions\n\n"
        "1. The dues are raised.\n2. A crane is bought.\n3. The prize goes to Tema.\n"
    ),
    "board/minutes oran.md": (
        "# Minutes of the Harbour Board\n\nOran, 5 June 2024\n\n## Opening\n\nThe chair opened at ten.\n\n## Decisions\n\n"
        "1. The lighthouse is painted.\n2. The archive moves to Sfax.\n"
    ),
    "office/minutes 22-05-2025.md": (
        "# Weekly meeting of the office\n\n22 May 2025\n\n| No | Decision | By when |\n|---|---|---|\n"
        "| 1 | Order the lamps | 29 May 2025 |\n| 2 | Renew the lease | 5 June 2025 |\n| 3 | Paint the hall | 10 July 2025 |\n"
    ),
    "library/catalogue.csv": (
        'Title,Languages,Pages\nSmall Ports,"English, French",210\nOn the Quay,English,132\nPrix du sel,French,48\n'
    ),
    "audit/report.txt": (
        "REPORT OF THE AUDITORS\n\nBeira, 7 July 2025\n\n1. The accounts were read.\n\n2. The auditors made the following observations:\n\n"
        "2.1 advances are cleared late;\n\n2.2 labels are missing; and\n\n2.3 no rate was kept.\n\n3. The office agrees.\n"
    ),
    "plan/table 2026.csv": (
        "No,Activity,Type,Place\n1,Mass laboratory,peer visit,Lima\n2,Rules of trade,training course,Oran\n"
        "3,Volume laboratory,peer visit,Tema\n4,Fuel pumps,training course,Beira\n"
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("archive")) as made:
        yield made


def told(answer):
    return " ".join([answer.text, *(cell for row in (answer.table.rows if answer.table else ()) for cell in row.cells)])


@pytest.mark.parametrize(
    "asked",
    [
        "decisions of the Harbour Board in Lomé, 3 March 2025",
        "What did the Harbour Board decide in Lomé on 3 March 2025?",
        "décisions du Harbour Board à Lomé le 3 mars 2025",
        "قرارات مجلس Harbour Board في Lomé 3 مارس 2025",
    ],
)
def test_the_decisions_of_a_meeting_are_those_of_its_own_minutes(assistant, asked):
    answer = assistant.ask(asked)

    assert all(said in told(answer) for said in ("dues are raised", "crane is bought", "prize goes to Tema"))
    assert {citation.document for citation in answer.citations} == {"board/minutes lome.md"}


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("How many decisions did the Harbour Board take in Oran in June 2024?", 2),
        ("combien de décisions au compte rendu du 22 mai 2025", 3),
        ("How many observations did the auditors make in Beira?", 3),
        ("how many peer visits are in the 2026 plan", 2),
        ("how many titles are in the catalogue", 3),
        ("how many of our titles are in English only", 1),
    ],
)
def test_what_is_counted_is_all_of_the_list_of_the_document_that_is_meant(assistant, asked, number):
    answer = assistant.ask(asked)

    assert str(number) in answer.text.splitlines()[0]
    assert len(answer.table.rows) == number


def test_the_day_of_a_meeting_does_not_pick_the_decisions_that_are_due_in_its_month(assistant):
    answer = assistant.ask("decisions of the weekly meeting of 22 May 2025")

    assert all(said in told(answer) for said in ("Order the lamps", "Renew the lease", "Paint the hall"))


def test_a_meeting_of_another_day_has_no_such_list(assistant):
    answer = assistant.ask("How many decisions did the Harbour Board take in Lomé in April 2019?")

    assert answer.outcome == "not_covered" or not answer.text.startswith("3 in all")


def test_what_documents_tell_of_those_who_were_in_an_office_is_gathered_and_nothing_else(tmp_path):
    files = {
        "2022/diary.txt": "MISSION DIARY\n\n4 May 2022\n\nTravelling: Tarek HADARI (Head, Corridors Division) and two drivers.\n\nThe ferry was late.\n",
        "2024/minutes.txt": "MINUTES OF THE TEAM\n\n5 March 2024\n\nL. HOLM acts as Head of the Corridors Division from 1 July.\n\nThe lamps were repaired.\n",
        "2025/list.txt": "WHAT WE RECOMMEND\n\n6 June 2025\n\nAsk both ports of the northern corridor for one tolerance.\n",
    }
    with assistant_of(files, tmp_path) as assistant:
        answer = assistant.ask("All heads of the Corridors Division we know of, acting ones too")

    assert "HADARI" in told(answer)
    assert "HOLM" in told(answer)
    assert {citation.document for citation in answer.citations} == {"2022/diary.txt", "2024/minutes.txt"}


@pytest.mark.parametrize(
    "asked",
    [
        "how many observations did the auditors make in Beira?",
        "combien d'observations ont fait les auditeurs à Beira ?",
    ],
)
def test_the_items_of_the_list_that_is_surely_meant_are_counted(assistant, asked):
    answer = assistant.ask(asked)

    assert answer.text.startswith("3")
