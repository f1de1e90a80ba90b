"""Whether a sentence is within the limits of a question: what is named, what else is said, and the time."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.across.units import Unit
from assistant.reading.matching import Matcher
from assistant.register.abouts import About
from assistant.register.likeness import sounds, sounds_asked
from assistant.register.names import Names
from assistant.register.period import Period
from vectorstore import WrittenDate, find_dates

_MOST = 0.5
"""Share of what a question says besides names that a sentence must tell where not all of it need be."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What everything that is listed must be about, and when it must be."""

    abouts: tuple[About, ...]
    period: Period | None
    matcher: Matcher
    names: Names
    strict: bool = False
    """Whether a sentence itself must name what is named; else its document's title may."""
    of_named: bool = False
    """Whether most of what is said besides names must be told, instead of all, and nothing is given up."""
    moves: bool = False
    """Whether a sentence may be of a later time where its document is of the one asked for."""

    def loosened(self) -> Limits | None:
        """Without what may be no more than the way of asking; None where there is no such thing."""
        if self.of_named:
            return None
        firm = tuple(about for about in self.abouts if about.is_firm and about.is_name)
        return replace(self, abouts=firm) if len(firm) < len(self.abouts) else None

    def anywhere(self) -> Limits:
        """Wherever it was."""
        return replace(self, abouts=tuple(about for about in self.abouts if not about.is_place))

    def met(self, unit: Unit) -> bool:
        """Whether a sentence is within them all."""
        met = [about.met(lambda one: self._is_about(unit, one)) for about in self.abouts]
        if not self.of_named:
            return self._in_time(unit) and all(met)
        named = all(told for told, about in zip(met, self.abouts, strict=True) if about.is_name)
        return bool(met) and named and sum(met) >= _MOST * len(met) and self._in_time(unit)

    def _is_about(self, unit: Unit, about: About) -> bool:
        if self.strict and about.is_name:
            words = unit.own
        else:
            words = unit.own | unit.around | (unit.opened if about.is_place else frozenset())
        if all(self.matcher.worth(term, words) for term in about.terms):
            return True
        text = f"{unit.sentence.text} ; {unit.heading}"
        if about.things and about.things & {thing.key for thing in self.names.within(text)}:
            return True
        return about.is_name and not set(sounds_asked(about.words)).isdisjoint(sounds(text))

    def _in_time(self, unit: Unit) -> bool:
        """Whether a date of the sentence is in the period or, where it has none, that of its document."""
        if self.period is None:
            return True
        period, of_document = self.period, unit.about.date or ""
        days = days_of(unit)
        if not days or self.moves or (period.first is not None and period.first == period.last):
            days.append((of_document, of_document))
        return any(period.holds(first or None, last or None) for first, last in days)


def days_of(unit: Unit) -> list[tuple[str, str]]:
    """The first and last day of every date in a sentence; one without a year is of its document's year."""
    found = [_whole(date, unit) for date in find_dates(unit.sentence.text)]
    return [(date.iso, date.last_iso or date.iso) for date in found if date.iso is not None]


def _whole(date: WrittenDate, unit: Unit) -> WrittenDate:
    year = (unit.about.date or "")[:4]
    return date if date.year or not date.month or not year else replace(date, year=int(year))
