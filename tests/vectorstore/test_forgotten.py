"""A removal is proved: the proof finds whatever of a removed document is planted in the next snapshot."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from tests.vectorstore.archive import publish, put
from vectorstore import DamagedSnapshotError, Fact, FileRecord
from vectorstore.forgotten import prove_forgotten

SECRET = "The zanzibarite clause of the annex was declared void by the court. It was never published."
KEPT = "The farmers of the valley asked for a second pump and received it in spring."


@pytest.fixture
def two(tmp_path, index):
    """Folders of a snapshot with a document, and of the next one without it."""
    before = publish(index, {"secret.txt": [SECRET], "kept.txt": [KEPT]})
    with index.write() as writer:
        writer.remove("secret.txt")
        after = writer.publish()
    return tmp_path / "index/snapshots" / before.id, tmp_path / "index/snapshots" / after.id


def plant(folder, statement, *values):
    with closing(sqlite3.connect(folder / "catalogue.sqlite")) as catalogue:
        catalogue.execute(statement, values)
        catalogue.commit()


def test_a_removal_is_proved_and_the_proof_counted(two, index):
    assert prove_forgotten(*two) > 0
    assert index.status().manifest.proved == prove_forgotten(*two)


LEFT = {
    "former": (
        "INSERT INTO former (path, sha256, format, language, title, replaced, text, blocks) "
        "VALUES ('secret.txt', '', 'txt', 'en', '', '', ?, '[]')",
        SECRET,
    ),
    "documents": (
        "INSERT INTO documents (path, sha256, format, language, title) VALUES ('secret.txt', ?, '', '', '')",
        "0",
    ),
    "chunks": (
        "INSERT INTO chunks (document, key, number, start, stop, headings, text, hash) "
        "VALUES (99, 'k', 0, 0, 9, '[]', ?, x'00')",
        SECRET,
    ),
    "facts": ("INSERT INTO facts VALUES (99, 0, 'figure', NULL, 0, 9, ?, 'en')", json.dumps({"counts": SECRET})),
    "waiting list": ("INSERT INTO pending VALUES (x'00', 1, ?)", SECRET),
    "remarks": ("INSERT INTO meta VALUES ('note', ?)", SECRET),
    "full text": ("INSERT INTO chunk_text (rowid, terms) VALUES (99, ?)", None),
}


@pytest.mark.parametrize("place", LEFT)
def test_what_is_left_of_a_removed_document_is_found_and_said(two, place):
    statement, value = LEFT[place]
    if value is None:
        with closing(sqlite3.connect(two[0] / "catalogue.sqlite")) as before:
            query = "SELECT terms FROM chunk_text WHERE terms LIKE '%annex%'"
            (value,) = before.execute(query).fetchone()
    plant(two[1], statement, value)

    with pytest.raises(DamagedSnapshotError, match=f"{place}.*secret.txt"):
        prove_forgotten(*two)


def test_an_embedding_of_a_removed_document_is_found(two):
    with closing(sqlite3.connect(two[0] / "catalogue.sqlite")) as before:
        query = "SELECT sentences.hash FROM sentences JOIN chunks ON chunk = chunks.id WHERE chunks.text = ?"
        (name,) = before.execute(query, (SECRET,)).fetchone()
    plant(two[1], "INSERT INTO embeddings VALUES (?, x'00')", name)

    with pytest.raises(DamagedSnapshotError, match=r"an embedding of secret\.txt"):
        prove_forgotten(*two)


def test_bytes_that_no_table_shows_are_found(two):
    with (two[1] / "catalogue.sqlite").open("ab") as stream:
        stream.write(SECRET.encode())

    with pytest.raises(DamagedSnapshotError, match=r"its files.*secret\.txt"):
        prove_forgotten(*two)


def test_what_sqlite_leaves_behind_when_it_moves_rows_is_not_published(index, tmp_path):
    publish(index, {"secret.txt": [SECRET], "kept.txt": [KEPT]})
    with index.write() as writer:
        writer._catalogue.execute("COMMIT")
        writer._catalogue.execute("PRAGMA secure_delete = OFF")  # leaves far more behind than moved rows do
        writer._catalogue.execute("BEGIN")
        writer.remove("secret.txt")

        manifest = writer.publish()

    assert manifest.proved > 0
    assert b"zanzibarite" not in (tmp_path / "index/snapshots" / manifest.id / "catalogue.sqlite").read_bytes()


def test_words_that_another_document_says_too_are_not_taken_for_remains(index):
    publish(index, {"one.txt": [SECRET, KEPT], "two.txt": [SECRET.replace(". ", ".\n"), KEPT]})

    with index.write() as writer:
        writer.remove("one.txt")
        assert writer.publish().proved == 0


def test_a_fact_that_says_the_words_without_their_line_break_is_not_taken_for_remains(index, tmp_path):
    broken = "The ministers of the four coastal\nprovinces met in the old town hall."
    publish(index, {"one.txt": [broken.replace("\n", " ")]})
    with index.write() as writer:
        put(writer, "two.txt", broken)
        document = writer.document("two.txt")
        fact = Fact("event", "two.txt", 1, 0, len(broken), broken, {"title": broken.replace("\n", " ")}, "en")
        writer.put(document, (), FileRecord("two.txt", document.sha256, 1, "indexed"), [fact])
        writer.remove("one.txt")

        writer.publish()


def test_a_renamed_document_is_not_a_removed_one(index):
    publish(index, {"a.txt": [SECRET], "b.txt": [KEPT]})

    with index.write() as writer:
        writer.move("a.txt", replace(writer.files()["a.txt"], path="c.txt"))
        manifest = writer.publish()

    assert manifest.proved == 0
