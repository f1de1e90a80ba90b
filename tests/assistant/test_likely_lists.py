"""Where several lists may be meant, each is shown under the document and heading it stands in."""

from dataclasses import replace

import pytest

from assistant.archive import Archive
from assistant.finding import Finder
from assistant.gathering import Gatherer
from assistant.reading.choosing import Chosen
from assistant.reading.document_lists import Entry, Listing
from assistant.reading.draft import Draft
from assistant.reading.likely_lists import likely, may_mean_list, means_several
from assistant.trace import Recorder
from assistant.understand import understand
from tests.assistant.archive import index_of
from tests.fakes import HashEmbedder

FILES = {
    "2024/lease.md": """# Lease of the old mill

12 March 2024

The mill is let to the guild of weavers for nine years.

## Article 2 Gifts of the town

- the wheel in working order
- two rooms on the yard
- water from the upper pond

## Article 3 Gifts of the guild

- a rent of ninety crowns
- a carpet for the town hall each spring
- lessons for six children

## Article 4 Gifts of the heirs

- oak for the door
- a bell of good tone
- salt in the winter
""",
    "2024/fair.md": "# Report of the cattle fair\n\n4 May 2024\n\nIt rained on both days and few came.\n",
}


def chosen(start: int, value: float, share: float = 0.3, document: str = "a.md", words: str = "one thing") -> Chosen:
    entries = tuple(Entry(start + n, start + n + 1, words) for n in (0, 5))
    listing = Listing("items", entries)
    return Chosen(document, "Title", listing, entries, None, False, False, False, 0.5, value, share)


@pytest.fixture
def several():
    return understand("What are the duties under the lease of the mill?")


def test_lists_that_may_as_well_be_meant_are_shown_with_the_likeliest(several):
    found = likely(several, [chosen(0, 5.0), chosen(50, 4.0), chosen(90, 1.0)])

    assert [one.value for one in found] == [5.0, 4.0]


def test_of_two_lists_of_the_same_words_the_likelier_is_shown(several):
    found = likely(several, [chosen(0, 5.0), chosen(2, 4.8), chosen(2, 4.5, document="b.md")])

    assert [one.value for one in found] == [5.0, 4.5]


def test_what_is_rather_a_whole_document_is_not_shown_as_a_list(several):
    assert likely(several, [chosen(0, 5.0, words="word " * 100)]) == ()


def test_a_question_for_one_thing_is_shown_one_list_at_most_and_that_only_where_it_may_be_after_one():
    question = understand("the chart of the harbour")
    lists = [chosen(0, 5.0, share=0.4), chosen(50, 4.9, share=0.3)]

    assert likely(replace(question, lists=0.01), lists) == ()
    assert [one.value for one in likely(replace(question, lists=0.2), lists)] == [5.0]


def test_a_question_after_a_number_is_shown_no_lists():
    assert likely(understand("How many rooms are there in the mill?"), [chosen(0, 5.0, share=0.9)]) == ()


def test_lists_are_looked_for_only_where_a_question_may_be_after_one():
    question = understand("the chart of the harbour")

    assert not may_mean_list(replace(question, lists=0.02))
    assert may_mean_list(replace(question, lists=0.2))
    assert not may_mean_list(replace(understand("When was the mill built?"), lists=0.2))


def test_several_things_may_be_asked_for_by_meaning_alone():
    question = understand("the chart of the harbour")

    assert not means_several(question)
    assert means_several(replace(question, lists=0.6))


def test_the_lists_are_told_beside_a_sentence_under_the_heading_they_stand_under(tmp_path):
    embedder = HashEmbedder()
    question = understand("Which gifts are named in the lease of the old mill?")
    with index_of(FILES, tmp_path, embedder) as index, index.reader() as snapshot:
        archive = Archive(snapshot)
        gatherer = Gatherer(archive, Finder(archive, 12, frozenset(), Recorder()))

        told = gatherer.beside(question, embedder.embed_query(question.standalone), Draft(()))

    under = {row.cells[2]: row.cells[0] for row in told.rows}
    assert under["a rent of ninety crowns"].endswith("Article 3 Gifts of the guild")
    assert under["the wheel in working order"].endswith("Article 2 Gifts of the town")
    assert told.gathered
