import time

import pytest

from ingest.readers import RawBlock, RawDocument, assemble
from ingest.recognise import recognise
from ingest.split import CHUNK_CHARACTERS, sentence_spans, split
from vectorstore import Block

GROWTH = 2.8
"""Most times longer that twice the text may take."""


def document(*pieces):
    """Text and blocks of (kind, text[, level or columns])."""
    start, blocks = 0, []
    for kind, content, *more in pieces:
        level = more[0] if more and isinstance(more[0], int) else 0
        columns = more[0] if more and isinstance(more[0], tuple) else ()
        blocks.append(Block(kind, start, start + len(content), None, level, columns))
        start += len(content) + 1
    return "".join(f"{content}\n" for _, content, *_ in pieces), blocks


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Dr. Ali met Mr. Khan. They agreed.", ["Dr. Ali met Mr. Khan.", "They agreed."]),
        ("Voir l'art. 3 al. 2. La suite est claire.", ["Voir l'art. 3 al. 2.", "La suite est claire."]),
        ("هل وافق المجلس؟ نعم وافق.", ["هل وافق المجلس؟", "نعم وافق."]),
        ("It cost 4.5 million. H.E. Mr. X spoke.", ["It cost 4.5 million.", "H.E. Mr. X spoke."]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, sentences):
    assert [text[a:b] for a, b in sentence_spans(text)] == sentences


def test_every_chunk_and_sentence_stands_at_its_place_in_the_text():
    text, blocks = document(
        ("heading", "Title", 1), ("paragraph", "One. Two."), ("heading", "Part", 2), ("item", "a thing")
    )

    chunks = split("d.txt", text, blocks)

    assert all(text[c.start : c.end] == c.text for c in chunks)
    assert [text[s.start : s.end] for c in chunks for s in c.sentences] == ["Title", "One.", "Two.", "Part", "a thing"]


def test_a_chunk_knows_the_headings_above_it():
    text, blocks = document(
        ("heading", "Title", 1),
        ("paragraph", "Intro."),
        ("heading", "A", 2),
        ("paragraph", "x."),
        ("heading", "B", 2),
        ("paragraph", "y."),
    )

    assert [c.headings for c in split("d", text, blocks)] == [("Title",), ("Title", "A"), ("Title", "B")]


def test_long_sections_are_cut_between_sentences():
    text, blocks = document(
        ("heading", "T", 1), ("paragraph", " ".join(f"Sentence number {n} goes on a little." for n in range(200)))
    )

    chunks = split("d", text, blocks)

    assert len(chunks) > 3
    assert all(len(c.text) <= CHUNK_CHARACTERS + 40 and c.text.endswith(".") for c in chunks)


def test_a_row_is_embedded_with_its_column_names_and_stays_whole():
    text, blocks = document(
        ("heading", "People", 1), ("header", "Country | Women"), ("row", "Kelmaria | 2", ("Country", "Women"))
    )

    (chunk,) = split("d", text, blocks)

    assert chunk.sentences[-1].embedded == "People: Country: Kelmaria; Women: 2"


LONG = {
    "no spaces": lambda n: [("paragraph", "x" * n)],
    "sentences of a letter": lambda n: [("paragraph", "a. " * (n // 3))],
    "abbreviations": lambda n: [("paragraph", "Dr. St. No. e.g. " * (n // 17))],
    "one item": lambda n: [("item", "word " * (n // 5))],
    "headings ever deeper": lambda n: [("heading", f"Part {i}", i) for i in range(1, n // 40)],
    "headings and lines": lambda n: [("heading" if i % 2 else "paragraph", "Words.", i % 7) for i in range(n // 20)],
    "rows": lambda n: [("row", "a | b", 0, ("one", "two")) for _ in range(n // 20)],
    "labels": lambda n: [("paragraph", "Date: 3 May 2024") for _ in range(n // 20)],
}


@pytest.mark.parametrize("long", LONG.values(), ids=LONG)
def test_twice_the_text_is_recognised_and_split_in_little_more_than_twice_the_time(long):
    least = min(seconds(long(160_000)) / seconds(long(80_000)) for _ in range(2))

    assert least < GROWTH


def seconds(pieces):
    raw = RawDocument("txt", tuple(RawBlock(kind, text, None, *more) for kind, text, *more in pieces))
    started = time.process_time()
    text, blocks, _ = assemble(raw)
    recognise(text, blocks, "d.txt")
    split("d.txt", text, blocks)
    return max(time.process_time() - started, 0.01)
