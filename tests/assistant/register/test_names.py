"""One thing, many names."""

from assistant.register.naming import read_names
from assistant.register.spoken import spoken
from tests.assistant.register.told import organisation


def test_short_form_long_form_and_translation_given_in_the_text_are_one():
    names = read_names(
        [
            organisation(name="Northern Fisheries Union", abbreviation="NFU"),
            organisation("fr", name="Union des pêches du Nord", abbreviation="UPN", other_name="NFU"),
        ]
    )

    assert names.of("UPN") is names.of("Northern Fisheries Union")


def test_a_short_form_of_two_bodies_stands_for_neither():
    names = read_names(
        [
            organisation(name="Gulf Innovation Agency", abbreviation="GIA"),
            organisation(name="General Insurance Association", abbreviation="GIA"),
        ]
    )

    assert names.of("GIA") is None
    assert names.of("Gulf Innovation Agency") is not names.of("General Insurance Association")


def test_a_name_translated_word_for_word_is_one_with_the_original():
    names = read_names(
        [
            organisation(name="Marandia Development Fund", abbreviation="MDF"),
            organisation("fr", name="Fonds de développement de la Marandie", abbreviation="FDM"),
            organisation("fr", name="Fonds de formation de la Marandie", abbreviation="FFM"),
        ]
    )

    assert names.of("FDM") is names.of("MDF")
    assert names.of("FFM") is not names.of("MDF")


def test_a_body_is_named_in_the_language_of_the_question_where_a_document_does():
    names = read_names(
        [
            organisation("fr", name="Commission des lacs", abbreviation="CDL", other_name="Lakes Commission; LC"),
            organisation("fr", name="Institut des mines", abbreviation="IDM"),
        ]
    )

    assert spoken("Commission des lacs", names, "en").text == "Lakes Commission (LC)"
    assert spoken("Commission des lacs", names, "fr").text == "Commission des lacs (CDL)"
    assert spoken("Institut des mines", names, "en").text == "Institut des mines (IDM)"


def test_a_former_name_is_not_shown_for_the_new_one():
    names = read_names(
        [
            organisation(name="Port Authority of Norland", abbreviation="PAN"),
            organisation(
                name="Norland Harbours", abbreviation="NH", other_name="Port Authority of Norland", relation="renamed"
            ),
        ]
    )

    assert names.of("PAN") is names.of("NH")
    assert spoken("PAN", names, "en").text == "Port Authority of Norland (PAN)"
