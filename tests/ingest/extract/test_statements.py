"""What single statements of reports, letters and tables are read as."""

import pytest

from tests.ingest.extract.written import facts, some


def test_an_aide_memoire_has_its_event_place_and_days_in_the_heading():
    found = facts(
        "event",
        "# AIDE-MÉMOIRE",
        "## Mission to the Coast Bureau, Lima, 4–6 July 2022",
        "1. The mission met all sides.",
    )

    assert some(found, what="visit", start_date="2022-07-04", end_date="2022-07-06", venue="Lima", state="held")


def test_an_agenda_is_planned_and_takes_its_place_from_the_line_of_the_day():
    found = facts(
        "event", "# Expert Meeting on Tides", "Provisional agenda", "Oslo, 11–13 June 2019", "- 09:00 Registration"
    )

    assert some(found, what="meeting", start_date="2019-06-11", venue="Oslo", state="planned")


def test_an_item_says_when_an_event_was_before():
    found = facts(
        "event",
        "# Bulletin",
        "## Coming up",
        "- 18–20 September 2018: Third Forum on Meals, Lima (postponed from 5–7 June 2018)",
    )

    assert some(found, start_date="2018-09-18", former_date="2018-06-05", venue="Lima", state="postponed")


def test_a_wish_is_no_event():
    assert facts("event", "# Report", "## Recommendations", "- Hold a course on tides in May 2025.") == []


def test_a_mail_is_not_an_event_of_its_own():
    found = facts(
        "event",
        "# New webinar",
        "From: Ana <ana@bureau.example>",
        "Date: Mon, 27 May 2024 16:20:00",
        "Please change the banner.",
    )

    assert not some(found, about_this_document="yes")


def test_two_people_who_chair_together_both_chair():
    found = facts(
        "person",
        "# Minutes",
        "Ms. Ana Sosa, head of the Tide Unit, and Mr. Bo Lind, head of the Reef Unit, chaired the session.",
    )

    assert some(found, name="Ana Sosa", act="chaired")
    assert some(found, name="Bo Lind", act="chaired")


def test_who_replaced_whom_is_kept_with_the_day():
    found = facts(
        "person",
        "# Note",
        "Date: 3 May 2021",
        "Mr. Hal Amis had left the Tide Union on 31 March 2021 and had been replaced by Ms. Eva Roth as Head of Grids.",
    )

    assert some(found, name="Hal Amis", state="left", until_date="2021-03-31")
    assert some(found, name="Eva Roth", role="Head of Grids", replaced="Hal Amis", state="appointed")


def test_an_owner_of_a_task_holds_no_office():
    found = facts(
        "person",
        "# Relevé",
        "H| Point | Décision | Responsable | Échéance",
        "R| 1 | Envoyer le guide | M. Omar Benali | 3 mai 2021",
    )

    assert found == []


def test_names_that_are_words_are_people_only_where_a_form_of_address_or_a_label_says_so():
    found = facts(
        "person",
        "# Note",
        "Mark the date: Rose will open the hall in May.",
        "Media contact: Rose Haddad, press officer",
        "For details ask Mr. Will May, Associate Statistician.",
    )

    assert {one["name"] for one in found} == {"Rose Haddad", "Will May"}


def test_a_letter_of_intent_is_no_memorandum_and_no_memorandum_is_none():
    found = facts(
        "agreement",
        "# Note",
        "No new memorandum was needed.",
        "The Tide Bureau (TB) and the Reef Agency (RA) signed a letter of intent on 3 May 2024.",
    )

    assert [one["what"] for one in found] == ["letter_of_intent"]


def test_parties_called_by_their_nouns_are_those_that_the_document_defines():
    english = [
        "The Harbour Fund (HF) met the Reef Institute of Olan (RIO).",
        "The memorandum between the Fund and the Institute is valid until 30 June 2026.",
    ]
    french = [
        "Le Fonds du port (FP) et l'Institut du récif (IR) se sont réunis.",
        "Le mémorandum qui lie l'Institut au Fonds court jusqu'au 30 juin 2026.",
    ]
    arabic = [
        "التقى مركز الميناء للتدريب (HTC) ومعهد الشعاب للعلوم (RSI).",
        "مذكرة التفاهم بين المركز والمعهد ينتهي العمل بها في 30 يونيو 2026.",
    ]

    assert [one["parties"] for lines in (english, french, arabic) for one in facts("agreement", *lines)] == [
        "Harbour Fund; Reef Institute of Olan",
        "Institut du récif; Fonds du port",
        "مركز الميناء للتدريب; معهد الشعاب للعلوم",
    ]


