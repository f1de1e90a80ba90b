"""How much of what is said stands in its source, word by word."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby

from assistant.concepts import everyday
from assistant.gate.amounts import is_number
from assistant.gate.days import without_dates
from assistant.gate.likeness import ARABIC, glue, is_known
from assistant.gate.polarity import is_negation
from assistant.understand import question_language
from vectorstore import terms, words

_MISSING = 0.3
"""Share of the telling words that may be missing, of a sentence in the language of its source."""
_MISSING_ACROSS = 0.5
"""Across languages: what has no cognate and is no known concept cannot be looked up."""
_RUN = 2
"""Words in a row that only the question has or nobody."""
_SHORT = 3


def unsupported(said: str, source: str, asked: str) -> str | None:
    """The words of a sentence that its source lacks, if they are too many; None if they are few enough.

    A word of the question counts as found, but not more often than the source's own; words of report ("according to")
    count neither way.
    """
    own, lent = set(terms(source)), set(terms(asked))
    # A code counts once, not also with its parts.
    stems = dict.fromkeys(stem for word in words(without_dates(said)) for stem in terms(word)[:1])
    told = [stem for stem in stems if not _counts_neither_way(stem)]
    found = [term for term in told if _is_borne(term, own)]
    borrowed = [term for term in told if term not in found and _is_borne(term, lent)]
    missing = [term for term in told if term not in found and term not in borrowed]
    if 2 * len(borrowed) > len(found) or _longest_run(told, found) > _RUN:
        return ", ".join(term for term in told if term not in found)
    if not same_language(said, source):
        return ", ".join(missing) if len(missing) > _MISSING_ACROSS * len(told) else None
    allowed = 0 if len(told) <= _SHORT or _strange(missing) else _MISSING * len(told)
    adjacent = _longest_run(told, [*found, *borrowed]) > 1
    return ", ".join(missing) if len(missing) > allowed or adjacent else None


def same_language(said: str, source: str) -> bool:
    """Whether a sentence is in the language of its source."""
    return question_language(said) == question_language(source)


def _strange(missing: Collection[str]) -> list[str]:
    """Arabic words that are missing and are no everyday words: each may be a name, for Arabic has no capitals."""
    return [term for term in missing if ARABIC.search(term) and term not in everyday()]


def _is_borne(term: str, by: Collection[str]) -> bool:
    """Whether a term is known, or each part of a compound is: "three-week" by "three weeks"."""
    parts = [stem for part in term.split("-") for stem in terms(part)] if "-" in term else []
    return is_known(term, by) or (bool(parts) and all(is_number(part) or is_known(part, by) for part in parts))


def _counts_neither_way(term: str) -> bool:
    return term in glue() or is_number(term) or is_negation(term)


def _longest_run(told: Collection[str], found: Collection[str]) -> int:
    """How many words in a row are not among those found: two sentences in one leave such a gap."""
    return max((len(list(run)) for here, run in groupby(told, found.__contains__) if not here), default=0)
