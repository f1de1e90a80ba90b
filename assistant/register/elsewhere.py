"""What other places say of the thing that a sentence speaks of: where the exercise takes place whose delay it tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.register.record import Record
from assistant.register.shelf import Shelf
from vectorstore import Fact, StoredSentence, WrittenDate, find_dates, terms

_NAMING = ("what", "title", "venue", "host", "parties", "programme")
"""What a fact says that a question may call its thing by."""
_DAYS = ("start_date", "end_date", "former_date", "signed_date")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the things a sentence speaks of, beside its own words."""

    terms: frozenset[str] = frozenset()
    dates: tuple[WrittenDate, ...] = ()


class Elsewhere:
    """Looks up, for a sentence, the events and agreements it tells of that are told of in other places, too."""

    def __init__(self, shelves: Iterable[Shelf]) -> None:
        self._shelves = tuple(shelves)
        self._known: dict[int, Known] = {}

    def of(self, sentence: StoredSentence) -> Known:
        """What is known of its things; nothing where it tells of none, or no other place does."""
        told = {id(record): record for shelf in self._shelves for record, _ in shelf.told_at(sentence)}
        known = [self._of(one) for one in told.values() if len(one.facts) > 1 and not one.is_proposed]
        return Known(frozenset().union(*(one.terms for one in known)), tuple(d for one in known for d in one.dates))

    def _of(self, record: Record) -> Known:
        if id(record) not in self._known:
            self._known[id(record)] = _known(record.facts)
        return self._known[id(record)]


def _known(facts: tuple[Fact, ...]) -> Known:
    return Known(frozenset(terms(" ".join(_said(facts)))), tuple(d for day in _days(facts) for d in find_dates(day)))


def _said(facts: Iterable[Fact]) -> Iterator[str]:
    return (value for fact in facts for name in _NAMING if (value := fact.fields.get(name)))


def _days(facts: Iterable[Fact]) -> Iterator[str]:
    return iter(dict.fromkeys(value for fact in facts for name in _DAYS if (value := fact.fields.get(name))))
