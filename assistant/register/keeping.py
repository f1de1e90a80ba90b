"""Keeps the register with its snapshot, so that only the first who needs it waits until it is made.

Whatever could change it is part of the name it is kept under: this software, and what people wrote down about names.
"""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import assistant
import vectorstore
from assistant.register.known import Known
from assistant.register.names import Entity, Names
from assistant.register.naming import read_names
from assistant.register.people import People, Person, Spelled
from assistant.register.posts import Posts
from assistant.register.proper import Proper
from assistant.register.record import Record
from assistant.register.register import Register, read_register
from vectorstore import DocumentInfo, Fact, Snapshot

_CODE = (".py", ".txt", ".toml")


def whole_register(
    snapshot: Snapshot, facts: Sequence[Fact], documents: Mapping[str, DocumentInfo], known: Known
) -> Register:
    """The register of all documents of a snapshot, as it was kept or else made now and kept.

    Args:
        snapshot: Where it is kept.
        facts: All of the snapshot, in its order.
        documents: All of the snapshot, by path.
        known: What people wrote down about names.
    """
    told = hashlib.sha256(f"{_software()} {known!r}".encode()).hexdigest()
    name = f"register-{told[:32]}.json"
    kept = snapshot.derived(name)
    with _nothing_collected():
        if kept is not None:
            return decoded(kept, facts, documents)
        register = read_register(facts, documents, read_names(facts, known), known, snapshot.vocabulary())
        snapshot.keep_derived(name, encoded(register, facts))
    return register


def encoded(register: Register, facts: Sequence[Fact]) -> bytes:
    """A register as JSON: facts, strings and things by their numbers."""
    fact_of = {id(fact): number for number, fact in enumerate(facts)}
    strings = _Numbers()
    entities = _Numbers()
    names = [[key, entities.of(thing)] for key, thing in register.names.by_name.items()]
    places = [[key, entities.of(thing)] for key, thing in register.names.by_place.items()]
    own = None if register.own is None else entities.of(register.own)
    told = {
        "names": names,
        "places": places,
        "own": own,
        "entities": [
            [thing.names, [fact_of[id(fact)] for fact in thing.because], thing.corrected, sorted(thing.members)]
            for thing in entities
        ],
        "people": [
            [[fact_of[id(fact)] for fact in person.facts], said.sounds, said.letters]
            for person, said in zip(register.people.all(), register.people.spelled, strict=True)
        ],
        "records": [_encoded_record(record, fact_of, strings) for record in register.records],
        "posts": [register.posts.by_role, register.posts.by_term],
        "proper": [sorted(part) for part in (register.proper.names, register.proper.places, register.proper.spelled)],
        "strings": list(strings),
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def decoded(kept: bytes, facts: Sequence[Fact], documents: Mapping[str, DocumentInfo]) -> Register:
    """The register that was encoded with the same facts."""
    told = json.loads(kept)
    entities = [
        Entity(tuple(names), tuple(facts[number] for number in because), corrected, frozenset(members))
        for names, because, corrected, members in told["entities"]
    ]
    names = Names(*({tuple(key): entities[number] for key, number in told[what]} for what in ("names", "places")))
    people = People(
        [Person(tuple(facts[number] for number in said)) for said, _, _ in told["people"]],
        [
            Spelled(tuple((surname, first) for surname, first in sounds), tuple(letters))
            for _, sounds, letters in told["people"]
        ],
    )
    strings = told["strings"]
    records = tuple(_decoded_record(row, facts, strings) for row in told["records"])
    own = None if told["own"] is None else entities[told["own"]]
    posts = Posts(people.all(), *told["posts"])
    proper = Proper(*map(frozenset, told["proper"]))
    return Register(names, people, records, own, frozenset(documents), posts, proper)


def _encoded_record(record: Record, fact_of: Mapping[int, int], strings: _Numbers) -> list[Any]:
    told = (record.terms, record.sounds, record.things)
    return [
        *(record.kind, record.sort, record.start, record.end, record.state),
        [fact_of[id(fact)] for fact in record.facts],
        *([strings.of(string) for string in sorted(which)] for which in told),
    ]


def _decoded_record(row: Sequence[Any], facts: Sequence[Fact], strings: Sequence[str]) -> Record:
    kind, sort, start, end, state, told, *sets = row
    terms, sounds, things = (frozenset([strings[number] for number in numbers]) for numbers in sets)
    return Record(kind, sort, tuple([facts[number] for number in told]), start, end, state, terms, sounds, things)


class _Numbers(dict[Any, int]):
    """Numbers for values, counted from 0 in the order they come up."""

    def of(self, value: Any) -> int:
        """The number of a value."""
        return self.setdefault(value, len(self))


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Without a search for cycles among the hundred thousand values that are made here to stay: it takes most of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@lru_cache(maxsize=1)
def _software() -> str:
    """A hash of all code and word lists that a register can depend on; reading them takes some milliseconds."""
    read = hashlib.sha256()
    for package in (assistant, vectorstore):
        folder = Path(str(package.__file__)).parent
        for path in sorted(path for path in folder.rglob("*") if path.suffix in _CODE):
            read.update(f"{path.relative_to(folder)}\n".encode() + path.read_bytes())
    return read.hexdigest()