def test_one_arabic_body_for_two_matters_is_no_pair_of_parties():
    found = facts(
        "agreement",
        "# اتفاق تعاون",
        "بين الوكالة الإقليمية لتنمية المياه والطاقة",
        "والمركز الوطني للموارد المائية في نشيرة",
        "وقع في كورفان بتاريخ 12 يونيو 2023.",
    )

    assert [one["parties"] for one in found][:1] == [
        "الوكالة الإقليمية لتنمية المياه والطاقة; المركز الوطني للموارد المائية في نشيرة"
    ]


def test_a_party_called_by_a_noun_that_two_bodies_share_keeps_to_the_noun():
    found = facts(
        "agreement",
        "The Harbour Fund (HF) and the Reef Fund (RF) met the Sea Institute (SI).",
        "The memorandum between the Fund and the Institute is valid until 30 June 2026.",
    )

    assert [one["parties"] for one in found] == ["Fund; Sea Institute"]


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("The Governing Council approved it at its eighteenth session, held in Nashira from 11 to 13 February 2025.", "Governing Council, eighteenth session"),
        ("At its fourth meeting, held in Doha on 9 March 2022, the Technical Working Group elected a chair.", "Technical Working Group, fourth meeting"),
        ("Le Conseil d'administration a tenu sa douzième session à Tunis du 4 au 6 mai 2024.", "Conseil d'administration, douzième session"),
        ("عقد مجلس الإدارة دورته الثامنة عشرة في نشيرة من 11 إلى 13 فبراير 2025.", "مجلس الإدارة، الدورة الثامنة عشرة"),
        ("It was approved at its eighteenth session, held in Nashira from 11 to 13 February 2025.", "eighteenth session"),
    ],
)  # fmt: skip
def test_a_session_is_named_with_the_body_whose_it_is(said, title):
    assert [one["title"] for one in facts("event", "# Note", "To all staff.", said)] == [title]


def test_an_agreement_signed_today_has_the_day_of_the_press_note():
    found = facts(
        "agreement",
        "# Press note",
        "ROME, 3 October 2021 – The Tide Agency (TA) and the Reef Council (RC) today signed a five-year cooperation agreement. It replaces the protocol of 2014 and is valid until 2 October 2026.",
    )

    assert some(
        found, signed_date="2021-10-03", valid_until="2026-10-02", months="60", replaces_date="2014", state="signed"
    )
    assert some(found, what="protocol", signed_date="2014", state="replaced")


@pytest.mark.parametrize(
    "said",
    [
        "The memorandum is valid until 9 October 2030. It replaces the memorandum of 5 September 2022, which had been extended until 31 October 2025.",
        "Le mémorandum est valable jusqu'au 9 octobre 2030. Il remplace le mémorandum du 5 septembre 2022, prolongé jusqu'au 31 octobre 2025.",
    ],
)
def test_the_renewal_of_what_an_agreement_replaces_is_not_its_own(said):
    found = facts(
        "agreement",
        "# Memorandum",
        "The Tide Agency (TA) and the Reef Council (RC) signed it on 10 October 2025.",
        said,
    )

    assert some(found, valid_until="2030-10-09")
    assert not some(found, valid_until="2030-10-09", renewed_until="2025-10-31")


def test_a_deadline_that_moved_keeps_the_day_it_had():
    found = facts(
        "commitment",
        "# Avis",
        "Date : 3 mars 2022",
        "Le délai de réponse à l'enquête est repoussé du 31 mars au 15 mai 2022.",
    )

    assert some(found, due_date="2022-05-15", former_date="2022-03-31", sort="deadline")


def test_what_somebody_is_asked_for_is_a_request_and_not_a_promise():
    found = facts(
        "commitment",
        "# Letter",
        "Lima, 8 July 2020",
        "We would be grateful if the Union could nominate a focal point by 15 September 2020.",
    )

    assert some(found, who="Union", due_date="2020-09-15", sort="request")


