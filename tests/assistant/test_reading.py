import time

import numpy as np
import pytest

from assistant.reading.enumerations import enumerates
from assistant.reading.people import in_full
from vectorstore import StoredSentence, coded_pairs, find_expansions, find_people, find_quantities

ZERO = np.zeros(1, dtype=np.float32)


@pytest.mark.parametrize(
    ("text", "described"),
    [
        (
            "Mr. Pieter OSLO, Chief of the Secretariat of XYZ, described it.",
            "Mr. Pieter OSLO, Chief of the Secretariat of XYZ",
        ),
        ("Chair: Dr. Samira BELL, Director General", "Dr. Samira BELL, Director General"),
        (
            "La professeure Selma ODE, directrice de l'institut, a ouvert les travaux.",
            "professeure Selma ODE, directrice de l'institut",
        ),
        ("ومثّل الوكالة رئيسها السيد رشيد قنبري.", "السيد رشيد قنبري"),
        ("The host was Mr John Smith.", "Mr John Smith"),
        ("Anna-Maria KOENIG opened the session.", "Anna-Maria KOENIG"),
    ],
)
def test_a_person_is_found_with_title_and_role(text, described):
    (person,) = find_people(text)

    assert person.described(text) == described


@pytest.mark.parametrize(
    "text", ["The Ministry of Health of Elmora met.", "Training Centre in Port Selan", "the MERIDIAN Centre"]
)
def test_bodies_are_not_people(text):
    assert find_people(text) == []


def test_two_people_in_a_row_are_two():
    assert len(find_people("Mme Odile KARL, coordinatrice d'ENV, et Mme Coralie VAST, coordinatrice de l'ILV")) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("USD 48,600 in all", ["USD 48,600"]),
        ("soit 28 850 dollars", ["28 850 dollars"]),
        ("بلغت 39,200 دولار", ["39,200 دولار"]),
        ("a score of 81 per cent", ["81 per cent"]),
        ("4,7 sur 5", ["4,7", "5"]),
        ("nineteen inspectors on 3 May 2024", ["nineteen"]),
        ("412 ألف أسرة", ["412 ألف"]),
    ],
)
def test_numbers_are_found_with_their_unit_and_dates_are_not_numbers(text, found):
    assert [text[q.start : q.end] for q in find_quantities(text)] == found


@pytest.mark.parametrize(
    ("acronym", "text", "long_form"),
    [
        ("GFSW", "the Global Forum for Safe Work (GFSW) said", "Global Forum for Safe Work"),
        (
            "LTCD",
            "Issued by: Learning and Technical Cooperation Department (LTCD)",
            "Learning and Technical Cooperation Department",
        ),
        ("IET", "à l'Institut de l'eau de Tamrit (IET)", "Institut de l'eau de Tamrit"),
        ("GIZ", "with GIZ (Green Island Zone) today", "Green Island Zone"),
        ("KAI", "l'Institut (IAK, en anglais Kelmaria Agronomy Institute, KAI)", "Kelmaria Agronomy Institute"),
        ("DRM-X", "such as social care (SC-X), disaster risk management (DRM-X), poverty", "disaster risk management"),
        (
            "OIC-VET",
            "the Vocational Education and Training Programme for the Members of the Organisation of Islamic Cooperation (OIC-VET)",
            "Vocational Education and Training Programme for the Members of the Organisation of Islamic Cooperation",
        ),
        ("AU", 'the Alpine Clubs\' Union (hereinafter referred to as the "AU") and', "Alpine Clubs' Union"),
        ("DN", "auprès de la Direction du Niger (ci-après « la DN »).", "Direction du Niger"),
        ("TRIF", "No! TRIF is the *Transit Rates Information File*, a data base.", "Transit Rates Information File"),
        ("RES-L", "باسم رابطة الصمود (Resilience-Link، واختصاره RES-L)", "Resilience-Link"),
        ("IKM", "the Director of the Institut Kéran de métrologie (IKM) signed", "Institut Kéran de métrologie"),
        ("SMIIC", "معهد المواصفات والمقاييس (سميك – SMIIC)", "معهد المواصفات والمقاييس"),
    ],
)
def test_an_acronym_is_expanded_as_the_text_does(acronym, text, long_form):
    assert text[(best := find_expansions(acronym, text)[0]).start : best.end] == long_form


def test_a_table_of_acronyms_is_read_by_row():
    text = "OSH-R | Occupational Safety and Health Programme | 2015"

    best = find_expansions("OSH-R", text, ("Acronym", "Full name", "Since"))[0]

    assert text[best.start : best.end] == "Occupational Safety and Health Programme"


def test_an_acronym_that_is_only_mentioned_is_not_expanded():
    assert find_expansions("ABC", "General questions go to the ABC registry.") == []


def test_pairs_of_phrase_and_code_are_read_one_by_one():
    text = "in fields such as poverty alleviation (PA-R), environment (ENV-R) and water (WAT-R)."

    assert [text[a:b] for a, b, _ in coded_pairs(text)] == [
        "poverty alleviation (PA-R)",
        "environment (ENV-R)",
        "water (WAT-R)",
    ]


@pytest.mark.parametrize(
    ("text", "is_list"),
    [
        ("They came from Aldoria, Corvania, Dorvane and Zahira.", True),
        ("Il couvre trois domaines : l'eau, la formation et l'échange d'experts.", True),
        ("The course was held in Tunis.", False),
        ("Mr Khan, coordinator of the programme, opened the session.", False),
    ],
)
def test_a_sentence_that_lists_things_is_told_from_one_that_does_not(text, is_list):
    assert enumerates(text) is is_list


@pytest.mark.parametrize("unit", ["A, ", "Mr. Ab ", "(AB-C) ", "1,000 ", "و، ", "Ab Cd ", "a: b, "])
def test_hostile_repetition_does_not_slow_reading_down(unit):
    def seconds(size):
        text = unit * (size // len(unit))
        started = time.perf_counter()
        find_people(text), find_quantities(text), enumerates(text), coded_pairs(text)
        return time.perf_counter() - started

    seconds(500)
    small, large = seconds(4_000), seconds(16_000)

    assert large < 40 * small + 0.5


def test_somebody_given_by_surname_is_named_in_full_where_the_document_does():
    told = StoredSentence(
        1, "a.txt", 0, 52, "paragraph", None, (), "Pour le Forum : Dr Runa FELDT, experte principale.", ZERO
    )
    text = "Le Dr FELDT en sera l'intervenante."

    full = in_full(text, 0, [told])

    assert full is not None
    assert full[0] == "Dr Runa FELDT, experte principale"
    assert in_full("Dr Runa FELDT parle.", 0, [told]) is None


def test_an_office_before_the_name_is_no_part_of_what_a_short_form_stands_for():
    text = "She was elected Head of the Association of River Towns (ART) and took up her post on 2 May."

    best = find_expansions("ART", text)[0]

    assert text[best.start : best.end] == "Association of River Towns"
