"""Whether a question is after what holds now or after what was so before it changed, and the words that say so."""

from __future__ import annotations

import re
from typing import Literal

from assistant.changing import sayings
from vectorstore import fold

Aspect = Literal["former", "present", ""]
"""Which of several values of the same thing is asked for; empty where the question does not say."""
_ENDS_BEFORE = re.compile(r"\b(?:before|avant)\W*$|(?<!\w)قبل\W*$")


def aspect_of(text: str) -> tuple[Aspect, str]:
    """Which value a question is after, and the folded words that say so and need not stand beside it."""
    folded = fold(text)
    former = [found.group() for found in sayings("asks what was").finditer(folded)]
    if former or _ENDS_BEFORE.search(folded):
        return "former", " ".join(former)
    now = " ".join(found.group() for found in sayings("these days").finditer(folded))
    return ("present" if sayings("asks what is").search(folded) else ""), now
