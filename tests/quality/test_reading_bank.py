"""The bank of questions with the sentences that answer them is whole."""

import random
from typing import get_args

from assistant.understand.wants import Wants
from tests.quality.reading.bank import FILES, read_bank
from tests.quality.reading.candidates import Candidates
from tests.quality.reading.typed import typed

KINDS = {*get_args(Wants), "organisation", "condition", "list"}


def test_every_question_names_lines_of_its_document_and_a_kind_of_answer():
    documents = read_bank(FILES)

    for document in documents:
        for asked in document.asked:
            places = [*asked.answers, *([] if asked.misleading is None else [asked.misleading])]
            assert places, asked
            assert all(0 <= place < len(document.lines) for place in places), asked
            assert asked.kind in KINDS, asked
            assert {asked.language, document.language} <= {"en", "fr", "ar"}, asked
    assert len(documents) == 1657


def test_a_question_is_read_with_its_answer_and_no_other_line_that_answers():
    documents = read_bank(FILES)[:3]
    nearest = [[[] for _ in document.asked] for document in documents]

    for place, document in enumerate(documents):
        for number, asked in enumerate(document.asked):
            read = Candidates(documents, nearest, random.Random(number)).of(place, number)
            answers = {document.lines[n] for n in asked.answers}
            assert (read.answer is not None) == bool(answers & set(read.lines))
            assert sum(line in answers for line in read.lines) <= 1


def test_a_question_is_typed_in_another_way_with_the_same_words():
    chance = random.Random(1)

    ways = {typed("Où s'est tenue la réunion d'Alger ?", chance) for _ in range(50)}

    assert {"Où s'est tenue la réunion d'Alger", "où s'est tenue la réunion d'alger ?"} <= ways
    assert all(len(way) >= 30 for way in ways)
