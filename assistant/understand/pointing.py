"""What a follow-up points at in the answer before it: one of several things by its place, or somebody by what they are."""

from __future__ import annotations

import re
from typing import Final

from assistant.concepts import asking_words
from assistant.understand.asking import asks
from vectorstore import fold, terms

LAST: Final = -1
_PLACES: tuple[tuple[int, str], ...] = (
    (0, r"first|1st|former|premiere?|1(?:er|ere|re)|اول|اولي"),
    (1, r"second|2nd|seconde?|deuxieme|2e(?:me)?|ثانيه?"),
    (2, r"third|3rd|troisieme|3e(?:me)?|ثالثه?"),
    (3, r"fourth|4th|quatrieme|4e(?:me)?|رابعه?"),
    (4, r"fifth|5th|cinquieme|5e(?:me)?|خامسه?"),
    (5, r"sixth|6th|sixieme|6e(?:me)?|سادسه?"),
    (LAST, r"last|latter|derniere?|اخيره?"),
)
_ALONE = (
    r"(?=\W*$|\s*[,;:.،؛-]|\s(?:is|was|were|are|who|whom|where|when|what|which|why|how|does|did|do|has|had|will"
    r"|est|etait|c'est|a|ont|sera|qui|que|quoi|ou|quand|pourquoi|comment|combien|elle|il|elles|ils|ما|من|متي|اين|كم|هل|لماذا|في)\b)"
)
"""What comes behind an ordinal that has no noun of its own."""
_ONE_OF = tuple(
    (
        place,
        re.compile(
            rf"\b(?:the |le |la |les |l'|du |de la |au |a la |celui |celle )(?:very )?(?:{said})(?: ones?| named| listed| point| item)?(?: (?:of|among) (?:them|these|those)| d'entre (?:eux|elles)| de la liste)?{_ALONE}"
            rf"|(?<!\w)[وفبل]{{0,2}}ا?ل(?:{said})(?: من(?:هم|ها|هن|هما)| في القاي?مه)?{_ALONE}"
        ),
    )
    for place, said in _PLACES
)
_NUMBERED = re.compile(r"\b(?:no\.?|number|point|item|numero|n°|رقم|البند|النقطه)\s?(?P<number>\d{1,2})\b(?![/.-]\d)")
_ROLE_OF = re.compile(
    r"\b(?:titles?|jobs?|positions?|roles?|functions?|posts?|occupation|profession|do for a living|works? (?:as|for)|fonctions?|postes?|titres?|metier|qualite|profession|fait (?:quoi )?dans la vie|travaille)\b"
    r"|(?<!\w)(?:ال|و)?(?:منصب|وظيف|صف|مهن|عمل|يعمل|تعمل|لقب)(?:ه|ته|ها|تها|هم|تهم|ت)?(?!\w)"
    r"|^\W*(?:and |et |و\s?)?(?:who (?:is|was) (?:he|she|that)|c'est qui|qui est-(?:ce|il|elle)|(?:من|مين) (?:هو|هي))\W*$"
)
"""What asks for what somebody is."""
_PERSONAL = re.compile(
    r"\b(?:he|she|his|her|him|hers|himself|herself)\b|\b(?:il|elle|lui|son|sa|ses)\b|-(?:t-)?(?:il|elle)\b|\b(?:هو|هي|له|لها|عنه|عنها)\b|\w{2,}(?:ه|ها)\b"
)
_ABOUT_SOMEBODY = re.compile(
    r"\bborn\b|\bappointed\b|\bne(?:e)? (?:ou|en|a|quand)\b|\bnomme\w*\b|\b(?:و?لد|ولدت|عين|عينت|تولت|تولي)\b"
)
"""What is only said of people, with no pronoun."""


def place_of(text: str) -> int | None:
    """Which of several things a follow-up means by its place, counted from 0, `LAST` for the last; None where it means none."""
    folded = fold(text)
    if numbered := _NUMBERED.search(folded):
        return int(numbered["number"]) - 1
    return next((place for place, said in _ONE_OF if said.search(folded)), None)


def without_place(text: str) -> str:
    """A follow-up, folded, without what says which one it means."""
    folded = _NUMBERED.sub(" ", fold(text))
    for _, said in _ONE_OF:
        folded = said.sub(" ", folded)
    return folded.strip(" ,;:.،؛?؟")


def asks_nothing_more(text: str) -> bool:
    """Whether a follow-up only says which one it means: "and the second?"."""
    rest = without_place(text)
    return not asks(rest) and not set(terms(rest)) - asking_words()


def asks_role(text: str) -> bool:
    """Whether a follow-up asks what somebody just named is: "what's her job?"."""
    return bool(_ROLE_OF.search(fold(text)))


def means_somebody(text: str) -> bool:
    """Whether a follow-up speaks of a single person named before, by a pronoun or by what is only said of people."""
    folded = fold(text)
    return bool(_PERSONAL.search(folded) or _ABOUT_SOMEBODY.search(folded))


def who_is(name: str, language: str) -> str:
    """The question who somebody is."""
    return {"fr": f"Qui est {name} ?", "ar": f"من هو {name}؟"}.get(language, f"Who is {name}?")
