"""Activities that a plan dates by a month, some months or a quarter of its year."""

import pytest

from tests.ingest.extract.written import facts


def events(*lines):
    return [
        (fact["title"], fact["start_date"], fact.get("end_date"), fact.get("venue")) for fact in facts("event", *lines)
    ]


def test_a_table_of_a_plan_gives_months_and_its_title_the_year():
    assert events(
        "# Activity plan 2031",
        "H| Activity | Town | When",
        "R| Workshop on tides | Orla | March",
        "R| Course on gauges | Besna | April–May",
        "R| Webinar on buoys | online | Q3",
        "R| Seminar on salt | Orla | to be decided",
    ) == [
        ("Workshop on tides", "2031-03", None, "Orla"),
        ("Course on gauges", "2031-04", "2031-05", "Besna"),
        ("Webinar on buoys", "2031-07", "2031-09", "online"),
    ]


def test_without_a_year_months_date_nothing():
    assert events("# Activities", "H| Activity | Town | When", "R| Workshop on tides | Orla | March") == []


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("mi-mars", "2031-03", None),
        ("Févr.", "2031-02", None),
        ("août–sept.", "2031-08", "2031-09"),
        ("3e trimestre", "2031-07", "2031-09"),
        ("آذار/مارس", "2031-03", None),
        ("كانون الثاني", "2031-01", None),
        ("الربع الأخير", "2031-10", "2031-12"),
    ],
)
def test_months_are_read_in_three_languages(written, first, last):
    found = events("# Plan 2031", "H| Activité | Lieu | Mois", f"R| Atelier sur les marées | Orla | {written}")

    assert found == [("Atelier sur les marées", first, last, "Orla")]


@pytest.mark.parametrize(
    "item",
    ["- March – Workshop on tides, Orla", "- March: Workshop on tides, Orla", "- Workshop on tides (Orla, March)"],
)
def test_items_of_a_plan_give_months(item):
    assert events("# Plan 2031", item) == [("Workshop on tides", "2031-03", None, "Orla")]


def test_a_heading_gives_the_month_of_what_stands_below():
    assert events("# Calendar 2031", "## March", "- Workshop on tides, Orla", "## April", "- Webinar on buoys") == [
        ("Workshop on tides", "2031-03", None, "Orla"),
        ("Webinar on buoys", "2031-04", None, None),
    ]


def test_what_is_under_way_is_not_held():
    (found,) = facts(
        "event",
        "# Plan 2031",
        "H| Activity | Town | When | Status",
        "R| Course on gauges | Besna | February–October | in progress, jury held on 28 May",
    )

    assert found["state"] == "mentioned"
