"""What was so before it changed: the value that a text says was replaced, or that of an older document."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.reading.evidence import Evidence
from assistant.reading.left_behind import left_behind
from assistant.reading.matching import Matcher
from assistant.reading.span import Span
from assistant.reading.spans import answer_span
from assistant.understand import Question
from vectorstore import find_dates

_FITS = 0.6
_BEHIND, _LOOKED_AT = 1.8, 20
"""How far the score of the older text may lie behind, and how many are looked at."""
_LESS = 0.35
"""How much less of the matter the older text may tell, for the newer one may say it in full."""


def former(question: Question, evidence: Sequence[Evidence], matcher: Matcher) -> tuple[Evidence, Span] | None:
    """The evidence for what was so before it changed, with the value; None where no text says so and none is older.

    Args:
        question: What is asked.
        evidence: What was found, best first.
        matcher: Knows the names asked about.
    """
    best = evidence[0]
    near = [e for e in evidence[:_LOOKED_AT] if e.score >= best.score - _BEHIND and e.told >= best.told - _LESS]
    left = [(e, span) for e in near if (span := left_behind(question, e.sentence)) is not None]
    if left:
        return max(left, key=lambda one: _precision(one[0].sentence.text[one[1].start : one[1].end]))
    fitting = [e for e in near if e.fit >= _FITS and e.sentence.kind != "heading"]
    oldest = min(fitting, key=lambda e: (e.passage.source.date or "9999", -e.score), default=None)
    span = answer_span(question, oldest.sentence, matcher) if oldest else None
    return (oldest, span) if oldest is not None and span is not None else None


def _precision(value: str) -> int:
    """More for a day than for a month."""
    return max((date.precision for date in find_dates(value)), default=0)
