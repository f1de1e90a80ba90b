"""What a later document says of the very value of an older one: that it was so before, or changed to another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.changing import sayings
from assistant.reading.contrast import figures
from assistant.reading.evidence import Evidence
from assistant.reading.matching import Matcher
from assistant.reading.over import changed_from, is_over, moved_to
from assistant.reading.settled import Settled, another_value
from assistant.reading.span import Span
from assistant.understand import Question
from vectorstore import find_dates, find_quantities, fold

_REACH = 70
"""Characters between what says that something was so before and the value."""
_DIGITS = 4
"""Of a number that hardly stands for something else by chance."""
_BESIDE = 3
"""Characters between a sentence that says what was before and the one before or after it, which says what holds; places are no sure sign."""


def told_over(question: Question, first: Settled, later: Sequence[Evidence], matcher: Matcher) -> Settled | None:
    """The sentence of a later document that says a value of the first one's sentence is over, with the value that holds.

    Args:
        question: What is asked.
        first: The value and where it stands.
        later: What later documents say, best first.
        matcher: Compares the question's terms with text.
    """
    if question.wants not in ("date", "place", "money", "number"):
        return None
    days = question.wants in ("date", "place")
    said = first.value if question.wants == "date" else first.best.sentence.text
    known = _precise(said, days=days) - figures(question.text)
    for e in later:
        text = e.sentence.text
        named = [span for span in _values(text) if _figure(e, span) & known]
        if question.wants == "date" and (moved := next(filter(None, (moved_to(text, span) for span in named)), None)):
            return Settled(e, moved, first.best)
        if over := [span for span in named if _is_left(text, span)]:
            return _instead(question, first, e, over, later, matcher)
    return None


def _instead(
    question: Question, first: Settled, e: Evidence, over: Sequence[Span], later: Sequence[Evidence], matcher: Matcher
) -> Settled:
    """What holds in the place of what a sentence says is over: in what is left of it, or right beside it; else the sentence itself."""
    left = e.sentence.text
    for known in (*over, *(span for span in _values(left) if _figure(e, span) & figures(first.best.sentence.text))):
        left = left[: known.start] + " " * (known.end - known.start) + left[known.end :]
    for text in (_from_now(left), left):
        cut = replace(e, sentence=replace(e.sentence, text=text))
        span = another_value(question, cut, first.value, matcher)
        if span is not None and not _is_left(e.sentence.text, span):
            return Settled(e, span, first.best)
    beside = [other for other in later if _is_beside(e, other)] if question.wants != "place" else []
    for other in sorted(beside, key=lambda one: -one.sentence.start):
        span = another_value(question, other, first.value, matcher)
        if span is not None and not _is_left(other.sentence.text, span):
            return Settled(other, span, first.best)
    return Settled(e, None, first.best)


def _from_now(text: str) -> str:
    """A text with spaces up to where it last says that something holds now: "so the new ceiling is …"."""
    cues = list(sayings("holds now").finditer(fold(text)))
    start = cues[-1].start() if cues else 0
    return " " * start + text[start:]


def _is_left(text: str, span: Span) -> bool:
    """Whether a text says of a value that it is over, changed to another, or was so before."""
    if is_over(text, span) or changed_from(text, span):
        return True
    before = fold(text[: span.start])
    cues = [cue for sense in ("was so before", "calls off") for cue in sayings(sense).finditer(before)]
    after = [before[cue.end() :] for cue in cues]
    return any(len(between) <= _REACH and not re.search(r"\d", between) for between in after)


def _precise(text: str, *, days: bool) -> frozenset[str]:
    """The whole days of a text, or its longer numbers: what names one thing where it stands again."""
    if days:
        return frozenset(f"{d.year}-{d.month}-{d.day}" for d in find_dates(text) if d.year and d.day)
    return frozenset(one for one in figures(text) if one.isdigit() and len(one) >= _DIGITS)


def _values(text: str) -> Iterator[Span]:
    dates = find_dates(text)
    yield from (Span(d.start, d.end) for d in dates)
    yield from (Span(q.start, q.end) for q in find_quantities(text))


def _figure(e: Evidence, span: Span) -> frozenset[str]:
    """The value of a span; a day without a year is of its document's year."""
    said = e.sentence.text[span.start : span.end]
    year = (e.passage.source.date or "")[:4]
    yearless = {f"{year}-{d.month}-{d.day}" for d in find_dates(said) if d.year is None and d.day}
    return figures(said) | yearless


def _is_beside(e: Evidence, other: Evidence) -> bool:
    same = e.sentence.document == other.sentence.document and other.sentence.kind != "heading"
    gap = max(other.sentence.start - e.sentence.end, e.sentence.start - other.sentence.end)
    return same and other is not e and gap <= _BESIDE
