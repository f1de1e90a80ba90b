"""What rows and items of calendars have in common: the state their heading gives, and their year."""

from __future__ import annotations

import re

from ingest.extract.event_said import Mention
from ingest.extract.lines import Line
from ingest.extract.places import VIRTUAL
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import When, find_when, is_after

ANY = "other"
"""The kind of an activity that no word gives the kind of."""
PLANNED_HEADING = re.compile(
    r"planned|coming|next|calendar|forthcoming|work plan|list of activities|upcoming|first activities|agenda|outlook|prevue?s?|a venir|calendrier|programme de|prochaine|المقبله|القادمه|المقرره|رزنامه|جدول"
)
_DONE_HEADING = re.compile(r"(?:activities|events|courses) (?:held|carried out)|realisee?s?|activites menees|المنفذه")


def planned(line: Line) -> str | None:
    """The state that the headings above give; None where they give none."""
    words = Plain.of(" ".join(line.headings[-2:])).text
    if _DONE_HEADING.search(words):
        return "held"
    return "planned" if PLANNED_HEADING.search(words) else None


def listed(
    reading: Reading, line: Line, kind: str, title: str, when: When, venue: str | None, state: str | When
) -> Mention:
    """An event of a row or item; its state may be told from its day."""
    if not isinstance(state, str):
        state = "planned" if is_after(state.first, reading.date) else "mentioned"
    virtual = bool(VIRTUAL.search(Plain.of(f"{title} {venue or ''}").text))
    return Mention(line.start, line.end, line.page, kind, title, when.first, when.last, state, None, venue, virtual)


def year_of(reading: Reading, line: Line) -> str | None:
    """The one year that the nearest heading with a year gives."""
    for heading in (*reversed(line.headings), reading.document.title):
        years = {day[:4] for when in find_when(heading, None) for day in (when.first, when.last) if day}
        if years:
            return years.pop() if len(years) == 1 else None
    return None
