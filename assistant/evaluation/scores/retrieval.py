"""Whether search found the right documents, whatever was then made of them.

Hit rate and reciprocal rank look at passages in their order; nDCG at distinct documents, each where it first comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

from assistant.evaluation.values import Case, Score

HIT_DEPTH = 5
NDCG_DEPTH = 10


def hit(case: Case, retrieved: Sequence[str]) -> Score:
    """1 if a passage of an expected document is among the first `HIT_DEPTH`."""
    name = f"hit@{HIT_DEPTH}"
    if not _expects(case):
        return Score(name, None, "no document is expected")
    rank = _first(case, retrieved)
    return Score(name, float(rank is not None and rank <= HIT_DEPTH), _where(rank))


def reciprocal_rank(case: Case, retrieved: Sequence[str]) -> Score:
    """1/rank of the first passage of an expected document, 0 if there is none (Voorhees, TREC-8 1999)."""
    if not _expects(case):
        return Score("mrr", None, "no document is expected")
    rank = _first(case, retrieved)
    return Score("mrr", 1 / rank if rank else 0.0, _where(rank))


def ndcg(case: Case, retrieved: Sequence[str]) -> Score:
    """Gain of the first `NDCG_DEPTH` documents, discounted by log2(rank + 1), over the best possible gain.

    After Järvelin and Kekäläinen (ACM TOIS 2002), with a gain of 1 for each expected document.
    """
    name = f"ndcg@{NDCG_DEPTH}"
    if not _expects(case):
        return Score(name, None, "no document is expected")
    ranked = list(dict.fromkeys(retrieved))[:NDCG_DEPTH]
    gain = sum(1 / log2(rank + 1) for rank, path in enumerate(ranked, 1) if path in case.documents)
    best = sum(1 / log2(rank + 1) for rank in range(1, min(len(set(case.documents)), NDCG_DEPTH) + 1))
    found = len(set(ranked) & set(case.documents))
    return Score(name, gain / best, f"{found} of {len(set(case.documents))} expected documents found")


def _expects(case: Case) -> bool:
    return case.answerable and bool(case.documents)


def _first(case: Case, retrieved: Sequence[str]) -> int | None:
    return next((rank for rank, path in enumerate(retrieved, 1) if path in case.documents), None)


def _where(rank: int | None) -> str:
    return f"an expected document at place {rank}" if rank else "no expected document found"
