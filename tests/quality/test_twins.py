"""The twins that refusals are measured on are unanswerable, and nothing else of the archive is lost."""

from assistant.evaluation.values import Case
from tests.quality.twins import Hiding, twins
from vectorstore import Document

CASE = Case("c1", "Who opened the Kestrel course in 2024?", answers=("Ada Byron",), documents=("a.txt",))


class Sentences:
    def __init__(self, *texts):
        self.texts = texts
        self.manifest = "the manifest"

    def sentences(self, chunk_ids):
        return [type("Sentence", (), {"text": text})() for text in self.texts]


def made(*cases):
    text = "Ada Byron opened the Kestrel course in 2024."
    document = Document("a.txt", "0", "txt", "en", "Kestrel", text, ())
    return {twin.sort: twin for twin in twins(cases, [document])}


def test_every_question_is_asked_as_written_without_its_document_and_without_the_sentence_that_answers():
    found = made(CASE)

    assert found["as written"].answerable
    assert found["document left out"].without == {"a.txt"}
    assert not found["sentence left out"].answerable


def test_only_the_sentence_with_the_answer_is_hidden():
    snapshot = Hiding(Sentences("ADA BYRON opened it.", "It rained."), made(CASE)["sentence left out"].hides)

    assert [s.text for s in snapshot.sentences([1])] == ["It rained."]
    assert snapshot.manifest == "the manifest"


def test_a_replaced_value_may_be_said_where_the_new_one_is_left_out():
    assert "document left out" not in made(Case("c2", CASE.question, kind="superseded", documents=("a.txt",)))
