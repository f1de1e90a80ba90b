import sqlite3
from contextlib import closing

import pytest

from tests.fakes import HashEmbedder
from tests.vectorstore.archive import publish, put
from vectorstore import FileRecord, Index
from vectorstore.former import KEPT

OLD, NEW = "The bridge is closed until spring.", "The bridge was opened again."


def former(index, path="a.txt"):
    with index.reader() as snapshot:
        return snapshot.former_versions(path)


def test_what_a_changed_document_said_before_can_still_be_read(index):
    publish(index, {"a.txt": [OLD]})
    publish(index, {"a.txt": [NEW]})

    (version,) = former(index)

    assert version.document.text == OLD
    assert version.document.blocks[0].end == len(OLD)
    assert version.replaced


def test_a_former_version_is_found_by_no_search(index, embedder):
    publish(index, {"a.txt": [OLD]})
    publish(index, {"a.txt": [NEW]})

    with index.reader() as snapshot:
        assert snapshot.full_text(["spring"], 5) == []
        found = snapshot.nearest(embedder.embed_query(OLD), 5)
        assert [chunk.text for chunk in snapshot.passages([chunk for chunk, _ in found])] == [NEW]


def test_a_document_read_again_without_a_change_has_no_former_version(index, tmp_path):
    publish(index, {"a.txt": [OLD]})
    publish(index, {"a.txt": [OLD], "b.txt": [NEW]})
    other = Index(tmp_path / "index", HashEmbedder(), fingerprint="other")
    publish(other, {"a.txt": [OLD], "b.txt": [NEW]})

    assert former(other) == ()
    other.close()


def test_a_document_that_changed_together_with_the_settings_keeps_what_it_said(index, tmp_path):
    publish(index, {"a.txt": ["The very first version."]})
    publish(index, {"a.txt": [OLD]})
    other = Index(tmp_path / "index", HashEmbedder(), fingerprint="other")
    publish(other, {"a.txt": [NEW]})

    assert [version.document.text for version in former(other)] == [OLD, "The very first version."]
    other.close()


def test_a_file_that_can_no_longer_be_read_leaves_its_last_version_to_read(index):
    publish(index, {"a.txt": [OLD]})
    with index.write() as writer:
        writer.record(FileRecord("a.txt", "0" * 64, 10, "unreadable", "a.txt is broken; save it again."))
        writer.publish()

    assert [version.document.text for version in former(index)] == [OLD]


def test_former_versions_follow_a_renamed_document(index):
    publish(index, {"a.txt": [OLD]})
    publish(index, {"a.txt": [NEW]})
    with index.write() as writer:
        writer.move("a.txt", FileRecord("b.txt", writer.files()["a.txt"].sha256, 1, "indexed"))
        writer.publish()

    assert [version.document.text for version in former(index, "b.txt")] == [OLD]
    assert former(index) == ()
    index.verify()


def test_only_the_latest_former_versions_are_kept(index):
    with index.write() as writer:
        for number in range(KEPT + 3):
            put(writer, "a.txt", f"Version {number} of the report.")
        writer.publish()

    assert [version.document.text for version in former(index)][-1] == "Version 2 of the report."


def test_a_removed_document_leaves_no_former_version(index, tmp_path):
    publish(index, {"a.txt": [OLD], "b.txt": ["Another report."]})
    publish(index, {"a.txt": [NEW]})
    with index.write() as writer:
        writer.remove("a.txt")
        manifest = writer.publish()

    catalogue = tmp_path / "index/snapshots" / manifest.id / "catalogue.sqlite"
    with closing(sqlite3.connect(catalogue)) as rows:
        assert rows.execute("SELECT count(*) FROM former").fetchone() == (0,)
    assert b"bridge" not in catalogue.read_bytes()


@pytest.mark.parametrize("path", ["a.txt", "nothing.txt"])
def test_a_document_that_never_changed_has_none(index, path):
    publish(index, {"a.txt": [OLD]})

    assert former(index, path) == ()
