import pytest

from assistant.gate import bound
from assistant.values import Citation, Statement

TEXT = "Ms. Leila HARROUN left the Centre on 31 January 2026. The fee was USD 12,500."


def cite(quote, start=None):
    start = TEXT.index(quote) if start is None else start
    return Citation(1, "d.txt", "T", None, None, start, start + len(quote), quote)


@pytest.mark.parametrize(
    "said",
    ["Ms. Leila HARROUN", "31 janvier 2026", "31 January 2026", "12500", "left the Centre"],
)
def test_what_the_source_says_passes(said):
    statements, citations = bound([Statement(said, (1,))], [cite(TEXT)], lambda document: TEXT)

    assert [s.text for s in statements] == [said]
    assert len(citations) == 1


@pytest.mark.parametrize("said", ["Mr. Karim joined", "1 February 2026", "USD 13,000", "Ms. HARROUN resigned"])
def test_a_word_name_date_or_number_that_is_not_there_does_not_pass(said):
    assert bound([Statement(said, (1,))], [cite(TEXT)], lambda document: TEXT) == ((), ())


def test_a_statement_without_a_citation_is_not_shown():
    assert bound([Statement("left the Centre", ())], [cite(TEXT)], lambda document: TEXT) == ((), ())


def test_a_quote_that_is_not_at_its_place_carries_nothing():
    misplaced = cite("The fee was USD 12,500.", start=0)

    assert bound([Statement("12,500", (1,))], [misplaced], lambda document: TEXT) == ((), ())


def test_a_mark_that_names_no_citation_carries_nothing():
    assert bound([Statement("left the Centre", (7,))], [cite(TEXT)], lambda document: TEXT) == ((), ())
