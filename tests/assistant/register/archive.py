"""An assistant over a few written documents."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from assistant import Assistant, AssistantSettings
from ingest import IngestSettings, run_ingest
from tests.fakes import HashEmbedder
from vectorstore import Index


@contextmanager
def index_of(files: Mapping[str, str], folder: Path) -> Iterator[Index]:
    """An index of the documents, made in a folder."""
    for name, text in files.items():
        (folder / "reports" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "reports" / name).write_text(text, encoding="utf-8")
    embedder = HashEmbedder()
    index = Index(folder / "index", embedder)
    run_ingest(folder / "reports", index, embedder, IngestSettings())
    yield index
    index.close()


@contextmanager
def assistant_of(files: Mapping[str, str], folder: Path, today: date) -> Iterator[Assistant]:
    """The assistant over an index of the documents, made in a folder."""
    with index_of(files, folder) as index:
        yield Assistant(index, HashEmbedder(), AssistantSettings(), today=lambda: today)
