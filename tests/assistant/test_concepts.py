from assistant.concepts import is_known_name, same_concept
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
