"""Items of plans that give months and no day: `March: title`, `title, place, April–May`, or under a heading `March`."""

from __future__ import annotations

import re

from ingest.extract.event_listed import year_of
from ingest.extract.lines import Line
from ingest.extract.months import months_of
from ingest.extract.reading import Reading
from ingest.extract.when import When

_FIRST = re.compile(r"^(?P<months>[^:،,()]{2,30}?)\s*(?::|\s[–—-])\s+(?P<title>.{4,160})$")
_LAST = re.compile(r"^(?P<title>.{4,160}?)\s*[,،]\s*(?P<months>[^,،()]{2,30})$")
_IN_BRACKETS = re.compile(r"^(?P<title>.{4,160}?)\s*\((?:(?P<place>[^(),،]{2,60})[,،]\s*)?(?P<months>[^(),،]{2,30})\)$")


def in_months(reading: Reading, line: Line) -> tuple[str, When] | None:
    """What stands in an item beside its months, and these; None where it gives none or their year is not told."""
    year = year_of(reading, line)
    if year is None:
        return None
    text = line.text.rstrip(" .")
    for form in (_FIRST, _IN_BRACKETS, _LAST):
        match = form.match(text)
        when = months_of(match["months"], year) if match else None
        if match and when:
            place = match.groupdict().get("place")
            return f"{match['title']}, {place}" if place else match["title"], when
    when = months_of(line.heading, year)
    return (text, when) if when else None
