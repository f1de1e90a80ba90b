"""One thing, many names: short and long forms, translations and former names, as the archive itself gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assistant.attached import bare_stems
from vectorstore import Fact, terms

Key = tuple[str, ...]
"""The stems of a name, in order."""
_LONGEST = 14
"""Words of the longest name worth finding."""


@dataclass(frozen=True, slots=True, eq=False)
class Entity:
    """Something with one or more names; `because` are the facts that give them."""

    names: tuple[str, ...]
    because: tuple[Fact, ...]
    corrected: bool = False
    """Whether people said that some of its names belong together."""
    members: frozenset[str] = frozenset()
    """Of a group, the keys of its members."""

    @property
    def key(self) -> str:
        """What it is known by within one index, fit for a link."""
        return "-".join(key_of(self.names[0]))


class Names:
    """The names of an archive.

    Args:
        entities: Every thing by each of its names.
        places: Countries by the towns that lie in them.
    """

    def __init__(self, entities: Mapping[Key, Entity], places: Mapping[Key, Entity]) -> None:
        self.by_name = entities
        """Every thing by each of its names."""
        self.by_place = places
        """Countries by the towns that lie in them."""
        self.towns: dict[Entity, tuple[frozenset[str], ...]] = {}
        """The terms of each town that lies in a country."""
        for town, country in places.items():
            self.towns[country] = (*self.towns.get(country, ()), frozenset(town))
        self._words: dict[Entity, frozenset[str]] = {}
        self._keys: dict[Entity, str] = {}
        self._places = {*places, *(key_of(name) for thing in places.values() for name in thing.names)}
        self._openings: dict[str, int] = {}
        """How many words the longest name has that begins with a stem."""
        for key in entities:
            self._openings[key[0]] = max(len(key), self._openings.get(key[0], 0))

    def of(self, name: str) -> Entity | None:
        """The thing with a name."""
        return self.by_name.get(key_of(name))

    def entities(self) -> tuple[Entity, ...]:
        """Everything that the archive, or somebody's correction, gives a name."""
        return tuple(dict.fromkeys(e for e in self.by_name.values() if e.because or e.corrected))

    def is_place(self, entity: Entity) -> bool:
        """Whether a thing is a town or a country: two bodies in one are not one for that."""
        return not entity.because and any(key_of(name) in self._places for name in entity.names)

    def terms_of(self, entity: Entity) -> frozenset[str]:
        """The terms of every name of a thing; a group has none of its own."""
        if entity not in self._words:
            names = entity.names if not entity.members else ()
            self._words[entity] = frozenset(term for name in names for term in terms(name))
        return self._words[entity]

    def things(self, text: str) -> frozenset[str]:
        """Keys of what is named in a text, and of the countries that the towns in it lie in."""
        return self._things(text, self.within(text))

    def _things(self, text: str, within: Iterable[Entity]) -> frozenset[str]:
        found = {self._key_of(thing) for thing in within if not thing.members}
        if self.by_place:
            stems = key_of(text)
            for length in (1, 2, 3):
                runs = zip(*(stems[start:] for start in range(length)), strict=False)
                found.update(self.by_place[run].key for run in runs if run in self.by_place)
        return frozenset(found)

    def within(self, text: str) -> Iterator[Entity]:
        """The things named in a text, longest names first where they overlap."""
        return (entity for entity, _ in self.mentions(text))

    def mentions(self, text: str) -> Iterator[tuple[Entity, str]]:
        """The things named in a text, each with the words that name it."""
        said = [(self._opened(stem, word), word) for word in map(_bare, text.split()) for stem in _stem(word)]
        stems = tuple(stem for stem, _ in said)
        place = 0
        while place < len(stems):
            longest = min(self._openings.get(stems[place], 0), _LONGEST, len(stems) - place)
            length = next((n for n in range(longest, 0, -1) if stems[place : place + n] in self.by_name), 0)
            if length:
                yield (
                    self.by_name[stems[place : place + length]],
                    " ".join(w for _, w in said[place : place + length]),
                )
            place += max(1, length)

    def _opened(self, stem: str, word: str) -> str:
        """The stem of a word or, where no name begins with that, of the word without what Arabic writes as one with it."""
        if stem in self._openings:
            return stem
        return next((bare for bare in bare_stems(word) if bare in self._openings), stem)

    def widened(self, text: str) -> frozenset[str]:
        """The terms of a text and of every other name of the things it names."""
        return self._widened(text, self.within(text))

    def _widened(self, text: str, within: Iterable[Entity]) -> frozenset[str]:
        return frozenset(terms(text)).union(*map(self.terms_of, within))

    def read(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        """What `widened` and `things` give of a text, which is read once for both."""
        within = tuple(self.within(text))
        return self._widened(text, within), self._things(text, within)

    def _key_of(self, entity: Entity) -> str:
        if entity not in self._keys:
            self._keys[entity] = entity.key
        return self._keys[entity]


def key_of(name: str) -> Key:
    """What a name is compared by; parts of codes do not count on their own."""
    return tuple(stem for word in name.split() for stem in _stem(_bare(word)))


@lru_cache(maxsize=200_000)
def _stem(word: str) -> tuple[str, ...]:
    """The stem of a word; a small word in capitals is a short form: UN, WHO, IT."""
    found = tuple(terms(word)[:1])
    return found or ((f"={word.lower()}",) if len(word) > 1 and word.isupper() else ())


def _bare(word: str) -> str:
    return word.strip("()[],;:.?؟!«»“”\"'")
