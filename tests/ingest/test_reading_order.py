"""From places on paper to reading order."""

import pytest

from ingest.readers.bidi import Glyph, in_reading_order, is_right_to_left


def printed(line):
    """Glyphs for a line given as it looks from left to right; every character is one wide."""
    return [Glyph(char, index, index + 1, len(line) - index) for index, char in enumerate(line)]


@pytest.mark.parametrize(
    ("looks", "reads"),
    [
        ("2030 ربوتكأ 9 يف", "في 9 أكتوبر 2030"),
        (".رالود 40,000 غلبمب", "بمبلغ 40,000 دولار."),
        ("2025 رياربف 28-27", "27-28 فبراير 2025"[::1]),
        ("(HDMA) ةئيهلا", "الهيئة (HDMA)"),
        (")HDMA( ةئيهلا", "الهيئة (HDMA)"),
        (".LA/2025/31 مقرلا", "الرقم LA/2025/31."),
        ("2024/05/29 خيراتلا", "التاريخ 2024/05/29"),
        ("%40 ةبسن", "نسبة 40%"),
    ],
)
def test_arabic_lines_read_from_the_right_with_latin_words_and_numbers_turned_back(looks, reads):
    assert in_reading_order(printed(looks), size=1, right_to_left=True) == reads


def test_arabic_inside_a_latin_line_is_turned():
    assert in_reading_order(printed("the word (زكرم) here"[::1]), size=1, right_to_left=False) == "the word (مركز) here"


def test_a_mark_follows_the_letter_it_stands_over():
    glyphs = [Glyph("ا", 0, 1, 3), Glyph("ً", 0.2, 0.6, 1), Glyph("ع", 1, 2, 2)]

    assert in_reading_order(glyphs, size=10, right_to_left=True) == "عاً"


def test_room_between_glyphs_is_a_space():
    glyphs = [Glyph("ا", 0, 1, 2), Glyph("ب", 3, 4, 1, word=1)]

    assert in_reading_order(glyphs, size=4, right_to_left=True) == "ب ا"


def test_the_direction_of_a_text_is_that_of_most_of_its_letters():
    assert is_right_to_left("مركز MER")
    assert not is_right_to_left("MERSTAT مركز")
    assert not is_right_to_left("2024")
