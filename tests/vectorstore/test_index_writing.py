"""What a writer does to the archive, seen through a reader."""

import os

import numpy as np
import pytest

from tests.fakes import HashEmbedder
from tests.vectorstore.archive import document, publish, put, sha256
from vectorstore import (
    FileRecord,
    Index,
    IndexBusyError,
    ModelUnavailableError,
    NoIndexError,
    StoreError,
    terms,
)
from vectorstore.projection import BATCH, open_client
from vectorstore.snapshots import SnapshotFolder

WATER = "The water committee met in Tunis. It chose a chair."
SOIL = "Soil salinity was measured in forty fields."
SEED = "Seeds of durum wheat were exchanged."


def write_and_stop(index, work):
    """Write, and be interrupted before anything is published."""
    with index.write() as writer:
        work(writer)
        raise KeyboardInterrupt


def put_and_embed(writer):
    put(writer, "a.txt", WATER)
    writer.embed()


def texts(snapshot, found):
    return [chunk.text for chunk in snapshot.passages([chunk for chunk, _ in found])]


def test_a_published_document_comes_back_as_it_was_put(index):
    made, _ = document("a.txt", WATER, SOIL, title="Minutes", date="2024-05-29", venue="Tunis", kind="minutes")

    with index.write() as writer:
        put(writer, "a.txt", WATER, SOIL, title="Minutes", date="2024-05-29", venue="Tunis", kind="minutes")
        writer.publish()

    with index.reader() as snapshot:
        assert snapshot.document("a.txt") == made
        assert snapshot.documents()[0].date == "2024-05-29"


def test_nothing_is_seen_before_it_is_published(index):
    with index.write() as writer:
        put(writer, "a.txt", WATER)
        writer.embed()

    with pytest.raises(NoIndexError, match="sanad ingest"), index.reader():
        pass


def test_a_run_without_changes_has_nothing_to_publish_and_embeds_nothing(index, embedder):
    publish(index, {"a.txt": [WATER]})
    embedder.embedded.clear()

    with index.write() as writer:
        changed = writer.changed
        records = writer.files()
        writer.embed()

    assert not changed
    assert records["a.txt"] == FileRecord("a.txt", sha256(WATER), len(WATER), "indexed")
    assert embedder.embedded == []


def test_only_new_words_are_embedded(index, embedder):
    publish(index, {"a.txt": [WATER, SOIL]})
    embedder.embedded.clear()

    publish(index, {"a.txt": [WATER, SEED]})

    assert {SEED in words for words in embedder.embedded} == {True}


def test_a_renamed_document_is_not_embedded_again(index, embedder):
    made, chunks = document("a.txt", WATER)
    with index.write() as writer:
        writer.put(made, chunks, FileRecord("a.txt", made.sha256, 1, "indexed"))
        writer.publish()
    embedder.embedded.clear()

    with index.write() as writer:
        writer.remove("a.txt")
        put(writer, "b.txt", WATER)
        writer.publish()

    assert all(words.startswith("b.txt") for words in embedder.embedded)  # its path is the heading above its text


def test_a_changed_document_takes_the_place_of_the_old_one(index, embedder):
    publish(index, {"a.txt": [WATER, SOIL], "b.txt": [SEED]})

    publish(index, {"a.txt": [WATER, "Nothing was measured."]})

    with index.reader() as snapshot:
        assert snapshot.document("a.txt").text == f"{WATER}\nNothing was measured."
        assert SOIL not in texts(snapshot, snapshot.nearest(embedder.embed_query(SOIL), 10))
        assert snapshot.full_text(terms("salinity"), 10) == []
        assert snapshot.chunk_count == 3


def test_chunks_that_stay_the_same_keep_their_number(index):
    publish(index, {"a.txt": [WATER, SOIL], "b.txt": [SEED]})
    with index.reader() as snapshot:
        before = snapshot.chunks_of("a.txt"), snapshot.chunks_of("b.txt")

    publish(index, {"a.txt": [WATER, "Nothing was measured."]})

    with index.reader() as snapshot:
        after = snapshot.chunks_of("a.txt"), snapshot.chunks_of("b.txt")
    assert after[1] == before[1]
    assert after[0][0] == before[0][0]
    assert after[0][1] not in (*before[0], *before[1])


def test_a_removed_document_is_in_no_file_of_the_new_snapshot(index, embedder, tmp_path):
    rare = "xylophonist"
    publish(index, {"a.txt": [f"The {rare} spoke."], **{f"{n}.txt": [SOIL, SEED] for n in range(5)}})

    with index.write() as writer:
        writer.remove("a.txt")
        manifest = writer.publish()

    with index.reader() as snapshot:
        assert [about.path for about in snapshot.documents()] == [f"{n}.txt" for n in range(5)]
        assert snapshot.document_frequency(terms(rare)) == {terms(rare)[0]: 0}
        assert all(rare not in text for text in texts(snapshot, snapshot.nearest(embedder.embed_query(rare), 10)))
    files = [path for path in (tmp_path / "index/snapshots" / manifest.id).rglob("*") if path.is_file()]
    stem = terms(rare)[0].encode()
    assert [path.name for path in files if stem in path.read_bytes()] == []


