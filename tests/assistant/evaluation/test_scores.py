"""The marks besides correctness: what they measure, and that they stay silent where they do not apply."""

import dataclasses
from math import log2

import pytest

from assistant import Statement
from assistant.evaluation import Case
from assistant.evaluation.scores import citations, manner, refusals, retrieval, score
from assistant.values import Citation, Row, Table
from tests.assistant.evaluation.conftest import TEXT, answered, cited, refused

CASE = Case("c", "Q", answers=("B",), documents=("a.txt", "b.txt"), quote="held on 4 March 2024 || in Azurra")
NOBODY = Case("n", "Q", answerable=False, reason="unknown_name")
COURSE = "The course was held on 4 March 2024 with 31 pilots."


def test_precision_and_recall_of_the_documents_cited():
    answer = answered("B", cited(1, "Azurra"), cited(2, "31 pilots", document="x.txt"))

    precision, recall = citations.citation_precision(CASE, answer), citations.citation_recall(CASE, answer)

    assert (precision.value, precision.reason) == (0.5, "cited but not expected: x.txt")
    assert (recall.value, recall.reason) == (0.5, "expected but not cited: b.txt")


@pytest.mark.parametrize("mark", [citations.citation_precision, citations.citation_recall, citations.evidence])
def test_citations_are_judged_only_where_documents_are_expected_and_something_is_answered(mark):
    assert mark(NOBODY, answered("B", cited(1, "Azurra"))).value is None
    assert mark(CASE, refused()).value is None


def test_evidence_is_the_share_of_the_expected_passages_shown():
    assert citations.evidence(CASE, answered("B", cited(1, COURSE))).value == 0.5
    assert citations.evidence(CASE, answered("B", cited(1, COURSE), cited(2, "met in Azurra."))).value == 1
    assert citations.evidence(CASE, answered("B", cited(1, COURSE, document="x.txt"))).value == 0
    assert citations.evidence(Case("c", "Q", documents=("a.txt",)), answered("B", cited(1, COURSE))).value is None


def test_a_quote_is_verbatim_at_its_offsets_or_it_is_not():
    right, shifted = cited(1, "Azurra"), Citation(2, "a.txt", "A", None, None, 0, 6, "Azurra")
    stored = {"a.txt": TEXT}.get

    mark = citations.quotes(CASE, answered("B", right, shifted), stored)

    assert (mark.value, mark.reason) == (0.5, "not the stored words: a.txt at 0")
    assert citations.quotes(CASE, answered("B", right), stored).value == 1
    assert citations.quotes(CASE, answered("B", right), {}.get).value is None
    assert citations.quotes(CASE, refused(), stored).value is None


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("The course was held with 31 pilots.", 1),
        ("The course was held on 4 mars 2024.", 1),
        ("The course was held with 32 pilots.", 0),
        ("The course was held on 5 March 2024.", 0),
        ("The workshop was held with 31 pilots.", 0),
    ],
)
def test_a_statement_stands_in_the_words_it_cites(said, value):
    assert citations.grounded(CASE, answered(said, cited(1, COURSE))).value == value


def test_a_statement_that_cites_nothing_there_is_not_grounded():
    loose = (Statement("The course", (1,)), Statement("The course", ()), Statement("The course", (7,)))

    assert citations.grounded(CASE, answered("x", cited(1, COURSE), statements=loose)).value == pytest.approx(1 / 3)
    assert citations.grounded(CASE, refused()).value is None


@pytest.mark.parametrize(
    ("lead", "row", "value"),
    [
        ("2 found: The course", ("The course", "4 March 2024", "held"), 1),
        ("3 found: The course", ("The course", "4 March 2024", "held"), 2 / 3),
        ("2 found: The course", ("The workshop", "4 March 2024", "held"), 2 / 3),
        ("2 found: The course", ("The course", "5 March 2024", "held"), 2 / 3),
        ("2 found: The seminar", ("The course", "4 March 2024", "held"), 2 / 3),
    ],
)
def test_each_row_of_a_table_stands_in_its_quotes_and_the_sentence_above_it_in_the_rows(lead, row, value):
    rows = (Row(row, (1,)), Row(("31 pilots", "", ""), (1,)))
    table = Table(("Event", "Date", "State"), rows, considered=2, unread=0, complete=True)
    answer = dataclasses.replace(answered(lead, cited(1, COURSE)), table=table)

    assert citations.grounded(CASE, answer).value == pytest.approx(value)


