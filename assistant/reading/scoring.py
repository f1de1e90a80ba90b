"""How good a sentence is as an answer, against others for the same question."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.changing import says
from assistant.concepts import same_concept
from assistant.reading.evidence import Evidence
from assistant.reading.fitting import DATE_LABEL, PLACE_LABEL, names_people
from assistant.reading.qualified import of_series
from assistant.understand import Question
from vectorstore import find_dates, fold, terms

_FOREIGN = 0.15
"""What `near` gives a sentence in another language for telling whether it is enough, and not for being better than others."""
_LABELS: dict[str, re.Pattern[str]] = {"date": DATE_LABEL, "place": PLACE_LABEL}
"""How the lines of a report begin that say when and where, by the kind of question they answer."""
_ONLY_WHEN = 1.0
"""What the date line of a report is behind a sentence of it, for whoever asks for something else."""
_OF_ANOTHER = 2.0
"""What a sentence of another session or edition than the numbered one asked about is behind those of that one."""
_APART = 1.0
"""What a sentence is behind others that warns of taking one thing for another."""
_UNTIL = re.compile(r"\b(?:until|till|by when|no later|at the latest|jusqu|au plus tard|حتي)\b")
"""What asks for the last day of something, which is not the day a document is of."""


def score(question: Question, e: Evidence) -> float:
    """How good a sentence is as an answer, against others for the same question.

    The weights are those of a pairwise logistic regression (gold sentence against the others of the same question) over two
    archives in different styles, rounded; each archive's own weights order the other's sentences nearly as well.
    """
    typed = question.wants in (
        "person",
        "date",
        "number",
        "money",
        "place",
        "title",
        "contact",
        "reference",
    ) or names_people(question)
    value = 2.0 * e.context + 2.3 * e.focus + 1.4 * e.meaning + 1.5 * e.rank + 0.9 * e.document + 1.0 * e.near
    value += (1.8 if typed else 0.6) * e.fit + 0.5 * min(1.0, len(e.sentence.text.split()) / 30)
    value += 2.0 * e.header - (_OF_ANOTHER if of_series(question) else 0.3) * (not e.qualified)
    value += 1.0 * e.dated - 0.6 * _other_year(question, e.sentence.text)
    value -= (
        0.8 * (e.sentence.kind == "heading" or e.sentence.text.rstrip(" .").endswith(("?", "؟")))
        + 0.3 * (e.sentence.kind == "row")
        + 0.4 * (e.sentence.kind == "item" and question.wants != "list")
        + _ONLY_WHEN * _only_says_when(question, e.sentence.text)
        + _APART * _tells_apart(question, e.sentence.text)
    )
    return value - _FOREIGN * e.foreign


def _tells_apart(question: Question, text: str) -> bool:
    """Whether a sentence only says that something is not to be taken for another, and the question is not after that."""
    return says(text, "is another") and not says(question.text, "is another", "asks if one")


def _only_says_when(question: Question, text: str) -> bool:
    """Whether a line is the date or venue line of a report, and the question is after neither."""
    asked = {question.wants, *question.also}
    return asked.isdisjoint(_LABELS) and any(label.match(fold(text)) for label in _LABELS.values())


def is_header_line(question: Question, text: str) -> bool:
    """Whether a line is the date line for a question after a date, or the venue line for one after a place."""
    label = _LABELS.get(question.wants)
    if question.wants == "date" and (_other_days() & set(question.own_terms) or _UNTIL.search(fold(question.text))):
        return False
    return bool(label and label.match(fold(text)))


@lru_cache(maxsize=1)
def _other_days() -> frozenset[str]:
    """Stems of the words for a day that is not the document's own: a deadline, the end of something."""
    stems = {stem for word in ("deadline", "expire", "retire") for stem in terms(word)}
    return frozenset(stems.union(*(same_concept(stem, "en") for stem in stems)))


def _other_year(question: Question, text: str) -> bool:
    """Whether a sentence dates itself in years, none of them the one asked about."""
    asked = {d.year for d in question.dates if d.year}
    there = {d.year for d in find_dates(text) if d.year}
    return bool(asked and there and not asked & there)
