"""The same of several things that are named side by side: each is asked apart."""

import pytest

from assistant.understand import apiece
from tests.assistant.archive import assistant_of

FILES = {
    "2025/fifth.txt": "Minutes of the Fifth Harbour Council\nDate: 20 May 2025\n\nThe meeting was chaired by Ms Halima Robleh.\n\nThe Council raised the dues.\n",
    "2026/sixth.md": "# Relevé de décisions – 6e Conseil des ports\n\n12 mai 2026\n\nLa séance a été présidée par M. Mamadou Ba.\n\nLe budget est arrêté.\n",
    "2026/lights.txt": "Note on the lights\nDate: 3 June 2026\n\nALBA ends on 30 September 2028.\n\nBORO ends on 31 March 2027.\n\nNothing is settled for CIMA.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("archive")) as made:
        yield made


def test_each_thing_is_answered_from_its_own_sentence_and_labelled(assistant):
    answer = assistant.ask("end dates of ALBA and BORO")

    told = {name: [row.cells[1] for row in answer.table.rows if row.cells[0] == name] for name in ("ALBA", "BORO")}

    assert "30 September 2028" in " ".join(told["ALBA"])
    assert "31 March 2027" in " ".join(told["BORO"])
    assert "BORO" not in " ".join(told["ALBA"])
    assert "ALBA: " in answer.text


def test_an_ordinal_is_found_as_it_is_written_in_any_language(assistant):
    answer = assistant.ask("who chaired the fifth and the sixth council")

    told = " ".join(" ".join(row.cells) for row in answer.table.rows)

    assert "Halima Robleh" in told
    assert "Mamadou Ba" in told


def test_every_row_is_cited(assistant):
    answer = assistant.ask("end dates of ALBA and BORO")

    known = {citation.number for citation in answer.citations}

    assert all(row.citations and set(row.citations) <= known for row in answer.table.rows)


@pytest.mark.parametrize(
    ("asked", "each"),
    [
        ("chefs d'équipe aux campagnes 7, 8 et 9", ("7", "8", "9")),
        ("من رأس الدورة السادسة ومن رأس الدورة السابعة", ("السادسة", "السابعة")),
        ("who led the counts of spring 2022, autumn 2023 and May 2025", ("spring 2022", "autumn 2023", "May 2025")),
        ("متى تنتهي توأمة كايس وتوأمة كارا", ("كايس", "كارا")),
        ("nurses sent by J-1 and by J-4", ("J-1", "J-4")),
    ],
)
def test_times_ordinals_numbers_and_what_follows_a_repeated_noun_are_things(asked, each):
    assert tuple(apiece(asked, lambda _: False)) == each


@pytest.mark.parametrize(
    "asked",
    [
        "le 12 et 13 mai 2025 à Oran",
        "changes from 2021 to 2023",
        "between the 5th and the 6th session",
        "who signed the agreement and when was the agreement signed",
    ],
)
def test_one_span_of_time_and_two_questions_are_no_things(asked):
    assert apiece(asked, lambda _: False) == {}


@pytest.mark.parametrize("asked", ["term one term two " * 2_000, "of the " * 3_000, "2024, " * 90])
def test_hostile_repetition_is_not_read(asked):
    assert apiece(asked, lambda _: False) == {}
