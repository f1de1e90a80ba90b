"""One thing, many names: short and long forms, translations and former names, as the archive itself gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.concepts import same_concept
from assistant.variants import skeleton
from vectorstore import Fact, terms, words

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

    @property
    def key(self) -> str:
        """What it is known by within one index, fit for a link."""
        return "-".join(key_of(self.names[0]))


class Names:
    """The names of an archive; those that some document gives as names of one thing belong together.

    One short form with two long forms in one language that share nothing is the short form of two things, which stay apart.
    """

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._parent: dict[Key, Key] = {}
        spelled: dict[Key, dict[str, None]] = {}
        because: dict[Key, list[Fact]] = {}
        told = [fact for fact in facts if fact.kind in ("organisation", "programme")]
        homonyms = _homonyms(told)
        for fact in told:
            keys = []
            for name in _names_of(fact):
                key = key_of(name)
                if key and key not in homonyms:
                    keys.append(key)
                    spelled.setdefault(key, {})[name] = None
            for key in keys:
                because.setdefault(key, []).append(fact)
                self._union(keys[0], key)
        self._across_scripts(spelled)
        self._translated(told)
        together: dict[Key, list[Key]] = {}
        for key in spelled:
            together.setdefault(self._root(key), []).append(key)
        self._entities: dict[Key, Entity] = {}
        for keys in together.values():
            names = dict.fromkeys(name for key in keys for name in spelled[key])
            reasons = dict.fromkeys(id(fact) for key in keys for fact in because.get(key, ()))
            known = {id(fact): fact for key in keys for fact in because.get(key, ())}
            entity = Entity(tuple(names), tuple(known[reason] for reason in reasons))
            self._entities.update(dict.fromkeys(keys, entity))
        self._openings = {key[0] for key in self._entities}

    def of(self, name: str) -> Entity | None:
        """The thing with a name."""
        return self._entities.get(key_of(name))

    def entities(self) -> tuple[Entity, ...]:
        """Everything that has a name."""
        return tuple(dict.fromkeys(self._entities.values()))

    def within(self, text: str) -> Iterator[Entity]:
        """The things named in a text, longest names first where they overlap."""
        return (entity for entity, _ in self.mentions(text))

    def mentions(self, text: str) -> Iterator[tuple[Entity, str]]:
        """The things named in a text, each with the words that name it."""
        said = [(stem, word) for word in map(_bare, text.split()) for stem in terms(word)[:1]]
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
            for name in entity.names:
                found.update(terms(name))
        return frozenset(found)

    def _across_scripts(self, spelled: Mapping[Key, Iterable[str]]) -> None:
        """Short forms that sound alike in two scripts are one: long enough ones, of which each script has one."""
        sounds: dict[str, dict[bool, set[Key]]] = {}
        for key, names in spelled.items():
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
        for (language, name), mine in longs.items():
            for (other_language, other), theirs in longs.items():
                if language < other_language and len(mine) == len(theirs) and _mean_the_same(mine, theirs):
                    self._union(key_of(name), key_of(other))

    def _root(self, key: Key) -> Key:
        while (above := self._parent.get(key, key)) != key:
            key = above
        return key

    def _union(self, first: Key, second: Key) -> None:
        self._parent.setdefault(first, first)
        self._parent.setdefault(second, second)
        self._parent[self._root(second)] = self._root(first)


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
    stem, theirs = terms(word)[0], terms(other)[0]
    sound = skeleton(word)
    return stem == theirs or theirs in same_concept(stem) or (len(sound) >= _SOUND - 1 and sound == skeleton(other))


def key_of(name: str) -> Key:
    """What a name is compared by; parts of codes do not count on their own."""
    return tuple(stem for word in name.split() for stem in terms(_bare(word))[:1])


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
