"""Answers kept for the follow-ups on them."""

from assistant import answered
from assistant.answered import Answered


def test_an_answer_is_kept_by_all_that_it_depends_on():
    kept = Answered()

    kept.keep(("Who?", 1), "somebody")

    assert kept.to(("Who?", 1)) == "somebody"
    assert kept.to(("Who?", 2)) is None


def test_the_answer_that_was_kept_first_goes_first():
    kept = Answered()

    for number in range(answered._KEPT + 1):
        kept.keep(number, "told")

    assert kept.to(0) is None
    assert kept.to(1) == "told"
