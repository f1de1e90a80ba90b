"""Names in small letters, with a slip, without their accents or in Arabic meet the row all the same."""

from datetime import date

import pytest

from tests.assistant.archive import assistant_of

FILES = {
    "plan.md": "# Orchard Council: activities\n\nDate: 20 January 2025\n\n## Activities held\n\n"
    "| Activity | Partner | Place | Dates | Countries |\n|---|---|---|---|---|\n"
    "| Course on grafting | Walnut Bank | Nashira | 13–17 May 2022 | Orvel |\n"
    "| Course on pruning | Frost Institute | Orvel | 22–26 July 2023 | Nashira |\n",
    "names.txt": "Note on partners\nDate: 3 March 2022\n\nThe Walnut Bank (WB) and the Frost Management Institute (FMI) are partners.\n",
    "staff.txt": "Staff notice\nDate: 3 June 2024\n\nMr. Bastien LORMEAU took office as Director of Studies on 1 July 2024.\n"
    "Ms. Amina SOULÉ took office as Head of Training on 2 July 2024.\n",
    "promises.txt": "Minutes\nDate: 4 June 2024\n\nThe Frost Management Institute (FMI) will send the seed list by 30 June 2024.\n"
    "The Walnut Bank (WB) will send the grant form by 31 July 2024.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("typed"), date(2025, 6, 15)) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    [
        "courses in Nashira",
        "courses in nashira",
        "courses in nashirra",
        "formations a nashira",
        "الدورات في نشيرة",
        "الدورات في نشيره",
        "الدورات التي جرت بنشيرة",
        "هل لدينا دورات بنشيرة؟",
        "ماذا عُقد في نشيرة من دورات؟",
        "Quels cours ont eu lieu à Nashira ?",
        "Lesquels de nos cours se sont tenus à Nashira ?",
        "À Nashira, on a organisé quels cours ?",
        "Nashira : quels cours ?",
        "Cours tenus à Nashira",
        "Qu'est-ce qu'on a tenu comme cours à Nashira ?",
        "courses with the walnut bank",
        "courses with the Walnutt Bank",
    ],
)
def test_the_one_course_meant_is_listed(assistant, question):
    answer = assistant.ask(question)

    assert [row.cells[0] for row in answer.table.rows] == ["Course on grafting"]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("who is bastien lormeau", "LORMEAU"),
        ("Who is Bastien Lormeaux?", "LORMEAU"),
        ("qui est amina soule", "SOULÉ"),
        ("من هي أمينة سوليه؟", "SOULÉ"),
    ],
)
def test_a_person_is_known_by_a_name_with_a_slip(assistant, question, name):
    answer = assistant.ask(question)

    assert answer.route == "register"
    assert any(name in citation.quote for citation in answer.citations)


def test_nobody_is_taken_for_somebody_whose_surname_is_another(assistant):
    answer = assistant.ask("Who is Bastien Tormeau?")

    assert answer.route != "register"


def test_a_slip_in_the_ending_of_a_long_name_is_no_other_name(assistant):
    answer = assistant.ask("what did the frost managment institute promise?")

    assert ["seed list" in row.cells[0] for row in answer.table.rows] == [True]


def test_limits_are_shown_in_the_letters_they_were_typed_in(assistant):
    answer = assistant.ask("الدورات المنعقدة بنشيرة")

    assert [limit.words for limit in answer.understood.filters] == ["الدورات", "المنعقدة", "بنشيرة"]
