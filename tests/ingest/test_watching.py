import os
import time

import pytest

from ingest import IngestSettings, run_ingest, watch
from ingest.watching import Settling, look_at
from tests.fakes import HashEmbedder
from vectorstore import Index, IndexBusyError

A, B = (1, 10, 100), (1, 20, 200)


def settled(settling, stamps, *, at):
    settling.look(stamps, at)
    return settling.due(at)


def test_a_file_is_due_when_it_has_been_at_rest_and_only_once():
    files = Settling(5.0)

    assert [settled(files, {"a": A}, at=at) for at in (0, 4.9, 5.0)] == [False, False, True]
    files.ingested(files.restless(5.0))
    assert not settled(files, {"a": A}, at=60)


def test_a_file_that_grows_is_left_alone_and_the_others_are_not():
    files = Settling(5.0)
    files.look({"done": A, "growing": A}, 0)
    files.look({"done": A, "growing": B}, 5)

    assert files.due(5)
    assert files.restless(5) == {"growing"}
    files.ingested(files.restless(5))
    assert not settled(files, {"done": A, "growing": B}, at=9)
    assert settled(files, {"done": A, "growing": B}, at=10)


def test_a_file_that_is_gone_is_due_after_the_same_time():
    files = Settling(5.0)
    settled(files, {"a": A, "b": A}, at=0)
    settled(files, {"a": A, "b": A}, at=5)
    files.ingested(frozenset())

    assert [settled(files, {"a": A}, at=at) for at in (6, 10, 11)] == [False, False, True]


class Enough(Exception):
    pass


@pytest.fixture
def reports(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "first.txt").write_text("First report\n\nThe pump was moved.\n", encoding="utf-8")
    return folder


def watched(folder, run, *steps, settle=0.2, complain=None):
    """Watch a folder while steps are done, one every few looks, until none is left."""
    looks = iter(range(1000))

    def sleep(seconds):
        look = next(looks)
        if look % 8 == 7:
            if look // 8 >= len(steps):
                raise Enough
            steps[look // 8]()
        time.sleep(seconds)

    with pytest.raises(Enough):
        watch(folder, run, complain or pytest.fail, settle=settle, sleep=sleep)


def test_what_comes_while_it_is_watched_is_ingested_and_half_a_file_is_not(reports, tmp_path):
    index, embedder = Index(tmp_path / "index", HashEmbedder()), HashEmbedder()
    receipts, growing = [], reports / "growing.txt"

    def run(waiting):
        receipts.append(run_ingest(reports, index, embedder, IngestSettings(workers=1), waiting=waiting))

    def grow():
        for _ in range(6):  # never at rest for as long as it takes
            with growing.open("a", encoding="utf-8") as stream:
                stream.write("One more line of the report.\n")
            time.sleep(0.05)

    watched(reports, run, grow, lambda: None, (reports / "first.txt").unlink, lambda: None)

    assert [receipt.counts for receipt in receipts] == [
        {"indexed": 1},
        {"indexed": 1, "unchanged": 1},
        {"unchanged": 1, "removed": 1},
    ]
    with index.reader() as snapshot:
        assert snapshot.document("growing.txt").text.count("One more line") == 6
    index.close()


def test_a_known_file_that_is_being_written_keeps_what_was_read_of_it(reports, tmp_path):
    index, embedder = Index(tmp_path / "index", HashEmbedder()), HashEmbedder()
    settings = IngestSettings(workers=1)
    run_ingest(reports, index, embedder, settings)
    (reports / "first.txt").write_text("Half a fi", encoding="utf-8")
    (reports / "second.txt").write_text("Second report\n\nAnother pump.\n", encoding="utf-8")

    receipt = run_ingest(reports, index, embedder, settings, waiting=frozenset(["first.txt"]))

    assert receipt.counts == {"indexed": 1, "unchanged": 1}
    with index.reader() as snapshot:
        assert "pump was moved" in snapshot.document("first.txt").text
    index.close()


def test_trouble_is_said_once_and_what_comes_next_is_ingested(reports):
    said, runs = [], []

    def run(waiting):
        runs.append(waiting)
        if len(runs) == 1:
            raise IndexBusyError("Another ingest is running.")

    later = reports / "later.txt"
    watched(
        reports,
        run,
        lambda: None,
        lambda: later.write_text("Later.", encoding="utf-8"),
        lambda: None,
        complain=said.append,
    )

    assert (len(runs), said) == (2, ["Another ingest is running."])


def test_a_folder_that_vanishes_is_said_once_and_ingested_again_when_it_is_back(reports):
    said, runs = [], []
    away = reports.with_name("away")

    watched(
        reports,
        runs.append,
        lambda: reports.rename(away),
        lambda: (away.rename(reports), (reports / "new.txt").write_text("New.", encoding="utf-8")),
        lambda: None,
        complain=said.append,
    )

    assert len(runs) == 2
    assert len(said) == 1
    assert "does not exist" in said[0]


def test_an_empty_folder_is_never_taken_for_an_archive_that_was_removed(reports):
    os.remove(reports / "first.txt")

    with pytest.raises(Exception, match="holds no files now"):
        look_at(reports)
