"""How near the parts of a list are in meaning to a question, and whether they are of the sort of things it asks for.

The parts are what stands above a list, what introduces it, its items as a whole, and the nearest of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.reading.document_lists import Listing
from assistant.reading.list_kinds import Kinds
from assistant.reading.occasions import Occasion
from vectorstore import StoredSentence

_NO_OCCASION = Occasion(frozenset(), frozenset(), named=False)
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
    each: tuple[NDArray[np.float32], ...] = ()
    """Its items'."""


@dataclass(frozen=True, slots=True)
class Near:
    """A list with the nearness of its parts to a question, each between 0 and 1."""

    listing: Listing
    heading: float = 0.0
    lead: float = 0.0
    items: float = 0.0
    nearest: float = 0.0
    """Of its items, the nearest."""
    label_kind: float = 0.0
    """How far what stands above it or introduces it announces the sort of things asked for."""
    items_kind: float = 0.0
    """How far its items are things of that sort."""
    occasion: Occasion = _NO_OCCASION
    """What its document as a whole tells of the question."""


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
    return Placed(listing, heading, _mean(leads), _mean(items), tuple(items))


def near(one: Placed, vector: NDArray[np.float32] | None, kinds: Kinds | None = None) -> Near:
    """A list as near as it is to a question; as far as can be where nothing is known of the question.

    Args:
        one: The list.
        vector: The question's embedding.
        kinds: The sorts of things it may ask for.
    """
    if vector is None:
        return Near(one.listing)
    heading, lead, items = (_nearness(part, vector) for part in (one.heading, one.lead, one.items))
    nearest = max((_nearness(item, vector) for item in one.each), default=0.0)
    if kinds is None:
        return Near(one.listing, heading, lead, items, nearest)
    label = max(kinds.announced(one.heading), kinds.announced(one.lead))
    return Near(one.listing, heading, lead, items, nearest, label, kinds.held(one.items))


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
