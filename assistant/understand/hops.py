"""Questions that need two answers: two asked in one breath, or one inside the other."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
    rf"(?:\s*[:،,;؛]|\s[-–—])\s*(?=(?:(?:and|et|in|for|by|to|at|from|of|à|de|dans|pour|avec|و|في|من|إلى|مع)\s+)*(?:{_ASKING}|{_ARABIC_ASKING})\s)",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    rf"\W*(?:and\s+|et\s+)?(?:{_ASKING}|{_ARABIC_ASKING}|how|is|was|does|did|est-ce|list|give)\b", re.IGNORECASE
)
_INSIDE = (
    re.compile(
        r"^(?P<prefix>.*?\b)(?:the|a|an|that)\s+(?P<head>(?:two |three )?[\w-]+(?:\s+(?:from|of|at)\s+[^,?]{2,50}?)?)\s+(?:who|that|which|whose|(?:in |at |during )?where|(?:in|at|during) which)\s+(?P<clause>.+)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?P<prefix>.*?)(?:\bl['’]|\b(?:le|la|les|du|des|au|aux)\s+)(?P<head>[\w-]+)\s+(?:qui|dont|que|où|(?:au cours|lors) (?:de laquelle|duquel)|pendant (?:laquelle|lequel))\s+(?P<clause>.+)$",
        re.IGNORECASE,
    ),
    re.compile(r"^(?P<prefix>.*?)(?:ال|لل|بال)(?P<head>\w+)\s+(?:الذي|التي|الذين)\s+(?P<clause>.+)$"),
)
_PEOPLE = frozenset(
    [
        "person",
        "man",
        "woman",
        "people",
        "official",
        "expert",
        "trainer",
        "speaker",
        "researcher",
        "delegate",
        "representative",
        "chercheur",
        "formatrice",
        "experte",
        "مدربه",
        "خبيره",
        "متحدث",
        "متحدثه",
        "personne",
        "homme",
        "femme",
        "expert",
        "formateur",
        "شخص",
        "خبير",
        "مدرب",
    ]
)
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Inside:
    """A question about something that is only described: `inner` finds it, `outer` asks about it."""

    outer: str
    """What is asked of it, with its description left out."""
    inner: str
    """The description as a search."""
    person: bool
    """Whether somebody is described."""


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
    for sign in _POINTS.finditer(text):
        thing, asks = text[: sign.start()].strip(), text[sign.end() :].strip(" ?؟.")
        if len(set(terms(thing))) >= _LEAST and not _BEGINS.match(fold(thing)) and refers(asks):
            return Pointed(thing, tuple(piece.strip() for piece in _JOINS.split(asks) if piece and piece.strip()))
    return None


def inside(text: str) -> Inside | None:
    """The question inside a question: "where does [the person who succeeded X] work"; None where there is none."""
    for pattern in _INSIDE:
        match = pattern.match(text.strip(" ?؟."))
        if match is None:
            continue
        clause, _, after = re.split(r"(\s*[:,،]\s+|$)", match["clause"], maxsplit=1)[:3]
        outer = f"{match['prefix']} {after}".strip()
        if after or not outer:
            pass
        elif re.search(r"\b(?:does|do|did|is|was)\s*$", outer, re.IGNORECASE):
            outer = f"{outer} {' '.join(clause.split()[-2:])}"
        if len(set(terms(clause))) >= _LEAST and outer:
            return Inside(outer, f"{match['head']} {clause}", fold(match["head"]).split()[0] in _PEOPLE)
    return None
