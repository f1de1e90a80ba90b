"""Limits are shown in the words of the question."""

import pytest

from assistant.register.typed import as_typed


@pytest.mark.parametrize(
    ("said", "question", "typed"),
    [
        ("brannholt", "When is the exercise in Brannholt?", "Brannholt"),
        ("المحاكاه", "متى تُعقد تمرين المحاكاة؟", "المحاكاة"),
        ("port selan", "Meetings in Port Selan, please", "Port Selan"),
        ("drm-reach", "Was hat DRM-Reach?", "DRM-Reach"),
        ("2024", "Meetings in 2024", "2024"),
        ("meeting", "Meetings in 2024", "meeting"),
        ("", "Meetings", ""),
        ("cancelled", "Which courses were called off?", "called off"),
        ("organises / annules", "Cours organisés ou annulés ?", "organisés / annulés"),
        ("courses workshops", "Courses and Workshops in 2024", "Courses Workshops"),
    ],
)
def test_a_limit_is_shown_in_the_letters_it_was_typed_in(said, question, typed):
    assert as_typed(said, question) == typed