def test_each_figure_has_the_state_of_the_words_beside_it():
    found = facts(
        "figure", "# Report", "In the end 312 villages were linked, against 280 villages in the preliminary report."
    )

    assert some(found, quantity="280", state="preliminary")
    assert not some(found, quantity="312", state="preliminary")


def test_a_total_is_told_by_its_sums_in_any_language():
    rows = ["R| Alda | 3", "R| Bera | 4", "R| Cora | 5", "R| Tutti | 12"]

    found = facts("figure", "# Course", "H| Country | Participants", *rows)

    assert some(found, quantity="12", counts="Participants")
    assert not some(found, place="Tutti")


def test_a_value_that_rose_keeps_the_one_before():
    assert some(
        facts("figure", "# Note", "Le nombre de bourses passe de 20 à 24."),
        quantity="24",
        former="20",
        counts="bourses",
    )


def test_members_observers_and_guests_are_told_apart():
    found = facts(
        "participation",
        "# Fact sheet",
        "Peru and Chile have been members since 2016.",
        "Argentina attends as an observer.",
        "Mauritania joined in July 2021.",
    )

    assert some(found, who="Peru", role="member", from_date="2016")
    assert some(found, who="Argentina", role="observer")
    assert some(found, who="Mauritania", role="member", from_date="2021-07")


@pytest.mark.parametrize(
    ("line", "kind", "short", "long"),
    [
        (
            "Abbreviations: TA, Tide Agency; NCT, National Centre for Tides.",
            "organisation",
            "NCT",
            "National Centre for Tides",
        ),
        (
            "The Reef Innovation Agency, hereinafter “the Agency” or “RIA”, agrees.",
            "organisation",
            "RIA",
            "Reef Innovation Agency",
        ),
        ("The United Nations Tide Programme (UNTP) helped.", "organisation", "UNTP", "United Nations Tide Programme"),
        ("L'Agence africaine des bassins (AAB) a signé.", "organisation", "AAB", "Agence africaine des bassins"),
        ("It is run by HEM (Health Equipment Maintenance).", "programme", "HEM", "Health Equipment Maintenance"),
    ],
)
def test_a_short_form_is_explained_in_many_ways(line, kind, short, long):
    found = facts(kind, "# Note", line)

    assert any(
        short in (one.get("abbreviation"), one.get("acronym")) and long in (one.get("name"), one.get("definition"))
        for one in found
    )


def test_initials_of_people_are_no_programmes():
    assert facts("programme", "# Minutes", "On the line: Marta Kowal (MK, lead), Jo Abara (JA, legal).") == []


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        (
            (
                "# Notes",
                "## 3. Course on tide tables",
                "Ms. Sosa told of it.",
                "Planned first in Lima in October, it was held in Quito from 12 to 16 December 2022.",
            ),
            {"title": "Course on tide tables", "start_date": "2022-12-12", "venue": "Quito", "state": "held"},
        ),
        (
            ("# Notes", "## 2. Atelier sur les récifs", "Prévu d'abord à Brest, il s'est tenu à Nantes le 4 mai 2021."),
            {"title": "Atelier sur les récifs", "start_date": "2021-05-04", "venue": "Nantes", "state": "held"},
        ),
    ],
)
def test_a_pronoun_speaks_of_the_event_of_the_heading_and_what_was_planned_first_is_not_its_place(lines, fields):
    assert some(facts("event", *lines, date="2022-12-20"), **fields)


def test_in_a_table_of_activities_one_without_a_noun_for_its_sort_is_one_too_and_one_without_days_was_cancelled():
    found = facts(
        "event",
        "# Activities in 2024",
        "H| Activity | Partner | Place | Dates",
        "R| Tide gauges on small islands | FAO; UNEP | Suva | 4–8 March 2024",
        "R| Seminar on reefs | UNEP | Lima | cancelled",
        date="2025-01-10",
    )

    assert some(found, what="other", title="Tide gauges on small islands", venue="Suva", start_date="2024-03-04")
    assert some(found, what="workshop", title="Seminar on reefs", start_date="2024", state="cancelled")
    assert some(found, parties="FAO; UNEP")


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        (
            ("# Slides", "## 2025 so far", "- Suva, tide gauges: 22 participants"),
            {"title": "tide gauges", "venue": "Suva", "start_date": "2025", "participants": "22", "state": "held"},
        ),
        (
            ("# Diapositives", "## Réalisé en 2024", "- Brest, marées et récifs: 18 participants (3–6 juin)"),
            {"title": "marées et récifs", "venue": "Brest", "start_date": "2024-06-03", "end_date": "2024-06-06"},
        ),
        (
            ("# شرائح", "## ما أُنجز في 2025", "- صور، قياس المد: 15 مشاركًا"),
            {"title": "قياس المد", "venue": "صور", "start_date": "2025", "participants": "15"},
        ),
    ],
)
def test_a_place_a_subject_and_how_many_came_tell_of_an_event_in_the_year_of_the_heading(lines, fields):
    assert some(facts("event", *lines, date="2025-11-20"), what="other", **fields)


