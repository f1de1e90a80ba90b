"""Who signs a letter or an agreement, by lines and columns: a name beside an office, below a body that it is signed for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.extract.heads import HEADS
from ingest.extract.lines import Line
from ingest.extract.office_parts import Office, split_office
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.role_words import is_role
from vectorstore import Fact

_TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Pr|Eng|M|Mme)\.?|(?:ال)?(?:سيد|دكتور|مهندس|أستاذ)ة?|د\.|م\.)"
_SIGNED = r"(?:\(?(?i:signed|signé(?:e)?|sgd|موقع|توقيع)\)?[ :]\s*)?"
_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’-]+"
_NAME = re.compile(
    rf"{_SIGNED}(?:(?P<title>{_TITLE})\s+)?(?P<name>{_WORD}(?: (?:(?:de|da|van|von|al|el|bin|ben|ould|mint) )?{_WORD}){{1,3}}|[\u0621-\u064a-]{{2,}}(?: [\u0621-\u064a-]{{2,}}){{1,4}})"
)
_LETTERHEAD = re.compile(
    rf"\b(?:{'|'.join(HEADS)})s?\b|\b(?:department|unit|division|annex|republic|republique|excellency)\b"
)
_FOR = re.compile(
    r"^(?:signed )?(?:for|pour|on behalf of|au nom d[eu]|عن) (?:the |le |la |l'|les )?(?P<who>.{2,90}?)\s?:?$"
)
_LONGEST_ROLE = 12
"""Words of an office on a line of its own."""
_MOST_SIGNERS = 4
_LAST_LINES = 14
"""Lines at the end of an agreement in which it is signed."""


@dataclass(frozen=True, slots=True)
class _Signed:
    """A name as it stands under a text."""

    name: str
    title: str | None
    office: str = ""


def signatures(reading: Reading) -> Iterator[Fact]:
    """Everybody who signs."""
    yield from _on_lines(reading)
    yield from _in_columns(reading)


def _on_lines(reading: Reading) -> Iterator[Fact]:
    """A name on a line of its own with an office on the next one or the one before; `X | Coordinator`."""
    for line, following in pairwise(reading.lines):
        if line.kind == "paragraph" and " | " in line.text:
            yield from _beside(reading, line)
        if line.kind not in ("paragraph", "item") or following.kind not in ("paragraph", "item"):
            continue
        for first, second in ((line, following), (following, line)):
            signed = _name(reading, first)
            if signed is None or not _is_office(second):
                continue
            below = second is following
            if not below and (second.number and _name(reading, reading.lines[second.number - 1])):
                continue  # the office of the name above it
            office = _office(reading, second.text.strip())
            body = office.organisation or (_body_below(reading, second) if below else None)
            role = Office(_ARTICLE.sub("", office.role or ""), body, 0)
            yield _holder(reading, (line, following), signed, role)


_ARTICLE = re.compile(r"^(?:The|Le|La|L['’])\s*(?=\S)")


def _beside(reading: Reading, line: Line) -> Iterator[Fact]:
    """`X | Coordinator` below a mail."""
    name, _, rest = line.text.partition(" | ")
    match = _NAME.fullmatch(name.strip())
    role = rest.split(" | ")[0].strip()
    if match and is_role(role) and len(role.split()) <= _LONGEST_ROLE and not is_role(match["name"]):
        yield _holder(reading, (line, line), _Signed(match["name"], match["title"]), split_office(reading, role))


def _name(reading: Reading, line: Line) -> _Signed | None:
    """The name that a line is."""
    text = line.text.strip()
    match = _NAME.fullmatch(text)
    if match is None or _LETTERHEAD.search(line.plain.text) or reading.bodies(text) or is_role(text):
        return None
    known = reading.names.find(text)
    arabic = "\u0621" <= match["name"][0] <= "\u064a"
    if arabic and not (match["title"] or known):
        return None  # any few words of Arabic look like a name
    honorific = known[0].honorific if known else match["title"]
    return _Signed(match["name"], honorific)


def _is_office(line: Line) -> bool:
    words = line.text.strip()
    return (
        is_role(words)
        and len(words.split()) <= _LONGEST_ROLE
        and ":" not in words
        and not words.endswith((".", ";", "،"))
    )


def _office(reading: Reading, words: str) -> Office:
    role, _, after = words.partition(",")
    office = split_office(reading, role)
    body = office.organisation or _body_of(reading, after)
    return Office(role.strip() if body or not after else words, body, 0)


def _in_columns(reading: Reading) -> Iterator[Fact]:
    """Two names beside each other below `For A` and `For B`, each with the office behind or below it."""
    rows = [
        line
        for line in reading.lines[-_LAST_LINES:]
        if line.kind in ("row", "header") and len(line.cells()) <= _MOST_SIGNERS
    ]
    for number, line in enumerate(rows):
        heads = [line.columns, *([cell.text for cell in above.cells()] for above in reversed(rows[:number]))]
        below = [cell.text for cell in rows[number + 1].cells()] if number + 1 < len(rows) else []
        for place, cell in enumerate(line.cells()):
            signed = _in_cell(cell.text)
            told = next((head[place] for head in heads if place < len(head) and head[place].strip()), "")
            if signed is None or not told:
                continue
            behalf = _FOR.match(Plain.of(told).text)
            said = signed.office or (below[place] if place < len(below) and is_role(below[place]) else "")
            if behalf is not None:
                body = told[slice(*Plain.of(told).span(behalf, "who"))]
                yield _holder(reading, (line, line), signed, Office(said or None, body, 0), act="signed")
            elif all(is_role(head) for head in line.columns if head.strip()) and is_role(told):
                yield _holder(reading, (line, line), signed, Office(_ARTICLE.sub("", told), None, 0))


def _in_cell(text: str) -> _Signed | None:
    """The name in a cell, with the office behind it."""
    name, _, office = (part.strip() for part in re.sub("،", ",", text).partition(","))
    match = _NAME.fullmatch(name)
    if match is None or is_role(name) or _LETTERHEAD.search(Plain.of(name).text):
        return None
    return _Signed(match["name"], match["title"], office if is_role(office) else "")


def _body_of(reading: Reading, words: str) -> str | None:
    """The organisation at the end of some words."""
    bodies = reading.bodies(words)
    return bodies[-1].name if bodies and bodies[-1].end == len(words) else None


def _body_below(reading: Reading, line: Line) -> str | None:
    """The organisation that all of the next line is, or that it begins with before its place: `COSTRIC, Amman`."""
    below = reading.below(line)
    bodies = reading.bodies(below.text) if below is not None and below.kind == "paragraph" else []
    if not bodies or below is None or bodies[0].start:
        return None
    rest = below.text.strip()[bodies[0].end :]
    return bodies[0].name if re.fullmatch(r"\s*(?:\([\w-]+\))?(?:, [A-ZÀ-Þ][\w'’ -]{2,25})?", rest) else None


def _holder(
    reading: Reading, lines: tuple[Line, Line], signed: _Signed, office: Office, *, act: str | None = None
) -> Fact:
    first, last = lines
    return reading.fact(
        "person",
        first.start,
        last.end,
        first.page,
        name=signed.name,
        honorific=signed.title,
        act=act,
        role=office.role,
        organisation=office.organisation,
        at_date=reading.date if office.role else None,
        state="current" if office.role else None,
    )
