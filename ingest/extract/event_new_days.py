"""New days and a new place that a notice gives in lines of their own: `New dates: 5–7 May 2025`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.extract.event_said import Mention
from ingest.extract.reading import Reading
from ingest.extract.when import find_when

_NEW_DAYS = re.compile(r"^(?:new (?:dates?|days?)|nouvelles? dates?|(?:الموعد|التاريخ|المواعيد) الجديده?)\s*:")
_NEW_PLACE = re.compile(
    r"^(?:new (?:venue|place)|nouveau lieu|nouvel endroit|(?:المكان|مكان الانعقاد) الجديد)\s*:\s*(?P<place>.{3,90}?)[.,;]?$"
)
_SUGGESTED = re.compile(
    r"\b(?:suggest|propose)[sd]?\b.{0,60}\b(?:it|we|new date)\b|\bpropos(?:e|ons|ent)\b.{0,60}\b(?:la|le|l'|tenir|organiser|reporter|nouvelle date)\b|(?<!\w)و?(?:ن|ا|ت|ي)قترح"
)
"""Where a letter that calls off a day gives another instead."""
_NEAR = 8
_NEXT = 2
"""Lines after the one that calls off the old days, and those of them that may suggest others."""


def with_new_days(reading: Reading, told: Iterable[Mention]) -> Iterator[Mention]:
    """Events; one that only lost its days has those that a line below gives."""
    for mention in told:
        yield _renewed(reading, mention) if mention.former_date and not mention.start_date else mention


def _renewed(reading: Reading, mention: Mention) -> Mention:
    below = [line for line in reading.lines if line.start >= mention.end][:_NEAR]
    found = mention
    for line in below:
        place = _NEW_PLACE.match(line.plain.text)
        new = _NEW_DAYS.match(line.plain.text) or (line in below[:_NEXT] and _SUGGESTED.search(line.plain.text))
        dates = [when for when in find_when(line.text, reading.date, "future") if when.precision > 1] if new else []
        if len(dates) == 1:
            found = replace(found, start_date=dates[0].first, end_date=dates[0].last, end=line.end, state="postponed")
        elif place and found.start_date:
            found = replace(found, venue=line.text[slice(*line.plain.span(place, "place"))], end=line.end)
    return found
