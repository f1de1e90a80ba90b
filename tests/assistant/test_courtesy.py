"""What is only said to whoever answers is no part of a question."""

import pytest

from assistant.understand import without_courtesy


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Good morning, could you kindly tell me who opened the forum? Many thanks", "who opened the forum?"),
        ("Hi all, do we know which firm built the pier", "which firm built the pier"),
        ("remind me what the lender wanted", "what the lender wanted"),
        ("Hello Sanad, who opened the forum?", "who opened the forum?"),
        ("I need the dates of the course please", "the dates of the course"),
        ("Bonjour, pourriez-vous me rappeler qui a ouvert le forum, s'il vous plaît ?", "qui a ouvert le forum?"),
        ("J'aurais besoin du nom du tuteur, merci d'avance", "nom du tuteur"),
        ("merci de m'indiquer ce que prévoit l'accord", "ce que prévoit l'accord"),
        ("السلام عليكم، من افتتح المنتدى؟ شكرا جزيلا", "من افتتح المنتدى؟"),
        ("ممكن تقولي لي متى الندوة لو سمحت", "متى الندوة"),
    ],
)
def test_greeting_request_and_thanks_are_taken_off(typed, asked):
    assert without_courtesy(typed) == asked


@pytest.mark.parametrize(
    "typed",
    [
        "Hello",
        "Merci",
        "Hilal programme start",
        "Do we know Mr Adams?",
        "could you tell me whether the accord was signed?",
        "Could you draft a letter to the lender?",
        "What did the delegates thank the host for?",
        "j'ai besoin de 3500 dollars pour mon atelier, quelle garantie faut-il ?",
    ],
)
def test_what_says_more_or_would_be_nothing_without_it_is_left(typed):
    assert without_courtesy(typed) == typed
