"""The embeddings of the bundled samples, made in advance, so that a newcomer's first question waits for the model alone.

They are ordinary embeddings by the hash of the words they stand for: words that changed since are embedded as ever. Run
`python -m ingest.samples_embedded` after a change of the samples, of a reader, of the splitter or of the default model.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from ingest.settings import IngestSettings
from vectorstore import Embedder, Embeddings, Index, SnapshotWriter, load_embedder, read_embeddings, write_embeddings

FILE = Path(__file__).parent / "samples" / "embeddings.safetensors"


def adopt_samples(writer: SnapshotWriter) -> None:
    """Give a writer the embeddings of the samples; those of another model are not taken."""
    if FILE.is_file():
        writer.adopt(read_embeddings(FILE))


def embed_samples(embedder: Embedder) -> Embeddings:
    """Embed the samples anew."""
    from ingest.run import SAMPLES, ingest

    with tempfile.TemporaryDirectory() as folder:
        index = Index(Path(folder) / "index", embedder)
        ingest(SAMPLES, index, embedder, IngestSettings(), ready_made=False)
        with index.reader() as snapshot:
            found = snapshot.embeddings()
        index.close()
    return found


if __name__ == "__main__":
    write_embeddings(FILE, embed_samples(load_embedder()))
