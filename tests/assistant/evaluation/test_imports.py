"""Question sets that come as tables."""

from datetime import date, datetime

import openpyxl
import pytest

from assistant.evaluation import Case, SetError
from assistant.evaluation.sets import read_sets

EXPECTED = (
    Case("1", "Who, then?", answers=("Bell", "Dr. Bell"), documents=("a.txt",), as_of=date(2024, 3, 4), count=9),
    Case("2", "Où ?", language="fr", answerable=False, kind="unanswerable"),
)
HEAD = ["id", "question", "answers", "documents", "as_of", "count", "language", "answerable", "kind"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_file_is_a_set(tmp_path, separator):
    rows = [
        HEAD,
        ["1", '"Who, then?"', '"Bell\nDr. Bell"', "a.txt", "2024-03-04", "9"],
        ["2", "Où ?", "", "", "", "", "fr", "no", "unanswerable"],
    ]
    text = "\r\n".join(separator.join(row) for row in rows) + "\r\n\r\n"
    (tmp_path / "set.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())

    assert read_sets([tmp_path / "set.csv"]).cases == EXPECTED


def test_an_excel_file_is_a_set(tmp_path):
    book = openpyxl.Workbook()
    for row in (
        HEAD,
        [1, "Who, then?", "Bell || Dr. Bell", "a.txt", datetime(2024, 3, 4), 9.0],
        [2, "Où ?", None, None, None, None, "fr", False, "unanswerable"],
    ):
        book.active.append(row)
    book.save(tmp_path / "set.xlsx")

    assert read_sets([tmp_path / "set.xlsx"]).cases == EXPECTED


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,question,answr\na,Q,B\n", 'line 2, field "answr": there is no such field'),
        ('id,question,answers\na,"two\nlines",B\nb,Q,\n', 'line 4, field "answers": an answerable question'),
        ("id,question,id\na,Q,b\n", 'line 1, field "id": two columns have this name'),
        ("id,question,answers\na,Q,B,stray\n", "line 2: a cell stands in a column without a name"),
        (
            "id,question,answers,count\na,Q,B,few\n",
            "line 2, field \"count\": expected a whole number such as 9, not 'few'",
        ),
        ("id,question,answers\n,Q,B\n", 'line 2, field "id": this is empty'),
        ("id,question\n", "the set is empty"),
        ("", "the set is empty"),
        ('id,question\na,"Q', "not a table"),
    ],
)
def test_a_mistake_in_a_table_is_reported_with_its_row_and_column(tmp_path, text, said):
    (tmp_path / "set.csv").write_text(text, encoding="utf-8")

    with pytest.raises(SetError) as caught:
        read_sets([tmp_path / "set.csv"])

    assert said in str(caught.value)


def test_what_is_no_excel_file_is_refused(tmp_path):
    (tmp_path / "set.xlsx").write_bytes(b"PK not really")

    with pytest.raises(SetError, match=r"set\.xlsx: not an Excel file"):
        read_sets([tmp_path / "set.xlsx"])
