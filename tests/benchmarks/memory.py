"""Whether the memory of an ingest grows with the archive: `python -m tests.benchmarks.memory --files 300 1000`.

Every size is ingested in a process of its own; what counts is the most memory that process ever had, its readers apart, which are
as many whatever the size. Exits 1 if a file more costs more memory than the bound: below 300 files what an ingest remembers of words
still fills up, so that they show nothing.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from ingest import IngestSettings, fingerprint, run_ingest
from tests.benchmarks.files import write_mixed, write_texts
from tests.benchmarks.reports import reports
from tests.fakes import HashEmbedder
from vectorstore import Embedder, Index, load_embedder

BOUND = 30.0
"""KB of memory that a file more may cost: its outcome stays for the receipt, its news and the names of its chunks while the index is
built. Facts, texts and vectors of all files would cost several times as much."""


def main() -> None:
    """Print the memory of each size, and what a file more costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, nargs="+", default=[300, 1000])
    parser.add_argument("--paragraphs", type=int, default=4, help="in each file; a page holds about five")
    parser.add_argument("--model", action="store_true", help="embed with the real model, not with hashes of words")
    parser.add_argument("--mixed", action="store_true", help="files of seven kinds, not plain texts")
    options = parser.parse_args()
    measured = [(files, peak_of(files, options)) for files in sorted(options.files)]
    for files, peak in measured:
        print(f"{files} files: {peak:.0f} MB at most")
    growths = [(more - less) * 1000 / (files - fewer) for (fewer, less), (files, more) in pairwise(measured)]
    for (fewer, _), (files, _), growth in zip(measured, measured[1:], growths, strict=False):
        print(f"from {fewer} to {files} files: {growth:.1f} KB a file")
    if any(growth > BOUND for growth in growths):
        sys.exit(f"a file more costs more than {BOUND:.0f} KB of memory")


def peak_of(files: int, options: argparse.Namespace) -> float:
    """The most memory, in MB, of a process that ingests so many generated files into a new index."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as fresh:
        return fresh.submit(_ingested, files, options.paragraphs, options.model, options.mixed).result()


def _ingested(files: int, paragraphs: int, model: bool, mixed: bool) -> float:
    embedder: Embedder = load_embedder() if model else _Forgetful()
    write: Callable = write_mixed if mixed else write_texts
    with TemporaryDirectory() as folder:
        documents = Path(folder) / "documents"
        write(reports(files, paragraphs=paragraphs)[0], documents)
        index = Index(Path(folder) / "index", embedder, fingerprint=fingerprint())
        run_ingest(documents, index, embedder, IngestSettings())
        index.close()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


class _Forgetful(HashEmbedder):
    """Does not keep the texts."""

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.stack([self._vector(text) for text in texts])


if __name__ == "__main__":
    main()
