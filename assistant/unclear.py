"""Questions that nobody could answer as they stand: nothing said, another script, or too little to tell which is meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from assistant.concepts import asking_words
from assistant.reading.evidence import Evidence
from assistant.understand import Question

_CHOICES = 4
_CLOSE = 0.75
"""Share of the best document's score that another one has, at least, to be meant as well."""
_SELF_EXPLAINING = ("expansion", "contact")


def readable(text: str) -> str:
    """A question without what cannot be seen: control characters and marks that turn the direction of writing."""
    shown = (
        " " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text if unicodedata.category(c) != "Cf"
    )
    return " ".join("".join(c for c in shown if unicodedata.category(c) not in ("Cs", "Co", "Cn")).split())


def in_another_script(text: str) -> bool:
    """Whether most letters are neither Latin nor Arabic."""
    letters = [unicodedata.name(c, "") for c in text if c.isalpha()]
    return bool(letters) and sum(name.startswith(("LATIN", "ARABIC")) for name in letters) < len(letters) / 2


def choices(question: Question, evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """The documents a question of one common word may mean, best first; none where it is clear or only one fits."""
    telling = [t for t in question.own_terms if t not in asking_words()]
    if question.leans or question.names or question.dates or len(telling) > 1 or question.wants in _SELF_EXPLAINING:
        return ()
    scores: dict[str, float] = {}
    for found in evidence:
        if found.context >= 0.5:
            scores.setdefault(found.passage.source.document, found.score)
    close = [path for path, score in scores.items() if score >= _CLOSE * max(scores.values())]
    return tuple(close[:_CHOICES]) if len(close) > 1 else ()
