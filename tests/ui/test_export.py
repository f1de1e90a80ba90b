import csv
import io

import openpyxl
import pytest

from tests.ui.on_record import MET, STRANGE, on_record
from ui.export import csv_file, harmless, xlsx_file

EVENTS = on_record("s", None).table("event")


def _csv(entries):
    return list(csv.reader(io.StringIO(csv_file(EVENTS, entries, "en").decode("utf-8-sig"), newline="")))


def _xlsx(entries, language="en"):
    return openpyxl.load_workbook(io.BytesIO(xlsx_file(EVENTS, entries, language))).active


def test_each_row_has_the_file_the_page_and_the_words_it_rests_on():
    heads, row = _csv((MET,))

    assert heads[-4:] == ["File", "Page", "Exact words", "Also in"]
    assert row[-4:] == [MET.citations[0].document, "", MET.citations[0].quote, MET.citations[1].document]


@pytest.mark.parametrize(
    "value", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1", "\rx", "\nx", "＝1+1", "＋1", "－1", "＠x", "\u00a0=1"]
)
def test_nothing_in_a_csv_begins_a_formula(value):
    assert harmless(value) == "'" + value


@pytest.mark.parametrize("value", ["", "a=b", "2024-05-16", "(=1)", "الاسم"])
def test_what_begins_no_formula_is_left_as_it_is(value):
    assert harmless(value) == value


def test_every_value_of_a_csv_is_quoted():
    text = csv_file(EVENTS, (STRANGE,), "en").decode("utf-8-sig")

    assert text.startswith('"Title","Kind"')
    assert '"\'=HYPERLINK(""http://evil.example"")"' in text


def test_no_cell_of_a_workbook_is_a_formula():
    sheet = _xlsx((STRANGE, MET))

    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert sheet["D2"].value == '=HYPERLINK("http://evil.example")'


def test_a_workbook_in_arabic_runs_right_to_left():
    assert _xlsx((MET,), "ar").sheet_view.rightToLeft


def test_a_file_of_no_rows_has_its_heads():
    assert len(_csv(())) == 1
    assert _xlsx(()).max_row == 1
