"""The baseline: what llama-index and Chroma do without us, with the same model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import chromadb
from chromadb.config import Settings
from llama_index.core import Document, SimpleDirectoryReader, VectorStoreIndex
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.readers.base import BaseReader
from llama_index.core.schema import TextNode
from llama_index.vector_stores.chroma import ChromaVectorStore

from tests.benchmarks.archive import Generated
from vectorstore import Chunk, Embedder, StoredChunk
from vectorstore.catalogue import words_hash

_BATCH = 1000


class SameModel(BaseEmbedding):
    """Our embedding model as llama-index asks for one."""

    embedder: Any

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._model().embed_query(query).tolist()

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return self._model().embed_passages(texts).tolist()

    def _model(self) -> Embedder:
        return self.embedder


@contextmanager
def baseline_retriever(archive: Generated, top_k: int) -> Iterator[Callable[[str], Sequence[str]]]:
    """Finds the documents for a question, over a collection with the chunks and vectors of an archive."""
    with TemporaryDirectory() as folder:
        store = chroma_store(folder)
        for nodes in _batches(list(_nodes(archive))):
            store.add(nodes)
        index = VectorStoreIndex.from_vector_store(store, embed_model=SameModel(embedder=archive.embedder))
        retriever = index.as_retriever(similarity_top_k=top_k)
        yield lambda question: [found.node.metadata["document"] for found in retriever.retrieve(question)]


def chroma_store(folder: str) -> ChromaVectorStore:
    """An empty collection as llama-index's guide makes one."""
    client = chromadb.PersistentClient(folder, Settings(anonymized_telemetry=False))
    return ChromaVectorStore(
        client.create_collection("chunks", embedding_function=None, metadata={"hnsw:space": "cosine"})
    )


def _nodes(archive: Generated) -> Iterator[TextNode]:
    with archive.index.reader() as snapshot:
        embeddings = snapshot.embeddings()
        vectors = dict(zip((row.tobytes() for row in embeddings.hashes), embeddings.vectors, strict=True))
        for document in snapshot.documents():
            for chunk in snapshot.passages(snapshot.chunks_of(document.path)):
                vector = vectors[words_hash(_embedded(chunk))]
                about = {"document": document.path, "title": document.title}
                yield TextNode(id_=str(chunk.chunk_id), text=chunk.text, embedding=vector.tolist(), metadata=about)


def _embedded(chunk: StoredChunk) -> str:
    """The words that a chunk was embedded by."""
    return Chunk(chunk.document.path, chunk.number, chunk.start, chunk.end, chunk.text, chunk.headings, ()).embedded


def _batches(nodes: Sequence[TextNode]) -> Iterator[list[TextNode]]:
    for start in range(0, len(nodes), _BATCH):
        yield list(nodes[start : start + _BATCH])


def baseline_ingest(documents: Path, folder: str, embedder: Embedder) -> int:
    """Read, split, embed and store a folder as llama-index's guide does it; says how many passages came of it."""
    readers = {".pdf": _Reader(pdf_text), ".docx": _Reader(word_text), ".xlsx": _Reader(sheet_text)}
    read = SimpleDirectoryReader(str(documents), recursive=True, file_extractor=readers).load_data()
    model = SameModel(embedder=embedder)
    nodes = SentenceSplitter(chunk_size=256, chunk_overlap=0, tokenizer=str.split).get_nodes_from_documents(read)
    store = chroma_store(f"{folder}/baseline")
    for batch in _batches(nodes):
        vectors = model.get_text_embedding_batch([node.get_content() for node in batch])
        for node, vector in zip(batch, vectors, strict=True):
            node.embedding = vector
        store.add(batch)
    return len(nodes)


class _Reader(BaseReader):
    """Text of one kind of file, taken by a library that llama-index's readers use as well."""

    def __init__(self, text_of: Callable[[Path], str]) -> None:
        self._text_of = text_of

    def load_data(self, file: Path, extra_info: dict[str, Any] | None = None) -> list[Document]:
        return [Document(text=self._text_of(Path(file)), metadata=extra_info or {})]


def pdf_text(path: Path) -> str:
    """The text of a PDF."""
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def word_text(path: Path) -> str:
    """The text of a Word file."""
    import docx

    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def sheet_text(path: Path) -> str:
    """The text of a workbook."""
    from openpyxl import load_workbook

    rows = (row for sheet in load_workbook(path) for row in sheet.iter_rows(values_only=True))
    return "\n".join(" ".join(str(cell) for cell in row if cell is not None) for row in rows)
