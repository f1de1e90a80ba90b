"""How many people came to several events: the sum of what the documents say of each, and which they say nothing of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.gate import whole_number
from assistant.register.record import Record
from vectorstore import DocumentInfo, Fact

_LEAST = 2
"""Events to add, at least; what is said of one is read where it is said."""


@dataclass(frozen=True, slots=True)
class Addend:
    """An event and the number of people that the newest document gives for it."""

    record: Record
    number: int
    fact: Fact


@dataclass(frozen=True, slots=True)
class Sum:
    """What can be added up, and what cannot."""

    addends: tuple[Addend, ...]
    unknown: tuple[Record, ...]
    """Events that no document gives a number for."""

    @property
    def total(self) -> int:
        """The sum of the numbers."""
        return sum(addend.number for addend in self.addends)


def add_up(records: Sequence[Record], documents: Mapping[str, DocumentInfo], *, least: int = _LEAST) -> Sum | None:
    """The people of some events together; None for fewer with a number than the least.

    Of several numbers for one event the newest document's counts, once: a final number replaces a preliminary one.

    Args:
        records: Events that took place.
        documents: What is known of each document, by path.
        least: Events to add, at least.
    """
    addends, unknown = [], []
    for record in records:
        numbered = [(fact, n) for fact in record.facts if (n := whole_number(fact.fields.get("participants") or ""))]
        if numbered:
            fact, number = max(numbered, key=lambda one: documents[one[0].document].date or "")
            addends.append(Addend(record, number, fact))
        else:
            unknown.append(record)
    return Sum(tuple(addends), tuple(unknown)) if len(addends) >= least else None


def stated_beyond(sum_: Sum, year: str | None, figures: Sequence[Record]) -> bool:
    """Whether some document states a larger number of people for the whole year: then that is the answer, not a part."""
    if year is None:
        return False
    stated = [record for record in figures if year in record.facts[0].quote and _counts_people(record)]
    return any((whole_number(record.field("quantity")) or 0) > sum_.total for record in stated)


def _counts_people(record: Record) -> bool:
    counted = record.field("counts").casefold()
    return any(
        word in counted for word in ("participant", "person", "people", "trainee", "stagiaire", "مشارك", "متدرب", "شخص")
    )
