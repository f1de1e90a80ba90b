"""One thing, many names: short and long forms, translations and former names, as the archive itself gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.concepts import same_concept
from assistant.register.known import Known
from assistant.variants import skeleton
from vectorstore import Fact, terms, words

Mark = tuple[int, str]
"""How many words a long name has, and what one of them is found by."""
Key = tuple[str, ...]
"""The stems of a name, in order."""
_NAMED = ("name", "acronym", "abbreviation", "other_name", "other_abbreviation")
_SOUND = 4
"""Consonants that two short forms in different scripts must share to be one."""
_TELLING = 3
"""Words of a long name that is told from its translation, at least."""
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
    """The names of an archive; those that some document, or somebody, gives as names of one thing belong together.

    One short form with two long forms in one language that share nothing is the short form of two things, which stay apart.
    """

    def __init__(self, facts: Iterable[Fact], known: Known | None = None) -> None:
        self._known = known or Known()
        self._parent: dict[Key, Key] = {}
        self._apart = [frozenset(key_of(name) for name in names) for names in self._known.different]
        self._spelled: dict[Key, dict[str, None]] = {}
        self._because: dict[Key, list[Fact]] = {}
        told = [fact for fact in facts if fact.kind in ("organisation", "programme")]
        for names in self._known.same:
            self._together(names)
        corrected = {self._root(key_of(names[0])) for names in self._known.same}
        self._told(told)
        self._across_scripts()
        self._translated(told)
        self._supplied(told)
        by_root: dict[Key, list[Key]] = {}
        for key in self._spelled:
            by_root.setdefault(self._root(key), []).append(key)
        self._entities: dict[Key, Entity] = {}
        corrected = {self._root(root) for root in corrected}
        for root, keys in by_root.items():
            self._entities.update(dict.fromkeys(keys, self._entity(keys, root in corrected)))
        self._words: dict[Entity, frozenset[str]] = {}
        self._group()
        self._openings = {key[0] for key in self._entities}

    def _told(self, told: Sequence[Fact]) -> None:
        """The names that facts give to one thing."""
        homonyms = _homonyms(told)
        for fact in told:
            said = [name for name in _names_of(fact) if key_of(name) not in homonyms]
            for key in self._together(said):
                self._because.setdefault(key, []).append(fact)

    def _together(self, names: Iterable[str]) -> list[Key]:
        keys = []
        for name in names:
            if key := key_of(name):
                keys.append(key)
                self._spelled.setdefault(key, {})[name] = None
                self._union(keys[0], key)
        return keys

    def _supplied(self, told: Sequence[Fact]) -> None:
        """Organisations and countries that are known anyway; a short form that the archive uses otherwise is left to it."""
        longs: dict[Key, set[Key]] = {}
        for fact in told:
            short = fact.fields.get("abbreviation") or fact.fields.get("acronym")
            if short and (long := fact.fields.get("name") or fact.fields.get("definition")):
                longs.setdefault(key_of(short), set()).add(key_of(long))
        for member in self._known.members:
            own = {key_of(name) for name in member.names}
            self._together(name for name in member.names if not longs.get(key_of(name), own) - own or " " in name)

    def _entity(self, keys: Sequence[Key], corrected: bool) -> Entity:
        names = dict.fromkeys(name for key in keys for name in self._spelled[key])
        because = {id(fact): fact for key in keys for fact in self._because.get(key, ())}
        return Entity(tuple(names), tuple(because.values()), corrected)

    def _group(self) -> None:
        """Groups are found by their names; towns by the country they lie in."""
        self._places: dict[Key, Entity] = {}
        for member in self._known.members:
            thing = self.of(member.names[0]) or self.of(member.names[-1])
            if thing is not None:
                self._places.update((key_of(place), thing) for place in member.places)
        for group in self._known.groups:
            members = frozenset(thing.key for name in group.members if (thing := self.of(name)))
            entity = Entity(group.names, (), members=members)
            for name in group.names:
                self._entities.setdefault(key_of(name), entity)

    def of(self, name: str) -> Entity | None:
        """The thing with a name."""
        return self._entities.get(key_of(name))

    def entities(self) -> tuple[Entity, ...]:
        """Everything that the archive, or somebody's correction, gives a name."""
        return tuple(dict.fromkeys(e for e in self._entities.values() if e.because or e.corrected))

    def _terms_of(self, entity: Entity) -> frozenset[str]:
        """The terms of every name of a thing; a group has none of its own."""
        if entity not in self._words:
            names = entity.names if not entity.members else ()
            self._words[entity] = frozenset(term for name in names for term in terms(name))
        return self._words[entity]

    def things(self, text: str) -> frozenset[str]:
        """Keys of what is named in a text, and of the countries that the towns in it lie in."""
        found = {thing.key for thing in self.within(text) if not thing.members}
        if self._places:
            stems = key_of(text)
            for length in (1, 2, 3):
                runs = zip(*(stems[start:] for start in range(length)), strict=False)
                found.update(self._places[run].key for run in runs if run in self._places)
        return frozenset(found)

    def within(self, text: str) -> Iterator[Entity]:
        """The things named in a text, longest names first where they overlap."""
        return (entity for entity, _ in self.mentions(text))

    def mentions(self, text: str) -> Iterator[tuple[Entity, str]]:
        """The things named in a text, each with the words that name it."""
        said = [(stem, word) for word in map(_bare, text.split()) for stem in _stem(word)]
        stems = tuple(stem for stem, _ in said)
        place = 0
        while place < len(stems):
            length = 0
            if stems[place] in self._openings:
                longest = range(min(_LONGEST, len(stems) - place), 0, -1)
                length = next((n for n in longest if stems[place : place + n] in self._entities), 0)
            if length:
                yield (
                    self._entities[stems[place : place + length]],
                    " ".join(w for _, w in said[place : place + length]),
                )
            place += max(1, length)

    def widened(self, text: str) -> frozenset[str]:
        """The terms of a text and of every other name of the things it names."""
        found = set(terms(text))
        for entity in self.within(text):
            found |= self._terms_of(entity)
        return frozenset(found)

    def _across_scripts(self) -> None:
        """Short forms that sound alike in two scripts are one: long enough ones, of which each script has one."""
        sounds: dict[str, dict[bool, set[Key]]] = {}
        for key, names in self._spelled.items():
            if len(key) == 1 and len(sound := skeleton(next(iter(names)))) >= _SOUND:
                sounds.setdefault(sound, {}).setdefault(key[0].isascii(), set()).add(key)
        for scripts in sounds.values():
            if len(scripts) == 2 and all(len(keys) == 1 for keys in scripts.values()):
                self._union(*(next(iter(keys)) for keys in scripts.values()))

    def _translated(self, told: Iterable[Fact]) -> None:
        """Long names in two languages are one where each word of the one means or sounds like a word of the other."""
        longs = {
            (fact.language, name): words
            for fact in told
            for name in [fact.fields.get("name") or ""]
            if len(words := _telling(name)) >= _TELLING
        }
        with_mark: dict[Mark, dict[tuple[str, str], None]] = {}
        for named, words_ in longs.items():
            for word in words_:
                for mark in _marks(word):
                    with_mark.setdefault((len(words_), mark), {})[named] = None
        for (language, name), mine in longs.items():
            near = [{n for mark in _sought(word) for n in with_mark.get((len(mine), mark), ())} for word in mine]
            for other_language, other in min(near, key=len):  # a name that is the same has a counterpart of every word
                if language < other_language and _mean_the_same(mine, longs[other_language, other]):
                    self._union(key_of(name), key_of(other))

    def _root(self, key: Key) -> Key:
        while (above := self._parent.get(key, key)) != key:
            key = above
        return key

    def _union(self, first: Key, second: Key) -> None:
        """Make two names one thing's, unless somebody said that they are not."""
        one, other = self._root(first), self._root(second)
        if one == other or (self._apart and self._is_apart(one, other)):
            return
        self._parent.setdefault(first, first)
        self._parent.setdefault(second, second)
        self._parent[other] = one

    def _is_apart(self, one: Key, other: Key) -> bool:
        mine = {key for key in self._spelled if self._root(key) == one}
        theirs = {key for key in self._spelled if self._root(key) == other}
        return any(mine & apart and theirs & apart for apart in self._apart)


