"""Generated archives with an index, kept between runs, and the assistant over them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant import Assistant, AssistantSettings
from ingest import IngestSettings, fingerprint, run_ingest
from tests.benchmarks.files import write_texts
from tests.benchmarks.reports import PlantedFact, reports
from tests.benchmarks.vectors import DerivedEmbedder
from vectorstore import Embedder, Index, NoIndexError

CHUNKS_A_REPORT = 17.55


@dataclass(frozen=True, slots=True)
class Generated:
    """An archive of about so many chunks."""

    index: Index
    embedder: Embedder
    planted: tuple[PlantedFact, ...]

    def assistant(self) -> Assistant:
        """The assistant over it."""
        return Assistant(self.index, self.embedder, AssistantSettings())


@contextmanager
def generated(chunks: int, folder: Path, model: Embedder) -> Iterator[Generated]:
    """An archive of about `chunks` chunks in a folder; what is there already is used as it is."""
    made, planted = reports(max(1, round(chunks / CHUNKS_A_REPORT)))
    embedder = DerivedEmbedder(model, {fact.subject for fact in planted})
    index = Index(folder / "index", embedder, fingerprint=fingerprint())
    try:
        index.status()
    except NoIndexError:
        write_texts(made, folder / "documents")
        run_ingest(folder / "documents", index, embedder, IngestSettings())
    try:
        yield Generated(index, embedder, planted)
    finally:
        index.close()
