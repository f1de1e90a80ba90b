"""What a second question leaves out since the first one said it, and questions for what two things are true of."""

import pytest

from assistant.understand import contrast, in_full, leaves_out, twofold


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("how many ships came to Almina", "how many to Tarnes", "how many ships came to Tarnes"),
        ("prix du pain dans la liste de 2019", "celui de 2021", "prix du pain dans la liste de 2021"),
        ("budget approved in Almina", "the one approved in Tarnes", "budget approved in Tarnes"),
        ("كم متدربا حضر في لومن", "كم في أزورا", "كم متدربا حضر في أزورا"),
    ],
)
def test_what_is_left_out_is_said_in_the_words_of_the_first_question(first, second, whole):
    full = in_full(first, second).split()

    assert leaves_out(second)
    assert [word for word in full if word not in ("how", "many", "كم", "approved")] == [
        word for word in whole.split() if word not in ("how", "many", "كم", "approved")
    ]


@pytest.mark.parametrize("asked", ["who paid for the repair of the quay", "qui a écrit le rapport sur les algues"])
def test_a_question_with_words_of_its_own_leaves_nothing_out(asked):
    assert not leaves_out(asked)


@pytest.mark.parametrize(
    ("asked", "asks"),
    [
        ("price of salt in 2019 against 2021", ("price of salt in 2019", "price of salt in 2021")),
        (
            "péage du sel dans le texte de 2016 et dans le protocole de 2023",
            ("péage du sel dans le texte de 2016", "péage du sel dans le protocole de 2023"),
        ),
        ("ميزانية اللجنة سنة 2022 مقابل 2023", ("ميزانية اللجنة سنة 2022", "ميزانية اللجنة سنة 2023")),
        (
            "fine for delay with Bramco compared to Lumen Works",
            ("fine for delay with Bramco", "fine for delay with Lumen Works"),
        ),
    ],
)
def test_two_things_put_against_each_other_are_each_asked_in_full(asked, asks):
    assert contrast(asked).asks == asks


@pytest.mark.parametrize("asked", ["the vaccine against cholera", "plainte contre le port", "الخدمة مقابل رسم"])
def test_what_is_only_against_something_is_no_contrast(asked):
    assert contrast(asked) is None


def test_whoever_two_things_are_true_of_is_asked_for_twice():
    asked = twofold("which town failed in 2022 but was chosen in 2025?")

    assert asked.asks == ("which town failed in 2022", "which town was chosen in 2025")
    assert not asked.only_first
    assert twofold("who failed in 2022?") is None
    assert twofold("which town won but who paid?") is None
