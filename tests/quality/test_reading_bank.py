"""The bank of questions with the sentences that answer them is whole."""

from typing import get_args

from assistant.understand.wants import Wants
from tests.quality.reading.bank import HERE, read_bank

KINDS = {*get_args(Wants), "organisation"}


def test_every_question_names_lines_of_its_document_and_a_kind_of_answer():
    documents = read_bank(sorted(HERE.glob("*.txt")))

    for document in documents:
        for asked in document.asked:
            places = [*asked.answers, *([] if asked.misleading is None else [asked.misleading])]
            assert places, asked
            assert all(0 <= place < len(document.lines) for place in places), asked
            assert asked.kind in KINDS, asked
            assert {asked.language, document.language} <= {"en", "fr", "ar"}, asked
    assert len(documents) == 572
