"""Who is the same person: one name in every script, with all the facts that name it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from assistant.sounds import skeleton
from vectorstore import Fact, words

Sound = tuple[str, str]
"""How a surname and the names before it sound; the second is empty where only the surname is given."""

_TITLED = "mr mrs ms miss dr prof professor eng mme mlle m madame monsieur docteur pr السيد السيده الدكتور الدكتوره المهندس المهندسه الاستاذ الاستاذه د"
_FULL = 2
"""Words of a full name, at least."""
_LONG, _LONGER = 4, 8
"""Letters of a word that may have one slip, and of one that may have two."""
_TITLES = frozenset(_TITLED.split())


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """Somebody, with every fact that names them, oldest first."""

    facts: tuple[Fact, ...]

    @property
    def written(self) -> frozenset[tuple[str, ...]]:
        """The words of their name in every spelling, without titles."""
        return frozenset(_parts(fact.fields.get("name") or "") for fact in self.facts)

    def name(self, language: str = "") -> str:
        """Their full name with its title, in a language where a document gives it."""
        fact = self.telling(language)
        return " ".join(filter(None, (fact.fields.get("honorific"), fact.fields.get("name"))))

    def telling(self, language: str = "") -> Fact:
        """The fact that gives the name best: in the language, in full."""
        return min(
            self.facts, key=lambda fact: (fact.language != language, -len((fact.fields.get("name") or "").split()))
        )


class People:
    """The people of an archive; two names are one person's where surname and first name sound the same."""

    def __init__(self, by_sound: Mapping[Sound, Person]) -> None:
        self.by_sound = by_sound
        """Everybody, by how their name sounds."""

    def all(self) -> tuple[Person, ...]:
        """Everybody."""
        return tuple(self.by_sound.values())

    def named(self, name: str) -> Person | None:
        """The only person whom a name, or a surname alone, can mean."""
        surname, first = sound_of(name)
        found = self.by_sound.get((surname, first))
        if found is not None:
            return found
        alike = [person for (other, _), person in self.by_sound.items() if other == surname] if not first else []
        alike = alike or self._near(name)
        return alike[0] if len(alike) == 1 else None

    def _near(self, name: str) -> list[Person]:
        """Whoever's full name is the one given, but for a slip in a word or two; a surname alone is nearly too many."""
        said = _parts(name)
        if len(said) < _FULL:
            return []
        return [person for person in self.all() if any(_slipped(said, parts) for parts in person.written)]


def read_people(facts: Iterable[Fact]) -> People:
    """The people that facts name."""
    by_sound: dict[Sound, list[Fact]] = {}
    for fact in sorted((f for f in facts if f.kind == "person"), key=day_of):
        by_sound.setdefault(sound_of(fact.fields.get("name") or ""), []).append(fact)
    return People({sound: Person(tuple(told)) for sound, told in by_sound.items() if sound[0]})


def _parts(name: str) -> tuple[str, ...]:
    return tuple(word for word in words(name) if word not in _TITLES)


def _slipped(said: Sequence[str], written: Sequence[str]) -> bool:
    """Whether two names have the same words, but for a typing error in each that is long enough to be told by the rest."""
    return len(said) == len(written) and all(
        one == other
        or (
            one[0] == other[0]
            and OSA.distance(one, other) <= (min(len(one), len(other)) >= _LONG) + (len(one) >= _LONGER)
        )
        for one, other in zip(said, written, strict=True)
    )


def sound_of(name: str) -> Sound:
    """How a full name sounds, alike in every script."""
    parts = [skeleton(word) or word for word in _parts(name)]
    return (parts[-1], "".join(parts[:-1])) if parts else ("", "")


def day_of(fact: Fact) -> str:
    """The day a fact about a person is about; empty where none is said."""
    return fact.fields.get("from_date") or fact.fields.get("at_date") or ""
