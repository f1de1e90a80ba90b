"""From weighed evidence to a short answer that leads with the answer itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.reading.after_all import holds_now
from assistant.reading.choosing import ListsOf
from assistant.reading.draft import Draft, Said
from assistant.reading.enumerations import announces
from assistant.reading.evidence import Evidence
from assistant.reading.listing import named_list, told_list
from assistant.reading.matching import Matcher
from assistant.reading.people import in_full
from assistant.reading.settled import Afterwards, Settled
from assistant.reading.showing import Siblings, lead, shown, whole
from assistant.reading.span import Span
from assistant.reading.spans import answer_span
from assistant.reading.still import may_be_over, no_longer
from assistant.reading.superseding import settled
from assistant.reading.yes_no import called_off, yes_or_no
from assistant.understand import (
    Question,
)
from vectorstore import fold

_LESS = 0.15
"""How much less of what is asked a second sentence from another document may tell."""
_SECOND = 0.6
"""A second sentence is added when its score is at most this much below the first's."""


def compose(
    question: Question,
    evidence: Sequence[Evidence],
    siblings: Siblings,
    matcher: Matcher,
    lists_of: ListsOf,
    after: Afterwards | None = None,
) -> Draft:
    """Say what the best evidence says, in as few words as carry it, or what later documents say in its place."""
    if (over := no_longer(question, evidence, matcher)) is not None:
        return replace(told_against(question, over, siblings, matcher), holds=False)
    listed = told_list(question, evidence, siblings, matcher, lists_of)
    if listed is not None:
        return listed
    if question.wants == "number" and (listed := named_list(question, evidence, siblings, matcher, lists_of)):
        return listed
    if off := called_off(question, evidence):
        return _called_off(question, off, evidence)
    direct = _direct(question, evidence, siblings, matcher, after)
    if direct.dated:
        return direct
    holds = yes_or_no(question, evidence[0], matcher)
    return replace(direct, holds=None if holds and may_be_over(question, evidence) else holds)


def _direct(
    question: Question,
    evidence: Sequence[Evidence],
    siblings: Siblings,
    matcher: Matcher,
    after: Afterwards | None,
) -> Draft:
    found = settled(question, evidence, matcher, after)
    if found.against is not None:
        return told_against(question, found, siblings, matcher)
    best, span = found.best, found.span
    opening = lead(question, best, span)
    if question.wants == "person" and span is not None:
        full = in_full(best.sentence.text, span.start, siblings(best.sentence))
        opening = [Said(full[0], (full[1],))] if full else opening
    said = [*opening, shown(question, best.sentence, span, siblings)]
    if span is None and announces(best.sentence):
        following = next((s for s in siblings(best.sentence) if s.start >= best.sentence.end), None)
        return Draft((*said, shown(question, following, None, siblings))) if following else Draft(tuple(said))
    near = (e for e in evidence[1:] if e.score >= best.score - _SECOND and e.sentence.text != best.sentence.text)
    second = next((e for e in near if _of_the_same(best, e)), None)
    if second is not None and second.sentence.kind != "heading":
        other = answer_span(question, second.sentence, matcher)
        if not _outdated(best, span, second, other):
            said.append(shown(question, second.sentence, other, siblings))
    return Draft(tuple(said))


def _of_the_same(best: Evidence, second: Evidence) -> bool:
    """Whether a second sentence is about what the best one is about: beside it, or with as much of what is asked."""
    beside = second.sentence.document == best.sentence.document
    return beside or (second.told >= best.told - _LESS and second.named >= best.named - _LESS)


def _called_off(question: Question, off: Evidence, evidence: Sequence[Evidence]) -> Draft:
    """A no, the sentence that says so, and what the same document says holds instead."""
    instead = holds_now(off, evidence)
    said = [whole(e.sentence, None) for e in (off, instead) if e is not None]
    return Draft(tuple(dict.fromkeys(said)), holds=False)


def told_against(question: Question, found: Settled, siblings: Siblings, matcher: Matcher) -> Draft:
    """What holds and, of two documents with two values, the older one second, each with the date of its document."""
    if found.against is None:
        return Draft((shown(question, found.best.sentence, found.span, siblings),))
    newer = whole(found.best.sentence, found.span)
    older = whole(found.against.sentence, answer_span(question, found.against.sentence, matcher))
    return Draft((*lead(question, found.best, found.span), newer, older), dated=(newer, older))


def _outdated(best: Evidence, span: Span | None, second: Evidence, other: Span | None) -> bool:
    """Whether the second sentence gives another value than the first and stands in an older report."""
    if span is None or other is None:
        return False
    differs = fold(best.sentence.text[span.start : span.end]) != fold(second.sentence.text[other.start : other.end])
    return differs and (second.passage.source.date or "") < (best.passage.source.date or "")
