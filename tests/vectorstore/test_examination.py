"""The doctor sees what is wrong, and says in one sentence what to do."""

import json
import shutil
import sqlite3
from contextlib import closing

import pytest

from tests.fakes import HashEmbedder
from tests.vectorstore.archive import publish
from vectorstore import FileRecord, Index, NoIndexError
from vectorstore import examination as examined

TEXTS = [f"Report number {number} of the archive." for number in range(30)]


@pytest.fixture
def folder(tmp_path, index):
    """The current snapshot of an index that has an older one."""
    publish(index, {"a.txt": TEXTS[:5]})
    manifest = publish(index, {"b.txt": TEXTS})
    return tmp_path / "index/snapshots" / manifest.id


def wrong(index):
    return [(one.about, one.sentence) for one in index.examine() if one.wrong]


def test_nothing_is_wrong_with_a_sound_index(folder, index):
    assert wrong(index) == []
    assert {"snapshot", "vectors", "model", "space"} <= {one.about for one in index.examine()}


def test_every_finding_is_one_sentence(folder, index):
    for one in index.examine():
        assert one.sentence.endswith(".")
        assert "\n" not in one.sentence


def test_vectors_that_were_forgotten_are_wrong(folder, index):
    with closing(sqlite3.connect(folder / "chroma/chroma.sqlite3")) as chroma:
        chroma.execute("DELETE FROM embeddings WHERE id % 2")
        chroma.commit()

    assert "sanad ingest" in wrong(index)[0][1]


def test_a_changed_catalogue_is_wrong(folder, index):
    content = bytearray((folder / "catalogue.sqlite").read_bytes())
    content[len(content) // 2] ^= 255
    (folder / "catalogue.sqlite").write_bytes(content)

    assert [about for about, _ in wrong(index)] == ["snapshot"]


def test_an_older_snapshot_that_is_damaged_is_wrong(folder, index):
    older = sorted(folder.parent.iterdir())[0]
    shutil.rmtree(older / "chroma")

    ((about, sentence),) = wrong(index)

    assert (about, older.name in sentence) == ("snapshot", True)


def test_a_current_that_names_nothing_is_wrong(folder, index, tmp_path):
    (tmp_path / "index/CURRENT").write_text("")

    assert wrong(index)[0][0] == "snapshot"


def test_another_model_is_wrong(folder, tmp_path):
    assert [about for about, _ in wrong(Index(tmp_path / "index", HashEmbedder("another")))] == ["model"]


def test_too_little_space_for_the_next_ingest_is_wrong(folder, index, monkeypatch):
    monkeypatch.setattr(examined, "SPACE_RESERVE", 10**18)

    assert [about for about, _ in wrong(index)] == ["space"]


def test_a_receipt_that_does_not_name_every_file_is_wrong(index):
    publish(index, {"a.txt": TEXTS})
    with index.write() as writer:
        writer.record(FileRecord("broken.pdf", "0" * 64, 1, "unreadable", "broken.pdf is broken."))
        writer.keep_receipt(json.dumps({"files": [{"name": "a.txt", "outcome": "unchanged"}]}))
        writer.publish()

    ((about, sentence),) = wrong(index)

    assert (about, "broken.pdf" in sentence) == ("receipt", True)


def test_what_a_dead_ingest_left_is_said_and_not_wrong(folder, index, tmp_path):
    left = tmp_path / "index/staging/000009-20260101T000000Z-abcdef"
    left.mkdir()
    (left / "catalogue.sqlite").write_bytes(b"0" * 100_000)

    assert [one.wrong for one in index.examine() if one.about == "leftovers"] == [False]


def test_without_an_index_there_is_nothing_to_examine(index):
    with pytest.raises(NoIndexError, match="sanad ingest"):
        list(index.examine())
