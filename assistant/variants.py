"""Other spellings of a question's terms that the archive really uses: typing errors, forms of a word, and names across scripts."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.arabic import Inflections
from assistant.attached import bare
from assistant.concepts import everyday, same_concept
from assistant.plurals import other_number
from assistant.sounds import ARABIC, skeleton, sounds_alike_and_no_other, sounds_like
from vectorstore import fold, terms

_SHORTEST_SKELETON, _LONG_SKELETON = 3, 4
_SHORTEST_START, _FEW_LONGER = 4, 3
_FEW = 12
"""Chunks that even a common name of a small archive stands in at most."""
_COMMON = 0.08
"""A term in a larger share of the chunks is a word of the language, not a name."""


class Vocabulary:
    """The terms of one archive, with the number of chunks each stands in."""

    def __init__(self, frequency: Mapping[str, int], chunks: int, spoken: Iterable[str] = ()) -> None:
        """Take up the terms of an archive.

        Args:
            frequency: The number of chunks each stands in.
            chunks: How many chunks there are.
            spoken: The words of the names in it, as written: a stem may lack what they are known by.
        """
        self.frequency = frequency
        self.chunks = max(1, chunks)
        self.arabic = Inflections(frequency)
        """The forms that a word takes in it."""
        self._by_sound: dict[tuple[bool, str], list[str]] = {}
        for word in frequency:
            if word.isalpha() and len(word) > 2:
                self._by_sound.setdefault((bool(ARABIC.search(word)), skeleton(word)), []).append(word)
        self._named: dict[str, str] = {}
        """The stem of each word of a name, by the word, which a slip in its ending is told from."""
        self._names_by_sound: dict[tuple[bool, str], list[tuple[str, str]]] = {}
        for word in sorted(set(spoken)):
            for stem in terms(word)[:1]:
                if stem in frequency and word.isalpha():
                    self._named[fold(word)] = stem
                    kept = self._names_by_sound.setdefault((bool(ARABIC.search(word)), skeleton(word)), [])
                    kept.append((word, stem))

    @cached_property
    def _in_order(self) -> list[str]:
        """Every term, so that those with one beginning stand together."""
        return sorted(self.frequency)

    def weight(self, term: str) -> float:
        """Inverse document frequency in 0..1: 1 for a term of one chunk or none, near 0 for one of every chunk."""
        found = self.frequency.get(term, 0)
        return math.log(1 + self.chunks / (1 + found)) / math.log(1 + self.chunks)

    def variants(
        self, terms: Iterable[str], names: Mapping[str, str], spelled: Mapping[str, str]
    ) -> dict[str, frozenset[str]]:
        """For each term that has any, the archive's other terms for the same word.

        Args:
            terms: The question's search terms.
            names: Those of them that are names or parts of names, with the word they are the stem of.
            spelled: For every term, the word it is the stem of.
        """
        found: dict[str, frozenset[str]] = {}
        for term in terms:
            same = (
                self._near(term, spelled.get(term, term))
                | self.arabic.of(term)
                | self._cut_short(term)
                | self._across_scripts(term, names.get(term), spelled.get(term, term))
                | (other_number(term, spelled.get(term, term)) & self.frequency.keys())
            )
            if term in names:
                same |= self._singular(term)
                same |= self._reordered(term) | self._telling_parts(term) | self._across_languages(term)
            if same:
                found[term] = same
        return found

    def _near(self, term: str, word: str) -> frozenset[str]:
        """Terms one slip away, two for long words; a word known here or to the language, a number or a short code has none.

        A slip in an ending is told from the words of names as they are written, for there a stem is another one.
        """
        if term in self.frequency or len(term) < 4 or not term.isalpha() or same_concept(term):
            return frozenset()
        return _closest(term, self.frequency) or frozenset(self._named[same] for same in _closest(word, self._named))

    def _cut_short(self, term: str) -> frozenset[str]:
        """The few words an unknown one is the beginning of: `ouaga` of `ouagadougou`."""
        if term in self.frequency or len(term) < _SHORTEST_START or not term.isalpha():
            return frozenset()
        first, end = (bisect_left(self._in_order, bound) for bound in (term, f"{term}\U0010ffff"))
        longer = [word for word in self._in_order[first:end] if len(word) >= len(term) + 2]
        return frozenset(longer) if len(longer) <= _FEW_LONGER else frozenset()

    def _singular(self, term: str) -> frozenset[str]:
        """A short form without a plural's "s", or with it: `fps` and `fp`."""
        if term in self.frequency or not 2 <= len(term) <= 6 or not term.isalpha():
            return frozenset()
        other = term[:-1] if term.endswith("s") else f"{term}s"
        return frozenset({other} & self.frequency.keys())

    def _reordered(self, term: str) -> frozenset[str]:
        """Short names with the same letters in another order, as one body's are in two languages: OIC and OCI, AIDS and SIDA."""
        if term in self.frequency or not 3 <= len(term) <= 6 or not term.isalpha():
            return frozenset()
        return frozenset(word for word in self.frequency if len(word) == len(term) and sorted(word) == sorted(term))

    def _across_languages(self, term: str) -> frozenset[str]:
        """A name as another language with the same script spells it: Samarkand for Samarcande.

        They sound alike and differ in a letter or two; a name with an ending more may be somebody else's.
        """
        if ARABIC.search(term) or not term.isalpha() or len(skeleton(term)) < _LONG_SKELETON:
            return frozenset()
        alike = self._by_sound.get((False, skeleton(term)), ())
        return frozenset(
            word
            for word in alike
            if OSA.distance(word, term) in (1, 2) and not word.startswith(term) and not term.startswith(word)
        )

    def _telling_parts(self, term: str) -> frozenset[str]:
        """The parts of a code that say as much as the whole: `UNEVOC` of `UNESCO-UNEVOC`, but not `Reach` of `DRM-Reach`."""
        most = 2 * max(1, self.frequency.get(term, 0))
        parts = re.split(r"[-/&]", term)
        return frozenset(
            part for part in parts[1:] + parts[:1] if len(part) > 3 and 0 < self.frequency.get(part, 0) <= most
        ) - {term}

    def _across_scripts(self, term: str, name: str | None, word: str) -> frozenset[str]:
        """Terms of the other script that sound alike; any Arabic word may be a name, but is taken for one of a rare term only.

        A word that is not of the language, and long enough to sound like one name only, may be a common name of a small archive.
        A short one, of two consonants, is only taken for a name that the archive calls a place, a body or somebody by.
        """
        arabic = bool(ARABIC.search(term))
        if not term.isalpha() or not (name or arabic) or (not name and term in everyday()):
            return frozenset()
        said = name or word
        whole = self._sounding(term, said, name)
        return whole or frozenset().union(*(self._sounding(term, one, name) for one in list(bare(fold(said)))[1:]))

    def _sounding(self, term: str, said: str, name: str | None) -> frozenset[str]:
        """Terms of the other script that sound as a word does."""
        key = (not ARABIC.search(term), skeleton(said))
        found = {stem for spelled, stem in self._names_by_sound.get(key, ()) if _same(said, spelled)}
        if len(key[1]) >= _SHORTEST_SKELETON:
            most = max(_FEW, _COMMON * self.chunks)
            alike = (same for same in self._by_sound.get(key, ()) if name or self.frequency[same] <= most)
            found |= {same for same in alike if sounds_like(*_by_script(said, same))}
        return frozenset(found)


def _closest(word: str, among: Mapping[str, object]) -> frozenset[str]:
    """The words with the same first letter that are fewest slips away."""
    near = process.extract(word, among.keys(), scorer=OSA.distance, score_cutoff=1 if len(word) < 8 else 2, limit=6)
    closest = min((distance for _, distance, _ in near), default=0)
    return frozenset(other for other, distance, _ in near if distance == closest and other[0] == word[0])


def _same(one: str, other: str) -> bool:
    return sounds_alike_and_no_other(*_by_script(one, other))


def _by_script(one: str, other: str) -> tuple[str, str]:
    """Two words, the Arabic one first."""
    return (one, other) if ARABIC.search(one) else (other, one)
