"""Chunks ranked by how much of what is asked they say."""

import pytest

from tests.vectorstore.archive import publish
from vectorstore import Wording, hybrid_search, terms
from vectorstore.wordings import by_wordings

ARCHIVE = {
    "many.txt": ["Un nouveau, récent et neuf bâtiment."],
    "both.txt": ["Le nouveau vérificateur est là."],
    "english.txt": ["The auditor came."],
    "other.txt": ["Rien de cela."],
}


@pytest.fixture
def reader(index, tmp_path):
    publish(index, ARCHIVE, root=tmp_path / "reports")
    with index.reader() as snapshot:
        yield snapshot


def wording(own, translated="", telling=1.0):
    return Wording(frozenset(terms(own)), frozenset(terms(translated)), telling)


ASKED = [wording("new", "nouveau récent neuf"), wording("auditor", "vérificateur")]


def documents(snapshot, chunks):
    return [chunk.document.path for chunk in snapshot.passages(chunks)]


def test_a_thing_with_many_words_for_it_counts_once(reader):
    foreign, worded = by_wordings(reader, ASKED, 10, None)

    assert documents(reader, foreign[:1]) == documents(reader, worded[:1]) == ["both.txt"]


def test_what_is_said_in_the_language_of_the_question_is_not_foreign(reader):
    foreign, worded = by_wordings(reader, ASKED, 10, None)

    assert "english.txt" not in documents(reader, foreign)
    assert "english.txt" in documents(reader, worded)


def test_a_word_that_only_asks_tells_less(reader):
    _, worded = by_wordings(reader, [wording("bâtiment", telling=0.1), wording("auditor")], 1, None)

    assert documents(reader, worded) == ["english.txt"]


def test_documents_that_may_not_be_used_are_not_ranked(reader):
    assert by_wordings(reader, ASKED, 10, frozenset()) == ([], [])


def test_a_passage_in_another_language_is_found_by_its_words(reader, embedder):
    vector = embedder.embed_query("new auditor")

    found = hybrid_search(reader, vector, ["new", "auditor"], wordings=ASKED, top_k=2, documents=None)

    assert "both.txt" in {passage.source.document for passage in found}
