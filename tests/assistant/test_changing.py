"""What a text says of change, in three languages."""

from typing import get_args

import pytest

from assistant.changing import Sense, sayings, says


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("The forum was called off.", "calls off"),
        ("Le stage n'aura pas lieu.", "calls off"),
        ("أُلغيت الدورة", "calls off"),
        ("The seminar was put back by two weeks.", "moves"),
        ("Le délai est repoussé au 8 mai.", "moves"),
        ("ارتفع الرسم إلى 120 دولارا", "moves"),
        ("The fee goes from 60 to 75 euros.", "from one to another"),
        ("L'indemnité passe de 55 à 65 euros.", "replaces"),
        ("20 يوما بدلاً من 15", "replaces"),
        ("Ms Rahal takes over from Mr Cole.", "takes over"),
        ("Mme Rahal prend la suite.", "takes over"),
        ("تتولى السيدة رحال المهام خلفاً له", "takes over"),
        ("وكان من المقرر عقدها في مايو", "was so before"),
        ("la biomasse provisoire", "not final"),
    ],
)
def test_a_text_says_of_change_what_its_words_say(text, sense):
    assert says(text, sense)


def test_a_text_without_such_a_word_says_nothing_of_change():
    text = "The library holds 4,100 books on water law."

    assert [sense for sense in get_args(Sense) if says(text, sense)] == []


def test_every_sense_has_sayings_in_every_language():
    assert all(sayings(sense).pattern.count("|") > 2 for sense in get_args(Sense))


def test_who_retires_calls_nothing_off():
    assert not says("Mr Karim Zaitouni retired at the end of August.", "calls off")
    assert says("La proposition a été retirée par le comité.", "calls off")
