"""How near the parts of a list are in meaning to a question: what stands above it, what introduces it, and its items as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.reading.document_lists import Listing
from vectorstore import StoredSentence

_FARTHEST, _NEAREST = 0.76, 0.90
"""What the default model gives two texts about different things, and two that say the same."""


@dataclass(frozen=True, eq=False, slots=True)
class Placed:
    """A list of a document, and the embeddings of its parts; None for a part that it has not."""

    listing: Listing
    heading: NDArray[np.float32] | None
    lead: NDArray[np.float32] | None
    items: NDArray[np.float32] | None
    """The mean of its items', of length 1."""


@dataclass(frozen=True, slots=True)
class Near:
    """A list with the nearness of its parts to a question, each between 0 and 1."""

    listing: Listing
    heading: float = 0.0
    lead: float = 0.0
    items: float = 0.0


def placed(listing: Listing, sentences: Sequence[StoredSentence]) -> Placed:
    """A list with the embeddings of its parts.

    Args:
        listing: The list.
        sentences: Of its document, in order.
    """
    first = listing.entries[0].start
    items = [s.vector for s in sentences if s.start < listing.end and first < s.end]
    leads = [s.vector for s in sentences if 0 <= listing.lead_start <= s.start < first]
    heading = next((s.vector for s in sentences if s.start == listing.heading_start), None)
    return Placed(listing, heading, _mean(leads), _mean(items))


def near(one: Placed, vector: NDArray[np.float32] | None) -> Near:
    """A list as near as it is to a question, given the question's embedding; as far as can be without one."""
    if vector is None:
        return Near(one.listing)
    return Near(one.listing, *(_nearness(part, vector) for part in (one.heading, one.lead, one.items)))


def _mean(vectors: Sequence[NDArray[np.float32]]) -> NDArray[np.float32] | None:
    if not vectors:
        return None
    total = np.sum(vectors, axis=0)
    length = float(np.linalg.norm(total))
    return (total / length).astype(np.float32) if length else None


def _nearness(part: NDArray[np.float32] | None, vector: NDArray[np.float32]) -> float:
    if part is None:
        return 0.0
    return min(1.0, max(0.0, (float(part @ vector) - _FARTHEST) / (_NEAREST - _FARTHEST)))
