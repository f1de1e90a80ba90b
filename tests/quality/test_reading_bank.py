"""The bank of questions with the sentences that answer them is whole."""

import random
from typing import get_args

from assistant.understand.wants import Wants
from tests.quality.reading.bank import FILES, Spread, read_bank, read_spread
from tests.quality.reading.candidates import Candidates
from tests.quality.reading.turned import Turned
from tests.quality.reading.typed import typed

KINDS = {*get_args(Wants), "organisation", "condition", "list", ""}


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


def test_every_question_for_what_several_documents_tell_names_one_line_of_each_and_none_of_them_nearly():
    documents = read_bank(FILES)

    found = read_spread(documents)

    for spread in found:
        belong = [place for place, _ in spread.answers]
        assert len(set(belong)) == len(belong) >= 2, spread
        assert len({documents[place].house for place, _ in (*spread.answers, *spread.nearly)}) == 1, spread
        assert not {*belong} & {place for place, _ in spread.nearly}, spread
        assert all(line < len(documents[place].lines) for place, line in (*spread.answers, *spread.nearly)), spread
    assert len(found) == 512


def test_a_question_turned_to_something_else_names_what_its_house_has_not():
    documents = read_bank(FILES)
    turned = Turned(documents, random.Random(3))

    asked = [(place, one) for place, document in enumerate(documents[:200]) for one in document.asked if one.answers]
    found = [(place, one.text, other) for place, one in asked if (other := turned.of(place, one))]

    assert len(found) > 100
    for place, text, other in found:
        new = set(other.lower().split()) - set(text.lower().split())
        said = " ".join([documents[place].title, *(text for _, text in documents[place].parts)]).lower()
        assert other != text
        assert any(word.strip("?,.;:()'") not in said for word in new), other


def test_a_question_is_read_with_its_answer_and_no_other_line_that_answers():
    documents = read_bank(FILES)[:3]
    nearest = [[[] for _ in document.asked] for document in documents]

    for place, document in enumerate(documents):
        for number, asked in enumerate(document.asked):
            chance = random.Random(number)
            read = Candidates(documents, nearest, [], Turned(documents, chance), chance).of(place, number)
            answers = {document.lines[n] for n in asked.answers}
            lines = read.lines
            assert read.answer is None or lines[read.answer] in answers
            assert read.text != asked.text or (read.answer is not None) == bool(answers & set(lines))
            assert sum(line in answers for line in lines) <= 1


def test_what_several_documents_tell_is_read_with_one_of_them_and_with_others_that_do_not():
    documents = read_bank(FILES)[:4]
    spread = Spread("en", "which of them?", ((0, 1), (1, 1)), ((2, 0),))
    chance = random.Random(1)
    candidates = Candidates(documents, [], [[(3, 0), (3, 1)]], Turned(documents, chance), chance)

    readings = [candidates.of_spread(spread, 0) for _ in range(40)]

    belonging = [candidates.line(at) for at in spread.answers]
    assert {reading.lines[0] for reading in readings if reading.answer == 0} == set(belonging)
    assert all(candidates.line((2, 0)) in reading.lines for reading in readings)


def test_a_question_is_typed_in_another_way_with_the_same_words():
    chance = random.Random(1)

    ways = {typed("Où s'est tenue la réunion d'Alger ?", chance) for _ in range(50)}

    assert {"Où s'est tenue la réunion d'Alger", "où s'est tenue la réunion d'alger ?"} <= ways
    assert all(len(way) >= 30 for way in ways)
