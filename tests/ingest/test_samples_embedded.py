import numpy as np
import pytest

from ingest import SAMPLES, IngestSettings, run_ingest
from ingest.samples_embedded import FILE, adopt_samples
from ingest.tesseract import find_tesseract
from tests.fakes import HashEmbedder
from tests.vectorstore.archive import put
from vectorstore import Embeddings, Index, StoreError, load_embedder, read_embeddings, write_embeddings


@pytest.mark.model
@pytest.mark.skipif(
    find_tesseract() is None, reason="tesseract is not installed: the scan among the samples is not read"
)
def test_the_embeddings_that_come_with_the_samples_are_those_the_model_gives(tmp_path):
    embedder = load_embedder()
    index = Index(tmp_path / "index", embedder)

    run_ingest(SAMPLES, index, embedder, IngestSettings())

    shipped = read_embeddings(FILE)
    with index.reader() as snapshot:
        used = snapshot.embeddings()
        sentences = snapshot.sentences([1, 2, 3])
    index.close()
    assert shipped.model == embedder.identity
    assert {row.tobytes() for row in used.hashes} == {row.tobytes() for row in shipped.hashes}
    plain = [s for s in sentences if s.kind == "paragraph"]
    anew = embedder.embed_passages([s.text for s in plain])
    assert min(float(a @ s.vector) for a, s in zip(anew, plain, strict=True)) > 0.999


def test_embeddings_of_another_model_are_not_taken(tmp_path):
    embedder = HashEmbedder()
    index = Index(tmp_path / "index", embedder)

    with index.write() as writer:
        adopt_samples(writer)
        put(writer, "a.txt", "The quay is ready.", "It was paid in two parts.")
        writer.publish()

    with index.reader() as snapshot:
        assert snapshot.manifest.dimensions == embedder.dimensions
        assert len(embedder.embedded) == len(snapshot.embeddings().hashes) > 0
    index.close()


def test_embeddings_come_back_from_a_file_as_they_went_in(tmp_path):
    hashes = np.frombuffer(bytes(range(64)), dtype=np.uint8).reshape(2, 32)[::-1]
    vectors = np.array([[1.0, 0.0], [0.0, 1.0]], dtype=np.float16)

    write_embeddings(tmp_path / "e.safetensors", Embeddings("m", hashes, vectors))
    found = read_embeddings(tmp_path / "e.safetensors")

    assert found.model == "m"
    assert dict(zip(map(bytes, found.hashes), found.vectors.tolist(), strict=True)) == {
        bytes(hashes[0]): [1.0, 0.0],
        bytes(hashes[1]): [0.0, 1.0],
    }


def test_a_file_that_holds_no_embeddings_is_named(tmp_path):
    (tmp_path / "broken.safetensors").write_bytes(b"not tensors")

    with pytest.raises(StoreError, match=r"broken\.safetensors"):
        read_embeddings(tmp_path / "broken.safetensors")
