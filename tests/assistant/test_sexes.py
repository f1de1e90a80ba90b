"""How many women or men there are is told by what counts them, and by nothing else."""

from dataclasses import fields

import numpy as np
import pytest

from assistant.enough import margin
from assistant.reading.cells import answering_cell
from assistant.reading.evidence import Evidence
from assistant.reading.fitting import fit
from assistant.reading.matching import Matcher
from assistant.reading.sexes import counted_sex
from assistant.understand import understand
from assistant.variants import Vocabulary
from vectorstore import Passage, Source, StoredSentence

ROW = ("Total | 41 | 17", "row", ("Country", "Trainees", "Of whom women"))


def sentence(text, kind="paragraph", columns=()):
    return StoredSentence(1, "a.txt", 0, len(text), kind, None, columns, text, np.zeros(1, np.float32))


def matcher(question):
    return Matcher(question, lambda term: 1.0, {}, {})


def evidence(text, headings=()):
    passage = Passage(1, Source("a.txt", "Dune course", "2024-05-02", "en"), 1, 0, len(text), text, headings, 1.0)
    full = {field.name: 1.0 for field in fields(Evidence)}
    return Evidence(**(full | {"sentence": sentence(text), "passage": passage, "qualified": True, "foreign": False}))


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("how many women took part", "women"),
        ("How many of the trainees were women?", "women"),
        ("combien y avait-il de femmes", "women"),
        ("combien d'hommes ?", "men"),
        ("كم عدد النساء المشاركات", "women"),
        ("كم رجلا حضر", "men"),
        ("how many people attended the workshop for women", None),
        ("how many UN Women staff came", None),
        ("combien de personnes au forum des femmes", None),
        ("how many women and men took part", None),
        ("كم مرة ذكر الاتفاق", None),  # "was mentioned", not "male"
    ],
)
def test_women_or_men_are_counted_where_the_question_says_how_many_of_them(text, sex):
    assert counted_sex(text) == sex


@pytest.mark.parametrize("asked", ["How many trainees were women?", "how many women were trainees"])
def test_the_column_of_women_tells_how_many_they_are(asked):
    question = understand(asked)

    cell = answering_cell(question, sentence(*ROW), matcher(question))

    assert ROW[0][cell.start : cell.end] == "17"


def test_all_trainees_are_not_the_women_among_them():
    asked, all_of_them = understand("how many women were trained"), "41 trainees were trained in the dunes."

    assert fit(asked, sentence(all_of_them), matcher(asked)) < fit(asked, sentence(*ROW), matcher(asked))
    assert margin(asked, evidence(all_of_them), Vocabulary({"train": 1}, 1)) < 0


@pytest.mark.parametrize(
    "found", [evidence("17 women were trained in the dunes."), evidence("17 were trained.", headings=("Women",))]
)
def test_what_speaks_of_women_or_stands_under_them_counts_them(found):
    assert margin(understand("how many women were trained"), found, Vocabulary({"train": 1}, 1)) > 0
