"""The number or sum in a sentence that is asked for, with what it counts."""

from __future__ import annotations

import re

from assistant.reading.closest import closest
from assistant.reading.counting import counting
from assistant.reading.matching import Matcher
from assistant.reading.nouns import with_noun
from assistant.reading.persons import PERSONS
from assistant.reading.sexes import without_sexes
from assistant.reading.span import Span
from assistant.understand import Question, counted_terms
from vectorstore import Quantity, terms


def quantity(question: Question, text: str, matcher: Matcher) -> Span | None:
    """The number, or for a sum of money the sum, nearest to what is asked, with the words behind it that say what it counts."""
    quantities = counting(text)
    if question.wants == "money":
        quantities = [q for q in quantities if q.money] or [q for q in quantities if not q.worded]
    of_all = without_sexes(question.text, text, [q.end for q in quantities])
    quantities = [q for q in quantities if q.end in of_all]
    asked = set(terms(question.text))
    quantities = [q for q in quantities if not set(terms(text[q.start : q.end])) & asked] or quantities
    best: Quantity | None = closest(
        quantities, text, question, matcher, lambda q: (q.start, q.end), focus=_counted(question, matcher)
    )
    if best is None:
        return None
    about = _ABOUT.search(text[: best.start])
    return Span(about.start() if about else best.start, best.end if best.money else with_noun(text, best.end))


def _counted(question: Question, matcher: Matcher) -> frozenset[str]:
    """The stems of what is counted, in every language; people are whoever has a name for them, such as trainees."""
    counted = counted_terms(question)
    people = PERSONS if counted & PERSONS else frozenset()
    return counted.union(people, *(matcher.alike.get(term, ()) for term in counted))


_ABOUT = re.compile(
    r"(?:\b(?:more than|less than|over|about|around|nearly|almost|some|at least|at most|up to|approximately|plus de|moins de|environ|près de|au moins|jusqu'à)|أكثر من|أقل من|نحو|حوالي|قرابة|ما يزيد على)\s+$",
    re.IGNORECASE,
)
