"""A question that counts things, as the one that lists them: "how many areas does it cover" as "which areas does it cover"."""

from __future__ import annotations

import re

_COUNTING = (
    (re.compile(r"\b(?:how many|(?:the )?(?:number|count) of)\s+(?:of (?:the |our )?)?", re.IGNORECASE), "which "),
    (
        re.compile(r"\b(?:combien d(?:e\s+|['’])|(?:le )?nombre d(?:e\s+|['’])|nb d(?:e\s+|['’]))", re.IGNORECASE),
        "quels ",
    ),
    (re.compile(r"(?<!\w)(?:كم عدد|كم|عدد)\s+(?:من\s+)?(?=\w)"), "ما هي "),
)


def as_list(text: str) -> str | None:
    """The words that ask for the things themselves; None where a question counts in other words."""
    for pattern, listing in _COUNTING:
        if pattern.search(text):
            return pattern.sub(listing, text, count=1)
    return None
