"""What a short form stands for, and what sort of thing that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ingest.extract.heads import ARABIC_HEADS, HEAD, HEADS, PROGRAMME
from ingest.extract.lines import Line
from ingest.extract.plain import Plain

Sort = Literal["organisation", "unit", "programme", "term"]
"""A unit is a part of an organisation, such as a department."""

_UNIT = re.compile(
    r"^(?:department|unit|division|section|directorate) of (?:the )?(?:training|research|statistics and|learning|finance|administration|programmes?|communication|technical)\b|\b(?:department|unit|division|section|directorate|desk)$|^(?:departement|unite|division|section|direction|service)\b|^(?:ال)?(?:اداره|قسم|وحده|شعبه|مديريه)(?!\w)"
)
CALLED = re.compile(
    r"(?:\b(?:programme|program|project|scheme|projet)\b|برنامج|مشروع)[^.;]{0,40}(?:باسم|called|named|appele|intitule|nomme)e?\s*$"
)
_BODY_PROGRAMME = re.compile(
    r"^(?:united nations|joint united|world food|un )|^conf[a-z]+ (?:des nations unies|of the united nations)|^programme (?:des nations unies|alimentaire mondial)|^برنامج (?:الامم المتحده|الاغذيه العالمي)"
)
_CONVENTION = re.compile(r"(?:[\w'-]+ ){0,5}?convention (?:on|for|of|sur|relative|pour|des?|du) ")
"""A convention that has a secretariat, meets and agrees with others."""
_WITHIN = re.compile(r"(?:within|under|framework of|part of|au titre d[eu]|dans le cadre d[eu])(?: the| la| l')?\s*$")
_ARABIC_HEAD_FIRST = re.compile(rf"^(?:ال|ل)?(?:{'|'.join(ARABIC_HEADS)})(?!\w)")


@dataclass(frozen=True, slots=True)
class Definition:
    """`Long Form (SHORT, in another language Other Name, OTH)`, at `text[start:end]` of a line."""

    start: int
    end: int
    long: str
    short: str | None
    others: tuple[str, ...]
    sort: Sort


def sort_of(line: Line, start: int, long: str, short: str | None) -> Sort:
    """What kind of thing a long form names."""
    folded = Plain.of(long).text
    first = " ".join(folded.split()[:1])
    if (
        _CONVENTION.match(folded)
        or _BODY_PROGRAMME.search(folded)
        or (re.match(r"(?:department|direction|departement) (?:of|de)", folded) and not _UNIT.search(folded))
    ):
        return "organisation"
    if HEAD.findall(folded) == ["initiative"] and _WITHIN.search(Plain.of(line.text[:start]).text):
        return "programme"
    if PROGRAMME.search(folded) and not _ARABIC_HEAD_FIRST.match(folded):
        return "programme"
    if _UNIT.search(folded):
        return "unit"
    if CALLED.search(Plain.of(line.text[:start]).text):
        return "programme"
    if HEAD.search(folded) or first in HEADS:
        return "organisation"
    if short and "-" in short and is_programme_family(line):
        return "programme"
    return "term"


def is_programme_family(line: Line) -> bool:
    """Whether a line, or its heading, speaks of programmes."""
    return bool(PROGRAMME.search(line.plain.text) or re.search(r"programme|program|برامج|برنامج", line.heading.lower()))
