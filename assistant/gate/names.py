"""Names in what is said: whether the source has them, in the same relation to each other and with the same roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, zip_longest

from assistant.concepts import everyday, same_concept
from assistant.sounds import skeleton
from assistant.understand import names_in
from vectorstore import find_people, fold, stopwords, terms, words

_SHORTEST = 3
_AGENT = frozenset(("by", "par", "قبل", "جانب"))
_PLACE = frozenset(("in", "at", "en", "au", "aux", "a", "dans", "near", "في", "ب"))
_TOWARDS = frozenset(("from", "to", "de", "du", "vers", "chez", "من", "الي"))
_JOINING = frozenset(("and", "et", "or", "ou", "with", "avec", "the", "le", "la", "les", "of", "de"))
_OPENER = re.compile(r"(?:^|[.!?؟:]\s+)[«“\"'(]*([A-ZÀ-ÖØ-Þ][\w'’-]{2,})")
_ROLE_SHARE = 0.6
_NAMING = frozenset(same_concept("name"))


def unsaid_name(said: str, source: str, asked: str, *, same_language: bool) -> str | None:
    """A name in what is said that the source does not have; None if there is none.

    Across languages a name may be spelt as it sounds. A capitalised word that opens a sentence is a name unless the source,
    the question or everyday language has it.
    """
    known = set(words(source))
    sounds = {skeleton(word) for word in known if len(skeleton(word)) >= _SHORTEST}
    stems = set(terms(source))
    for word in _named(said):
        parts = set(words(word))
        if parts <= known or set(terms(word)) <= stems:
            continue
        heard = not same_language and all(skeleton(p) in sounds for p in parts)
        if not heard and not any(same_concept(stem) & stems for stem in terms(word)):
            return word
    usual = stems | set(terms(asked)) | everyday()
    for match in _OPENER.finditer(said):
        opener = fold(re.sub(r"^(?:[dlDLnN]|[qQ]u)['’]", "", match[1]))
        heard = not same_language and skeleton(opener) in sounds
        if opener not in stopwords() and opener not in known and not heard and not set(terms(opener)) <= usual:
            return match[1]
    return None


def swapped(said: str, source: str) -> str | None:
    """What two names have exchanged: their places as who did and who was done to, a direction, or a role."""
    told, given = list(words(said)), list(words(source))
    roles = _roles(source)
    in_roles = {term for role in roles.values() for term in role}
    people = [source[person.bare : person.end] for person in find_people(source)]
    openers = (match[1] for match in _OPENER.finditer(source) if fold(match[1]) not in stopwords())
    named = dict.fromkeys(part for name in [*names_in(source), *people, *openers] for part in words(name))
    shared = [w for w in named if w in told and w in given and not set(terms(w)) & in_roles]
    equated = _NAMING & {*terms(source), *terms(said)}
    turned = None if equated else _turned_round(shared, told, given)
    return turned or _redirected(shared, told, given) or _misattributed(told, roles) or _retitled(said, source)


def _named(said: str) -> Iterator[str]:
    yield from names_in(said)
    for person in find_people(said):
        yield from said[person.bare : person.end].split()


def _turned_round(shared: Sequence[str], told: list[str], given: list[str]) -> str | None:
    """Two names in the other order though neither names a place, neither follows "by", and they are no mere list."""
    for one, other in combinations(shared, 2):
        places = [(told.index(one), told.index(other)), (given.index(one), given.index(other))]
        if any(of[max(0, at - 1)] in _PLACE for of, pair in zip((told, given), places, strict=True) for at in pair):
            continue
        if _listed(told, places[0]) or _listed(given, places[1]):
            continue
        if _first_acts(told, *places[0]) != _first_acts(given, *places[1]):
            return f"{one} and {other}"
    return None


def _first_acts(of: list[str], one: int, other: int) -> bool:
    """Whether the first of two names is the one who acts: the earlier one, unless the later one follows "by"."""
    if _by(of, one) != _by(of, other):
        return _by(of, one)
    return one < other


def _by(of: list[str], at: int) -> bool:
    """Whether "by" stands right before a name, its title between them allowed."""
    return bool(_AGENT & set(of[max(0, at - 3) : at]))


def _listed(of: list[str], pair: tuple[int, int]) -> bool:
    between = of[min(pair) + 1 : max(pair)]
    return len(between) <= 3 and all(word in _JOINING or word.startswith("و") for word in between)


def _redirected(shared: Sequence[str], told: list[str], given: list[str]) -> str | None:
    """A name that is now after "to" though the source has it after "from" or begins with it, or the other way round."""
    for name in shared:
        now = {before for before in _before(told, name) if before in ("from", "to")}
        then = set(_before(given, name))
        if now and not now & then and (then & _TOWARDS or (given[0] == name and "to" in now)):
            return f"{name} after “{now.pop()}”"
    return None


def _before(of: list[str], name: str) -> Iterator[str]:
    return (of[at - 1] for at, word in enumerate(of) if word == name and at)


def _misattributed(told: list[str], roles: dict[str, set[str]]) -> str | None:
    """A role that the source gives to one person and that stands with another."""
    for name, role in roles.items():
        own = role - {term for other, terms_ in roles.items() if other != name for term in terms_}
        at = [place for place, word in enumerate(told) if set(terms(word)) & own]
        stated = {term for place in at for term in terms(told[place])} & own
        if not own or len(stated) < _ROLE_SHARE * len(own):
            continue
        people = {other: [p for p, word in enumerate(told) if word in other.split()] for other in roles}
        near = {other: min(abs(p - q) for p in places for q in at) for other, places in people.items() if places}
        if near and min(near, key=near.__getitem__) != name:
            return f"the role of {name}"
    return None


def _retitled(said: str, source: str) -> str | None:
    """Somebody who is given the title of somebody else."""
    titles = _titles(source)
    for name, title in _titles(said).items():
        known = titles.get(name)
        if known and title and known != title and title in titles.values():
            return f"the title of {name}"
    return None


def _titles(text: str) -> dict[str, str]:
    """The first word of each name that has a title, with the title."""
    named = ((list(words(text[p.bare : p.end])), " ".join(words(text[p.start : p.bare]))) for p in find_people(text))
    return {name[0]: title for name, title in named if name}


def _roles(source: str) -> dict[str, set[str]]:
    """The people of a source by their folded names, with the terms of the role beside each."""
    people = find_people(source)
    found = {}
    for person, after in zip_longest(people, people[1:]):
        role = source[person.end : min(person.role_end, after.start if after else person.role_end)].strip(" ,،(")
        # An Arabic role does not begin with "and": what does is the next clause.
        found[" ".join(words(source[person.bare : person.end]))] = set() if role.startswith("و") else set(terms(role))
    return found
