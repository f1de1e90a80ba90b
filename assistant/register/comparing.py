"""The parts that a question sets against each other: two years, two names, or all partners."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.register.names import Entity
from assistant.register.period import years_apart
from assistant.register.query import Query
from assistant.register.record import Record
from assistant.register.register import Register

_MOST = 5
"""Partners named, those of the most events."""


@dataclass(frozen=True, slots=True)
class Part:
    """One side of a comparison: how it is called, and the query for it."""

    label: str
    query: Query


def parts_of(query: Query, text: str) -> tuple[Part, ...]:
    """The sides of a comparison; fewer than two where the question names none.

    Args:
        query: As for a list.
        text: The question.
    """
    years = years_apart(text)
    if len(years) > 1:
        return tuple(Part(year.words, replace(query, period=year)) for year in years)
    return tuple(_by_name(query))


def _by_name(query: Query) -> Iterator[Part]:
    several = next((about for about in query.abouts if about.ways), None)
    if several is not None:  # "A or B"
        others = tuple(other for other in query.abouts if other is not several)
        for way in several.ways:
            yield Part(" ".join(part.words for part in way), replace(query, abouts=(*others, *way)))
        return
    named = [about for about in query.abouts if about.field != "word"]
    for about in named:
        others = tuple(other for other in query.abouts if other not in named)
        yield Part(about.words, replace(query, abouts=(*others, about)))


def by_partner(events: Sequence[Record], register: Register) -> list[tuple[Entity, list[Record]]]:
    """The partners of the most events, each with its events; the archive's own organisation is none.

    Args:
        events: Oldest first.
        register: Knows the names.
    """
    found: dict[Entity, list[Record]] = {}
    for event in events:
        said = (part for fact in event.facts for part in (fact.fields.get("parties") or "").split("; ") if part)
        for thing in dict.fromkeys(thing for part in said if (thing := register.names.of(part))):
            if thing is not register.own:
                found.setdefault(thing, []).append(event)
    return sorted(found.items(), key=lambda one: -len(one[1]))[:_MOST]


def by_giver(gifts: Sequence[Record], register: Register) -> list[tuple[Entity, list[Record]]]:
    """Those who gave something, each with what they gave; the archive's own organisation is none."""
    found: dict[Entity, list[Record]] = {}
    for gift in gifts:
        giver = register.names.of(gift.field("by"))
        if giver is not None and giver is not register.own:
            found.setdefault(giver, []).append(gift)
    return list(found.items())
