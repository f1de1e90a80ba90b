import pytest

from assistant.understand import (
    counted_terms,
    further,
    listed_terms,
    lists_several,
    names_in,
    question_language,
    understand,
    wanted,
)
from assistant.values import Turn
from vectorstore import terms


@pytest.mark.parametrize(
    ("question", "wants"),
    [
        ("Who represented the Agency?", "person"),
        ("Qui dirige l'institut ?", "person"),
        ("من مثّل الوكالة؟", "person"),
        ("When is the webinar?", "date"),
        ("Quand a eu lieu l'atelier ?", "date"),
        ("متى عُقد الاجتماع؟", "date"),
        ("Where was it held?", "place"),
        ("Où se tient la réunion ?", "place"),
        ("أين عُقدت الدورة؟", "place"),
        ("How many countries took part?", "number"),
        ("Combien de pays ont participé ?", "number"),
        ("كم دولة حضرت؟", "number"),
        ("how much does it cost", "money"),
        ("Quel est le salaire du directeur ?", "money"),
        ("What does ABC stand for?", "expansion"),
        ("ABC-X?", "expansion"),
        ("Que signifie ABC ?", "expansion"),
        ("Which programmes cover floods?", "list"),
        ("Quels pays étaient présents ?", "list"),
        ("Why was it moved?", "reason"),
        ("Is the memorandum still valid?", "yes_no"),
        ("phone number of the office", "contact"),
        ("What is the title of the webinar?", "title"),
        ("Qu'a-t-on convenu ?", "fact"),
        ("At the spring meeting, who attended on behalf of the Fund?", "person"),
        ("Name of the tutor on the port's side", "person"),
        ("Grain programme, current coordinator?", "person"),
        ("في اجتماع الربيع، من حضر نيابة عن الصندوق؟", "person"),
        ("جائزة الصندوق، لمن مُنحت؟", "person"),
        ("Comment s'appelle le directeur ou la directrice ?", "person"),
        ("Solar panels: what happened that made us wait?", "reason"),
        ("reason the session was moved?", "reason"),
        ("Quel est l'effectif du Centre ?", "number"),
        ("ما العدد الفعلي للحاضرين؟", "number"),
        ("quel âge a Mme Abra", "number"),
        ("devis pour le mur du marché ?", "money"),
        ("second forum on grain - dates?", "date"),
        ("Dans quel hôtel le stage a-t-il été organisé ?", "place"),
        ("في أي فندق ينعقد الاجتماع؟", "place"),
        ("who spoke about mobile phone data", "person"),
        ("which port was only interviewed over the phone", "fact"),
        ("How can I reach Dr Abra by telephone?", "contact"),
        ("quelle est l'adresse mail de Mme Abra", "contact"),
        ("Reference number of the letter to the Fund?", "reference"),
        ("ما رقم خطابنا إلى الصندوق؟", "reference"),
        ("Please spell out ABC for me.", "expansion"),
        ("ABC in full?", "expansion"),
        ("what is ABC short for", "expansion"),
        ("Pouvez-vous me développer l'abréviation ABC ?", "expansion"),
        ("شو يعني ABC", "expansion"),
        ("ABC = ?", "expansion"),
        ("attendance staff meeting 4/3/2024", "list"),
        ("toutes les corrections à faire dans le guide ?", "list"),
        ("أما زالت المذكرة نافذة؟", "yes_no"),
        ("comiben de participants à la formation", "number"),
        ("hwen, or rather wehn, was it held", "date"),
    ],
)
def test_the_kind_of_answer_is_told_by_the_words(question, wants):
    assert wanted(question) == wants


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Where is it?", "en"),
        ("où est-ce ?", "fr"),
        ("combien de participants", "fr"),
        ("ما معنى ABC؟", "ar"),
        ("budget 2024", "en"),
    ],
)
def test_the_language_of_a_question_is_told(text, language):
    assert question_language(text) == language


def test_a_bare_code_takes_the_language_of_the_conversation():
    assert question_language("ABC-X", ["Qui dirige le programme ?"]) == "fr"


