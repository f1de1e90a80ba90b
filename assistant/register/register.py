"""Every fact of an archive, made ready to be asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from assistant.attached import bare_stems
from assistant.register.elsewhere import Elsewhere
from assistant.register.known import Known
from assistant.register.names import Entity, Names
from assistant.register.people import People, read_people
from assistant.register.posts import Posts, read_posts
from assistant.register.proper import Proper, proper_words
from assistant.register.record import Record
from assistant.register.records import records
from assistant.register.shelf import Shelf
from assistant.sounds import ARABIC, skeleton
from vectorstore import DocumentInfo, Fact, terms

_OWN_SHARE = 0.4
"""Share of all agreements and events with parties that an archive's own organisation is a party to, at least."""
_SOUND = 4
"""Consonants that a short name must have to be told by its sound."""
_OWN_SPOKEN = 10
"""Chunks that speak of the archive's own organisation, at least, where it is party to little."""
_OWN_WRITTEN = 2
"""Documents that are written by it, at least."""
_OWN_AGREED = 2
"""Agreements and events with parties, at least, that tell whose archive it is."""
_PARTNER = 1.5
"""How many times as often as any other the archive's own organisation is spoken of."""
_OWN_DEFINED = 2
"""Documents that define the archive's own organisation, more than."""


@dataclass(frozen=True)
class Register:
    """The records of an archive and the names of what they speak of."""

    names: Names
    people: People
    records: tuple[Record, ...]
    own: Entity | None
    """The organisation whose archive it is: the one that nearly everything is agreed with, or that is spoken of most."""
    documents: frozenset[str]
    """Paths of the documents read for it."""
    posts: Posts
    """Everybody's offices."""
    proper: Proper
    """The words that are names in these documents."""

    @property
    def considered(self) -> int:
        """How many documents were read for it."""
        return len(self.documents)

    def of_kind(self, kind: str) -> tuple[Record, ...]:
        """The records of one kind, oldest first."""
        return self.shelf(kind).records

    def shelf(self, kind: str) -> Shelf:
        """The records of one kind, to be looked up."""
        return self._shelves.get(kind) or Shelf(())

    @cached_property
    def _shelves(self) -> dict[str, Shelf]:
        found: dict[str, list[Record]] = {}
        for record in self.records:
            found.setdefault(record.kind, []).append(record)
        return {kind: Shelf(records) for kind, records in found.items()}

    @cached_property
    def elsewhere(self) -> Elsewhere:
        """What other places say of the things that a sentence tells of."""
        return Elsewhere(map(self.shelf, ("event", "agreement")))

    @cached_property
    def organisations(self) -> tuple[Entity, ...]:
        """The organisations that the documents name in full."""
        return tuple(e for e in self.names.entities() if any(f.kind == "organisation" for f in self.telling(e)))

    def telling(self, entity: Entity) -> tuple[Fact, ...]:
        """The facts of the documents that give the names of a thing."""
        return tuple(fact for fact in entity.because if fact.document in self.documents)

    def is_own(self, term: str) -> bool:
        """Whether a term names the archive's own organisation."""
        return not self._own_terms.isdisjoint((term, *bare_stems(term)))

    def house_in(self, asked: Collection[str]) -> frozenset[str]:
        """The terms of a question that are there for the archive's own organisation: its whole name, or the noun it is called by.

        A word of a long name, such as the energy of an energy agency, is asked for like any other.
        """
        names = (frozenset(terms(name)) for name in (self.own.names if self.own else ()))
        whole = frozenset(term for name in names if name and name <= set(asked) for term in name)
        return whole | frozenset(
            term for term in asked if self.is_own(term) and not {term, *bare_stems(term)}.isdisjoint(_houses())
        )

    @cached_property
    def _own_terms(self) -> frozenset[str]:
        return frozenset(term for name in (self.own.names if self.own else ()) for term in terms(name))

    def sounds_own(self, said: str) -> bool:
        """Whether a word sounds like a short name of the archive's own organisation, as it is written in another script."""
        own = {skeleton(name) for name in self.own.names if " " not in name} if self.own else set()
        return any(
            len(sound := skeleton(word)) >= _SOUND and sound in own for word in (said, re.sub(r"^[وف]?[لب]", "", said))
        )


@lru_cache(maxsize=1)
def _houses() -> frozenset[str]:
    """Stems of the nouns that people call the organisation by which they work for."""
    return frozenset(stem for word in _HOUSES.split() for stem in terms(word)[:1])


_HOUSES = (
    "centre center agency network council union institute organisation organization fund federation secretariat observatory"
    " agence réseau conseil institut fonds fédération secrétariat observatoire مركز وكالة شبكة مجلس اتحاد معهد منظمة صندوق أمانة مرصد"
)


