"""Kills an ingest again and again, and checks that nothing was lost and nothing needs repair.

    python -m tests.kill_ingest --kills 60      half at random times, half while the vector index is written to disk
    python -m tests.kill_ingest --stops 30      the same with SIGTERM and with Ctrl-C in turn, which the ingest hears
    python -m tests.kill_ingest --steps         once before every step of publishing

After each kill a fresh process checks that the current snapshot is exactly the old one or the new one (documents,
chunks, every vector, searches by vector), and that the next ingest succeeds. Exit code 1 if anything else was seen.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import chromadb.api.rust  # noqa: F401 - loaded once here, so that the forked children start at once
import numpy as np

from tests.fakes import HashEmbedder
from tests.vectorstore.archive import document
from ui.stopping import stoppable
from vectorstore import FileRecord, Index, NoIndexError, Progress
from vectorstore.catalogue import VECTOR_TYPE, chunk_key
from vectorstore.publish import STEPS

Report = Callable[[Progress], None]

WORDS = [f"word{number}" for number in range(400)]
DIED_EARLY, STOPPED = 77, 130


class Archive:
    """A made-up archive whose documents come, change and go from one generation to the next."""

    def __init__(self, documents: int, chunks: int) -> None:
        self.documents = documents
        self.chunks = chunks

    def paragraphs(self, generation: int) -> dict[str, list[str]]:
        """Path and paragraphs of every document of a generation; nothing at all in generation 0."""
        present = [n for n in range(self.documents) if (n + generation) % 11] if generation else []
        return {f"report-{n:03d}.txt": self._paragraphs(n, (n + generation) // 5) for n in present}

    def _paragraphs(self, number: int, version: int) -> list[str]:
        chance = random.Random(number * 1000 + version)
        return [" ".join(chance.choices(WORDS, k=12)) + f" {number} {version}." for _ in range(self.chunks)]


def ingest(folder: Path, archive: Archive, generation: int, report: Report) -> None:
    """Bring the index to a generation, as an ingest would."""
    wanted = {path: document(path, *texts) for path, texts in archive.paragraphs(generation).items()}
    with Index(folder, HashEmbedder()).write() as writer:
        before = writer.files()
        for path in before.keys() - wanted.keys():
            writer.remove(path)
        for path, (made, chunks) in wanted.items():
            if path not in before or before[path].sha256 != made.sha256:
                writer.put(made, chunks, FileRecord(path, made.sha256, len(made.text), "indexed"))
        if writer.changed:
            writer.publish(report)


def check(folder: Path, archive: Archive, generations: tuple[int, ...]) -> int:
    """Which of the generations the index holds, exactly; raises AssertionError if none."""
    embedder = HashEmbedder()
    index = Index(folder, embedder)
    try:
        with index.reader() as snapshot:
            assert snapshot.warning is None, snapshot.warning
            held = {about.path: about.sha256 for about in snapshot.documents()}
            wanted = {g: {p: document(p, *t) for p, t in archive.paragraphs(g).items()} for g in generations}
            found = [g for g in generations if held == {path: made.sha256 for path, (made, _) in wanted[g].items()}]
            assert found, f"the documents are those of no generation of {generations}"
            keys = {chunk_key(c): c for _, chunks in wanted[found[0]].values() for c in chunks}
            assert snapshot.chunk_count == len(keys)
            for chunk in random.sample(sorted(keys.values(), key=chunk_key), min(100, len(keys))):
                vector = embedder.embed_query(chunk.embedded).astype(VECTOR_TYPE).astype(np.float32)
                nearest = snapshot.passages([snapshot.nearest(vector, 1)[0][0]])[0]
                assert (nearest.document.path, nearest.text) == (chunk.document, chunk.text)
                assert snapshot.full_text([chunk.text.split()[0]], len(keys))
    except NoIndexError:
        assert 0 in generations, "nothing is published although something was"
        return 0
    index.verify()
    index.close()
    return found[0]


def in_child(work: Callable[[], int]) -> int:
    """Run in a forked process and return its process id."""
    child = os.fork()
    if child:
        return child
    code = 1
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background is told to ignore it
    try:
        with stoppable():
            code = work()
    except KeyboardInterrupt:
        code = STOPPED
    except BaseException:  # noqa: BLE001 - a forked child must not return into its parent's work
        traceback.print_exc()
    finally:
        os._exit(code)


def result_of(child: int) -> int:
    """The exit code of a child; negative where a signal ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


