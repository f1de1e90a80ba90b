import pytest

from assistant.understand import understand
from assistant.values import Turn


def asked(text, *earlier):
    return understand(text, [Turn("user", question) for question in earlier])


@pytest.mark.parametrize(
    ("text", "earlier", "wants", "kept", "gone"),
    [
        ("and in 2025?", "How many courses were held in 2024?", "number", "courses", "2024"),
        ("who signed it?", "When was the Gulmar memorandum signed?", "person", "Gulmar", None),
        ("how many of those were women?", "How many participants came to the flood course?", "number", "flood", None),
        (
            "et à la deuxième réunion ?",
            "Quand a eu lieu la première réunion avec le FIDA ?",
            "date",
            "FIDA",
            "première",
        ),
        ("And the FAO?", "Who represented UNESCO at the meeting in Tunis?", "person", "meeting", None),
        ("وأين؟", "متى تعقد لجنة المكتبات اجتماعها القادم؟", "place", "المكتبات", None),
        ("and the health programme?", "Who coordinates the water programme?", "person", "coordinates", "water"),
        ("what about the one in Doha?", "Who led the course in Amman?", "person", "course", "Amman"),
        ("et celle de Tunis ?", "Qui a dirigé la formation de Dakar ?", "person", "formation", "Dakar"),
        ("وماذا عن ورشة الصحة؟", "متى عقدت ورشة المياه في طشقند؟", "date", "طشقند", "المياه"),
        ("ومع جامعة القاهرة؟", "من وقع المذكرة مع جامعة الأزهر؟", "person", "المذكرة", "الأزهر"),
        ("ما مدتها؟", "من وقع المذكرة مع جامعة الأزهر؟", "date", "المذكرة", None),
        ("the other partner?", "How much does the first partner pay?", "money", "pay", None),
        ("طيب وفي العام التالي كم كان العدد؟", "كم شكوى وصلت في 2023؟", "number", "شكوى", "2023"),
        ("et avant lui ?", "Qui coordonne le programme ?", "person", "coordonne", None),
    ],
)
def test_a_follow_up_takes_over_what_it_leaves_unsaid(text, earlier, wants, kept, gone):
    understood = asked(text, earlier)

    assert understood.leans
    assert understood.wants == wants
    assert kept in understood.standalone
    assert gone is None or gone not in understood.standalone


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("Which countries attended the flood course in Tunis?", "Who runs the library?"),
        ("Combien de pays ont participé au forum de Dakar en 2024 ?", "Qui dirige l'institut ?"),
        ("ما ميزانية برنامج الصحة لعام 2025؟", "من ترأس الاجتماع؟"),
        ("ما هي البرامج التي تعنى بالصحة؟", "من يدير المكتبة؟"),
        ("من هو مدير المكتبة؟", "متى عقدت دورة الفيضانات؟"),
        ("are there courses on floods?", "Who runs the library?"),
        ("Quels cours y a-t-il sur les crues ?", "Qui dirige l'institut ?"),
        ("quand le forum régional a-t-il été reporté ?", "Qui dirige l'institut ?"),
    ],
)
def test_a_change_of_subject_takes_nothing_over(text, earlier):
    understood = asked(text, earlier)

    assert not understood.leans
    assert understood.standalone == text


@pytest.mark.parametrize(
    ("text", "language"), [("et en français ?", "fr"), ("in English please", "en"), ("بالعربية", "ar")]
)
def test_asking_for_another_language_asks_the_last_question_again(text, language):
    understood = asked(text, "Who chaired the meeting in Tunis?")

    assert understood.language == language
    assert understood.standalone == "Who chaired the meeting in Tunis?"
    assert understood.wants == "person"


def test_a_chain_of_follow_ups_keeps_what_the_first_was_about():
    understood = asked("and who signed it?", "When was the Gulmar memorandum signed?", "until when is it valid?")

    assert "Gulmar" in understood.standalone


def test_a_question_in_charge_of_somebody_is_not_about_money():
    assert asked("who is in charge of ABC now").wants == "person"


@pytest.mark.parametrize(
    ("before", "text", "understood"),
    [
        ("How many complaints reached KAF in 2023?", "and the year after?", "How many complaints reached KAF in 2024?"),
        ("Combien de plaintes en 2023 ?", "et l'année précédente ?", "Combien de plaintes en 2022 ?"),
        ("كم شكوى وصلت في 2023؟", "وفي السنة التي بعدها؟", "كم شكوى وصلت في 2024؟"),
    ],
)
def test_the_year_after_is_asked_of_what_was_asked_of_the_year_before(before, text, understood):
    question = understand(text, [Turn("user", before)])

    assert question.standalone == understood
    assert question.wants == "number"


def test_a_question_for_what_follows_in_full_takes_nothing_over():
    question = understand("What was planned for the harbour the following year?", [Turn("user", "Who won in 2023?")])

    assert "Who won" not in question.standalone


def test_a_follow_up_is_shown_in_words_that_were_typed_not_in_those_it_is_searched_by():
    question = understand("And before him?", [Turn("user", "Who heads the Training Department?")])

    assert question.told == "Who heads the Training Department? And before him?"
    assert question.standalone != question.told
