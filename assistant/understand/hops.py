"""Questions that need two answers: two asked in one breath, or one inside the other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.understand.asking import asks
from assistant.understand.conversation import refers
from vectorstore import fold, terms

_ASKING = r"(?:who|whom|what|which|when|where|how|why|until|qui|quel\w*|quand|où|combien|comment|pourquoi)"
_JOINS = re.compile(
    rf"(?:\s*[,;:]|\s+[-–])?\s+(?:and|et)\s+(?=(?:(?:in|for|by|to|at|from|à|de|dans|pour)\s+)?{_ASKING}\b)|\s+[-–]\s+(?={_ASKING}\b)"
    r"|\s*[,،؛]?\s+و(?=(?:متى|أين|اين|من|كم|ما|ماذا|كيف|لماذا)\s)",
    re.IGNORECASE,
)
_ARABIC_ASKING = r"(?:ما|ماذا|من|متى|أين|اين|كم|كيف|هل|أي|اي)"
_POINTS = re.compile(
    rf"(?:\s*[:،,;؛.]|\s[-–—])\s*(?=[وف]?(?:(?:and|also|et|in|for|by|to|at|from|of|à|de|dans|pour|avec|و|في|من|إلى|مع)\s+)*(?:{_ASKING}|{_ARABIC_ASKING})\s)",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    rf"\W*(?:and\s+|et\s+)?(?:{_ASKING}|{_ARABIC_ASKING}|how|is|was|does|did|est-ce|list|give)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.;؛]\s+")
_SO = re.compile(rf"\W*ف{_ARABIC_ASKING}\s")
"""The "so" by which an Arabic question goes on from what was said."""
_LEAST = 2


def parts(text: str) -> tuple[str, ...]:
    """The questions asked in one breath, where each has enough words to be one; otherwise the text alone."""
    pieces = [piece.strip() for piece in _JOINS.split(text) if piece and piece.strip()]
    if len(pieces) < 2 or any(len(set(terms(piece))) < _LEAST for piece in pieces):
        return (text,)
    return tuple(pieces)


@dataclass(frozen=True, slots=True)
class Pointed:
    """Questions about somebody or something that is described first: "the expert from X: who paid her, and when?"."""

    thing: str
    asks: tuple[str, ...]


def pointed(text: str) -> Pointed | None:
    """What is described first, and what is then asked of it; None where a question names what it is about as it goes."""
    signs = sorted([*_POINTS.finditer(text), *_SENTENCE.finditer(text)], key=lambda sign: sign.start())
    for sign in signs:
        thing, asked = text[: sign.start()].strip(), text[sign.end() :].strip(" ?؟.")
        if len(set(terms(thing))) < _LEAST or _BEGINS.match(fold(thing)):
            continue
        if _SO.match(asked) or (asks(asked) and refers(asked)):
            asked = asked[1:] if _SO.match(asked) else asked
            return Pointed(thing, tuple(piece.strip() for piece in _JOINS.split(asked) if piece and piece.strip()))
    return None
