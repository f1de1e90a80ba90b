"""Another place that a document gives for the same event: another town, not a hall in the one or a town in the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from assistant.register.names import Names, key_of
from assistant.register.record import Record
from assistant.register.same_event import in_one_town
from assistant.register.single import Other
from assistant.register.vocabulary import folded, vocabulary
from vectorstore import Fact, fold, terms, words

_TOOK_PLACE = frozenset(["held", "mentioned"])
"""States in which a place is where an event was, not where it was to be."""
_LONGEST = 4
"""Words of a place that may be no more than a town, at most."""


def place_and_others(record: Record, names: Names, venues: Sequence[str]) -> tuple[Fact, tuple[Other, ...]] | None:
    """The fact that says where an event took place, with those of other documents that say another town; None where they agree.

    Args:
        record: Of an event.
        names: Tell which towns are one.
        venues: Every place that is written in the archive: two names that stand side by side in one are no two places.
    """
    telling = [fact for fact in record.facts if fact.fields.get("venue") and fact.fields.get("state") in _TOOK_PLACE]
    if not telling or any(fact.fields.get("former_date") for fact in record.facts):
        return None
    first = next((fact for fact in telling if fact.fields.get("about_this_document") == "yes"), telling[0])
    mine = first.fields.get("venue") or ""
    found: dict[str, Other] = {}
    for fact in telling:
        theirs = fact.fields.get("venue") or ""
        if fact.document != first.document and _is_another(mine, theirs, names, venues):
            found.setdefault(fold(theirs), Other(theirs, fact))
    return (first, tuple(found.values())) if found else None


def place_in_report(record: Record) -> Fact | None:
    """The fact of an event's own report that says where it was held, where other documents, a plan or a mail, speak of it, too."""
    if len({fact.document for fact in record.facts}) < 2:
        return None
    own = (
        fact for fact in record.facts if fact.fields.get("about_this_document") and fact.fields.get("state") == "held"
    )
    return next((fact for fact in own if _is_town(fact.fields.get("venue") or "")), None)


def _is_another(mine: str, theirs: str, names: Names, venues: Sequence[str]) -> bool:
    if not (_is_town(mine) and _is_town(theirs)) or in_one_town(mine, theirs):
        return False
    if all(key_of(place) in names.by_place for place in (mine, theirs)):
        town = names.of(mine)
        return town is None or town is not names.of(theirs)
    one, other = names.things(mine), names.things(theirs)
    if (one and one <= other) or (other and other <= one):  # a town and the country it lies in
        return False
    both = {*terms(mine)}, {*terms(theirs)}
    return not any(all(said & set(terms(venue)) for said in both) for venue in venues)


def _is_town(venue: str) -> bool:
    """Whether a place may be no more than a town: short, and of no word for a building or a line."""
    said = [word for word in words(venue) if terms(word)]
    return 0 < len(said) <= _LONGEST and _halls().isdisjoint(said)


@lru_cache(maxsize=1)
def _halls() -> frozenset[str]:
    """Words for buildings, bodies and lines."""
    return folded(vocabulary()["halls"]["words"])
