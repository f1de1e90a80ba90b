"""The value that a sentence says another took the place of."""

from __future__ import annotations

import re
from typing import Final

from assistant.changing import Sense, sayings, says
from assistant.reading.span import Span
from assistant.understand import Question
from vectorstore import StoredSentence, find_dates, find_quantities, fold

_CHANGES: Final[tuple[Sense, ...]] = ("moves", "replaces", "was so before", "holds now")
"""What says that a value became another."""
_AND_NOT = re.compile(r"(?:\b(?:and not|et non(?: pas| plus)?)|وليست?)(?: (?:on|le|في|يوم|as))? ?$")
_REACH = 45
"""Characters between what says that a value holds no more and the value."""


def left_behind(question: Question, sentence: StoredSentence) -> Span | None:
    """The value of a sentence that it says another took the place of."""
    text = sentence.text
    folded = fold(text)
    if sentence.kind == "heading" or not says(text, *_CHANGES) or len(folded) != len(text):
        return None
    values = _values(question, text)
    if len(values) < 2:
        return None
    for cue in sayings("left behind").finditer(folded):
        after = next((span for span in values if 0 <= span.start - cue.end() <= _REACH), None)
        if after is not None:
            return after
    return None


def denies_another_day(text: str, older: str) -> bool:
    """Whether a text says that just one day holds no more ("on 5 May and not on 3 May"), of which an older text does not tell."""
    folded, days = fold(text), {(found.month, found.day) for found in find_dates(older) if found.day}
    if len(folded) != len(text) or not days:
        return False
    denied = {
        (found.month, found.day)
        for found in find_dates(text)
        if found.day and _AND_NOT.search(folded, max(0, found.start - _REACH), found.start)
    }
    return bool(denied) and days.isdisjoint(denied)


def _values(question: Question, text: str) -> list[Span]:
    """The values of the kind asked for, in their order."""
    dates = [Span(found.start, found.end) for found in find_dates(text)]
    if question.wants == "date" and dates:
        return dates
    taken = [
        Span(found.start, found.end)
        for found in find_quantities(text)
        if not any(date.start <= found.start < date.end for date in dates)
    ]
    return sorted(taken, key=lambda span: span.start)
