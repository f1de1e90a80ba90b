"""One thing of the register, with every fact that tells of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vectorstore import Fact


@dataclass(frozen=True, slots=True)
class Record:
    """One event, agreement, office, commitment, programme or figure; the first fact says most about it."""

    kind: str
    sort: str
    """Of events and agreements: course, meeting, memorandum, …; of figures: contribution; empty for the others."""
    facts: tuple[Fact, ...]
    start: str | None
    end: str | None
    state: str
    terms: frozenset[str]
    """What it can be found by: its own words, those of the report of it, and the other names of what they name."""
    sounds: frozenset[str]
    """How the words of its names sound, alike in every script."""
    things: frozenset[str]
    """Keys of the things it names, and of the countries its towns lie in."""

    @property
    def is_proposed(self) -> bool:
        """Whether only a language model told of it."""
        return are_proposed(self.facts)

    @property
    def day(self) -> str | None:
        """The date it is known by, ISO: the first or, of an event of which no more is told than when it ended, the last."""
        return self.start or self.end

    @property
    def ending(self) -> Fact | None:
        """The fact that tells the last day of an event by itself, where none gives it together with the first."""
        telling = [fact for fact in self.facts if self.end != self.start and fact.fields.get("end_date") == self.end]
        return None if any(fact.fields.get("start_date") for fact in telling) else next(iter(telling), None)

    @property
    def until(self) -> str:
        """The last day of an agreement in ISO form: as said or, from its day and how long it lasts, reckoned; empty where untold."""
        said = self.field("renewed_until") or self.field("valid_until")
        lasts = self.field("months")
        if said or not lasts.isdigit() or len(self.start or "") < len("2024-05"):
            return said
        year, month = divmod(int((self.start or "")[:4]) * 12 + int((self.start or "")[5:7]) - 1 + int(lasts), 12)
        day = (self.start or "")[7:]
        return f"{year}-{month + 1:02d}{day if day <= '-28' else ''}"

    def field(self, name: str, language: str = "") -> str:
        """What the facts say under a name: the first in the language that says it, else the first; empty where none does."""
        fact = self.by(name, language)
        return fact.fields.get(name) or "" if fact else ""

    def by(self, name: str, language: str = "") -> Fact | None:
        """The fact that says it, as for `field`; where something takes place, one that gives the day that holds, if one does."""
        saying = [fact for fact in self.facts if fact.fields.get(name)]
        if name == "title":
            saying = [fact for fact in saying if " " in (fact.fields.get(name) or "")] or saying
        if name == "venue":
            saying = [fact for fact in saying if self._holds(fact)] or saying
        return next((fact for fact in saying if fact.language == language), saying[0] if saying else None)

    def _holds(self, fact: Fact) -> bool:
        """Whether the day that a fact gives is not one before the event was moved."""
        if self.kind != "event":
            return True
        day = fact.fields.get("start_date") or fact.fields.get("end_date") or self.start or ""
        last = fact.fields.get("end_date") or day
        exact = min(len(day), len(self.start or ""))
        return day[:exact] <= (self.end or self.start or "")[:exact] and (self.start or "")[:exact] <= last[:exact]


def are_proposed(facts: Iterable[Fact]) -> bool:
    """Whether a language model proposed every one of some facts."""
    return all(fact.fields.get("proposed") for fact in facts)
