"""What a later text puts in the place of what a sentence says: 20 instead of 15, one town for another, somebody who takes over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.changing import sayings, says
from assistant.reading.contrast import figures, puts_another, without
from assistant.reading.evidence import Evidence
from assistant.reading.matching import Matcher
from assistant.reading.over import changed_from
from assistant.reading.settled import Settled, another_value
from assistant.reading.span import Span
from assistant.understand import Question
from vectorstore import Person, find_people, find_quantities, fold

_OF_IT = 0.1
"""Share of the question that such a text must tell, with what stands around it."""

_RIGHT_AFTER = 8
"""Characters between a name and what is said of it."""


def replacing(first: Settled, others: Sequence[Evidence]) -> Evidence | None:
    """The first sentence of a later document, or later in the same, that says what stands in the place of a value.

    Args:
        first: Holds the value.
        others: What else was found.
    """
    later = (e for e in others if is_later(e, first.best) and e.context >= _OF_IT)
    return next((e for e in later if says_another(e, first.value)), None)


def says_another(e: Evidence, value: str) -> bool:
    """Whether a text says that a value it names is replaced, and names another of the same kind."""
    text = e.sentence.text
    put = says(text, "replaces", "from one to another", "takes over", "leaves") and puts_another(text, value)
    return put and not any(_took_over(text, person) for person in find_people(text) if person.name(text) in value)


def _took_over(text: str, person: Person) -> bool:
    """Whether somebody is said, right after their name, to have taken another's place."""
    folded = fold(text[person.start + len(person.described(text)) :])
    return any(found.start() <= _RIGHT_AFTER for found in sayings("takes over").finditer(folded))


def is_later(e: Evidence, best: Evidence) -> bool:
    """Whether a sentence stands in a newer document, or further on in the same."""
    if e.sentence.document == best.sentence.document:
        return e.sentence.start > best.sentence.start
    return (e.passage.source.date or "") > (best.passage.source.date or "")


def figure_instead(question: Question, first: Settled, others: Sequence[Evidence], matcher: Matcher) -> Settled | None:
    """The sentence that says "20 instead of 15" where the best one says 15, with the new number."""
    for e in others:
        if _is_older(e, first.best) or not _says_replaced(e.sentence.text, first.value):
            continue
        said = figures(e.sentence.text)
        old = {number for number in figures(first.value) & said if len(number) > 1}
        if old and said - figures(first.value):
            new = replace(e, sentence=replace(e.sentence, text=without(e.sentence.text, old)))
            if (span := another_value(question, new, first.value, matcher)) is not None:
                return Settled(e, span, first.best)
    return None


def _says_replaced(text: str, value: str) -> bool:
    """Whether a text says that something is in the place of something else, or that just that value rose or fell to another."""
    if says(text, "replaces", "from one to another"):
        return True
    return any(
        figures(text[q.start : q.end]) & figures(value) and changed_from(text, Span(q.start, q.end))
        for q in find_quantities(text)
    )


def _is_older(e: Evidence, best: Evidence) -> bool:
    return (e.passage.source.date or "") < (best.passage.source.date or "")
