import numpy as np
import pytest

from assistant.reading.document_lists import lists_in
from assistant.reading.nearness import near, placed
from assistant.reading.told_lists import told_in
from ingest.readers.layout import assemble
from ingest.readers.plain import read
from ingest.split import sentence_spans
from vectorstore import Document, StoredSentence


def document(text):
    stored, blocks, _ = assemble(read(text.encode()))
    return Document("a.txt", "0" * 64, "txt", "en", "A title", stored, blocks)


def sentences(kept):
    none = np.zeros(2, dtype=np.float32)
    return [
        StoredSentence(
            1, kept.path, b.start + s, b.start + e, b.kind, None, (), kept.text[b.start + s : b.start + e], none
        )
        for b in kept.blocks
        for s, e in sentence_spans(kept.text[b.start : b.end])
    ]


def told(text):
    kept = document(text)
    return [(named(one), [entry.text for entry in one.entries]) for one in told_in(kept, sentences(kept))]


def named(listing):
    return listing.lead or " ".join(listing.headings[-1:])


def test_the_sentences_of_a_paragraph_are_items_of_what_it_tells():
    found = told("# Farm\n\nThree things go wrong. The well is dry. Spare parts come late.\n")

    assert ("", ["Three things go wrong.", "The well is dry.", "Spare parts come late."]) in found


@pytest.mark.parametrize(
    "sentence",
    [
        "The lorry brought two ovens, a set of sieves, one balance and a rack.",
        "Il a été convenu que la ferme tiendrait un registre ; que le Centre prêterait deux sondes ; que rien ne serait publié.",
        "يدرس المتدربون الملاحة والأرصاد الجوية واللغة الإنجليزية وقانون البحار.",
    ],
)
def test_a_sentence_that_names_several_things_is_a_list_of_its_own(sentence):
    assert ("", [sentence]) in told(f"# Notes\n\nIt rained. {sentence} Then it stopped.\n")


def test_a_short_line_names_what_is_told_below_it():
    found = told(
        "# Accord\n\nIt rained.\n\nUndertakings of the host\n\nThe host lends the hall and feeds the guests.\n"
    )

    assert ("Undertakings of the host", ["The host lends the hall and feeds the guests."]) in found


def test_lines_of_names_with_values_are_a_list_below_the_line_that_names_them():
    found = lists_in(document("# Farm\n\nIt rained.\n\nAnimals\n\ngoats: 140\n\ncamels: 22\n\nhens: 310\n"))

    assert [(one.sort, named(one), len(one.entries)) for one in found] == [("pairs", "Animals", 3)]


def test_a_list_that_goes_on_below_the_same_heading_is_one():
    found = lists_in(document("# Review\n\n## Risks\n\n- storms\n- prices\n\n## Risks (2)\n\n- birds\n- frost\n"))

    assert [[entry.text for entry in one.entries] for one in found] == [["storms", "prices", "birds", "frost"]]


def test_a_list_is_as_near_to_a_question_as_its_heading_and_its_items_are():
    kept = document("# Review\n\n## Risks\n\n- storms\n- prices\n")
    (listing,) = lists_in(kept)
    same, other = np.array([1, 0], dtype=np.float32), np.array([0, 1], dtype=np.float32)
    ours = [
        StoredSentence(
            s.chunk_id, s.document, s.start, s.end, s.kind, None, (), s.text, same if "Risks" in s.text else other
        )
        for s in sentences(kept)
    ]

    found = near(placed(listing, ours), same)

    assert (found.heading, found.lead, found.items) == (1.0, 0.0, 0.0)
    assert near(placed(listing, ours), None).heading == 0.0
