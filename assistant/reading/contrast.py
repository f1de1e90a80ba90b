"""Whether two texts give the same value, and which values a text names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from vectorstore import find_dates, find_people, find_quantities, fold

_CAPITALS = re.compile(r"(?:[^\W\d_a-zà-ÿ][\w'’-]+)(?:[ -][^\W\d_a-zà-ÿ][\w'’-]+)*")
_SHORTEST = 4
"""Letters of a name."""


def same_value(one: str, other: str) -> bool:
    """Whether two values are the same day, the same numbers or the same words."""
    days = [{(d.year, d.month, d.day, d.last_day) for d in find_dates(text)} for text in (one, other)]
    if all(days):
        yearless = any(year is None for found in days for year, *_ in found)
        return bool(days[0] & days[1]) or (yearless and {d[1:] for d in days[0]} == {d[1:] for d in days[1]})
    numbers = [figures(text) for text in (one, other)]
    if all(numbers):
        return numbers[0] == numbers[1]
    return fold(one).strip() in fold(other) or fold(other).strip() in fold(one)


def figures(text: str) -> frozenset[str]:
    """The days and numbers in a text, written alike."""
    days = {f"{d.year}-{d.month}-{d.day}" for d in find_dates(text)}
    folded = (fold(text[q.start : q.end]) for q in find_quantities(text) if not q.worded)
    return frozenset(days | {"".join(c for c in number if c.isdecimal()) for number in folded})


def without(text: str, values: Collection[str]) -> str:
    """A text with spaces where some of its days and numbers stand."""
    places = [(d.start, d.end) for d in find_dates(text)] + [(q.start, q.end) for q in find_quantities(text)]
    for start, end in places:
        if figures(text[start:end]) & set(values):
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def puts_another(text: str, value: str) -> bool:
    """Whether a text names a value, or part of it, and another of the same kind with it."""
    old, said, folded = set(_named(value)), set(_named(text)), fold(text)
    told = {one for one in old if one in said or (not one[0].isdigit() and one in folded)}
    kinds = {one[0].isdigit() for one in told}
    return any(one not in old and one[0].isdigit() in kinds for one in said)


def _named(text: str) -> Iterator[str]:
    """Numbers of two digits and more, days, and names, as they can be compared."""
    words = text
    for day in find_dates(text):
        yield f"{day.year}-{day.month}-{day.day}"
        words = words[: day.start] + " " * (day.end - day.start) + words[day.end :]
    for quantity in find_quantities(text):
        number = "".join(c for c in fold(text[quantity.start : quantity.end]) if c.isdecimal())
        if len(number) > 1:
            yield number
    people = [person.name(text) for person in find_people(text)]
    capitals = [name for name in _CAPITALS.findall(words) if name[0].isupper()]
    yield from (fold(name) for name in [*capitals, *people] if len(name) >= _SHORTEST)
    yield from (fold(person.split()[-1]) for person in people)
