"""How much of what is asked a chunk says, in whatever words and whatever language.

A question's terms have many words of the same meaning each. Searched for in one heap, a thing that has ten words for it outweighs
one that has a single word; here each thing counts once, by how few chunks speak of it (the structured queries of Pirkola,
SIGIR 1998).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from vectorstore.reader import Snapshot

_TELLS_NOTHING = 20_000
"""Occurrences from which a thing is not looked for: it would take long, and tell little."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The terms that one thing asked for is said in."""

    own: frozenset[str]
    """In the language of the question, and names in every language."""
    translated: frozenset[str]
    """In the others."""
    telling: float = 1.0
    """How much it counts: less for a word that only asks."""


def by_wordings(
    snapshot: Snapshot, wordings: Sequence[Wording], most: int, documents: frozenset[str] | None
) -> tuple[list[int], list[int]]:
    """The chunks that say most of what is asked: in other languages only, and in any; both best first."""
    foreign: dict[int, float] = {}
    any_: dict[int, float] = {}
    for weight, own, translated in _found(snapshot, wordings, documents):
        _count(foreign, translated, weight, snapshot.chunk_count)
        _count(any_, own | translated, weight, snapshot.chunk_count)
    return _best(foreign, most), _best(any_, most)


def _found(
    snapshot: Snapshot, wordings: Sequence[Wording], documents: frozenset[str] | None
) -> Iterator[tuple[float, frozenset[int], frozenset[int]]]:
    every = sorted(frozenset().union(*(wording.own | wording.translated for wording in wordings)))
    frequency = snapshot.document_frequency(every)
    for wording in wordings:
        if sum(frequency.get(term, 0) for term in wording.own | wording.translated) < _TELLS_NOTHING:
            own, translated = (snapshot.holding(said, documents) for said in (wording.own, wording.translated))
            yield wording.telling, own, translated


def _count(scores: dict[int, float], chunks: frozenset[int], weight: float, all_: int) -> None:
    rarity = math.log(1 + all_ / (1 + len(chunks)))
    for chunk in chunks:
        scores[chunk] = scores.get(chunk, 0.0) + weight * rarity


def _best(scores: Mapping[int, float], most: int) -> list[int]:
    return nsmallest(most, scores, key=lambda chunk: (-round(scores[chunk], 6), chunk))
