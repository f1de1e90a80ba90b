"""Hurts an index on purpose, and checks that people go on being answered, or are told plainly.

    python -m tests.faults two-writers --runs 20    two ingests at once: the second is refused at once
    python -m tests.faults switches --runs 100      readers through many snapshots: every answer whole, nothing grows
    python -m tests.faults damage                   every kind of damage: seen, and the older snapshot answers
    python -m tests.faults full-disk --runs 20      a small disk that fills up at other places each time (as root)

Each prints what it saw; exit code 1 if anything was not as it should be.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from functools import lru_cache, partial
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from threading import Event

import vectorstore.beginning as beginning
from tests.fakes import HashEmbedder
from tests.kill_ingest import Archive, check, in_child, ingest, result_of
from tests.vectorstore.archive import sha256
from vectorstore import DamagedSnapshotError, Index, IndexBusyError, Snapshot, StoreError

Damage = Callable[[Path], None]
REFUSED = 33
ASKING = 3
"""Readers that ask all the time."""


def two_writers(folder: Path, runs: int) -> list[str]:
    """Two ingests of the same generation at once: one publishes it, the other is refused within two seconds."""
    archive, failures, waits = Archive(12, 6), [], []
    for generation in range(1, runs + 1):
        holder = in_child(partial(_slow_ingest, folder, archive, generation))
        while not list((folder / "staging").glob("*/catalogue.sqlite")):
            time.sleep(0.01)
        started = time.monotonic()
        second = result_of(in_child(partial(_refused, folder, archive, generation)))
        waits.append(time.monotonic() - started)
        first = result_of(holder)
        if (first, second) != (0, REFUSED) or waits[-1] > 2:
            failures.append(f"run {generation}: exit codes {first} and {second}, the second after {waits[-1]:.2f} s")
        if result_of(in_child(partial(_checked, folder, archive, generation))) != 0:
            failures.append(f"run {generation}: the index is not what it should be")
    print(f"{runs} times two writers; the second was refused after {median(waits):.2f} s, at most {max(waits):.2f} s")
    return failures


def _slow_ingest(folder: Path, archive: Archive, generation: int) -> int:
    ingest(folder, archive, generation, lambda progress: time.sleep(0.1))
    return 0


def _refused(folder: Path, archive: Archive, generation: int) -> int:
    try:
        ingest(folder, archive, generation, lambda progress: None)
    except IndexBusyError:
        return REFUSED
    return 0


def _checked(folder: Path, archive: Archive, generation: int) -> int:
    return check(folder, archive, (generation,)) - generation


@contextmanager
def worker() -> Iterator[Executor]:
    """Another process that lives on, so that what reads here and what writes there share nothing."""
    with ProcessPoolExecutor(1, get_context("spawn")) as executor:
        yield executor


def switches(folder: Path, runs: int) -> list[str]:
    """Read through many snapshots in one process, each published by another, while others ask all the time."""
    archive, index, failures = Archive(12, 6), Index(folder, HashEmbedder()), []
    early: tuple[int, int, int] | None = None
    with worker() as writer, ThreadPoolExecutor(ASKING) as asking:
        writer.submit(_publish, folder, archive, 1).result()
        done = Event()
        askers = [asking.submit(_ask_on, index, archive, runs + 1, done) for _ in range(ASKING)]
        try:
            for generation in range(2, runs + 2):
                writer.submit(_publish, folder, archive, generation).result()
                with index.reader() as snapshot:
                    if _answered_from(snapshot, archive, (generation,)) is None:
                        failures.append(f"generation {generation} was not answered from")
                if generation == min(10, 1 + runs // 2):
                    early = _settled(None)
            late = _settled(early)
        finally:
            done.set()
        counts = [asker.result() for asker in askers]
    assert early is not None
    index.close()
    failures += [wrong for _, wrongs in counts for wrong in wrongs]
    said = "{} descriptors, {} threads, {} MB"
    print(f"{runs} switches, {sum(asked for asked, _ in counts)} questions by {ASKING} readers all the while")
    print(f"{said.format(*early)} early on, {said.format(*late)} at the end")
    if late[0] > early[0] + 2 or late[1] > early[1] + 2 or late[2] > 1.2 * early[2]:
        failures.append("descriptors, threads or memory grew")
    return failures


def _ask_on(index: Index, archive: Archive, last: int, done: Event) -> tuple[int, list[str]]:
    """Ask until told to stop; how often, and every answer that is not wholly of one generation."""
    asked, wrong = 0, []
    while not done.wait(0.05):
        asked += 1
        try:
            with index.reader() as snapshot:
                if _answered_from(snapshot, archive, range(1, last + 1)) is None:
                    wrong.append(f"question {asked}: an answer of no generation, or of two")
        except StoreError as error:
            wrong.append(f"question {asked}: {error}")
    return asked, wrong


def _answered_from(snapshot: Snapshot, archive: Archive, generations: Iterable[int]) -> int | None:
    """The generation that a snapshot holds, if what it finds is of that one too."""
    held = {about.path: about.sha256 for about in snapshot.documents()}
    found = snapshot.passages([chunk for chunk, _ in snapshot.nearest(HashEmbedder().embed_query("word1"), 5)])
    for generation in generations:
        texts = _generation(archive, generation)
        if held == {path: sha256("\n".join(paragraphs)) for path, paragraphs in texts.items()}:
            whole = len(found) == 5 and all(chunk.text in texts[chunk.document.path] for chunk in found)
            return generation if whole else None
    return None


@lru_cache(maxsize=512)
def _generation(archive: Archive, generation: int) -> dict[str, list[str]]:
    return archive.paragraphs(generation)


def _settled(before: tuple[int, int, int] | None) -> tuple[int, int, int]:
    """Descriptors, threads and megabytes of this process, once what a snapshot that was let go had running has ended."""
    for _ in range(50):
        seen = (len(os.listdir("/proc/self/fd")), len(os.listdir("/proc/self/task")), _memory())
        if before is not None and seen[0] <= before[0] + 2 and seen[1] <= before[1] + 2:
            break
        time.sleep(0.1)
    return seen


def _publish(folder: Path, archive: Archive, generation: int) -> int:
    ingest(folder, archive, generation, lambda progress: None)
    return 0


def _memory() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") // 1_000_000


def damages() -> Iterator[tuple[str, Damage]]:
    """Kinds of damage to a snapshot, by what they are called."""
    index_files = ("data_level0.bin", "header.bin", "length.bin", "link_lists.bin", "index_metadata.pickle")
    plain = ("catalogue.sqlite", "manifest.json", "chroma/chroma.sqlite3")
    for name in (*index_files, *plain):
        yield f"{name} cut in half", lambda folder, n=name: _cut(_file(folder, n))
        yield f"{name} gone", lambda folder, n=name: _file(folder, n).unlink()
        if name != "link_lists.bin":
            yield f"{name} overwritten in the middle", lambda folder, n=name: _overwrite(_file(folder, n))
    for name in ("data_level0.bin", "catalogue.sqlite"):
        yield f"{name} of zeros", lambda folder, n=name: _zero(_file(folder, n))
    yield "link_lists.bin of two terabytes", lambda folder: os.truncate(_file(folder, "link_lists.bin"), 2 * 10**12)
    for table in ("collections", "segments", "embeddings"):
        yield f"Chroma's {table} emptied", lambda folder, t=table: _forget(folder, t)
    yield "Chroma's folder gone", lambda folder: shutil.rmtree(folder / "chroma")
    yield "the snapshot gone", shutil.rmtree


def _file(folder: Path, name: str) -> Path:
    return folder / name if (folder / name).exists() else next(folder.glob(f"chroma/*/{name}"))


def _cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _zero(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def _overwrite(path: Path) -> None:
    content = bytearray(path.read_bytes())
    start, length = len(content) // 2, max(1, min(4096, len(content) // 4))
    content[start : start + length] = bytes(byte ^ 255 for byte in content[start : start + length])
    path.write_bytes(content)


def _forget(folder: Path, table: str) -> None:
    with closing(sqlite3.connect(folder / "chroma/chroma.sqlite3")) as chroma:
        chroma.execute(f"DELETE FROM {table}")
        chroma.commit()


def damage(folder: Path, runs: int) -> list[str]:
    """Damage the newest of two snapshots: the older one must answer and say so, and the next ingest must succeed."""
    failures, kinds, archive = [], list(damages())[:runs], Archive(8, 4)
    for number, (name, hurt) in enumerate(kinds):
        place = folder / str(number)
        try:
            with worker() as other:  # a new one each time: what is damaged may end a process
                for generation in (1, 2):
                    other.submit(_publish, place, archive, generation).result()
                hurt(place / "snapshots" / (place / "CURRENT").read_text().strip())
                other.submit(_answers, place, archive).result()
                other.submit(_publish, place, archive, 3).result()
                other.submit(_checked, place, archive, 3).result()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told under the name of the damage
            failures.append(f"{name}: {type(error).__name__}: {error}")
        shutil.rmtree(place)
    print(f"{len(kinds)} kinds of damage")
    return failures


def _answers(place: Path, archive: Archive) -> None:
    index = Index(place, HashEmbedder())
    with index.reader() as snapshot:
        held = {about.path for about in snapshot.documents()}
        assert snapshot.warning is not None, "nothing was said of it"
        assert held == set(archive.paragraphs(1)), "the older snapshot did not answer"
        assert len(snapshot.nearest(HashEmbedder().embed_query("word1"), 8)) == 8
    index.close()
    with suppress(DamagedSnapshotError):
        assert any(finding.wrong for finding in index.examine()), "the doctor saw nothing"


def full_disk(folder: Path, runs: int) -> list[str]:
    """Fill a small disk so that an ingest runs out of space at another place each time."""
    failures, stopped, archive = [], 0, Archive(30, 8)
    with small_disk(folder, 64) as disk, worker() as writer:
        place, ballast = disk / "index", disk / "ballast"
        writer.submit(_publish_anyway, place, archive, 1).result()
        needed = 3 * _taken(place / "snapshots") // 2
        reader = Index(place, HashEmbedder())
        for generation in range(2, runs + 2):
            _write(ballast, shutil.disk_usage(disk).free - needed * (generation - 1) // runs)
            said = writer.submit(_publish_anyway, place, archive, generation).result()
            stopped += said is not None
            wanted = generation if said is None else generation - 1
            with reader.reader() as snapshot:
                if {about.path for about in snapshot.documents()} != set(archive.paragraphs(wanted)):
                    failures.append(f"run {generation - 1}: what is answered is neither the old nor the new ({said})")
            ballast.unlink()
            again = writer.submit(_publish_anyway, place, archive, generation).result()
            if again is not None:
                failures.append(f"run {generation - 1}: after space was freed: {again}")
            writer.submit(_checked, place, archive, generation).result()
        reader.close()
    print(f"{runs} times a full disk; {stopped} ingests ran out of space")
    return failures if stopped else [*failures, "no ingest ran out of space"]


def _publish_anyway(place: Path, archive: Archive, generation: int) -> str | None:
    """Ingest without looking at the free space first; what was said if it failed."""
    beginning.SPACE_RESERVE, beginning.SPACE_FACTOR = 0, 0
    try:
        ingest(place, archive, generation, lambda progress: None)
    except StoreError as error:
        return str(error)
    return None


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """A file system of its own in memory; only root may make one.

    Raises:
        PermissionError: It cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)], capture_output=True
    )
    if made.returncode:
        raise PermissionError(made.stderr.decode(errors="replace"))
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def _taken(folder: Path) -> int:
    return sum(path.stat().st_blocks * 512 for path in folder.rglob("*"))


def _write(path: Path, size: int) -> None:
    with suppress(OSError), path.open("wb") as stream:
        while size > 0:
            size -= stream.write(bytes(min(size, 1 << 20)))


WAYS = {
    "two-writers": (two_writers, 20),
    "switches": (switches, 100),
    "damage": (damage, 99),
    "full-disk": (full_disk, 20),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("way", choices=WAYS)
    parser.add_argument("--runs", type=int)
    given = parser.parse_args()
    work, usual = WAYS[given.way]
    folder = Path(tempfile.mkdtemp(prefix="faults-"))
    started = time.monotonic()
    failures = work(folder / "index", given.runs or usual)
    print(f"{len(failures)} failures, {time.monotonic() - started:.0f} s")
    for failure in failures:
        print(f"FAILED: {failure}")
    shutil.rmtree(folder, ignore_errors=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
