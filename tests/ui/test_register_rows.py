import pytest

from tests.ui.on_record import DRAFT, FSSA, INVA, MET, OWN, VISITED, WORKSHOP, on_record
from ui.grid import order_of, turned
from ui.register_grid import entries_grid, replaced_grid, timeline
from ui.register_rows import OVERDUE, Wanted, by_year, chosen, partner_years, partners, states, years

VIEW = on_record("s", None)
EVENTS, PROMISES = VIEW.table("event"), VIEW.table("commitment")


def keys(table=EVENTS, **wanted):
    return [entry.key for entry in chosen(VIEW, table, Wanted(**wanted))]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["visited", "workshop", "met", "strange"]),
        ({"partner": INVA}, ["workshop", "met"]),
        ({"year": "2023"}, ["visited", "workshop"]),
        ({"sort": "workshop"}, ["workshop"]),
        ({"state": "held", "year": "2024"}, ["met"]),
        ({"words": "port SELAN"}, ["workshop"]),
        ({"partner": FSSA, "year": "2024"}, []),
    ],
)
def test_every_limit_is_applied_and_together_they_narrow(wanted, found):
    assert keys(**wanted) == found


def test_a_row_is_found_by_another_name_of_what_it_names():
    assert keys(words="ripp") == ["workshop", "met"]


def test_accents_and_arabic_letter_forms_do_not_matter():
    assert keys(words="اجتماع بين") == ["visited"]


def test_rows_are_sorted_by_date_and_those_without_one_stay_last_both_ways():
    assert keys(order="date") == ["visited", "workshop", "met", "strange"]
    assert keys(order="-date") == ["met", "workshop", "visited", "strange"]


def test_an_order_by_a_column_that_is_not_there_is_none():
    assert keys(order="colour") == keys()


def test_a_head_sorts_up_and_then_down():
    assert (turned("", "date"), turned("date", "date"), turned("-date", "date")) == ("date", "-date", "date")
    assert (order_of("date", "-date"), order_of("date", "title")) == ("descending", "none")


def test_a_promise_after_its_day_is_overdue_and_open():
    assert keys(PROMISES, state=OVERDUE) == ["draft"]
    assert keys(PROMISES, state="open") == ["draft"]
    assert states(PROMISES)[0].key == OVERDUE


def test_a_promise_is_not_overdue_before_its_day():
    from datetime import date

    before = on_record("s", date(2024, 9, 1))

    assert not chosen(before, before.table("commitment"), Wanted(state=OVERDUE))


def test_partners_are_counted_without_the_archives_own_organisation():
    assert [(p.key, p.count) for p in partners(VIEW, EVENTS.entries)] == [(INVA, 2), (FSSA, 1)]
    assert OWN not in {p.key for p in partners(VIEW, EVENTS.entries)}


def test_partners_by_year_has_every_year_between_the_first_and_the_last():
    found = partner_years(VIEW, (MET, VISITED, WORKSHOP))

    assert found.years == ("2023", "2024")
    assert found.counts == {(INVA, "2023"): 1, (INVA, "2024"): 1, (FSSA, "2023"): 1}


def test_years_are_offered_last_first():
    assert [year.key for year in years(EVENTS.entries)] == ["2024", "2023"]


def test_a_timeline_goes_back_in_time_and_ends_with_what_has_no_date():
    assert [year for year, _ in by_year(EVENTS.entries)] == ["2024", "2023", ""]
    assert [moment.key for moment in timeline(EVENTS.entries, EVENTS, "en")[1].moments] == ["workshop", "visited"]


def test_a_row_says_what_it_was_before_and_a_late_promise_that_it_is_late():
    moved = entries_grid(EVENTS, (WORKSHOP,), "", "en").rows[0]
    late = entries_grid(PROMISES, (DRAFT,), "", "en").rows[0]

    assert moved[2].note == "was: 6 November 2023"
    assert (late[3].text, late[3].note) == ("open", "overdue")


def test_what_replaced_what_names_both_and_opens_where_it_says_so():
    (row,) = replaced_grid(EVENTS, EVENTS.entries, "en").rows

    assert [cell.text for cell in row[1:]] == ["6 November 2023", "4-7 December 2023", "date"]
    assert row[0].presses[0].value.startswith("workshop")


def test_a_column_that_no_row_fills_is_left_out():
    bodies = VIEW.table("organisation")

    assert [column.key for column in entries_grid(bodies, bodies.entries, "", "en").columns] == ["name", "abbreviation"]