@pytest.mark.parametrize(
    "item",
    [
        "List of speakers of the webinar: Dr. Lind, 10 January 2025.",
        "Liste des intervenants du webinaire : Dr Lind, 10 janvier 2025.",
        "Send the invitation for the workshop, 3 May 2025",
        "Workshop report, 3 May 2025",
        "إعداد قائمة المتحدثين في ورشة العمل، 3 مايو 2025",
    ],
)
def test_a_paper_or_a_task_for_an_event_is_no_event(item):
    assert facts("event", "# Follow-up", "## Actions", f"- {item}") == []


@pytest.mark.parametrize(
    ("sentence", "title", "series"),
    [
        (
            "The second workshop on tide tables was held in Lima from 4 to 6 May 2023. "
            "The first workshop was held in Quito in February 2022.",
            "first workshop",
            "second workshop on tide tables",
        ),
        (
            "عُقدت الورشة الثانية حول جداول المد في صور من 4 إلى 6 مايو 2023. وكانت الورشة الأولى قد عُقدت في جدة في فبراير 2022.",
            "الورشة الأولى",
            "الورشة الثانية حول جداول المد",
        ),
    ],
)
def test_the_first_of_a_series_is_about_what_the_second_is_about(sentence, title, series):
    assert some(
        facts("event", "# Bulletin", sentence, date="2023-06-01"), title=title, series=series, start_date="2022-02"
    )


@pytest.mark.parametrize(
    "sentence",
    [
        'The webinar "Tides for All" is now on Tuesday 11 June 2024 at 14:00.',
        "Le webinaire « Tides for All » aura lieu désormais le 11 juin 2024.",
    ],
)
def test_a_day_that_holds_now_is_a_new_one(sentence):
    found = facts("event", "# News", sentence, date="2024-05-27")

    assert some(found, title="Tides for All", start_date="2024-06-11", state="postponed")


def test_in_a_letter_that_has_a_month_for_its_date_what_is_told_of_that_month_is_not_still_to_come():
    found = facts("event", "# Letter", "The Bureau had a stand at the Tide Fair of 13 and 14 December.", date="2023-12")

    assert not some(found, state="planned")


def test_columns_under_a_common_heading_are_read_by_their_own_names():
    found = facts(
        "event",
        "# Plan 2025",
        "H| Activity Programme | Activity Title | Activity Partner | When and where Place | When and where Dates | Status",
        "R| TIDE | Gauge repair, second training | UNEP | Suva | 16–20 June 2025 | firm",
        "R| TIDE | Reef boards, phase 2 | FAO | Lima | April–July 2025 | to be confirmed",
        date="2024-11-20",
    )

    assert some(found, what="course", start_date="2025-06-16", venue="Suva", parties="UNEP", state="planned")
    assert some(found, what="other", start_date="2025-04", end_date="2025-07", venue="Lima", state="tentative")


