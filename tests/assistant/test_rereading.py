"""The best sentences, each read again together with the question."""

from dataclasses import fields, replace

import numpy as np
import pytest

from assistant.enough import margin
from assistant.reading.evidence import Evidence
from assistant.reading.rereading import in_context, reread
from assistant.understand import understand
from assistant.variants import Vocabulary
from vectorstore import Passage, Source, StoredSentence

QUESTION = understand("who got the session going?")


class Reads:
    """Gives each sentence the score that stands at its end, and keeps what it was given."""

    def __init__(self):
        self.read = []

    def scores(self, question, sentences):
        self.read.extend(sentences)
        return np.array([float(sentence.rsplit(" ", 1)[1]) for sentence in sentences], dtype=np.float32)


def evidence(text, score, start=0, kind="paragraph", columns=(), headings=()):
    passage = Passage(1, Source("a.txt", "Minutes", "2024-05-02", "en"), 1, 0, 99, text, headings, 1.0)
    sentence = StoredSentence(1, "a.txt", start, start + len(text), kind, None, columns, text, np.zeros(1, np.float32))
    full = {field.name: 1.0 for field in fields(Evidence)} | {"qualified": True, "foreign": False, "answers": None}
    return Evidence(**(full | {"sentence": sentence, "passage": passage, "score": score}))


def test_a_sentence_that_reads_as_the_answer_comes_before_one_that_is_a_little_better_else():
    found = reread(QUESTION, [evidence("Lunch was late -6", 7.2), evidence("Ms. Abra opened it 6", 7.0)], Reads())

    assert [e.sentence.text for e in found] == ["Ms. Abra opened it 6", "Lunch was late -6"]
    assert [e.answers for e in found] == [6.0, -5.0]  # below which nothing is less of an answer


def test_what_is_not_read_stays_as_far_behind_the_best_as_it_was():
    several = [evidence("Ms. Abra opened it 4", 7.0), evidence("Lunch was late 0", 3.0, start=40)]

    best, other = reread(QUESTION, several, Reads())

    assert best.score - other.score == pytest.approx(4.0)


def test_a_sentence_put_first_for_what_it_holds_counts_as_much_as_the_best():
    several = [evidence("Ms. Abra opened it 0", 6.2), evidence("The session was long 0", 7.0, start=40)]

    assert reread(QUESTION, several, Reads())[0].sentence.text == "Ms. Abra opened it 0"


def test_a_short_labelled_line_is_not_read():
    reads = Reads()

    found = reread(QUESTION, [evidence("Chair: Ms. Abra", 7.2), evidence("Lunch was late -6", 7.0, start=40)], reads)

    assert reads.read == ["Minutes. Lunch was late -6"]
    assert found[0].sentence.text == "Chair: Ms. Abra"
    assert found[0].answers is None


def test_sentences_far_behind_are_not_read():
    reads = Reads()
    found = reread(QUESTION, [evidence(f"Line {n} 0", 9.0 - n / 10, start=n) for n in range(30)], reads)

    assert len(reads.read) < 30
    assert len(found) == 30
    assert found[-1].answers is None


def test_a_sentence_is_read_under_its_title_and_heading():
    reads = Reads()
    reread(QUESTION, [evidence("It began at nine 1", 7.0, headings=("Report", "Opening"))], reads)

    assert reads.read == ["Minutes. Opening. It began at nine 1"]


@pytest.mark.parametrize(
    ("columns", "read"),
    [
        (("Item", "Spent"), "Budget. Item: Tents; Spent: 40"),
        (("Item", ""), "Budget. Item: Tents; 40"),
        ((), "Budget. Tents | 40"),
    ],
)
def test_the_cells_of_a_row_are_read_with_the_names_of_their_columns(columns, read):
    assert in_context("Budget", "Budget", "Tents | 40", columns) == read


def test_what_reads_as_an_answer_needs_less_else_to_be_enough():
    best = evidence("Ms. Abra opened it 6", 7.0)
    vocabulary = Vocabulary({"session": 1}, 1)

    surer, less = (margin(QUESTION, replace(best, answers=odds), vocabulary) for odds in (3.0, -3.0))

    assert surer > less


def test_a_reference_is_enough_by_its_form():
    asked, best = understand("reference number of the letter to Ms. Abra"), evidence("It bears DG/24/311 -5", 7.0)
    vocabulary = Vocabulary({"letter": 1}, 1)

    read, not_read = (margin(asked, replace(best, answers=odds), vocabulary) for odds in (-5.0, None))

    assert read == not_read
