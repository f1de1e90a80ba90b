"""Which engine runs the embedding model fastest, and how well each ranks: `python -m tests.benchmarks.engines`.

The engines run the same packaged weights on one core, each in a process of its own and in turns, over all passages of the bundled samples.
An engine that is not installed is named and left out; the model that torch exports needs `pip install onnx`.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import lru_cache
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import numpy as np

from tests.benchmarks.measure import memory
from tests.benchmarks.passages import Samples, sample_passages
from tests.benchmarks.ways_to_embed import ENGINES, Engine, Vectors

_FIRST = 5
_PARTS = 4


@dataclass(frozen=True, slots=True)
class Run:
    """What one engine made of passages and questions, and at what cost."""

    passages: Vectors
    questions: Vectors
    seconds: float
    cpu: float
    """Processor seconds for the passages, without loading the model."""
    asking: float
    """Processor seconds for the questions."""
    memory: float
    """In MB, the model and its libraries included."""


def main() -> None:
    """Print a row for every engine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, help="embed no more than so many; ranking is then among these")
    samples = sample_passages(parser.parse_args().passages)
    print(f"{len(samples.passages)} passages, {len(samples.questions)} questions, one core")
    print(
        "| engine | passages a CPU-second | a second | question, CPU-ms | MB | cosine to the first: least, mean | hit@5 | MRR |"
    )
    print("|---|---|---|---|---|---|---|---|", flush=True)
    runs = side_by_side(samples)
    first = next(run for run in runs.values() if run)
    for name, run in runs.items():
        print(row(name, run, first, samples.gold) if run else f"| {name} | not installed |")


def side_by_side(samples: Samples) -> dict[str, Run | None]:
    """Let every engine embed a part in turn, so that what else goes on in the machine slows them all down alike."""
    os.environ |= {"OMP_NUM_THREADS": "1", "OMP_WAIT_POLICY": "passive", "ORT_DISABLE_TELEMETRY": "1"}
    clean = multiprocessing.get_context("spawn")
    done: dict[str, list[Run]] = {name: [] for name in ENGINES}
    with ExitStack() as open_until_the_end:
        processes = {
            name: open_until_the_end.enter_context(ProcessPoolExecutor(1, mp_context=clean)) for name in ENGINES
        }
        for part in range(_PARTS):
            passages, questions = (texts[part::_PARTS] for texts in (samples.passages, samples.questions))
            for name, process in processes.items():
                run = process.submit(measured, name, passages, questions).result()
                done[name] += [run] if run else []
    return {name: _together(parts) if parts else None for name, parts in done.items()}


def _together(parts: Sequence[Run]) -> Run:
    """One run of its parts, their texts in the order they were dealt from."""
    passages, questions = (_in_order([getattr(part, what) for part in parts]) for what in ("passages", "questions"))
    seconds, cpu, asking = (sum(getattr(part, what) for part in parts) for what in ("seconds", "cpu", "asking"))
    return Run(passages, questions, seconds, cpu, asking, max(part.memory for part in parts))


def _in_order(dealt: Sequence[Vectors]) -> Vectors:
    whole = np.empty((sum(map(len, dealt)), dealt[0].shape[1]), dtype=np.float32)
    for part, vectors in enumerate(dealt):
        whole[part :: len(dealt)] = vectors
    return whole


def measured(name: str, passages: Sequence[str], questions: Sequence[str]) -> Run | None:
    """Run one engine, if it is installed."""
    engine = _engine(name)
    if engine is None:
        return None
    wall, cpu = perf_counter(), process_time()
    vectors = engine.embed_passages(passages)
    wall, cpu = perf_counter() - wall, process_time() - cpu
    began = process_time()
    asked = np.stack([engine.embed_query(question) for question in questions])
    return Run(vectors, asked, wall, cpu, process_time() - began, memory())


@lru_cache(maxsize=1)
def _engine(name: str) -> Engine | None:
    """The engine of this process; its first texts, which set it up, are not measured."""
    with TemporaryDirectory() as folder:
        engine = ENGINES[name](folder)
    if engine is not None:
        engine.embed_passages(["The first text.", "The second text."])
        engine.embed_query("ready?")
    return engine


def row(name: str, run: Run, first: Run, gold: Sequence[frozenset[int]]) -> str:
    """One engine as a row of the table."""
    count = len(run.passages)
    alike = (run.passages * first.passages).sum(axis=1)
    ranks = [rank(run.passages @ question, wanted) for question, wanted in zip(run.questions, gold, strict=True)]
    hits, reciprocal = (
        sum(place <= _FIRST for place in ranks) / len(ranks),
        sum(1 / place for place in ranks) / len(ranks),
    )
    return (
        f"| {name} | {count / run.cpu:.2f} | {count / run.seconds:.2f} | {run.asking / len(ranks) * 1000:.0f} | {run.memory:.0f} | "
        f"{alike.min():.4f}, {alike.mean():.4f} | {hits:.3f} | {reciprocal:.3f} |"
    )


def rank(scores: Vectors, wanted: frozenset[int]) -> int:
    """The place of the first passage wanted, counted from 1."""
    return next(place for place, passage in enumerate(np.argsort(-scores, kind="stable"), 1) if int(passage) in wanted)


if __name__ == "__main__":
    main()
