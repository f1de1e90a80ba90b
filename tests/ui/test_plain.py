"""An answer as plain text for a terminal."""

from assistant import Answer, Citation, Meaning, Row, Statement, Table, Term
from ui.plain import answer_text, glossary_text


def test_a_table_is_printed_with_the_sources_of_each_row_and_what_it_rests_on():
    citation = Citation(1, "a.txt", "A", None, None, 0, 5, "Words")
    table = Table(("Event", "Date"), (Row(("Net course", "2023"), (1,)),), considered=36, unread=1, complete=False)
    statements = (Statement("1 in all.", (1,)),)
    answer = Answer("?", "en", "answered", "1 in all.", statements, (citation,), "s", "f", 0.1, table=table)

    text = answer_text(answer)

    assert "Event | Date" in text
    assert "Net course | 2023 [1]" in text
    assert "36 documents considered, 1 could not be read." in text


def test_a_glossary_has_a_line_for_each_meaning_and_numbers_several():
    citation = Citation(1, "a.txt", "A", None, None, 0, 5, "Words")
    two = (Meaning("Gulf Agency", "en", (citation,)), Meaning("Giant Association", "en", (citation,)))
    one = (Meaning("Coast Union", "en", (citation,)),)

    text = glossary_text([Term("CU", "organisation", one, ("UC",)), Term("GA", "organisation", two, ())])

    assert text.splitlines() == [
        "CU: Coast Union — a.txt",
        "    also UC",
        "GA (1): Gulf Agency — a.txt",
        "GA (2): Giant Association — a.txt",
    ]
