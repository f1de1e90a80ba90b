"""Sentences that tell the same of different things are alike: rows of one table or of two with the same columns, the same words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.concepts import same_concept
from assistant.reading.evidence import Evidence
from assistant.reading.matching import searchable
from vectorstore import StoredSentence, terms

_LOOKED_AT = 12
"""Sentences of each thing."""
_LEAST = 0.3
"""Share of the terms of the shorter sentence that the other must have."""
_FEWEST = 3
"""Terms of a sentence that can be compared."""
_WEIGHT = 2.0
"""What it is worth to be as alike as can be to a sentence of every other thing."""
_FITS = 1.0
"""What it is worth to hold the kind of thing that is asked for: of few sentences, that of a thing is better known than of many."""


def alike_first(kept: Mapping[str, Sequence[Evidence]], *, fitting: bool) -> dict[str, list[Evidence]]:
    """The sentences of each thing, those first that are good and like the good ones of the others.

    Args:
        kept: The sentences that tell of each thing, best first.
        fitting: Whether those come before others that hold the kind of thing asked for.
    """
    fits = _FITS if fitting else 0.0
    looked_at = {name: list(of[:_LOOKED_AT]) for name, of in kept.items()}
    found: dict[str, list[Evidence]] = {}
    for name, of in kept.items():
        others = [looked_at[other] for other in kept if other != name and looked_at[other]]
        worth = [one.score + fits * one.fit + _WEIGHT * _likeness(one, others) for one in looked_at[name]]
        order = sorted(range(len(worth)), key=lambda place: -worth[place])
        found[name] = [*(looked_at[name][place] for place in order), *of[_LOOKED_AT:]]
    return found


def _likeness(one: Evidence, others: Sequence[Sequence[Evidence]]) -> float:
    """How like a sentence is to the one that is most like it of each other thing, on average."""
    if not others:
        return 0.0
    return sum(max(_alike(one.sentence, other.sentence) for other in of) for of in others) / len(others)


def _alike(one: StoredSentence, other: StoredSentence) -> float:
    if (one.kind == "row") != (other.kind == "row"):
        return 0.0
    if one.kind == "row":
        return _shared(frozenset(terms(" ".join(one.columns))), frozenset(terms(" ".join(other.columns))), least=1)
    if one.document == other.document and one.start == other.start:
        return 0.0
    return _shared(searchable(one), searchable(other), least=_FEWEST)


def _shared(one: frozenset[str], other: frozenset[str], least: int) -> float:
    """Share of the terms of the shorter that the longer has, in whichever language; nothing where it is next to none."""
    less, more = sorted((one, other), key=len)
    if len(less) < least:
        return 0.0
    share = sum(not more.isdisjoint({term, *same_concept(term)}) for term in less) / len(less)
    return share if share >= _LEAST else 0.0
