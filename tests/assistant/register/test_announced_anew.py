"""An event that is announced again, or told of by a list of who came, is one row."""

from datetime import date

from tests.assistant.archive import assistant_of

MINUTES = "Minutes of the Council\nDate: 12 June 2025\n\nThe Fifteenth Session of the Council will be held in Larn from 7 to 11 June 2027.\n"
NEWS = "Newsletter\nDate: 22 October 2026\n\nThe Fifteenth Session of the Council will be held in Muscat from 20 to 24 September 2027.\n"
MAIL = (
    "Postponement of the fourth meeting of the pilots\nDate: 13 April 2026\n\nThe fourth meeting of the pilots, which was to be held in "
    "Darin on 5-6 May 2026, is postponed to 8-9 September 2026.\n"
)
HELD = "Minutes of the fourth meeting of the pilots\nOlan, 8-9 September 2026\n\nThe pilots thanked the cooks. Darin will be host next time.\n"
REPORT = "دورة إعداد مدربي السلامة (الدورة الثانية)\n\nالمكان: إربد\nالتاريخ: 14-18 سبتمبر 2025\n\nحضر الدورة 22 متدربا من ست دول.\n"
LIST = "كشف المشاركين – دورة إعداد مدربي السلامة – إربد 14-18 سبتمبر 2025\n\nالاسم | البلد\nليلى | الأردن\n"


def test_a_session_of_a_number_that_is_announced_anew_has_its_new_day_and_place(tmp_path):
    with assistant_of({"minutes.txt": MINUTES, "news.txt": NEWS}, tmp_path, today=date(2026, 11, 1)) as assistant:
        answer = assistant.ask("List the planned sessions of the Council")

    assert [row.cells[1] for row in answer.table.rows] == ["20-24 September 2027"]


def test_where_a_meeting_was_held_is_told_by_its_report_and_not_by_the_mail_that_put_it_off(tmp_path):
    files = {"mail.txt": MAIL, "report.txt": HELD}

    with assistant_of(files, tmp_path, today=date(2026, 11, 1)) as assistant:
        answer = assistant.ask("Where was the fourth meeting of the pilots held?")

    assert answer.text.startswith("Olan [1]")
    assert answer.route == "register"


def test_a_course_in_arabic_is_no_session_and_its_list_of_participants_is_no_other_course(tmp_path):
    with assistant_of({"report.txt": REPORT, "list.txt": LIST}, tmp_path, today=date(2026, 11, 1)) as assistant:
        courses = assistant.ask("How many courses did we hold in 2025?")

    assert len(courses.table.rows) == 1
