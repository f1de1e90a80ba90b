"""Decide whether the evidence carries an answer, and say why where it does not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from assistant.aliases import Aliases
from assistant.concepts import same_concept
from assistant.understand import Question, same_country
from assistant.values import Reason
from assistant.variants import Vocabulary
from vectorstore import FileRecord, fold, terms


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no answer; `about` is the name, year or file the sentence speaks of."""

    reason: Reason
    about: str = ""


def unknown_name(
    question: Question, vocabulary: Vocabulary, variants: Mapping[str, Collection[str]], aliases: Aliases
) -> str | None:
    """A name in the question that stands nowhere in the archive, in no spelling and by no other name."""
    for name in question.names:
        if country := same_country(name):
            if not any(all(_heard(p, vocabulary, variants) for p in terms(other)) for other in country):
                return name
            continue
        parts = terms(name)
        known = parts and (
            _heard(parts[0], vocabulary, variants)
            or (all(_heard(p, vocabulary, variants) for p in parts[1:]) and len(parts) > 1)
        )
        others = aliases.get(parts[0], ()) if parts else ()
        if parts and not known and not any(all(t in vocabulary.frequency for t in other) for other in others):
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
