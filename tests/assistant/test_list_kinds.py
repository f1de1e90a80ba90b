import pytest

from assistant.reading.list_kinds import read_list_kinds
from vectorstore import load_embedder

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def embedder():
    return load_embedder()


def announced(embedder, question, label):
    (vector,) = embedder.embed_passages([label])
    return read_list_kinds().asked(embedder.embed_query(question)).announced(vector)


@pytest.mark.parametrize(
    ("question", "of_it", "of_another"),
    [
        ("what must I put in the envelope for the lighthouse bursary", "Enclosures", "Winners"),
        ("شو لازم أبعت مع طلب منحة المنارة", "Pièces à joindre", "Lauréats"),
        ("qu'est ce qui a cloché pendant la régate", "Difficulties met", "Sponsors"),
        ("بماذا أوصى الحكام بعد السباق", "Recommandations du jury", "Budget"),
        ("who may enter the regatta", "شروط الاشتراك", "جدول الأعمال"),
        ("what did the skippers take away from the storm", "Leçons tirées", "Hôtels"),
    ],
)
def test_a_heading_announces_what_is_asked_for_in_other_words_and_languages(embedder, question, of_it, of_another):
    assert announced(embedder, question, of_it) > 2 * announced(embedder, question, of_another)


def test_the_weights_are_for_the_model_that_comes_with_the_assistant(embedder):
    assert read_list_kinds().model == embedder.identity


def test_a_list_without_a_label_announces_nothing(embedder):
    kinds = read_list_kinds().asked(embedder.embed_query("who may enter the regatta"))
    assert kinds.announced(None) == kinds.held(None) == 0.0