def test_minutes_that_are_a_table_are_read_sentence_by_sentence():
    found = facts(
        "event",
        "# Team – minutes no. 3",
        "H| Discussion | Decision",
        "R| 1. TIDE. The gauge course in Suva opened yesterday, 26 participants of 14 countries. The hall was full. | None",
        date="2024-03-04",
    )

    assert some(found, what="course", start_date="2024-03-03", venue="Suva", participants="26", state="held")


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("The tide forum in Lima (9–12 October 2023) did not take place because of the earthquake.", "cancelled"),
        ("La réunion sur les récifs du 9 octobre 2023 n'a pas eu lieu.", "cancelled"),
        ("The training on gauges, called off in 2022, was held at last from 9 to 13 February 2023 in Suva.", "held"),
    ],
)
def test_whether_an_event_took_place_is_told_by_the_last_word_on_it(sentence, state):
    assert [one["state"] for one in facts("event", "# News", sentence, date="2024-03-04")] == [state]


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        (
            "From 3 to 7 June 2024 the Bureau organised a course on reefs in Suva, attended by 18 people.",
            {"title": "course on reefs", "start_date": "2024-06-03", "end_date": "2024-06-07", "venue": "Suva"},
        ),
        (
            "On 5 May 2024, a workshop on tides was held in Lima with 22 participants.",
            {"title": "workshop on tides", "start_date": "2024-05-05", "venue": "Lima", "participants": "22"},
        ),
        (
            "Du 3 au 7 juin 2024, le Centre a organisé à Lima une formation sur les marées.",
            {"title": "formation sur les marées", "start_date": "2024-06-03", "venue": "Lima", "state": "held"},
        ),
        (
            "نظم المركز خلال الفترة من 3 إلى 7 يونيو 2024 دورة تدريبية حول المد في صور بمشاركة 20 متدربا.",
            {"title": "دورة تدريبية حول المد", "start_date": "2024-06-03", "venue": "صور", "participants": "20"},
        ),
        ("On 3 March 2025 the Bureau will hold a webinar on tides.", {"start_date": "2025-03-03", "state": "planned"}),
        (
            "Last March's training in Lima: 19 inspectors from 8 countries, marks good.",
            {"what": "course", "start_date": "2024-03", "venue": "Lima", "participants": "19", "state": "held"},
        ),
    ],
)
def test_the_day_of_an_event_may_stand_before_it(sentence, fields):
    assert some(facts("event", "# Report of the Bureau", sentence, date="2024-12-05"), **fields)


