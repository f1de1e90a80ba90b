"""Documents that do not agree where an event was, when an agreement came into force or who signed it are both told."""

from datetime import date

import pytest

from tests.assistant.archive import assistant_of

FILES = {
    "brief.md": "# Brief of the Fisheries School\n\nDate: 30 June 2024\n\nThe workshop on fish hygiene took place in Tashkent from 3 to 5 June 2024. "
    "The workshop on boat engines took place in Hotel Pearl from 10 to 12 June 2024. The workshop on tide gauges took place in Baku from 17 "
    "to 19 June 2024.\n",
    "rapport.md": "# Nouvelles de l'école\n\nDate : 12 juillet 2024\n\nL'atelier sur l'hygiène du poisson s'est tenu à Samarcande du 3 au 5 juin 2024. "
    "L'atelier sur les marégraphes s'est tenu à Bakou du 17 au 19 juin 2024.\n",
    "note.md": "# Note to file\n\nDate: 3 July 2024\n\nThe workshop on boat engines took place in Doha from 10 to 12 June 2024.\n\n"
    "The agreement with the Gulf Maritime Academy was signed on 25 February 2024. It entered into force on 1 March 2024.\n\n"
    "The agreement with the Gulf Maritime Academy was signed for the school by Mr. Yusuf KAMAL.\n\n"
    "The agreement with the Port Authority of Doha was signed on 3 March 2024. The agreement with the Port Authority of Doha was signed for the "
    "school by Mr. Yusuf KAMAL.\n",
    "letter.md": "# Letter to partners\n\nDate: 20 March 2024\n\nThe agreement with the Gulf Maritime Academy was signed on 25 February 2024. It entered "
    "into force on 10 March 2024.\n\nThe agreement with the Gulf Maritime Academy was signed by Ms. Laila HARUN and Mr. Omar SIDDIQ.\n\n"
    "The agreement with the Port Authority of Doha was signed for the authority by Mr. Saad ALI.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("places"), date(2026, 1, 15)) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    [
        "where was the workshop on fish hygiene held?",
        "où s'est tenu l'atelier sur l'hygiène du poisson ?",
        "أين عقدت ورشة العمل حول نظافة الأسماك؟",
    ],
)
def test_two_towns_that_documents_give_for_one_event_are_both_told(assistant, question):
    told = assistant.ask(question).disagreement

    assert told is not None
    assert {version.text for version in told.versions} == {"Tashkent", "Samarcande"}


@pytest.mark.parametrize(
    "question", ["where was the workshop on boat engines held?", "where was the workshop on tide gauges held?"]
)
def test_a_hall_and_a_town_or_one_town_in_two_languages_are_no_two_places(assistant, question):
    answer = assistant.ask(question)

    assert answer.outcome == "answered"
    assert answer.disagreement is None


@pytest.mark.parametrize(
    "question",
    [
        "when did the agreement with the Gulf Maritime Academy enter into force?",
        "quand l'accord avec la Gulf Maritime Academy est-il entré en vigueur ?",
        "متى دخل الاتفاق مع Gulf Maritime Academy حيز النفاذ؟",
    ],
)
def test_two_days_on_which_an_agreement_is_said_to_come_into_force_are_both_told(assistant, question):
    told = assistant.ask(question).disagreement

    assert told is not None
    assert [version.text.split()[0] for version in told.versions] in (["1", "10"], ["1er", "10"])


@pytest.mark.parametrize(
    "question",
    [
        "who signed the agreement with the Gulf Maritime Academy?",
        "qui a signé l'accord avec la Gulf Maritime Academy ?",
        "من وقع الاتفاق مع Gulf Maritime Academy؟",
    ],
)
def test_two_who_are_said_to_have_signed_one_agreement_are_both_told(assistant, question):
    told = assistant.ask(question).disagreement

    assert told is not None
    assert "KAMAL" in told.text
    assert "HARUN" in told.text


def test_those_who_signed_for_either_side_do_not_contradict_each_other(assistant):
    assert assistant.ask("who signed the agreement with the Port Authority of Doha?").disagreement is None
