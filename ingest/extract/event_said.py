"""What is said of an event, and of what event a sentence speaks: the values that the readers of events share."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.extract.event_title import called
from ingest.extract.lines import Line


@dataclass(frozen=True, slots=True)
class Mention:
    """An event as one or two neighbouring sentences speak of it."""

    start: int
    end: int
    page: int | None
    what: str
    title: str | None
    start_date: str | None
    end_date: str | None
    state: str
    former_date: str | None = None
    venue: str | None = None
    virtual: bool = False
    participants: str | None = None
    countries: str | None = None
    programme: str | None = None
    parties: str | None = None
    series: str | None = None
    """Another event of the same series that says what it is about."""
    own: bool = False
    """Whether it is the event that the document is about."""

    def fields(self) -> dict[str, str | None]:
        """As the fields of a fact."""
        return {
            "what": self.what,
            "title": called(self.title),
            "start_date": self.start_date,
            "end_date": self.end_date,
            "venue": self.venue,
            "virtual": "yes" if self.virtual else None,
            "programme": self.programme,
            "parties": self.parties,
            "participants": self.participants,
            "countries": self.countries,
            "series": self.series,
            "state": self.state,
            "former_date": self.former_date,
        }


@dataclass(frozen=True, slots=True)
class Subject:
    """What a sentence speaks of."""

    what: str
    title: str | None
    line: Line
    end: int
    """Where its noun ends in its line."""
    own: bool
    vague: bool = False
    """Only the noun is there: `the course`."""
