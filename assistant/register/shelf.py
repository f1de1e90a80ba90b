"""The records of one kind, found by what they speak of, so that a question touches only those that it may be about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property

from assistant.attached import bare_stems
from assistant.places import Place, overlap
from assistant.reading.matching import Matcher
from assistant.register.abouts import About
from assistant.register.likeness import sounds_asked
from assistant.register.posts import Places
from assistant.register.record import Record
from vectorstore import Fact


class Shelf:
    """The records of one kind, oldest first; what they are found by is worked out when it is first asked for."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.records = tuple(records)

    def that_may_be(self, abouts: Iterable[About], matcher: Matcher) -> Iterator[Record]:
        """The records that may be about everything a question is limited by, in their order; no other is."""
        sets = [numbers for about in abouts if (numbers := self._numbers(about, matcher)) is not None]
        if not sets:
            return iter(self.records)
        return (self.records[number] for number in sorted(set.intersection(*sets)))

    def called(self, names: Collection[str], words: Collection[str], matcher: Matcher) -> list[Record]:
        """The records that all of some names and most of some other words of a question speak of; none without either."""
        if not names or not words:
            return []
        having = set.intersection(*(matcher.among(name, self._having) for name in names))
        said = Counter(number for word in words for number in matcher.among(word, self._having) & having)
        most = max(said.values(), default=0)
        return [self.records[number] for number in sorted(said) if said[number] == most]

    def told_at(self, place: Place) -> list[tuple[Record, Fact]]:
        """The records told of at a place, each with the fact that stands there."""
        return [(record, fact) for record, fact in self._by_document.get(place.document, ()) if overlap(fact, place)]

    def _numbers(self, about: About, matcher: Matcher) -> set[int] | None:
        """The numbers of the records that have one of the values of a limit; None where any may have."""
        if not about.ways:
            return self._single(about, matcher)
        found: set[int] = set()
        for way in about.ways:
            sets = [numbers for part in way if (numbers := self._single(part, matcher)) is not None]
            if not sets:
                return None
            found |= set.intersection(*sets)
        return found

    def _single(self, about: About, matcher: Matcher) -> set[int] | None:
        found = {number for thing in about.things for number in self._by_thing.get(thing, ())}
        if about.field == "group":
            return found
        if not about.terms:
            return None
        said = [matcher.among(term, self._having) for term in about.terms]
        if len(about.terms) == 1:
            said[0].update(number for stem in bare_stems(about.words) for number in self._having(stem))
        found |= set.intersection(*said)
        if about.is_name:
            found.update(number for sound in sounds_asked(about.words) for number in self._by_sound.get(sound, ()))
        return found

    def _having(self, term: str) -> Sequence[int]:
        return self._by_term.get(term, ())

    @cached_property
    def _by_document(self) -> dict[str, list[tuple[Record, Fact]]]:
        found: dict[str, list[tuple[Record, Fact]]] = {}
        for record in self.records:
            for fact in record.facts:
                found.setdefault(fact.document, []).append((record, fact))
        return found

    @cached_property
    def _by_term(self) -> Places:
        return self._placed(lambda record: record.terms)

    @cached_property
    def _by_sound(self) -> Places:
        return self._placed(lambda record: record.sounds)

    @cached_property
    def _by_thing(self) -> Places:
        return self._placed(lambda record: record.things)

    def _placed(self, of: Callable[[Record], Collection[str]]) -> Places:
        found: dict[str, list[int]] = {}
        for number, record in enumerate(self.records):
            for said in of(record):
                found.setdefault(said, []).append(number)
        return found
