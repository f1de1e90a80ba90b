"""What must hold before a snapshot is published; each of these was made false by hand."""

import sqlite3
from contextlib import closing

import pytest

from tests.vectorstore.archive import publish
from vectorstore import DamagedSnapshotError
from vectorstore.manifest import read_manifest
from vectorstore.projection import opened
from vectorstore.verify import verify_catalogue, verify_vectors


@pytest.fixture
def folder(tmp_path, index):
    manifest = publish(index, {f"{n}.txt": [f"Report {n} on water.", f"Report {n} on soil."] for n in range(20)})
    return tmp_path / "index/snapshots" / manifest.id


def change(folder, statement):
    with closing(sqlite3.connect(folder / "catalogue.sqlite")) as catalogue:
        catalogue.execute(statement)
        catalogue.commit()


def test_a_sound_snapshot_passes(folder):
    verify_catalogue(folder, read_manifest(folder).dimensions)
    verify_vectors(folder, read_manifest(folder).dimensions)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("INSERT INTO pending VALUES (x'00', 4, 'text')", "wait for their embedding"),
        ("DELETE FROM embeddings WHERE rowid = 3", "has no embedding"),
        ("UPDATE embeddings SET vector = x'0000' WHERE rowid = 3", "wrong length"),
        ("DELETE FROM chunk_text WHERE rowid = 3", "cannot be found by its words"),
        ("INSERT INTO chunk_text (rowid, terms) VALUES (999, 'stray')", "stand in no chunk"),
        ("DELETE FROM files WHERE path = '3.txt'", "belongs to no indexed file"),
        ("DELETE FROM documents WHERE path = '3.txt'", "rows that are not there"),
        ("UPDATE chunk_text_content SET c0 = 'other words' WHERE id = 3", "not sound"),
        ("UPDATE chunk_text_data SET block = x'00' WHERE id > 10", "not sound"),
    ],
)
def test_a_catalogue_that_contradicts_itself_is_not_published(folder, statement, said):
    change(folder, statement)

    with pytest.raises(DamagedSnapshotError, match=said):
        verify_catalogue(folder, 64)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM chunks WHERE id = 3", "not those of its chunks"),
        ("UPDATE chunks SET key = 'other' WHERE id = 3", "not those of its chunks"),
        ("UPDATE chunks SET hash = (SELECT hash FROM chunks WHERE id = 4) WHERE id = 3", "is another one"),
        ("UPDATE chunks SET document = 20, number = 9 WHERE id = 3", "belongs to another document"),
    ],
)
def test_vectors_that_are_not_those_of_the_catalogue_are_not_published(folder, statement, said):
    change(folder, statement)

    with pytest.raises(DamagedSnapshotError, match=said):
        verify_vectors(folder, 64)


def test_a_vector_that_is_counted_but_another_one_is_not_published(folder):
    with opened(folder / "chroma") as collection:
        first = collection.get(limit=1)["ids"]
        collection.update(ids=first, embeddings=[[1.0] + [0.0] * 63])

    with pytest.raises(DamagedSnapshotError, match="is another one"):
        verify_vectors(folder, 64)
