"""What the register lists: each thing once, with every fact that tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.register.context import Context, contexts
from assistant.register.likeness import alike, sounds, stems
from assistant.register.merging import Merger
from assistant.register.names import Entity, Names
from assistant.register.record import Record
from assistant.register.same_event import ANY_SORT
from assistant.register.spelled_places import key_of_place, of_several_words
from vectorstore import DocumentInfo, Fact, find_quantities

_START = {
    "event": "start_date",
    "agreement": "signed_date",
    "person": "at_date",
    "commitment": "due_date",
    "figure": "at_date",
    "programme": "since_date",
}
_END = {"event": "end_date"}
_DESCRIBED = [
    "title",
    "series",
    "name",
    "acronym",
    "definition",
    "sector",
    "venue",
    "host",
    "parties",
    "programme",
    "countries_named",
    "role",
    "organisation",
    "who",
    "responsible",
    "what",
    "to",
    "by",
    "counts",
    "place",
    "abbreviation",
    "other_name",
    "replaced",
]
_NAMING = (
    "title",
    "series",
    "venue",
    "host",
    "parties",
    "countries_named",
    "name",
    "organisation",
    "who",
    "responsible",
    "place",
    "by",
    "to",
)
_NOT_SAID = frozenset(["meeting", "course", "other", "memorandum"])
_TOLD = 2
"""Words of a title that a promise must name to be one of that event, at least."""


def records(
    facts: Sequence[Fact], names: Names, documents: Mapping[str, DocumentInfo], own: Entity | None
) -> tuple[Record, ...]:
    """Every thing of the archive that can be listed, oldest first.

    Args:
        facts: Of the documents to consider.
        names: The names of the archive.
        documents: What is known of each document, by path.
        own: The organisation whose archive it is.
    """
    around = contexts(facts, documents, names)
    found = [_record(fact, names, around[fact.document]) for fact in facts if fact.kind in _START]
    told = sorted(found, key=_telling)
    merged = Merger(names, own).merged(told)
    placed = _in_programmes(_of_known_sorts(merged), around, names)
    return tuple(sorted(placed, key=lambda record: (record.day or "9999", record.facts[0].document)))


def _record(fact: Fact, names: Names, context: Context) -> Record:
    fields = fact.fields
    said = [value for name in _DESCRIBED if (value := fields.get(name)) and value not in _NOT_SAID]
    named = [value for name in _NAMING if (value := fields.get(name)) and value not in _NOT_SAID]
    facts: tuple[Fact, ...] = (fact,)
    if fields.get("about_this_document") == "yes":
        said += [context.about.title, context.about.venue or "", context.countries]
        named += [context.about.title, context.countries]
    elif fact.kind == "commitment":
        said.append(context.about.title)
    elif fact.kind == "agreement" and not fields.get("parties") and context.meeting is not None:
        facts = (fact, context.meeting)  # "the memorandum", in the report of a meeting, is one of those who met
        said += [context.meeting.fields.get("parties") or "", context.about.title]
        named.append(context.meeting.fields.get("parties") or "")
    start = fields.get(_START[fact.kind])
    widened, things = names.read(" ; ".join(said))
    return Record(
        kind=fact.kind,
        sort=_sort(fact),
        facts=facts,
        start=start,
        end=fields.get(_END.get(fact.kind, "")) or start,
        state=fields.get("state") or "",
        terms=widened,
        sounds=frozenset(sounds(" ; ".join(named))),
        things=things.union(map(key_of_place, of_several_words([fields.get("venue") or ""]))),
    )


def _sort(fact: Fact) -> str:
    if fact.kind in ("event", "agreement"):
        return fact.fields.get("what") or ""
    if fact.kind == "figure" and fact.fields.get("by") and _is_money(fact):
        return "contribution"
    return ""


def _is_money(fact: Fact) -> bool:
    unit = f"1 {fact.fields.get('unit') or ''}"
    return any(found.money for found in find_quantities(unit))


def _telling(record: Record) -> tuple[bool, bool, int]:
    """Order in which facts of one thing are cited: its own report first, dated ones before others, fuller ones first."""
    fact = record.facts[0]
    return fact.fields.get("about_this_document") != "yes", not record.day, -len(fact.fields)


def _of_known_sorts(merged: Sequence[Record]) -> Iterator[Record]:
    """The records; an activity that no word gives the sort of is of the sort of those with the same subject."""
    by_term: dict[str, list[Record]] = {}
    for event in merged:
        if event.kind == "event" and event.sort != ANY_SORT:
            for term in set(stems(event.field("title"))):
                by_term.setdefault(term, []).append(event)
    for record in merged:
        if record.kind == "event" and record.sort == ANY_SORT:
            title = record.field("title")
            near = min((by_term.get(term, []) for term in set(stems(title))), key=len, default=[])
            alike_to = {event.sort for event in near if alike(title, event.field("title"))}
            record = replace(record, sort=alike_to.pop()) if len(alike_to) == 1 else record
        yield record


def _in_programmes(merged: Iterable[Record], around: Mapping[str, Context], names: Names) -> Iterator[Record]:
    """The records, with events found by the programme they belong to as well.

    An event that names no programme belongs to the one its document is about, or the one in whose report it was promised.
    """
    merged = list(merged)
    promises = _Promises(record for record in merged if record.kind == "commitment")
    for record in merged:
        if record.kind == "event" and not record.field("programme"):
            telling = [*record.facts, *promises.of(record)]
            named = {thing for fact in telling if (thing := around[fact.document].programme)}
            things = record.things.union(thing.key for thing in named)
            record = replace(record, terms=record.terms.union(*map(names.terms_of, named)), things=things)
        yield record


class _Promises:
    """What was promised, found by the titles of events."""

    def __init__(self, promises: Iterable[Record]) -> None:
        self._by_term: dict[str, list[tuple[frozenset[str], Record]]] = {}
        for promise in promises:
            said = frozenset(stems(promise.field("what")))
            for term in said:
                self._by_term.setdefault(term, []).append((said, promise))

    def of(self, event: Record) -> Iterator[Fact]:
        """The promises of an event, known by its title."""
        title = event.field("title")
        sought = set(stems(title))
        if len(sought) > _TOLD:
            for said, promise in min((self._by_term.get(term, []) for term in sought), key=len):
                if sought <= said and alike(title, promise.field("what")):
                    yield from promise.facts
