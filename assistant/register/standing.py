"""Whether a record is in a state that a question asks for: held, postponed, signed, expired or overdue."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from assistant.register.period import last_day
from assistant.register.query import Query
from assistant.register.record import Record

_SIGNED = frozenset(["signed", "renewed", "expired", "replaced"])
ANNOUNCED = frozenset(["planned", "postponed", "tentative"])
"""States of an event that no document says took place."""


def in_state(record: Record, query: Query, today: date) -> bool:
    """Whether a record is in one of the states that a query asks for, and over or to come as it asks."""
    return any(_is_in(record, state, query, today) for state in query.states or ("",))


def _is_in(record: Record, state: str, query: Query, today: date) -> bool:
    """Whether a record is in one of the states asked for; where none is asked for, whether it is worth listing."""
    if state == "any":
        return True
    if record.kind == "event" and not state and _only_mentioned(record):
        return False
    if state and not _STATES.get(state, _in_any)(record, today):
        return False
    if record.kind == "agreement" and state in ("", "in_force") and record.state in ("planned", "unsigned"):
        return False
    if query.done is True:
        return _was_held(record, today)
    if query.done is False:
        return _is_to_come(record, today)
    return True


def is_overdue(record: Record, today: date) -> bool:
    """Whether a commitment is open after its day."""
    return record.state in ("open", "late") and bool(record.start) and last_day(record.start or "") < today.isoformat()


def is_past(record: Record, today: date) -> bool:
    """Whether the last day of an event is over."""
    return record.end is not None and last_day(record.end) <= today.isoformat()


def _told_to_be(state: str, record: Record, _: date) -> bool:
    return _said(record, state)


def _said(record: Record, state: str) -> bool:
    if state == "postponed" and any(fact.fields.get("former_date") for fact in record.facts):
        return True
    return any(fact.fields.get("state") == state for fact in record.facts)


def _is_signed(record: Record, _: date) -> bool:
    return bool(record.start) and record.state in _SIGNED | {""}


def _is_expired(record: Record, today: date) -> bool:
    return record.state == "expired" or bool(record.until and last_day(record.until) < today.isoformat())


def _is_renewed(record: Record, _: date) -> bool:
    return record.state == "renewed" or bool(record.field("renewed_until")) or _said(record, "renewed")


def _is_in_force(record: Record, today: date) -> bool:
    return record.state not in ("expired", "replaced") and not _is_expired(record, today)


def _was_held(record: Record, today: date) -> bool:
    return record.state not in ANNOUNCED | {"cancelled"} and is_past(record, today)


def _is_to_come(record: Record, today: date) -> bool:
    coming = record.day is not None and last_day(record.day) >= today.isoformat()
    return coming and record.state != "cancelled"


def _in_any(_: Record, __: date) -> bool:
    return True


_STATES: Mapping[str, Callable[[Record, date], bool]] = {
    "signed": _is_signed,
    "late": is_overdue,
    "expired": _is_expired,
    "renewed": _is_renewed,
    "replaced": lambda record, _: record.state == "replaced",
    "in_force": _is_in_force,
    "done": lambda record, _: record.state == "done",
    "held": _was_held,
    "planned": lambda record, today: record.state in ANNOUNCED or _is_to_come(record, today),
    **{state: partial(_told_to_be, state) for state in ("postponed", "cancelled", "tentative", "open")},
}
"""Whether a record is in a state, for those that can be told."""


def _only_mentioned(record: Record) -> bool:
    """Whether nothing is known of an event but that somebody spoke of it."""
    return not record.day and not any(fact.fields.get("about_this_document") for fact in record.facts)
