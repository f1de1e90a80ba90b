"""Places of several words that a question writes in another script: `بقصر لامار` for the archive's `Qasr Lamar`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.attached import bare
from assistant.concepts import same_concept
from assistant.sounds import ARABIC, skeleton, sounds_like
from vectorstore import fold, terms

_PARTS = re.compile(r"[,،;()]|\s[–—-]\s")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_LEAST, _MOST = 2, 3
"""Words of such a place."""


def of_several_words(said: Iterable[str]) -> frozenset[str]:
    """The places among what documents say of where something was: the parts of two or three words, as written."""
    parts = (part.strip() for value in said for part in _PARTS.split(value))
    return frozenset(part for part in parts if _LEAST <= len(_WORD.findall(part)) <= _MOST)


def key_of_place(place: str) -> str:
    """What a place is known by among the things that a record names."""
    return f"place:{fold(place)}"


def places_in(text: str, places: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The places that a text names in another script, each by the words of the text and as the archive writes it.

    The first word may have a small one written onto it, as Arabic does.
    """
    typed = _WORD.findall(text)
    for place in sorted(places):
        said = _WORD.findall(place)
        for at in range(len(typed) - len(said) + 1):
            run = typed[at : at + len(said)]
            if bool(ARABIC.search(run[0])) != bool(ARABIC.search(said[0])) and _is_spelled(run, said):
                yield " ".join(run), place


def _is_spelled(run: Sequence[str], said: Sequence[str]) -> bool:
    first = any(_alike(form, said[0]) for form in bare(fold(run[0])))
    return first and all(_alike(word, name) for word, name in zip(run[1:], said[1:], strict=True))


def _alike(word: str, name: str) -> bool:
    """Whether a word of one script is one of the other: by how it sounds or, in part of a name, by what it means."""
    if _sound(word) == _sound(name):
        return True
    written, spelled = (word, name) if ARABIC.search(word) else (name, word)
    stems = terms(word)[:1], terms(name)[:1]
    meant = all(stems) and stems[1][0] in same_concept(stems[0][0])
    return meant or sounds_like(written, spelled)


def _sound(word: str) -> str:
    """How a word sounds; between vowels an s may be written z in the other script."""
    return skeleton(word).replace("z", "s")
