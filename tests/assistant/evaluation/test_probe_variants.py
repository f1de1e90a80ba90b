"""The other ways to ask a question: always the same, and never another question."""

import pytest

from assistant.evaluation.probes.languages import groups, jaccard
from assistant.evaluation.probes.paraphrase import hasty, reworded, slipped, variants
from assistant.evaluation.probes.swaps import Pool, names_of, swaps
from assistant.evaluation.probes.texts import Texts
from assistant.evaluation.values import Case
from tests.ui.scripted import document


@pytest.mark.parametrize(
    ("question", "made"),
    [
        ("Who represented SEU?", "Who repreesnted SEU?"),
        ("كم بلغت المساهمة المالية؟", "كم بلغت المسهامة المالية؟"),
        ("Who is it?", "Who is it?"),
    ],
)
def test_a_slip_swaps_two_letters_of_the_longest_word(question, made):
    assert slipped(question) == made


@pytest.mark.parametrize(
    ("question", "made"),
    [
        ("Où s'est tenu l'atelier à Deltane ?", "ou s'est tenu l'atelier a deltane"),
        ("ما مدّة المذكرة إلى نهايتها؟", "ما مده المذكره الي نهايتها"),
        ("What is RES-L?", "what is res-l"),
    ],
)
def test_haste_drops_capitals_accents_and_the_final_mark(question, made):
    assert hasty(question) == made


@pytest.mark.parametrize(
    ("question", "language", "made"),
    [
        ("How many boats were there?", "en", "What number of boats were there?"),
        ("Who led the course?", "en", "Which person led the course?"),
        ("Quand l'accord a-t-il expiré ?", "fr", "À quelle date l'accord a-t-il expiré ?"),
        ("Combien de puits dépassaient la limite ?", "fr", "Quel nombre de puits dépassaient la limite ?"),
        ("متى ينتهي العمل بها؟", "ar", "في أي تاريخ ينتهي العمل بها؟"),
        ("من تنسق البرنامج؟", "ar", "من التي تنسق البرنامج؟"),
        ("Is it signed?", "en", "Is it signed?"),
    ],
)
def test_another_interrogative_of_the_same_meaning(question, language, made):
    assert reworded(question, language) == made


def test_variants_that_would_not_differ_are_left_out():
    assert [variant.manner for variant in variants("and who is it", "en")] == []
    assert [variant.manner for variant in variants("Who led it?", "en")] == ["haste", "frame", "wording"]


# --- false premises ---

ARCHIVE = [
    document("2022/visit.txt", "Visit of the SEU", ["The SEU represented by Mr. Orlan met at Port Almina in 2022."]),
    document("2023/visit.txt", "Visit of the GIA", ["The GIA was represented by Ms. Tarek at Qasr Lamar in 2023."]),
    document("2024/list.txt", "Members", ["The SEU and the GIA are members of the harbour union since 2019."]),
]
SEU = Case("a", "Who represented the SEU in 2022?", answers=("Orlan",), documents=("2022/visit.txt",))
GIA = Case("b", "Where was the GIA hosted?", answers=("Qasr Lamar",), documents=("2023/visit.txt",))


def made(case, cases=(SEU, GIA), archive=ARCHIVE):
    texts = Texts(archive)
    return {s.sort: s.question for s in swaps(case, texts, Pool.of([(c.question, c.language) for c in cases], texts))}


def test_a_name_is_swapped_only_where_no_document_could_bear_it_out():
    apart = [ARCHIVE[0], document("2023/visit.txt", "Visit of the GIA", ["The GIA was hosted at Qasr Lamar."])]

    assert "name" not in made(SEU)  # the GIA was represented too
    assert made(SEU, archive=apart)["name"] == "Who represented the GIA in 2022?"


def test_a_year_is_swapped_for_the_nearest_that_no_document_bears_out():
    assert made(SEU)["year"] == "Who represented the SEU in 2021?"


@pytest.mark.parametrize("question", ["Who represented the SEU since 2022?", "Qui a représenté la SEU après 2022 ?"])
def test_an_open_ended_year_is_no_premise(question):
    assert "year" not in made(Case("c", question, documents=("2022/visit.txt",)))


def test_the_meaning_of_a_name_is_no_premise():
    assert made(Case("c", "What does SEU stand for?", documents=("2022/visit.txt",))) == {}


def test_a_swap_is_the_same_every_time():
    assert [made(SEU) for _ in range(3)] == [made(SEU)] * 3


def test_names_are_told_from_capitalised_words():
    texts = Texts([*ARCHIVE, document("x.txt", "Courses", ["The small ports hold courses in Azurra, of MoU Reach-A."])])

    found = [name.text for name in names_of("Did Small Ports of Azurra send ZORP to Reach-A?", "en", texts)]

    assert found == ["Reach-A", "ZORP", "Azurra"]


def test_an_arabic_word_that_sounds_like_a_name_is_one():
    texts = Texts([document("x.txt", "Courses", ["The course was in Nachira, then in Fayrun."])])

    assert [name.text for name in names_of("من حضر دورة الإحصاء في نشيرة؟", "ar", texts)] == ["نشيرة"]


# --- languages ---


def test_cases_are_linked_by_note_quote_or_meaning():
    noted = [
        Case("n1", "Who chairs?", note="translation: chair"),
        Case("n2", "Qui préside ?", "fr", note="translation: chair"),
    ]
    quoted = [
        Case("q1", "How much?", documents=("a",), quote="The fee is 1,800 dollars."),
        Case("q2", "Combien ?", "fr", documents=("a",), quote="the fee is 1,800 dollars."),
    ]
    alone = [
        Case("o1", "When?", quote="It was on 4 May 2022."),
        Case("o2", "When was it?", quote="It was on 4 May 2022."),
    ]
    meaning = [Case("m1", "Full name of GFSW", answers=("Global Forum",))]

    found = [[case.question for case in group] for group in groups([*noted, *quoted, *alone, *meaning])]

    assert found == [
        ["Who chairs?", "Qui préside ?"],
        ["How much?", "Combien ?"],
        ["What does GFSW stand for?", "Que veut dire GFSW ?", "ما معنى GFSW؟"],
    ]


@pytest.mark.parametrize(
    ("one", "other", "index"), [("ab", "bc", 1 / 3), ("a", "a", 1.0), ("a", "", 0.0), ("", "", 0.0)]
)
def test_the_jaccard_index(one, other, index):
    assert jaccard(one, other) == index
