"""Sums and comparisons: exact over cited figures, and only over what can be added."""

from datetime import date

import pytest

from tests.assistant.archive import assistant_of

FILES = {
    "report-2024.md": "# Report on cooperation of the Orchard Council, 2024\n\nDate: 20 January 2025\n\n## Activities held\n\n"
    "| Activity | Partner | Place | Dates | Attendance |\n|---|---|---|---|---|\n"
    "| Course on grafting | Walnut Bank | Selvara | 13–17 May 2024 | 18 |\n"
    "| Course on pruning | Frost Institute | Orvel | 22–26 July 2024 | 21 |\n"
    "| Workshop on honey | Walnut Bank | Belmarie | 9–11 September 2024 | 26 |\n"
    "| Course on drones | Frost Institute | Dunmore | 4–8 November 2024 | 34 (preliminary) |\n",
    "final.txt": "PRESS NOTE\nSelvara, 27 March 2025\n\nThe Walnut Bank (WB) and the Frost Institute (FI) thank all. The final number is out: the course on drones was held in Dunmore from 4 to 8 November "
    "2024 with 31 participants.\n",
    "news.md": "# Orchard Herald\n\nDate: 2 June 2025\n\n## Coming up\n\n- 3 August 2025: Webinar on walnuts\n- 3 October 2025: Webinar on figs\n",
    "report-course.txt": "Report of the Course on Soil\nDate: 2-4 October 2024\nVenue: Selvara\n\nThe hall was warm.\n",
    "report-2023.txt": "Report of the Course on Figs\nDate: 5-9 June 2023\nVenue: Orvel\n\n22 participants from 9 countries took part.\n",
    "report-2023b.txt": "Report of the Course on Dates\nDate: 3-7 July 2023\nVenue: Orvel\n\n12 participants from 9 countries took part.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("sums"), date(2025, 6, 15)) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    [
        "How many participants in all in our 2024 courses?",
        "total participants in the courses of 2024",
        "Combien de participants au total dans les formations de 2024 ?",
        "كم عدد المشاركين في جميع دورات 2024؟",
    ],
)
def test_people_are_added_up_with_the_final_number_once_and_what_has_none_is_named(assistant, question):
    answer = assistant.ask(question)

    assert answer.route == "register"
    assert "70" in answer.text
    assert [row.cells[-1] for row in answer.table.rows] == ["18", "21", "31"]
    assert all(row.citations for row in answer.table.rows)
    assert "Soil" in answer.statements[1].text


def test_of_one_event_nothing_is_added_up(assistant):
    answer = assistant.ask("How many participants took part in the course on figs?")

    assert answer.table is None


@pytest.mark.parametrize(
    "question",
    [
        "How many women took part in the 2024 courses?",
        "كم عدد المشاركين من دارين في دورات 2024؟",
        "participants from Orvel in all courses",
    ],
)
def test_what_counts_only_some_of_the_people_is_not_added_up(assistant, question):
    assert assistant.ask(question).table is None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Which year had more courses, 2023 or 2024?", "2024: 4; 2023: 2"),
        ("were there more courses in 2023 or 2024", "2024: 4; 2023: 2"),
        ("Quelle année a eu le plus de formations, 2023 ou 2024 ?", "2024: 4; 2023: 2"),
        ("أي عام شهد دورات أكثر، 2023 أم 2024؟", "2024: 4; 2023: 2"),
        ("Compare our courses with Walnut Bank and Frost Institute", "Frost Institute: 2; Walnut Bank: 1"),
    ],
)
def test_two_sides_are_compared_by_their_rows(assistant, question, text):
    answer = assistant.ask(question)

    assert answer.text.startswith(text)
    assert len(answer.table.rows) == sum(int(part.split(": ")[1]) for part in text.split("; "))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("When was the last course?", "4-8 November 2024 (Course on drones; Dunmore)"),
        ("Where was our latest workshop held?", "Belmarie (Workshop on honey; 9-11 September 2024)"),
        ("What was the last course in Orvel?", "Course on pruning (22-26 July 2024; Orvel)"),
        ("Quand a eu lieu la dernière formation ?", "4-8 novembre 2024 (Course on drones; Dunmore)"),
        ("متى كانت آخر دورة تدريبية؟", "4-8 نوفمبر 2024 (Course on drones; Dunmore)"),
        ("When is the next webinar?", "3 August 2025 (Webinar on walnuts)"),
        ("À quelle date est le prochain webinaire ?", "3 août 2025 (Webinar on walnuts)"),
    ],
)
def test_the_last_and_the_next_event_of_a_sort_are_told_from_the_register(assistant, question, text):
    answer = assistant.ask(question)

    assert answer.text.replace("–", "-") == text
    assert len(answer.table.rows) == 1


@pytest.mark.parametrize(
    "question", ["Which partners have we met most often?", "quels partenaires avons-nous rencontrés le plus souvent ?"]
)
def test_partners_are_ranked_by_their_events(assistant, question):
    answer = assistant.ask(question)

    assert answer.text.startswith(
        ("Frost Institute (FI): 2; Walnut Bank (WB): 2", "Walnut Bank (WB): 2; Frost Institute (FI): 2")
    )


@pytest.mark.parametrize(
    "question", ["When is the next course?", "Quand est la prochaine formation ?", "متى الدورة القادمة؟"]
)
def test_where_none_is_to_come_that_is_said_with_the_last_one_and_its_source(assistant, question):
    answer = assistant.ask(question)

    assert answer.outcome == "not_covered"
    assert "Course on drones" in answer.text
    assert "drones" in answer.nearest[0].quote
