"""Follow-ups that speak of the answer before them."""

import pytest

from assistant.plurals import other_number
from assistant.understand import LAST, asks_nothing_more, asks_role, means_somebody, place_of
from assistant.values import Turn
from tests.assistant.archive import assistant_of
from vectorstore import load_embedder, terms

FILES = {
    "atelier.txt": "Atelier sur les quais\nDate : 16-18 avril 2024\nLieu : Tarnes\n\n"
    "L'atelier a réuni 34 participants de 14 villes. Il a été ouvert par M. Olivier SOREL, maire de Tarnes.\n"
    "Coût total : 26 900 euros. Le Port paie les billets d'avion.\n\n"
    "Trois recommandations ont été adoptées :\n1. dresser un atlas des quais d'ici décembre 2025 ;\n"
    "2. former deux inspecteurs par ville ;\n3. réunir les responsables une fois par an.\n",
    "minutes.txt": "Minutes of the Harbour Board\nDate: 9 October 2023\nVenue: Almina\n\n"
    "The Board has 12 members. The Board signed the agreement with the Basin Fund on 2 October 2023. Reports are due every six months.\n\n"
    "Tasks\n- Mr. Bram OKKERS to pay the deposit by 1 March 2024.\n- Ms. Ines CARVALHO to publish the list of ships by 20 May 2024.\n",
    "خبر.txt": "خبر صحفي\nالتاريخ: 24 أكتوبر 2025\n\nشارك في دورة الموانئ 26 متدرباً، منهم 9 نساء. وبلغت تكلفة دورة الموانئ 39 ألف دولار.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("archive"), embedder=load_embedder()) as assistant:
        yield assistant


@pytest.mark.model
@pytest.mark.parametrize(
    ("earlier", "asked", "answer"),
    [
        ("Quelles recommandations l'atelier sur les quais a-t-il adoptées ?", "et la deuxième ?", "inspecteurs"),
        (
            "Quelles recommandations l'atelier sur les quais a-t-il adoptées ?",
            "la première, c'est pour quand ?",
            "décembre 2025",
        ),
        ("What are the tasks of the Harbour Board?", "the second one, who does it?", "CARVALHO"),
        ("Qui a ouvert l'atelier sur les quais ?", "c'est quoi son métier ?", "maire de Tarnes"),
        ("Qui a ouvert l'atelier sur les quais ?", "how many participants?", "34 participants"),
        ("Combien a coûté l'atelier sur les quais ?", "qui paie l'avion ?", "Le Port paie"),
        ("When was the agreement with the Basin Fund signed?", "how often do they want reports?", "six months"),
        ("كم تكلفة دورة الموانئ؟", "وكم امرأة بينهم؟", "9 نساء"),
        ("When was the agreement with the Basin Fund signed?", "out of how many members?", "12 members"),
        ("Qui a ouvert l'atelier sur les quais ?", "venus de combien de villes", "14 villes"),
    ],
)
def test_a_follow_up_is_answered_from_what_the_conversation_is_about(assistant, earlier, asked, answer):
    told = assistant.ask(asked, history=[Turn("user", earlier)])

    assert told.outcome == "answered"
    assert answer in told.text


@pytest.mark.model
def test_what_a_follow_up_is_read_in_the_light_of_is_shown(assistant):
    told = assistant.ask("how many participants?", history=[Turn("user", "Qui a ouvert l'atelier sur les quais ?")])

    assert told.standalone == "how many participants? (Atelier sur les quais)"


@pytest.mark.model
def test_a_follow_up_that_names_another_thing_is_not_answered_from_the_document_before(assistant):
    told = assistant.ask(
        "How many members has the Harbour Board?", history=[Turn("user", "Combien a coûté l'atelier ?")]
    )

    assert "12 members" in told.text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("and the second?", 1),
        ("the first of them, who does it?", 0),
        ("et la troisième ?", 2),
        ("le dernier, il travaille où ?", LAST),
        ("والثاني؟", 1),
        ("الأول منهم ما وظيفته؟", 0),
        ("point 3?", 2),
        ("and the second meeting?", None),
        ("first session in Tunis?", None),
        ("متى الدورة الثانية للمجلس؟", None),
    ],
)
def test_a_place_is_meant_where_the_ordinal_has_no_noun_of_its_own(text, place):
    assert place_of(text) == place


def test_what_is_asked_beside_the_place_is_told_from_nothing_more():
    assert asks_nothing_more("and the second one?")
    assert not asks_nothing_more("the second one, who does it?")


def test_what_somebody_is_can_be_asked_in_three_languages():
    assert all(asks_role(text) for text in ("what's his job?", "quelle est sa fonction ?", "ما منصبه؟", "وما وظيفتها؟"))
    assert not any(asks_role(text) for text in ("where was she born?", "où est-elle née ?", "أين ولدت؟"))


def test_somebody_is_meant_by_a_pronoun():
    assert all(means_somebody(text) for text in ("when does she start?", "où est-il né ?", "متى عُيّنت؟"))
    assert not means_somebody("how much did it cost?")


@pytest.mark.parametrize(
    ("one", "many"), [("امرأة", "نساء"), ("خبير", "خبراء"), ("محطة", "محطات"), ("مشروع", "مشاريع"), ("قرار", "قرارات")]
)
def test_an_arabic_noun_is_met_in_its_other_number(one, many):
    (singular,), (plural,) = terms(one), terms(many)

    assert plural in other_number(singular, one)
    assert singular in other_number(plural, many)
