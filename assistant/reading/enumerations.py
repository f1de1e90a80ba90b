"""Lists inside one document: an enumeration in a sentence, the items under a heading, the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vectorstore import StoredSentence

_COMMAS = re.compile(r"[,،;؛]")
_LAST = re.compile(r"\s*(?:\S+\s+){0,6}?(?:and|et|or|ou)\s+\S|\s*و\S|\s*(?:\S+\s+){1,4}?و\S")
_SHORT_ITEM = 6
"""Words of one item at most; longer pieces between commas are clauses."""
_SHORT_LINE = 12
"""Words of a paragraph sentence that rather announces than tells."""
LONGEST = 30
"""Items shown at most."""


@dataclass(frozen=True, slots=True)
class Enumeration:
    """The sentences that are the items of one list, in the order of the document; `lead` introduces them."""

    items: tuple[StoredSentence, ...]
    lead: StoredSentence | None = None


def announces(sentence: StoredSentence) -> bool:
    """Whether a sentence is a heading, a question or a short title, so that what it speaks of comes after it."""
    return (
        sentence.kind == "heading"
        or sentence.text.rstrip().endswith(("?", "؟", ":"))
        or (
            sentence.kind == "paragraph" and len(sentence.text.split()) <= _SHORT_LINE and ":" not in sentence.text[:-1]
        )
    )


def enumeration_around(best: StoredSentence, siblings: Sequence[StoredSentence]) -> Enumeration | None:
    """The list the best evidence belongs to, or introduces.

    Args:
        best: The strongest sentence.
        siblings: The sentences of its section, in order.
    """
    if best.kind in ("item", "row"):
        return _run(best, siblings)
    if enumerates(best.text):
        return None
    following = [s for s in siblings if s.start > best.start]
    if best.text.rstrip().endswith(":") or best.kind == "heading":
        first = next((s for s in following if s.kind != "header"), None)
        if first is not None and first.kind in ("item", "row"):
            run = _run(first, siblings)
            return Enumeration(run.items, best) if run else None
    return None


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


def _run(start: StoredSentence, siblings: Sequence[StoredSentence]) -> Enumeration | None:
    """The unbroken run of items or rows around one of them."""
    ordered = sorted(siblings, key=lambda s: s.start)
    place = next((n for n, s in enumerate(ordered) if s.start == start.start), None)
    if place is None:
        return None
    first = last = place
    while first > 0 and ordered[first - 1].kind == start.kind:
        first -= 1
    while last + 1 < len(ordered) and ordered[last + 1].kind == start.kind:
        last += 1
    items = tuple(ordered[first : last + 1])[:LONGEST]
    return Enumeration(items) if len(items) > 1 else None
