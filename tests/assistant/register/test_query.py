"""What a question asks the register for, however it is worded."""

from datetime import date

import pytest

from assistant.register.abouts import filler
from assistant.register.naming import read_names
from assistant.register.query import read_query
from assistant.understand import understand
from vectorstore import terms

TODAY = date(2026, 6, 15)


def query(question):
    return read_query(understand(question, ()), TODAY, read_names([]))


@pytest.mark.parametrize(
    ("question", "sorts", "words"),
    [
        ("All reef repair courses, past and coming, with town and year", ("course",), {"reef", "repair"}),
        ("gauge trainings that really took place, with place + date", ("course",), {"gauge"}),
        ("Quels ateliers a-t-on organisés à Lima, et avec qui ?", ("workshop",), {"lima"}),
        ("combien de réunions avons-nous eues avec Lima ?", ("meeting", "session"), {"lima"}),
        ("which MoUs did the office sign (no amendments)?", ("memorandum",), {"office"}),
    ],
)
def test_only_what_the_things_are_about_limits_them(question, sorts, words):
    found = query(question)

    assert found.sorts == sorts
    assert {about.words.casefold() for about in found.abouts} == words


@pytest.mark.parametrize(
    ("question", "done"),
    [
        ("which courses did we hold in 2024", True),
        ("courses organised in 2024", True),
        ("quelles formations avons-nous tenues ?", True),
        ("ما الدورات التي نظمناها؟", True),
        ("which courses will be held?", False),
        ("ما الدورات التي ستعقد؟", False),
        ("which courses were planned for 2025?", None),
        ("quelles activités prévues à Lima ont été annulées ?", None),
        ("webinars held or announced in 2024", None),
        ("اذكر الندوات التي نظمها المركز أو أعلن عنها", None),
        ("list the courses", None),
    ],
)
def test_what_took_place_is_told_from_what_is_to_come(question, done):
    assert query(question).done is done


def test_agreements_and_the_like_are_agreements_of_every_sort():
    assert query("which agreements, MoUs etc were signed since 2022?").sorts == ()


@pytest.mark.parametrize(("question", "is_place"), [("courses in Lima", True), ("courses with Lima", False)])
def test_a_name_behind_a_word_for_where_is_a_place(question, is_place):
    (about,) = query(question).abouts

    assert about.is_place is is_place


@pytest.mark.parametrize(
    "question",
    [
        "when is the reef webinar now?",
        "quand est désormais le webinaire reef ?",
        "quand a lieu maintenant le webinaire reef ?",
        "شو موعد ندوة reef هلأ",
    ],
)
def test_a_word_for_now_is_nothing_that_a_thing_is_about(question):
    assert {about.words.casefold() for about in query(question).abouts} == {"reef"}


@pytest.mark.parametrize(
    "question",
    [
        "jusqu'à quand court le mémorandum avec Lima ?",
        "le mémorandum avec Lima, il court jusqu'à quand ?",
        "when does the MoU with Lima lapse?",
        "لغاية متى تسري مذكرة Lima",
    ],
)
def test_until_when_an_agreement_runs_is_asked_with_any_verb(question):
    found = query(question)

    assert found.form == "ends"
    assert {about.words.casefold() for about in found.abouts} == {"lima"}


@pytest.mark.parametrize(
    ("question", "ending"),
    [
        ("when did the 2022 MoU with Lima end?", False),
        ("quand expire le mémorandum de 2022 avec Lima ?", False),
        ("which MoUs end in 2022?", True),
    ],
)
def test_when_an_agreement_of_a_year_ends_is_asked_of_one_signed_in_it(question, ending):
    assert query(question).ending is ending


@pytest.mark.parametrize("word", ["courses", "formations", "workshops", "دورات"])
def test_no_word_for_what_is_listed_is_passed_over(word):
    assert filler().isdisjoint(terms(word))
