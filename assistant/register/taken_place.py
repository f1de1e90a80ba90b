"""Whether an event took place, and when if it was on another day than asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.reading.matching import Matcher
from assistant.register.period import last_day
from assistant.register.query import Query
from assistant.register.record import Record
from assistant.register.register import Register
from assistant.register.select import distinct, select
from assistant.register.standing import ANNOUNCED


@dataclass(frozen=True, slots=True)
class TakenPlace:
    """An event asked about; `held` says whether it took place when asked, and is None where no document tells."""

    record: Record
    held: bool | None


def taken_place(query: Query, register: Register, matcher: Matcher, today: date) -> TakenPlace | None:
    """Whether the one event that a query means took place; None where it is not known which is meant."""
    meant = [one for one in _whenever(query, register, matcher, today) if one.day]
    within = [one for one in meant if query.period is None or query.period.holds(one.day, one.end)]
    if len(within) == 1:
        return TakenPlace(within[0], _held(within[0], today))
    if not within and len(meant) == 1:
        return TakenPlace(meant[0], False)
    return None


def _whenever(query: Query, register: Register, matcher: Matcher, today: date) -> Sequence[Record]:
    return distinct(select(replace(query, period=None, done=None, states=("any",)), register, matcher, today))


def _held(record: Record, today: date) -> bool | None:
    if record.state == "cancelled" or last_day(record.end or "") > today.isoformat():
        return False
    return None if record.state in ANNOUNCED else True