def test_the_embedding_of_removed_words_is_forgotten(index, embedder):
    publish(index, {"a.txt": [WATER], "b.txt": [SOIL]})
    with index.write() as writer:
        writer.remove("a.txt")
        writer.publish()
    embedder.embedded.clear()

    publish(index, {"a.txt": [WATER]})

    assert any("water" in words for words in embedder.embedded)


def test_a_file_that_can_no_longer_be_read_loses_its_document_and_is_named(index):
    publish(index, {"a.txt": [WATER], "b.txt": [SOIL]})
    broken = FileRecord("a.txt", "0" * 64, 10, "unreadable", "a.txt is broken; save it again.")

    with index.write() as writer:
        writer.record(broken)
        manifest = writer.publish()

    with index.reader() as snapshot:
        assert [about.path for about in snapshot.documents()] == ["b.txt"]
        assert snapshot.files()[0] == broken
    assert (manifest.documents, manifest.unread) == (1, 1)


def test_recording_the_same_failure_again_changes_nothing(index):
    broken = FileRecord("a.txt", "0" * 64, 10, "unreadable", "a.txt is broken; save it again.")
    with index.write() as writer:
        writer.record(broken)
        writer.publish()

    with index.write() as writer:
        writer.record(broken)

        assert not writer.changed


def test_an_archive_without_a_single_chunk_can_be_published_and_asked(index, embedder):
    with index.write() as writer:
        writer.record(FileRecord("a.txt", "0" * 64, 10, "unreadable", "a.txt is broken; save it again."))
        writer.publish()

    with index.reader() as snapshot:
        assert snapshot.nearest(embedder.embed_query("water"), 5) == []
        assert snapshot.full_text(["water"], 5) == []


def test_a_single_chunk_is_found(index, embedder):
    publish(index, {"a.txt": [SOIL]})

    with index.reader() as snapshot:
        assert texts(snapshot, snapshot.nearest(embedder.embed_query("soil"), 5)) == [SOIL]


@pytest.mark.parametrize("second", [0, 1, 2])
@pytest.mark.parametrize("first", [1, 2])
def test_a_small_archive_is_as_it_was_published_however_often_it_is_opened(tmp_path, embedder, first, second):
    publish(Index(tmp_path / "index", embedder), {"a.txt": [f"Report {n}." for n in range(first)]})
    publish(Index(tmp_path / "index", embedder), {"b.txt": [f"Letter {n}." for n in range(second)]})

    for _ in range(2):
        index = Index(tmp_path / "index", embedder)
        with index.reader() as snapshot:
            assert snapshot.warning is None
            assert len(snapshot.nearest(embedder.embed_query("report"), 9)) == first + second
        index.verify()
        index.close()


def test_two_documents_of_the_same_words_are_both_found(index, embedder):
    publish(index, {"a.txt": [SOIL] * 3, "b.txt": [SOIL] * 3})

    with index.reader() as snapshot:
        found = snapshot.passages([chunk for chunk, _ in snapshot.nearest(embedder.embed_query(SOIL), 10)])

    places = [(path, number) for path in ("a.txt", "b.txt") for number in range(3)]
    assert sorted((chunk.document.path, chunk.number) for chunk in found) == places


def test_a_document_put_again_after_it_was_removed_in_the_same_run_is_allowed_by_its_path(index, embedder):
    publish(index, {"a.txt": [SOIL], "b.txt": [WATER]})

    with index.write() as writer:
        writer.remove("a.txt")
        put(writer, "a.txt", SOIL)
        writer.publish()

    with index.reader() as snapshot:
        found = snapshot.nearest(embedder.embed_query(SOIL), 5, frozenset(["a.txt"]))
        assert texts(snapshot, found) == [SOIL]


def test_a_second_writer_is_refused_at_once_and_told_who_writes(index, tmp_path, embedder):
    other = Index(tmp_path / "index", embedder)

    with index.write(), pytest.raises(IndexBusyError, match=str(os.getpid())), other.write():
        pass


def test_the_next_writer_may_write_when_the_first_is_done(index):
    with index.write():
        pass

    publish(index, {"a.txt": [WATER]})

    assert index.status().manifest.documents == 1


def test_an_exception_leaves_the_old_snapshot_and_an_empty_staging(index, tmp_path):
    before = publish(index, {"a.txt": [WATER]})

    with pytest.raises(KeyboardInterrupt):
        write_and_stop(index, lambda writer: writer.remove("a.txt"))

    assert index.status().manifest == before
    assert list((tmp_path / "index/staging").iterdir()) == []


def test_what_an_interrupted_ingest_had_embedded_is_not_embedded_again(index, embedder):
    with pytest.raises(KeyboardInterrupt):
        write_and_stop(index, put_and_embed)
    assert embedder.embedded
    embedder.embedded.clear()

    publish(index, {"a.txt": [WATER]})

    assert embedder.embedded == []


