"""Whom parties and members name as their focal points, correspondents or liaison officers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.heads import HEAD
from ingest.extract.lines import Line
from ingest.extract.names import Place
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading

_ROLES = (
    (re.compile(r"\bfocal points?\b"), "focal point"),
    (re.compile(r"\bpoints? foca(?:l|ux)\b"), "point focal"),
    (re.compile(r"\bcorrespondante?s?\b"), "correspondant"),
    (re.compile(r"\bcontact persons?\b"), "contact person"),
    (re.compile(r"\bliaison officers?\b"), "liaison officer"),
    (re.compile(r"(?<!\w)(?:ال)?(?:نقطه|نقاط) (?:ال)?اتصال(?!\w)"), "نقطة الاتصال"),
    (re.compile(r"(?<!\w)(?:ال)?(?:ضابط|ضابطه|ضباط) (?:ال)?اتصال(?!\w)"), "ضابط الاتصال"),
    (re.compile(r"(?<!\w)(?:ال)?(?:ضابط|ضابطه|ضباط) (?:ال)?ارتباط(?!\w)"), "ضابط الارتباط"),
)
_FOR = re.compile(
    r"(?:^|[\s,;:.(-])(?:for|pour|on behalf of|عن|و?عن) (?:the |le |la |l'|les )?(?P<who>[^,;:]{2,70}?)\s?(?:[,:]|\s-)?\s*$"
)
_OF = re.compile(r"^(?:[-•*]\s*)?(?P<who>[^:,;.]{3,60}?)\s?:\s*$")
_LISTED = 8
"""Lines between what introduces a list and one of its items, at most."""


def contact_role(reading: Reading, line: Line) -> str | None:
    """The word for whom a list or a paragraph names: in the sentence, in its heading or in what introduces its list."""
    words = [line.plain.text, Plain.of(line.heading).text]
    above = reading.above(line)
    for _ in range(_LISTED if line.kind == "item" else 1):
        if above is None or above.kind == "heading":
            break
        if above.plain.text.rstrip().endswith(":"):
            words.append(above.plain.text)
            break
        above = reading.above(above)
    return next((role for said in words for pattern, role in _ROLES if pattern.search(said)), None)


def contact(reading: Reading, place: Place) -> Iterator[dict[str, str | None]]:
    """`for the Centre, X` and `Centre: X`, where focal points are named."""
    before = place.line.text[place.follows.end if place.follows else 0 : place.named.start]
    plain = Plain.of(before)
    match = _FOR.search(plain.text) or (_OF.match(plain.text) if place.follows is None else None)
    if match is None:
        return
    who = before[slice(*plain.span(match, "who"))].strip()
    if match.re is _OF and not (reading.bodies(who) or HEAD.search(Plain.of(who).text)):
        return
    role = contact_role(reading, place.line)
    if role is not None and len(place.line.headings) != 1:
        yield {"role": role, "organisation": who, "at_date": reading.date, "state": "current"}
