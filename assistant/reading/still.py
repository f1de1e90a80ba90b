"""Whether something is still as a question supposes: no, where a text says that another value has taken its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.reading.contrast import figures
from assistant.reading.evidence import Evidence
from assistant.reading.giving_way import given_way
from assistant.reading.left_behind import left_behind
from assistant.reading.matching import Matcher
from assistant.reading.replaced import replacing
from assistant.reading.settled import Afterwards, Settled, another_value
from assistant.reading.span import Span
from assistant.reading.spans import places
from assistant.understand import Question, Wants
from vectorstore import find_dates, find_people, find_quantities, terms

_LOOKED_AT = 6


def no_longer(question: Question, evidence: Sequence[Evidence], matcher: Matcher, after: Afterwards) -> Settled | None:
    """What holds in the place of the value that a question supposes; None where it supposes none or nothing says that it is over.

    Args:
        question: What is asked.
        evidence: What was found for it, best first.
        matcher: Compares the question's terms with text.
        after: What later documents say of what the best sentence says.
    """
    if question.wants != "yes_no" or question.aspect != "present":
        return None
    for e in evidence[:_LOOKED_AT]:
        for wants, span in _values(question, e.sentence.text):
            if not _is_supposed(question, wants, e.sentence.text[span.start : span.end]):
                continue
            twin = replace(question, wants=wants)
            first = Settled(e, span)
            if (over := left_behind(twin, e.sentence)) and over.start < span.end and span.start < over.end:
                return Settled(e, None)
            told = given_way(twin, first, evidence, after, matcher) or _replaced(twin, first, evidence, after, matcher)
            if told is not None:
                return told
    return None


def _replaced(
    question: Question, first: Settled, evidence: Sequence[Evidence], after: Afterwards, matcher: Matcher
) -> Settled | None:
    found = replacing(first, [*evidence, *after.found])
    return Settled(found, another_value(question, found, first.value, matcher), first.best) if found else None


def _values(question: Question, text: str) -> Iterator[tuple[Wants, Span]]:
    """The days, people, numbers and places of a text."""
    dates = [Span(found.start, found.end) for found in find_dates(text)]
    yield from (("date", span) for span in dates)
    yield from (("person", Span(p.start, p.start + len(p.described(text)))) for p in find_people(text))
    for found in find_quantities(text):
        if not any(date.start <= found.start < date.end for date in dates):
            yield "number", Span(found.start, found.end)
    asked = [question.text[place.start : place.end] for place in places(question.text)]
    yield from (("place", Span(found.start(), found.end())) for a in asked for found in re.finditer(re.escape(a), text))
    yield from (("place", span) for span in places(text))


def _is_supposed(question: Question, wants: Wants, value: str) -> bool:
    """Whether a value stands in a question: a day or a number as such, a name by a word of it."""
    if wants == "number":
        return bool(figures(value) & figures(question.text))
    if wants == "date" and figures(value) & figures(question.text):
        return True
    named = {term for name in question.names for term in terms(name)} if wants != "date" else set(question.own_terms)
    return any(term in named for term in terms(value) if not term.isdecimal())
