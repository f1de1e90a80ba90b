"""Answers given over one snapshot, kept so that a follow-up need not ask the question before it again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Final

from assistant.values import Answer

_KEPT: Final = 256
"""Answers that are kept at the same time."""


class Answered:
    """The latest answers, each by all that it depends on beside the snapshot; safe to share between threads."""

    def __init__(self) -> None:
        """Nothing is kept yet."""
        self._kept: OrderedDict[Hashable, Answer] = OrderedDict()
        self._lock = threading.Lock()

    def keep(self, asked: Hashable, answer: Answer) -> None:
        """Keep an answer; the one that was kept first goes."""
        with self._lock:
            self._kept[asked] = answer
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)

    def to(self, asked: Hashable) -> Answer | None:
        """The answer to what was asked before; None where it was not, or not lately."""
        with self._lock:
            return self._kept.get(asked)
