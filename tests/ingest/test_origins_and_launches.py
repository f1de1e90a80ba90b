"""Where participants came from, and since when a programme exists."""

import time

import pytest

from ingest.extract import extract
from ingest.extract.origins import origins
from vectorstore import Block, Document


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("They came from nine countries: Norland, Marandie and Belcote.", "Norland; Marandie; Belcote"),
        (
            "Vingt participants sont venus de trois pays : la Norlande, la Marandie et le Belcot.",
            "Norlande; Marandie; Belcot",
        ),
        ("شارك في الدورة 21 مشاركًا من ثلاث دول: نورلاند وماراندي وبلكوت.", "نورلاند; ماراندي; بلكوت"),
        ("Participating countries: Norland, Marandie; Côte d'Ivoire.", "Norland; Marandie; Côte d'Ivoire"),
    ],
)
def test_the_countries_of_participants_are_read_from_a_sentence(sentence, named):
    assert origins(sentence) == named


@pytest.mark.parametrize(
    "sentence",
    [
        "22 participants from 9 countries took part.",
        "The participants from the ministry, who were late, and others left.",
        "Participants came from Norland.",
        "The minister came from nine countries away.",
    ],
)
def test_a_sentence_that_lists_no_countries_gives_none(sentence):
    assert origins(sentence) is None


def test_hostile_text_is_read_in_linear_time():
    def seconds(size):
        text = "participants came from " * size
        begun = time.perf_counter()
        origins(text)
        return time.perf_counter() - begun

    seconds(500)

    assert seconds(4_000) < 8 * max(seconds(1_000), 0.002)


def document(text, date="2023-02-22"):
    title = text.splitlines()[0]
    blocks, place = [], 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        if line.strip():
            kind = "heading" if number == 0 else "paragraph"
            blocks.append(Block(kind, place, place + len(line.rstrip("\n")), level=1 if number == 0 else 0))
        place += len(line)
    return Document("a.txt", "0" * 64, "txt", "en", title, text, tuple(blocks), date=date)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Fact sheet\nThe SAFE-Sea programme was launched on 7 April 2025.\n", "2025-04-07"),
        ("Le NFU et la CSA lancent le programme SAFE-Sea\nTexte.\n", "2023-02-22"),
    ],
)
def test_the_launch_of_a_programme_is_dated(text, day):
    facts = [f.fields for f in extract(document(text)) if f.kind == "programme" and "since_date" in f.fields]

    assert [(f["acronym"], f["since_date"]) for f in facts] == [("SAFE-Sea", day)]


def test_a_programme_that_is_only_proposed_has_no_launch():
    facts = extract(document("Minutes\nThe SAFE-Sea programme will be launched on 7 April 2025.\n"))

    assert not [f for f in facts if "since_date" in f.fields]
