"""What a follow-up puts in the place of something in the question before: "and the health programme?" after one on water."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understand.names import names_in
from vectorstore import find_dates, fold, terms

_JOINS = frozenset(["de", "du", "des", "la", "le", "les", "l", "d", "of", "the", "sur"])
"""Words between a noun and what tells which one is meant, in languages that say so after it."""
_MOST = 3
"""Words that tell which one is meant, at most."""
_STANDS_FOR = frozenset(term for word in ["one", "ones", "celle", "celui", "celles", "ceux"] for term in terms(word))
_SIGNS = " ?؟,،.;:!"
_PREAMBLE = re.compile(
    r"^\W*(?:(?:and |so |but )?(?:what|how) about|what of|(?:et |mais )?(?:qu'en est-il (?:de|du|des)|quid (?:de|du|des)|pour)|و?ماذا عن)\b"
)


def only_names(text: str) -> bool:
    """Whether a follow-up names something and asks nothing: "what about X?"."""
    return bool(_PREAMBLE.search(fold(text)))


def without_replaced(before: str, text: str, language: str) -> str:
    """A question without what a follow-up says instead: a name for a name, or another of the same kind.

    Args:
        before: The earlier question.
        text: The follow-up, which asks nothing itself.
        language: Of the earlier question; it tells on which side of a noun stands what kind of it is meant.
    """
    names = names_in(text)
    told = set(terms(text)) - _STANDS_FOR
    if names and len(told) <= len({term for name in names for term in terms(name)}):
        gone = {term for name in names_in(before)[-1:] for term in terms(name)}
        return " ".join(word for word in before.split() if not set(terms(word)) & gone)
    earlier, new = before.split(), text.split()
    for place, word in enumerate(new):
        for there, same in enumerate(earlier):
            if set(terms(word)) & set(terms(same)) and word.strip(_SIGNS).isalpha() and _which(new, place, language):
                gone_places = _which(earlier, there, language)
                return " ".join(w for at, w in enumerate(earlier) if at not in gone_places)
    return before


def _which(said: Sequence[str], noun: int, language: str) -> list[int]:
    """The places of the words that tell which one of its kind a noun means."""
    step = -1 if language == "en" else 1
    found: list[int] = []
    place = noun + step
    while 0 <= place < len(said) and len(found) < _MOST:
        word = said[place]
        if terms(word) and not find_dates(word):
            found.append(place)
        elif language != "fr" or fold(word).strip("'’") not in _JOINS:
            break
        if word[-1:] in _SIGNS and step > 0:
            break
        place += step
    return found