@pytest.mark.parametrize(
    "sentence",
    [
        "On 5 May 2024 both sides signed a memorandum and agreed to hold a workshop on reefs.",
        "Le 3 mars 2024, le Bureau a demandé un atelier sur les récifs.",
        "The report of 5 May 2024 on the workshop on tides was sent.",
        "في 5 مايو 2024 اتفق الطرفان على عقد ورشة عمل حول المد.",
    ],
)
def test_the_day_of_something_else_is_not_the_day_of_an_event(sentence):
    assert facts("event", "# Report of the Bureau", sentence, date="2024-12-05") == []


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        (
            "Three courses were held in 2024: reefs (Suva, 3–7 June), tides (Lima, 4–8 July) and gauges (Quito, 1 August).",
            3,
        ),
        ("Deux formations ont eu lieu : récifs (Brest, 3 juin 2024) et marées (Nantes, 4 juillet 2024).", 2),
        ("عُقدت دورات تدريبية في 2024: المد (صور، 3 يونيو) والجزر (مسقط، 4 يوليو).", 2),
    ],
)
def test_events_told_of_one_by_one_are_each_found(sentence, places):
    found = facts("event", "# Report of the Bureau", sentence, date="2024-12-05")

    assert len({one["venue"] for one in found}) == len(found) == places
    assert {one["state"] for one in found} == {"held"}


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("- Training on tides – Amman, 3–7 May 2024 – 22 participants", {"venue": "Amman", "participants": "22"}),
        ("- Workshop on tides (Amman, 3–7 May 2024): 22 participants", {"venue": "Amman", "state": "held"}),
        (
            "- 3–7 May 2024, Amman: training on tides, 22 participants",
            {"title": "training on tides", "participants": "22"},
        ),
        (
            "- 3–7 May 2024 – Workshop on tides (Amman, Jordan)",
            {"title": "Workshop on tides", "venue": "Amman, Jordan"},
        ),
        ("- Lima, 3-7 mai 2024 : atelier sur les marées", {"title": "atelier sur les marées", "venue": "Lima"}),
        ("- Atelier sur les marées, Lima, 3-7 mai 2024 (22 participants)", {"venue": "Lima", "participants": "22"}),
        ("- صور، 3-7 مايو 2024: ورشة عمل حول المد", {"title": "ورشة عمل حول المد", "venue": "صور"}),
        ("- ورشة عمل حول المد، صور، 3-7 مايو 2024", {"title": "ورشة عمل حول المد", "venue": "صور"}),
        ("22 people from 9 countries attended the workshop on tides (Amman, 3–7 May 2024).", {"state": "held"}),
        (
            "The Fifth Meeting of Heads convened in Doha, Qatar, on 3-7 May 2024.",
            {"venue": "Doha, Qatar", "state": "held"},
        ),
        ("The course, which ran from 3 to 7 May 2024 in Lima, dealt with tides.", {"what": "course", "venue": "Lima"}),
        ("A delegation led by Mr. Sosa visited the Port from 3 to 7 May 2024.", {"what": "visit", "state": "held"}),
        ("Une délégation s'est rendue à Lima du 3 au 7 mai 2024.", {"what": "visit", "venue": "Lima", "state": "held"}),
        ("زار وفد من المركز مدينة صور من 3 إلى 7 مايو 2024.", {"what": "visit", "state": "held"}),
    ],
)
def test_the_place_and_who_came_are_found_however_an_event_is_written(line, fields):
    found = facts("event", "# Annual report", "## Activities", line, date="2024-12-05")

    assert some(found, start_date="2024-05-03", end_date="2024-05-07", **fields)


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("No | Name of event | Period | Country", "1 | Workshop on tides | 3–7 May 2024 | Jordan"),
        ("Date | Event | City", "3–7 May 2024 | Workshop on tides | Jordan"),
        ("Training | Dates | Venue | Participants (M/F)", "Workshop on tides | 3–7 May 2024 | Jordan | 12/10"),
        ("Activity | Start | End | Location", "Workshop on tides | 3 May 2024 | 7 May 2024 | Jordan"),
        ("م | اسم النشاط | المدة | البلد", "1 | Workshop on tides | 3-7 مايو 2024 | Jordan"),
        ("Thème | Période | Pays", "Workshop on tides | du 3 au 7 mai 2024 | Jordan"),
    ],
)
def test_a_table_of_events_is_known_by_its_columns_whatever_they_are_called(header, row):
    found = facts("event", "# Annual report", f"H| {header}", f"R| {row}", date="2024-12-05")

    assert some(found, title="Workshop on tides", start_date="2024-05-03", end_date="2024-05-07", venue="Jordan")
    assert not some(found, participants="12")


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("The workshop on tides was held in Lima from Monday 5 to Wednesday 7 May 2025.", "2025-05-05", "2025-05-07"),
        ("L'atelier sur les marées s'est tenu du lundi 5 au mercredi 7 mai 2025 à Lima.", "2025-05-05", "2025-05-07"),
        ("عُقدت ورشة العمل حول المد من الاثنين 5 إلى الأربعاء 7 مايو 2025 في صور.", "2025-05-05", "2025-05-07"),
        ("L'atelier sur les marées s'est tenu les 3, 4 et 5 mars 2025 à Lima.", "2025-03-03", "2025-03-05"),
        ("The workshop on tides was held on 3, 4 and 5 March 2025 in Lima.", "2025-03-03", "2025-03-05"),
    ],
)
def test_days_may_be_named_and_listed(sentence, first, last):
    assert some(facts("event", "# Report", sentence, date="2025-12-05"), start_date=first, end_date=last)


@pytest.mark.parametrize(
    "sentences",
    [
        "The webinar on tides cannot be held on 12 February 2025, since the hall is taken. I suggest that we hold it on 5 March 2025.",
        "Le webinaire sur les marées ne pourra pas se tenir le 12 février 2025. Nous proposons de le tenir le 5 mars 2025.",
        "لن تعقد الندوة عبر الإنترنت حول المد في 12 فبراير 2025. ونقترح عقدها في 5 مارس 2025.",
    ],
)
def test_a_letter_that_calls_off_a_day_may_suggest_another(sentences):
    found = facts("event", "# Letter", sentences, date="2024-11-18")

    assert some(found, start_date="2025-03-05", former_date="2025-02-12", state="postponed")


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("The forum is moved", "The forum on fish farming, planned for 10 June 2024 in Lima, is moved to 8 July 2024."),
        ("Forum put off", "The forum on fish farming planned for 10 June 2024 in Lima will take place on 8 July 2024."),
        ("Le forum est décalé", "Le forum sur la pêche prévu le 10 juin 2024 à Lima aura lieu le 8 juillet 2024."),
        ("تأجيل المنتدى", "تقرر نقل منتدى تربية الأسماك من 10 يونيو 2024 إلى 8 يوليو 2024 في ليما."),
    ],
)
def test_a_notice_of_a_new_day_tells_of_no_event_on_the_day_of_the_notice(title, sentence):
    events = facts("event", title, "Date: 3 May 2024", sentence)

    assert [(one["start_date"], one["former_date"], one["state"]) for one in events] == [
        ("2024-07-08", "2024-06-10", "postponed")
    ]


