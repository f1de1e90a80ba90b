"""Which of several values holds: what a text calls off or replaces is not given as current, and a newer report comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.reading.after_all import absent, held_after_all
from assistant.reading.disagreeing import disagreeing
from assistant.reading.evidence import Evidence
from assistant.reading.final import final
from assistant.reading.former import former
from assistant.reading.giving_way import given_way, is_of_later_document
from assistant.reading.left_post import in_their_place
from assistant.reading.matching import Matcher
from assistant.reading.qualified import of_series
from assistant.reading.replaced import figure_instead, replacing, says_another
from assistant.reading.rereading import AS_LIKELY
from assistant.reading.settled import Afterwards, Settled, another_value, answer_now
from assistant.reading.standing import may_give_way, may_have_changed
from assistant.reading.told_over import told_over
from assistant.understand import Question

_VALUED = ("date", "place", "money", "number")
_LOOKED_AT = 20
_FITS = 0.6
_BESIDE, _AS_MUCH = 3, 0.8
"""Sentences that may hold the value which the best one has not, and how much of what that tells they must tell."""


def settled(
    question: Question, evidence: Sequence[Evidence], matcher: Matcher, after: Afterwards | None = None
) -> Settled:
    """The evidence to answer from, unless another says that its value is over or was replaced.

    Args:
        question: What is asked.
        evidence: What was found for it, best first.
        matcher: Compares the question's terms with text.
        after: What later documents say of what the best sentence says.
    """
    evidence, after = _of_its_number(question, evidence, after or Afterwards())
    if question.aspect == "former" and question.wants in _VALUED:
        was = former(question, evidence, matcher)
        if was is not None:
            return Settled(*was)
    best, *others = evidence
    first = _valued_beside(question, others, best, matcher) or Settled(
        best, answer_now(question, best.sentence, matcher)
    )
    if (holder := in_their_place(question, first, others, matcher)) is not None:
        return holder
    known = _within(question, first, others, matcher)
    return known or overtaking(question, first, evidence, after, matcher) or first


def _of_its_number(
    question: Question, evidence: Sequence[Evidence], after: Afterwards
) -> tuple[Sequence[Evidence], Afterwards]:
    """What is told of the numbered session or edition that is asked about, where the best sentence is: another one takes no other's place."""
    if not evidence or not evidence[0].qualified or not of_series(question):
        return evidence, after
    return [e for e in evidence if e.qualified], replace(after, found=tuple(e for e in after.found if e.qualified))


def _valued_beside(question: Question, others: Sequence[Evidence], best: Evidence, matcher: Matcher) -> Settled | None:
    """The value that the same document gives, where the best sentence has none and hardly answers, as it was read."""
    hardly = best.answers is not None and best.answers < AS_LIKELY
    if (
        question.wants not in ("date", "money")
        or not hardly
        or answer_now(question, best.sentence, matcher) is not None
    ):
        return None
    for e in others[:_BESIDE]:
        same = e.sentence.document == best.sentence.document and e.sentence.kind != "heading"
        if same and e.fit >= _FITS and e.told >= _AS_MUCH * best.told and e.named >= _AS_MUCH * best.named:
            span = answer_now(question, e.sentence, matcher)
            if span is not None:
                return Settled(e, span)
    return None


def _within(question: Question, first: Settled, others: Sequence[Evidence], matcher: Matcher) -> Settled | None:
    """What the evidence for the question itself says against the first value."""
    if first.span is None or question.wants not in _VALUED:
        replaced = question.wants != "yes_no" and may_give_way(question)
        return _told_whole(question, first, others, matcher) if replaced else None
    near = others[: _LOOKED_AT - 1]
    fitting = [e for e in near if e.fit >= _FITS and e.sentence.kind != "heading"]
    return (
        absent(first.best, others)
        or figure_instead(question, first, near, matcher)
        or held_after_all(question, first, fitting, matcher)
        or final(question, first, fitting, matcher)
        or disagreeing(question, first, fitting, matcher)
        or _told_whole(question, first, others, matcher)
    )


def overtaking(
    question: Question, first: Settled, evidence: Sequence[Evidence], after: Afterwards, matcher: Matcher
) -> Settled | None:
    """What a later document says in the place of a first value; None where none does.

    Args:
        question: What is asked.
        first: The value and where it stands.
        evidence: What was found for the question, best first.
        after: What later documents say of what the first sentence says.
        matcher: Compares the question's terms with text.
    """
    amending = after.amending
    if amending is None:
        if not may_give_way(question) or not may_have_changed(question):
            return None
        later = [e for e in (*evidence, *after.found) if is_of_later_document(e, first.best)]
        return told_over(question, first, later, matcher) or given_way(question, first, evidence, after, matcher)
    span = another_value(question, amending, first.value, matcher)
    return Settled(amending, span, first.best) if span or says_another(amending, first.value) else None


def _told_whole(question: Question, first: Settled, others: Sequence[Evidence], matcher: Matcher) -> Settled | None:
    """What a text says stands in the place of the value, with its answering words where those are new."""
    found = replacing(first, others)
    return Settled(found, another_value(question, found, first.value, matcher), first.best) if found else None
