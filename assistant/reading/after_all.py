"""What the same document says after a value: that it came about otherwise, was called off, or holds after all."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.changing import says
from assistant.reading.evidence import Evidence
from assistant.reading.matching import Matcher
from assistant.reading.settled import Settled, another_value
from assistant.understand import Question

_NEAR_BY, _TELLS_MORE = 6, 0.15


def absent(best: Evidence, others: Sequence[Evidence]) -> Settled | None:
    """The sentence of the same document that says of what is asked that it was not there or did not come about."""
    for e in others[:_NEAR_BY]:
        same = e.sentence.document == best.sentence.document and e.sentence.kind == "paragraph"
        if same and e.told >= best.told + _TELLS_MORE and says(e.sentence.text, "stays away"):
            return Settled(e, None)
    return None


def held_after_all(question: Question, first: Settled, others: Sequence[Evidence], matcher: Matcher) -> Settled | None:
    """What the same document says holds, where its best sentence says what was planned or called off."""
    said = first.best.sentence.text
    if says(said, "holds now") or not says(said, "calls off", "was so before", "not final"):
        return None
    for e in _after(first.best, others):
        if (span := another_value(question, e, first.value, matcher)) is not None:
            return Settled(e, span)
    return None


def holds_now(off: Evidence, evidence: Sequence[Evidence]) -> Evidence | None:
    """What the document of a sentence that calls something off says holds instead, after it."""
    return next(iter(_after(off, evidence)), None)


def _after(one: Evidence, evidence: Sequence[Evidence]) -> list[Evidence]:
    """What is said further on in the same document to hold."""
    return [
        e
        for e in evidence
        if e.sentence.document == one.sentence.document
        and e.sentence.start > one.sentence.start
        and e.sentence.kind != "row"
        and says(e.sentence.text, "holds now")
    ]
