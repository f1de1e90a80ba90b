"""Crashes, full disks, other users, read-only places and clocks: what is published stays answerable.

The long runs are commands: `python -m tests.faults` and `python -m tests.kill_ingest`.
"""

import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

import vectorstore.snapshots
from tests.fakes import HashEmbedder
from tests.faults import small_disk
from tests.vectorstore.archive import publish
from vectorstore import Index, NoIndexError, StoreError

ROOT = os.geteuid() == 0
TEXTS = [f"Report number {number} of the archive." for number in range(20)]


@pytest.mark.parametrize(("way", "runs"), [("two-writers", 2), ("switches", 6), ("damage", 2)])
def test_an_index_that_is_hurt_on_purpose_answers_or_says_so(way, runs):
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults", way, "--runs", str(runs)], capture_output=True, text=True, timeout=300
    )

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(not ROOT, reason="only root may make a small disk")
def test_a_disk_that_fills_up_is_said_and_what_was_published_answers():
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults", "full-disk", "--runs", "3"], capture_output=True, text=True, timeout=300
    )
    if "PermissionError" in done.stderr:
        pytest.skip("no file system may be mounted here")

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def everyones(embedder):
    """An index that other users may read, in a place they can get to."""
    with tempfile.TemporaryDirectory(prefix="sanad-test-") as folder:
        Path(folder).chmod(0o755)
        index = Index(Path(folder) / "index", embedder)
        publish(index, {"a.txt": TEXTS})
        index.close()
        yield Path(folder) / "index"


def as_nobody(place, *works, closed=None):
    """Do things with an index as a user without rights, in another process, and return what it printed."""
    tried = "".join(f"try:\n    {work}\nexcept StoreError as error:\n    print(error)\n" for work in works)
    program = f"""
import os, sys
from pathlib import Path
from tests.fakes import HashEmbedder
from vectorstore import Index, StoreError
index = Index(Path({str(place)!r}), HashEmbedder())
with index.reader() as snapshot:  # once as root, so that everything is imported
    snapshot.nearest(HashEmbedder().embed_query("report"), 50)
index.close()
for part in Path({str(place.parent)!r}).glob({f"{place.name}/{closed}"!r}) if {closed!r} else ():
    part.chmod(0o700)
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
{tried}"""
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)


ASK = """
    with index.reader() as snapshot:
        print(len(snapshot.nearest(HashEmbedder().embed_query("report"), 50)), snapshot.warning)
"""
STATUS = "index.status()"
DOCTOR = "print([finding for finding in index.examine() if finding.wrong])"
WRITE = """
    with index.write() as writer:
        writer.publish()
"""


@pytest.mark.skipif(not ROOT, reason="only root may become another user")
def test_another_user_who_may_only_read_is_answered(everyones):
    done = as_nobody(everyones, ASK)

    assert done.stdout == "20 None\n", done.stderr


@pytest.mark.skipif(not ROOT, reason="only root may become another user")
@pytest.mark.parametrize("closed", ["snapshots", "snapshots/*/catalogue.sqlite", "snapshots/*/manifest.json"])
def test_another_user_who_may_not_read_a_part_of_an_index_is_told_so_in_a_sentence(everyones, closed):
    done = as_nobody(everyones, ASK, STATUS, DOCTOR, closed=closed)

    assert len(done.stdout.splitlines()) == 3, done.stderr
    assert all("this user may not read it; ask the owner" in line for line in done.stdout.splitlines())


@pytest.mark.skipif(not ROOT, reason="only root may become another user")
@pytest.mark.parametrize("part", ["", "/manifest.json", "/catalogue.sqlite"])
def test_a_doctor_who_may_not_read_an_older_snapshot_says_so_and_looks_at_the_rest(everyones, embedder, part):
    older = Index(everyones, embedder).current()
    newer = publish(Index(everyones, embedder), {"b.txt": TEXTS}).id
    done = as_nobody(everyones, "[print(one.sentence) for one in index.examine()]", closed=f"snapshots/{older}{part}")

    said = done.stdout.splitlines()
    assert sum("this user may not read it; ask the owner" in line for line in said) == 1, done.stderr
    assert any(older in line for line in said if "may not read" in line)
    assert any(f"Snapshot {newer} is whole" in line for line in said)
    assert any("MB are free" in line for line in said)


