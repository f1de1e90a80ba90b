"""Whether what an older text says has given way to what a later one says of the same: what speaks for it is weighed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.changing import Sense, says
from assistant.reading.contrast import puts_another
from assistant.reading.evidence import Evidence
from assistant.reading.left_behind import denies_another_day
from assistant.reading.matching import Matcher
from assistant.reading.replaced import says_another
from assistant.reading.settled import Afterwards, Settled, another_value
from assistant.understand import Question
from vectorstore import fold

WEIGHTS: Final[Mapping[str, float]] = {
    "likeness": 0.8,
    "behind": 2.8,
    "asked told": 0.7,
    "asked named": 1.2,
    "sought context": 4.3,
    "turns": 1.4,
    "names the old": 1.1,
    "now asked": 1.0,
}
"""Of what speaks for it, fitted on questions whose answer had changed and on such whose answer had not."""
NEEDED: Final = 3.8
"""What the weights must come to."""
_FAR = -4.0
"""How far behind a sentence counts that was not found for the question itself."""
_FITS = 0.6
_TURNS: Final[tuple[Sense, ...]] = (
    "moves",
    "replaces",
    "takes over",
    "appoints",
    "leaves",
    "holds now",
    "calls off",
)
"""What says that something is not as it was."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of a later document that may have another value of the same."""

    said: Evidence
    asked: Evidence | None
    """As evidence for the question; None where it was not found for it."""
    sought: Evidence | None
    """As evidence for what the older sentence says; None where it was not found by that."""


def given_way(
    question: Question, first: Settled, evidence: Sequence[Evidence], after: Afterwards, matcher: Matcher
) -> Settled | None:
    """What a later document says in the place of the value of an older one; None where nothing says so surely.

    Args:
        question: What is asked.
        first: The older sentence and its value.
        evidence: What was found for the question, best first.
        after: What was found by the older sentence.
        matcher: Compares the question's terms with text.
    """
    found = claims(first.best, evidence, after.found)
    weighed = sorted(((weight(question, first, claim), claim) for claim in found), key=lambda one: -one[0])
    for worth, claim in weighed:
        if worth < NEEDED:
            break
        if denies_another_day(claim.said.sentence.text, first.best.sentence.text):
            continue
        span = another_value(question, claim.said, first.value, matcher) if first.span else None
        told = Settled(claim.said, span, first.best)
        if span is not None and fold(told.value) in fold(first.value):
            continue  # `2026` is no other day than `3 May 2026`
        whole = question.wants != "person" and says_another(claim.said, first.value)
        if span is not None or whole:
            return told
    return None


def claims(best: Evidence, evidence: Sequence[Evidence], found: Sequence[Evidence]) -> list[Claim]:
    """What later documents say, found by the question or by the best sentence, each sentence once."""
    by_place: dict[tuple[str, int], dict[str, Evidence]] = {}
    for how, several in (("asked", evidence), ("sought", found)):
        for e in several:
            if is_of_later_document(e, best) and e.sentence.kind != "heading":
                by_place.setdefault((e.sentence.document, e.sentence.start), {})[how] = e
    both = ((one.get("asked"), one.get("sought")) for one in by_place.values())
    return [Claim(said, asked, sought) for asked, sought in both if (said := asked or sought) and said.fit >= _FITS]


def weight(question: Question, first: Settled, claim: Claim) -> float:
    """How much speaks for a claim."""
    return sum(WEIGHTS[name] * value for name, value in speaking(question, first, claim).items())


def speaking(question: Question, first: Settled, claim: Claim) -> Mapping[str, float]:
    """What speaks for and against a later sentence taking the place of an older one, mostly between 0 and 1."""
    best, said, asked, sought = first.best, claim.said, claim.asked, claim.sought
    text = said.sentence.text
    return {
        "likeness": likeness(best, said),
        "behind": max(_FAR, asked.score - best.score) / -_FAR if asked else -1.0,
        "asked told": min(asked.told / max(best.told, 0.1), 1.0) if asked else 0.0,
        "asked named": asked.named if asked else 0.0,
        "sought context": sought.context if sought else 0.0,
        "turns": float(says(text, *_TURNS)),
        "names the old": float(puts_another(text, first.value)),
        "now asked": float(question.aspect == "present"),
    }


def likeness(one: Evidence, other: Evidence) -> float:
    """Cosine of two sentences."""
    return float(one.sentence.vector @ other.sentence.vector)


def is_of_later_document(e: Evidence, best: Evidence) -> bool:
    """Whether a sentence stands in a document of a later day."""
    day, before = e.passage.source.date or "", best.passage.source.date or ""
    return bool(before) and day > before and e.sentence.document != best.sentence.document
