"""Another holder of the same office at the same time; whoever came before or after is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from assistant.register.holders import Holder
from assistant.register.likeness import alike, mean_alike, stems
from assistant.register.names import Names
from assistant.register.people import day_of, sound_of
from assistant.register.period import first_day
from assistant.register.single import Other
from vectorstore import Fact, fold

_HANDED_OVER = 45
"""Days after somebody took office in which the one before may still be named."""
_SAME_NAME = 95
"""Least likeness, 0 to 100, of two names of one office or body."""
_NO_LONGER = re.compile(
    r"\b(?:still (?:shows?|lists?|names?)|instead of|former\w*|until|outgoing|acting|interim|not|correct\w*|erratum|deputy|on behalf)\b"
    r"|\b(?:figure encore|au lieu|ancien\w*|jusqu\w*|sortant\w*|par interim|pas|rectif\w*|adjoint\w*|au nom)\b|(?<!\w)(?:بدلا|السابق\w*|سابقا|حتي|بالنيابه|المكلف\w*|بالانابه|ليس|تصحيح|ناءب|نايب)(?!\w)"
)
"""What says that somebody is not, or not quite, in an office."""


def other_holders(holder: Holder, told: Fact, found: Sequence[Holder], names: Names) -> tuple[Other, ...]:
    """Those whom a document names in the office while others name the one who is in it.

    Args:
        holder: Who is in office.
        told: The fact that the answer rests on.
        found: Everybody who is said to have held it.
        names: Tell which bodies are one.
    """
    return tuple(
        Other(_name(fact), fact)
        for other in found
        if other is not holder and _another(other, holder)
        for fact in list(
            reversed(
                [
                    fact
                    for fact in other.facts
                    if _at_once(fact, holder, told, other) and _same_office(fact, told, names)
                ]
            )
        )[:1]
    )


def _another(other: Holder, holder: Holder) -> bool:
    """Whether two are not one person whose name is written otherwise."""
    surnames = [{sound_of(name)[0] for name in one.person.names} for one in (other, holder)]
    return surnames[0].isdisjoint(surnames[1])


def _at_once(fact: Fact, holder: Holder, told: Fact, other: Holder) -> bool:
    """Whether a fact names another between the days on which the holder is first and last named, or takes office."""
    day, last = day_of(fact), day_of(told)
    if len(day) < len("2024-05-29") or not holder.since or fact.fields.get("state") in ("former", "left"):
        return False
    if fact.fields.get("proposed") or _NO_LONGER.search(fold(fact.quote)) or fact.document == told.document:
        return False
    before = day_of(other.facts[0]) < first_day(holder.since)
    grace = timedelta(days=_HANDED_OVER if before or _took_office(holder) else 0)
    since = (date.fromisoformat(first_day(holder.since)) + grace).isoformat()
    return since <= day <= last and not (other.until and other.until < day)


def _same_office(one: Fact, other: Fact, names: Names) -> bool:
    """Whether two facts name one office of one body: every programme has its coordinator."""
    return _alike(one, other, "role", names) and _alike(one, other, "organisation", names)


def _alike(one: Fact, other: Fact, field: str, names: Names) -> bool:
    mine, theirs = (fact.fields.get(field) or "" for fact in (one, other))
    if not mine or not theirs:
        return mine == theirs
    known = names.of(mine)
    return (
        (known is not None and known is names.of(theirs))
        or alike(mine, theirs, _SAME_NAME)
        or mean_alike(stems(mine), stems(theirs))
    )


def _took_office(holder: Holder) -> bool:
    return any(fact.fields.get("from_date") for fact in holder.facts)


def _name(fact: Fact) -> str:
    return " ".join(filter(None, (fact.fields.get("honorific"), fact.fields.get("name"))))