def _telling(name: str) -> tuple[str, ...]:
    """The words of a long name without those that only join."""
    return tuple(word for word in words(name) if terms(word))


def _mean_the_same(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether every word has a counterpart of its own in the other name: the same stem, concept or sound."""
    left = list(theirs)
    for word in mine:
        found = next((other for other in left if _is_counterpart(word, other)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _is_counterpart(word: str, other: str) -> bool:
    return not _sought(word).isdisjoint(_marks(other))


@lru_cache(maxsize=100_000)
def _marks(word: str) -> frozenset[str]:
    """What a word is found by: its stem and, after a mark of its own, its sound."""
    sound = skeleton(word)
    return frozenset([terms(word)[0], *([f"~{sound}"] if len(sound) >= _SOUND - 1 else [])])


@lru_cache(maxsize=100_000)
def _sought(word: str) -> frozenset[str]:
    """The marks of the words that it can be a translation of."""
    return _marks(word) | same_concept(terms(word)[0])


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


def _names_of(fact: Fact) -> Iterator[str]:
    for field in _NAMED:
        for name in (fact.fields.get(field) or "").split("; "):
            if name.strip():
                yield name.strip()


def _homonyms(facts: Iterable[Fact]) -> frozenset[Key]:
    """Short forms that stand for names of one language without a word in common."""
    longs: dict[tuple[Key, str], list[set[str]]] = {}
    for fact in facts:
        short, long = fact.fields.get("abbreviation") or fact.fields.get("acronym"), fact.fields.get("name")
        if short and long and len(long.split()) > 1:
            longs.setdefault((key_of(short), fact.language), []).append(set(terms(long)))
    return frozenset(
        key for (key, _), said in longs.items() if any(not (one & other) for one in said for other in said)
    )
