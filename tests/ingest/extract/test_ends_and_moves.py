"""An event that is only said to have ended has no first day; one that is moved has its new day, and its old one besides."""

import pytest

from tests.ingest.extract.written import facts, some


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("The second course on reef mapping ended on 14 June 2024 in Suva.", "2024-06-14"),
        ("The closing ceremony of the training course on soil was held on 20 June 2024.", "2024-06-20"),
        ("On 21 June 2024 the course on port inspection came to an end in Jeddah.", "2024-06-21"),
        ("La formation sur les marégraphes s'est achevée le 9 mai 2024 à Dakar.", "2024-05-09"),
        ("Clôture, le 28 mars 2024 à Lomé, de l'atelier sur la chaîne du froid.", "2024-03-28"),
        ("اختتمت الدورة التدريبية حول السلامة المهنية في 12 مارس 2024 بالرباط.", "2024-03-12"),
        ("أسدل الستار في 19 يونيو 2024 على الدورة التدريبية حول المحاسبة العامة.", "2024-06-19"),
    ],
)
def test_an_event_of_which_only_the_end_is_told_has_no_first_day(said, last):
    (found,) = facts("event", "# News", said, date="2024-07-01")

    assert found["end_date"] == last
    assert "start_date" not in found
    assert found["state"] == "held"


@pytest.mark.parametrize(
    "said",
    [
        "The regional workshop on seeds opened on 4 March 2024 and closed on 8 March 2024.",
        "L'atelier sur les semences, commencé le 4 mars 2024, s'est terminé le 8 mars 2024 à Tunis.",
        "بدأت ورشة العمل حول البذور في 4 مارس 2024 واختتمت في 8 مارس 2024.",
    ],
)
def test_an_end_that_is_told_after_the_beginning_is_the_last_day(said):
    assert some(facts("event", "# News", said, date="2024-07-01"), start_date="2024-03-04", end_date="2024-03-08")


@pytest.mark.parametrize(
    "said",
    [
        "At the end of the meeting held on 3 May 2024 a list was adopted.",
        "En fin de mission, une réunion s'est tenue le 3 mai 2024 à Lomé.",
    ],
)
def test_a_day_behind_a_word_for_an_end_may_be_that_of_the_event(said):
    assert some(facts("event", "# News", said, date="2024-07-01"), start_date="2024-05-03")


def test_what_closes_before_an_event_is_not_the_event():
    found = facts("event", "# News", "Registration for the course on seeds closed on 8 March 2024.", date="2024-07-01")

    assert not some(found, end_date="2024-03-08")


@pytest.mark.parametrize(
    "said",
    [
        "The workshop on seed banks was moved from 4 May 2025 to 18 June 2025.",
        "The dates of the workshop on seed banks were changed from 4-6 May 2025 to 18-20 June 2025.",
        "We have rescheduled the workshop on seed banks: 18 June 2025 instead of 4 May 2025.",
        "L'atelier sur les banques de semences a été reporté du 4 mai au 18 juin 2025.",
        "L'atelier sur les banques de semences passe du 4 mai 2025 au 18 juin 2025.",
        "Initialement prévu le 4 mai 2025, l'atelier sur les semences se tiendra finalement le 18 juin 2025.",
        "تأجلت ورشة العمل حول بنوك البذور من 4 مايو 2025 إلى 18 يونيو 2025.",
        "رُحّل اجتماع المديرين المقرر في 4 مايو 2025 إلى 18 يونيو 2025.",
        "La réunion des directeurs, fixée au 4 mai 2025, est renvoyée au 18 juin 2025.",
        "أُجّل اجتماع اللجنة الفنية من يوم 4 مايو إلى يوم 18 يونيو 2025 بطلب من البلد المضيف.",
    ],
)
def test_what_is_moved_is_postponed_to_its_new_day_and_keeps_the_old_one(said):
    (found,) = facts("event", "# Note", said, date="2025-03-01")

    assert (found["start_date"], found["former_date"], found["state"]) == ("2025-06-18", "2025-05-04", "postponed")


def test_days_of_one_month_are_the_old_and_the_new_one_where_the_verb_leads_to_them():
    found = facts(
        "event", "# Note", "Le webinaire sur les quotas est reporté du 10 au 24 avril 2025.", date="2025-03-01"
    )

    assert some(found, start_date="2025-04-24", former_date="2025-04-10", state="postponed")


def test_a_course_that_runs_from_day_to_day_is_not_moved():
    found = facts("event", "# Note", "The course on archives runs from 5 May 2025 to 14 July 2025.", date="2025-03-01")

    assert some(found, start_date="2025-05-05", end_date="2025-07-14", state="planned")


def test_where_a_moved_event_is_held_stands_behind_its_new_day():
    said = "The workshop on seaweed was moved from 4 November 2024 to 2 December 2024 and was held in Muscat."

    assert some(
        facts("event", "# Note", said, date="2024-12-20"), venue="Muscat", state="held", former_date="2024-11-04"
    )


@pytest.mark.parametrize(
    ("said", "parties", "signed"),
    [
        (
            "The Centre signed an agreement with the Gulf Development Bank on 12 May 2024 on training.",
            "Gulf Development Bank",
            "2024-05-12",
        ),
        (
            "The Bureau and the Port Authority of Douala have signed an agreement on pilots on 9 July 2024.",
            "Bureau; Port Authority of Douala",
            "2024-07-09",
        ),
        (
            "L'accord entre le Centre et la Chambre de commerce de Fès a été signé le 3 mai 2024.",
            "Centre; Chambre de commerce de Fès",
            "2024-05-03",
        ),
        ("أبرم المركز وجامعة لومي اتفاقًا في 9 يوليو 2024.", "المركز; جامعة لومي", "2024-07-09"),
        (
            "Under the cooperation deal signed with the Ministry of Fisheries of Orla in March 2023, two ships sailed.",
            "Ministry of Fisheries of Orla",
            "2023-03",
        ),
        (
            "Un accord avec l'Institut national de la statistique a été signé le 12 mai 2024.",
            "Institut national de la statistique",
            "2024-05-12",
        ),
        (
            "Le Comité proroge l'accord conclu en 2023 avec le Centre national des ressources en eau.",
            "Centre national des ressources en eau",
            "2023",
        ),
        (
            "وقّع المركز اتفاقًا مع البنك الإسلامي للتنمية في 12 مايو 2024 بشأن تدريب الإحصائيين.",
            "البنك الإسلامي للتنمية",
            "2024-05-12",
        ),
    ],
)
def test_an_agreement_told_in_passing_is_one_with_whom_it_says(said, parties, signed):
    assert some(
        facts("agreement", "# News", said, date="2024-08-01"), parties=parties, signed_date=signed, state="signed"
    )


@pytest.mark.parametrize(
    "said",
    [
        "The partners reached agreement on the agenda on 3 May 2024 with UNIDO.",
        "En accord avec le Ministère de la Pêche, la réunion a été signalée le 3 mai 2024.",
        "تم الاتفاق مع وزارة الزراعة على موعد الاجتماع في 3 مايو 2024.",
    ],
)
def test_to_be_agreed_is_no_agreement(said):
    assert facts("agreement", "# News", said, date="2024-08-01") == []
