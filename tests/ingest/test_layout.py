"""The stored text of a document, and values on their way out of the child process."""

import json
from pathlib import Path

import pytest

from ingest.readers import RawBlock, RawDocument, assemble, read_bytes

SAMPLES = Path(__file__).parents[2] / "ingest" / "samples" / "documents"
READABLE = sorted(path for path in SAMPLES.rglob("*.*") if path.is_file() and not path.name.startswith("letter-GFSW"))


@pytest.mark.parametrize("path", READABLE, ids=lambda path: path.suffix + str(READABLE.index(path)))
def test_every_block_is_found_at_its_place_in_the_stored_text(path):
    raw = read_bytes(path.name, path.read_bytes())

    text, blocks, _ = assemble(raw)

    assert [text[block.start : block.end] for block in blocks] == [block.text for block in raw.blocks]
    assert text == "\n".join(block.text for block in raw.blocks)
    assert not any(sign in text for sign in ("**", "|---", "\u200b", "\u00ad", "\r", "\t"))
    assert (blocks[0].kind, blocks[0].level) == ("heading", 1)


def test_headings_are_neither_endless_nor_nested_without_end():
    raw = RawDocument("md", (RawBlock("heading", "Part", level=40), RawBlock("heading", "x" * 500, level=2)))

    _, blocks, _ = assemble(raw)

    assert [(block.kind, block.level) for block in blocks] == [("heading", 9), ("paragraph", 0)]


def test_a_document_survives_being_written_as_json():
    document = RawDocument("md", (RawBlock("row", "a | b", 2, 0, ("x", "y")),), 3, "title", ("note",), "f00")

    assert RawDocument.from_json(json.loads(json.dumps(document.as_json()))) == document


@pytest.mark.parametrize("change", [{"blocks": [{"kind": "image"}]}, {"pages": "3"}, {"title": 3}, {"notes": [1]}])
def test_values_of_another_shape_are_not_taken(change):
    value = RawDocument("md", ()).as_json() | change

    with pytest.raises((KeyError, TypeError, ValueError)):
        RawDocument.from_json(value)
