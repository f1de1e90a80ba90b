"""One way to make text comparable, used when indexing and when asking.

Arabic folding follows the light normalisation of Larkey, Ballesteros and Connell (SIGIR 2002): hamza forms of alef become
bare alef, final ya and ta marbuta are unified, tatweel and vowel marks go, and the article with its proclitics is cut off.
Stems are Snowball's (PyStemmer).
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache

import Stemmer

VERSION = 3
"""Part of the settings fingerprint: raise it when the terms of the same text change."""

_ARABIC = str.maketrans("أإآٱىةؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "اااايهوي01234567890123456789")
_PUNCTUATION = str.maketrans("‐‑‒–—−’‘ʼ`´٫٬", "------'''''.,")
_WORD = re.compile(r"[^\W_]+(?:[-'./&][^\W_]+)*")
_PART = re.compile(r"[^\W_]+")
_ARABIC_LETTER = re.compile(r"[\u0620-\u064a]")
_ARABIC_PREFIX = re.compile(r"^(?:[وف]?(?:ال|بال|كال|لل)|[وف](?=\w{4,}))")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:[, ]\d{3})+(?![\d])")
_POSSESSIVE = re.compile(r"'s$")
_ELISION = re.compile(r"^(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu)'(?=\w)")

_CAPITALS = re.compile(r"(?:(?<![^\W_])(?<![-'’&.])|(?<=\b[dlDL]['’]))[A-Z]{2,4}(?![-'’&]?[^\W_])")
_SMALL_WORD = re.compile(r"[a-zà-ÿ]{3}")

_one_at_a_time = threading.Lock()  # a Snowball stemmer keeps its state while it works

_STOPWORDS = """
    a an and are as at be been but by can could did do does for from had has have he her his how i if in into is it its
    me my no not of on or our she should so some than that the their them then there these they this those to up us was
    we were what when where which who whom whose why will with would you your about
    au aux avec ce ces cet cette dans de des du elle elles en est et eu eut il ils je la le les leur leurs lui ma mais
    me meme mes mon ne nos notre nous on ont ou par pas pour qu que quel quelle quelles quels qui quoi sa sans se sera
    ses son sont sous sur ta te tes ton tu un une vos votre vous y a ete etait etaient avait avaient fait comment
    combien ou quand pourquoi lors d l s n c j
    من في على الى عن مع هذا هذه ذلك تلك التي الذي الذين ما ماذا متى اين كم كيف هل هو هي هم كان كانت يكون تم يتم عبر قد لقد لم لن
    وين مين لا ان او ثم بين كل بعد قبل عند حتى اي ايه به بها له لها فيه فيها منه منها عليه عليها الا كما ولا مين شو وما و ف ب ل ك
"""


def fold(text: str) -> str:
    """Fold letter case, accents, Arabic letter forms, digits, dashes and invisible marks; lengths may change."""
    if text.isascii():
        return text.lower().translate(_PUNCTUATION)
    decomposed = unicodedata.normalize("NFKD", text).casefold().translate(_PUNCTUATION)
    return unicodedata.normalize("NFC", decomposed.translate(_LETTERS))


class _Letters(dict[int, int | str | None]):
    """What becomes of each character: marks and invisible ones go, Arabic letter forms are unified; filled as they come up."""

    def __missing__(self, code: int) -> int | None:
        goes = unicodedata.combining(chr(code)) or unicodedata.category(chr(code)) == "Cf" or chr(code) == "ـ"
        self[code] = None if goes else code
        return None if goes else code


_LETTERS = _Letters(_ARABIC)


def words(text: str) -> Iterator[str]:
    """The folded words of a text in order: codes such as `drm-cab` whole, thousands joined (`12,500` is `12500`)."""
    joined = _THOUSANDS.sub(lambda number: re.sub("[, ]", "", number.group()), fold(text))
    for word in _WORD.findall(joined):
        yield _POSSESSIVE.sub("", _ELISION.sub("", word)) if "'" in word else word


@lru_cache(maxsize=1)
def stopwords() -> frozenset[str]:
    """The folded function words of the three languages."""
    return frozenset(fold(word) for word in _STOPWORDS.split())


def terms(text: str) -> list[str]:
    """The search terms of a text, in order: stems without stop words; codes both whole and in parts.

    A short form that is written as a function word is, such as WHO, AU or IT, is a term of its own where it stands in
    capitals among other words.
    """
    codes = _spelled_as_function_words(text)
    if not codes:
        return [term for word in words(text) for term in _terms_of(word)]
    return [term for word in words(text) for term in _terms_of(word) or ((f"{word}0",) if word in codes else ())]


def _spelled_as_function_words(text: str) -> frozenset[str]:
    """The function words that stand in capitals, alone or among small letters; the first word of a question only asks."""
    found = _CAPITALS.findall(text)
    if not found or not (_SMALL_WORD.search(text) or found == [text.strip()]):
        return frozenset()
    asks = text.rstrip().endswith("?") and text.lstrip().startswith(found[0])
    return frozenset(map(fold, found[1:] if asks else found)) & stopwords()


@lru_cache(maxsize=100_000)
def _terms_of(word: str) -> tuple[str, ...]:
    """The search terms of one folded word."""
    if _is_function_word(word):
        return ()
    parts = _PART.findall(word)
    if len(parts) == 1:
        return (stem(word),)
    return (stem(word), *(stem(part) for part in parts if part not in stopwords() and len(part) > 1))


def _is_function_word(word: str) -> bool:
    """A function word, also with an Arabic "and" before it, or built of such words as in French `a-t-on`."""
    known = stopwords()
    if word in known or (word[0] in "وف" and word[1:] in known):
        return True
    return "-" in word and all(part in known or len(part) == 1 for part in word.split("-"))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of one folded word, by its script: Arabic, or French over English for Latin letters.

    One stemmer serves both Latin languages, so that a term matches in documents of either; words with a digit or a
    hyphen are codes and stay as they are.
    """
    if _ARABIC_LETTER.search(word):
        bare = _ARABIC_PREFIX.sub("", word)
        return _stem_in("arabic", bare if len(bare) > 1 else word)
    if not word.isalpha() or len(word) < 4:
        return word
    return _stem_in("french", _stem_in("english", word))


def stems(words: Collection[str]) -> dict[str, str]:
    """The stem of each of many folded words, many times faster than one by one."""
    arabic = {
        word: bare if len(bare := _ARABIC_PREFIX.sub("", word)) > 1 else word
        for word in words
        if _ARABIC_LETTER.search(word)
    }
    latin = [word for word in words if word not in arabic and word.isalpha() and len(word) >= 4]
    with _one_at_a_time:
        in_ = _stemmers()
        of_arabic = in_["arabic"].stemWords(list(arabic.values()))
        of_latin = in_["french"].stemWords(in_["english"].stemWords(latin))
    return (
        {word: word for word in words}
        | dict(zip(arabic, of_arabic, strict=True))
        | dict(zip(latin, of_latin, strict=True))
    )


def _stem_in(language: str, word: str) -> str:
    with _one_at_a_time:
        return str(_stemmers()[language].stemWord(word))


@lru_cache(maxsize=1)
def _stemmers() -> dict[str, Stemmer.Stemmer]:
    return {name: Stemmer.Stemmer(name) for name in ("arabic", "english", "french")}
