import pytest

from assistant import AssistantError
from tests.ui.on_record import DRAFT, MET
from tests.ui.scripted import ScriptedAssistant
from tests.ui.visitor import Page


def register(assistant, **at):
    page = Page(lambda: assistant, at={"view": "register", **at})
    return page.until(lambda: "sanad-title" in page.html)


def test_the_page_says_how_much_it_rests_on_and_shows_the_events_first(assistant):
    page = register(assistant)

    assert "4 documents considered, 1 could not be read." in page.html
    assert [row[0] for row in page.grid("register_table")][1:3] == ["Atelier ENV-Reach", MET.cells[0].text]


def test_what_is_shown_stands_in_the_address(assistant):
    page = register(assistant, kind="event", partner="inva", year="2024")

    assert [row[0] for row in page.grid("register_table")] == [MET.cells[0].text]
    assert page.app.selectbox(key="at_partner").value == "inva"


def test_a_control_writes_into_the_address(assistant):
    page = register(assistant, row="met")

    page.app.selectbox(key="at_year").set_value("2023").run()

    assert page.app.query_params["year"] == "2023"
    assert "row" not in page.app.query_params
    assert len(page.grid("register_table")) == 2


def test_limits_are_cleared_at_once(assistant):
    page = register(assistant, words="selan", state="postponed").click("clear_filters")

    assert dict(page.app.query_params) == {"view": "register"}
    assert len(page.grid("register_table")) == 4


def test_a_link_to_a_row_opens_the_words_behind_it_and_closing_takes_it_out_of_the_address(assistant):
    page = register(assistant, row="met")
    opened = page.html
    page.click("close_source")

    assert "<mark>Almost two years after their first exchange</mark>" in opened
    assert "Source 1 of 2" in opened
    assert "<mark>" not in page.html
    assert "row" not in page.app.query_params


def test_open_and_overdue_promises_are_told_as_of_today_or_any_day(assistant):
    now = register(assistant, kind="commitment")
    then = register(assistant, kind="commitment", asof="2024-09-01")

    assert "1 overdue" in now.html
    assert now.grid("register_table")[0][-1] == "open overdue"
    assert "0 overdue" in then.html
    assert "As of 1 September 2024" in then.html
    assert DRAFT.overdue


def test_a_timeline_a_heat_map_and_what_replaced_what(assistant):
    when = register(assistant, show="timeline").component("timeline")
    who = register(assistant, show="partners").grid("partner_years")
    what = register(assistant, show="replaced").grid("replaced")

    assert [year["name"] for year in when["years"]] == ["2024", "2023", "Without a date"]
    assert who[0] == ["International Network for Vocational Advancement (INVA)", "1", "1"]
    assert what == [["Atelier ENV-Reach", "6 November 2023", "4-7 December 2023", "date"]]


@pytest.mark.parametrize(
    "at",
    [
        {"kind": "<b>", "partner": "nobody", "year": "20x4", "state": "lost"},
        {"asof": "yesterday", "order": "-colour", "page": "99", "row": "../../etc"},
        {"view": "nowhere", "show": "dance"},
    ],
)
def test_an_address_that_makes_no_sense_shows_what_it_can(assistant, at):
    page = Page(lambda: assistant, at={"view": "register", **at}).ready_or_titled()

    assert not page.app.exception


def test_limits_that_nothing_meets_say_so(assistant):
    assert "Nothing on record meets these limits" in register(assistant, words="zorp").html


def test_both_files_are_offered_for_the_rows_shown(assistant):
    page = register(assistant)

    assert len(page.app.get("download_button")) == 2


def test_hostile_rows_are_shown_letter_by_letter(assistant):
    page = register(assistant, words="onerror", row="strange")

    assert "<img" not in page.html
    assert page.grid("register_table")[0][0].startswith('<img src=x onerror="alert(1)">')
    assert not page.app.markdown


def test_a_register_that_cannot_be_read_is_one_sentence():
    class Broken(ScriptedAssistant):
        def register(self, **_):
            raise AssistantError("The index is damaged; run sanad ingest again.")

    page = Page(Broken, at={"view": "register"})

    page.until(lambda: "The index is damaged; run sanad ingest again." in page.html)


@pytest.mark.parametrize(
    ("locale", "said"), [("fr", "4 documents examinés, 1 n&#x27;a pas pu être lu."), ("ar", "السجل")]
)
def test_the_register_speaks_the_language_of_the_page(assistant, locale, said):
    page = Page(lambda: assistant, at={"view": "register"}, locale=locale)

    page.until(lambda: said in page.html)


def test_going_to_another_page_and_back_finds_it_as_it_was(assistant):
    page = register(assistant, year="2024").click("go_library").click("go_register")

    assert page.app.query_params["year"] == "2024"
    assert len(page.grid("register_table")) == 1


def test_a_conversation_is_still_there_after_a_look_at_the_register(assistant):
    page = Page(lambda: assistant).ready().ask("How many member countries?").click("go_register").click("go_ask")

    assert "41 member countries." in page.html
    assert not assistant.asked[1:]
