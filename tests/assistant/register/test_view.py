"""The register as tables."""

from datetime import date

import pytest

from tests.assistant.archive import assistant_of


@pytest.fixture(scope="module")
def view(assistant):
    return assistant.register()


def row_of(table, words):
    return next(entry for entry in table.entries if any(words in cell.text for cell in entry.cells))


def cell(table, entry, key):
    return entry.cells[[column.key for column in table.columns].index(key)]


def test_every_kind_has_a_table_whose_rows_have_a_cell_for_each_column(view):
    kinds = [table.kind for table in view.tables]

    assert kinds == ["event", "person", "organisation", "programme", "agreement", "commitment", "figure"]
    assert all(len(entry.cells) == len(table.columns) for table in view.tables for entry in table.entries)


def test_every_row_rests_on_exact_words_of_a_document(view, assistant):
    entries = [entry for table in view.tables for entry in table.entries]

    assert entries
    for entry in entries:
        assert entry.citations, entry
        for citation in entry.citations:
            assert assistant.stored_document(citation.document).text[citation.start : citation.end] == citation.quote


def test_an_event_that_was_moved_is_one_row_with_what_it_replaced(view):
    events = view.table("event")

    course = row_of(events, "Net Repair Course")

    assert course.start == "2023-09-11"
    assert cell(events, course, "date").text == "11-15 September 2023"
    assert [(r.field, r.was) for r in course.replaced] == [("date", "4 September 2023")]
    assert "moved from 4 September 2023" in course.replaced[0].citations[0].quote


def test_an_open_commitment_is_overdue_after_its_day(view, assistant):
    late = row_of(view.table("commitment"), "manuel")

    before = row_of(assistant.register(as_of=date(2024, 6, 1)).table("commitment"), "manuel")

    assert late.overdue
    assert not before.overdue


def test_on_an_earlier_day_only_what_was_on_record_then_is_shown(assistant):
    view = assistant.register(as_of=date(2023, 4, 1))

    assert view.as_of == "2023-04-01"
    assert {c.document for t in view.tables for e in t.entries for c in e.citations} == {"2023/minutes-march.txt"}


def test_columns_and_states_are_named_in_the_language_asked_for(assistant):
    agreements = assistant.register(language="fr").table("agreement")

    assert agreements.name == "accords"
    assert [column.name for column in agreements.columns][-1] == "État"


def test_names_of_one_thing_share_a_key_that_cells_point_to(view):
    agreements = view.table("agreement")
    union = next(thing for thing in view.named if "NFU" in thing.names)

    memorandum = row_of(agreements, "Coastal Safety Agency")

    assert "Union des pêches du Nord" in union.names
    assert union.key in memorandum.names
    assert any("Northern Fisheries Union (NFU)" in citation.quote for citation in union.because)


def test_keys_stay_the_same_from_one_look_to_the_next(view, assistant):
    again = assistant.register()

    assert [e.key for t in view.tables for e in t.entries] == [e.key for t in again.tables for e in t.entries]


def test_keys_of_one_table_differ(view):
    for table in view.tables:
        assert len({entry.key for entry in table.entries}) == len(table.entries)


def test_who_was_followed_by_somebody_is_superseded_by_that_entry(view):
    people = view.table("person")
    followed = [entry for entry in people.entries if entry.superseded_by]

    assert followed
    assert all("VOLKAS" in entry.cells[0].text for entry in followed)
    newer = {entry.key: entry for entry in people.entries}
    assert all("ANDREN" in newer[entry.superseded_by].cells[0].text for entry in followed)


def test_a_number_written_in_words_is_shown_in_digits_with_the_words(tmp_path):
    text = "Formation sur les filets\nDate : 10-14 juin 2024\nLieu : Lima\n\nVingt-quatre participants de neuf pays ont suivi la formation.\n"
    with assistant_of({"a.txt": text}, tmp_path) as assistant:
        table = assistant.register(language="fr").table("event")

    place = [column.key for column in table.columns].index("participants")
    assert [entry.cells[place].text for entry in table.entries] == ["24 (Vingt-quatre)"]
