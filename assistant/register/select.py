"""Pick the records a query asks for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.reading.matching import Matcher
from assistant.register.period import last_day
from assistant.register.query import Query
from assistant.register.records import Record
from assistant.register.register import Register

_SIGNED = frozenset(["signed", "renewed", "expired", "replaced"])
_NOT_HELD = frozenset(["cancelled", "postponed"])


def select(query: Query, register: Register, matcher: Matcher, today: date) -> tuple[Record, ...]:
    """The records that meet every condition of a query, oldest first.

    Args:
        query: What is asked for.
        register: Where to look.
        matcher: Compares the terms of the question with those of a record.
        today: What divides past and coming events.
    """
    sought = [term for term in query.terms if not register.is_own(term)]
    found = []
    for record in register.of_kind(query.kind):
        if query.sorts and record.sort not in query.sorts:
            continue
        if not _in_state(record, query, today) or not _in_time(record, query):
            continue
        if all(matcher.worth(term, record.terms) for term in sought):
            found.append(record)
    return tuple(found)


def _in_time(record: Record, query: Query) -> bool:
    return query.period is None or query.period.holds(record.start, record.end)


def _in_state(record: Record, query: Query, today: date) -> bool:
    day = today.isoformat()
    if query.state == "signed" and not (record.start and record.state in _SIGNED | {""}):
        return False
    if query.state in ("postponed", "cancelled", "open", "late") and not _said(record, query.state):
        return False
    if record.kind == "event" and query.state is None and _only_mentioned(record):
        return False
    if record.kind == "agreement" and query.state is None and record.state in ("planned", "unsigned"):
        return False
    if query.done is True:
        ends = last_day(record.end) if record.end else None
        return record.state not in _NOT_HELD and ends is not None and ends <= day
    if query.done is False:
        return record.state != "cancelled" and record.start is not None and last_day(record.start) >= day
    return True


def _said(record: Record, state: str) -> bool:
    if state == "postponed" and any(fact.fields.get("former_date") for fact in record.facts):
        return True
    return any(fact.fields.get("state") == state for fact in record.facts)


def _only_mentioned(record: Record) -> bool:
    """Whether nothing is known of an event but that somebody spoke of it."""
    return not record.start and not any(fact.fields.get("about_this_document") for fact in record.facts)


def distinct(records: Sequence[Record]) -> tuple[Record, ...]:
    """Records without those that look the same to a reader."""
    seen: dict[tuple[str, ...], Record] = {}
    for record in records:
        seen.setdefault((record.kind, record.start or "", record.field("title") or record.facts[0].quote), record)
    return tuple(seen.values())
