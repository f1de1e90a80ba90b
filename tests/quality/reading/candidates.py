"""The lines that a question of the bank is read with: one that answers, if any does, and others that might be taken for it."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tests.quality.reading.bank import Asked, Written

if TYPE_CHECKING:
    from vectorstore import Embedder

_NEAREST, _BESIDE, _ELSEWHERE = 7, 4, 1
"""Of the lines that search would bring, of all others of its document, and of those of another document."""
_BROUGHT = 16
"""Lines of its document, or of all of its house, that are nearest to a question."""
_TAKEN_OUT = 0.12
"""Share of the questions with an answer that are read without it."""

Nearest = Sequence[Sequence[Sequence[tuple[int, int]]]]
"""For each document and each of its questions the places of lines that do not answer, by document and line, the nearest first."""


@dataclass(frozen=True)
class Read:
    """Lines to read a question with, and the place of the one that answers, if it is among them."""

    lines: tuple[str, ...]
    answer: int | None


class Candidates:
    """Draws the lines for questions of some documents of a bank."""

    def __init__(self, bank: Sequence[Written], nearest: Nearest, chance: random.Random) -> None:
        self._bank, self._nearest, self._chance = bank, nearest, chance

    def of(self, place: int, number: int) -> Read:
        """Lines for one reading of a question, by the place of its document in the bank and its own in the document."""
        chance, document = self._chance, self._bank[place]
        asked = document.asked[number]
        first = self._first(asked)
        near = self._nearest[place][number]
        beside = [(place, n) for n in range(len(document.lines)) if n != first and n not in asked.answers]
        chosen = {*chance.sample(near, min(_NEAREST, len(near))), *chance.sample(beside, min(_BESIDE, len(beside)))}
        lines = [self._bank[of].lines[n] for of, n in sorted(chosen) if (of, n) != (place, first)]
        lines += [chance.choice(chance.choice(self._bank).lines) for _ in range(_ELSEWHERE)]
        known = asked.answers and chance.random() >= _TAKEN_OUT
        if known or not asked.answers:
            lines.insert(0, document.lines[first])
        return Read(tuple(lines), 0 if known else None)

    def _first(self, asked: Asked) -> int:
        if not asked.answers:
            return asked.misleading or 0
        return asked.answers[0] if self._chance.random() < 0.6 else self._chance.choice(asked.answers)


def nearest_lines(bank: Sequence[Written], embedder: Embedder) -> Nearest:
    """What search would bring for every question beside the answer."""
    lines = [embedder.embed_passages(list(document.lines)) for document in bank]
    houses: dict[str, list[int]] = defaultdict(list)
    for place, document in enumerate(bank):
        houses[document.house or f" {place}"].append(place)
    found: list[list[list[tuple[int, int]]]] = []
    for place, document in enumerate(bank):
        around = [(of, n) for of in houses[document.house or f" {place}"] for n in range(len(bank[of].lines))]
        vectors = np.concatenate([lines[of] for of in houses[document.house or f" {place}"]])
        found.append([])
        for asked in document.asked:
            order = np.argsort(-(vectors @ embedder.embed_query(asked.text)))
            wrong = [around[n] for n in order if around[n][0] != place or around[n][1] not in asked.answers]
            found[-1].append(wrong[:_BROUGHT])
    return found
