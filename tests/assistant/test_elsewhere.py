"""A sentence about an event also answers to what other documents call that event."""

import pytest

from tests.assistant.archive import assistant_of

PLAN = """Note on the visit of the Lighthouse Board
Date: 4 May 2025

The Board offered to host a rescue drill on ferries with smoke. It is planned for 14-16 October 2025 in Vellmar, with six crews.
"""
MINUTES = """Minutes of the Steering Group
Date: 9 September 2025

Because of a strike of the pilots, the rescue drill on ferries planned for 14-16 October 2025 has been moved to 18-20 November 2025.
The Group thanked the cooks.
"""
OTHER = """Report of the course on buoys in Vellmar
Date: 2 March 2024

The course was held in Vellmar from 26 February to 1 March 2024. The weather was bad, as always.
"""


@pytest.fixture
def assistant(tmp_path):
    with assistant_of({"plan.txt": PLAN, "minutes.txt": MINUTES, "course.txt": OTHER}, tmp_path) as assistant:
        yield assistant


def test_what_is_told_of_an_event_is_found_by_the_town_that_only_another_document_names(assistant):
    answer = assistant.ask("Why was the rescue drill in Vellmar moved?")

    assert answer.outcome == "answered"
    assert "strike of the pilots" in answer.text


def test_a_town_in_which_it_is_not_is_still_refused(assistant):
    answer = assistant.ask("Why was the rescue drill in Corvan moved?")

    assert answer.outcome == "not_covered"
