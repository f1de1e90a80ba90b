"""Whether two titles or names are of one thing, however they are written."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from rapidfuzz import fuzz

from assistant.attached import bare
from assistant.concepts import same_concept
from assistant.sounds import skeleton
from vectorstore import fold, terms, words

_SHORTEST_SOUND = 3
_ALIKE = 80
"""Least `token_set_ratio` (rapidfuzz, 0 to 100) of two titles of one thing."""


@lru_cache(maxsize=100_000)
def stems(text: str) -> tuple[str, ...]:
    """The terms of a title or name; each is compared with many others."""
    return tuple(terms(text))


def alike(one: str, other: str, least: int = _ALIKE) -> bool:
    """Whether two titles or names share the words of the shorter one."""
    return bool(one and other) and fuzz.token_set_ratio(" ".join(stems(one)), " ".join(stems(other))) >= least


def mean_alike(one: Collection[str], other: Collection[str]) -> bool:
    """Whether half the stems of the shorter of two titles, in whichever languages, mean what stems of the other do."""
    less, more = sorted((set(one), set(other)), key=len)
    least = min(len(less), max(2, len(less) / 2))
    return bool(less) and sum(bool({term, *same_concept(term)} & more) for term in less) >= least


def sounds(text: str) -> Iterator[str]:
    """How the words of a text sound, for those long enough to tell one name from another."""
    return (sound for word in words(text) if len(sound := _sound(word)) >= _SHORTEST_SOUND)


def sounds_asked(text: str) -> Iterator[str]:
    """How the words of a question sound, also without what Arabic writes as one with a name."""
    return (sound for word in text.split() for one in bare(fold(word)) for sound in sounds(one))


@lru_cache(maxsize=100_000)
def _sound(word: str) -> str:
    return skeleton(word)
