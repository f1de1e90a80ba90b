"""The questions of the reading bank as examples of what is asked for, told by the kind of their answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.understand import wanted
from tests.quality.reading.bank import Asked, Written

_AS_IT_IS = ("person", "money", "date", "reason", "place", "title")


def examples(documents: Sequence[Written]) -> Iterator[tuple[str, str, str]]:
    """Language, intent and question of every question whose kind of answer is sure.

    A fact may be asked for in words that ask for several things, too; the bank does not tell that, so none of its facts is an example.
    """
    for document in documents:
        for asked in document.asked:
            intent = _intent(asked, wanted(asked.text))
            if intent:
                yield asked.language, intent, asked.text


def _intent(asked: Asked, words: str) -> str | None:
    """The intent of a question; None where its kind of answer leaves that open."""
    if words == "list":
        return None
    match asked.kind:
        case "contact" | "reference":
            # A letter's address or a file's name is told by a sentence, not by a number that it must hold.
            return asked.kind if "@" in asked.said or any(map(str.isdigit, asked.said)) else None
        case "number":
            return "date" if words == "date" else "number"  # a time that something takes
        case "organisation":
            return words if words == "person" else None
    return asked.kind if asked.kind in _AS_IT_IS else None
