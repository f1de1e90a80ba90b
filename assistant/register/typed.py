"""The words of a limit as they were typed in a question: register and search compare folded words, readers see their own."""

from __future__ import annotations

import re

from assistant.register.vocabulary import phrases_for
from vectorstore import fold

_WORD = re.compile(r"\w(?:[^\s,;:!?؟،؛()«»“”\"]*\w)?")
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu)['’](?=\w)", re.IGNORECASE)
"""What French writes as one with the word behind it."""
_BETWEEN = " / "
"""Stands between values of which any is enough."""


def as_typed(said: str, question: str) -> str:
    """Words as they stand in a question, in its own letters; as they are where they stand otherwise in it."""
    if _BETWEEN in said:
        return _BETWEEN.join(as_typed(part, question) for part in said.split(_BETWEEN))
    words = [_ELIDED.sub("", word) for word in _WORD.findall(question)]
    folded = [fold(word) for word in words]
    sought = fold(said).split()
    whole = _run(sought, words, folded)
    return whole or " ".join(_one(word, words, folded) for word in said.split())


def _one(said: str, words: list[str], folded: list[str]) -> str:
    """A word as typed, or the phrase that stands for it."""
    ways = (fold(said), *phrases_for(fold(said)))
    return next(filter(None, (_run(way.split(), words, folded) for way in ways)), said)


def _run(sought: list[str], words: list[str], folded: list[str]) -> str:
    """Words that stand one after another in a question, as typed; empty where they do not."""
    for place in range(len(words) - len(sought) + 1):
        if sought and folded[place : place + len(sought)] == sought:
            return " ".join(words[place : place + len(sought)])
    return ""
