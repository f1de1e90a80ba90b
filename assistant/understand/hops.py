"""Questions that need two answers: two asked in one breath, or one inside the other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.concepts import asking_words
from assistant.understand.asking import asks
from assistant.understand.conversation import refers
from assistant.understand.heads import head_of_noun
from vectorstore import fold, terms

_ASKING = r"(?:who|whom|what|which|when|where|how|why|until|qui|quel\w*|quand|où|combien|comment|pourquoi)"
_PREPOSITION = r"(?:in|for|by|with|to|at|from|of|on|until|since|under|about|à|de|d['’]|dans|pour|avec|en|par|sur|chez|depuis|jusqu['’]à|jusqu['’])"
_JOINS = re.compile(
    rf"(?:\s*[,;:.]|\s+[-–—])?\s+(?:and|et|also)[,\s]\s*(?=(?:{_PREPOSITION}\s*)?{_ASKING}\b)|\s+[-–—]\s+(?={_ASKING}\b)|\?\s+(?:(?:and|et|also)[,\s]\s*)?(?=(?:{_PREPOSITION}\s*)?{_ASKING}\b)"
    r"|\s*[,،؛]?\s+و(?=(?:متى|أين|اين|من|كم|بكم|لكم|ما|بم|ماذا|كيف|لماذا|حتى متى|منذ متى|أي|اي|بأي|لأي|(?:في|إلى|الى|عن|على|من|مع) (?:أي|اي|من|ماذا))\s)|؟\s+و?(?=(?:متى|أين|اين|من|كم|بكم|ما|ماذا|كيف|لماذا)\s)",
    re.IGNORECASE,
)
_ARABIC_ASKING = r"(?:ما|ماذا|من|متى|أين|اين|كم|كيف|هل|أي|اي)"
_WHETHER = r"(?:qu['’]est-ce|est-ce|qu['’](?:a|avait|doit|devait)|(?:is|was|does|did|has|will)(?=\s(?:it|he|she|they)\b)|(?:est|a|avait)-(?:t-)?(?:il|elle))"
_ASKS_WHETHER = re.compile(_WHETHER, re.IGNORECASE)
_POINTS = re.compile(
    rf"(?:\s*[:،,;؛.]|\s[-–—])\s*(?=[وف]?(?:(?:and|also|et|in|for|by|to|at|from|of|à|de|dans|pour|avec|و|في|من|إلى|مع)\s+)*(?:{_ASKING}|{_ARABIC_ASKING}|{_WHETHER})\s)",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    rf"\W*(?:and\s+|et\s+)?(?:{_PREPOSITION}\s*)?(?:{_ASKING}|[وفبل]?{_ARABIC_ASKING}|how|is|was|does|did|est-ce|list|give)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.;؛]\s+")
_SO = re.compile(rf"\W*ف{_ARABIC_ASKING}\s")
"""The "so" by which an Arabic question goes on from what was said."""
_LEAST = 2


def parts(text: str) -> tuple[str, ...]:
    """The questions asked in one breath, where each has words of its own to be one; otherwise the text alone.

    The first must ask, or say first what it asks about; a later one must say more than what else is asked of the same: "when and
    where was it?" is one question.
    """
    signs = list(_JOINS.finditer(text))
    if signs and not _BEGINS.match(fold(text[: signs[0].start()])) and not _asks_late(text[: signs[0].start()]):
        signs = signs[1:]  # what comes before is what it asks about
    starts, ends = [0, *(sign.end() for sign in signs)], [*(sign.start() for sign in signs), len(text)]
    pieces = tuple(text[start:end].strip() for start, end in zip(starts, ends, strict=True))
    whole = len(pieces) > 1 and all(map(_is_one, pieces)) and len(set(terms(pieces[0]))) >= _LEAST
    return pieces if whole else (text,)


def _asks_late(text: str) -> bool:
    """Whether a question asks behind what it says first: "the librarian who left: which city did he go to"."""
    return any(_BEGINS.match(fold(text[sign.end() :])) for sign in _POINTS.finditer(text))


def _is_one(piece: str) -> bool:
    """Whether a piece of a question asks for something by itself."""
    return bool(set(terms(piece)) - asking_words()) or refers(piece)


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
        if _SO.match(asked) or ((asks(asked) or _ASKS_WHETHER.match(asked)) and (refers(asked) or _is_somebody(thing))):
            asked = asked[1:] if _SO.match(asked) else asked
            return Pointed(thing, tuple(piece.strip() for piece in _JOINS.split(asked) if piece and piece.strip()))
    return None


def _is_somebody(thing: str) -> bool:
    """Whether what is said first is somebody and no more: "the expert from X", «المنسقة عن الجهاز»."""
    said = _DETERMINED.match(thing)
    words = thing[said.end() :].split()[:_HEAD] if said else []
    return any(head_of_noun(word) == "person" for word in words[: 1 if _ARABIC.match(thing) else _HEAD])


_DETERMINED = re.compile(
    r"\W*(?:(?:the|our|le|la|les|notre|cette?|un|une|a|an)\s+|l['’]|(?=celui\b|celle\b)|(?=ال\w))", re.IGNORECASE
)
_ARABIC = re.compile(r"\W*ال\w")
_HEAD = 3
"""Words of a description among which the noun stands that says what it is of."""
