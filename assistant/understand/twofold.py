"""Questions for whoever or whatever two things are true of: "which city failed in 2022 but was chosen in 2025?", « qui était à A et à B ? »."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vectorstore import fold, terms

_ASKED = r"(?:which|what|whose|who|quel(?:le)?s?|lequel|laquelle|qui|(?:أي|اي|أية|ايه?)|من|مين)"
_OPENS = re.compile(
    r"^\W*(?P<who>(?:which|what|quel(?:le)?s?|(?:أي|اي|أية))\s+(?:of the (?:\w+ )?)?[\w-]+|who|qui|lequel|laquelle|من|مين)\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
_BUT = re.compile(
    r"\s*,?\s+(?:but|yet|and (?:also|then|yet|still|later)|mais|(?:et|a) pourtant|et (?:aussi|ensuite|plus tard|puis)|puis|(?:و?لكن\w*|ثم|وكذلك|وأيضا))\s+(?P<b>.+)$",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"^(?P<frame>.*?\b(?:was|were|sat|took part|is|are|étai\w+|est|a|ont|كان\w*|حضر\w*|شارك\w*)(?:\s(?:on|in|at|of))?)\s+(?:both|à la fois)\s(?P<a>.+?)\s(?:and|et)\s(?P<b>.+)$",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|never|no longer|didn't|wasn't|weren't|isn't|absent|missing from)\b|\bn'?(?:\w+)?\b.*\b(?:pas|plus|jamais)\b|(?<!\w)(?:لم|لا|ما|مش|ليس\w*|غاب\w*)(?!\w)",
    re.IGNORECASE,
)
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Twofold:
    """Two questions with one answer, and whether that is what only the first is true of."""

    asks: tuple[str, str]
    only_first: bool = False


def twofold(text: str) -> Twofold | None:
    """The two questions that a question for what two things are true of comes to; None where it is no such question."""
    bare = text.strip(" ?؟.!")
    opens = _OPENS.match(bare)
    if opens is None:
        return None
    who, rest = opens["who"], opens["rest"]
    if both := _BOTH.match(rest):
        return _of(f"{who} {both['frame']} {both['a']}", f"{who} {both['frame']} {both['b']}")
    if but := _BUT.search(rest):
        first = rest[: but.start()].strip(" ,،")
        if re.match(rf"\W*{_ASKED}\b", fold(but["b"])):
            return None  # another question
        return _of(f"{who} {first}", f"{who} {but['b']}")
    return None


def _of(one: str, other: str) -> Twofold | None:
    if min(len(set(terms(one))), len(set(terms(other)))) < _LEAST or (
        _NOT.search(fold(one)) and _NOT.search(fold(other))
    ):
        return None
    return Twofold((one, other), only_first=bool(_NOT.search(other)))
