"""Which words are names in an archive, so that they are known for names however they are typed: in small letters, or in Arabic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.concepts import same_concept
from assistant.register.likeness import sounds, sounds_asked
from assistant.register.spelled_places import of_several_words
from vectorstore import terms, words

_NAMING = ("venue", "place", "name", "host", "parties", "who", "by", "to", "organisation")
_PLACES = ("venue", "place")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Proper:
    """The stems of the names in an archive; words of the language, such as the "training" of a training centre, are none."""

    names: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    """Those of where events took place, and how they sound."""
    spelled: frozenset[str] = frozenset()
    """Places of several words, as written."""

    def is_name(self, stem: str) -> bool:
        """Whether a stem is one of a name."""
        return stem in self.names

    def is_place(self, stem: str, word: str) -> bool:
        """Whether a word is one for where an event took place, in whichever script."""
        if same_concept(stem):
            return False
        return stem in self.places or any(f"~{sound}" in self.places for sound in sounds_asked(word))


def proper_words(said: Iterable[tuple[str, str]]) -> Proper:
    """The names that stand in fields of facts.

    Args:
        said: The name of each field, and what it says.
    """
    names: set[str] = set()
    places: set[str] = set()
    said = list(said)
    for field, value in said:
        for word in words(value) if field in _NAMING and value else ():
            for stem in terms(word)[:1]:
                if len(word) >= _SHORTEST and word.isalpha() and not same_concept(stem):
                    names.add(stem)
                    places.update([stem, *_marked(word)] if field in _PLACES else [])
    return Proper(
        frozenset(names), frozenset(places), of_several_words(value for field, value in said if field in _PLACES)
    )


def _marked(word: str) -> Iterator[str]:
    """How a word sounds, after a mark that no stem has."""
    return (f"~{sound}" for sound in sounds(word))
