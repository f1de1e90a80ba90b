import pytest

from assistant.sounds import skeleton, sounds_alike_and_no_other, sounds_like


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [("زاهرة", "Zahira"), ("فيرون", "Fayroun"), ("زيتوني", "Zaitouni"), ("كايس", "Kayes"), ("اليونيفوك", "UNEVOC")],
)
def test_a_name_is_heard_in_both_scripts(arabic, latin):
    assert skeleton(arabic) == skeleton(latin)
    assert sounds_alike_and_no_other(arabic, latin)


@pytest.mark.parametrize(
    ("arabic", "latin"), [("بلغ", "apolog"), ("معبر", "membr"), ("فرق", "afriqu"), ("لدورة", "aldoria")]
)
def test_a_word_with_the_same_consonants_is_not_the_name_where_its_vowels_could_not_be_left_out(arabic, latin):
    assert not sounds_like(arabic, latin)


def test_two_consonants_alone_tell_no_name():
    assert not sounds_alike_and_no_other("سد", "Souda")