def test_embeddings_survive_two_interruptions(index, embedder):
    for work in (put_and_embed, lambda writer: writer.files()):
        with pytest.raises(KeyboardInterrupt):
            write_and_stop(index, work)
    embedder.embedded.clear()

    publish(index, {"a.txt": [WATER]})

    assert embedder.embedded == []


def test_other_settings_keep_the_embeddings_but_ask_for_every_file_again(index, tmp_path, embedder):
    publish(index, {"a.txt": [WATER], "b.txt": [SOIL]})
    embedder.embedded.clear()
    changed = Index(tmp_path / "index", embedder, fingerprint="other")

    with changed.write() as writer:
        assert writer.changed
        assert {path: record.sha256 for path, record in writer.files().items()} == {"a.txt": "", "b.txt": ""}
        put(writer, "a.txt", WATER)
        writer.remove("b.txt")
        manifest = writer.publish()

    assert embedder.embedded == []
    assert manifest.fingerprint != index.snapshots()[1].fingerprint
    assert manifest.documents == 1


def test_a_file_known_from_other_settings_must_be_read_or_removed_before_publishing(index, tmp_path, embedder):
    before = publish(index, {"a.txt": [WATER]})
    changed = Index(tmp_path / "index", embedder, fingerprint="other")

    with changed.write() as writer, pytest.raises(StoreError, match="has no document"):
        writer.publish()

    assert index.status().manifest == before


def test_the_vector_index_is_rebuilt_without_embedding(index, embedder):
    before = publish(index, {"a.txt": [WATER, SOIL]})
    embedder.embedded.clear()

    after = index.rebuild_projection()

    assert embedder.embedded == []
    assert after.digest == before.digest
    with index.reader() as snapshot:
        assert texts(snapshot, snapshot.nearest(embedder.embed_query("soil salinity"), 1)) == [SOIL]


def test_a_rebuild_after_other_settings_sends_to_ingest(index, tmp_path, embedder):
    publish(index, {"a.txt": [WATER]})

    with pytest.raises(StoreError, match="run `sanad ingest`"):
        Index(tmp_path / "index", embedder, fingerprint="other").rebuild_projection()


def test_there_is_nothing_to_rebuild_before_the_first_ingest(index):
    with pytest.raises(NoIndexError):
        index.rebuild_projection()


def test_many_changes_in_a_row_stay_exact_and_the_index_does_not_fill_with_dead_places(index):
    dropped = []

    for version in range(8):
        documents = range(version % 5, 30, 5) if version else range(30)
        manifest = publish(index, {f"{n}.txt": [f"Report {n} of version {version}."] for n in documents})
        dropped.append(manifest.dropped)
        index.verify()

    assert manifest.chunks == 30
    assert max(dropped) > 0
    assert max(dropped) <= 0.3 * 30


def test_more_than_chroma_takes_at_once_can_be_published(index, tmp_path):
    client = open_client(tmp_path / "chroma")
    most = client.get_max_batch_size()
    client.close()

    manifest = publish(index, {"a.txt": [f"Line {n} of the long list." for n in range(2 * BATCH + 1)]})

    assert most >= BATCH  # so that batches, of which these are three, go on fitting
    assert manifest.chunks == 2 * BATCH + 1


def test_a_chunk_that_is_not_at_its_place_is_refused(index):
    made, chunks = document("a.txt", WATER, SOIL)
    wrong = (chunks[0], document("a.txt", SOIL)[1][0])

    with index.write() as writer, pytest.raises(ValueError, match="chunk 0 is not the text"):
        writer.put(made, wrong, FileRecord("a.txt", made.sha256, 1, "indexed"))


def test_the_folder_is_remembered_and_another_one_is_a_change(index, tmp_path):
    publish(index, {"a.txt": [WATER]}, root=tmp_path / "one")

    with index.write() as writer:
        assert writer.root == str(tmp_path / "one")
        writer.set_root(tmp_path / "one")
        assert not writer.changed
        writer.set_root(tmp_path / "two")
        assert writer.changed


def test_a_model_that_gives_nonsense_is_refused(tmp_path):
    class Broken(HashEmbedder):
        def embed_passages(self, texts):
            return np.full((len(texts), self.dimensions), np.nan, dtype=np.float32)

    with pytest.raises(ModelUnavailableError, match="SANAD_STORE_MODEL"):
        publish(Index(tmp_path / "index", Broken()), {"a.txt": [WATER]})


def test_progress_names_the_stages_and_reaches_the_end(index):
    seen = []

    with index.write() as writer:
        put(writer, "a.txt", WATER)
        writer.publish(seen.append)

    assert [p.stage for p in seen][:1] == ["embedding"]
    assert (seen[-1].done, seen[-1].detail) == (seen[-1].total, "done")


def test_a_disk_that_is_too_full_is_said_before_anything_is_written(tmp_path):
    with pytest.raises(StoreError, match="free"):
        SnapshotFolder(tmp_path).require_space(10**18)
