"""What the same document says after a value: that it came about otherwise, was called off, or holds after all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.changing import says
from assistant.reading.evidence import Evidence
from assistant.reading.matching import Matcher
from assistant.reading.settled import Settled, another_value
from assistant.understand import Question
from vectorstore import find_dates, fold

_NEAR_BY, _TELLS_MORE = 6, 0.15
_RECITAL = re.compile(
    r"\W*(?:whereas|considering|recalling|having regard|considerant|attendu|rappelant|vu (?:le|la|les)\b|وحيث|حيث ان|بما ان|واذ|اذ)"
)
"""How a document begins what it recalls before it says what is to hold."""
_NEXT = 3
"""Characters between two sentences of a paragraph."""
_AS_MUCH = 0.5
"""Of what the sentence that calls something off tells of the matter, what a later one must tell to be about the same."""


def absent(best: Evidence, others: Sequence[Evidence]) -> Settled | None:
    """The sentence of the same document that says of what is asked that it was not there or did not come about."""
    for e in others[:_NEAR_BY]:
        same = e.sentence.document == best.sentence.document and e.sentence.kind == "paragraph"
        of_it = e.told >= best.told + _TELLS_MORE and e.named >= best.named
        if same and of_it and says(e.sentence.text, "stays away"):
            return Settled(e, None)
    return None


def held_after_all(question: Question, first: Settled, others: Sequence[Evidence], matcher: Matcher) -> Settled | None:
    """What the same document says holds, where its best sentence says what was planned or called off."""
    said = first.best.sentence.text
    if _RECITAL.match(fold(said)):
        return _laid_down(question, first, others, matcher)
    if says(said, "holds now") or not says(said, "calls off", "was so before", "not final"):
        return None
    moved = [e for e in others if _is_next(first.best, e) and says(e.sentence.text, "moves")]
    for e in (*moved, *_after(first.best, others)):
        if (span := another_value(question, e, first.value, matcher)) is not None:
            return Settled(e, span)
    return None


def _laid_down(question: Question, first: Settled, others: Sequence[Evidence], matcher: Matcher) -> Settled | None:
    """What a document puts in the place of what its recitals recall."""
    laid_down = (e for e in others if _is_after(first.best, e) and says(e.sentence.text, "replaces", "rises or falls"))
    found = ((e, another_value(question, e, first.value, matcher)) for e in laid_down)
    return next((Settled(e, span, first.best) for e, span in found if span is not None), None)


def holds_now(off: Evidence, evidence: Sequence[Evidence]) -> Evidence | None:
    """What the document of a sentence that calls something off says holds instead.

    That is the next sentence where both name days, or else what is said further on of the same matter to hold.
    """
    said = [e for e in evidence if _is_after(off, e) and e.sentence.kind != "heading"]
    following = min(said, key=lambda e: e.sentence.start, default=None)
    if following is not None and _is_next(off, following):
        return following
    return next((e for e in _after(off, evidence) if e.told >= _AS_MUCH * off.told), None)


def _is_next(off: Evidence, following: Evidence) -> bool:
    """Whether the sentence right after one gives another day for what that one gives a day for."""
    same = following.sentence.document == off.sentence.document
    beside = same and 0 <= following.sentence.start - off.sentence.end <= _NEXT
    return beside and bool(find_dates(off.sentence.text)) and bool(find_dates(following.sentence.text))


def _after(one: Evidence, evidence: Sequence[Evidence]) -> list[Evidence]:
    """What is said further on in the same document to hold."""
    return [e for e in evidence if _is_after(one, e) and says(e.sentence.text, "holds now")]


def _is_after(one: Evidence, e: Evidence) -> bool:
    """Whether a sentence, no row of a table, stands further on in the same document."""
    same = e.sentence.document == one.sentence.document
    return same and e.sentence.start > one.sentence.start and e.sentence.kind != "row"
