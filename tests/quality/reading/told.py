"""What a trained reranker tells of the questions that nothing was learnt from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from tests.quality.reading.bank import Asked, Place, Spread, Written
from tests.quality.reading.candidates import Candidates, Nearest
from tests.quality.reading.turned import Turned

Scores = Callable[[str, Sequence[str]], NDArray[np.float32]]
"""How far each of some lines answers a question."""


class Told:
    """Asks the questions of some documents.

    Args:
        bank: All documents.
        nearest: What search would bring for each question of each of them.
        candidates: Makes lines of places.
        turned: Turns questions to what nothing tells of.
        scores: What is measured.
    """

    def __init__(
        self,
        bank: Sequence[Written],
        nearest: Sequence[Nearest],
        candidates: Candidates,
        turned: Turned,
        scores: Scores,
    ) -> None:
        self._bank, self._nearest, self._candidates, self._turned, self._scores = (
            bank,
            nearest,
            candidates,
            turned,
            scores,
        )

    def lines(self, places: Sequence[int]) -> Iterator[str]:
        """What is measured of the questions of documents at some places."""
        asked = [(place, number) for place in places for number in range(len(self._bank[place].asked))]
        own, near, best, twins = [], [], [], []
        for place, number in asked:
            one = self._bank[place].asked[number]
            answers = {(place, n) for n in one.answers}
            here = [(place, n) for n in range(len(self._bank[place].lines))]
            found = self._of(one.text, [*here, *self._nearest[place][number]])
            around = {at: found[at] for at in (*answers, *self._nearest[place][number])}
            best.append((max(around.values()), bool(answers)))
            if answers:
                own.append(max(here, key=found.__getitem__) in answers)
                near.append(max(around, key=around.__getitem__) in answers)
                twins += self._twin(place, one, list(around))
        yield f"the best line of its document answers {np.mean(own):.3f} of {len(own)} questions,"
        yield f"the best of the answers and those that search brings {np.mean(near):.3f};"
        answered, not_answered = ([score for score, is_answered in best if is_answered == way] for way in (True, False))
        yield f"questions with an answer are told from those without by {_area(answered, not_answered):.3f} (area under the curve)"
        yield f"and from those turned to something else by {_area(answered, twins):.3f}"

    def spread(self, questions: Sequence[Spread], house: Callable[[int], Sequence[int]]) -> str:
        """How well documents that belong to what several tell are told from the others of their house."""
        areas = []
        for one in questions:
            places = house(one.answers[0][0])
            found = self._of(one.text, [(place, n) for place in places for n in range(len(self._bank[place].lines))])
            best = {place: max(score for at, score in found.items() if at[0] == place) for place in places}
            belong = {place for place, _ in one.answers}
            inside, outside = (
                [score for place, score in best.items() if (place in belong) == way] for way in (True, False)
            )
            areas += [_area(inside, outside)] if outside else []
        return f"documents that belong are told from others by {np.mean(areas):.3f} ({len(areas)} questions)"

    def _twin(self, place: int, asked: Asked, around: Sequence[Place]) -> list[float]:
        turned = self._turned.of(place, asked)
        return [max(self._of(turned, around).values())] if turned else []

    def _of(self, text: str, places: Sequence[Place]) -> dict[Place, float]:
        every = list(dict.fromkeys(places))
        return dict(
            zip(every, map(float, self._scores(text, [self._candidates.line(at) for at in every])), strict=True)
        )


def _area(high: Sequence[float], low: Sequence[float]) -> float:
    """The area under the curve of telling some scores from others."""
    return float(roc_auc_score([True] * len(high) + [False] * len(low), [*high, *low]))
