"""Which sentences tell of one of several things, and not of another."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from assistant.each.things import own_terms
from assistant.reading.evidence import Evidence
from assistant.reading.matching import Matcher, searchable
from vectorstore import DocumentInfo, fold, terms

_SYNONYM = 0.6
"""What a word is worth that only means the same."""
_HERE, _AROUND, _NOWHERE = 2, 1, 0
"""Whether a sentence itself names a thing, what stands above it does, or neither."""


def of_one(
    name: str,
    names: Sequence[str],
    evidence: Sequence[Evidence],
    matchers: Mapping[str, Matcher],
    documents: Mapping[str, DocumentInfo],
    opening: Callable[[str], str],
) -> list[Evidence]:
    """The sentences that name one of several things, themselves or by what stands above them.

    A sentence that names another of them better tells of that one.

    Args:
        name: The thing.
        names: All of them.
        evidence: Best first.
        matchers: Compares the question for each with text.
        documents: What is known of each document, by its path.
        opening: The first words of a document, by its path.
    """
    kept = []
    for one in evidence:
        if one.sentence.kind in ("header", "heading"):
            continue
        own = _named(name, matchers[name], one, documents, opening)
        others = (_named(other, matchers[other], one, documents, opening) for other in names if other != name)
        if own > _NOWHERE and own >= max(others, default=_NOWHERE):
            kept.append(one)
    return kept


def _named(
    name: str,
    matcher: Matcher,
    one: Evidence,
    documents: Mapping[str, DocumentInfo],
    opening: Callable[[str], str],
) -> int:
    here = searchable(one.sentence)
    own = own_terms(name, matcher)
    if not own:  # a code too short to be a term: J-1
        return _HERE if _spelled(name).search(fold(one.sentence.text)) else _NOWHERE
    if _all_said(own, matcher, here):
        return _HERE
    about = documents[one.sentence.document]
    above = [about.title, _PATH.sub(" ", about.path), about.venue or "", *one.passage.headings, opening(about.path)]
    around = here | _terms_of(" ; ".join(above)) | {(about.date or "")[:4]}
    numbered = name.isdecimal() and _numbered(name).search(about.title) is not None
    return _AROUND if numbered or _all_said(own, matcher, around) else _NOWHERE


def _all_said(own: Sequence[str], matcher: Matcher, words: frozenset[str]) -> bool:
    """Whether some words have every word of a thing's name: of what is written as a name, nothing that only means the same."""
    return all(matcher.worth(term, words) >= (1.0 if term in matcher.named else _SYNONYM) for term in own)


@lru_cache(maxsize=2_000)
def _terms_of(text: str) -> frozenset[str]:
    return frozenset(terms(text))


@lru_cache(maxsize=200)
def _spelled(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(fold(name))}(?![\w-])")


@lru_cache(maxsize=200)
def _numbered(number: str) -> re.Pattern[str]:
    """A number in a title that counts issues or editions: "no. 7"."""
    return re.compile(rf"(?:n[°ºo]\.?|nr\.?|#|رقم|العدد)\s*{number}(?!\d)", re.IGNORECASE)


_PATH = re.compile(r"[/._-]")
