"""What is asked of one event: which is the last or the next, when and where it takes place, or whether it did."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.reading.matching import Matcher
from assistant.register.listing import Listing
from assistant.register.other_places import place_and_others, place_in_report
from assistant.register.query import Query
from assistant.register.register import Register
from assistant.register.reply import Teller
from assistant.register.reply_words import names_day
from assistant.register.select import distinct, select
from assistant.register.singled import day_of_event, one_event, place_of_event
from assistant.register.taken_place import taken_place
from assistant.understand import Question


def of_one(
    query: Query, question: Question, register: Register, matcher: Matcher, teller: Teller, today: date
) -> Listing | None:
    """What is asked of one event: which is the last, when and where it took place, or whether it did."""
    match query.form:
        case "when":
            return _dated(query, question, register, matcher, teller, today)
        case "where":
            return _placed(query, register, matcher, teller, today)
        case "held":
            asked = taken_place(query, register, matcher, today)
            return teller.words.taken_place(asked) if asked else None
        case _:
            return _last_or_next(query, question, register, matcher, teller, today)


def _dated(
    query: Query, question: Question, register: Register, matcher: Matcher, teller: Teller, today: date
) -> Listing | None:
    """When the one event found takes place; None where no words on record hold that day."""
    found = distinct(select(query, register, matcher, today))
    if not found and query.done is not None:  # of what is over "will" may be said, and "was" of what is only announced
        anyhow = distinct(select(replace(query, done=None), register, matcher, today))
        found = tuple(record for record in anyhow if record.state != "cancelled")
    events = found if len(found) == 1 else one_event(found)
    day = (events[0].day or "") if events else ""
    if not day or not any(names_day(fact, day) for fact in events[0].facts):
        return None
    told = teller.words.date(events[0])
    return replace(told, single=day_of_event(query, told, events[0], question.language, events[1:]))


def _placed(query: Query, register: Register, matcher: Matcher, teller: Teller, today: date) -> Listing | None:
    """Where the one event found took place, where documents do not agree on that or plans come before its report; None elsewhere."""
    found = distinct(select(replace(query, done=None), register, matcher, today))
    if len(found) != 1:
        return None
    venues = [fact.fields.get("venue") or "" for event in register.of_kind("event") for fact in event.facts]
    places = place_and_others(found[0], register.names, venues)
    reported = place_in_report(found[0])
    told = places or ((reported, ()) if reported else None)
    if told is None:
        return None
    fact, others = told
    return replace(teller.words.place(fact), single=place_of_event(query, found[0], fact, others))


def _last_or_next(
    query: Query, question: Question, register: Register, matcher: Matcher, teller: Teller, today: date
) -> Listing | None:
    """The last event that took place, or the next to come; where none is to come, that, and the last one."""
    held, ahead = (
        sorted(
            (record for record in select(replace(query, done=done), register, matcher, today) if record.day),
            key=lambda record: record.day or "",
        )
        for done in (True, False)
    )
    one = ahead[:1] if query.form == "next" else held[-1:]
    if one:
        told = teller.one(one[0], question.wants)
        return replace(told, single=day_of_event(query, told, one[0], question.language))
    return teller.none_ahead(held[-1], today) if query.form == "next" and held else None
