"""The lines that a question of the bank is read with: one that answers, if any does, and others that might be taken for it."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from tests.quality.reading.bank import Asked, Place, Spread, Written
from tests.quality.reading.turned import Turned

_NEAREST, _BESIDE, _ELSEWHERE = 7, 4, 1
"""Of the lines that search would bring, of all others of its document, and of those of another document."""
_NEARLY, _AROUND = 4, 8
"""Of the lines that nearly belong to what several documents tell, and of them and those that search would bring together."""
_BROUGHT = 16
"""Lines of its document, or of all of its house, that are nearest to a question."""
_TAKEN_OUT, _TURNED = 0.08, 0.15
"""Share of the questions with an answer that are read without it, and of those that are turned to something that nothing tells of."""

Nearest = Sequence[Sequence[Place]]
"""For each question the places of lines that do not answer, the nearest first."""


@dataclass(frozen=True)
class Read:
    """A question with lines to read it with, and the place of the one that answers, if it is among them."""

    text: str
    lines: tuple[str, ...]
    answer: int | None


class Candidates:
    """Draws the lines for questions of a bank.

    Args:
        bank: All documents.
        of_documents: What search would bring for each question of each of them.
        of_spread: The same for the questions for what several documents tell.
        turned: Turns questions to what nothing tells of.
        chance: Draws.
    """

    def __init__(
        self,
        bank: Sequence[Written],
        of_documents: Sequence[Nearest],
        of_spread: Nearest,
        turned: Turned,
        chance: random.Random,
    ) -> None:
        self._bank, self._of_documents, self._of_spread = bank, of_documents, of_spread
        self._turned, self._chance = turned, chance

    def of(self, place: int, number: int) -> Read:
        """Lines for one reading of a question, by the place of its document in the bank and its own in the document."""
        chance, document = self._chance, self._bank[place]
        asked = document.asked[number]
        first = (place, self._first(asked))
        near = self._of_documents[place][number]
        beside = [(place, n) for n in range(len(document.lines)) if n != first[1] and n not in asked.answers]
        chosen = {*_some(near, _NEAREST, chance), *_some(beside, _BESIDE, chance)} - {first}
        if not asked.answers:
            return self._read(asked.text, [first], chosen, answered=False)
        turned = self._turned.of(place, asked) if chance.random() < _TURNED else None
        if turned:
            return self._read(turned, [first], chosen, answered=False)
        known = chance.random() >= _TAKEN_OUT
        return self._read(asked.text, [first] if known else [], chosen, answered=known)

    def of_spread(self, spread: Spread, number: int) -> Read:
        """Lines for one reading of a question for what several documents tell: one that belongs, and others of documents that do not."""
        nearly = _some(spread.nearly, _NEARLY, self._chance)
        near = _some(self._of_spread[number], _AROUND - len(nearly), self._chance)
        known = self._chance.random() >= _TAKEN_OUT
        first = [self._chance.choice(spread.answers)] if known else []
        return self._read(spread.text, first, {*nearly, *near}, answered=known)

    def _read(self, text: str, first: Sequence[Place], others: Iterable[Place], *, answered: bool) -> Read:
        lines = [self.line(at) for at in (*first, *sorted(others))]
        for _ in range(_ELSEWHERE):
            place = self._chance.randrange(len(self._bank))
            lines.append(self.line((place, self._chance.randrange(len(self._bank[place].lines)))))
        return Read(text, tuple(lines), 0 if answered else None)

    def line(self, at: Place) -> str:
        """A line as it is read."""
        return self._bank[at[0]].lines[at[1]]

    def _first(self, asked: Asked) -> int:
        if not asked.answers:
            return asked.misleading or 0
        return asked.answers[0] if self._chance.random() < 0.6 else self._chance.choice(asked.answers)


def _some(places: Sequence[Place], most: int, chance: random.Random) -> list[Place]:
    return chance.sample(places, min(most, len(places)))


class Embeds(Protocol):
    """Embeds the lines and questions of the bank."""

    def embed_passages(self, texts: list[str]) -> NDArray[np.float32]:
        """The vectors of lines, one row each."""

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """The vector of a question."""


class Search:
    """Finds the lines of a bank that search would bring for a question.

    Args:
        bank: All documents.
        embedder: Embeds lines and questions as the product does.
    """

    def __init__(self, bank: Sequence[Written], embedder: Embeds) -> None:
        self._bank, self._embedder = bank, embedder
        places: dict[str, list[Place]] = defaultdict(list)
        for place, document in enumerate(bank):
            places[self._house(place)] += ((place, n) for n in range(len(document.lines)))
        self._around = {
            house: (around, embedder.embed_passages([bank[of].lines[n] for of, n in around]))
            for house, around in places.items()
        }

    def of_documents(self) -> list[list[list[Place]]]:
        """For every question of every document, beside the lines that answer."""
        return [
            [self._near(asked.text, place, {(place, n) for n in asked.answers}) for asked in document.asked]
            for place, document in enumerate(self._bank)
        ]

    def of_spread(self, spread: Sequence[Spread]) -> list[list[Place]]:
        """For every question for what several documents tell, of those that do not."""
        found = []
        for one in spread:
            belong = {place for place, _ in one.answers}
            answering = {(place, n) for place in belong for n in range(len(self._bank[place].lines))}
            found.append(self._near(one.text, min(belong), answering))
        return found

    def _near(self, text: str, place: int, answering: set[Place]) -> list[Place]:
        around, vectors = self._around[self._house(place)]
        nearest = np.argsort(-(vectors @ self._embedder.embed_query(text)))
        return [at for at in (around[n] for n in nearest) if at not in answering][:_BROUGHT]

    def _house(self, place: int) -> str:
        """What is searched for a document: its house, or itself alone."""
        return self._bank[place].house or f" {place}"
