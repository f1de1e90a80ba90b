"""Tells pages whose text can be used from those that need text recognition."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from .bidi import RIGHT_TO_LEFT
from .pdf_page import Page, Word
from .recognised import Recognised

Lack = Literal["scan", "garbled"]
"""A picture of text with next to no text of its own; or text that is none, because the file's fonts lie about it."""

_FEW, _SOME = 10, 200
"""Letters: fewer are no text; fewer than that on a page that is all picture are a stamp, a number or a heading over it."""
_PICTURE, _ALL_PICTURE = 0.05, 0.6
_UNMAPPED = 0.1
_ENOUGH_WORDS = 30
_FEWEST_COMMON = 0.03
"""Share of words that every running text in the three languages exceeds by far; lists of names may not."""
_FOREIGN, _FEWEST_VOWELS = 0.35, 0.28
"""Shares of accented letters and of vowels among Latin ones; French has 6 % and 44 %, English 0 and 40 %."""
_SAME = 0.6
_TOKEN = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_COMMON = frozenset(
    _TOKEN.findall(
        "the of and to in is for on with was by that at from a le la les des du de et en un une pour par sur au aux dans que "
        "qui est ce il se ne pas من في على إلى الى عن أن ان التي الذي مع هذا هذه بين ما لا أو او و كما قد كان"
    )
)
_ARTICLE = ("ال", "وال", "بال", "لل", "كال", "فال")


def lack(page: Page) -> Lack | None:
    """What keeps the text of a page from being used; None where nothing does, or the page is empty."""
    text = [word.text for word in page.words]
    letters = sum(char.isalnum() for word in text for char in word)
    if page.unmapped > _UNMAPPED * (letters + page.unmapped) and page.unmapped >= _FEW:
        return "garbled"
    if letters < _FEW:
        return "scan" if page.pictured > _PICTURE else None
    if letters < _SOME and page.pictured > _ALL_PICTURE:
        return "scan"
    return "garbled" if _garbled(text) else None


def _garbled(words: Sequence[str]) -> bool:
    """Whether words are the letters of another text: made by fonts whose letters are not those they show."""
    tokens = [token.casefold() for word in words for token in _TOKEN.findall(word)]
    if len(tokens) < _ENOUGH_WORDS:
        return False
    if sum(_is_common(token) or _is_common(token[::-1]) for token in tokens) > _FEWEST_COMMON * len(tokens):
        return False
    latin = [char for token in tokens for char in token if _LATIN.match(char)]
    if len(latin) * 2 < sum(map(len, tokens)):  # other scripts are not for us to judge
        return sum(RIGHT_TO_LEFT.match(token) is not None for token in tokens) * 2 > len(tokens)
    accented = sum(char > "\x7f" for char in latin) > _FOREIGN * len(latin)
    dumb = sum(unicodedata.normalize("NFD", char)[0] in "aeiouy" for char in latin) < _FEWEST_VOWELS * len(latin)
    return accented or dumb


def _is_common(token: str) -> bool:
    return token in _COMMON or (len(token) > 3 and token.startswith(_ARTICLE))


def settled(page: Page, found: Recognised | None) -> Page:
    """A page that lacks text with the words that can be relied on.

    Args:
        page: As the file has it.
        found: What text recognition saw on it; None where there was none.
    """
    if found is None or not found.words:
        return replace(page, words=()) if lack(page) == "garbled" else page
    ours, seen = _tokens(page.words), _tokens(found.words)
    agree = sum((ours & seen).values()) >= _SAME * sum(ours.values())
    complete = sum(ours.values()) >= _SAME * sum(seen.values())
    return page if agree and complete else found.as_page(page.number)


def _tokens(words: Sequence[Word]) -> Counter[str]:
    folded = (unicodedata.normalize("NFKC", word.text).casefold() for word in words)
    return Counter(token for word in folded for token in _TOKEN.findall(word) if len(token) > 2)