@pytest.mark.skipif(not ROOT, reason="only root may become another user")
@pytest.mark.parametrize("work", [ASK, WRITE])
def test_another_user_who_may_not_even_enter_an_index_is_told_so_in_a_sentence(everyones, work):
    done = as_nobody(everyones, work, closed="../index")

    assert done.stdout.count("\n") == 1, done.stderr
    assert str(everyones) in done.stdout


@pytest.mark.skipif(not ROOT, reason="only root may become another user")
def test_another_user_who_may_not_write_is_told_so_in_a_sentence(everyones):
    done = as_nobody(everyones, WRITE)

    assert "cannot be written there" in done.stdout, done.stderr


@pytest.mark.skipif(not ROOT, reason="only root may mount")
def test_an_index_on_a_read_only_place_is_read_and_an_ingest_into_it_is_refused(tmp_path, embedder):
    try:
        with small_disk(tmp_path / "disk", 32) as disk:
            index = Index(disk / "index", embedder)
            vectorstore.beginning.SPACE_RESERVE, kept = 0, vectorstore.beginning.SPACE_RESERVE
            publish(index, {"a.txt": TEXTS})
            vectorstore.beginning.SPACE_RESERVE = kept
            index.close()
            subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
            with index.reader() as snapshot:
                assert len(snapshot.nearest(embedder.embed_query("report"), 50)) == 20
            index.close()
            with pytest.raises(StoreError, match="cannot be written there"), index.write():
                pass
    except PermissionError:
        pytest.skip("no file system may be mounted here")


@pytest.mark.skipif(not ROOT, reason="only root may mount")
def test_who_comes_while_the_disk_is_full_is_answered_and_the_doctor_blames_the_disk(tmp_path, embedder, monkeypatch):
    try:
        with small_disk(tmp_path / "disk", 32) as disk:
            index = Index(disk / "index", embedder)
            with monkeypatch.context() as patch:
                patch.setattr(vectorstore.beginning, "SPACE_RESERVE", 0)
                publish(index, {"a.txt": TEXTS})
            index.close()
            with suppress(OSError), (disk / "ballast").open("wb", buffering=0) as ballast:
                while True:
                    ballast.write(bytes(4096))

            with index.reader() as snapshot:
                found = snapshot.nearest(embedder.embed_query("report"), 50)
            wrong = [finding.about for finding in index.examine() if finding.wrong]
            with pytest.raises(StoreError, match="of free disk space are needed"), index.write():
                pass
            index.close()
    except PermissionError:
        pytest.skip("no file system may be mounted here")

    assert len(found) == 20
    assert wrong == ["space"]


def test_a_clock_that_goes_back_changes_nothing_about_which_snapshot_is_the_newest(index, monkeypatch, tmp_path):
    first = publish(index, {"a.txt": TEXTS[:1]})

    class Past(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(1999, 12, 31, tzinfo=UTC)

    for module in (vectorstore.snapshots, vectorstore.publish, vectorstore.writer):
        monkeypatch.setattr(module, "datetime", Past)
    later = [publish(index, {"a.txt": TEXTS[: 2 + number]}) for number in range(4)]

    assert [first.id, *(manifest.id for manifest in later)] == sorted([first.id, *(m.id for m in later)])
    assert index.status().manifest.id == later[-1].id
    assert later[0].created < first.created
    with index.reader() as snapshot:
        assert len(snapshot.former_versions("a.txt")) == 4
    assert first.id not in [manifest.id for manifest in index.snapshots()]


def test_an_index_whose_folder_is_gone_is_an_empty_one(tmp_path):
    with pytest.raises(NoIndexError), Index(tmp_path / "gone", HashEmbedder()).reader():
        pass
