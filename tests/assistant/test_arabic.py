from assistant.arabic import Inflections, root, uninflected
from vectorstore import terms


def stem(word):
    return terms(word)[0]


def test_an_accusative_or_a_plural_is_met_as_the_word_it_is_of():
    archive = Inflections([stem("خارجياً"), stem("مهندسات"), stem("ورشة")])

    assert archive.of(stem("خارجية")) == {stem("خارجياً")}
    assert stem("مهندسات") in archive.of(stem("مهندس"))


def test_a_word_behind_for_is_met_without_it():
    assert stem("دورة") in Inflections([stem("دورة")]).of(stem("لدورة"))


def test_the_noun_of_a_verb_and_a_broken_plural_share_its_root():
    archive = Inflections([stem("تعيين"), stem("خبراء")])

    assert stem("خبراء") in archive.akin(stem("خبير"))
    assert root(stem("تدريب")) == root(stem("مدرب"))


def test_a_short_word_keeps_its_letters():
    assert uninflected("يد") == "يد"
    assert root("ماء") == "ماء"


def test_words_in_other_letters_have_no_arabic_forms():
    assert Inflections(["report"]).of("report") == frozenset()
