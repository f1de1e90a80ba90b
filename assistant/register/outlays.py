"""What documents say was spent or set aside, each amount with what it was for and whether it is final."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.gate import currency, whole_number
from assistant.reading.matching import Matcher
from assistant.register.abouts import About
from assistant.register.gifts import Gift, Stage, says
from assistant.register.query import Query
from assistant.register.record import Record
from assistant.register.register import Register
from vectorstore import DocumentInfo, Fact, find_dates, find_quantities, fold

_FINAL = re.compile(r"\b(?:final|definitif|definitive)\b|(?<!\w)(?:ال)?نهاي\w*|(?<!\w)(?:ال)?نهائ\w*")
_FIRST = re.compile(
    r"\b(?:provisional|preliminary|estimated?|provisoire|estime\w*)\b|(?<!\w)(?:ال)?(?:مبدي\w*|مبدئ\w*|اولي\w*|تقدير\w*|مقدر\w*)"
)
_CELLS = " | "


@dataclass(frozen=True, slots=True)
class Outlay:
    """An amount on record with what it was for."""

    gift: Gift
    fact: Fact
    """Says so: in the report of the event that it was spent on, where one does."""
    thing: str
    """Tells whether two amounts are of one thing."""
    table: tuple[str, str] | None
    """Document and column of a row; None for what a sentence says."""
    label: str
    newest: tuple[bool, str]
    """Whether it is final, and the day of its document: the larger holds."""


def outlays_meant(
    query: Query, register: Register, matcher: Matcher, documents: Mapping[str, DocumentInfo]
) -> list[Outlay]:
    """The amounts on record that are for what a question names, and of its time."""
    reports = _reports(register)
    return [
        outlay
        for record in register.of_kind("figure")
        if (outlay := _outlay(record, reports, documents)) is not None
        and _in_time(outlay, query, documents)
        and _is_for(outlay, query.abouts, register, matcher, documents)
        and (not query.sorts or _of_sort(outlay, query, reports))
    ]


def _reports(register: Register) -> dict[str, Record]:
    """The event that each document reports, by path."""
    return {
        fact.document: event
        for event in register.of_kind("event")
        for fact in event.facts
        if fact.fields.get("about_this_document") == "yes"
    }


def _outlay(record: Record, reports: Mapping[str, Record], documents: Mapping[str, DocumentInfo]) -> Outlay | None:
    """What a figure says was spent or set aside; None for another one."""
    fact = next((fact for fact in record.facts if fact.document in reports), record.facts[0])
    counts, of = (fold(fact.fields.get(field) or "") for field in ("counts", "of"))
    amount, unit = whole_number(record.field("quantity")), record.field("unit")
    is_row = _CELLS in fact.quote
    told = counts if is_row else f"{counts} {fold(fact.quote)}"
    if amount is None or not unit or currency(unit) is None or fact.fields.get("by") or says("again", told):
        return None
    stage = _stage(counts) or (None if is_row else _stage(told))
    if stage is None or (is_row and not of) or (not is_row and _amounts(fact.quote) > 1 and _stage(counts) is None):
        return None
    first = _FIRST.search(counts) is not None or (record.state == "preliminary" and not _FINAL.search(counts))
    document = fact.document
    event = reports.get(document)
    thing = f"{id(event)}" if event is not None else document
    newest = (not first, max(documents[one.document].date or "" for one in record.facts))
    return Outlay(Gift(record, amount, unit, stage), fact, thing, (document, counts) if is_row else None, of, newest)


def _stage(folded: str) -> Stage | None:
    """What a folded text says of money: spent, set aside, or neither."""
    return "spent" if says("outlay", folded) else "budgeted" if says("budgeted", folded) else None


def _amounts(text: str) -> int:
    return sum(found.money for found in find_quantities(text))


def _in_time(outlay: Outlay, query: Query, documents: Mapping[str, DocumentInfo]) -> bool:
    """Whether money is of the time asked for: of the year that its column, its document's title or its words name, in that order."""
    if query.period is None:
        return True
    fact = outlay.fact
    about = documents[fact.document]
    for text in (fact.fields.get("counts"), about.title, fact.quote if outlay.table is None else "", about.date):
        years = [found for found in find_dates(text or "") if found.year]
        if years:
            return any(query.period.holds(str(found.year), str(found.last_year or found.year)) for found in years)
    return False


def _is_for(
    outlay: Outlay,
    abouts: Iterable[About],
    register: Register,
    matcher: Matcher,
    documents: Mapping[str, DocumentInfo],
) -> bool:
    fact = outlay.fact
    said = " ; ".join(filter(None, (outlay.label, fact.quote, documents[fact.document].title)))
    if outlay.table is not None:
        said = f"{outlay.label} ; {documents[fact.document].title}"
    things, around = register.names.things(said), register.names.widened(said)

    def is_met(about: About) -> bool:
        if about.terms and all(map(register.is_own, about.terms)):
            return True
        return bool(about.things & things) or (bool(about.terms) and all(matcher.worth(t, around) for t in about.terms))

    return all(about.met(is_met) for about in abouts)


def _of_sort(outlay: Outlay, query: Query, reports: Mapping[str, Record]) -> bool:
    """Whether money was spent on an event of a sort asked for."""
    event = reports.get(outlay.fact.document)
    return event is not None and event.sort in query.sorts
