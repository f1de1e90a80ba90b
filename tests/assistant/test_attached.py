"""Arabic writes small words as one with the name behind them."""

import pytest

from assistant.attached import bare_stems
from vectorstore import terms


@pytest.mark.parametrize(
    ("word", "name"),
    [("بباكو", "باكو"), ("للوفان", "لوفان"), ("لدرفان", "درفان"), ("وبباكو", "باكو"), ("للمركز", "المركز")],
)
def test_a_name_is_known_without_what_is_written_as_one_with_it(word, name):
    assert terms(name)[0] in bare_stems(word)


def test_a_word_of_another_script_has_nothing_written_as_one_with_it():
    assert bare_stems("Baku") == ()
