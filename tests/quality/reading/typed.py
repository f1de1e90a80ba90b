"""Questions as they are typed: without capitals, accents, hamzas or the mark at the end, and with slips of the finger."""

from __future__ import annotations

import random
import unicodedata

_HAMZAS = str.maketrans("أإآىة", "ااايه")
_SHORTEST = 4


def typed(text: str, chance: random.Random) -> str:
    """One of the ways in which somebody might type a question."""
    if chance.random() < 0.4:
        text = text.rstrip(" ?؟.!")
    if chance.random() < 0.35:
        text = text.lower()
    if chance.random() < 0.25:
        text = _plain(text)
    return _slipped(text, chance) if chance.random() < 0.15 else text


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.translate(_HAMZAS))
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))


def _slipped(text: str, chance: random.Random) -> str:
    """Two letters of a word swapped, or one of them left out."""
    words = text.split(" ")
    long = [place for place, word in enumerate(words) if len(word) >= _SHORTEST and word.isalpha()]
    if not long:
        return text
    place = chance.choice(long)
    word = words[place]
    at = chance.randrange(1, len(word) - 1)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    words[place] = swapped if chance.random() < 0.5 else word[:at] + word[at + 1 :]
    return " ".join(words)
