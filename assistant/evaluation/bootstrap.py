"""How far a mean can be trusted: the percentile bootstrap.

After Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 13: the values are drawn anew, with replacement,
and the spread of the means is the interval. For two runs the values are the differences case by case (a paired bootstrap),
so that hard and easy questions cancel. It says what another sample of questions like these might have given; it says
nothing of chance in the answers, which a repeated question shows.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.evaluation.values import Interval

RESAMPLES = 2_000
_SEED = 20_240
"""Fixed, so that the same values always give the same interval."""


def interval(values: Sequence[float], *, level: float = 0.95) -> Interval:
    """The mean of the values with its interval.

    Args:
        values: At least one.
        level: Share of the means that lie inside.
    """
    given = np.asarray(values, dtype=np.float64)
    drawn = np.random.default_rng(_SEED).integers(0, len(given), size=(RESAMPLES, len(given)))
    means = given[drawn].mean(axis=1)
    low, high = np.quantile(means, [(1 - level) / 2, (1 + level) / 2])
    return Interval(float(given.mean()), float(low), float(high), len(given))
