"""What the register lists: each thing once, with every fact that tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from assistant.concepts import same_concept
from assistant.register.names import Names
from assistant.register.period import first_day, last_day
from vectorstore import DocumentInfo, Fact, fold, terms

_START = {
    "event": "start_date",
    "agreement": "signed_date",
    "person": "at_date",
    "commitment": "due_date",
    "figure": "at_date",
    "programme": "since_date",
}
_END = {"event": "end_date"}
_DAY = len("2024-05-29")
_ALIKE = 80
"""Least `token_set_ratio` (rapidfuzz, 0 to 100) of two titles of one thing."""
_DESCRIBED: tuple[str, ...] = (
    "title",
    "name",
    "acronym",
    "definition",
    "sector",
    "venue",
    "host",
    "parties",
    "programme",
    "countries",
)
_DESCRIBED += (
    "role",
    "organisation",
    "who",
    "responsible",
    "what",
    "to",
    "counts",
    "place",
    "abbreviation",
    "other_name",
    "replaced",
)
_NOT_SAID = frozenset(["meeting", "course", "other", "memorandum"])


@dataclass(frozen=True, slots=True)
class Record:
    """One event, agreement, office, commitment, programme or figure; the first fact says most about it."""

    kind: str
    sort: str
    """Of events and agreements: course, meeting, memorandum, …; empty for the other kinds."""
    facts: tuple[Fact, ...]
    start: str | None
    end: str | None
    state: str
    terms: frozenset[str]
    """What it can be found by: its own words, those of the report of it, and the other names of what they name."""

    def field(self, name: str, language: str = "") -> str:
        """What the facts say under a name: the first in the language that says it, else the first; empty where none does."""
        fact = self.by(name, language)
        return fact.fields.get(name) or "" if fact else ""

    def by(self, name: str, language: str = "") -> Fact | None:
        """The fact that says it, as for `field`."""
        saying = [fact for fact in self.facts if fact.fields.get(name)]
        return next((fact for fact in saying if fact.language == language), saying[0] if saying else None)


def records(facts: Sequence[Fact], names: Names, documents: Mapping[str, DocumentInfo]) -> tuple[Record, ...]:
    """Every thing of the archive that can be listed.

    Args:
        facts: Of the documents to consider.
        names: The names of the archive.
        documents: What is known of each document, by path.
    """
    countries = _countries(facts)
    found: list[Record] = []
    for fact in facts:
        if fact.kind in _START:
            found.append(_record(fact, names, documents[fact.document], countries.get(fact.document, "")))
    told = sorted(found, key=lambda record: _telling(record, documents))
    return tuple(
        sorted(_Merger(names).merged(told), key=lambda record: (record.start or "9999", record.facts[0].document))
    )


def _record(fact: Fact, names: Names, about: DocumentInfo, countries: str) -> Record:
    fields = fact.fields
    own = " ; ".join(value for name in _DESCRIBED if (value := fields.get(name)) and value not in _NOT_SAID)
    if fields.get("about_this_document") == "yes":
        own = " ; ".join([own, about.title, about.venue or "", countries])
    elif fact.kind == "commitment":
        own = " ; ".join([own, about.title])
    start = fields.get(_START[fact.kind])
    sort = fields.get("what") if fact.kind in ("event", "agreement") else ""
    return Record(
        fact.kind,
        sort or "",
        (fact,),
        start,
        fields.get(_END.get(fact.kind, "")) or start,
        fields.get("state") or "",
        names.widened(own),
    )


def _telling(record: Record, documents: Mapping[str, DocumentInfo]) -> tuple[bool, bool, int]:
    """Order in which facts of one thing are cited: its own report first, dated ones before others, fuller ones first."""
    fact = record.facts[0]
    return fact.fields.get("about_this_document") != "yes", not record.start, -len(fact.fields)


class _Merger:
    """Tells whether two records are of one thing, however it is named."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def merged(self, told: Iterable[Record]) -> list[Record]:
        """The records with those of one thing joined; the first of a thing leads."""
        kept: dict[tuple[str, str], list[Record]] = {}
        for record in told:
            group = kept.setdefault((record.kind, record.sort), [])
            place = next((n for n, other in enumerate(group) if self._same(other, record)), None)
            if place is None:
                group.append(record)
            else:
                group[place] = _joined(group[place], record)
        return [record for group in kept.values() for record in group]

    def _same(self, one: Record, other: Record) -> bool:
        match one.kind:
            case "event":
                return _same_event(one, other)
            case "agreement":
                return self._same_agreement(one, other)
            case "person":
                return _same_person(one, other)
            case "programme":
                return _same_programme(one, other)
            case _:
                return dict(one.facts[0].fields) == dict(other.facts[0].fields)

    def _same_agreement(self, one: Record, other: Record) -> bool:
        """Signed on the same day, or one day within the other's month or year, and no two parties that differ."""
        if not one.start or not other.start:
            return False
        days = (one.start, other.start)
        if not (days[0].startswith(days[1]) or days[1].startswith(days[0])):
            return False
        mine, theirs = self._parties(one), self._parties(other)
        if mine & theirs or not mine or not theirs:
            return True
        return one.start == other.start and one.facts[0].language != other.facts[0].language

    def _parties(self, record: Record) -> frozenset[object]:
        """Who agreed, each party as the thing it names where the archive knows its names."""
        said = [p for fact in record.facts for p in (fact.fields.get("parties") or "").split("; ") if p]
        return frozenset(self._names.of(party) or fold(party) for party in said)


