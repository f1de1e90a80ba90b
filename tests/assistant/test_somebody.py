"""Somebody who is described by whom they came before, by initials, or by what a list says they are to do."""

import pytest

from assistant.anchored import anchored
from assistant.reading.matching import Matcher
from assistant.somebody import initials_in, preceding
from assistant.understand import pointed, understand
from tests.assistant.test_superseding import evidence


def rows(*texts, columns):
    from dataclasses import replace

    found = [evidence(text, start=100 * place) for place, text in enumerate(texts)]
    return [replace(e, sentence=replace(e.sentence, kind="row", columns=columns)) for e in found]


@pytest.mark.parametrize(
    ("described", "said"),
    [
        ("the coordinator before Ms Eva ZURI", "Ms Eva ZURI is named coordinator in place of Mr Ali SAN, called to Corvan."),
        ("le coordonnateur avant Mme Eva ZURI", "Mme Eva ZURI est nommée, en remplacement de M. Ali SAN, appelé à Corvan."),
    ],
)  # fmt: skip
def test_whoever_came_before_somebody_is_the_one_they_took_over_from(described, said):
    found = preceding(understand(described), [evidence(said)])

    assert found is not None
    assert found.name == "Ali SAN"


def test_whoever_left_shortly_before_somebody_took_over_came_before_them():
    left = evidence("Our coordinator Mr Ali SAN retired on 30 June after eight years.")
    came = evidence("Ms Eva ZURI took over on 1 July.", start=120)

    found = preceding(understand("the coordinator before Ms Eva ZURI"), [came, left])

    assert found is not None
    assert found.name == "Ali SAN"


def test_nobody_is_taken_for_a_predecessor_where_the_question_asks_for_none():
    said = "Ms Eva ZURI is named coordinator in place of Mr Ali SAN."

    assert preceding(understand("the coordinator Ms Eva ZURI"), [evidence(said)]) is None


def test_the_initials_that_a_document_gives_somebody_are_theirs():
    listed = evidence("Present: Marta KOWAL (MK, data lead), Jo ABARA (JA, legal)")

    assert initials_in("Marta KOWAL", [listed]) == "MK"
    assert initials_in("Eva ZURI", [listed]) is None


def test_what_somebody_was_to_do_is_told_by_the_row_they_are_in_charge_of():
    question = understand("What was Ali SAN supposed to do after the Corvan meeting?")
    listed = rows(
        "1 | Find a hall | E. ZURI | May", "2 | Propose a port | A. SAN | June", columns=("No", "Action", "Owner", "By")
    )

    told = anchored("Ali SAN", question, listed, Matcher(question, lambda term: 1.0, {}, {}), person=True)

    assert told is not None
    assert "Propose a port" in told.draft.said[0].text


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Celui qui a signé pour le port de Corvan : qu'est-ce qu'il devait proposer ?", "qu'est-ce qu'il devait proposer"),
        ("The country that hosts the fifth meeting: is it in the working group?", "is it in the working group"),
    ],
)  # fmt: skip
def test_what_is_described_first_may_be_asked_about_in_any_form(text, asks):
    found = pointed(text)

    assert found is not None
    assert found.asks == (asks,)
