"""Of which body somebody is the chair or rapporteur, where the sentence does not say so: that of the heading or of the title."""

from __future__ import annotations

import re

from ingest.extract.lines import Line
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading

_OF_A_BODY = re.compile(
    r"^(?:its |the |first |new |acting |deputy |vice[- ]?)*(?:chair|president|rapporteur)|^(?:ال)?(?:رييسا?|مقررا?|نايب(?:ه)? (?:ال)?رييس)ه?(?:\s|$)"
)
_COORDINATOR = re.compile(r"coordinat(?:or|eur|rice)|coordonnat(?:eur|rice)|(?:ال)?منسقه?")
"""In a document about one programme it is that of the programme."""
_BODY = re.compile(
    r"^(?:\d{1,2}[.)]? )?(?P<body>(?:the |le |la )?(?:[\w'-]+ ){0,3}?(?:working (?:party|group)|task force|steering group|committee|council|board|panel|comite|conseil|groupe de travail|commission)\b[^:.(\d]{0,70}?|(?:ال)?(?:فريق (?:ال)?عمل|لجنه|مجلس) [^:.(\d]{3,60}?)(?: ?(?:[:(]|-\s).*)?$"
)


def body_spoken_of(reading: Reading, line: Line, role: str | None, *, whole: bool = False) -> str | None:
    """The body under whose heading an office of a body is told of; None for other offices.

    Args:
        reading: The document.
        line: Where it is told.
        role: The office.
        whole: Whether the document may be all of one body, too, which its title names.
    """
    folded = Plain.of(role or "").text.strip()
    if _COORDINATOR.fullmatch(folded):
        return reading.subject
    if not _OF_A_BODY.match(folded):
        return None
    for said in (line.heading if len(line.headings) > 1 else "", reading.document.title if whole else ""):
        plain = Plain.of(said)
        match = _BODY.match(plain.text)
        if match:
            return said[slice(*plain.span(match, "body"))].strip(" ,-")
    return None
