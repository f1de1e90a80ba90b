"""The parts that a question sets against each other: two years, or two names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.register.period import years_apart
from assistant.register.query import Query


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
    named = [about for about in query.abouts if about.field != "word"]
    for about in named:
        others = tuple(other for other in query.abouts if other not in named)
        yield Part(about.words, replace(query, abouts=(*others, about)))
