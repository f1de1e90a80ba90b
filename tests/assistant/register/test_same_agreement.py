"""One agreement told by several documents is one row; the same partner in another year is another."""

from datetime import date

import pytest

from tests.assistant.archive import assistant_of

FILES = {
    "note.txt": "NOTE VERBALE\nSelvara, 9 November 2021\n\nThe Orchard Council (ORCO) and the Frost Research Institute (FRI) signed a letter of "
    "intent in Selvara on 26 October 2021.\n",
    "slides.md": "# The Council in brief\n\nNovember 2025\n\n## Agreements in force\n\n- FRI, letter of intent, 2021\n- Walnut Bank, memorandum, 2024\n",
    "press.txt": "PRESS NOTE\nSelvara, 6 March 2024\n\nThe Orchard Council (ORCO) and the Walnut Bank (WB) signed a memorandum of understanding "
    "on 6 March 2024.\n",
    "communique.txt": "COMMUNIQUÉ\nBelmarie, le 10 octobre 2024\n\nLe Conseil des vergers (en anglais Orchard Council, ORCO) et l'Institut des "
    "figues (IF) ont signé un mémorandum d'entente le 10 octobre 2024.\n",
    "minutes.txt": "Minutes of the Board\nDate: 4 June 2024\nVenue: Selvara\n\nThe Orchard Council (ORCO) and the Beekeepers' Union (BU) signed "
    "a memorandum of understanding on 3 June 2024.\n",
    "mou.txt": "MEMORANDUM OF UNDERSTANDING between the Orchard Council (ORCO) and the Sheep Breeders' League (SBL)\n"
    "Date: 5 May 2025\n\nThis Memorandum replaces the one signed in Orvel on 3 April 2019.\n\nDone in Selvara on 5 May 2025.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("agreed"), date(2026, 1, 15)) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question", ["list the letters of intent we signed", "quelles lettres d'intention avons-nous signées ?"]
)
def test_an_agreement_of_which_one_document_gives_the_day_and_another_the_year_is_one(assistant, question):
    (row,) = assistant.ask(question).table.rows

    assert "Frost Research Institute" in row.cells[0]
    assert "26" in row.cells[2]


def test_agreements_of_one_year_with_different_partners_are_apart(assistant):
    rows = assistant.ask("which memoranda were signed in 2024?").table.rows

    assert len(rows) == 3
    assert len({row.cells[2] for row in rows}) == 3


def test_an_agreement_that_was_replaced_is_superseded_by_the_one_that_says_so(assistant):
    agreements = assistant.register().table("agreement").entries
    older = next(entry for entry in agreements if entry.start == "2019-04-03")
    newer = next(entry for entry in agreements if entry.key == older.superseded_by)

    assert newer.start == "2025-05-05"
