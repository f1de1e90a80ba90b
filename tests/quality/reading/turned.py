"""Questions that ask the same of something else: a name or a year of a question in the place of which another one stands.

No line of the house answers them, however near one comes; twins of answerable questions, as the product's refusals are measured by.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from tests.quality.reading.bank import Asked, Written

_WORD = re.compile(r"[^\W_][\w’'\-]*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_SHORTEST, _SHORTEST_ARABIC = 3, 4
_RARE = 3
"""Houses that an Arabic word stands in at most, to be taken for a name."""
_TRIES = 20


class Turned:
    """Turns questions of a bank to other names and years.

    Args:
        bank: All documents, of which the names are.
        chance: Chooses them.
    """

    def __init__(self, bank: Sequence[Written], chance: random.Random) -> None:
        self._chance = chance
        self._bank = bank
        self._texts: dict[str, str] = defaultdict(str)
        for place, document in enumerate(bank):
            said = " ".join([document.title, *(text for _, text in document.parts)])
            self._texts[_house(bank, place)] += said.lower() + " "
        self._houses_of = Counter(word for text in self._texts.values() for word in set(_WORD.findall(text)))
        self._names: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        for place, document in enumerate(bank):
            for asked in document.asked:
                for start, end in self._named(asked):
                    name = asked.text[start:end]
                    self._names[asked.language, _sort(name)].append((_house(bank, place), name))

    def of(self, place: int, asked: Asked) -> str | None:
        """A question of a document turned to something that its house has not; None where it names nothing."""
        house, text = _house(self._bank, place), asked.text
        spots = [(match.start(), match.end()) for match in _YEAR.finditer(text)]
        spots += [(start, end) for start, end in self._named(asked) if self._stands(place, asked, text[start:end])]
        if not spots:
            return None
        start, end = self._chance.choice(spots)
        for _ in range(_TRIES):
            other = self._other(house, asked.language, text[start:end])
            if other.lower() not in self._texts[house]:
                return text[:start] + other + text[end:]
        return None

    def _other(self, house: str, language: str, name: str) -> str:
        if _YEAR.fullmatch(name):
            return str(int(name) + self._chance.choice([-4, -3, -2, -1, 1, 2, 3]))
        whose, other = self._chance.choice(self._names[language, _sort(name)])
        return other if whose != house else name

    def _stands(self, place: int, asked: Asked, name: str) -> bool:
        """Whether something named is of its house; of another language it is spelled otherwise there, and no Arabic word is surely a name."""
        if asked.language == self._bank[place].language:
            return name.lower() in self._texts[_house(self._bank, place)]
        return asked.language != "ar"

    def _named(self, asked: Asked) -> Iterator[tuple[int, int]]:
        """Where names stand in a question, words that follow one another together."""
        start = end = -1
        for match in _WORD.finditer(asked.text):
            if not self._is_name(match.group(), first=match.start() == 0):
                continue
            if start >= 0 and asked.text[end : match.start()] == " ":
                end = match.end()
                continue
            if start >= 0:
                yield start, end
            start, end = match.span()
        if start >= 0:
            yield start, end

    def _is_name(self, word: str, *, first: bool) -> bool:
        if _ARABIC.search(word):
            return len(word) >= _SHORTEST_ARABIC and self._houses_of[word.lower()] <= _RARE
        return len(word) >= _SHORTEST and (word.isupper() or (word[0].isupper() and not first))


def _house(bank: Sequence[Written], place: int) -> str:
    return bank[place].house or f" {place}"


def _sort(name: str) -> str:
    return "Arabic" if _ARABIC.search(name) else "short" if name.isupper() else "name"
