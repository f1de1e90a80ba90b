"""The words of a question that name what is to be listed, in three languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assistant.register.vocabulary import folded, vocabulary
from vectorstore import fold, terms

_FRENCH = "fr:"


@dataclass(frozen=True, slots=True)
class Sort:
    """What a word asks for: a kind of record and, for events and agreements, which of them; all where empty."""

    kind: str
    sorts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noun:
    """A word for what is to be listed."""

    stem: str
    sort: Sort
    number: str
    """`one`, `many`, or `same` where it is alike in both."""
    french: bool
    """Whether it is one in French only."""


@lru_cache(maxsize=1)
def nouns() -> dict[str, Noun]:
    """The nouns by how they are written, folded."""
    return {fold(word.removeprefix(_FRENCH)): noun for word, noun in _nouns()}


@lru_cache(maxsize=1)
def sorts() -> dict[str, Sort]:
    """What each stem asks for."""
    return {noun.stem: noun.sort for _, noun in _nouns() if not noun.french}


def _nouns() -> Iterator[tuple[str, Noun]]:
    for said in vocabulary()["noun"]:
        sort = Sort(said["kind"], tuple(said["sorts"]))
        for number in ("one", "same", "many"):
            for word in said.get(number, "").split():
                for stem in terms(word.removeprefix(_FRENCH))[:1]:
                    yield word, Noun(stem, sort, number, word.startswith(_FRENCH))


@lru_cache(maxsize=1)
def offices() -> frozenset[str]:
    """Stems of the words for an office that people follow one another in."""
    return frozenset(offices_like())


@lru_cache(maxsize=1)
def offices_like() -> dict[str, frozenset[str]]:
    """For each stem of an office, the stems of the same office in every language."""
    found: dict[str, set[str]] = {}
    for line in vocabulary()["offices"]["lines"]:
        stems = {stem for word in line.split() for stem in terms(word)[:1]}
        for stem in stems:
            found.setdefault(stem, set()).update(stems)
    return {stem: frozenset(same) for stem, same in found.items()}


@lru_cache(maxsize=1)
def lesser() -> frozenset[str]:
    """Stems that make an office another one: deputy, assistant, former."""
    return frozenset(stem for word in vocabulary()["offices"]["lesser"].split() for stem in terms(word)[:1])


@dataclass(frozen=True, slots=True)
class State:
    """What a word says of something, and the kind that only can be in that state; any where empty."""

    name: str
    of: str


@lru_cache(maxsize=1)
def state_stems() -> frozenset[str]:
    """Stems of the words that ask for a state."""
    said = [word for one in vocabulary()["state"] for word in one["words"].split()]
    return frozenset(stem for word in said for stem in terms(word)[:1])


@lru_cache(maxsize=1)
def state_words() -> dict[str, State]:
    """The state each word asks for, as written, folded; a phrase is one word with hyphens."""
    found = {}
    for said in vocabulary()["state"]:
        state = State(said["name"], said.get("of", ""))
        found.update(dict.fromkeys(folded(said["words"]), state))
        found.update({phrase.replace(" ", "-"): state for phrase in _phrases(said)})
    return found


@lru_cache(maxsize=1)
def state_phrases() -> tuple[str, ...]:
    """What asks for a state in several words, folded, the longest first."""
    found = [phrase for said in vocabulary()["state"] for phrase in _phrases(said)]
    return tuple(sorted(found, key=len, reverse=True))


def _phrases(said: Mapping[str, str]) -> list[str]:
    return [fold(phrase).strip() for phrase in said.get("phrases", "").split("|") if phrase.strip()]
