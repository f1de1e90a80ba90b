import threading

import pytest

from vectorstore.normalise import fold, stem, terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Réunion", "reunion"),
        ("أإآا", "اااا"),
        ("مدرسة", "مدرسه"),
        ("مُدَرِّس", "مدرس"),
        ("٣٠٠", "300"),
        ("l’eau", "l'eau"),
        ("DRM‑CaB", "drm-cab"),
        ("كتـــاب", "كتاب"),
    ],
)
def test_forms_of_one_word_fold_alike(one, other):
    assert fold(one) == fold(other)


def test_a_code_is_found_whole_and_in_parts():
    assert terms("the DRM-CaB programme")[:3] == ["drm-cab", "drm", "cab"]


def test_thousands_are_one_number_and_a_year_before_a_number_is_not_joined():
    assert terms("USD 12,500") == ["usd", "12500"]
    assert terms("28 850 dollars")[0] == "28850"
    assert terms("in 2024 150 people")[:2] == ["2024", "150"]


@pytest.mark.parametrize(
    "words", [("meetings", "meeting"), ("réunions", "réunion"), ("programmes", "programme"), ("المنحة", "منحة")]
)
def test_singular_and_plural_share_a_stem(words):
    one, other = (stem(fold(word)) for word in words)

    assert one == other


def test_function_words_are_left_out_in_three_languages():
    assert terms("what is the of la des qui في من على واين a-t-on") == []


def test_threads_share_the_stemmers():
    words = [f"meetings{n} réunions الاتفاقيات" for n in range(300)]
    expected = [terms(text) for text in words]
    found: list[list[list[str]]] = []
    threads = [threading.Thread(target=lambda: found.append([terms(text) for text in words])) for _ in range(4)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [expected] * 4


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the AU and its partners", True),
        ("l'AU et ses membres", True),
        ("AU", True),
        ("formation au Mali", False),
        ("AU COURS DE LA RÉUNION", False),
    ],
)
def test_a_short_form_that_is_written_as_a_function_word_is_a_term_where_it_stands_in_capitals(text, found):
    assert ("au0" in terms(text)) is found


def test_the_word_a_question_begins_with_is_no_short_form():
    assert "who0" not in terms("WHO signed the letter?")
