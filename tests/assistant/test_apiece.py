"""The same that is asked of several things named side by side is asked of each."""

import pytest

from assistant.understand import apiece


def is_name(word):
    return word[:1].isupper() or word in {"velor", "sarun", "nord", "تونس", "مصر", "ليبيا"}


@pytest.mark.parametrize(
    ("asked", "each"),
    [
        ("end dates of velor, sarun and nord please", ("velor", "sarun", "nord")),
        ("dates de fin de velor, de sarun et de nord", ("velor", "sarun", "nord")),
        ("كم شارك من تونس ومصر وليبيا", ("تونس", "مصر", "ليبيا")),
        ("which grants went to groups in Sudan and Mali", ("Sudan", "Mali")),
        ("the observers at Lomé in 2025 and at Douala in 2026", ("Lomé in 2025", "Douala in 2026")),
    ],
)
def test_each_of_several_names_is_asked_about(asked, each):
    found = apiece(asked, is_name)

    assert tuple(found) == each
    assert all(name in question for name, question in found.items())
    assert all(other not in found[each[0]] for other in each[1:])


def test_of_two_years_of_one_thing_the_thing_stays():
    found = apiece("observateurs aux sessions du Comité de 2025 et de 2026", is_name)

    assert found == {
        "2025": "observateurs aux sessions du Comité de 2025",
        "2026": "observateurs aux sessions du Comité de 2026",
    }


@pytest.mark.parametrize(
    "asked",
    [
        "the agreement between Velor and Sarun",
        "l'accord entre Velor et Sarun",
        "who signed for Velor",
        "did Velor pay what Sarun asked",
        "the rules of the port and the harbour",
        "",
    ],
)
def test_one_thing_or_two_sides_of_it_are_not_asked_apart(asked):
    assert apiece(asked, is_name) == {}


def test_hostile_repetition_is_read_quickly():
    assert apiece("A, " * 5_000, is_name) == {}
