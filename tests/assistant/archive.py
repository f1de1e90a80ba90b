"""An assistant over a few written documents."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from assistant import Assistant, AssistantSettings
from ingest import IngestSettings, run_ingest
from tests.fakes import HashEmbedder
from vectorstore import Embedder, Index


@contextmanager
def index_of(files: Mapping[str, str], folder: Path, embedder: Embedder | None = None) -> Iterator[Index]:
    """An index of the documents, made in a folder; by their words where no embedder is given."""
    for name, text in files.items():
        (folder / "reports" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "reports" / name).write_text(text, encoding="utf-8")
    embedder = embedder or HashEmbedder()
    index = Index(folder / "index", embedder)
    run_ingest(folder / "reports", index, embedder, IngestSettings())
    yield index
    index.close()


@contextmanager
def assistant_of(
    files: Mapping[str, str], folder: Path, today: date | None = None, embedder: Embedder | None = None
) -> Iterator[Assistant]:
    """The assistant over an index of the documents, made in a folder; on a day, or now."""
    embedder = embedder or HashEmbedder()
    with index_of(files, folder, embedder) as index:
        yield Assistant(index, embedder, AssistantSettings(), today=(lambda: today) if today else date.today)
