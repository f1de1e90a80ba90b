"""Finds the passages for a question: a llama-index retriever over the store's hybrid search."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode
from numpy.typing import NDArray

from vectorstore import Passage, Snapshot, Wording, hybrid_search


class SnapshotRetriever(BaseRetriever):
    """Retrieves from one snapshot, in the documents that may be used.

    The query bundle carries the embedding of the question and, as its embedding strings, the terms to look for; `wordings` is
    what else they may be said in.
    """

    def __init__(
        self, snapshot: Snapshot, documents: frozenset[str] | None, top_k: int, wordings: Sequence[Wording] = ()
    ) -> None:
        super().__init__()
        self._wordings = wordings
        self._snapshot = snapshot
        self._documents = documents
        self._top_k = top_k
        self.passages: dict[str, Passage] = {}
        """What was found, by node id."""

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        vector = np.asarray(query_bundle.embedding, dtype=np.float32)
        found = hybrid_search(
            self._snapshot,
            vector,
            query_bundle.custom_embedding_strs or (),
            wordings=self._wordings,
            top_k=self._top_k,
            documents=self._documents,
        )
        self.passages = {str(passage.chunk_id): passage for passage in found}
        return [NodeWithScore(node=_node(passage), score=passage.score) for passage in found]


def bundle(question: str, vector: NDArray[np.float32], terms: Sequence[str]) -> QueryBundle:
    """A question for `SnapshotRetriever`."""
    return QueryBundle(query_str=question, custom_embedding_strs=list(terms), embedding=vector.tolist())


def _node(passage: Passage) -> TextNode:
    return TextNode(
        id_=str(passage.chunk_id),
        text=passage.text,
        metadata={"document": passage.source.document, "title": passage.source.title, "page": passage.source.page},
    )
