"""Events by how many people came to them or how many days they took, agreements by how long they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.bounds import Bound
from assistant.register.adding import Addend, add_up
from assistant.register.record import Record
from vectorstore import DAYS_IN, DocumentInfo, Fact

_DAY = len("2024-05-06")
_LAST = ("end_date", "valid_until", "renewed_until")
_DAYS_OF = (
    ("day jour يوم ايام", DAYS_IN["day"]),
    ("week semaine اسبوع اسابيع", DAYS_IN["week"]),
    ("month mois شهر اشهر", DAYS_IN["month"]),
    ("year an سنه سنو عام اعوام", DAYS_IN["year"]),
)
"""How the units of time begin, with their days."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Events as large as asked, of those whose size is known."""

    met: tuple[Addend, ...]
    nearest: Addend
    """That which comes nearest where none is."""
    known: int
    """How many events have a size."""
    unknown: tuple[Record, ...]
    """Those that no document gives one for."""
    bound: Bound
    """How large they must be."""


def sizes(bound: Bound, records: Sequence[Record], documents: Mapping[str, DocumentInfo]) -> Sizes | None:
    """The events as large as asked; None where too few have a size, or another is asked for.

    The largest is told where at least half of them have one.
    """
    bound, known = _known(bound, records, documents)
    if not known or (bound.is_best and len(known) * 2 < len(records)):
        return None
    meant = bound.among([float(one.number) for one in known])
    met = (one for one in known if one.number in meant)
    nearest = (min if bound.is_small else max)(known, key=lambda one: one.number)
    sized = {id(one.record) for one in known}
    unknown = tuple(record for record in records if id(record) not in sized)
    return Sizes(tuple(sorted(met, key=lambda one: -one.number)), nearest, len(known), unknown, bound)


def _known(
    bound: Bound, records: Sequence[Record], documents: Mapping[str, DocumentInfo]
) -> tuple[Bound, Sequence[Addend]]:
    """The events with their sizes, and the bound in the same unit."""
    if bound.kind == "people":
        added = add_up(records, documents, least=1)
        return bound, added.addends if added else ()
    per = next((days for said, days in _DAYS_OF if bound.unit.startswith(tuple(said.split()))), 0.0)
    if not per and not bound.is_best:
        return bound, ()  # hours tell nothing of what is on record by its days
    known = [Addend(record, days, _telling(record)) for record in records if (days := days_of(record))]
    return replace(bound, number=round(bound.number * per)), known


def days_of(record: Record) -> int:
    """How many days an event took or an agreement holds, the first and the last included; 0 where they are not known.

    Of an agreement so many that a year is one, whether it ends on the day of its signature or on that before.
    """
    is_event = record.kind == "event"
    first, last = record.start or "", (record.end or record.start or "") if is_event else record.until
    if len(first) != _DAY or len(last) != _DAY:
        return 0
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    return days + 1 if is_event else round(round(days / DAYS_IN["month"]) * DAYS_IN["month"])


def _telling(record: Record) -> Fact:
    return next(
        (fact for fact in record.facts if {fact.fields.get(n) for n in _LAST} & {record.end, record.until}),
        record.facts[0],
    )
