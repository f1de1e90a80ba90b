"""Which answers from the register are one value, and what else the register itself has of the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.gate import ranks
from assistant.register.holders import Holder
from assistant.register.likeness import alike
from assistant.register.listing import Listing
from assistant.register.names import Names
from assistant.register.other_holders import other_holders
from assistant.register.query import Query
from assistant.register.record import Record
from assistant.register.same_event import SINGLE, elsewhere, titled_alike
from assistant.register.single import Other, Single, Valued
from assistant.register.typed import as_typed
from assistant.register.wording import cell_date
from vectorstore import Fact

_DAY = len("2024-05-29")
_APART = 45
"""Days between two records of what may be one event, at most."""
_SAME_TITLE = 95
"""Least likeness, 0 to 100, of the titles of one event in one language."""
_OFF = frozenset(["cancelled", "postponed", "tentative"])


def day_of_event(query: Query, told: Listing, record: Record, language: str, rest: Sequence[Record] = ()) -> Single:
    """When an event takes place; `rest` are records of the same event with other days."""
    others = tuple(Other(cell_date(one.start, one.end, language), one.facts[0]) for one in rest)
    return _of_days("held", query, told, record, (record.start or "", record.end or ""), language, others)


def day_of_agreement(
    sort: Valued,
    query: Query,
    told: Listing,
    record: Record,
    day: str,
    language: str,
    rest: Sequence[tuple[str, Fact]] = (),
) -> Single:
    """When an agreement was signed or came into force, or until when it holds; `rest` are other days that documents give."""
    others = tuple(Other(cell_date(other, None, language), fact) for other, fact in rest)
    return _of_days(sort, query, told, record, (day, day), language, others)


def place_of_event(query: Query, record: Record, fact: Fact, others: tuple[Other, ...]) -> Single:
    """Where an event took place, by the fact that says so."""
    return Single("place", fact.fields.get("venue") or "", query, fact, record=record, others=others)


def in_office(query: Query, told: Listing, held: tuple[Holder, Fact], found: Sequence[Holder], names: Names) -> Single:
    """Who is in office."""
    holder, fact = held
    return Single("holder", told.statements[0].text, query, fact, others=other_holders(holder, fact, found, names))


def number_of(query: Query, told: Listing) -> Single | None:
    """How many events there are; None of other things, which are seldom counted in words."""
    if query.kind != "event" or not query.sorts or query.states or query.form != "count":
        return None
    number = len(told.rows)
    value = f"{number} {as_typed(query.said.get('sort', ''), query.asked)}".strip()
    return Single("count", value, query, None, number=number)


def one_event(found: Sequence[Record]) -> tuple[Record, ...]:
    """Records that can only be one event of which documents give several days, the one to lead with first; none where they are not."""
    if len(found) < 2 or not all(_may_be_one(found[0], other) for other in found[1:]):
        return ()
    return tuple(sorted(found, key=lambda one: (_is_final(one), one.start or ""), reverse=True))


def _may_be_one(one: Record, other: Record) -> bool:
    mine, theirs = one.field("title"), other.field("title")
    days = [record.start or "" for record in (one, other)]
    if any(len(day) < _DAY for day in days) or one.sort != other.sort or one.sort not in SINGLE:
        return False
    if one.is_proposed or other.is_proposed:
        return False
    if _OFF & {one.state, other.state} or one.state != other.state or elsewhere(one, other):
        return False
    if {fact.document for fact in one.facts} & {fact.document for fact in other.facts}:
        return False
    apart = date.fromisoformat(days[0]) - date.fromisoformat(days[1])
    across = one.facts[0].language != other.facts[0].language
    titled = (across and titled_alike(one, other)) or alike(mine, theirs, _SAME_TITLE)
    return titled and ranks(mine) == ranks(theirs) and abs(apart.days) <= _APART


def _is_final(record: Record) -> bool:
    return any(fact.fields.get("about_this_document") == "yes" for fact in record.facts)


def _of_days(
    sort: Valued,
    query: Query,
    told: Listing,
    record: Record,
    days: tuple[str, str],
    language: str,
    others: tuple[Other, ...] = (),
) -> Single:
    places = {(citation.document, citation.start) for citation in told.citations[:1]}
    fact = next((fact for fact in record.facts if (fact.document, fact.start) in places), record.facts[0])
    value = cell_date(days[0], days[1] if days[1] != days[0] else None, language)
    return Single(sort, value, query, fact, *days, record=record, others=others)
