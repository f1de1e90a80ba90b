import pytest

from assistant.gate import bound, bound_rows, objection, within
from assistant.values import Citation, Row, Statement, Table

TEXT = "Ms. Leila HARROUN left the Centre on 31 January 2026. The fee was USD 12,500."


def cite(quote, start=None):
    start = TEXT.index(quote) if start is None else start
    return Citation(1, "d.txt", "T", None, None, start, start + len(quote), quote)


@pytest.mark.parametrize(
    "said",
    [
        "Ms. Leila HARROUN",
        "31 janvier 2026",
        "31 January 2026",
        "12500",
        "left the Centre",
        "Ms. Leila HARROUN … The fee",
    ],
)
def test_what_the_source_says_passes(said):
    statements, citations = bound([Statement(said, (1,))], [cite(TEXT)], lambda document: TEXT)

    assert [s.text for s in statements] == [said]
    assert len(citations) == 1


@pytest.mark.parametrize(
    "said",
    [
        "Mr. Karim joined",
        "1 February 2026",
        "USD 13,000",
        "Ms. HARROUN resigned",
        pytest.param("Ms. Leila HARROUN was USD 12,500", id="fragments that do not stand beside each other"),
    ],
)
def test_a_word_name_date_or_number_that_is_not_there_does_not_pass(said):
    assert bound([Statement(said, (1,))], [cite(TEXT)], lambda document: TEXT) == ((), ())


def test_a_statement_without_a_citation_is_not_shown():
    assert bound([Statement("left the Centre", ())], [cite(TEXT)], lambda document: TEXT) == ((), ())


def test_a_quote_that_is_not_at_its_place_carries_nothing():
    misplaced = cite("The fee was USD 12,500.", start=0)

    assert bound([Statement("12,500", (1,))], [misplaced], lambda document: TEXT) == ((), ())


def test_a_mark_that_names_no_citation_carries_nothing():
    assert bound([Statement("left the Centre", (7,))], [cite(TEXT)], lambda document: TEXT) == ((), ())


LED = (
    "The delegation was led by Ms. Astrid VELL, Director-General of NACR, who replaced Mr. Joren HALVIK in January 2025; "
    "Mr. Karim DANI, coordinator, did not attend."
)
PAID = "Aldoria offered 31 pilots from nine countries a course of three weeks at USD 12,500, from 4 to 22 March 2024."


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("Ms. Astrid VELL, Director-General of NACR, led the delegation.", LED),
        ("Mr. Karim DANI did not attend.", LED),
        ("The Director-General of NACR, Ms. Astrid VELL, replaced Mr. Joren HALVIK in January 2025.", LED),
        ("31 pilots from 9 countries were offered a course by Aldoria.", PAID),
        ("The three-week course at 12,500 dollars began on 4 March 2024.", PAID),
        ("Le cours de trois semaines a coûté 12 500 dollars.", PAID),
    ],
)
def test_an_honest_sentence_in_other_words_passes(said, quote):
    assert objection(said, [quote]) is None


@pytest.mark.parametrize(
    ("said", "quote", "why"),
    [
        ("Ms. Ingrid VELL led the delegation.", LED, "name Ingrid"),
        ("Ms. Astrid VELL led the delegation of SEU.", LED, "name SEU"),
        ("Mr. Joren HALVIK replaced Ms. Astrid VELL in January 2025.", LED, "exchanged"),
        ("Mr. Karim DANI, Director-General of NACR, led the delegation.", LED, "role"),
        ("Mr. Karim DANI, coordinator, attended.", LED, "negation"),
        ("Ms. Astrid VELL did not lead the delegation.", LED, "negation"),
        ("Ms. Astrid VELL replaced him in February 2025.", LED, "date February 2025"),
        ("The course was from 4 to 23 March 2024.", PAID, "date"),
        ("The course took place on 22 March 2024.", PAID, "date"),
        ("Nine pilots from 31 countries were offered a course.", PAID, "counts"),
        ("The course cost 12,500 euros.", PAID, "number 12500"),
        ("The course of three months is for pilots.", PAID, "counts"),
        ("The course was offered to Aldoria by 31 pilots.", PAID, "exchanged|source"),
        ("Aldoria cancelled a course of three weeks.", PAID, "source|outcome"),
        ("The pilots praised harbour food and music.", PAID, "not in the source"),
        ("", PAID, "no source"),
    ],
)
def test_a_sentence_that_turns_what_the_source_says_does_not_pass(said, quote, why):
    assert any(part in (objection(said, [quote]) or "") for part in why.split("|"))


def test_no_sentence_is_put_together_from_two_passages():
    halves = ["The course is for pilots from nine countries.", "The visit to the harbour was paid by Aldoria."]

    assert objection("The course is for pilots paid by Aldoria.", halves)
    assert objection("The visit to the harbour was paid by Aldoria.", halves) is None


def test_the_title_beside_a_quote_bears_words_and_the_question_lends_a_few():
    title = "Report of the pilot course in Azurra, 2024-03-22"

    assert objection("The pilot course cost 12,500 dollars.", ["The cost was USD 12,500."], about=[title]) is None
    assert (
        objection("The fee cost 12,500 dollars.", ["The cost was USD 12,500."], asked="How high was the fee?") is None
    )
    assert objection("The cost in Brannholt was USD 12,500.", ["The cost was USD 12,500."], asked="And in Brannholt?")


def test_a_cell_that_the_words_cited_for_its_row_do_not_hold_is_left_empty():
    row = Row(("Ms. Leila HARROUN", "Director", "31 janvier 2026", "held"), (1,))
    table = Table(("Name", "Role", "Until", "State"), (row,), considered=1, unread=0, complete=True)

    shown = bound_rows(table, [cite("Ms. Leila HARROUN left the Centre on 31 January 2026.")], {"held"})

    assert shown.rows[0].cells == ("Ms. Leila HARROUN", "", "31 janvier 2026", "held")


def test_the_arabic_and_that_is_written_with_a_word_is_no_other_word():
    assert within("وكالة التضامن", ["وقّع المركز ووكالة التضامن مذكرة"])
    assert not within("هيئة التضامن", ["وقّع المركز ووكالة التضامن مذكرة"])
