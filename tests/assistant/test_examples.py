"""The questions that the page offers to begin with."""

from datetime import date

import pytest

from assistant.examples import examples
from vectorstore import Fact

TODAY = date(2026, 11, 26)


class Known:
    """A snapshot of which only the facts are looked at."""

    def __init__(self, *facts: tuple[str, str, dict[str, str]]) -> None:
        self._facts = [Fact(kind, "a.txt", None, 0, 1, "a", fields, language) for kind, language, fields in facts]

    def facts(self, kind):
        return [fact for fact in self._facts if fact.kind == kind]


def event(day: str, title: str, **fields: str) -> tuple[str, str, dict[str, str]]:
    return "event", "en", {"what": "meeting", "start_date": day, "title": title, **fields}


def test_the_year_asked_about_is_the_latest_with_many_meetings():
    known = Known(
        *(event(f"2024-0{month}-03", f"meeting {month}") for month in range(1, 5)),
        *(event(f"2025-0{month}-03", f"meeting {month}") for month in range(1, 4)),
        event("2026-02-03", "the only one"),
    )

    assert examples(known, "en", TODAY) == ("Which meetings took place in 2025?",)


def test_meetings_that_are_to_come_or_were_called_off_are_not_offered():
    known = Known(event("2027-01-03", "next"), event("2026-05-06", "off", state="cancelled"))

    assert examples(known, "en", TODAY) == ()


@pytest.mark.parametrize(
    ("role", "organisation", "asked"),
    [
        ("Director", "IKM", ("Who is the Director of IKM?",)),
        ("and the Director", "IKM", ()),
        ("Director", "the Centre", ()),
        ("", "IKM", ()),
    ],
)
def test_an_office_is_asked_for_where_role_and_body_read_well(role, organisation, asked):
    known = Known(("person", "en", {"name": "A", "role": role, "organisation": organisation}))

    assert examples(known, "en", TODAY) == asked


def test_agreements_are_asked_for_by_the_year_in_which_the_next_of_them_end():
    ends = [("agreement", "fr", {"valid_until": day}) for day in ("2025-01-01", "2027-01-01", "2029-01-01")]

    assert examples(Known(*ends), "fr", TODAY) == ("Quels accords prennent fin en 2027 ?",)


def test_names_are_taken_from_documents_in_the_language_of_the_question():
    known = Known(("programme", "ar", {"acronym": "SD-Reach", "definition": "برنامج"}))

    assert examples(known, "en", TODAY) == ()
    assert examples(known, "ar", TODAY) == ("ما معنى SD-Reach؟",)


def test_an_archive_of_which_little_is_known_offers_nothing():
    assert examples(Known(), "xx", TODAY) == ()
