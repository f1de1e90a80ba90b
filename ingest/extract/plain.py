"""Text made easy to match: lower case, no accents, one form for each Arabic letter, and every character's place kept."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_SAME = {
    **dict(zip("أإآٱىةؤئ", "ااااي" + "هوي", strict=True)),
    **dict(zip("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789", strict=True)),
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("’‘ʼ`´", "'"),
    **dict.fromkeys("“”«»„", '"'),
    **dict.fromkeys("\u00a0\u202f\u2009\t\n", " "),
    "٫": ".",
    "٬": ",",
    "،": ",",
    "؛": ";",
}


@dataclass(frozen=True, slots=True)
class Plain:
    """Folded text and, where marks were taken out, the place of each character left."""

    text: str
    places: tuple[int, ...] | None
    """Where each character stood, and the length of the original at the end; None where nothing was taken out."""

    @classmethod
    def of(cls, text: str) -> Plain:
        """Fold a text."""
        return _fold(text)

    def place(self, position: int) -> int:
        """Where the character at a position of the folded text stood."""
        return position if self.places is None else self.places[position]

    def span(self, match: re.Match[str], group: int | str = 0) -> tuple[int, int]:
        """A match in the folded text as a span of the original."""
        start, end = match.span(group)
        return self.place(start), self.place(end - 1) + 1 if end > start else self.place(start)


class _Letters(dict[int, str]):
    """One character for one, or none for a mark that only decorates; each is worked out once."""

    def __missing__(self, code: int) -> str:
        self[code] = letter = _letter(chr(code))
        return letter


_LETTERS = _Letters()


@lru_cache(maxsize=16384)
def _fold(text: str) -> Plain:
    folded = text.translate(_LETTERS)
    if len(folded) == len(text):
        return Plain(folded, None)
    places = [place for place, character in enumerate(text) if _LETTERS[ord(character)]]
    return Plain(folded, (*places, len(text)))


def _letter(character: str) -> str:
    if character in _SAME:
        return _SAME[character]
    if character == "ـ" or unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return ""
    base = unicodedata.normalize("NFKD", character)[0].lower()
    return base if len(base) == 1 else character
