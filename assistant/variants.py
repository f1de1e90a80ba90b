"""Other spellings of a question's terms that the archive really uses: typing errors, and names across scripts."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

_ARABIC = re.compile(r"[\u0620-\u064a]")
_SOUNDS_ARABIC = str.maketrans(
    {"ش": "S", "خ": "x", "غ": "g", "ث": "t", "ذ": "d", "ف": "f", "ڤ": "f", "ق": "k", "ك": "k", "ص": "s", "س": "s", "ط": "t", "ت": "t"}
    | {"ظ": "z", "ض": "d", "ج": "g", "ز": "z", "ب": "b", "پ": "b", "د": "d", "ر": "r", "ل": "l", "م": "m", "ن": "n"}
    | dict.fromkeys("اويهحعءىةآ", "")
)
_DIGRAPHS = (("sch", "S"), ("tch", "S"), ("sh", "S"), ("ch", "S"), ("kh", "x"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("ph", "f"), ("ck", "k"), ("gu", "g"), ("qu", "k"))
_SOUNDS_LATIN = str.maketrans({"c": "k", "q": "k", "v": "f", "p": "b", "j": "g", "x": "ks"} | dict.fromkeys("aeiouyhw'-", ""))
_SHORTEST_SKELETON = 3
_COMMON = 0.08
"""A term in a larger share of the chunks is a word of the language, not a name."""


class Vocabulary:
    """The terms of one archive, with the number of chunks each stands in."""

    def __init__(self, frequency: Mapping[str, int], chunks: int) -> None:
        self.frequency = frequency
        self.chunks = max(1, chunks)
        self._by_sound: dict[tuple[bool, str], list[str]] = {}
        for word in frequency:
            if word.isalpha() and len(word) > 2:
                self._by_sound.setdefault((bool(_ARABIC.search(word)), skeleton(word)), []).append(word)

    def weight(self, term: str) -> float:
        """Inverse document frequency in 0..1: 1 for a term of one chunk or none, near 0 for one of every chunk."""
        found = self.frequency.get(term, 0)
        return math.log(1 + self.chunks / (1 + found)) / math.log(1 + self.chunks)

    def variants(self, terms: Iterable[str], names: Iterable[str]) -> dict[str, frozenset[str]]:
        """For each term that has any, the archive's other terms for the same word; `names` are those that are names."""
        named = set(names)
        found = {
            term: self._near(term) | self._across_scripts(term, term in named) | (self._reordered(term) if term in named else frozenset())
            for term in terms
        }
        return {term: words for term, words in found.items() if words}

    def _near(self, term: str) -> frozenset[str]:
        """Terms one slip away, two for long words; a known word, a number or a short code has no near spelling."""
        if term in self.frequency or len(term) < 4 or not term.isalpha():
            return frozenset()
        allowed = 1 if len(term) < 8 else 2
        near = process.extract(term, self.frequency.keys(), scorer=OSA.distance, score_cutoff=allowed, limit=6)
        closest = min((distance for _, distance, _ in near), default=0)
        return frozenset(word for word, distance, _ in near if distance == closest and word[0] == term[0])

    def _reordered(self, term: str) -> frozenset[str]:
        """Short names with the same letters in another order, as one body's are in two languages: OIC and OCI, AIDS and SIDA."""
        if term in self.frequency or not 3 <= len(term) <= 6 or not term.isalpha():
            return frozenset()
        return frozenset(word for word in self.frequency if len(word) == len(term) and sorted(word) == sorted(term))

    def _across_scripts(self, term: str, is_name: bool) -> frozenset[str]:
        """Rare terms of the other script that sound alike; Arabic has no capitals, so any of its words may be a name."""
        arabic = bool(_ARABIC.search(term))
        sounds = skeleton(term)
        if len(sounds) < _SHORTEST_SKELETON or not (is_name or arabic) or not term.isalpha():
            return frozenset()
        same = self._by_sound.get((not arabic, sounds), ())
        return frozenset(word for word in same if self.frequency[word] <= max(2, _COMMON * self.chunks))


def skeleton(word: str) -> str:
    """The consonants of a folded word as they sound, alike for Arabic and Latin spellings of one name."""
    if _ARABIC.search(word):
        sounds = word.translate(_SOUNDS_ARABIC)
    else:
        for digraph, sound in _DIGRAPHS:
            word = word.replace(digraph, sound)
        sounds = re.sub(r"c(?=[eiy])", "s", word).translate(_SOUNDS_LATIN)
    return re.sub(r"(.)\1+", r"\1", sounds)
