import pytest

from assistant.reading.document_lists import Entry
from assistant.reading.trends import changed

ROWS = [
    Entry(0, 1, "rice", ("Rice", "410", "+6 %")),
    Entry(1, 2, "maize", ("Maize", "215", "-12 %")),
    Entry(2, 3, "beans", ("Beans", "540", "+21 %")),
    Entry(3, 4, "tomatoes", ("Tomatoes", "380", "−4 %")),
]


@pytest.mark.parametrize(
    "question", ["which goods fell in March", "denrées dont le prix a baissé", "ما السلع التي انخفض سعرها؟"]
)
def test_a_question_for_what_fell_means_the_rows_that_went_down(question):
    assert [row.text for row in changed(question, ROWS)] == ["maize", "tomatoes"]


@pytest.mark.parametrize(
    "question", ["what became dearer", "quels produits ont augmenté", "ما السلع التي ارتفع سعرها؟"]
)
def test_a_question_for_what_rose_means_the_rows_that_went_up(question):
    assert [row.text for row in changed(question, ROWS)] == ["rice", "beans"]


def test_a_question_that_asks_for_no_change_or_a_table_without_one_picks_no_rows():
    without = [Entry(0, 1, "rice", ("Rice", "410")), Entry(1, 2, "maize", ("Maize", "-"))]

    assert changed("prices of all goods", ROWS) == []
    assert changed("which goods fell", without) == []
