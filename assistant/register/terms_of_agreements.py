"""Questions about one agreement: when it was or will be signed, until when it holds, whether it still does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from assistant.reading.matching import Matcher
from assistant.register.period import last_day
from assistant.register.query import Query
from assistant.register.record import Record
from assistant.register.register import Register
from assistant.register.select import select
from vectorstore import Fact

Aspect = Literal["signed", "planned", "starts", "ends", "in_force"]
_OVER = frozenset(["expired", "replaced"])
_EARLIER = re.compile(r"\b(?:previous|old|former|earlier|last but one|ancien(?:ne)?|precedente?)\b|السابق|القديم")
_FIELDS: dict[Aspect, tuple[str, ...]] = {
    "signed": ("signed_date",),
    "planned": ("planned_date",),
    "starts": ("from_date",),
    "ends": ("renewed_until", "valid_until"),
    "in_force": ("renewed_until", "valid_until"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A day that a document gives, for one agreement."""

    record: Record
    day: str
    fact: Fact
    holds: bool | None = None
    """Whether it is in force on the day of the question; None where that was not asked."""
    others: tuple[tuple[str, Fact], ...] = ()
    """Days that other documents give, which it cannot be."""


def find_term(
    query: Query, aspect: Aspect, folded: str, register: Register, matcher: Matcher, today: date
) -> Finding | None:
    """The day asked for, of the latest agreement meant; None where no document gives it.

    Args:
        query: Which agreements are meant.
        aspect: What is asked about them.
        folded: The question, folded.
        register: Where to look.
        matcher: Compares the terms of the question with those of a record.
        today: The day that "still" is told from.
    """
    meant = agreements(query, register, matcher, today)
    if aspect != "planned":
        meant = [record for record in meant if record.start or record.field("valid_until") or record.field("from_date")]
    if _EARLIER.search(folded) and len(meant) > 1:
        meant = meant[:-1]
    for record in reversed(meant):
        found = _given(record, _FIELDS[aspect])
        if found is None:
            continue
        day, fact = found
        over = record.state in _OVER or last_day(day) < today.isoformat()
        others = _others(record, _FIELDS[aspect], day, fact) if aspect in ("starts", "ends") else ()
        return Finding(record, day, fact, (not over) if aspect == "in_force" else None, others)
    return None


def near_miss(query: Query, register: Register, matcher: Matcher, today: date) -> Record | None:
    """An agreement with the same partner that is of another sort, or not signed; None where one of the sort asked for is."""
    named = [about for about in query.abouts if about.things and not all(map(register.is_own, about.terms))]
    if not named or not query.sorts:
        return None
    any_sort = agreements(replace(query, sorts=(), abouts=tuple(named)), register, matcher, today)
    if any(record.sort in query.sorts and record.start for record in any_sort):
        return None
    return next((record for record in reversed(any_sort) if record.start), None)


def agreements(query: Query, register: Register, matcher: Matcher, today: date) -> list[Record]:
    """The agreements meant, signed or not, oldest first."""
    found = select(replace(query, states=("any",), done=None), register, matcher, today)
    return sorted(found, key=lambda record: record.start or "")


def _given(record: Record, fields: Sequence[str]) -> tuple[str, Fact] | None:
    for field in fields:
        saying = [fact for fact in record.facts if fact.fields.get(field)]
        if saying:
            fact = max(saying, key=lambda fact: len(fact.fields.get(field) or ""))
            return fact.fields.get(field) or "", fact
    return None


def _others(record: Record, fields: Sequence[str], day: str, told: Fact) -> tuple[tuple[str, Fact], ...]:
    """What facts of other documents give instead of a day, as exactly; none where it was renewed."""
    if len(fields) > 1 and record.field(fields[0]):
        return ()
    found: dict[str, Fact] = {}
    for fact in record.facts:
        other = fact.fields.get(fields[-1]) or ""
        if fact.document != told.document and len(other) == len(day) and other != day:
            found.setdefault(other, fact)
    return tuple(found.items())
