"""Whether a sentence lists things, or announces them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vectorstore import StoredSentence

_COMMAS = re.compile(r"[,،;؛]")
_LAST = re.compile(r"\s*(?:\S+\s+){0,6}?(?:and|et|or|ou)\s+\S|\s*و\S|\s*(?:\S+\s+){1,4}?و\S")
_SHORT_ITEM = 6
"""Words of one item at most; longer pieces between commas are clauses."""
_SHORT_LINE = 12
"""Words of a paragraph sentence that rather announces than tells."""


def announces(sentence: StoredSentence) -> bool:
    """Whether a sentence is a heading, a question or a short title, so that what it speaks of comes after it."""
    return (
        sentence.kind == "heading"
        or sentence.text.rstrip().endswith(("?", "؟", ":"))
        or (
            sentence.kind == "paragraph" and len(sentence.text.split()) <= _SHORT_LINE and ":" not in sentence.text[:-1]
        )
    )


def enumerates(text: str) -> bool:
    """Whether a sentence itself lists things: short pieces between commas, the last joined by "and", or after a colon."""
    _, colon, tail = text.partition(": ")
    if colon and _lists(_COMMAS.split(tail), least=1):
        return True
    return _lists(_COMMAS.split(text)[1:], least=2)


def _lists(pieces: Sequence[str], least: int) -> bool:
    """Whether some short piece is followed by more, and in the end by one that is joined to the last item."""
    run = 0
    for piece in pieces:
        if run + 1 >= least and _LAST.match(piece) and "." not in piece.rstrip(" ."):
            return True
        run = run + 1 if len(piece.split()) <= _SHORT_ITEM and "." not in piece else 0
        if run > least + 1 and least == 1:
            return True
    return False
