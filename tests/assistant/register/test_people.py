"""Who is the same person."""

import pytest

from assistant.register.known import Known
from assistant.register.people import read_people
from tests.assistant.register.told import person


def test_one_name_in_two_scripts_is_one_person():
    people = read_people([person("Samira BELKADRI", role="Director"), person("سميرة بلقادري", "ar", state="left")])

    assert len(people.all()) == 1
    assert people.all()[0].name("ar") == "سميرة بلقادري"


def test_one_surname_with_two_first_names_is_two_people():
    people = read_people([person("Samira BELKADRI"), person("Karim BELKADRI")])

    assert len(people.all()) == 2
    assert people.named("BELKADRI") is None


def test_a_surname_alone_means_the_only_one_who_has_it():
    people = read_people([person("Samira BELKADRI"), person("Karim ZAITOUNI")])

    assert people.named("Mr Zaitouni").name() == "Karim ZAITOUNI"


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Fahd Al-Rami", "فهد الرامي"),
        ("Rim EL ATTAR", "ريم العطار"),
        ("Elif MORANDE", "إليف موراند"),
        ("Rustam KHALIKOV", "رستم خاليكوف"),
        ("Johan VESTERGAARD", "يوهان فيسترغارد"),
        ("Dr. Jonas Wickmar", "جوناس ويكمار"),
    ],
)
def test_a_name_with_an_article_or_spelled_by_its_sound_is_one_person(latin, arabic):
    people = read_people([person(latin, role="Director"), person(arabic, "ar", role="مدير")])

    assert len(people.all()) == 1
    assert people.named(latin) is people.named(arabic) is people.all()[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Said HINAI", "Saad NOUH"),
        ("Leila HARROUN", "Lia HIRUN"),
        ("Samir HADDAD", "سمير حميد"),
        ("Karim SALEM", "كريمة سليم"),
        ("Ali HASSAN", "علي حسين"),
    ],
)
def test_two_names_with_the_same_consonants_and_other_vowels_are_two_people(one, other):
    people = read_people([person(one), person(other, "en" if other.isascii() else "ar")])

    assert len(people.all()) == 2


def test_a_correction_joins_or_parts_two_names():
    told = [
        person("Yassin OUDGHIRI"),
        person("Yacine OUDGHIRI", document="b.txt"),
        person("Y. Benali"),
        person("Yusra BENALI"),
    ]
    known = Known(same=(("Y. Benali", "Yusra BENALI"),), different=(("Yassin Oudghiri", "Yacine Oudghiri"),))

    assert len(read_people(told).all()) == 3
    assert [p.names for p in read_people(told, known).all()] == [
        ("Yassin OUDGHIRI",),
        ("Yacine OUDGHIRI",),
        ("Y. Benali", "Yusra BENALI"),
    ]


def test_two_names_that_one_document_writes_apart_are_of_two_people():
    beside = [person("عمر الحديدي", "ar"), person("عمر الحداد", "ar")]
    elsewhere = [person("عمر الحديدي", "ar"), person("عمر الحديديّ", "ar", document="b.txt")]

    assert len(read_people(beside).all()) == 2
    assert len(read_people(elsewhere).all()) == 1


def test_a_mans_and_a_womans_name_are_of_two_people():
    told = [
        person("نبيل الخوري", "ar"),
        person("نبيلة خوري", "ar", document="b.txt"),
        person("Karim Saïd"),
        person("Karima Saïd"),
    ]

    assert len(read_people(told).all()) == 4