def test_what_is_called_off_is_not_held_on_the_day_of_the_notice():
    told = ("Course called off", "Date: 3 May 2024", "The course on nets of 12-14 June 2024 in Lima is called off.")

    assert [(one["start_date"], one["state"]) for one in facts("event", *told)] == [("2024-06-12", "cancelled")]


def test_the_day_of_an_announcement_is_not_that_of_the_event_it_sets_for_later():
    told = ("A webinar", "Date: 3 May 2024", "A webinar on net repair will be held on 20 May 2024.")

    assert [(one["start_date"], one["state"]) for one in facts("event", *told)] == [("2024-05-20", "planned")]


def test_a_range_of_days_behind_a_word_for_moving_stays_a_range():
    told = (
        "Rapport de l'atelier",
        "Date : 4-7 décembre 2023",
        "L'atelier sur les filets a été reporté d'un mois et s'est déroulé du 28 novembre au 2 décembre 2023.",
    )

    assert {one["former_date"] for one in facts("event", *told) if "former_date" in one} == set()


def test_an_office_named_before_somebody_is_theirs_and_not_that_of_the_one_before():
    told = (
        "News",
        "3 June 2023",
        "On 17 May our Deputy Secretary, Mr. Osman FARAH, and the Director of the Institute of Nets (ION), Ms. Akos DZOKO, signed a memorandum.",
    )
    roles = {one["name"]: one.get("role") for one in facts("person", *told)}

    assert roles == {"Osman FARAH": "Deputy Secretary", "Akos DZOKO": "Director"}


@pytest.mark.parametrize(
    ("sentence", "role", "body"),
    [
        ("Mr. Zafar RAKHIM (Tajikistan) coordinates HD since 15 May 2023.", "coordinator", "HD"),
        ("Ms. Ana LOPEZ (Peru) heads the Nets Division since 1 March 2023.", "head", "Nets Division"),
    ],
)
def test_whoever_is_said_to_lead_something_holds_an_office(sentence, role, body):
    (one,) = facts("person", "News", "3 June 2023", sentence)

    assert (one["role"], one["organisation"]) == (role, body)


def test_whoever_led_a_delegation_holds_no_office():
    told = ("News", "3 June 2023", "Ms. Ana LOPEZ led the UNESCO delegation.")

    assert not [one for one in facts("person", *told) if one.get("role")]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            [
                "# Bulletin",
                "On 2 March the Rector of the University of Orla and our Director signed a framework convention.",
            ],
            {"what": "convention", "parties": "University of Orla", "signed_date": "2023-03-02"},
        ),
        (
            [
                "# Bulletin",
                "The Harbour Trust gives us a boat. The contribution agreement was inked in Lima on 4 May 2023.",
            ],
            {"what": "other", "parties": "Harbour Trust", "signed_date": "2023-05-04"},
        ),
        (
            [
                "# Note",
                "On the last day both signed the memorandum with the Reef Office of Tamar. Four years, until 3 May 2027.",
            ],
            {
                "what": "memorandum",
                "parties": "Reef Office of Tamar",
                "signed_date": "2023-09",
                "valid_until": "2027-05-03",
            },
        ),
        (
            [
                "PROTOCOLE D'ENTENTE",
                "entre le Centre du port (CDP), représenté par sa Directrice, d'une part,",
                "et l'Observatoire du récif, représenté par son Directeur, d'autre part.",
                "Le présent protocole est conclu pour une durée de trois ans.",
                "Fait à Lima, le 8 juin 2022.",
            ],
            {
                "what": "memorandum",
                "parties": "Centre du port; Observatoire du récif",
                "signed_date": "2022-06-08",
                "months": "36",
            },
        ),
    ],
)
def test_an_agreement_is_known_by_any_words_for_signing_it(lines, said):
    assert some(facts("agreement", *lines, date="2023-09-14"), **said)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            "The tide course in Lima slips from April 2025 to 8–12 September 2025.",
            {"start_date": "2025-09-08", "former_date": "2025-04", "state": "postponed"},
        ),
        (
            "The reef workshop of 3 May 2024 is dropped for want of money.",
            {"start_date": "2024-05-03", "state": "cancelled"},
        ),
        ("The reef workshop will not be held this year.", {"title": "reef workshop", "state": "cancelled"}),
        (
            "The Steering Committee met for the third time in Lima on 5 December 2023.",
            {"what": "meeting", "start_date": "2023-12-05", "venue": "Lima"},
        ),
        (
            "Le stage Blue Decks a eu lieu à Lima du 6 au 10 mai 2023.",
            {"title": "stage Blue Decks", "start_date": "2023-05-06"},
        ),
    ],
)
def test_an_event_is_moved_dropped_or_held_in_whatever_words(told, said):
    assert some(facts("event", "# Report", told, date="2024-10-03"), **said)