def test_names_are_codes_and_capitals_inside_a_sentence():
    assert names_in("Did the DRM-CaB team meet Fatima in May?") == ["DRM-CaB", "Fatima"]


def test_a_question_that_leans_on_the_last_one_takes_it_over():
    asked = understand(
        "and who signed it?", [Turn("user", "When was the Gulmar memorandum signed?"), Turn("assistant", "…")]
    )

    assert "gulmar" in asked.terms
    assert asked.wants == "person"
    assert "gulmar" not in asked.own_terms


def test_a_question_of_its_own_takes_nothing_over():
    asked = understand("Which countries attended the flood course in Tunis?", [Turn("user", "Who runs the library?")])

    assert "librari" not in asked.terms


def test_two_questions_in_one_are_both_seen():
    assert further("When was the meeting and where was it held?", "date") == ("place",)
    assert further("Quel est le titre du webinaire et sa date ?", "title") == ("date",)
    assert further("Who are the director and the secretary?", "person") == ()


@pytest.mark.parametrize(
    "asked",
    [
        "Who represented UNWTO and in which role?",
        "Qui a représenté UNWTO et en quelle qualité ?",
        "من مثل UNWTO وما صفته؟",
    ],
)
def test_the_role_asked_for_beside_a_person_is_not_searched(asked):
    understood = understand(asked)

    assert understood.wants == "person"
    assert understood.terms[-1] == "unwto"


def test_a_body_s_long_form_is_a_name_in_arabic_too():
    assert understand("من مثل منظمة الأغذية والزراعة؟").names == ("الأغذية والزراعة",)


@pytest.mark.parametrize(
    ("asked", "listed", "several"),
    [
        ("Alto, grain course: which countries were represented?", "countries", True),
        ("Sur quels thèmes porte le mémorandum ?", "thèmes", True),
        ("countries at the grain course", "countries", True),
        ("who attended the grain course?", "participants", True),
        ("which programme deals with grain", "programme", False),
    ],
)
def test_what_is_listed_is_told_by_the_noun_that_is_asked_for(asked, listed, several):
    question = understand(asked)

    assert listed_terms(question) == frozenset(terms(listed))
    assert lists_several(question) is several


def test_a_sum_of_two_thousand_is_no_year():
    assert understand("missions 2024 qui ont coûté plus de 2000 dollars").dates[0].year == 2024
    assert len(understand("missions 2024 qui ont coûté plus de 2000 dollars").dates) == 1
    assert understand("meetings in 2000").dates[0].year == 2000


@pytest.mark.parametrize(
    "asked",
    [
        "missions of 2024 that cost more than 2000 dollars",
        "deliverables of the review + due dates",
        "Quels déplacements ont dépassé le plafond, et où ?",
    ],
)
def test_several_things_named_first_are_a_list_whatever_else_is_asked_of_them(asked):
    assert understand(asked).wants == "list"


@pytest.mark.parametrize("asked", ["dates of the first course", "costs of the workshop"])
def test_a_kind_of_value_named_first_is_asked_for_itself(asked):
    assert understand(asked).wants != "list"


def test_which_ones_goes_back_to_what_was_named_before():
    assert listed_terms(understand("The diary closes with some recommendations. Which ones?")) == {"recommend"}


def test_what_is_counted_is_stemmed_as_the_question_is():
    question = understand("comité de pilotage de Lome : nb de decisions ?")

    assert counted_terms(question) <= set(question.own_terms)


@pytest.mark.parametrize(
    "question", ["Qu'est-ce qui est allé de travers à la régate ?", "dis-moi ce qui a été promis à la ville"]
)
def test_what_in_french_asks_for_nobody(question):
    assert understand(question).wants != "person"


def test_who_in_french_asks_for_somebody_however_it_is_put():
    assert understand("Qui est-ce qui a signé l'accord ?").wants == "person"


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("who pays the fee for the hall?", "person"),
        ("whom did the agency propose for the tariff study?", "person"),
        ("who attended the budget meeting?", "list"),
        ("كم ثمن المعدات؟", "money"),
    ],
)
def test_whoever_does_something_is_asked_for_whatever_it_is_about(asked, kind):
    assert wanted(asked) == kind
