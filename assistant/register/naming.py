"""Finds out which names belong together: those that some document, or somebody, gives as names of one thing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import chain

from assistant.concepts import same_concept
from assistant.register.known import Known
from assistant.register.names import Entity, Key, Names, key_of
from assistant.sounds import skeleton, sounds_alike_and_no_other
from vectorstore import Fact, fold, terms, words

Mark = tuple[int, str]
"""How many words a long name has, and what one of them is found by."""
_NAMED = ("name", "acronym", "abbreviation", "other_name", "other_abbreviation")
_SECRETARIAT = re.compile(
    r"(?:the )?secretariat (?:of (?:the )?|de la |de l['’]|du )(?P<rest>.*\b(?:convention|treaty|traite|network|reseau|alliance|initiative)\b.*)"
)
"""What works for a convention or a network and goes by its name."""
_SOUND = 4
"""Consonants that two short forms in different scripts must share to be one."""
_A_SORT = 50
"""Names that have a word, from which on it is one for a sort of bodies, an agency, and no two bodies are one for having it."""
_TELLING = 3
"""Words of a long name that is told from its translation, at least."""


def read_names(facts: Iterable[Fact], known: Known | None = None) -> Names:
    """The names of an archive, from its facts and what people know about names.

    One short form with two long forms in one language that share nothing is the short form of two things, which stay apart.
    """
    return _Naming(known or Known()).names([fact for fact in facts if fact.kind in ("organisation", "programme")])


class _Naming:
    """Joins names, two at a time, into sets of names of one thing."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._parent: dict[Key, Key] = {}
        self._apart = [frozenset(key_of(name) for name in names) for names in known.different]
        self._spelled: dict[Key, dict[str, None]] = {}
        self._because: dict[Key, list[Fact]] = {}

    def names(self, told: Sequence[Fact]) -> Names:
        """The names that facts tell of, joined."""
        for names in self._known.same:
            self._together(names)
        corrected = {self._root(key_of(names[0])) for names in self._known.same}
        self._told(told)
        self._secretariats()
        self._across_scripts()
        self._translated(told)
        self._supplied(told)
        by_root: dict[Key, list[Key]] = {}
        for key in self._spelled:
            by_root.setdefault(self._root(key), []).append(key)
        entities: dict[Key, Entity] = {}
        corrected = {self._root(root) for root in corrected}
        for root, keys in by_root.items():
            entities.update(dict.fromkeys(keys, self._entity(keys, root in corrected)))
        places = self._grouped(entities)
        return Names(entities, places)

    def _told(self, told: Sequence[Fact]) -> None:
        """The names that facts give to one thing."""
        homonyms = _homonyms(told)
        for fact in told:
            said = [name for name in _names_of(fact) if key_of(name) not in homonyms]
            for key in self._together(said):
                self._because.setdefault(key, []).append(fact)

    def _secretariats(self) -> None:
        """`Secretariat of the X Convention` is a name of what the archive knows as the X Convention."""
        for key, spelled in list(self._spelled.items()):
            for name in spelled:
                match = _SECRETARIAT.match(fold(name))
                rest = key_of(match["rest"]) if match else ""
                if rest in self._spelled:
                    self._union(self._root(rest), key)

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

    def _grouped(self, entities: dict[Key, Entity]) -> dict[Key, Entity]:
        """Add the groups, found by their names; returns towns by the country they lie in."""
        places: dict[Key, Entity] = {}
        for member in self._known.members:
            thing = entities.get(key_of(member.names[0])) or entities.get(key_of(member.names[-1]))
            if thing is not None:
                places.update((key_of(place), thing) for place in member.places)
        for group in self._known.groups:
            members = frozenset(thing.key for name in group.members if (thing := entities.get(key_of(name))))
            entity = Entity(group.names, (), members=members)
            for name in group.names:
                entities.setdefault(key_of(name), entity)
        return places

    def _across_scripts(self) -> None:
        """Short forms that sound alike in two scripts are one, where each script has one; short ones by their vowels, too."""
        sounds: dict[str, dict[bool, dict[Key, str]]] = {}
        for key, names in self._spelled.items():
            name = next(iter(names))
            if len(key) == 1 and len(sound := skeleton(name)) >= _SOUND - 1:
                sounds.setdefault(sound, {}).setdefault(key[0].isascii(), {})[key] = name
        for sound, scripts in sounds.items():
            if len(scripts) == 2 and all(len(keys) == 1 for keys in scripts.values()):
                (latin, spelled), (arabic, written) = (next(iter(scripts[script].items())) for script in (True, False))
                if len(sound) >= _SOUND or sounds_alike_and_no_other(written, spelled):
                    self._union(latin, arabic)

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
            near = [[with_mark.get((len(mine), mark), {}) for mark in _sought(word)] for word in mine]
            fewest = min(
                near, key=lambda named: sum(map(len, named))
            )  # a name that is the same has a counterpart of every word
            for other_language, other in dict.fromkeys(chain.from_iterable(fewest)):
                if language < other_language and _mean_the_same(mine, longs[other_language, other]):
                    self._union(key_of(name), key_of(other))

    def _root(self, key: Key) -> Key:
        """The name that stands for all that are joined with one; the way to it is kept short."""
        while (above := self._parent.get(key, key)) != key:
            self._parent[key] = self._parent.get(above, above)
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


def _names_of(fact: Fact) -> Iterator[str]:
    for field in _NAMED:
        for name in (fact.fields.get(field) or "").split("; "):
            if name.strip():
                yield name.strip()


def _homonyms(facts: Iterable[Fact]) -> frozenset[Key]:
    """Short forms that stand for names of one language without a word in common, but for what a sort of body is called."""
    longs: dict[tuple[Key, str], set[str]] = {}
    for fact in facts:
        short, long = fact.fields.get("abbreviation") or fact.fields.get("acronym"), fact.fields.get("name")
        if short and long and len(long.split()) > 1:
            longs.setdefault((key_of(short), fact.language), set()).add(long)
    stems = {name: frozenset(terms(name)) for said in longs.values() for name in said}
    frequency = Counter(stem for said in stems.values() for stem in said)
    sorts = {stem for stem, names in frequency.items() if names >= _A_SORT}
    return frozenset(
        key for (key, _), said in longs.items() if _have_nothing_in_common({stems[name] - sorts for name in said})
    )


def _have_nothing_in_common(names: Set[frozenset[str]]) -> bool:
    """Whether any two of some names are without a word in common; most often one word is in all of them."""
    return not frozenset.intersection(*names) and any(one.isdisjoint(other) for one in names for other in names)
