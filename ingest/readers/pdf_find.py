"""Finds the words of a quote on a page of a PDF file."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from .pdf_lines import rows_of
from .pdf_page import Page, Word

Box = tuple[float, float, float, float]
_TOKEN = re.compile(r"[^\W_]+")
_ENOUGH = 0.3
"""Share of words that a stretch of lines and a quote must have in common to be taken for each other."""
_MOST_LINES = 60
_MOSTLY = 0.6
"""Share of the words in a stretch of a line that must be found for the stretch to be marked as a whole."""


def find(page: Page, quote: str) -> list[Box]:
    """The places of the quote as left, bottom, right, top; empty where the page does not hold it."""
    wanted = _letters(quote)
    if not wanted:
        return []
    return _boxes(_in_order(page.words, wanted) or _nearby(page.words, _tokens(quote)))


def _in_order(words: Sequence[Word], wanted: str) -> list[Word]:
    """The words that spell the quote one after the other, whatever breaks stand between them."""
    spelled: list[str] = []
    owners: list[Word] = []
    for word in words:
        letters = _letters(word.text)
        spelled.append(letters)
        owners += [word] * len(letters)
    start = "".join(spelled).find(wanted)
    if start < 0:
        return []
    return list({id(word): word for word in owners[start : start + len(wanted)]}.values())


def _nearby(words: Sequence[Word], wanted: Counter[str]) -> list[Word]:
    """The words of the quote in the stretch of lines that has most in common with it.

    Files in which words are kept in another order than they are read, Arabic ones above all, are found this way.
    """
    rows = rows_of(words)
    best, chosen = _ENOUGH, (0, 0)
    total = sum(wanted.values())
    for first in range(len(rows)):
        seen: Counter[str] = Counter()
        for last in range(first, min(len(rows), first + _MOST_LINES)):
            for word in rows[last]:
                seen += _tokens(word.text)
            common = sum((seen & wanted).values())
            share = common / (total + sum(seen.values()) - common)
            if share > best:
                best, chosen = share, (first, last + 1)
    left = Counter(wanted)
    found: list[Word] = []
    for row in rows[chosen[0] : chosen[1]]:
        found += _between(row, _matching(row, left))
    return found


def _matching(row: Sequence[Word], left: Counter[str]) -> list[Word]:
    """The words of a line that the quote still lacks; they are taken out of `left`."""
    found = []
    for word in row:
        own = _tokens(word.text)
        if own and not own - left:
            left.subtract(own)
            found.append(word)
    return found


def _between(row: Sequence[Word], found: list[Word]) -> list[Word]:
    """The same with the few words that stand among them, and are only kept in pieces in the file."""
    if not found:
        return []
    first, last = min(word.left for word in found), max(word.right for word in found)
    among = [word for word in row if first <= word.left and word.right <= last]
    return among if len(found) >= _MOSTLY * len(among) else found


def _boxes(words: Iterable[Word]) -> list[Box]:
    """One box for neighbouring words of a line."""
    boxes: list[Box] = []
    for row in rows_of(words):
        ordered = sorted(row, key=lambda word: word.left)
        merged = [_box(ordered[0])]
        for word in ordered[1:]:
            left, bottom, right, top = merged[-1]
            if word.left - right < max(word.size, 1.0):
                merged[-1] = (left, min(bottom, word.bottom), max(right, word.right), max(top, word.top))
            else:
                merged.append(_box(word))
        boxes += merged
    return boxes


def _box(word: Word) -> Box:
    return word.left, word.bottom, word.right, word.top


def _letters(text: str) -> str:
    """Letters and digits alone, in one form."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in folded if char.isalnum())


def _tokens(text: str) -> Counter[str]:
    folded = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    return Counter(_TOKEN.findall(bare))