def read_register(
    facts: Sequence[Fact],
    documents: Mapping[str, DocumentInfo],
    names: Names,
    known: Known | None = None,
    frequency: Mapping[str, int] | None = None,
) -> Register:
    """The register of some documents.

    Args:
        facts: All facts of the archive; only those of `documents` are considered.
        documents: What is known of the documents to consider, by path.
        names: Of the whole archive.
        known: What people wrote down about names, those of people among them.
        frequency: The number of chunks that each term of the archive stands in.
    """
    considered = [fact for fact in facts if fact.document in documents]
    defining = _defining(facts, names)
    spoken = _spoken_of(names, frequency or {})
    own = (
        _written_by_most(considered, names, spoken)
        or _party_to_most(facts, names, defining, spoken)
        or _spoken_of_most(spoken)
        or _defined_most(defining)
    )
    found = records(considered, names, documents, own)
    people = read_people(considered, known)
    posts = read_posts(people.all(), names)
    return Register(names, people, found, own, frozenset(documents), posts, _proper(found, people))


def _proper(records: Iterable[Record], people: People) -> Proper:
    told = (fact for person in people.all() for fact in person.facts)
    facts = chain((fact for record in records for fact in record.facts), told)
    said = ((field, value or "") for fact in facts for field, value in fact.fields.items())
    return proper_words(dict.fromkeys(said))


def _written_by_most(facts: Sequence[Fact], names: Names, spoken: Counter[Entity]) -> Entity | None:
    """The organisation that far more documents are written by than by any other, by their letterheads and addresses.

    One that only a name in another script is known of may be the same, and is no rival.
    """
    written: dict[Entity, set[str]] = {}
    for fact in facts:
        entity = names.of(fact.fields.get("name") or "") if fact.fields.get("relation") == "self" else None
        if entity is not None:
            written.setdefault(entity, set()).add(fact.document)
    best = max(written, key=lambda entity: (len(written[entity]), spoken[entity], *sorted(entity.names)), default=None)
    if best is None or len(written[best]) < _OWN_WRITTEN:
        return None
    scripts = _scripts(best)
    rivals = (len(told) for other, told in written.items() if other is not best and scripts & _scripts(other))
    return best if len(written[best]) > _PARTNER * max(rivals, default=0) else None


def _scripts(entity: Entity) -> frozenset[bool]:
    """Whether the names of a thing are Arabic, or not, or of both sorts."""
    return frozenset(ARABIC.search(name) is not None for name in entity.names)


def _party_to_most(
    facts: Sequence[Fact], names: Names, defining: Mapping[Entity, set[str]], spoken: Counter[Entity]
) -> Entity | None:
    """The organisation that nearly everything is agreed with, unless another is spoken of far more: a partner signs much, too."""
    counted: Counter[Entity] = Counter()
    total = 0
    for fact in facts:
        parties = (fact.fields.get("parties") or "").split("; ")
        if len(parties) > 1 and (fact.kind == "agreement" or fact.fields.get("about_this_document")):
            total += 1
            counted.update(list(dict.fromkeys(entity for party in parties if (entity := names.of(party)))))
    best = max(counted, key=lambda entity: (counted[entity], len(defining.get(entity, ()))), default=None)
    if best is None or total < _OWN_AGREED or counted[best] < _OWN_SHARE * total:
        return None
    most = max(spoken.values(), default=0)
    return best if most < _OWN_SPOKEN or most <= _PARTNER * spoken[best] else None


def _spoken_of(names: Names, frequency: Mapping[str, int]) -> Counter[Entity]:
    """In how many chunks the short names of each organisation stand."""
    spoken: Counter[Entity] = Counter()
    for entity in names.entities():
        if any(fact.kind == "organisation" for fact in entity.because):
            short = {term for name in entity.names if " " not in name for term in terms(name)[:1]}
            spoken[entity] = sum(frequency.get(term, 0) for term in short)
    return spoken


def _spoken_of_most(spoken: Counter[Entity]) -> Entity | None:
    """The organisation that is spoken of far more than any other."""
    (best, most), (_, second) = [*spoken.most_common(2), (None, 0), (None, 0)][:2]
    return best if most >= _OWN_SPOKEN and most > _PARTNER * second else None


def _defined_most(defining: Mapping[Entity, set[str]]) -> Entity | None:
    """The organisation that far more documents define than any other."""
    most = sorted(defining, key=lambda entity: -len(defining[entity]))
    second = len(defining[most[1]]) if len(most) > 1 else 0
    return most[0] if most and len(defining[most[0]]) > max(_OWN_DEFINED, 2 * second) else None


def _defining(facts: Sequence[Fact], names: Names) -> dict[Entity, set[str]]:
    """The documents that define each organisation."""
    defining: dict[Entity, set[str]] = {}
    for fact in facts:
        if fact.kind == "organisation" and (entity := names.of(fact.fields.get("name") or "")):
            defining.setdefault(entity, set()).add(fact.document)
    return defining
