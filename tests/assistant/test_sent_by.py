"""How many a place sent to a course, from the table of its report."""

from dataclasses import replace

from assistant.reading.matching import Matcher
from assistant.sent_by import sent_by
from assistant.understand import understand
from tests.assistant.test_superseding import evidence

COLUMNS = ("Country", "Participants", "Of whom women")


def row(text, title, document="a.txt"):
    e = evidence(text, document)
    passage = replace(e.passage, source=replace(e.passage.source, title=title))
    return replace(e, passage=passage, sentence=replace(e.sentence, kind="row", columns=COLUMNS))


def told(place, asked, *found):
    question = understand(asked)
    draft = sent_by(place, question, found, Matcher(question, lambda term: 1.0, {}, {}))
    return draft.said[0].text if draft else None


def test_the_number_of_a_place_is_read_from_the_report_that_is_asked_about():
    asked = "How many participants did Kelmarie send to the flood course?"
    other = row("Kelmarie | 7 | 3", "Report of the heat course", "b.txt")
    report = row("Kelmaria | 2 | 1", "Report of the flood course")

    assert told("Kelmarie", asked, other, report) == "2"
    assert told("Kelmarie", "How many women did Kelmarie send to the flood course?", report) == "1"


def test_a_preliminary_report_gives_way_to_the_final_one():
    asked = "How many participants came from Kelmarie to the flood course?"
    first = row("Kelmaria | 3 | 1", "Preliminary report of the flood course")
    final = row("Kelmaria | 2 | 1", "Report of the flood course", "b.txt")

    assert told("Kelmarie", asked, first, final) == "2"


def test_no_number_is_told_of_a_place_that_only_sounds_alike():
    assert (
        told("Ferrane", "How many did Ferrane send to the flood course?", row("Fayrun | 3 | 1", "The flood course"))
        is None
    )
