"""How a name sounds, alike for its Arabic and its Latin spellings."""

from __future__ import annotations

import re
from functools import lru_cache

from vectorstore import fold

ARABIC = re.compile(r"[\u0620-\u064a]")
_ARTICLE = re.compile(r"^[وف]?(?:ال|بال|كال|لل)(?=\w{2})")
_NO_ARTICLE = re.compile("[إأآ]ل")
"""How a name begins that is written as it sounds, إليف: the article has a plain alif."""
_CONSONANTS_ARABIC = (
    str.maketrans("شخغثذفڤقكصسطت", "Sxgtdffkksstt")
    | str.maketrans("ظضجزبپدرلمن", "zdgzbbdrlmn")
    | dict.fromkeys(map(ord, "عءة"), "")
)
_VOWELS_ARABIC = str.maketrans("يوهحاآى", "IUhhAAA")
_DIGRAPHS = (
    ("sch", "S"),
    ("tch", "S"),
    ("sh", "S"),
    ("ch", "S"),
    ("kh", "x"),
    ("gh", "g"),
    ("th", "t"),
    ("dh", "d"),
    ("ph", "f"),
    ("ck", "k"),
    ("gu", "g"),
    ("qu", "k"),
)
_CONSONANTS_LATIN = str.maketrans({"c": "k", "q": "k", "v": "f", "p": "b", "j": "g", "'": "", "-": ""})
_VOWELS_LATIN = str.maketrans("eiyouwa", "IIIUUUA")
_SOFT = "AIUh"
"""Vowels, and the breath that many spellings leave out."""
_WITHOUT_SOFT = dict.fromkeys(map(ord, _SOFT), None)
_DOUBLED = re.compile(r"(.)\1+")
_SOFT_C = re.compile(r"c(?=[eiy])")
_TELLING = 3
"""Consonants and long vowels that tell one name from others."""


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """The consonants of a word as they sound, alike for Arabic and Latin spellings of one name."""
    return _DOUBLED.sub(r"\1", spoken(word).translate(_WITHOUT_SOFT))


@lru_cache(maxsize=100_000)
def spoken(word: str) -> str:
    """The sounds of a word: consonants, `h`, and the vowels that Arabic writes, `A`, `I` and `U`."""
    with_article = not _NO_ARTICLE.match(word)
    word = fold(word)
    if ARABIC.search(word):
        return (
            (_ARTICLE.sub("", word) if with_article else word).translate(_CONSONANTS_ARABIC).translate(_VOWELS_ARABIC)
        )
    word = _DOUBLED.sub(r"\1", word)
    word = word.replace("x", "ks")
    for digraph, sound in _DIGRAPHS:
        word = word.replace(digraph, sound)
    return _SOFT_C.sub("s", word).translate(_CONSONANTS_LATIN).translate(_VOWELS_LATIN)


def sounds_like(arabic: str, latin: str) -> bool:
    """Whether a Latin word may be the name that an Arabic one spells: Arabic leaves vowels out but writes none that is not there."""
    return _shared(arabic, latin) is not None


def sounds_alike_and_no_other(arabic: str, latin: str) -> bool:
    """The same for short names, where enough must be written for it to be that name alone: زاهرة is Zahira, سد is not Souda."""
    shared = _shared(arabic, latin)
    return shared is not None and shared >= _TELLING


def _shared(arabic: str, latin: str) -> int | None:
    """How many consonants and long vowels two spellings share; None where they cannot be the same name."""
    there, here = _parted(spoken(arabic)), _parted(spoken(latin))
    if [consonant for _, consonant in there] != [consonant for _, consonant in here]:
        return None
    begins = spoken(arabic)[:1] in _SOFT or _ARTICLE.sub("", fold(arabic))[:1] == "ع"
    if spoken(latin)[:1] in _SOFT and not begins:
        return None
    shared = len(there) - 1
    for place, ((written, _), (heard, _)) in enumerate(zip(there, here, strict=True)):
        long = set(written) - {"A"}
        if 0 < place < len(there) - 1 and (not long <= set(heard) or "h" in set(heard) - set(written)):
            return None
        shared += len(set(written) & set(heard))
    return shared


def _parted(sounds: str) -> list[tuple[str, str]]:
    """Each consonant with the soft sounds before it; the last of all with none after it."""
    found = re.findall(rf"([{_SOFT}]*)([^{_SOFT}]|$)", sounds)
    return [(soft, consonant) for soft, consonant in found if consonant] + [(found[-1][0] if found else "", "")]


def same_name(one: str, other: str) -> bool:
    """Whether two names are one, as they are written in any of the languages: Sarundi, Saroundi."""
    first, second = fold(one), fold(other)
    if first == second:
        return True
    arabic, latin = (first, second) if ARABIC.search(first) else (second, first)
    if ARABIC.search(latin) or not ARABIC.search(arabic):
        sound = skeleton(first)
        return first[:1] == second[:1] and len(sound) >= _SOUND and sound == skeleton(second)
    words, others = arabic.split(), latin.split()
    return len(words) == len(others) and all(map(sounds_like, words, others))


_SOUND = 3
"""Consonants of a name that is known by its sound."""
