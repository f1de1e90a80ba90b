"""What the gate stops and what it lets pass, counted over both archives; `python -m tests.quality.mutate_gate` shows each."""

import random

import pytest

from tests.quality.mutate_gate import KINDS, extractive, mutants, paraphrases, stopped, stopped_word_for_word

MOST = 60
"""Errors of a kind that are tried."""
HONEST = {"word for word": (extractive(), stopped_word_for_word), "reworded": (paraphrases(), stopped)}


@pytest.fixture(scope="module")
def errors():
    """By manner and kind: wrong versions of honest answers."""
    found = {manner: mutants(honest) for manner, (honest, _) in HONEST.items()}
    return {
        manner: {kind: random.Random(kind).sample(wrong, min(MOST, len(wrong))) for kind, wrong in kinds.items()}
        for manner, kinds in found.items()
    }


@pytest.mark.parametrize("manner", HONEST)
def test_of_a_hundred_answers_with_an_error_put_in_the_gate_stops_at_least_ninety_nine(errors, manner):
    stops = HONEST[manner][1]
    hundred = [said for kind in KINDS for said in (errors[manner][kind] * 2)[:25]]

    passed = [said.text for said in hundred if not stops(said)]

    assert len(passed) <= 1, passed


@pytest.mark.parametrize("manner", HONEST)
def test_of_all_answers_with_an_error_put_in_the_gate_stops_ninety_eight_in_a_hundred(errors, manner):
    stops = HONEST[manner][1]
    wrong = [said for kind, found in errors[manner].items() if kind != "two names exchanged" for said in found]

    assert sum(map(stops, wrong)) >= 0.98 * len(wrong)


def test_of_a_hundred_honest_answers_the_gate_stops_at_most_two():
    reworded = paraphrases()
    hundred = [*reworded, *random.Random("honest").sample(extractive(), 100 - len(reworded))]

    wrongly = [said.text for said in hundred if stopped(said)]

    assert len(wrongly) <= 2, wrongly


def test_hardly_an_honest_word_for_word_answer_is_stopped():
    answers = extractive()

    assert sum(map(stopped_word_for_word, answers)) <= 0.01 * len(answers)
