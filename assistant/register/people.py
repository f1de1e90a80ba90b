"""Who is the same person: one name in every script, with all the facts that name it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz.distance import OSA

from assistant.register.known import Known
from assistant.sounds import ARABIC, skeleton, sounds_like
from vectorstore import Fact, fold, words

Sound = tuple[str, str]
"""How a surname and the names before it sound; the second is empty where only the surname is given."""

_TITLED = "mr mrs ms miss dr prof professor eng mme mlle m madame monsieur docteur pr dre drs sir al el السيد السيده الدكتور الدكتوره المهندس المهندسه الاستاذ الاستاذه د"
_FULL = 2
"""Words of a full name, at least."""
_LONG, _LONGER = 4, 8
"""Letters of a word that may have one slip, and of one that may have two."""
_TITLES = frozenset(_TITLED.split())
_ARTICLE = re.compile(r"^(?:al|el|ad|an|ar|as|at|az|ash|ech|esh)-(?=\w{2})")
_NO_ARTICLE = re.compile("^[إأآ]ل")
"""How an Arabic name begins that only looks as if it had the article: إليف."""
_JOD = re.compile(r"\bj(?=[aeou])", re.IGNORECASE)
_SPELLED = 0.25
"""Letters in which two spellings of a name in one script differ, of all, at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """Somebody, with every fact that names them, oldest first."""

    facts: tuple[Fact, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Their name in every spelling."""
        return tuple(dict.fromkeys(fact.fields.get("name") or "" for fact in self.facts))

    def name(self, language: str = "") -> str:
        """Their full name with its title, in a language where a document gives it."""
        fact = self.telling(language)
        return " ".join(filter(None, (fact.fields.get("honorific"), fact.fields.get("name"))))

    def telling(self, language: str = "") -> Fact:
        """The fact that gives the name best: in the language, in full."""
        return min(
            self.facts, key=lambda fact: (fact.language != language, -len((fact.fields.get("name") or "").split()))
        )


@dataclass(frozen=True, slots=True)
class Spelled:
    """What the names of somebody are looked up by."""

    sounds: tuple[Sound, ...]
    letters: tuple[str, ...]
    """The first letters of the words of each name."""


def spelled(person: Person) -> Spelled:
    """What somebody is looked up by."""
    sounds = dict.fromkeys(sound_of(name) for name in person.names)
    return Spelled(tuple(sounds), tuple(_letters(parts_of_name(name)) for name in person.names))


class People:
    """The people of an archive.

    Args:
        people: Everybody, each with every spelling of their name.
        spelled: What each is looked up by.
    """

    def __init__(self, people: Sequence[Person], spelled: Sequence[Spelled]) -> None:
        self._all = tuple(people)
        self.spelled = tuple(spelled)
        """What each is looked up by, in the order of all."""

    @cached_property
    def _by_sound(self) -> dict[Sound, list[Person]]:
        found: dict[Sound, list[Person]] = {}
        for person, said in zip(self._all, self.spelled, strict=True):
            for sound in said.sounds:
                found.setdefault(sound, []).append(person)
        return found

    @cached_property
    def _by_surname(self) -> dict[str, list[Person]]:
        """Everybody by the sound of their surname alone."""
        found: dict[str, list[Person]] = {}
        for (surname, _), told in self._by_sound.items():
            found.setdefault(surname, []).extend(told)
        return found

    @cached_property
    def _by_letters(self) -> dict[str, list[tuple[str, Person]]]:
        """Everybody with each full name, by the first letters of its words, in which no slip is looked for."""
        found: dict[str, list[tuple[str, Person]]] = {}
        for person, said in zip(self._all, self.spelled, strict=True):
            for name, letters in zip(person.names, said.letters, strict=True):
                found.setdefault(letters, []).append((name, person))
        return found

    def all(self) -> tuple[Person, ...]:
        """Everybody."""
        return self._all

    def named(self, name: str) -> Person | None:
        """The only person whom a name, or a surname alone, can mean."""
        surname, first = sound_of(name)
        found = self._by_sound.get((surname, first), [])
        if len(found) > 1:
            found = [person for person in found if any(same_name(name, other) for other in person.names)]
        if not found and not first:
            found = self._by_surname.get(surname, [])
        found = list(dict.fromkeys(found)) or self._near(name)
        return found[0] if len(found) == 1 else None

    def _near(self, name: str) -> list[Person]:
        """Whoever's full name is the one given, but for a slip in a word or two; a surname alone is nearly too many."""
        said = parts_of_name(name)
        if len(said) < _FULL:
            return []
        near = self._by_letters.get(_letters(said), [])
        return list(dict.fromkeys(person for name, person in near if _slipped(said, parts_of_name(name))))


def read_people(facts: Iterable[Fact], known: Known | None = None) -> People:
    """The people that facts name: one where two spellings of a name, in one script or two, are of one name.

    Args:
        facts: Those about people are read.
        known: Names that somebody said belong together, or do not.
    """
    told: dict[str, list[Fact]] = {}
    for fact in sorted((f for f in facts if f.kind == "person"), key=day_of):
        if sound_of(name := fact.fields.get("name") or "")[0]:
            told.setdefault(name, []).append(fact)
    joined = _Joined({name: {fact.document for fact in facts} for name, facts in told.items()}, known or Known())
    found = (sorted((fact for name in names for fact in told[name]), key=day_of) for names in joined.sets())
    people = [Person(tuple(facts)) for facts in found]
    return People(people, list(map(spelled, people)))


class _Joined:
    """Sets of spellings of one name, the first met first; two full names that one document writes apart are of two people.

    Args:
        names: Each spelling, with the documents that have it.
        known: Names that somebody said belong together, or do not.
    """

    def __init__(self, names: Mapping[str, Set[str]], known: Known) -> None:
        self._where = names
        self._apart = [frozenset(map(fold, line)) for line in known.different]
        self._same = [frozenset(map(fold, line)) for line in known.same]
        self._sets: list[list[str]] = []
        self._sets_of: dict[str, set[int]] = {}
        by_sound: dict[Sound, list[int]] = {}
        for name in names:
            sounds = sounds_of(name)
            near = sorted({place for sound in sounds for place in by_sound.get(sound, ())})
            near += [place for place in self._told_same(name) if place not in near]
            place = next((place for place in near if self._belongs(name, self._sets[place])), None)
            if place is None:
                place = len(self._sets)
                self._sets.append([])
            self._sets[place].append(name)
            self._sets_of.setdefault(fold(name), set()).add(place)
            for sound in sounds:
                by_sound.setdefault(sound, []).append(place)

    def sets(self) -> list[list[str]]:
        """The sets."""
        return self._sets

    def _told_same(self, name: str) -> list[int]:
        lines = [line for line in self._same if fold(name) in line]
        return sorted({place for line in lines for other in line for place in self._sets_of.get(other, ())})

    def _belongs(self, name: str, names: Sequence[str]) -> bool:
        if any(fold(name) in line and fold(other) in line for line in self._apart for other in names):
            return False
        told = any(fold(name) in line and fold(other) in line for line in self._same for other in names)
        return told or (
            any(same_name(name, other) for other in names) and not any(self._beside(name, other) for other in names)
        )

    def _beside(self, one: str, other: str) -> bool:
        """Whether one document has both as full names, written with other letters of one script."""
        mine, theirs = parts_of_name(one), parts_of_name(other)
        full = min(len(mine), len(theirs)) >= _FULL and mine != theirs
        alike_written = bool(ARABIC.search(one)) == bool(ARABIC.search(other))
        return full and alike_written and not self._where[one].isdisjoint(self._where[other])


def same_name(one: str, other: str) -> bool:
    """Whether two spellings can be of one name: nearly the same letters in one script, the same sounds and vowels in two."""
    mine, theirs = parts_of_name(one), parts_of_name(other)
    if (ARABIC.search(one) and ARABIC.search(other)) or not (ARABIC.search(one) or ARABIC.search(other)):
        apart = OSA.distance("".join(mine), "".join(theirs))
        alike = apart <= _SPELLED * max(map(len, ("".join(mine), "".join(theirs))))
        return sound_of(one) == sound_of(other) and alike and not any(map(_of_both, mine[:-1], theirs[:-1]))
    arabic, latin = (mine, theirs) if ARABIC.search(one) else (theirs, mine)
    if not arabic or not latin or any(not _ends_alike(*pair) for pair in zip(arabic, latin, strict=False)):
        return False
    surnames = sounds_like(arabic[-1], latin[-1])
    first, last = "".join(arabic[:-1]), "".join(latin[:-1])
    return surnames and (first == last or any(sounds_like(first, spelled) for spelled in (last, _JOD.sub("y", last))))


def _of_both(one: str, other: str) -> bool:
    """Whether two first names are a man's and a woman's: Karim and Karima, نبيل and نبيلة."""
    shorter, longer = sorted((one, other), key=len)
    return longer in (f"{shorter}a", f"{shorter}ه")


def _ends_alike(arabic: str, latin: str) -> bool:
    """Whether both end in an a, as women's names do, or neither does: كريمة is not Karim."""
    if arabic.endswith("ه"):
        return latin[-1] in "aeh"
    return not latin.endswith("a") or arabic[-1] in "ايهعء"


def _letters(parts: Sequence[str]) -> str:
    """The first letters of the words of a name, of which there are as many."""
    return "".join(part[0] for part in parts)


def _slipped(said: Sequence[str], written: Sequence[str]) -> bool:
    """Whether two names have the same words, but for a typing error in each that is long enough to be told by the rest."""
    return len(said) == len(written) and all(
        one == other or (one[0] == other[0] and OSA.distance(one, other) <= _slips(one, other))
        for one, other in zip(said, written, strict=True)
    )


def _slips(one: str, other: str) -> int:
    shorter = min(len(one), len(other))
    return (shorter >= _LONG) + (shorter >= _LONGER)


@lru_cache(maxsize=100_000)
def parts_of_name(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without titles and without the Arabic article as Latin writes it: Al-Rami, El Attar."""
    said = (word for part in name.split() for word in words(_NO_ARTICLE.sub("يل", part)))
    return tuple(_ARTICLE.sub("", word) for word in said if word not in _TITLES)


@lru_cache(maxsize=100_000)
def sound_of(name: str) -> Sound:
    """How a full name sounds, alike in every script."""
    parts = [skeleton(word) or word for word in parts_of_name(name)]
    return (parts[-1], "".join(parts[:-1])) if parts else ("", "")


def sounds_of(name: str) -> tuple[Sound, ...]:
    """How it sounds, and how it does where a J is spoken as in Johan."""
    return tuple(dict.fromkeys((sound_of(name), sound_of(_JOD.sub("y", name)))))


def day_of(fact: Fact) -> str:
    """The day a fact about a person is about; empty where none is said."""
    return fact.fields.get("from_date") or fact.fields.get("at_date") or ""
