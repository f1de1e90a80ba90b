"""One event told by several documents is one row; two events are two."""

from datetime import date

import pytest

from tests.assistant.archive import assistant_of

FILES = {
    "session.txt": "Report of the Eighteenth Session of the Council\nDate: 11-13 February 2025\nVenue: Harbour House, Selvara\n\n"
    "The session was held with 40 delegates.\n",
    "nashra.md": "# نشرة المجلس\n\nالتاريخ: 20 أكتوبر 2024\n\nستعقد الدورة الثامنة عشرة في فبراير 2025.\n",
    "courses.txt": "Report of the Course on Grafting of Walnut Trees\nDate: 3-7 June 2024\nVenue: Orvel\n\n14 participants took part.\n",
    "courses-2.txt": "Report of the Course on Urban Bees\nDate: 3-7 June 2024\nVenue: Dunmore\n\n19 participants took part.\n",
    "mail.txt": "Note on a new day\nDate: 27 May 2024\n\nThe webinar “Frost Alerts by Telephone” was postponed to 28 May 2024.\n",
    "mail-2.txt": "Note on another day\nDate: 29 May 2024\n\nThe webinar “Frost Alerts by Telephone” is now on 11 June 2024.\n",
    "plan.md": "# Plan 2025\n\nDate: 16 December 2024\n\n| Activity | Partner | Place | Dates | Status |\n|---|---|---|---|---|\n"
    "| Workshop on olive pruning | FAO, UNEP | Belmarie | 14–18 April 2025 | confirmed |\n"
    "| Workshop on date palms, fourth edition | FAO | Darin | 20–24 October 2025 | tentative |\n",
    "slides.md": "# The Council in brief\n\nNovember 2025\n\n## 2025 so far\n\n- Belmarie, olive pruning: 22 participants\n"
    "- Oslo, date palms: 19 participants\n",
    "plan-2024.md": "# Plan 2024\n\nDate: 16 December 2023\n\n| Activity | Place | Dates | Status |\n|---|---|---|---|\n"
    "| Scale repair, second training | Dunmore | 16–20 January 2024 | firm |\n",
    "press.txt": "PRESS NOTE\nSelvara, 5 November 2024\n\nThe second training on scale repair, called off in January, was held at "
    "last from 9 to 13 September 2024 in Orvel, with 22 inspectors. The third training on scale repair goes back to Dunmore on "
    "17–21 March 2025. The first one was held in Belmarie in May 2022 with 24 participants.\n",
    "placements.md": "# News of the Council\n\nDate: 20 December 2022\n\nThe first course on cheese was held in Orvel from 12 to 16 December "
    "2022. The internship course of the Council ran from 2 to 29 May 2022 in Dunmore.\n",
    "plan-2022.md": "# Plan 2022\n\nDate: 16 December 2021\n\n- First course on wool: 3-7 October 2022\n- Course on cider: 9-13 May 2022\n",
    "cider.txt": "Report of the Course on Cider Making\nDate: 5-9 May 2025\nVenue: Lormont\n\n21 participants took part.\n",
    "answer.txt": "Letter\nDate: 3 July 2025\n\nThis answers a recommendation of the Lormont course of May 2025.\n",
    "drill.md": "# Plan of drills\n\nDate: 16 December 2024\n\n| Activity | Place | Dates |\n|---|---|---|\n"
    "| Exercise on forest fires | Arusha | 9–13 February 2025 |\n",
    "tamrin.txt": "محضر الدورة\nالتاريخ: 20 ديسمبر 2024\n\nسيعقد تمرين الإطفاء في أروشا في فبراير 2025.\n",
    "avis.txt": "AVIS DE REPORT\nSelvara, le 11 février 2024\n\n"
    "L'atelier des gestionnaires de ruches, annoncé pour le 4 mars 2024 à Selvara, n'aura pas lieu à cette date.\n\n"
    "Nouvelles dates : du 6 au 8 mai 2024\n\nNouveau lieu : hôtel de ville d'Orvel\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("same"), date(2026, 1, 15)) as assistant:
        yield assistant


@pytest.mark.parametrize("question", ["list the sessions of 2025", "liste des sessions de 2025", "ما جلسات عام 2025؟"])
def test_a_session_told_in_two_languages_is_one_by_its_number(assistant, question):
    answer = assistant.ask(question)

    assert len(answer.table.rows) == 1
    assert answer.table.rows[0].cells[1].startswith("11-13")


def test_two_courses_of_the_same_days_in_two_towns_are_two(assistant):
    answer = assistant.ask("courses held in June 2024")

    assert len(answer.table.rows) == 2


def test_an_event_put_off_twice_has_its_newest_day(assistant):
    answer = assistant.ask("list the webinars of 2024")

    assert [row.cells[1] for row in answer.table.rows] == ["11 June 2024"]


def test_an_event_that_was_planned_is_held_where_a_later_document_counts_who_came(assistant):
    answer = assistant.ask("Which workshops did we hold in 2025?")

    assert {row.cells[2]: row.cells[0] for row in answer.table.rows} == {
        "Oslo": "date palms",
        "Belmarie": "Workshop on olive pruning",
    }
    assert "fourth edition" in answer.statements[1].text


def test_the_partners_of_a_row_find_it(assistant):
    answer = assistant.ask("workshops with UNEP")

    assert [row.cells[2] for row in answer.table.rows] == ["Belmarie"]


@pytest.mark.parametrize(
    ("question", "count"), [("workshops in Oslo", 1), ("ateliers à Belmarie", 1), ("courses in Orvel", 3)]
)
def test_where_an_event_took_place_is_what_is_asked_for(assistant, question, count):
    assert len(assistant.ask(question).table.rows) == count


def test_what_was_held_at_last_has_the_day_and_the_place_where_it_was_held(assistant):
    answer = assistant.ask("list all scale repair trainings with their places")
    rows = {row.cells[1].replace("–", "-"): row.cells[2:] for row in answer.table.rows}

    assert rows["9-13 September 2024"] == ("Orvel", "held")
    assert rows["May 2022"] == ("Belmarie", "held")
    assert rows["17-21 March 2025"] == ("", "planned")
    assert len(rows) == 3


def test_a_notice_gives_the_new_days_and_the_new_place_in_lines_of_their_own(assistant):
    (row,) = assistant.ask("Quels ateliers en 2024 ?").table.rows

    assert row.cells[1].replace("–", "-") == "6-8 mai 2024"
    assert "Orvel" in row.cells[2]


def test_first_courses_on_two_subjects_are_two_and_so_are_courses_whose_days_only_overlap(assistant):
    rows = assistant.ask("list the courses of 2022").table.rows

    assert len({row.cells[1] for row in rows}) == len(rows) == 5
    assert sorted(row.cells[3] for row in rows) == ["held", "held", "held", "planned", "planned"]


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("which webinars of 2024 were postponed?", "Frost Alerts"),
        ("how many workshops planned for 2025 were tentative?", "date palms"),
    ],
)
def test_a_state_that_an_event_had_in_a_year_is_told_whatever_became_of_it(assistant, question, title):
    rows = assistant.ask(question).table.rows

    assert any(title in row.cells[0] for row in rows)


def test_a_course_spoken_of_by_its_town_and_month_is_the_one_held_there(assistant):
    answer = assistant.ask("list the courses held in May 2025")

    assert len(answer.table.rows) == 1
    assert "Cider" in answer.table.rows[0].cells[0]


def test_a_mention_with_no_name_but_that_of_the_town_is_of_the_one_event_there(assistant):
    answer = assistant.ask("list the exercises of 2025")

    assert len(answer.table.rows) == 1
    assert answer.table.rows[0].cells[1] == "9-13 February 2025"
