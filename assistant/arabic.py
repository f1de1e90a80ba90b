"""Arabic words that are one word, or of one root, although their stems differ.

A light stemmer leaves the endings of the accusative, of plurals and of possession on some words, and cuts the first letter off
others that begin as "with", "for" or "and" is written. Broken plurals and the nouns of verbs keep the root's consonants alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

_LETTER = re.compile(r"[\u0620-\u064a]")
_ENDINGS = re.compile(r"(?:تها|تهم|اته|وها|ها|هم|نا|اء|ات|ان|ين|ون|وا|يه|ته|تي|يا|[اهتوي])$")
_CLITICS = "لبك"
"""For, with and as, written onto a word."""
_WEAK = re.compile(r"(?<=.)[اوي]")
_PATTERN = re.compile(r"^(?:است|ان|[متي](?=...)|ا(?=..))")
"""How nouns of verbs, agents and places begin before the root."""
_SHORTEST = 3


def is_arabic(term: str) -> bool:
    """Whether a term is written in Arabic letters."""
    return bool(_LETTER.match(term))


@lru_cache(maxsize=100_000)
def uninflected(stem: str) -> str:
    """A stem without the endings that a stemmer left on it, three letters at least."""
    while (bare := _ENDINGS.sub("", stem)) != stem and len(bare) >= _SHORTEST:
        stem = bare
    return stem


@lru_cache(maxsize=100_000)
def root(stem: str) -> str:
    """The consonants of a stem that it shares with other words of its root; the stem itself where they are too few."""
    bare = uninflected(stem)
    consonants = _WEAK.sub("", bare)
    consonants = _PATTERN.sub("", consonants) if len(consonants) > _SHORTEST else consonants
    return consonants if len(consonants) >= _SHORTEST else bare


def readings(stem: str) -> Iterator[str]:
    """A stem as it stands, and without what may be "for", "with" or "as" before it."""
    yield stem
    if stem[0] in _CLITICS and len(stem) > _SHORTEST:
        yield stem[1:]


class Inflections:
    """The Arabic terms of an archive, by what they are forms of."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._alike: dict[str, set[str]] = {}
        self._akin: dict[str, set[str]] = {}
        for term in terms:
            if is_arabic(term):
                for reading in readings(term):
                    self._alike.setdefault(uninflected(reading), set()).add(term)
                    self._akin.setdefault(root(reading), set()).add(term)

    def of(self, term: str) -> frozenset[str]:
        """The archive's other forms of a word; none for a term in other letters."""
        return _found(self._alike, map(uninflected, readings(term))) - {term} if is_arabic(term) else frozenset()

    def akin(self, term: str) -> frozenset[str]:
        """The archive's other words of its root; none for a term in other letters."""
        return _found(self._akin, map(root, readings(term))) - {term} if is_arabic(term) else frozenset()


def _found(kept: Mapping[str, set[str]], keys: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*(kept.get(key, ()) for key in keys))
