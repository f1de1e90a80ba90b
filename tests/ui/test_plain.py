"""An answer as plain text for a terminal."""

from assistant import Answer, Citation, Row, Statement, Table
from ui.plain import answer_text


def test_a_table_is_printed_with_the_sources_of_each_row_and_what_it_rests_on():
    citation = Citation(1, "a.txt", "A", None, None, 0, 5, "Words")
    table = Table(("Event", "Date"), (Row(("Net course", "2023"), (1,)),), considered=36, unread=1, complete=False)
    statements = (Statement("1 in all.", (1,)),)
    answer = Answer("?", "en", "answered", "1 in all.", statements, (citation,), "s", "f", 0.1, table=table)

    text = answer_text(answer)

    assert "Event | Date" in text
    assert "Net course | 2023 [1]" in text
    assert "36 documents considered, 1 could not be read." in text
