"""Offices people hold, as written beside a name: `Director of Training of XYZ`."""

from __future__ import annotations

import re

from ingest.extract.names import Place
from ingest.extract.office_parts import Office, arabic_body
from ingest.extract.offices_before import office_before
from ingest.extract.offices_behind import office_after
from ingest.extract.reading import Reading


def office_of(reading: Reading, place: Place) -> Office | None:
    """The office a line gives a person: behind the name, before it, or only the organisation."""
    line, named = place.line, place.named
    found = office_after(reading, line.text, named.end) or office_before(reading, place)
    if found is not None:
        return found
    of = re.match(r"\s+(?:of|from|for|du|de la|de l['’]|من)\s+(?:the\s+)?", line.text[named.end :])
    if of is None:
        return None
    rest = line.text[named.end + of.end() :]
    body = next((b.name for b in reading.bodies(rest) if b.start == 0), None) or arabic_body(rest)
    return Office(None, body, named.end) if body else None
