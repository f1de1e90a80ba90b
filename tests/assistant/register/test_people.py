"""Who is the same person."""

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
