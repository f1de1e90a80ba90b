"""Whether something is still as a question supposes: no, where a text says of just that value that it is over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.changing import says
from assistant.reading.contrast import figures
from assistant.reading.evidence import Evidence
from assistant.reading.matching import Matcher
from assistant.reading.over import changed_from, is_over
from assistant.reading.settled import Settled, another_value
from assistant.reading.span import Span
from assistant.reading.spans import places
from assistant.understand import Question, Wants
from vectorstore import find_dates, find_people, find_quantities, terms

_LOOKED_AT, _BEHIND = 8, 1.8
"""How many sentences are looked at, and how far their score may lie behind the best one's."""


def no_longer(question: Question, evidence: Sequence[Evidence], matcher: Matcher) -> Settled | None:
    """What says that the value that a question supposes is over, with what took its place; None where nothing does.

    Nothing does either where a later document than that names the value.

    Args:
        question: What is asked.
        evidence: What was found for it, best first.
        matcher: Compares the question's terms with text.
    """
    if question.wants != "yes_no" or question.aspect != "present":
        return None
    near = [e for e in evidence[:_LOOKED_AT] if e.score >= evidence[0].score - _BEHIND]
    naming = [(e, wants, span) for e in near for wants, span in _supposed(question, e.sentence.text)]
    over = [
        one for one in naming if is_over(one[0].sentence.text, one[2]) or changed_from(one[0].sentence.text, one[2])
    ]
    if not over:
        return None
    e, wants, span = max(over, key=lambda one: one[0].passage.source.date or "")
    day = e.passage.source.date or ""
    if any((other.passage.source.date or "") > day for other, _, _ in naming):
        return None
    value = e.sentence.text[span.start : span.end]
    return Settled(e, another_value(replace(question, wants=wants), e, value, matcher))


def may_be_over(question: Question, evidence: Sequence[Evidence]) -> bool:
    """Whether a newer document may say that what the best evidence says is over, where a question asks if it is still so."""
    newest = evidence[0].passage.source.date or ""
    near = (e for e in evidence[:_LOOKED_AT] if e.score >= evidence[0].score - _BEHIND)
    return says(question.text, "still") and any((e.passage.source.date or "") > newest for e in near)


def _supposed(question: Question, text: str) -> Iterator[tuple[Wants, Span]]:
    """The days, people, numbers and places of a text that a question names."""
    dates = [Span(found.start, found.end) for found in find_dates(text)]
    numbers = [
        Span(found.start, found.end)
        for found in find_quantities(text)
        if not any(date.start <= found.start < date.end for date in dates)
    ]
    valued: tuple[tuple[Wants, list[Span]], ...] = (("date", dates), ("number", numbers))
    for wants, spans in valued:
        for span in spans:
            if figures(text[span.start : span.end]) & figures(question.text):
                yield wants, span
    named = {term for name in question.names for term in terms(name)}
    for person in find_people(text):
        if named & set(terms(person.name(text))):
            yield "person", Span(person.start, person.start + len(person.described(text)))
    for place in places(question.text):
        for found in re.finditer(re.escape(question.text[place.start : place.end]), text):
            yield "place", Span(found.start(), found.end())
