"""Damage is detected, said, and never answered with an empty list."""

import os
import shutil
import sqlite3
from contextlib import closing

import pytest

from tests.fakes import HashEmbedder
from tests.vectorstore.archive import publish
from vectorstore import DamagedSnapshotError, Index

PARAGRAPHS = [f"Report number {number} of the archive." for number in range(60)]


@pytest.fixture
def folder(tmp_path, index):
    """The only snapshot of an index."""
    manifest = publish(index, {"a.txt": PARAGRAPHS})
    return tmp_path / "index/snapshots" / manifest.id


def hnsw(folder, name):
    return next(folder.glob(f"chroma/*/{name}"))


def truncate(name):
    return lambda folder: os.truncate(hnsw(folder, name), hnsw(folder, name).stat().st_size // 2)


def swell(folder):
    os.truncate(hnsw(folder, "link_lists.bin"), 2 * 10**12)


def flip(name):
    def damage(folder):
        path = folder / name if (folder / name).exists() else hnsw(folder, name)
        content = bytearray(path.read_bytes())
        middle = len(content) // 2
        content[middle : middle + 8] = bytes(byte ^ 255 for byte in content[middle : middle + 8])
        path.write_bytes(content)

    return damage


def drop_vectors(folder):
    shutil.rmtree(folder / "chroma")


def drop_index_files(folder):
    shutil.rmtree(hnsw(folder, "header.bin").parent)


def drop_catalogue(folder):
    (folder / "catalogue.sqlite").unlink()


def cut_manifest(folder):
    path = folder / "manifest.json"
    path.write_text(path.read_text()[:80])


def forge_manifest(folder):
    path = folder / "manifest.json"
    path.write_text(path.read_text().replace(folder.name, "000009-20200101T000000Z-abcdef"))


def drop_manifest(folder):
    (folder / "manifest.json").unlink()


def vanish(folder):
    shutil.rmtree(folder)


def forget_vectors(folder):
    """Chroma's own tables lose half of the records; every file keeps its size."""
    with closing(sqlite3.connect(folder / "chroma/chroma.sqlite3")) as chroma:
        chroma.execute("DELETE FROM embeddings WHERE id % 2")
        chroma.commit()


SEEN_AT_OPENING = [
    *(
        truncate(name)
        for name in ("data_level0.bin", "header.bin", "length.bin", "link_lists.bin", "index_metadata.pickle")
    ),
    *(swell, drop_vectors, drop_index_files, drop_catalogue, cut_manifest, forge_manifest, drop_manifest, vanish),
]
SEEN_BY_VERIFYING = [
    *(
        flip(name)
        for name in ("data_level0.bin", "header.bin", "length.bin", "index_metadata.pickle", "catalogue.sqlite")
    ),
    forget_vectors,
]


@pytest.mark.parametrize("damage", SEEN_AT_OPENING)
def test_what_changes_sizes_is_seen_when_the_snapshot_is_opened(folder, index, damage):
    damage(folder)

    with pytest.raises(DamagedSnapshotError, match=r"sanad ingest"), index.reader():
        pass


@pytest.mark.parametrize("damage", [*SEEN_AT_OPENING, *SEEN_BY_VERIFYING])
def test_every_damage_is_seen_by_verification(folder, index, damage):
    damage(folder)

    with pytest.raises(DamagedSnapshotError):
        index.verify()


@pytest.mark.parametrize("damage", [*SEEN_AT_OPENING, *SEEN_BY_VERIFYING])
def test_the_next_ingest_succeeds_whatever_is_damaged(folder, index, damage):
    damage(folder)

    publish(index, {"a.txt": PARAGRAPHS})

    assert index.verify().chunks == len(PARAGRAPHS)
    with index.reader() as snapshot:
        assert snapshot.warning is None


def test_a_sound_snapshot_verifies(folder, index):
    assert index.verify().id == folder.name


def test_a_snapshot_that_was_read_still_verifies(folder, index, embedder):
    with index.reader() as snapshot:
        snapshot.nearest(embedder.embed_query("report"), 5)
    index.close()

    assert index.verify().id == folder.name


@pytest.mark.parametrize("damage", SEEN_AT_OPENING)
def test_the_newest_sound_snapshot_answers_in_place_of_a_damaged_one_and_says_so(
    folder, index, tmp_path, embedder, damage
):
    newer = publish(index, {"b.txt": ["A newer report."]})
    damage(tmp_path / "index/snapshots" / newer.id)

    with index.reader() as snapshot:
        assert snapshot.manifest.id == folder.name
        assert newer.id in snapshot.warning
        assert len(snapshot.nearest(embedder.embed_query("report"), 100)) == len(PARAGRAPHS)


def test_a_damaged_older_snapshot_is_not_fallen_back_to(folder, index, tmp_path):
    newer = publish(index, {"b.txt": ["A newer report."]})
    drop_vectors(tmp_path / "index/snapshots" / newer.id)
    flip("data_level0.bin")(folder)

    with pytest.raises(DamagedSnapshotError, match="no older snapshot"), index.reader():
        pass


@pytest.mark.parametrize("content", ["", "garbage\n", "../../etc\n", "\x00" * 20])
def test_a_current_that_names_nothing_falls_back_to_the_newest_snapshot(folder, index, tmp_path, content):
    (tmp_path / "index/CURRENT").write_text(content)

    with index.reader() as snapshot:
        assert snapshot.manifest.id == folder.name


def test_a_current_that_names_a_snapshot_that_is_gone_falls_back_and_says_so(folder, index, tmp_path):
    (tmp_path / "index/CURRENT").write_text("999999-20300101T000000Z-abcdef\n")

    with index.reader() as snapshot:
        assert snapshot.manifest.id == folder.name
        assert "999999" in snapshot.warning


@pytest.mark.parametrize("table", ["collections", "segments"])
def test_vectors_that_were_forgotten_are_an_error_and_not_an_empty_answer(folder, tmp_path, table):
    with closing(sqlite3.connect(folder / "chroma/chroma.sqlite3")) as chroma:
        chroma.execute(f"DELETE FROM {table}")
        chroma.commit()
    fresh = Index(tmp_path / "index", HashEmbedder())

    with pytest.raises(DamagedSnapshotError), fresh.reader():
        pass


def test_many_texts_that_are_almost_the_same_are_all_found(index, embedder):
    texts = [f"Report number {number} of the archive." for number in range(700)]
    publish(index, {"a.txt": texts})

    with index.reader() as snapshot:
        missed = [text for text in texts if snapshot.nearest(embedder.embed_query(f"a.txt\n{text}"), 1)[0][1] < 0.999]

    assert len(missed) <= 14  # the search is approximate, its graph is another each time: 0 to 8 were seen


def test_a_ingest_after_losing_vectors_embeds_nothing_again(folder, index, embedder):
    forget_vectors(folder)
    embedder.embedded.clear()

    publish(index, {"b.txt": ["A newer report."]})

    assert all("newer report" in words for words in embedder.embedded)
    assert index.verify().chunks == len(PARAGRAPHS) + 1
