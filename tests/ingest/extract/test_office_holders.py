"""Who takes, holds and leaves which office, in sentences, lists and signatures of several styles."""

import pytest

from tests.ingest.extract.written import facts
from vectorstore import find_people


def people(text, **document):
    """What is said of each person, as (name, role, body, since, until, after whom, state)."""
    keys = ("name", "role", "organisation", "from_date", "until_date", "replaced", "state")
    return [tuple(fact.get(key) for key in keys) for fact in facts("person", text, **document)]


def told(text, name, **document):
    return [said[1:] for said in people(text, **document) if said[0] == name]


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        (
            "Mr Rui Lopes (Orla) has acted as Chair since 1 October 2026.",
            "Rui Lopes",
            ("Chair", None, "2026-10-01", None, None, "appointed"),
        ),
        (
            "The Meeting noted that Mr. Tom Okoro had succeeded Ms. Ana Lund as coordinator of the Forum with effect from 1 July 2026.",
            "Tom Okoro",
            ("coordinator of the Forum", None, "2026-07-01", None, "Ana Lund", "appointed"),
        ),
        (
            "À compter du 1er juillet 2026, Mme Nadia Koffi est nommée directrice, en remplacement de M. Paul Bako.",
            "Nadia Koffi",
            ("directrice", None, "2026-07-01", None, "Paul Bako", "appointed"),
        ),
        (
            "تُكلَّف السيدة هالة منصور بمهام ضابط الارتباط اعتباراً من 1 يونيو 2026، خلفاً للسيد نبيل حداد.",
            "هالة منصور",
            ("ضابط الارتباط", None, "2026-06-01", None, "نبيل حداد", "appointed"),
        ),
        (
            "Lena Moreau joined the secretariat in Sfax on 1 October 2026 as data officer.",
            "Lena Moreau",
            ("data officer", "secretariat", "2026-10-01", None, None, "appointed"),
        ),
        (
            "M. Ali Gharbi fait valoir ses droits à la retraite le 31 juillet 2026.",
            "Ali Gharbi",
            (None, None, None, "2026-07-31", None, "left"),
        ),
        (
            "The focal points are, for the Secretariat, Mr Hedi Omar, Deputy Secretary, and, for UNIDO, Ms Eva Strack.",
            "Eva Strack",
            ("focal point", "UNIDO", None, None, None, "current"),
        ),
    ],
)
def test_an_office_is_told_with_since_when_and_after_whom(text, name, said):
    assert said in told(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ترأس الاجتماع السيد محمد سالم ولد اباه منسقا للبرنامج.", "محمد سالم ولد اباه"),
        ("وقعها عن المعهد الدكتور علي بن جابر المري، المدير العام.", "علي بن جابر المري"),
        ("عرض السيد عبد القادر بن مسعود الذي يرأس اللجنة نتائج العمل.", "عبد القادر بن مسعود"),
        ("شكرت المنسقة السيدة عيشة منت البخاري.", "عيشة منت البخاري"),
        ("ترأس السيد أحمد محمد الاجتماع الثاني.", "أحمد محمد"),
    ],
)
def test_an_arabic_name_is_whole_and_nothing_more(text, name):
    assert {said[0] for said in people(text)} <= {name}
    assert [found.name(text).split(" ", 1)[1] for found in find_people(text)] == [name]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ms. Rana Aziz (Head, Social Division) opened the workshop.", "Head, Social Division"),
        ("Mr Tom Okoro, Director, Department of Tides, spoke.", "Director, Department of Tides"),
        ("Mr Tom Okoro, Director, and the head of the Tides Division spoke.", "Director"),
    ],
)
def test_the_part_of_a_body_behind_a_comma_belongs_to_the_office_of_its_head(text, role):
    assert role in {said[1] for said in people(text)}


def test_several_are_elected_in_one_sentence():
    text = "The Council elected Ms Amal Idir (Orla) as Chair; Mr Jo Tavar (Mira) and Ms Kat Ojam (Sund) as Vice-Chairs; and Mr Eli Kabo (Vara) as Rapporteur."

    assert [(name, role) for name, role, *_ in people(text)] == [
        ("Amal Idir", "Chair"),
        ("Jo Tavar", "Vice-Chair"),
        ("Kat Ojam", "Vice-Chair"),
        ("Eli Kabo", "Rapporteur"),
    ]


def test_whoever_succeeds_the_one_of_the_sentence_before_has_that_office():
    text = "Ms Nadia Ekam, Training Officer, leaves the Secretariat on 31 October 2026. She is succeeded on 1 November 2026 by Mr Rafael Dumo."

    assert told(text, "Rafael Dumo") == [("Training Officer", None, "2026-11-01", None, "Nadia Ekam", "appointed")]
    assert (None, None, None, "2026-10-31", None, "left") in told(text, "Nadia Ekam")


def test_a_verb_before_its_is_no_part_of_an_office():
    assert told("The Council thanked its Chair, Prof. Dina Kalo, for her work.", "Dina Kalo")[0][0] == "Chair"


@pytest.mark.parametrize(
    "text",
    [
        "Saudi Arabia chaired the session and Burkina Faso joined the network.",
        "Baobab Advisory won the contract and Sahel Metrics came second.",
        "The Rural Energy Programme Officer wrote to the Safe Harbours Fund.",
    ],
)
def test_countries_and_companies_are_no_people(text):
    assert people(text) == []


def test_whoever_left_held_the_office_until_then():
    text = "Our coordinator Rosa Nkem retired on 30 June 2026 after eight years."

    said = told(text, "Rosa Nkem", date="2026-10-08")

    assert ("coordinator", None, None, None, None, "former") in said
    assert (None, None, None, "2026-06-30", None, "left") in said


def test_a_chair_is_of_the_body_under_whose_heading_it_is_told():
    found = facts(
        "person", "# News", "## 3. Working Party on Axle Loads", "Mr Rui Lopes has acted as Chair since 1 October 2026."
    )

    assert [fact.get("organisation") for fact in found] == ["Working Party on Axle Loads"]
