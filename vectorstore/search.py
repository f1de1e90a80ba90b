"""Hybrid search: what is near in meaning, what shares the words and what says the same in others, fused by rank.

Reciprocal rank fusion after Cormack, Clarke and Büttcher (SIGIR 2009): a chunk's score is the sum of `weight / (k + rank)`
over the rankings it stands in. Ranks are used because cosine similarity and BM25 have no common scale. A chunk that a
ranking did not find gets nothing from it; padding with zero scores would reward strangers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from vectorstore.reader import Snapshot, StoredChunk
from vectorstore.values import Passage, Source
from vectorstore.wordings import Wording, by_wordings

RRF_K = 20
"""Smaller than the customary 60: the rankings are short and their first places are worth more."""
DENSE_WEIGHT = 1.0
LEXICAL_WEIGHT = 0.7
TRANSLATED_WEIGHT = 0.7
WORDED_WEIGHT = 1.3
DEPTH = 40
"""Chunks taken from each ranking before fusion."""


def hybrid_search(
    snapshot: Snapshot,
    vector: NDArray[np.float32],
    terms: Sequence[str],
    *,
    wordings: Sequence[Wording] = (),
    top_k: int,
    documents: frozenset[str] | None = None,
) -> list[Passage]:
    """The passages that answer best, nearest first.

    Args:
        snapshot: Where to look.
        vector: The question's embedding, unit length.
        terms: The question's search terms, as `vectorstore.terms` makes them.
        wordings: What each of them may be said in, the languages of the other documents included; those say it in other words
            only, so they are ranked by themselves, too, and no language crowds out another.
        top_k: How many passages at most.
        documents: Paths that may be used; None for all, an empty set for none.
    """
    nearest = dict(snapshot.nearest(vector, DEPTH, documents))
    dense = list(nearest)
    lexical = [chunk for chunk, _ in snapshot.full_text(terms, DEPTH, documents)] if terms else []
    foreign, worded = by_wordings(snapshot, wordings, DEPTH, documents)
    fused = fuse(
        [
            (dense, DENSE_WEIGHT),
            (lexical, LEXICAL_WEIGHT),
            (foreign, TRANSLATED_WEIGHT),
            (worded, WORDED_WEIGHT),
        ]
    )
    best = sorted(fused, key=lambda chunk: (-fused[chunk], chunk))[:top_k]
    stored = {chunk.chunk_id: chunk for chunk in snapshot.passages(best)}
    return [
        passage_of(stored[chunk], fused[chunk], _rank(chunk, dense), _rank(chunk, lexical), nearest.get(chunk))
        for chunk in best
        if chunk in stored
    ]


def fuse(rankings: Iterable[tuple[Sequence[int], float]], k: int = RRF_K) -> Mapping[int, float]:
    """Reciprocal rank fusion of weighted rankings; the best possible score is the sum of the weights over `k + 1`."""
    scores: dict[int, float] = {}
    for ranking, weight in rankings:
        for rank, item in enumerate(ranking, 1):
            scores[item] = scores.get(item, 0.0) + weight / (k + rank)
    return scores


def _rank(chunk: int, ranking: Sequence[int]) -> int | None:
    return ranking.index(chunk) + 1 if chunk in ranking else None


def passage_of(
    chunk: StoredChunk,
    score: float,
    dense: int | None = None,
    lexical: int | None = None,
    similarity: float | None = None,
) -> Passage:
    """A stored chunk as a passage with its score."""
    about = chunk.document
    return Passage(
        chunk_id=chunk.chunk_id,
        source=Source(about.path, about.title, about.date, about.language, about.kind, chunk.page),
        number=chunk.number,
        start=chunk.start,
        end=chunk.end,
        text=chunk.text,
        headings=chunk.headings,
        score=score,
        dense_rank=dense,
        lexical_rank=lexical,
        similarity=similarity,
    )
