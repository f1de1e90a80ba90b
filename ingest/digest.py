"""What an ingest brought: meetings, people, programmes and agreements not known before, and facts that replace others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vectorstore import Changed, Fact, fold, words

_KEYS = {
    "event": ("title",),
    "person": ("name",),
    "programme": ("acronym",),
    "agreement": ("what", "parties"),
    "commitment": ("who", "what"),
    "figure": ("counts", "unit", "by", "to", "about", "place"),
}
"""By kind, the fields that say which thing is meant."""
_VALUES = {
    "event": ("start_date", "venue", "state"),
    "person": ("role", "organisation"),
    "programme": ("sector",),
    "agreement": ("signed_date", "valid_until", "state"),
    "commitment": ("due_date", "due", "state"),
    "figure": ("quantity",),
}
"""By kind, the fields whose change is news."""
_SECTIONS = {"event": "events", "person": "people", "programme": "programmes", "agreement": "agreements"}


@dataclass(frozen=True, slots=True)
class News:
    """One thing that is new, or was said otherwise before."""

    section: str
    """`events`, `people`, `programmes`, `agreements` or `replaced`."""
    text: str
    document: str
    before: str | None = None
    """What was said instead, where something is replaced."""


def news_of(changes: Iterable[Changed], before: Iterable[Fact]) -> tuple[News, ...]:
    """The news of a comparison, section by section; what was removed is not told of.

    Args:
        changes: The documents that came and changed, with their facts; one is held at a time.
        before: Every fact of the older snapshot.
    """
    told = {name for fact in before for name in _names(fact)}
    found: list[News] = []
    for change in changes:
        found += _new(change.added, told)
        found += _replaced(change.added, change.removed if change.stayed else ())
    order = [*_SECTIONS.values(), "replaced"]
    return tuple(sorted(found, key=lambda news: (order.index(news.section), news.document)))


def _new(facts: Sequence[Fact], told: set[tuple[str, ...]]) -> Iterator[News]:
    """What has not been told yet; it has been then."""
    for fact in facts:
        names = _names(fact)
        if names and fact.kind in _SECTIONS and not told & names:
            yield News(_SECTIONS[fact.kind], _said(fact), fact.document)
        told |= names


def _names(fact: Fact) -> set[tuple[str, ...]]:
    """Each of these names one thing: the same in two documents is the same thing."""
    say = fact.fields.get
    if fact.kind == "person":
        return _name("person", say("name"))
    if fact.kind == "programme":
        return _name("programme", say("acronym")) | _name("programme", say("name"))
    day = say("start_date") or say("end_date")
    if fact.kind == "event" and day and say("state") != "mentioned":
        return _name("event", day, say("title")) | _name("event", day, say("what"), say("venue"))
    if fact.kind == "agreement" and say("parties"):
        parties = "; ".join(sorted(str(say("parties")).split("; ")))
        return _name("agreement", say("what"), parties)
    return set()


def _name(kind: str, *parts: str | None) -> set[tuple[str, ...]]:
    return {(kind, *(_plain(part) for part in parts if part))} if all(parts) else set()


def _plain(text: str) -> str:
    return " ".join(words(fold(text)))


def _said(fact: Fact) -> str:
    """A fact in a line, in the words of its document."""
    say = fact.fields.get
    if fact.kind == "person":
        return ", ".join(filter(None, (say("name"), say("role"), say("organisation"))))
    if fact.kind == "programme":
        return " — ".join(filter(None, (say("acronym"), say("name") or say("sector"))))
    if fact.kind == "event":
        return ", ".join(
            filter(None, (say("title") or say("what"), say("start_date") or say("end_date"), say("venue")))
        )
    when = (say("signed_date"), say("state"))
    return ", ".join(filter(None, (say("what"), say("parties"), *when)))


def _replaced(added: Sequence[Fact], gone: Sequence[Fact]) -> Iterator[News]:
    """A document says of one thing something else than it did; and offices that changed hands."""
    before, now = _by_thing(gone), _by_thing(added)
    for fact in added:
        thing = _thing(fact)
        same = before.get(thing, [])
        if any(thing[2:]) and len(same) == len(now[thing]) == 1:
            yield from _difference(same[0], fact)
        if fact.kind == "person" and fact.fields.get("replaced"):
            yield News("replaced", _said(fact), fact.document, fact.fields["replaced"])
        if fact.kind == "event" and fact.fields.get("former_date"):
            yield News("replaced", _said(fact), fact.document, fact.fields["former_date"])


def _by_thing(facts: Sequence[Fact]) -> dict[tuple[str | None, ...], list[Fact]]:
    found: dict[tuple[str | None, ...], list[Fact]] = {}
    for fact in facts:
        found.setdefault(_thing(fact), []).append(fact)
    return found


def _thing(fact: Fact) -> tuple[str | None, ...]:
    """What a fact is about: its document, its kind, and the fields that say which thing is meant."""
    return (fact.document, fact.kind, *(fact.fields.get(name) for name in _KEYS.get(fact.kind, ())))


def _difference(old: Fact, new: Fact) -> Iterator[News]:
    named = " ".join(filter(None, (new.fields.get(name) for name in _KEYS[new.kind])))
    for name in _VALUES[new.kind]:
        before, after = old.fields.get(name), new.fields.get(name)
        if before and after and before != after:
            yield News("replaced", f"{named}: {after}", new.document, before)
