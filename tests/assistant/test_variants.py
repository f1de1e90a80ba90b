import pytest

from assistant.sounds import skeleton
from assistant.variants import Vocabulary

ARCHIVE = {"webinar": 3, "فانتومار": 1, "زيتوني": 2, "belkadri": 1, "oic": 4, "meet": 9, "water": 2}


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [("vantomar", "فانتومار"), ("zaitouni", "زيتوني"), ("belkadri", "بلقادري"), ("odelund", "أوديلوند")],
)
def test_a_name_sounds_alike_in_both_scripts(latin, arabic):
    assert skeleton(latin) == skeleton(arabic)


def test_a_slip_of_the_finger_finds_the_word_that_was_meant():
    assert Vocabulary(ARCHIVE, 20).variants(["webinra"], {}, {}) == {"webinra": frozenset({"webinar"})}


def test_a_word_that_the_archive_has_is_not_corrected():
    assert Vocabulary(ARCHIVE, 20).variants(["water"], {}, {}) == {}


def test_a_name_is_found_in_the_other_script():
    assert Vocabulary(ARCHIVE, 20).variants(["vantomar"], {"vantomar": "vantomar"}, {}) == {
        "vantomar": frozenset({"فانتومار"})
    }


def test_the_letters_of_a_short_name_may_stand_in_another_order():
    assert Vocabulary(ARCHIVE, 20).variants(["oci"], {"oci": "oci"}, {}) == {"oci": frozenset({"oic"})}


def test_a_word_of_one_chunk_weighs_more_than_a_word_of_many():
    words = Vocabulary(ARCHIVE, 20)

    assert words.weight("belkadri") > words.weight("meet")
    assert words.weight("never-seen") == pytest.approx(1.0)


def test_an_arabic_name_is_heard_whole_though_its_stem_is_shorter():
    small = Vocabulary({"unevoc": 4, "meet": 9}, 10)

    assert small.variants(["يونيف"], {}, {"يونيف": "اليونيفوك"}) == {"يونيف": frozenset({"unevoc"})}


def test_a_short_name_is_found_in_the_other_script_by_how_it_is_written_in_full():
    small = Vocabulary({"يرون": 3, "زاهر": 2, "meet": 9}, 20, ["فيرون", "زاهرة"])

    assert small.variants(["zah", "fayrun"], {"zah": "Zahira", "fayrun": "Fayrun"}, {}) == {
        "zah": frozenset({"زاهر"}),
        "fayrun": frozenset({"يرون"}),
    }


def test_an_everyday_arabic_word_is_no_name_in_the_other_script():
    assert Vocabulary({"invoic": 2, "meet": 9}, 20).variants(["انفاق"], {}, {"انفاق": "إنفاق"}) == {}
