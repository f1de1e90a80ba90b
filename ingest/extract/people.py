"""People: who held which office, who did what, who followed whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from ingest.extract.acts import Act, act_of, group_before, shared, signs, unmarked
from ingest.extract.bodies_spoken_of import body_spoken_of
from ingest.extract.careers import changes
from ingest.extract.contacts import contact
from ingest.extract.elections import elections
from ingest.extract.follow_ups import follow_up
from ingest.extract.lines import Line
from ingest.extract.names import Place
from ingest.extract.office_parts import Office, offices
from ingest.extract.offices_before import office_said
from ingest.extract.people_listed import in_tables
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.roles import office_of
from ingest.extract.signatures import signatures
from ingest.extract.since import since_next
from ingest.extract.successions import followed, succession
from vectorstore import Fact

_FORMER = re.compile(
    r"^(?:formerly|former|ex-|previously|ancien(?:ne)?|jadis|سابق|until (?:last|then|recently)|jusqu'ici|jusqu'alors|alors|then|at the time)\b"
)
_FORMER_WORDS = re.compile(
    r"^(?:formerly|previously|former|ex-|anciennement|ancien(?:ne)?|until (?:then|recently|now)|jusqu['’](?:ici|alors)|alors|then|at the time)\s*(?:(?:an?|the|la|le)\s+)?",
    re.IGNORECASE,
)
_WAS = re.compile(r"(?<!\w)و?كان(?:ت)?(?: قد)?\s*$")
_MEMBER = re.compile(
    r"\s*\((?P<who>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2}|[\u0621-\u064a]{4,}(?: [\u0621-\u064a]{4,})?)\)"
)
_ATTENDING = frozenset(["present", "apologised", "represented", "chaired", "presented"])
_SAYING = ("role", "organisation", "act", "replaced")


def people(reading: Reading) -> Iterator[Fact]:
    """What is said of each person, each statement once and as fully as it is said."""
    told = [fact for fact in (*_in_text(reading), *in_tables(reading), *signatures(reading)) if _says_something(fact)]
    by_name: dict[str, list[Fact]] = {}
    for fact in told:
        by_name.setdefault(fact.fields.get("name") or "", []).append(fact)
    for facts in by_name.values():
        yield from _distinct(facts)


def _says_something(fact: Fact) -> bool:
    return any(fact.fields.get(name) for name in _SAYING) or fact.fields.get("state") == "left"


def _distinct(facts: list[Fact]) -> Iterator[Fact]:
    """Each statement about one person once: not what a fuller one says too."""
    kept: list[Fact] = []
    for fact in sorted(facts, key=lambda fact: (-len(_statement_of(fact)), fact.start)):
        if not any(_statement_of(fact).items() <= _statement_of(other).items() for other in kept):
            kept.append(fact)
    yield from kept


def _statement_of(fact: Fact) -> Mapping[str, str | None]:
    """What makes a statement another one; that somebody holds an office is less than that they took it."""
    left_out = {"honorific", "at_date", *(() if fact.fields.get("state") in ("left", "former") else ("state",))}
    return {name: value for name, value in fact.fields.items() if name not in left_out}


def _in_text(reading: Reading) -> Iterator[Fact]:
    for line in reading.lines:
        if line.kind not in ("row", "header", "heading"):
            yield from follow_up(reading, line)
            yield from _on_line(reading, line)


def _on_line(reading: Reading, line: Line) -> Iterator[Fact]:
    named = reading.names.find(line.text)
    if not named:
        return
    places = []
    for number, one in enumerate(named):
        start = named[number - 1].end if number else 0
        before, after = Plain.of(line.text[start : one.start]).text, Plain.of(line.text[one.end :]).text
        places.append(Place(line, one, before, after, named[number - 1] if number else None))
    held = [office_of(reading, place) for place in places]
    ends = [max(place.named.end, office.end if office else 0) for place, office in zip(places, held, strict=True)]
    acts = [
        act_of(reading, line, place.named, office, places[number - 1].named.end if number else 0)
        for number, (place, office) in enumerate(zip(places, held, strict=True))
    ]
    between = [line.text[ends[n] : place.named.start] for n, (_, place) in enumerate(pairwise(places))]
    group: str | None = None
    elected = elections(reading, line, named)
    for number, act in enumerate(shared(acts, between)):
        before = line.text[places[number - 1].named.end if number else 0 : places[number].named.start]
        if unmarked(before).rstrip().endswith(":"):
            group = group_before(reading, before)
        if act is None and signs(reading, line, before, first=number == 0):
            act = Act("signed")
        if number in elected:
            one = named[number]
            yield reading.on_line("person", line, name=one.name, honorific=one.honorific, **elected[number])
            office = held[number]
            again = office is None or (office.role or "").startswith(elected[number]["role"] or "-")
            if again or places[number].after.startswith((" was ", " is ", " has ", " a ", " est ")):
                continue
        yield from _about(reading, places[number], held[number], act, group, appointed=number in elected)


def _about(
    reading: Reading, place: Place, office: Office | None, act: Act | None, group: str | None, *, appointed: bool
) -> Iterator[Fact]:
    line, named = place.line, place.named
    about: dict[str, str | None] = {"name": named.name, "honorific": named.honorific}
    taken = [] if appointed else changes(reading, place)
    followed_by = {} if taken or (office and office.role) else succession(reading, place)
    said = office_said(reading, place)
    named_for = list(contact(reading, place))
    if followed_by and named_for:
        followed_by = {
            **followed_by,
            **{name: followed_by.get(name) or named_for[0].get(name) for name in ("role", "organisation")},
        }
    for change in (*taken, *named_for, *([followed_by] if followed_by else [])):
        yield reading.on_line("person", line, **{**about, **change})
    if said is not None and said != office:
        yield _statement(reading, place, said, None, about)
    if taken and (office is None or not _still_said(office, taken[0])):
        return
    member = _MEMBER.match(line.text, named.end) if act and act.name in _ATTENDING and office is None else None
    if act is None and not taken and office is None and group is None:
        return
    for one in offices(reading, office) if office else [Office(None, member["who"] if member else None, 0)]:
        if act or one.role or one.organisation:
            whom = (act.whom if act else None) or group
            with_act = {**about, "act": act.name if act else None}
            gone = next((change for change in taken if change.get("state") == "left"), None)
            yield _statement(reading, place, one, whom, with_act, alone=not taken, gone=_is_over(reading, gone))


def _is_over(reading: Reading, left: Mapping[str, str | None] | None) -> bool:
    """Whether somebody has left by the day of the document."""
    day = left.get("until_date") if left else None
    return left is not None and (day is None or not reading.date or day[: len(reading.date)] <= reading.date)


def _still_said(office: Office, taken: Mapping[str, str | None]) -> bool:
    """Whether the office beside a name is said, too, where somebody takes or leaves one: held before, or besides the new one."""
    role = Plain.of(office.role or "").text
    besides = _BESIDES.search(Plain.of(taken.get("role") or "").text)
    return taken.get("state") == "left" or bool(_FORMER.match(role)) or bool(besides)


_BESIDES = re.compile(
    r"focal|correspondant|liaison|alternate|suppleant|chair|rapporteur|moderator|(?<!\w)(?:ال)?(?:نقطه|ضابط|مقرر)|رييسا? (?:ال|لل)(?:اجتماع|دوره|جلسه)"
)
"""Offices that somebody has besides another."""


def _statement(
    reading: Reading,
    place: Place,
    office: Office,
    organisation: str | None,
    about: Mapping[str, str | None],
    *,
    alone: bool = True,
    gone: bool = False,
) -> Fact:
    """A fact that somebody holds an office; whom they replaced and since when only if the line tells of no other office."""
    role = office.role
    former = role is not None and bool(gone or _FORMER.match(Plain.of(role).text) or _WAS.search(place.before))
    state = "former" if former else "current" if role else None
    replaced, since = followed(reading, place) if role and alone and not former else (None, None)
    since = since or (since_next(reading, place.line.text[office.end :]) if role and office.end else None)
    if replaced:
        state = "appointed"
    return reading.on_line(
        "person",
        place.line,
        **about,
        role=_FORMER_WORDS.sub("", role) if role and former else role,
        organisation=office.organisation or organisation or body_spoken_of(reading, place.line, role),
        from_date=since,
        at_date=(since or reading.date) if role and not former else None,
        state=state,
        replaced=replaced,
    )
