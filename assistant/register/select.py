"""Pick the records a query asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from assistant.attached import bare_stems
from assistant.reading.matching import Matcher
from assistant.register.abouts import About
from assistant.register.likeness import sounds, sounds_asked
from assistant.register.names import Names
from assistant.register.period import Period, first_day
from assistant.register.promisor import promised
from assistant.register.query import Query
from assistant.register.record import Record
from assistant.register.register import Register
from assistant.register.standing import ANNOUNCED, in_state, is_past
from vectorstore import Fact

_TOLD = ("postponed", "cancelled", "tentative")
"""States of an event that it may have been in for a day that is no longer its own."""


def select(query: Query, register: Register, matcher: Matcher, today: date) -> tuple[Record, ...]:
    """The records that meet every condition of a query, oldest first.

    Args:
        query: What is asked for.
        register: Where to look.
        matcher: Compares the terms of the question with those of a record.
        today: What divides past and coming events.
    """
    sought = [about for about in query.abouts if not all(register.is_own(term) for term in about.terms)]
    return tuple(
        record
        for record in register.shelf(query.kind).that_may_be(sought, matcher)
        if (not query.sorts or record.sort in query.sorts)
        and in_state(record, query, today)
        and _in_time(record, query)
        and (query.by is None or promised(record, query.by, register, matcher))
        and all(about.met(partial(_meets, record, matcher=matcher, names=register.names)) for about in sought)
    )


def announced(query: Query, register: Register, matcher: Matcher, today: date) -> tuple[Record, ...]:
    """The events a query would ask for that should be over, though no document says that they took place.

    None where the query is for what is to come or asks for a state itself.
    """
    if query.kind != "event" or query.done is False or query.states:
        return ()
    meant = select(replace(query, done=None), register, matcher, today)
    return tuple(record for record in meant if is_past(record, today) and record.state in ANNOUNCED)


def _meets(record: Record, about: About, *, matcher: Matcher, names: Names) -> bool:
    return is_about(record, about, matcher) and _is_there(record, about, matcher, names)


def met_by_none(query: Query, found: Sequence[Record], matcher: Matcher, names: Names) -> tuple[str, ...]:
    """Of values side by side, those that nothing found has: the one town of two where nothing took place."""
    return tuple(
        " ".join(part.words for part in way)
        for about in query.abouts
        for way in about.ways
        if not any(all(_meets(record, part, matcher=matcher, names=names) for part in way) for record in found)
    )


def is_about(record: Record, about: About, matcher: Matcher) -> bool:
    """Whether a record has a name or a word: by its terms or, for a name, by the sound of a word of its own names."""
    if about.things & record.things:
        return True
    if about.field == "group":
        return False
    if all(_told(term, about, record.terms, matcher) for term in about.terms):
        return True
    return about.is_name and any(sound in record.sounds for sound in sounds_asked(about.words))


def _told(term: str, about: About, said: frozenset[str], matcher: Matcher) -> bool:
    """Whether a term is said, also without what Arabic writes as one with a name."""
    return bool(matcher.worth(term, said)) or (len(about.terms) == 1 and not said.isdisjoint(bare_stems(about.words)))


def _is_there(record: Record, about: About, matcher: Matcher, names: Names) -> bool:
    """Whether an event took place where the question says, for one whose place is known; who came from there is not enough."""
    if not about.is_place or record.kind != "event":
        return True
    said = [fact.fields.get(name) for fact in record.facts for name in ("venue", "title", "host", "parties")]
    told = " ; ".join(filter(None, said))
    if not record.field("venue") or about.things & names.things(told):
        return True
    if all(_told(term, about, names.widened(told), matcher) for term in about.terms):
        return True
    return about.is_name and not set(sounds_asked(about.words)).isdisjoint(sounds(told))


def _in_time(record: Record, query: Query) -> bool:
    if query.ending:
        return bool(record.until) and (query.period is None or query.period.holds(record.until, record.until))
    if query.period is None:
        return True
    if record.kind == "programme" and "created" not in query.states:
        last = query.period.last
        return record.start is None or last is None or first_day(record.start) <= last
    told = [state for state in query.states if state in _TOLD]
    if record.kind == "event" and any(_was_in(query.period, fact, state) for state in told for fact in record.facts):
        return True
    if record.kind == "event" and told and len(told) == len(query.states):
        return False
    return query.period.holds(record.day, record.end)


def _was_in(period: Period, fact: Fact, state: str) -> bool:
    """Whether a document gave an event this state for a day of a period, whatever became of it later."""
    say = fact.fields.get
    if say("state") != state and not (state == "postponed" and say("former_date")):
        return False
    days = ((say("start_date"), say("end_date")), (say("former_date"), None))
    return any(period.holds(first, last) for first, last in days)


def distinct(records: Sequence[Record]) -> tuple[Record, ...]:
    """Records without those that look the same to a reader."""
    seen: dict[tuple[str, ...], Record] = {}
    for record in records:
        told = record.field("title") or record.field("quantity") + record.field("by") or record.facts[0].quote
        seen.setdefault((record.kind, record.day or "", told), record)
    return tuple(seen.values())
