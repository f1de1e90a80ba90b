import pytest

from tests.fakes import HashEmbedder
from vectorstore import Index


@pytest.fixture
def embedder():
    return HashEmbedder()


@pytest.fixture
def index(tmp_path, embedder):
    index = Index(tmp_path / "index", embedder)
    yield index
    index.close()
