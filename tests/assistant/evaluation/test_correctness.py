"""The mark for correctness, and its agreement with the script that came with the question sets."""

from pathlib import Path

import pytest

from assistant import Row, Table
from assistant.evaluation import Case
from assistant.evaluation.scores import correct
from assistant.evaluation.scores.correctness import count, false_premise, must_include
from assistant.evaluation.sets import read_sets
from tests.assistant.evaluation.conftest import answered, refused
from tests.quality.reference import right_by_reference

ROOT = Path(__file__).parents[3]
SETS = (ROOT / "ingest/samples/questions.jsonl", ROOT / "tests/quality/second_archive/questions.jsonl")


def said_of(case, other):
    """Answers to a case that are right, nearly right and wrong, in all the ways the rules tell apart."""
    everything = " ".join(must.split("|")[-1] for must in case.must_include)
    texts = [*case.answers, everything, everything.rpartition(" ")[0], case.quote, *other.answers[:1], other.quote, ""]
    texts += [f"It is {case.count}.", f"It is {case.count}1.", f"«{case.quote.upper()}»", "word " * 120 + everything]
    texts += ["، ".join(case.answers).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))]
    rows = tuple(Row((must.split("|")[0], "x"), ()) for must in (*case.must_include, *case.answers[:1]))
    tabled = answered("A table.")
    for text in texts:
        yield answered(text)
    yield type(tabled)(
        **{**{n: getattr(tabled, n) for n in tabled.__slots__}, "table": Table(("a", "b"), rows, 1, 0, True)}
    )
    yield refused(text=" ".join(case.answers))


@pytest.mark.parametrize("path", SETS, ids=["samples", "second archive"])
def test_it_agrees_with_the_reference_on_every_case_and_answer(path, tmp_path):
    cases = read_sets([path]).cases
    pairs = [
        (case, said) for case, other in zip(cases, cases[1:] + cases[:1], strict=True) for said in said_of(case, other)
    ]

    ours = [correct(case, said).value == 1 for case, said in pairs]
    theirs = right_by_reference(pairs, tmp_path)

    assert [(c.id, a.text) for (c, a), one, other in zip(pairs, ours, theirs, strict=True) if one != other] == []
    assert 0.1 < sum(theirs) / len(theirs) < 0.9


FACTOID = Case("f", "Q", answers=("Dr. Runa Feldt",))
LIST = Case("l", "Q", must_include=("Aldoria", "flood|inondation", "9"), count=3)
NOBODY = Case("n", "Q", answerable=False)
FALSE = Case("p", "Q", answerable=False, answers=("only a letter of intent",))


@pytest.mark.parametrize(
    ("case", "answer", "value", "reason"),
    [
        (FACTOID, answered("It was DR. RUNA FELDT [1]."), 1, "“Dr. Runa Feldt” is said"),
        (FACTOID, answered("Someone else."), 0, "not said: Dr. Runa Feldt"),
        (FACTOID, refused(), 0, "refused (not_in_documents), though the documents answer it"),
        (
            FACTOID,
            answered("word " * 120 + "Runa Feldt, Dr. Runa Feldt"),
            0,
            "right, but 125 words long; at most 120 are accepted",
        ),
        (LIST, answered("Aldoria, inondations, 9."), 1, "all that must appear appears"),
        (LIST, answered("Aldoria and 29 floods"), 0, "missing: 9"),
        (NOBODY, refused("unclear"), 1, "refused (unclear), as it should be"),
        (NOBODY, answered("4,000 euros"), 0, "answered, though the documents do not say"),
        (
            FALSE,
            answered("There is only a letter of intent."),
            1,
            "the premise is corrected: “only a letter of intent”",
        ),
    ],
)
def test_the_mark_explains_itself(case, answer, value, reason):
    mark = correct(case, answer)

    assert (mark.name, mark.value, mark.reason) == ("correct", value, reason)


def test_the_share_of_what_must_appear():
    mark = must_include(LIST, answered("Aldoria; floods"))

    assert (round(mark.value, 3), mark.reason) == (0.667, "missing: 9")
    assert must_include(LIST, refused()).value == pytest.approx(0)
    assert must_include(FACTOID, answered("x")).value is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3 countries", 1),
        ("three countries", 1),
        ("trois pays", 1),
        ("ثلاثة بلدان", 1),
        ("13", 0),
        ("thirty-three", 0),
        ("ثلاثة عشر بلدا", 0),
        ("2.3", 0),
    ],
)
def test_a_count_may_be_said_in_words(text, value):
    assert count(LIST, answered(text)).value == value


def test_a_count_may_be_the_rows_of_a_complete_table():
    rows = (Row(("a",), ()), Row(("b",), ()), Row(("c",), ()))
    bare = answered("These.")
    tables = [Table(("x",), rows, 1, 0, complete) for complete in (True, False)]

    values = [
        count(LIST, type(bare)(**{**{n: getattr(bare, n) for n in bare.__slots__}, "table": t})).value for t in tables
    ]

    assert values == [1, 0]
    assert count(FACTOID, bare).value is None
    assert count(LIST, refused()).value == 0


def test_a_false_premise_wants_to_be_corrected():
    assert false_premise(FALSE, answered("Only a letter of intent was signed.")).value == 1
    assert false_premise(FALSE, refused()).value == 0
    assert false_premise(NOBODY, refused()).value is None
    assert false_premise(FACTOID, refused()).value is None
