"""Which engine runs the embedding model fastest, and how well each ranks: `python -m tests.benchmarks.engines`.

The engines run the same packaged weights on one core, each in a process of its own, over all passages of the bundled samples.
An engine that is not installed is named and left out; ONNX runtime needs `pip install onnx`, to export the model.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import numpy as np

from tests.benchmarks.measure import memory
from tests.benchmarks.passages import Samples, sample_passages
from tests.benchmarks.ways_to_embed import ENGINES, Vectors

_FIRST = 5


@dataclass(frozen=True, slots=True)
class Run:
    """What one engine made of the passages and questions, and at what cost; nothing where it is not installed."""

    passages: Vectors | None = None
    questions: Vectors | None = None
    seconds: float = 0.0
    cpu: float = 0.0
    """Processor seconds for the passages alone, without loading the model."""
    each_question: float = 0.0
    """Processor seconds."""
    memory: float = 0.0
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
    print("|---|---|---|---|---|---|---|---|")
    first: Run | None = None
    for name in ENGINES:
        run = _in_its_own_process(name, samples)
        if run.passages is None:
            print(f"| {name} | not installed |")
            continue
        first = first or run
        print(row(name, run, first, samples.gold), flush=True)


def _in_its_own_process(name: str, samples: Samples) -> Run:
    os.environ |= {"OMP_NUM_THREADS": "1", "OMP_WAIT_POLICY": "passive", "TOKENIZERS_PARALLELISM": "false"}
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as process:
        return process.submit(measured, name, samples.passages, samples.questions).result()


def measured(name: str, passages: Sequence[str], questions: Sequence[str]) -> Run:
    """Run one engine; its first texts, which set it up, are not measured."""
    with TemporaryDirectory() as folder:
        engine = ENGINES[name](folder)
        if engine is None:
            return Run()
        engine.embed_passages(passages[:2])
        wall, cpu = perf_counter(), process_time()
        vectors = engine.embed_passages(passages)
        wall, cpu = perf_counter() - wall, process_time() - cpu
        began = process_time()
        asked = np.stack([engine.embed_query(question) for question in questions])
        return Run(vectors, asked, wall, cpu, (process_time() - began) / len(questions), memory())


def row(name: str, run: Run, first: Run, gold: Sequence[frozenset[int]]) -> str:
    """One engine as a row of the table."""
    if run.passages is None or run.questions is None or first.passages is None:
        raise ValueError("an engine that did not run has no row")
    count = len(run.passages)
    alike = (run.passages * first.passages).sum(axis=1)
    ranks = [rank(run.passages @ question, wanted) for question, wanted in zip(run.questions, gold, strict=True)]
    hits, reciprocal = (
        sum(place <= _FIRST for place in ranks) / len(ranks),
        sum(1 / place for place in ranks) / len(ranks),
    )
    return (
        f"| {name} | {count / run.cpu:.2f} | {count / run.seconds:.2f} | {run.each_question * 1000:.0f} | {run.memory:.0f} | "
        f"{alike.min():.4f}, {alike.mean():.4f} | {hits:.3f} | {reciprocal:.3f} |"
    )


def rank(scores: Vectors, wanted: frozenset[int]) -> int:
    """The place of the first passage wanted, counted from 1."""
    return next(place for place, passage in enumerate(np.argsort(-scores, kind="stable"), 1) if int(passage) in wanted)


if __name__ == "__main__":
    main()
