"""A text that says which day holds no more speaks of what was told of that day."""

import pytest

from assistant.reading.left_behind import denies_another_day

OLDER = "The exercise planned for 17-19 March 2026 has been moved to 21-23 April 2026."


@pytest.mark.parametrize(
    "text",
    [
        "It will be published on 20 February 2026 and not on 31 January.",
        "Elle paraîtra le 20 février 2026 et non le 31 janvier.",
        "وسينشر في 20 فبراير 2026 وليس في 31 يناير.",
    ],
)
def test_another_day_than_the_older_text_tells_is_about_something_else(text):
    assert denies_another_day(text, OLDER)


@pytest.mark.parametrize(
    "text",
    [
        "The exercise is held on 5 May 2026 and not on 21 April.",
        "The exercise has been moved to 5 May 2026.",
        "The exercise is held in May and not in April 2026.",
    ],
)
def test_a_day_that_the_older_text_tells_or_none_is_not(text):
    assert not denies_another_day(text, OLDER)