def _joined(first: Record, second: Record) -> Record:
    """One record of both; a date that is said to replace another is the date."""
    newer = next((r for r in (first, second) if r.start and r.facts[0].fields.get("former_date")), None)
    dated = newer or (first if len(first.start or "") >= len(second.start or "") else second)
    return replace(
        first,
        facts=(*first.facts, *second.facts),
        start=dated.start,
        end=dated.end,
        state=first.state if first.state not in ("", "mentioned") else second.state,
        terms=first.terms | second.terms,
    )


def _same_event(one: Record, other: Record) -> bool:
    """The same sort of event on the same days, or a title in common where one has no date of its own or a new one."""
    titles = _alike(one.field("title"), other.field("title")) or _alike_across(one, other)
    if not one.start or not other.start or "mentioned" in (one.state, other.state):
        return titles
    near = first_day(one.start) <= last_day(other.end or other.start)
    near = near and first_day(other.start) <= last_day(one.end or one.start)
    return (near and (len(one.start) == len(other.start) == 10 or titles)) or _moved(one, other)


def _moved(one: Record, other: Record) -> bool:
    """Whether one gives the other's day as its former date; a month or a year, only under a title like it."""
    former = {value for record in (one, other) for fact in record.facts if (value := fact.fields.get("former_date"))}
    same = former & {one.start, other.start}
    return any(len(day) == _DAY for day in same) or bool(same and _alike(one.field("title"), other.field("title")))


def _same_person(one: Record, other: Record) -> bool:
    """The same name in the same role."""
    roles = _alike(one.field("role"), other.field("role")) or not other.field("role")
    return roles and _alike(one.field("name"), other.field("name"), 90)


def _same_programme(one: Record, other: Record) -> bool:
    mine = {fold(value) for name in ("acronym", "name") if (value := one.field(name))}
    return any(fold(value) in mine for name in ("acronym", "name") if (value := other.field(name)))


def _alike(one: str, other: str, least: int = _ALIKE) -> bool:
    return bool(one and other) and fuzz.token_set_ratio(" ".join(terms(one)), " ".join(terms(other))) >= least


def _alike_across(one: Record, other: Record) -> bool:
    """Whether half the words of the shorter of two titles in different languages mean what words of the other do."""
    mine, theirs = set(terms(one.field("title"))), set(terms(other.field("title")))
    if one.facts[0].language == other.facts[0].language or not mine or not theirs:
        return False
    less, more = sorted((mine, theirs), key=len)
    return sum(bool({term, *same_concept(term)} & more) for term in less) >= max(2, len(less) / 2)


def _countries(facts: Iterable[Fact]) -> dict[str, str]:
    """The countries that each document's tables of participants list."""
    wanted = set(terms("country countries pays دولة دول بلد"))
    found: dict[str, list[str]] = {}
    for fact in facts:
        if fact.kind == "row":
            for column, cell in fact.fields.items():
                if column.startswith("col:") and cell and wanted & set(terms(column[4:])):
                    found.setdefault(fact.document, []).append(cell)
    return {document: " ; ".join(cells) for document, cells in found.items()}
