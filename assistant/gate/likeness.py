"""When a word of what is said counts as a word of its source."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from rapidfuzz import fuzz

from assistant.concepts import asking_words, same_concept
from assistant.sounds import skeleton
from vectorstore import terms

_SHORT = 3
_ALIKE = 75
_ALIKE_ARABIC = 80
"""Percent, as rapidfuzz counts them."""
ARABIC = re.compile(r"[\u0620-\u064a]")
_GLUE_WORDS = (
    "according report reported document documents stated states state said says mentioned mentions indicated indicates "
    "noted notes given provided provides took place held been being include included including while respectively "
    "following namely well source both total made make taking part one also there although among yet only came come "
    "selon rapport document documents indique indiqué précise précisé mentionne mentionné notamment également ainsi dont "
    "réuni rassemblé accueilli venu venus été être lieu celui celle afin part partie vertu "
    "وفق وفقا حسب بحسب الوثيقة الوثائق التقرير ذكر ذكرت تذكر أشار أشارت كما أيضا قد تم وقد جرى جرت يوم شهر سنة عام خلال وذلك حيث بينهم منهم بين أي منها"
)


def is_known(term: str, among: Collection[str]) -> bool:
    """Whether a term, one of its concept, one derived from it, or its name in another script is there."""
    if term in among or same_concept(term) & set(among):
        return True
    return any(_derived(term, other) or _sounds_like(term, other) for other in among)


def _derived(term: str, other: str) -> bool:
    """Whether two stems of one script are forms of one word: alike from the beginning, in Arabic also after a prefix."""
    if min(len(term), len(other)) <= _SHORT or term.isascii() != other.isascii():
        return False
    if ARABIC.search(term):
        return fuzz.ratio(_bare(term), _bare(other)) >= _ALIKE_ARABIC
    return term[:2] == other[:2] and fuzz.ratio(term, other) >= _ALIKE


def _bare(arabic: str) -> str:
    """A stem without the letters that are put before a noun or verb, as long as three are left."""
    return re.sub(r"^[وفبلكسيتنا]{1,2}(?=\w{3})", "", arabic)


def _sounds_like(term: str, other: str) -> bool:
    """Whether a word of another script sounds the same."""
    return term.isascii() != other.isascii() and len(_sounds(term)) >= _SHORT and _sounds(term) == _sounds(other)


@lru_cache(maxsize=20_000)
def _sounds(term: str) -> str:
    return skeleton(term)


@lru_cache(maxsize=1)
def glue() -> frozenset[str]:
    """Stems of words that report or join and so need not stand in a source."""
    return frozenset(stem for word in _GLUE_WORDS.split() for stem in terms(word)) | asking_words()
