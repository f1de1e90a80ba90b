"""A plan gives way to the report that the same event took place elsewhere."""

import pytest

from tests.assistant.archive import assistant_of

PLAN = "List of activities 2025\nDate: 16 December 2024\n\nThe fourth labour inspection course is planned in Bishkek from 20 to 24 October 2025.\n"
REPORT = "Activities of the year\nDate: 12 December 2025\n\nThe labour inspection course took place in Osh from 20 to 24 October 2025 with 19 participants.\n"
OTHER = "Activities of the year\nDate: 12 December 2025\n\nThe data protection course took place in Osh from 20 to 24 October 2025 with 19 participants.\n"


@pytest.mark.parametrize(("report", "place"), [(REPORT, "Osh"), (OTHER, "Bishkek")])
def test_where_an_event_took_place_is_told_before_where_it_was_planned(tmp_path, report, place):
    with assistant_of({"2024/plan.txt": PLAN, "2025/report.txt": report}, tmp_path) as assistant:
        answer = assistant.ask("Where was the fourth labour inspection course held?")

    assert answer.text.startswith(place)
