"""What an ingest costs: `python -m tests.benchmarks.ingest --files 1000`.

The files are generated, of seven kinds. The baseline is llama-index's SimpleDirectoryReader and SentenceSplitter with Chroma, with the
same model and, for office files, the readers that llama-index would install.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from ingest import IngestSettings, fingerprint, run_ingest
from tests.benchmarks.baseline import baseline_ingest
from tests.benchmarks.files import write_mixed
from tests.benchmarks.measure import Meter, Spent, size_of
from tests.benchmarks.reports import reports
from vectorstore import Embedder, Index, Progress, load_embedder

STAGES = {"reading": "reading, embedding beside it", "embedding": "embedding what is left"}


def main() -> None:
    """Ingest, ingest again with nothing changed, and let the baseline do it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=28)
    parser.add_argument("--paragraphs", type=int, default=4, help="in each file; a page holds about five")
    parser.add_argument("--without-baseline", action="store_true")
    options = parser.parse_args()
    embedder = load_embedder()
    embedder.embed_query("ready")
    with TemporaryDirectory() as folder:
        documents = Path(folder) / "documents"
        write_mixed(reports(options.files, paragraphs=options.paragraphs)[0], documents)
        ours = measure(documents, Path(folder) / "index", embedder)
        if not options.without_baseline:
            with Meter() as meter:
                passages = baseline_ingest(documents, folder, embedder)
            _say("llama-index + Chroma", options.files, passages, meter.spent)
            print(f"  processor time of the baseline over ours: {meter.spent.cpu / ours.cpu:.2f}")


def measure(documents: Path, folder: Path, embedder: Embedder) -> Spent:
    """Print what an ingest of a folder costs, and what it costs again."""
    stages = _Stages()
    with Meter() as meter:
        receipt = _ingest(documents, folder, embedder, stages.note)
    files = len(receipt.files)
    bad = [file.name for file in receipt.files if file.outcome != "indexed"]
    chunks, pages = (sum(getattr(file, what) or 0 for file in receipt.files) for what in ("chunks", "pages"))
    _say("ingest", files, chunks, meter.spent)
    print(f"  {files - len(bad)} indexed; {pages} pages of PDF; index {size_of(folder):.1f} MB")
    for stage, seconds in stages.ended().items():
        print(
            f"    {STAGES.get(stage, stage):<28} {seconds:8.1f} s  {files / seconds:8.1f} files/s {chunks / seconds:8.1f} passages/s"
        )
    with Meter() as again:
        receipt = _ingest(documents, folder, embedder, lambda progress: None)
    changed = sum(file.outcome != "unchanged" for file in receipt.files) - len(bad)
    _say(f"again, {changed} changed", files, chunks, again.spent)
    return meter.spent


def _ingest(documents: Path, folder: Path, embedder: Embedder, report: Callable[[Progress], None]):
    index = Index(folder, embedder, fingerprint=fingerprint())
    try:
        return run_ingest(documents, index, embedder, IngestSettings(), report=report)
    finally:
        index.close()


class _Stages:
    """How long each stage took, from one report to the next."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = defaultdict(float)
        self._stage, self._since = "beginning", perf_counter()

    def note(self, progress: Progress) -> None:
        """The stage before ends when the next reports for the first time."""
        self._seconds[self._stage] += perf_counter() - self._since
        self._stage, self._since = progress.stage, perf_counter()

    def ended(self) -> dict[str, float]:
        """Seconds by stage."""
        self.note(Progress("end", 0, 0))
        return dict(self._seconds)


def _say(what: str, files: int, passages: int, spent: Spent) -> None:
    print(
        f"{what}: {files} files, {passages} passages in {spent.seconds:.1f} s, {spent.cpu:.1f} CPU-s "
        f"({files / spent.cpu:.2f} files and {passages / spent.cpu:.2f} passages a CPU-s); {spent.peak:.0f} MB at most"
    )


if __name__ == "__main__":
    main()
