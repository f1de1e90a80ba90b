"""Which snapshots stay on disk, and what writers that died leave behind."""

import os
import subprocess
import sys

import pytest

from tests.fakes import HashEmbedder
from tests.vectorstore.archive import publish, put
from vectorstore import Index, StoreError
from vectorstore.snapshots import KEPT, Lease, SnapshotFolder


def kept(tmp_path):
    return sorted(path.name for path in (tmp_path / "index/snapshots").iterdir())


def publish_times(index, times):
    return [publish(index, {"a.txt": [f"Version {number}."]}).id for number in range(times)]


def test_old_snapshots_are_collected_but_for_the_last_three(index, tmp_path):
    ids = publish_times(index, KEPT + 2)

    assert kept(tmp_path) == ids[-KEPT:]
    assert [manifest.id for manifest in index.snapshots()] == ids[: -KEPT - 1 : -1]


def test_names_grow_and_are_never_used_twice(index):
    ids = publish_times(index, 3)

    assert ids == sorted(set(ids))


def test_a_snapshot_in_use_is_never_collected(index, tmp_path, embedder):
    (first,) = publish_times(index, 1)

    with index.reader() as snapshot:
        later = publish_times(Index(tmp_path / "index", HashEmbedder()), KEPT + 2)

        assert first in kept(tmp_path)
        assert snapshot.nearest(embedder.embed_query("version"), 1)
    index.close()
    publish(index, {"a.txt": ["The last one."]})
    assert first not in kept(tmp_path)
    assert set(later[-2:]) < set(kept(tmp_path))


def test_the_lease_of_a_reader_that_was_killed_is_free(index, tmp_path):
    (first,) = publish_times(index, 1)
    folder = tmp_path / "index/snapshots" / first
    code = (
        "import sys; from pathlib import Path; from vectorstore.snapshots import Lease; "
        "Lease.take(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader:
        assert reader.stdout.readline() == b"held\n"
        with pytest.raises(BlockingIOError):
            Lease.take(folder, exclusive=True)

        reader.kill()

    Lease.take(folder, exclusive=True).release()


def test_a_snapshot_that_vanishes_while_it_is_leased_counts_as_gone(tmp_path):
    with pytest.raises(FileNotFoundError):
        Lease.take(tmp_path / "gone")


def test_the_lock_of_a_dead_writer_is_free(index, tmp_path):
    publish_times(index, 1)
    (tmp_path / "index/WRITER.lock").write_text("1\n")

    publish_times(index, 1)

    assert (tmp_path / "index/WRITER.lock").read_text() == f"{os.getpid()}\n"


def test_the_next_writer_sweeps_up_what_dead_ones_left(index, tmp_path):
    publish_times(index, 1)
    folder = SnapshotFolder(tmp_path / "index")
    dead = folder.new_staging()
    (dead / "catalogue.sqlite").write_bytes(b"not a database at all")
    rubbish = tmp_path / "index/staging/trash-0011"
    rubbish.mkdir()

    publish(index, {"a.txt": ["Another version."]})

    assert list((tmp_path / "index/staging").iterdir()) == []


def test_a_snapshot_that_was_finished_but_never_switched_to_is_not_kept(index, tmp_path, embedder):
    first, second = publish_times(index, 2)
    (tmp_path / "index/CURRENT").write_text(first + "\n")  # as if the crash had come before the switch
    embedder.embedded.clear()

    third = publish(index, {"a.txt": ["Version 1."]})

    assert kept(tmp_path) == [first, third.id]
    assert third.id > second
    assert third.parent == first
    assert embedder.embedded == []


def test_embeddings_of_another_model_are_not_salvaged(index, tmp_path):
    with pytest.raises(KeyboardInterrupt):
        write_and_stop(index)
    embedder = HashEmbedder("another-model")

    publish(Index(tmp_path / "index", embedder), {"a.txt": ["Version 1."]})

    assert embedder.embedded != []


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(tmp_path, embedder):
    (tmp_path / "file").write_text("not a folder")

    with pytest.raises(StoreError, match="cannot be written there"), Index(tmp_path / "file/index", embedder).write():
        pass


def write_and_stop(index):
    with index.write() as writer:
        put(writer, "a.txt", "Version 1.")
        writer.embed()
        raise KeyboardInterrupt
