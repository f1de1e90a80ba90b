"""Lists and counts that the rows of one table answer."""

import pytest

from tests.assistant.archive import assistant_of

FILES = {
    "2023/Attendance Lima.csv": (
        "name,post,country,sex,certificate\n"
        "Ana Sosa,pilot,Peru,F,yes\nBo Lind,pilot,Tunisia,M,no\nIda Berg,engineer,Tunisia,F,yes\nJuan Paz,pilot,Chile,M,yes\n"
    ),
    "2024/projects.csv": (
        "Projet,Pays,Bailleur,État fin 2024\n"
        "Phare de Tamar,Maroc,Fonds du port,en cours\nQuai de Bora,Tunisie,Fonds du port,suspendu\nBalises de Cira,Maroc,Banque du récif,achevé\n"
    ),
    "2024/takers.csv": "Activities and participants by country,Activities,Participants\nKenya,4,61\nOman,2,30\nChad,1,12\n",
    "2025/workplan 2025.csv": (
        "code,activity,partner,status on 30 June 2025,remarks\n"
        "P1,Study tour to Vara,IRIN,cancelled,Visas refused; funds moved to P2\nP2,Rules for small grids,Bank of Cora,completed,\n"
        "P3,Meeting of operators,IRIN,cancelled,No rooms; replaced by P2\nP4,Course for dispatchers,Irène Kabo,ongoing,\n"
    ),
    "2025/budget revised May.csv": (
        "Code,Line,Adopted (USD),Revised May 2025 (USD),Remarks\n"
        'A1,Staff,"9,000","8,000",\nA2,Rent,"2,000","2,000",\nA3,Travel,"1,000","1,500",\n,TOTAL EXPENDITURE,"12,000","11,500",\n'
        'R1,Dues,"7,000","7,000",\nR2,Grants,"5,000","4,500",\n,TOTAL INCOME,"12,000","11,500",\n'
    ),
    "2025/delegation to Oran.md": (
        "# Visit of the Peruvian port office to Oran\n\nOran, 6 July 2025\n\n| Nom | Fonction |\n|---|---|\n"
        "| Mme Ana Rojas | pilote |\n| M. Luis Paz | ingénieur |\n| Mme Eva Luna | juriste |\n"
    ),
    "2024/note.txt": "Note on the library\nDate: 2 May 2024\n\nThe reading lamps of the library were repaired in Lima.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("archive")) as assistant:
        yield assistant


def rows(answer):
    return [row.cells[0] for row in answer.table.rows] if answer.table else []


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("How many women are on the Lima attendance sheet?", ["Ana Sosa", "Ida Berg"]),
        ("combien de participants de Tunisie sur la liste de Lima ?", ["Bo Lind", "Ida Berg"]),
        ("how many people got no certificate in Lima", ["Bo Lind"]),
        ("Combien de projets au Maroc ?", ["Phare de Tamar", "Balises de Cira"]),
        ("كم عدد المشاريع في المغرب؟", ["Phare de Tamar", "Balises de Cira"]),
    ],
)
def test_a_count_is_that_of_the_rows_that_say_all_that_is_asked(assistant, asked, named):
    answer = assistant.ask(asked)

    assert rows(answer) == named
    assert str(len(named)) in answer.text.splitlines()[0]


@pytest.mark.parametrize(
    ("asked", "counted"),
    [
        ("how many activities of the 2025 workplan got scrapped?", 2),
        ("combien d'activités du plan 2025 ont été menées à bien", 1),
        ("كم نشاطا ألغي في خطة 2025", 2),
        ("in the 2025 workplan, count the lines where the partner is IRIN", 2),
    ],
)
def test_rows_are_counted_by_how_things_stand_whatever_the_word_for_it(assistant, asked, counted):
    answer = assistant.ask(asked)

    assert len(rows(answer)) == counted
    assert str(counted) in answer.text.splitlines()[0]


def test_a_list_has_the_values_of_the_column_that_is_asked_for(assistant):
    answer = assistant.ask("quels projets sont financés par le Fonds du port ?")

    assert "Phare de Tamar" in answer.text
    assert "Quai de Bora" in answer.text
    assert "Balises de Cira" not in answer.text


def test_no_rows_are_counted_for_what_the_table_does_not_say(assistant):
    answer = assistant.ask("How many women from Brazil are on the Lima attendance sheet?")

    assert not rows(answer)


@pytest.mark.parametrize(
    "asked",
    [
        "How many activities by country in 2024?",
        "how many participants by country",
        "combien de participants par pays ?",
    ],
)
def test_rows_are_not_counted_for_what_a_column_beside_them_counts(assistant, asked):
    assert rows(assistant.ask(asked)) != ["Kenya", "Oman", "Chad"]


@pytest.mark.parametrize(
    ("asked", "counted"),
    [
        ("How many projects in Morocco and Tunisia?", 3),
        ("Combien de projets au Maroc ou en Tunisie ?", 3),
        ("how many projects do our colleagues manage in Morocco", 2),
    ],
)
def test_rows_of_either_of_two_values_are_counted_and_words_for_doing_need_not_stand_in_a_table(
    assistant, asked, counted
):
    answer = assistant.ask(asked)

    assert len(rows(answer)) == counted
    assert str(counted) in answer.text.splitlines()[0]


def test_no_rows_are_counted_for_a_name_that_the_table_does_not_have(assistant):
    answer = assistant.ask("how many projects do our colleagues manage in Norway")

    assert answer.outcome == "not_covered"


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("How many projects are there in 2024, not counting those in Morocco?", ["Quai de Bora"]),
        ("combien de projets hors Tunisie ?", ["Phare de Tamar", "Balises de Cira"]),
        ("كم مشروعا لدينا ما عدا المشاريع في المغرب؟", ["Quai de Bora"]),
    ],
)
def test_what_a_question_leaves_out_is_not_counted(assistant, asked, named):
    assert rows(assistant.ask(asked)) == named


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        ("How many budget lines did the May revision not touch?", ["A2", "R1"]),
        ("number of expenditure lines that stayed the same in the May revision", ["A2"]),
        ("Which budget lines were cut in the revision of May 2025?", ["A1", "R2"]),
        ("combien de lignes du budget n'ont pas changé en mai ?", ["A2", "R1"]),
        ("كم بند في الميزانية لم يتغير في مراجعة مايو", ["A2", "R1"]),
    ],
)
def test_rows_are_told_by_how_their_value_changed_from_one_column_to_the_next(assistant, asked, codes):
    answer = assistant.ask(asked)

    found = rows(answer) or [line.split(";")[0] for line in answer.text.splitlines()]
    assert found == codes


def test_women_are_told_from_men_by_how_a_table_addresses_them(assistant):
    answer = assistant.ask("How many women were in the Peruvian delegation to Oran in July 2025?")

    assert rows(answer) == ["Mme Ana Rojas", "Mme Eva Luna"]
