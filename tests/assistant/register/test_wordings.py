"""The same things asked of the register in other words: sentences, keywords, any order of words, three languages."""

from datetime import date

import pytest

from assistant.register.naming import read_names
from assistant.register.query import read_query
from assistant.understand import understand
from vectorstore import fold

TODAY = date(2026, 6, 15)


def read(question):
    return read_query(understand(question, ()), TODAY, read_names([]))


def words(query):
    return {fold(about.words) for about in query.abouts}


@pytest.mark.parametrize(
    "question",
    [
        "workshops Lima",
        "Lima workshops",
        "any workshops in Lima?",
        "what workshops have there been in Lima so far",
        "I need the list of workshops held in Lima",
        "can you tell me which workshops took place in Lima?",
        "I'd like to see every workshop we ran in Lima",
        "In Lima, which workshops did we hold?",
        "ateliers à Lima",
        "Y a-t-il eu des ateliers à Lima ?",
        "J'aimerais la liste des ateliers qui se sont tenus à Lima",
        "Peux-tu me donner la liste des ateliers tenus à Lima ?",
        "quels sont tous les ateliers organisés à Lima",
    ],
)
def test_a_list_is_asked_for_in_any_order_of_words(question):
    query = read(question)

    assert (query.kind, query.sorts, query.form, words(query)) == ("event", ("workshop",), "list", {"lima"})


@pytest.mark.parametrize(
    "question",
    [
        "الورش التي أقيمت في ليما",
        "ورش العمل في ليما",
        "أريد قائمة بالورش المنعقدة في ليما",
        "هل هناك ورش في ليما؟",
        "وش الورش اللي سويناها في ليما",
    ],
)
def test_a_list_is_asked_for_in_arabic_with_what_is_written_as_one_with_the_noun(question):
    query = read(question)

    assert (query.kind, query.sorts, query.form, words(query)) == ("event", ("workshop",), "list", {"ليما"})


@pytest.mark.parametrize(
    "question",
    [
        "how many workshops were there in 2024?",
        "number of workshops in 2024",
        "workshops in 2024: how many?",
        "count the workshops of 2024",
        "In 2024, how many workshops did we organise?",
        "combien d'ateliers a-t-on tenus en 2024 ?",
        "nombre d'ateliers en 2024",
        "On a fait combien d'ateliers en 2024 ?",
        "كم ورشة عقدنا في 2024؟",
        "عدد الورش في 2024",
    ],
)
def test_a_number_is_asked_for_wherever_the_word_for_it_stands(question):
    query = read(question)

    assert (query.kind, query.form, query.period.first, words(query)) == ("event", "count", "2024-01-01", set())


@pytest.mark.parametrize(
    "question",
    [
        "how many women attended the Lima course?",
        "how many countries took part in the workshops?",
        "which countries were at the Lima workshop",
        "participants from Lima in all courses",
        "combien de pays ont participé aux ateliers de Lima ?",
        "كم امرأة شاركت في ورش ليما؟",
        "what topics did the workshops cover",
        "which documents do I need for the courses",
        "what rules apply to workshops abroad",
        "quels sont les objectifs des formations",
        "ما أهداف الورش؟",
        "who may take part in the courses?",
        "what does the course cost",
        "how many decisions at the steering committee meetings",
    ],
)
def test_what_is_asked_of_the_things_is_no_list_of_them(question):
    query = read(question)

    assert query is None or query.form not in ("list", "count", "dates")


@pytest.mark.parametrize(
    ("question", "state"),
    [
        ("which events have been called off", "cancelled"),
        ("what has been cancelled in 2025?", "cancelled"),
        ("activités qui n'ont finalement pas eu lieu", "cancelled"),
        ("ما الفعاليات الملغاة؟", "cancelled"),
        ("which activities were put off", "postponed"),
        ("events moved to another date", "postponed"),
        ("événements déplacés en 2025", "postponed"),
        ("ما الأنشطة التي تأجلت في 2025؟", "postponed"),
        ("programmes launched after 2022", "created"),
        ("overdue action points", "late"),
    ],
)
def test_a_state_is_asked_for_in_any_of_its_words(question, state):
    assert read(question).states == (state,)


