"""The assistant's own words."""

from assistant.words import which


def test_a_question_back_says_of_when_each_document_is():
    assert which("en", [("First meeting", "2024-05-03"), ("Second meeting", None)]) == (
        "Which one do you mean: “First meeting” (3 May 2024) or “Second meeting”?"
    )


def test_a_question_back_quotes_as_its_language_does():
    choices = [("Réunion", None), ("اجتماع", None)]

    assert "« Réunion » ou « اجتماع »" in which("fr", choices)
    assert "«Réunion» أو «اجتماع»" in which("ar", choices)
