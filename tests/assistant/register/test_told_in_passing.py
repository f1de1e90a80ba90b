"""What a newsletter tells in passing: events of one day, an event that ended, events that were moved, in any language."""

from datetime import date

import pytest

from tests.assistant.archive import assistant_of

FILES = {
    "news.md": "# News of the Fisheries School\n\nDate: 20 December 2024\n\n"
    "On 8 October 2024 the school held a webinar on catch certificates. On 8 October 2024 it also held a webinar on women divers.\n\n"
    "The training course on boat engines ended on 14 June 2024 in Doha.\n\n"
    "The workshop on seaweed farming was moved from 4 November 2024 to 2 December 2024 and was held in Casablanca.\n",
    "brief.md": "# In brief\n\nDate: 2 July 2024\n\nThe training course on boat engines opened on 3 June 2024 in Doha.\n\n"
    "The forum on nets was held in Qasr Lamar on 4 July 2024. The forum on sails was held in Casal Brun on 9 August 2024.\n",
    "nashra.md": "# نشرة المدرسة\n\nالتاريخ: 10 سبتمبر 2024\n\nتأجلت الدورة التدريبية حول التعاونيات من 14 أكتوبر 2024 إلى 11 نوفمبر 2024.\n\n"
    "اختتمت الدورة التدريبية حول الشباك في 5 يوليو 2024.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("passing"), date(2026, 1, 15)) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    [
        "how many webinars were held in October 2024?",
        "combien de webinaires en octobre 2024 ?",
        "كم ندوة عقدت في أكتوبر 2024؟",
    ],
)
def test_two_events_of_one_day_on_two_subjects_are_two(assistant, question):
    assert len(assistant.ask(question).table.rows) == 2


def test_an_event_has_its_first_day_from_one_document_and_its_last_from_another(assistant):
    (row,) = assistant.ask("list the courses held in Doha").table.rows

    assert row.cells[1].replace("–", "-") == "3-14 June 2024"


def test_an_event_of_which_only_the_end_is_known_is_told_up_to_it(assistant):
    answer = assistant.ask("متى عقدت دورة الشباك؟")

    assert answer.statements[0].text == "… – 5 يوليو 2024"
    assert answer.route == "register"


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("متى ستعقد الدورة حول التعاونيات؟", "11 نوفمبر 2024"),
        ("when is the workshop on seaweed farming?", "2 December 2024"),
    ],
)
def test_what_is_moved_is_told_with_its_new_day(assistant, question, day):
    assert assistant.ask(question).statements[0].text == day


def test_a_town_of_another_name_in_arabic_is_found(assistant):
    (row,) = assistant.ask("ما الورش التي نظمت بالدار البيضاء؟").table.rows

    assert row.cells[1:3] == ("2 ديسمبر 2024", "Casablanca")


@pytest.mark.parametrize(
    ("question", "day"),
    [("متى عقد المنتدى بقصر لامار؟", "4 يوليو 2024"), ("متى نظم المنتدى بكازال برون؟", "9 أغسطس 2024")],
)
def test_a_place_of_several_words_is_found_as_another_script_spells_it(assistant, question, day):
    assert assistant.ask(question).statements[0].text == day
