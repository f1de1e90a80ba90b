"""What other places say of the thing that a sentence speaks of: where the exercise takes place whose delay it tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.register.record import Record
from vectorstore import Fact, StoredSentence, WrittenDate, find_dates, terms

_KINDS = ("event", "agreement")
_NAMING = ("what", "title", "venue", "host", "parties", "programme")
"""What a fact says that a question may call its thing by."""
_DAYS = ("start_date", "end_date", "former_date", "signed_date")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the things a sentence speaks of, beside its own words."""

    terms: frozenset[str] = frozenset()
    dates: tuple[WrittenDate, ...] = ()


_NOTHING = Known()


class Elsewhere:
    """Looks up, for a sentence, the events and agreements it tells of that are told of in other places, too."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = [
            record for record in records if record.kind in _KINDS and len(record.facts) > 1 and not record.is_proposed
        ]
        self._known: dict[int, Known] = {}
        self._told: dict[str, list[tuple[int, int, int]]] = {}
        for place, record in enumerate(self._records):
            for fact in record.facts:
                self._told.setdefault(fact.document, []).append((fact.start, fact.end, place))

    def of(self, sentence: StoredSentence) -> Known:
        """What is known of its things; nothing where it tells of none, or no other place does."""
        told = self._told.get(sentence.document, ())
        places = dict.fromkeys(place for start, end, place in told if start < sentence.end and sentence.start < end)
        if not places:
            return _NOTHING
        known = [self._of(place) for place in places]
        return Known(frozenset().union(*(one.terms for one in known)), tuple(d for one in known for d in one.dates))

    def _of(self, place: int) -> Known:
        if place not in self._known:
            self._known[place] = _known(self._records[place].facts)
        return self._known[place]


def _known(facts: tuple[Fact, ...]) -> Known:
    return Known(frozenset(terms(" ".join(_said(facts)))), tuple(d for day in _days(facts) for d in find_dates(day)))


def _said(facts: Iterable[Fact]) -> Iterator[str]:
    return (value for fact in facts for name in _NAMING if (value := fact.fields.get(name)))


def _days(facts: Iterable[Fact]) -> Iterator[str]:
    return iter(dict.fromkeys(value for fact in facts for name in _DAYS if (value := fact.fields.get(name))))