class Trials:
    """One index that is killed over and over."""

    def __init__(self, folder: Path, archive: Archive) -> None:
        self.folder = folder
        self.archive = archive
        self.generation = 0
        self.seconds = 2.0
        self.seen: Counter[str] = Counter()
        self.failures: list[str] = []

    def step(self, name: str) -> None:
        """Die before a step of publishing."""
        self._trial(f"before {name}", lambda: result_of(self._start(_dying_at(name))) == DIED_EARLY)

    def at_random(self, how: signal.Signals) -> bool:
        """Kill after a random time."""
        return self._trial(f"{how.name} at random", lambda: self._kill_after(random.uniform(0.0, self.seconds), how))

    def at_persist(self, how: signal.Signals) -> bool:
        """Kill when the vector index on disk changes."""
        return self._trial(f"{how.name} at persist", lambda: self._kill_at_change(random.randint(1, 3), how))

    def _trial(self, name: str, kill: Callable[[], bool]) -> bool:
        old, new = self.generation, self.generation + 1
        if killed := kill():
            answer = result_of(in_child(lambda: 100 + check(self.folder, self.archive, (old, new)) - old)) - 100
            self.seen[f"{name}: { {0: 'old', 1: 'new'}.get(answer, 'FAILED') }"] += 1
            if answer not in (0, 1):
                self.failures.append(f"{name}, generation {new}: the index is neither the old nor the new one")
        started = time.monotonic()
        if result_of(self._start(lambda progress: None)) != 0:
            self.failures.append(f"{name}, generation {new}: the next ingest failed")
        self.seconds = 0.5 * self.seconds + 0.5 * (time.monotonic() - started)
        if result_of(in_child(lambda: check(self.folder, self.archive, (new,)) - new)) != 0:
            self.failures.append(f"{name}, generation {new}: the next ingest did not bring the index up to date")
        self.generation = new
        return killed

    def _start(self, report: Report) -> int:
        def work() -> int:
            ingest(self.folder, self.archive, self.generation + 1, report)
            return 0

        return in_child(work)

    def _kill_after(self, seconds: float, how: signal.Signals) -> bool:
        child = self._start(lambda progress: None)
        time.sleep(seconds)
        return _end(child, how)

    def _kill_at_change(self, change: int, how: signal.Signals) -> bool:
        """Wait until vectors are stored, then for the index files to change this many times."""
        reading, writing = os.pipe()
        os.set_blocking(reading, False)
        child = self._start(lambda progress: os.write(writing, b".") if progress.stage == "storing vectors" else None)
        os.close(writing)
        stored, last = False, None
        while os.waitpid(child, os.WNOHANG)[0] == 0:
            stored = stored or _has_bytes(reading)
            now = _index_state(self.folder) if stored else None
            if now is not None and last is not None and now != last:
                change -= 1
            if change == 0:
                os.close(reading)
                return _end(child, how)
            last = now
        os.close(reading)
        return False


def _end(child: int, how: signal.Signals) -> bool:
    """Send a signal; whether the child had not come to its end before."""
    os.kill(child, how)
    return result_of(child) in (-signal.SIGKILL, STOPPED)


def _dying_at(step: str) -> Report:
    def report(progress: Progress) -> None:
        if step in (progress.detail, progress.stage):
            os._exit(DIED_EARLY)

    return report


def _has_bytes(descriptor: int) -> bool:
    try:
        return bool(os.read(descriptor, 100))
    except BlockingIOError:
        return False


def _index_state(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Name, size and time of the vector index files that are being written."""
    found = []
    with suppress(FileNotFoundError):  # folders are moved while they are looked at
        for path in (folder / "staging").glob("*/chroma*/*/*.bin"):
            about = path.stat()
            found.append((path.name, about.st_size, about.st_mtime_ns))
    return tuple(sorted(found))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--stops", type=int, default=0)
    parser.add_argument("--steps", action="store_true")
    parser.add_argument("--documents", type=int, default=66)
    parser.add_argument("--chunks", type=int, default=18, help="per document")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    random.seed(given.seed)
    folder = Path(tempfile.mkdtemp(prefix="kill-ingest-"))
    trials = Trials(folder / "index", Archive(given.documents, given.chunks))
    started = time.monotonic()
    for name in ("embedding", "storing vectors", *STEPS) if given.steps else ():
        trials.step(name)
    wanted = [signal.SIGKILL] * given.kills + [signal.SIGTERM, signal.SIGINT] * ((given.stops + 1) // 2)
    kills = tries = 0
    with suppress(KeyboardInterrupt):
        while kills < len(wanted) and tries < 4 * len(wanted):
            kills += (trials.at_random if (kills // 2) % 2 == 0 else trials.at_persist)(wanted[kills])
            tries += 1
            print(
                f"\r{kills} of {len(wanted)} kills, {len(trials.failures)} failures",
                end="",
                file=sys.stderr,
                flush=True,
            )
    print(file=sys.stderr)
    for name, number in sorted(trials.seen.items()):
        print(f"{number:4d}  {name}")
    print(f"{sum(trials.seen.values())} kills, {len(trials.failures)} failures, {time.monotonic() - started:.0f} s")
    for failure in trials.failures:
        print(f"FAILED: {failure} ({folder})")
    if not trials.failures:
        shutil.rmtree(folder)
    return 1 if trials.failures or kills < len(wanted) else 0


if __name__ == "__main__":
    sys.exit(main())
