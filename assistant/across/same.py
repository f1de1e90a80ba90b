"""Sentences that tell of the same thing, in one document or several, put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.across.doings import Doing
from assistant.across.limits import days_of
from assistant.across.telling import value_of
from assistant.across.units import Unit
from assistant.concepts import same_concept
from assistant.register.likeness import alike, sounds
from vectorstore import find_people, fold, terms

_SHARED = 0.6
"""Share of the terms of the shorter sentence that the other must have, too."""
_AKIN = 0.2
"""The same where both tell of the same days."""
_FEWEST = 4
"""Terms of a sentence that can be compared."""
_NUMERAL = re.compile(r"\d+")
_DAY = len("2024-05-29")


@dataclass(frozen=True, eq=False)
class Told:
    """What is told of one thing: the sentences, first the one that is shown."""

    units: list[Unit]
    people: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    terms: frozenset[str] = frozenset()
    value: str | None = None
    """Of rows, what stands in the column that is asked for."""


def grouped(found: Sequence[Unit], doing: Doing, language: str) -> list[Told]:
    """The things told of, each with the sentences that tell of it.

    Args:
        found: The sentences.
        doing: What they tell of.
        language: Of the question; sentences in it are shown before others.
    """
    ordered = sorted(found, key=lambda u: _shown_first(u, doing, language))
    groups: list[Told] = []
    for unit in ordered:
        one = Told([unit], _people(unit), _days(unit), frozenset(terms(unit.sentence.text)), value_of(unit, doing))
        same = next((group for group in groups if _same(group, one, doing)), None)
        if same is None:
            groups.append(one)
        else:
            same.units.append(unit)
    return groups


def _shown_first(unit: Unit, doing: Doing, language: str) -> tuple[int, bool, bool, str]:
    """Sentences that name more people first, of these those in the language of the question."""
    named = len(_people(unit)) if "person" in doing.needs else 0
    return -named, unit.about.language != language, unit.sentence.kind == "row", unit.about.date or ""


def _same(group: Told, one: Told, doing: Doing) -> bool:
    first, other = group.units[0], one.units[0]
    if group.value is not None and one.value is not None:
        return alike(group.value, one.value)
    if group.value is not None or one.value is not None:
        return False
    if fold(first.sentence.text) == fold(other.sentence.text):
        return True
    if first.sentence.document == other.sentence.document:
        return other.place == group.units[-1].place + 1 and _goes_on(other, doing)
    if "person" in doing.needs and "beside" not in doing.needs:
        return bool(one.people) and one.people <= group.people
    if _numbers_apart(first, other):
        return False
    if group.days and group.days == one.days and shared_terms(group.terms, one.terms) >= _AKIN:
        return True
    less, more = sorted((group.terms, one.terms), key=len)
    return len(less) >= _FEWEST and len(less & more) >= _SHARED * len(less)


def _numbers_apart(one: Unit, other: Unit) -> bool:
    """Whether two sentences give numbers, and none that is in both."""
    found = [{numeral.group() for numeral in _NUMERAL.finditer(unit.folded)} for unit in (one, other)]
    return all(found) and found[0].isdisjoint(found[1])


def _goes_on(unit: Unit, doing: Doing) -> bool:
    """Whether a sentence names nothing new, and so tells more of the thing before."""
    return "beside" in doing.needs and doing.beside.search(unit.folded) is None


def shared_terms(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the terms of the shorter that the longer has, in whichever language."""
    less, more = sorted((one, other), key=len)
    return sum(not more.isdisjoint({term, *same_concept(term)}) for term in less) / max(1, len(less))


def _people(unit: Unit) -> set[str]:
    """How the last names sound of those whom a sentence names."""
    text = unit.sentence.text
    named = [text[person.bare : person.end].split() for person in find_people(text)]
    return {sound for name in named if name for sound in sounds(name[-1])}


def _days(unit: Unit) -> set[str]:
    return {first for first, _ in days_of(unit) if len(first) == _DAY}
