"""Two documents that say another value of the same thing, alike in everything else."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.reading.evidence import Evidence
from assistant.reading.matching import Matcher
from assistant.reading.settled import Settled, other_values
from assistant.understand import Question

_TOLD, _SCORE = 0.1, 0.9
"""How near another text must come in what it tells of the matter, and in its score, to be about the same value."""
_FITS, _NAMED = 0.6, 0.9
_ALIKE = 0.86
"""Cosine of two sentences that say the same of the same thing, perhaps with another value."""


def disagreeing(question: Question, first: Settled, others: Sequence[Evidence], matcher: Matcher) -> Settled | None:
    """The two documents that say another value of the same, the newer one first."""
    best = first.best
    same = [e for e in others if e.sentence.document != best.sentence.document and _same_matter(best, e)]
    for e, span in other_values(question, first, same, matcher):
        if (e.passage.source.date or "") > (best.passage.source.date or ""):
            return Settled(e, span, best)
        return Settled(best, first.span, e)
    return None


def _same_matter(one: Evidence, other: Evidence) -> bool:
    """Whether two sentences speak of the same thing: both have all that is asked, and they are alike."""
    return (
        one.fit == other.fit == 1.0
        and abs(one.told - other.told) <= _TOLD
        and abs(one.score - other.score) <= _SCORE
        and min(one.named, other.named) >= _NAMED
        and min(one.dated, other.dated) >= _FITS
        and one.sentence.kind == other.sentence.kind
        and float(one.sentence.vector @ other.sentence.vector) >= _ALIKE
    )
