"""The tokenizer of the packaged model: words of normalised text, each cut into the unigram pieces that are likeliest together.

The cut is that of Kudo (ACL 2018): of all ways to write a word as pieces, the one whose log probabilities have the largest sum,
found by Viterbi's algorithm. A word begins with a low line. Words are remembered, since most words of a text came before.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from math import inf

from vectorstore.packaged_file import PackagedFile

_WORDS_REMEMBERED = 20_000
_UNKNOWN_COSTS = 10.0
"""Below the unlikeliest piece: what a character costs that is no piece."""
_SPACES = re.compile(" {2,}")
_WORD = re.compile("▁[^▁]*|[^▁]+")


class Tokenizer:
    """Frames a text with the model's marks and neither cuts nor pads it; safe to share between threads."""

    def __init__(self, packaged: PackagedFile) -> None:
        self._pieces: Mapping[str, int] = packaged.pieces
        self._scores = packaged.scores
        self._start, self._end, self._unknown = packaged.bos, packaged.eos, packaged.unk
        self._unknown_score = min(packaged.scores) - _UNKNOWN_COSTS
        self._longest = max(map(len, packaged.pieces))
        self._odd = _odd(packaged.normaliser)
        last = len(packaged.scores) - 1
        special = {packaged.bos, packaged.pad, packaged.eos, packaged.unk, last}
        self._marks = {piece: number for piece, number in packaged.pieces.items() if number in special}
        self._mark = re.compile("|".join(map(re.escape, sorted(self._marks, key=len, reverse=True))))
        self._word = lru_cache(_WORDS_REMEMBERED)(self._cut)

    def tokens(self, text: str) -> list[int]:
        """The numbers of a text's pieces, between the marks for its start and its end."""
        found = [self._start]
        at = 0
        for mark in self._mark.finditer(text):  # a text that writes such a mark out gets the mark
            self._add(found, text[at : mark.start()])
            found.append(self._marks[mark.group()])
            at = mark.end()
        self._add(found, text[at:])
        found.append(self._end)
        return found

    def _add(self, found: list[int], text: str) -> None:
        normal = _SPACES.sub(" ", unicodedata.normalize("NFKC", text.translate(self._odd))).replace(" ", "▁")
        if normal and normal[0] != "▁":
            normal = f"▁{normal}"
        for word in _WORD.findall(normal):
            found += self._word(word)

    def _cut(self, word: str) -> tuple[int, ...]:
        """The likeliest pieces of a word; several unknown characters in a row are one unknown piece."""
        size = len(word)
        best = [0.0, *[-inf] * size]
        came: list[tuple[int, int]] = [(0, 0)] * (size + 1)
        for start in range(size):
            here, alone = best[start], False
            for end in range(start + 1, min(size, start + self._longest) + 1):
                number = self._pieces.get(word[start:end])
                if number is not None:
                    alone = alone or end == start + 1
                    if here + self._scores[number] > best[end]:
                        best[end], came[end] = here + self._scores[number], (start, number)
            if not alone and here + self._unknown_score > best[start + 1]:
                best[start + 1], came[start + 1] = here + self._unknown_score, (start, self._unknown)
        return self._walked_back(came)

    def _walked_back(self, came: list[tuple[int, int]]) -> tuple[int, ...]:
        numbers: list[int] = []
        end = len(came) - 1
        while end > 0:
            end, number = came[end]
            if number != self._unknown or numbers[-1:] != [number]:
                numbers.append(number)
        return tuple(reversed(numbers))


def _odd(table: Mapping[str, str]) -> dict[int, str]:
    """The file's table of characters as far as Unicode's own NFKC does something else, which is most of that table.

    NFKC also joins a letter with the accent that follows it, as the model's original normaliser did.
    """
    return {ord(old): new for old, new in table.items() if new != unicodedata.normalize("NFKC", old)}
