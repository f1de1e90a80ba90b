"""Small numbers in words, so that “nine countries” counts as a count of 9."""

from __future__ import annotations

import re

from assistant.evaluation.scores.matching import normalised, stands_in
from assistant.gate.amounts import COUNTING

_WORDS = ("zero none aucun aucune صفر", "", *COUNTING[2:], "twenty vingt عشرون عشرين")  # one is an article too


def says_number(text: str, number: int) -> bool:
    """Whether a text that is `normalised` already says a number, in digits or in words."""
    words = _WORDS[number].split() if number < len(_WORDS) else []
    # A hyphen makes another number of it (twenty-two), and so does the Arabic word for ten after a unit.
    after = r"(?![\w-]|\s(?:عشر|عشره)\b)"
    return stands_in(text, number) or any(
        re.search(rf"(?<![\w-]){re.escape(normalised(w))}{after}", text) for w in words
    )
