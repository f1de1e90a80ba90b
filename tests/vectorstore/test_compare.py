from dataclasses import replace

import pytest

from tests.fakes import HashEmbedder
from tests.vectorstore.archive import document, publish, put
from vectorstore import Fact, FileRecord, Index, IndexBusyError, NoIndexError, StoreError, WrongModelError

WATER, SOIL, WIND = "Water is scarce.", "Soil is salty.", "Wind is strong."


def put_with_fact(writer, path, text, **fields):
    made, chunks = document(path, text)
    fact = Fact("event", path, 1, 0, len(text), text, fields, "en")
    writer.put(made, chunks, FileRecord(path, made.sha256, 1, "indexed"), [fact])


def test_what_changed_between_two_snapshots_is_told_by_content(index):
    old = publish(index, {"same.txt": [WATER], "changed.txt": [SOIL], "gone.txt": ["Gone."], "old.txt": [WIND]})
    with index.write() as writer:
        put(writer, "changed.txt", SOIL + " Again.")
        put(writer, "new.txt", "New.")
        writer.remove("gone.txt")
        writer.move("old.txt", replace(writer.files()["old.txt"], path="moved.txt"))
        new = writer.publish()

    found = index.compare(old.id, new.id)

    assert (found.added, found.changed, found.removed) == (("new.txt",), ("changed.txt",), ("gone.txt",))
    assert found.moved == (("old.txt", "moved.txt"),)
    assert index.compare(new.id, new.id).same


def test_only_facts_that_say_something_else_have_changed(index):
    with index.write() as writer:
        put_with_fact(writer, "a.txt", WATER, title="Forum", start_date="2024-05-01")
        put_with_fact(writer, "b.txt", SOIL, title="Course", start_date="2024-06-01")
        old = writer.publish()
    with index.write() as writer:
        put_with_fact(writer, "a.txt", WATER + " Postponed.", title="Forum", start_date="2024-07-01")
        put_with_fact(writer, "b.txt", SOIL + " Held.", title="Course", start_date="2024-06-01")
        new = writer.publish()

    found = index.compare(old.id, new.id)

    assert [fact.fields["start_date"] for fact in found.facts_added] == ["2024-07-01"]
    assert [fact.fields["start_date"] for fact in found.facts_removed] == ["2024-05-01"]


def test_a_snapshot_that_is_not_kept_cannot_be_compared(index):
    kept = publish(index, {"a.txt": [WATER]})

    with pytest.raises(NoIndexError, match="sanad snapshots"):
        index.compare("000009-20260101T000000Z-abcdef", kept.id)


def test_going_back_lets_the_older_snapshot_answer_and_the_next_ingest_go_on_from_it(index, embedder):
    old = publish(index, {"a.txt": [WATER]})
    publish(index, {"a.txt": [SOIL], "b.txt": [WIND]})

    index.roll_back(old.id)

    with index.reader() as snapshot:
        assert [about.path for about in snapshot.documents()] == ["a.txt"]
        assert snapshot.warning is None
    assert publish(index, {"c.txt": [WIND]}).parent == old.id


def test_a_damaged_snapshot_is_not_gone_back_to(index, tmp_path):
    old = publish(index, {"a.txt": [WATER]})
    new = publish(index, {"b.txt": [SOIL]})
    (tmp_path / "index/snapshots" / old.id / "catalogue.sqlite").write_bytes(b"")

    with pytest.raises(StoreError, match="damaged"):
        index.roll_back(old.id)

    assert index.status().manifest.id == new.id


def test_a_snapshot_of_another_model_is_not_gone_back_to(index, tmp_path):
    old = publish(index, {"a.txt": [WATER]})
    other = Index(tmp_path / "index", HashEmbedder("another"))
    publish(other, {"a.txt": [WATER]})

    with pytest.raises(WrongModelError, match="SANAD_STORE_MODEL"):
        other.roll_back(old.id)


def test_nobody_goes_back_while_an_ingest_runs(index, tmp_path):
    old = publish(index, {"a.txt": [WATER]})

    with index.write(), pytest.raises(IndexBusyError):
        Index(tmp_path / "index", HashEmbedder()).roll_back(old.id)
