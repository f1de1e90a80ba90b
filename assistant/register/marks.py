"""What records of one thing have in common at least one of: only those are compared.

Without that an archive ten times as large would take a hundred times as long. Each kind has marks of its own, such that no two
records that `merging` takes for one are without a mark in common; of people only a name misspelled in its rarest word may be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from assistant.register.likeness import stems
from assistant.register.people import sounds_of
from assistant.register.record import Record
from assistant.register.same_event import CLOSE, NOT_HELD, YEARS_APART, is_dated, sorts_beside

Mark = tuple[object, ...]
_DAY, _MONTH, _YEAR = len("2024-05-29"), len("2024-05"), len("2024")
_DATES = ("start_date", "end_date", "former_date")
_NAMED = ("title", "name", "acronym")
_SHARE = 3
"""The rarest words of a name are those that make up more than a third of its letters: names that are alike share one of them."""
_ALL = "all"
"""In place of the year of an event: every event has it."""
_ANY, _ROUGH, _AHEAD, _OVER = "any", "rough", "ahead", "over"
"""Dates of an event: such that it may be of any year, a month or a year, days to come when they were told, days that are over."""
_LONGEST = 400
"""Days of the longest event whose months are all looked at."""


class Marks:
    """The marks of the records of one archive: those a record is kept under, and those that others like it are sought under.

    Args:
        records: All that are compared; which words are rare is told from them.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        self._frequency: Counter[str] = Counter()
        for record in records:
            if record.kind in ("person", "programme"):
                self._frequency.update(word for name in _names(record) for word in set(stems(name)))

    def kept(self, record: Record) -> dict[Mark, None]:
        """What a record is kept under."""
        return dict.fromkeys(self._marks(record, kept=True))

    def sought(self, record: Record) -> dict[Mark, None]:
        """What those that may be the same as a record are sought under."""
        return dict.fromkeys(self._marks(record, kept=False))

    def _marks(self, record: Record, *, kept: bool) -> Iterator[Mark]:
        if record.kind == "event":
            return (
                (record.kind, sort, *mark) for sort in sorts_beside(record) for mark in _of_event(record, kept=kept)
            )
        if record.kind == "agreement":
            return ((record.kind, record.sort, *mark) for mark in _of_agreement(record, kept=kept))
        if record.kind in ("person", "programme"):
            return ((record.kind, record.sort, *mark) for mark in self._of_names(record, kept=kept))
        if record.sort == "contribution":
            return iter([(record.kind, record.sort, number_of(record))])
        fields = record.facts[0].fields.items()
        return iter([(record.kind, record.sort, *sorted((name, value) for name, value in fields if value))])

    def _of_names(self, record: Record, *, kept: bool) -> Iterator[Mark]:
        """How names sound; and of two that share words, the rarest of either stand among all of the other."""
        for name in _names(record):
            yield from sounds_of(name) if record.kind == "person" else ()
            words = sorted(set(stems(name)), key=lambda word: (self._frequency[word], word))
            yield from ((word, kept) for word in words)
            yield from ((word, not kept) for word in _first_third(words))


def number_of(record: Record) -> str:
    """The digits of a figure."""
    return "".join(letter for letter in record.field("quantity") if letter.isdigit())


def _of_event(record: Record, *, kept: bool) -> Iterator[Mark]:
    """The months of its days; the words of its titles, with the years and the sort of dates of those it is compared with."""
    for fact in record.facts:
        yield from ((day[:_MONTH],) for name in _DATES if (day := fact.fields.get(name)))
    if _dates(record) in (_AHEAD, _OVER):
        yield from ((month,) for month in _months(record))
    times = list(_kept_under(record) if kept else _sought_under(record))
    for word in {word for name in _names(record) for word in stems(name)}:
        yield from ((word, time) for time in times)


def _dates(record: Record) -> str:
    """What the dates of an event allow it to be one with."""
    if not is_dated(record):
        return _ANY
    if len(record.start or "") < _DAY or len(record.end or "") < _DAY:
        return _ROUGH
    return _AHEAD if record.state in NOT_HELD else _OVER


def _kept_under(record: Record) -> Iterator[object]:
    dates = _dates(record)
    yield from (_ALL, _ANY if dates == _ANY else (int((record.start or "")[:_YEAR]), dates))


def _sought_under(record: Record) -> Iterator[object]:
    """An event of any date is sought among all; of two that took place on days that are known, their days tell."""
    dates = _dates(record)
    if dates == _ANY:
        yield _ALL
        return
    year = int((record.start or "")[:_YEAR])
    yield _ANY
    for near in range(year - YEARS_APART, year + YEARS_APART + 1):
        yield from ((near, other) for other in (_ROUGH, _AHEAD, _OVER) if {dates, other} != {_OVER})


def _months(record: Record) -> Iterator[str]:
    """Every month from shortly before an event to shortly after."""
    first, last = (date.fromisoformat(day or "") for day in (record.start, record.end))
    day, last = first - timedelta(CLOSE), max(first, min(last, first + timedelta(_LONGEST))) + timedelta(CLOSE)
    while day <= last:
        yield day.isoformat()[:_MONTH]
        day = day.replace(day=1) + timedelta(31)
    yield last.isoformat()[:_MONTH]


def _of_agreement(record: Record, *, kept: bool) -> Iterator[Mark]:
    """The documents that tell of it, the days on which it may have been signed, and those on which it ends."""
    yield from (("in", fact.document) for fact in record.facts)
    yield from (("until", until) for fact in record.facts if (until := fact.fields.get("valid_until")))
    if day := record.start:
        longer = dict.fromkeys((day[:_YEAR], day[:_MONTH], day))
        yield from [("on", day)] if kept else [("on", part) for part in longer]
        yield from [("within", part) for part in longer] if kept else [("within", day)]


def _names(record: Record) -> Iterator[str]:
    return (name for fact in record.facts for field in _NAMED if (name := fact.fields.get(field)))


def _first_third(words: Sequence[str]) -> Sequence[str]:
    """The first words that make up more than a third of all letters."""
    whole, found = sum(map(len, words)), 0
    for place, word in enumerate(words, 1):
        found += len(word)
        if found * _SHARE > whole:
            return words[:place]
    return words
