"""Which record took the place of which, where a document says so: an agreement, an office holder, a preliminary figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.register.likeness import alike
from assistant.register.record import Record

_SAME_NAME = 90
"""Least likeness, 0 to 100, of two spellings of one person's name."""


def successions(records: Sequence[Record]) -> Iterator[tuple[Record, Record]]:
    """Each record that was replaced, with the one that took its place."""
    agreements = [record for record in records if record.kind == "agreement"]
    people = [record for record in records if record.kind == "person"]
    for newer in agreements:
        days = {day for fact in newer.facts if (day := fact.fields.get("replaces_date"))}
        for older in agreements:
            if older is not newer and older.start in days and _of_one_matter(older, newer):
                yield older, newer
    figures = [record for record in records if record.state in ("preliminary", "final")]
    yield from ((older, newer) for older in figures for newer in figures if _is_final_of(older, newer))
    for newer in people:
        for name in {name for fact in newer.facts if (name := fact.fields.get("replaced"))}:
            for older in people:
                if older is not newer and _held_it_before(older, newer, name):
                    yield older, newer


def _is_final_of(older: Record, newer: Record) -> bool:
    """Whether one figure is the final one of what the other gives as preliminary: the same count of the same thing."""
    if (older.state, newer.state) != ("preliminary", "final") or older.field("unit") != newer.field("unit"):
        return False
    counted = alike(older.field("counts"), newer.field("counts"))
    same = alike(older.field("of"), newer.field("of")) or bool(older.things & newer.things)
    return counted and same


def _of_one_matter(older: Record, newer: Record) -> bool:
    """Whether two agreements are told of in one document, or name the same partner."""
    documents = {fact.document for fact in older.facts} & {fact.document for fact in newer.facts}
    return older.sort == newer.sort and bool(documents or older.things & newer.things)


def _held_it_before(older: Record, newer: Record, name: str) -> bool:
    roles = alike(older.field("role"), newer.field("role")) or not older.field("role")
    return roles and alike(older.field("name"), name, _SAME_NAME)
