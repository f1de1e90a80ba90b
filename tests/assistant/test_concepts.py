import pytest

from assistant.concepts import everyday, is_known_name, same_concept, translations
from vectorstore.normalise import terms


def stem(word):
    return terms(word)[0]


def test_a_word_meets_its_like_in_the_other_languages():
    assert {stem("réunion"), stem("اجتماع")} <= same_concept(stem("meeting"))


def test_a_word_of_no_concept_has_no_like():
    assert same_concept("xyzzi") == frozenset()


def test_the_short_names_of_bodies_are_known_as_names():
    assert is_known_name(stem("الفاو"))
    assert not is_known_name(stem("meeting"))


def test_a_word_of_two_languages_is_taken_for_the_one_of_the_question():
    assert stem("country") in same_concept(stem("pays"), "fr")
    assert stem("country") not in same_concept(stem("pay"), "en")


def test_a_translation_is_a_word_of_another_language():
    found = translations(stem("meeting"), "en")

    assert {stem("réunion"), stem("اجتماع")} <= found
    assert stem("gathered") not in found


def test_an_arabic_word_is_known_behind_for_and_in_other_persons_of_a_verb():
    assert {stem("لدورة"), stem("دورة")} <= translations(stem("course"), "en")
    assert {stem("توقع"), stem("يوقع")} <= translations(stem("signed"), "en")


def test_a_place_is_a_name_and_no_everyday_word():
    assert is_known_name(stem("senegal"))
    assert stem("senegal") not in everyday()


@pytest.mark.parametrize(
    ("people", "country"), [("Ugandans", "Uganda"), ("sénégalaise", "Senegal"), ("العراقيين", "Iraq")]
)
def test_the_people_of_a_country_are_named_by_it(people, country):
    assert set(terms(country)) & same_concept(terms(people)[0])
