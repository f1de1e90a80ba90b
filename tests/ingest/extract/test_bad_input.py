"""Documents that are not as they should be give no wrong fact and no crash, however long they are."""

import time

import pytest

from ingest.extract import extract
from ingest.extract.names import _people
from ingest.extract.plain import _fold
from ingest.extract.when import find_when
from tests.ingest.extract.written import facts, some, written

WORDS = 700
GROWTH = 2.6
"""Most times longer that twice the text may take."""
ROUNDS = 3
"""How often that is measured anew where a busy machine has spoilt it."""
LEAST = 0.05
"""Seconds below which a time says more of what else the machine does than of the text."""
HOSTILE = {
    "capitalised words": lambda n: ["# Report", " ".join(["Alpha"] * n)],
    "brackets": lambda n: ["# Report", "(" * n + ")" * n],
    "definitions": lambda n: ["# Report"] + [f"The Alpha Beta Agency {i} (ABG{i}) met." for i in range(n // 6)],
    "people": lambda n: ["# Minutes", "Present: " + ", ".join(["Mr. Ali Benali (ORG)"] * (n // 4))],
    "dates": lambda n: ["# Meeting", " to ".join(["1 January 2024"] * (n // 4))],
    "events": lambda n: ["# Meeting"] + ["The meeting will be held on 3 May 2024 in Rome."] * (n // 10),
    "rows": lambda n: ["# Course", "H| Country | Participants"] + [f"R| Aland{i} | {i}" for i in range(n // 3)],
    "tasks": lambda n: (
        ["# Minutes", "## Next steps"] + [f"- XYZ will send text {i} by 3 May 2024." for i in range(n // 9)]
    ),
    "agreements": lambda n: ["# Note"] + ["The memorandum with ABC was signed on 3 May 2024."] * (n // 9),
    "lists": lambda n: ["# Course", "Members joined from nine countries: " + ", ".join(["Alandia"] * n)],
    "Arabic": lambda n: ["# محضر", " ".join(["اجتماع مركز هيئة السيد علي"] * (n // 5))],
    "no words": lambda n: ["# Report", ",\"'-|: " * n],
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_twice_the_text_takes_little_more_than_twice_the_time(hostile):
    def grows_gently():
        once, twice = (min(seconds(written(*hostile(size))) for _ in range(3)) for size in (WORDS, 2 * WORDS))
        return twice < GROWTH * once

    assert any(grows_gently() for _ in range(ROUNDS))


def seconds(document):
    """Processor time of reading the facts of a document, nothing remembered."""
    for remembered in (_fold, find_when, _people):
        remembered.cache_clear()
    start = time.process_time()
    extract(document)
    return max(time.process_time() - start, LEAST)


def test_impossible_days_are_no_facts():
    found = extract(
        written("# Meeting of the Board", "Date: 31 June 2024", "The next meeting will be held on 30 February 2025.")
    )

    assert not any("start_date" in fact.fields for fact in found)


def test_a_document_with_two_titles_has_one_event():
    found = facts(
        "event",
        "# Tide Workshop",
        "# Tide Workshop: report",
        "Date: 3 May 2024",
        "Venue: Lima",
        "It was held in a hall.",
    )

    assert len([one for one in found if one.get("about_this_document")]) == 1


def test_a_document_in_a_fourth_language_gives_no_wrong_fact():
    found = extract(
        written(
            "# Bericht über die Sitzung",
            "Die Sitzung der Kommission fand am 3. Mai statt.",
            "Herr Müller eröffnete sie.",
        )
    )

    assert found == []


def test_a_table_without_names_of_columns_gives_no_rows():
    assert facts("row", "# Note", "R| Alda | 3 | x", "R| Bera | 4 | y") == []
    assert facts("figure", "# Note", "R| Alda | 3 | x", "R| Bera | 4 | y") == []


def test_three_hundred_pages_are_read_and_every_fact_quotes_them():
    page = [
        "## Chapter",
        "The Tide Agency (TA) held a workshop on 3 May 2024 in Lima for 24 participants.",
        "- TA will send the report by 1 June 2024.",
        "Mr. Bo Lind, Director of TA, opened it.",
    ]
    document = written("# Yearbook", *(page * 300))

    found = extract(document)

    assert found
    assert all(document.text[fact.start : fact.end] == fact.quote for fact in found)


def test_the_day_that_registrations_close_is_not_the_day_of_the_course():
    assert not some(
        facts("event", "# Newsletter", "Registrations for the Olan course close on 4 December 2026."), what="course"
    )


def test_an_officer_for_courses_holds_none():
    found = facts("event", "# Note", "Rapport établi par Mme Nadia Belkacem, chargée de formation, le 14 avril 2026")

    assert not some(found, what="course")


def test_who_is_nobody_is_no_partner_of_a_planned_event():
    table = [
        "# Plan",
        "H| Activity | Place | Start | End | Partner",
        "R| Course on tides | Olan | 3 March 2026 | 5 March 2026 | none",
        "R| Course on buoys | Olan | 3 April 2026 | 5 April 2026 | Tide Fund",
    ]

    assert [one.get("parties") for one in facts("event", *table)] == [None, "Tide Fund"]
