"""Decide whether the evidence carries an answer, and say why where it does not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from assistant.aliases import Aliases
from assistant.concepts import same_concept
from assistant.reading.evidence import Evidence
from assistant.understand import Question, asks_what_comes
from assistant.values import Reason
from assistant.variants import Vocabulary
from vectorstore import FileRecord, fold, terms

_TYPED = ("person", "date", "number", "money", "place", "title", "contact")
_HAS_A_FORM = ("person", "date", "number", "money", "contact")
"""Kinds whose form is unmistakable: without it there is no answer, however near the sentence is."""
_THRESHOLD = -0.4
"""Where about one answerable question in twenty is refused on three archives, and two in three of the others."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no answer; `about` is the name, year or file the sentence speaks of."""

    reason: Reason
    about: str = ""


def carries(question: Question, best: Evidence, vocabulary: Vocabulary, strictness: float) -> bool:
    """Whether the best evidence is enough for an answer.

    A logistic regression, rounded, over the answerable questions of three archives in different styles, the unanswerable
    ones, and twins made of the first by leaving out the answering documents or by swapping a name or a year. Fitted on two
    of the archives, the area under the curve on the third is 0.89 to 0.96.
    """
    typed = question.wants in _TYPED
    if question.wants in _HAS_A_FORM and not best.fit:
        return False
    if not best.qualified and (asks_what_comes(question) or not best.foreign):
        return False
    value = 2.2 * best.context + 1.1 * best.told + 2.9 * best.near + 0.7 * best.foreign - 4.1
    value -= 2.8 * (1 - best.named) + 2.5 * (1 - best.dated)
    value += (0.3 * best.fit - 1.1 * (1 - best.fit)) if typed else 0.0
    value += 1.6 * _unheard(question, vocabulary) + 0.65 * min(1.0, len(question.terms) / 6)
    return value > _THRESHOLD + (strictness - 1.0)


def _unheard(question: Question, vocabulary: Vocabulary) -> float:
    """Weight of the question's own terms that the archive never uses; no sentence could have shown them."""
    total = sum(vocabulary.weight(term) for term in question.own_terms)
    return (
        sum(vocabulary.weight(t) for t in question.own_terms if t not in vocabulary.frequency) / total if total else 0.0
    )


def unknown_name(
    question: Question, vocabulary: Vocabulary, variants: Mapping[str, Collection[str]], aliases: Aliases
) -> str | None:
    """A name in the question that stands nowhere in the archive, in no spelling and by no other name."""
    for name in question.names:
        parts = terms(name)
        known = parts and (
            _heard(parts[0], vocabulary, variants)
            or (all(_heard(p, vocabulary, variants) for p in parts[1:]) and len(parts) > 1)
        )
        if parts and not known and parts[0] not in aliases:
            return name
    return None


def _heard(term: str, vocabulary: Vocabulary, variants: Mapping[str, Collection[str]]) -> bool:
    """Whether the archive has a term, another spelling of it, its name in another language, or its letters in another order.

    Short names of one body in two languages often are such a reordering: OIC and OCI, AIDS and SIDA.
    """
    spellings = {term, *variants.get(term, ()), *same_concept(term)}
    return any(word in vocabulary.frequency for word in spellings)


def unread_holding(question: Question, files: Sequence[FileRecord], weight: Callable[[str], float]) -> str | None:
    """A file that could not be read and whose name shares two of the question's rarer terms, or half their weight."""
    total = sum(weight(term) for term in question.terms) or 1.0
    for file in files:
        if file.state != "unreadable":
            continue
        shared = set(
            terms(fold(file.path).replace("_", " ").replace("-", " ").replace("/", " ").replace(".", " "))
        ) & set(question.terms)
        if len(shared) >= 2 and sum(weight(term) for term in shared) >= 0.35 * total:
            return file.path
    return None


def outside(question: Question, first: int | None, last: int | None, vocabulary: Vocabulary) -> str | None:
    """A year asked about that lies outside the archive's and is mentioned nowhere in it."""
    for found in question.dates:
        year = found.year
        if year and first and last and not first <= year <= last and str(year) not in vocabulary.frequency:
            return str(year)
    return None
