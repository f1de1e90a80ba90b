"""Answers a question from the register, where it asks for something the register lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from assistant.bounds import Bound
from assistant.reading.matching import Matcher
from assistant.register.adding import add_up, stated_beyond
from assistant.register.choices import with_choices
from assistant.register.comparing import by_giver, by_partner, parts_of
from assistant.register.filters import loosened, understood, without
from assistant.register.forms import counts_people, sizable
from assistant.register.gifts import add_gifts, stage_of
from assistant.register.holders import holder_on, holders, of_many, took_office
from assistant.register.identity import offices_of, person_asked_for
from assistant.register.kinds import offices_like
from assistant.register.listing import Listing
from assistant.register.of_one import of_one
from assistant.register.query import Query, read_query
from assistant.register.register import Register
from assistant.register.reply import Teller
from assistant.register.select import announced, distinct, met_by_none, select
from assistant.register.sentence import words_of
from assistant.register.singled import day_of_agreement, day_of_event, in_office, number_of
from assistant.register.sizes import sizes
from assistant.register.spending import add_spending, spent_stage
from assistant.register.terms_of_agreements import find_term, near_miss
from assistant.register.unmet import unmet
from assistant.understand import Question, asks_what_comes
from assistant.values import Understood
from vectorstore import Document, DocumentInfo, fold, terms


@dataclass(frozen=True, slots=True)
class Basis:
    """What a question to the register is answered from."""

    register: Register
    """The facts of the documents to consider."""
    matcher: Matcher
    """Compares the terms of the question with those of a record."""
    documents: Mapping[str, DocumentInfo]
    """What is known of each document, by path."""
    read: Callable[[str], Document]
    """A document, by its path."""
    today: date
    """The day of the question."""
    without_filters: frozenset[str] = frozenset()
    """Keys of limits of the question to do without."""

    def teller(self, language: str) -> Teller:
        """Tells in a language what is found."""
        return Teller(self.register, self.documents, language, self.read)


def from_register(question: Question, basis: Basis, unread: int = 0) -> tuple[Listing, Understood] | None:
    """What the register has to say; None where the question is not for it, or it has nothing to show.

    Args:
        question: As understood.
        basis: What it is answered from.
        unread: How many files of the archive could not be read.
    """
    register, matcher, documents, today = basis.register, basis.matcher, basis.documents, basis.today
    teller = basis.teller(question.language)
    person = person_asked_for(question.standalone, register.people)
    if person is not None and (roles := offices_of(person)):
        identity = Query("person", (), "identity", None, (), None, (), {})
        return teller.words.identity(roles), understood(identity, question.language)
    query = read_query(question, today, register.names, register.proper)
    if query is None:
        return None
    if asks_what_comes(question) and question.wants in ("date", "place") and query.form != "next":
        return None  # what is next is said where the last one is told
    query = without(query, basis.without_filters)
    query = replace(
        query, abouts=tuple(one for one in query.abouts if one.things or not register.sounds_own(one.words))
    )
    told = _told(query, question, register, matcher, teller, documents, today)
    if told is None and query.form == "where":
        return None  # of a place that nothing contradicts passages tell more
    if told is None and (any_of := with_choices(query.abouts, question, ands=True)) != query.abouts:
        either = replace(query, abouts=any_of)
        told = _told(either, question, register, matcher, teller, documents, today)
        query = either if told else query
    if told is None and (loose := loosened(query)) is not None:
        told = _told(loose, question, register, matcher, teller, documents, today)
        query = loose if told else query
    if told is None and (missed := unmet(query, question, register, matcher, today)):
        told = teller.none(missed, register.considered, unread)
    return (told, understood(query, question.language)) if told else None


def sized_events(question: Question, bound: Bound, basis: Basis) -> tuple[Listing, Understood] | None:
    """The events that as many people came to, or that took as long, as a question says, or the agreements that hold so long.

    None where it is of nothing of the kind.

    Args:
        question: The question for all of them.
        bound: How large they must be.
        basis: What it is answered from.
    """
    register, today = basis.register, basis.today
    named = sizable(question, words_of(question))
    query = read_query(question, today, register.names, register.proper, named) if named else None
    bound = replace(bound, kind="people") if bound.kind is None and bound.is_best and not bound.of else bound
    if query is None or bound.kind not in ("people", "time") or (query.kind == "agreement" and bound.kind != "time"):
        return None
    query = replace(query, bound=bound)
    held = query.kind == "event" and query.done is None and not query.states  # what is only planned has no size yet
    for asked in filter(None, (query, loosened(query))):
        asked = without(asked, basis.without_filters)
        found = distinct(select(replace(asked, done=True) if held else asked, register, basis.matcher, today))
        if asked.bound is not None and (told := sizes(bound, found, basis.documents)) is not None:
            teller = basis.teller(question.language)
            return teller.sums.sized(told), understood(replace(asked, form="sized"), question.language)
    return None


def _told(
    query: Query,
    question: Question,
    register: Register,
    matcher: Matcher,
    teller: Teller,
    documents: Mapping[str, DocumentInfo],
    today: date,
) -> Listing | None:
    if query.form == "former":
        return _former(query, register, question.language, teller)
    if query.form in ("signed", "planned", "starts", "ends", "in_force"):
        return _term(query, question, register, matcher, teller, today)
    if query.kind == "person":
        return _office(query, question, register, matcher, teller, today)
    if query.form == "compare":
        return _compared(query, question, register, matcher, teller, documents, today)
    if query.form in ("sum", "spent") and query.kind == "figure":
        return _money(query, question, register, matcher, teller, documents, today)
    if query.form == "sum":
        return _added(query, register, matcher, teller, documents, today)
    if query.form == "ranking":
        return _ranked(query, register, matcher, teller, today)
    if query.form in ("latest", "next", "when", "where", "held"):
        return of_one(query, question, register, matcher, teller, today)
    return _listed(query, question, register, matcher, teller, today)


def _listed(
    query: Query, question: Question, register: Register, matcher: Matcher, teller: Teller, today: date
) -> Listing | None:
    """Everything a query asks for, or when the only such thing takes place."""
    found = distinct(select(query, register, matcher, today))
    only = distinct(announced(query, register, matcher, today))
    if not found:
        return None
    told = teller.listing(found, query.form, question.wants, only, met_by_none(query, found, matcher, register.names))
    if len(found) == 1 and query.kind == "event" and "date" in (question.wants, query.form[:-1]):
        return replace(told, single=day_of_event(query, told, found[0], question.language))
    return replace(told, single=number_of(query, told))


def _compared(
    query: Query,
    question: Question,
    register: Register,
    matcher: Matcher,
    teller: Teller,
    documents: Mapping[str, DocumentInfo],
    today: date,
) -> Listing | None:
    """What each side has: things, people who came to them, or money; None where there is nothing to compare."""
    held = replace(query, done=True if query.done is None and query.kind == "event" else query.done)
    parts = parts_of(held, question.standalone)
    sides = [(part.label, distinct(select(part.query, register, matcher, today))) for part in parts]
    parts_are_named = len(parts) >= _SIDES
    if query.kind == "figure" and not parts_are_named:
        given = by_giver(distinct(select(query, register, matcher, today)), register)
        sides = [(teller.name_of(thing), tuple(found)) for thing, found in given]
    if len(sides) < _SIDES or not any(found for _, found in sides):
        return None
    if query.kind == "figure":
        purses = [(label, add_gifts(found, "given", register.names)) for label, found in sides]
        told = (
            all(purse for _, purse in purses) if parts_are_named else sum(bool(purse) for _, purse in purses) >= _SIDES
        )
        return teller.sums.money_compared(purses) if told else None
    if counts_people(words_of(question)):
        sums = [(label, add_up(found, documents, least=1)) for label, found in sides]
        return teller.sums.people_compared(sums) if all(added for _, added in sums) else None
    return teller.sums.comparison(sides)


def _money(
    query: Query,
    question: Question,
    register: Register,
    matcher: Matcher,
    teller: Teller,
    documents: Mapping[str, DocumentInfo],
    today: date,
) -> Listing | None:
    """How much money was spent or given in all, and what was not added."""
    if query.form == "sum":
        return _given(query, question, register, matcher, teller, today)
    purse = add_spending(query, spent_stage(words_of(question)), register, matcher, documents)
    return teller.sums.money(purse) if purse else None


def _given(
    query: Query, question: Question, register: Register, matcher: Matcher, teller: Teller, today: date
) -> Listing | None:
    """How much money was given in all, and what was not added; None where no amount on record is for it.

    The archive's own organisation receives: what it gave, where the question names it, is not told apart from the rest.
    """
    if any(about.terms and all(map(register.is_own, about.terms)) for about in query.abouts):
        return None
    found = [
        record
        for record in distinct(select(query, register, matcher, today))
        if register.names.of(record.field("by")) is not register.own or register.own is None
    ]
    purse = add_gifts(found, stage_of(words_of(question)), register.names)
    return teller.sums.money(purse) if purse else None


def _ranked(query: Query, register: Register, matcher: Matcher, teller: Teller, today: date) -> Listing | None:
    """The partners of the most events; None where no event names one."""
    held = distinct(select(replace(query, done=True), register, matcher, today))
    ranked = by_partner(held, register)
    return teller.sums.comparison([(teller.name_of(thing), found) for thing, found in ranked]) if ranked else None


def _added(
    query: Query,
    register: Register,
    matcher: Matcher,
    teller: Teller,
    documents: Mapping[str, DocumentInfo],
    today: date,
) -> Listing | None:
    """How many people came to all of some events; None where too little can be added, or a document states more."""
    found = distinct(select(replace(query, done=True), register, matcher, today))
    added = add_up(found, documents)
    year = query.period.last[:4] if query.period and query.period.last else None
    whole = not query.sorts  # what is stated for a year is of everything
    if added is None or (whole and stated_beyond(added, year, register.of_kind("figure"))):
        return None
    return teller.sums.total(added)


_SIDES = 2
"""What is compared, at least."""
_AT_THE_HEAD = ("director", "secretary", "president", "chair")
"""Whoever heads a body may be called so."""


def _headed_as(query: Query) -> list[Query]:
    """A query for the head of something, as it is asked, then for its director, its secretary and so on; none for others."""
    heads = offices_like()[terms("head")[0]]
    if heads.isdisjoint(query.terms):
        return []
    asked = [query]
    for name in _AT_THE_HEAD:
        stems = {stem: terms(name)[0] if stem in heads else stem for stem in query.terms}
        abouts = tuple(replace(one, terms=tuple(stems[t] for t in one.terms)) for one in query.abouts)
        asked.append(replace(query, abouts=abouts))
    return asked


_FIRST = re.compile(r"\b(?:first|premiere?|original)\b|(?<!\w)(?:ال)?اول(?!\w)")
"""Asks for whoever was in an office before all others."""


def _former(query: Query, register: Register, language: str, teller: Teller) -> Listing | None:
    named = {key for about in query.abouts for key in about.things}
    things = [thing for thing in register.names.entities() if thing.key in named]
    told = [fact for thing in things for fact in register.telling(thing) if fact.fields.get("relation") == "renamed"]
    told.sort(key=lambda fact: fact.language != language)
    return teller.words.former_name(told[0]) if told and len(things) == 1 else None


def _term(
    query: Query, question: Question, register: Register, matcher: Matcher, teller: Teller, today: date
) -> Listing | None:
    found = find_term(query, query.form, fold(question.text), register, matcher, today)  # type: ignore[arg-type]
    if found is not None:
        told = teller.words.term(found)
        if query.form not in ("signed", "starts", "ends"):
            return told
        single = day_of_agreement(query.form, query, told, found.record, found.day, question.language, found.others)
        return replace(told, single=single)
    near = near_miss(query, register, matcher, today) if query.form == "signed" else None
    return teller.words.no_such(query.sorts[0], near) if near else None


def _office(
    query: Query, question: Question, register: Register, matcher: Matcher, teller: Teller, today: date
) -> Listing | None:
    found = holders(query, register, matcher)
    if query.form == "holder" and _FIRST.search(fold(question.text)):
        known = len(found) > 1 and not any(fact.fields.get("replaced") for fact in found[0].facts)
        return teller.words.incumbent(found[0], found[0].facts[0]) if known else None
    if query.form == "holders":
        if query.period is None and of_many(query.terms):
            return None  # everybody in an office that every member has is told of in many places
        found = took_office(found, query.period.first, query.period.last) if query.period else found
        return teller.succession(found) if len(found) > 1 else None
    day = (query.period.last if query.period else None) or today.isoformat()
    heads = _headed_as(query)
    for asked, of_the_whole in [*((one, True) for one in heads), (query, False), *((one, False) for one in heads)]:
        found = holders(asked, register, matcher, of_the_whole=of_the_whole)
        if (held := holder_on(day, found)) is not None:
            break
    else:
        return None
    told = teller.words.incumbent(*held)
    return replace(told, single=in_office(query, told, held, found, register.names))