@pytest.mark.parametrize(
    "question",
    [
        "MoUs expiring 2026",
        "MoUs that run out this year",
        "which of our MoUs lapse in 2026",
        "مذكرات التفاهم التي تنتهي في 2026",
        "mémorandums arrivant à échéance en 2026",
    ],
)
def test_the_year_in_which_agreements_end_is_not_that_of_their_signature(question):
    query = read(question)

    assert (query.kind, query.sorts, query.ending, query.period.first) == (
        "agreement",
        ("memorandum",),
        True,
        "2026-01-01",
    )
    assert not words(query)


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("where were the flood courses held?", "list"),
        ("in which towns did we hold flood courses?", "list"),
        ("when were the flood courses", "dates"),
        ("où ont eu lieu les formations sur l'eau ?", "list"),
        ("أين عقدت ورش المياه؟", "list"),
        ("on which dates did we meet WMO", "dates"),
        ("متى اجتمعنا مع WMO؟", "dates"),
        ("how many times did we meet WMO", "count"),
    ],
)
def test_where_and_when_of_several_things_is_asked_of_all_of_them(question, form):
    assert read(question).form == form


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("courses in 2024 and 2025", "2024-01-01", "2025-12-31"),
        ("formations en 2024 ou 2025", "2024-01-01", "2025-12-31"),
        ("courses between late 2023 and 2025", "2023-10-01", "2025-12-31"),
        ("formations entre fin 2023 et 2025", "2023-10-01", "2025-12-31"),
        ("courses from 2024 onwards", "2024-01-01", None),
        ("commitments due by the end of 2025", None, "2025-12-31"),
        ("courses before 2025", None, "2024-12-31"),
        ("courses of the last two years", "2024-06-15", "2026-06-15"),
        ("les formations des 3 derniers mois", "2026-03-17", "2026-06-15"),
        ("الدورات في عامي ٢٠٢٤ و٢٠٢٥", "2024-01-01", "2025-12-31"),
    ],
)
def test_a_time_is_read_whole(question, first, last):
    period = read(question).period

    assert (period.first, period.last) == (first, last)


@pytest.mark.parametrize(
    "question",
    [
        "who has been coordinating WAT, first to last?",
        "names of all coordinators of WAT",
        "qui a coordonné le WAT, l'un après l'autre ?",
        "من نسّق برنامج WAT حتى الآن بالترتيب؟",
    ],
)
def test_everybody_who_was_in_an_office_is_asked_for_in_many_ways(question):
    assert read(question).form == "holders"


@pytest.mark.parametrize(
    "question",
    [
        "with which organisations did we sign agreements?",
        "Avec quels organismes du secteur de l'eau avons-nous un mémorandum ?",
        "مع من وقعنا مذكرات؟",
    ],
)
def test_whom_something_was_agreed_with_is_told_by_the_agreements(question):
    query = read(question)

    assert (query.kind, query.form) == ("agreement", "list")


def test_words_that_may_only_be_the_way_of_asking_are_told_from_what_limits_a_list():
    query = read("courses on flood protection, gladly offered")

    assert {about.words for about in query.abouts if about.is_firm} == {"flood", "protection"}
    assert {about.words for about in query.abouts if not about.is_firm} == {"gladly", "offered"}


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("how many times was the tide course held?", "count"),
        ("Combien de fois le stage sur les marées a-t-il eu lieu ?", "count"),
        ("كم مرة أقيمت دورة السلامة حتى الآن", "count"),
        ("all things that were called off or pushed back in 2024", "list"),
        ("everything we did with the Harbour Fund", "list"),
        ("tout ce qu'on a fait avec le Fonds du port", "list"),
        ("combien de sessions de formation à Lima ?", "count"),
    ],
)
def test_events_are_asked_for_without_a_plural_of_theirs(question, form):
    query = read(question)

    assert query is not None
    assert (query.kind, query.form) == ("event", form)


def test_things_to_do_are_no_events():
    assert read("list the things to bring to the office") is None
