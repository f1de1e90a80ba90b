"""Who is told in the place of somebody of whom the best sentence only says that they left, or that another took over."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.changing import says
from assistant.reading.evidence import Evidence
from assistant.reading.matching import Matcher
from assistant.reading.over import is_over
from assistant.reading.posts import asked_post, holds_post
from assistant.reading.settled import Settled, another_value
from assistant.understand import Question
from vectorstore import find_people

_LOOKED_AT, _BEHIND = 8, 1.8
"""Sentences that may name who holds the post now, and how far their score may lie behind."""
_AS_MUCH = 0.7
"""Of what the best sentence tells and names, what another must."""
_NEXT = 3
"""Characters between two sentences of a paragraph."""


def in_their_place(question: Question, first: Settled, others: Sequence[Evidence], matcher: Matcher) -> Settled | None:
    """The sentence right after that names who came in their place, or else the next best that names somebody who holds it.

    None where the best sentence does not say that whom it names is gone, and where the question asks for just that.
    """
    if question.wants != "person" or question.aspect == "former" or first.span is None:
        return None
    if says(question.standalone, "of before", "leaves", "takes over", "replaces", "did once") or not is_over(
        first.best.sentence.text, first.span
    ):
        return None
    following = [
        e for e in others if _is_right_after(first.best, e) and says(e.sentence.text, "takes over", "appoints")
    ]
    best, post = first.best, asked_post(question)
    holding = [
        e
        for e in others[:_LOOKED_AT]
        if post
        and e.score >= best.score - _BEHIND
        and e.told >= _AS_MUCH * best.told
        and e.named >= _AS_MUCH * best.named
        and _names_holder(post, e, matcher)
    ]
    for e in (*following, *holding):
        span = another_value(question, e, first.value, matcher)
        if span is not None and not is_over(e.sentence.text, span):
            return Settled(e, span, best if e in following else None)
    return None


def _names_holder(post: frozenset[str], e: Evidence, matcher: Matcher) -> bool:
    """Whether a sentence gives somebody the post."""
    text, above = e.sentence.text, " | ".join(e.sentence.columns)
    return any(holds_post(post, person, text, above, matcher) for person in find_people(text))


def _is_right_after(best: Evidence, e: Evidence) -> bool:
    same = e.sentence.document == best.sentence.document
    return same and 0 <= e.sentence.start - best.sentence.end <= _NEXT