def test_an_annual_report_tells_of_its_year_whatever_day_it_names_first():
    found = facts(
        "event", "# Annual report 2024", "Written in March 2025.", "The tide course was held in Lima from 6 to 10 May."
    )

    assert some(found, start_date="2024-05-06")


@pytest.mark.parametrize(
    ("told", "parties"),
    [
        ("The tide course was held in Lima on 3 May 2024 with the Harbour Fund.", "Harbour Fund"),
        (
            "The tide course was held on 3 May 2024 in cooperation with the Harbour Fund and the Reef Institute.",
            "Harbour Fund; Reef Institute",
        ),
        ("L'atelier sur les marées a réuni dix personnes le 3 mai 2024, avec la FAO.", "FAO"),
        (
            "عقدت دورة تدريبية حول المد في ليما يوم 3 مايو 2024 بالتعاون مع صندوق الميناء ومعهد الشعاب.",
            "صندوق الميناء; معهد الشعاب",
        ),
    ],
)
def test_an_event_names_with_whom_it_was_held(told, parties):
    assert some(facts("event", "# Report", told, date="2024-10-03"), parties=parties)


def test_people_who_came_are_not_whom_an_event_was_held_with():
    found = facts(
        "event", "# Report", "The tide course was held in Lima on 3 May 2024 with 20 people of the Harbour Fund."
    )

    assert not any("parties" in one for one in found)


def test_a_table_of_planned_and_actual_days_tells_when_an_event_was_held_and_when_it_was_to_be():
    found = facts(
        "event",
        "# Activities",
        "H| Activity | Place | Planned dates | Actual dates | Status | Participants planned | Participants actual",
        "R| Course on tides | Irbid | 15-19 June 2025 | 14-18 September 2025 | Completed | 20 | 16",
        "R| Study visit | Olan | 17-21 November 2025 |  | Cancelled | 10 | ",
        "R| Course on buoys | Olan | 4 May 2027 |  |  | 12 | ",
        date="2026-11-01",
    )

    said = [(one["start_date"], one.get("former_date"), one["state"], one.get("participants")) for one in found]
    assert said == [
        ("2025-09-14", "2025-06-15", "held", "16"),
        ("2025-11-17", None, "cancelled", None),
        ("2027-05-04", None, "planned", None),
    ]


def test_the_days_of_a_french_and_of_an_arabic_plan_are_those_that_are_foreseen():
    french = facts(
        "event",
        "# Plan",
        "H| Activité | Lieu | Période prévue",
        "R| Cours sur les marées | Olan | 4-6 mai 2027",
        date="2026-11-01",
    )
    arabic = facts(
        "event",
        "# خطة",
        "H| النشاط | المكان | المواعيد المقررة",
        "R| دورة تدريبية حول المد | نشيرة | 4-6 مايو 2027",
        date="2026-11-01",
    )

    assert [one["start_date"] for one in (*french, *arabic)] == ["2027-05-04", "2027-05-04"]


def test_a_column_for_the_type_says_what_sort_of_event_a_row_is_of():
    found = facts(
        "event",
        "# Activities",
        "H| Activity | Type | Place | Dates | Status",
        "R| Registers of ships | Training course | Olan | 4-6 May 2026 | completed",
        "R| Tide prices | Webinar | online | 7 December 2026 | agenda done",
        date="2026-11-01",
    )

    assert [(one["what"], one["state"]) for one in found] == [("course", "held"), ("webinar", "planned")]