@pytest.mark.parametrize(
    ("cells", "value"),
    [
        (("Report on Azurra", "7 May 2024", "31 pilots"), 1),
        (("Report on Azurra", "8 May 2024", "31 pilots"), 0.5),
        (("Report on Belmonte", "7 May 2024", "31 pilots"), 0.5),
    ],
)
def test_a_row_may_name_the_document_that_it_cites_and_its_date(cells, value):
    place = dataclasses.replace(cited(1, COURSE), title="Report on Azurra", date="2024-05-07")
    table = Table(("Document", "Date", "Words"), (Row(cells, (1,)),), considered=2, unread=0, complete=False)
    answer = dataclasses.replace(answered("31 pilots", place), table=table)

    assert citations.grounded(CASE, answer).value == pytest.approx(value)


def test_search_is_marked_by_the_places_of_the_expected_documents():
    ranked = ["x.txt", "x.txt", "b.txt", "y.txt", "z.txt", "a.txt"]

    found = [retrieval.hit(CASE, ranked), retrieval.reciprocal_rank(CASE, ranked), retrieval.ndcg(CASE, ranked)]

    ideal = 1 + 1 / log2(3)
    assert [mark.value for mark in found] == [
        1,
        pytest.approx(1 / 3),
        pytest.approx((1 / log2(3) + 1 / log2(6)) / ideal),
    ]
    assert [mark.name for mark in found] == ["hit@5", "mrr", "ndcg@10"]


def test_search_that_finds_nothing_is_0_and_without_expectation_says_nothing():
    for mark in (retrieval.hit, retrieval.reciprocal_rank, retrieval.ndcg):
        assert mark(CASE, ["x.txt"] * 12).value == 0
        assert mark(NOBODY, ["a.txt"]).value is None
    assert retrieval.hit(CASE, [*["x.txt"] * 5, "a.txt"]).value == 0
    assert retrieval.ndcg(CASE, ["b.txt", "a.txt"]).value == 1


def test_refusals_give_precision_recall_and_reason():
    expected = {
        (CASE, refused()): (0, None, None),
        (CASE, answered("B")): (None, None, None),
        (NOBODY, refused()): (1, 1, 0),
        (NOBODY, refused("unknown_name")): (1, 1, 1),
        (NOBODY, answered("B")): (None, 0, None),
    }

    marks = (refusals.refusal_precision, refusals.refusal_recall, refusals.refusal_reason)

    assert {key: tuple(mark(*key).value for mark in marks) for key in expected} == expected


FRENCH = "La réunion du comité a eu lieu avec les partenaires dans la ville"


@pytest.mark.parametrize(
    ("asked", "answer", "value"),
    [
        ("fr", answered(FRENCH, language="fr"), 1),
        ("fr", answered("The meeting of the board was held in the town", language="fr"), 0),
        ("fr", answered("The meeting of the board was in the town", cited(1, "Azurra"), language="fr"), 1),
        ("en", answered(FRENCH, cited(1, "Azurra", language="ar")), 0),
        ("fr", answered("62", language="fr"), 1),
        ("fr", answered("62", language="en"), 0),
        ("ar", refused(language="ar"), 0),
        ("ar", refused(text="لا تذكر الوثائق هذا الأمر في أي موضع", language="ar"), 1),
    ],
)
def test_an_answer_is_in_the_language_of_the_question_but_for_quoted_words(asked, answer, value):
    assert manner.language(Case("c", "Q", language=asked), answer).value == value


def test_length_and_time():
    assert manner.brevity(CASE, answered("word " * 120)).value == 1
    assert manner.brevity(CASE, answered("word " * 121)).value == 0
    assert manner.brevity(CASE, refused()).value is None
    assert manner.seconds(CASE, answered("B", seconds=0.25)).value == 0.25


def test_all_scores_of_a_case_have_names_of_their_own_and_reasons():
    marks = score(CASE, answered("B", cited(1, "Azurra")), ["a.txt"], {"a.txt": TEXT}.get)

    assert len({mark.name for mark in marks}) == len(marks) == 18
    assert all(mark.reason for mark in marks)
    assert not any(mark.advice for mark in marks)
