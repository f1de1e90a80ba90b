"""People outside of sentences: in tables of coordinators, under a heading that is an office, and as signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.extract.heads import HEADS
from ingest.extract.lines import Cell, Line
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.roles import Office, is_role, office_after, split_office
from vectorstore import Fact

_ROLE_COLUMN = re.compile(
    r"^(?:coordinator|head|director|manager|focal point|contact|president|chair|responsible officer|coordinateur|coordinatrice"
    r"|coordonnateur|coordonnatrice|responsable|directeur|point focal|المنسق|المدير|المسوول|جهه الاتصال)$"
)
_BARE_NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Pr|Eng|M|Mme)\.?\s+)?(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+){1,3})"
)
_LETTERHEAD = re.compile(
    rf"\b(?:{'|'.join(HEADS)})s?\b|\b(?:department|unit|division|annex|republic|republique|excellency)\b"
)
_TASK_COLUMN = re.compile(
    r"^(?:actions?(?: items?| points?)?|commitments?|tasks?|deliverables?|deadline|due(?: date)?|by when|decisions?|engagements?|mesures?|taches?|echeances?|delais?|الالتزام|الاجراء|المهمه|الموعد|القرار|المطلوب)$"
)
_NUMBER_COLUMN = re.compile(r"^(?:no\.?|n°|#|number|numero|item|point|ref\.?|الرقم|م|رقم)$")
_LONGEST_ROLE = 12


def in_tables(reading: Reading) -> Iterator[Fact]:
    """A column of coordinators beside a column of programmes; a heading such as `Coordinator` above a name."""
    for line in reading.lines:
        if line.kind == "row":
            cells = line.cells()
            holds = cells[0].text if _holds_office(reading, cells) else ""
            for cell in cells[1:] if holds else ():
                named = reading.names.find(cell.text)
                if len(named) == 1 and _ROLE_COLUMN.match(Plain.of(cell.column).text):
                    yield _holder(
                        reading,
                        line.start,
                        line.end,
                        line.page,
                        named[0].name,
                        named[0].honorific,
                        Office(cell.column, holds, 0),
                    )
        elif (
            line.kind == "paragraph"
            and len(line.heading.split()) <= 3
            and _ROLE_COLUMN.match(Plain.of(line.heading).text)
        ):
            named = reading.names.find(line.text)
            current = office_after(reading, line.text, named[0].end) if named else None
            former = current is None or current.role is None or current.role.startswith(("formerly", "ancien"))
            if named and named[0].start == 0 and former and reading.subject:
                yield _holder(
                    reading,
                    line.start,
                    line.end,
                    line.page,
                    named[0].name,
                    named[0].honorific,
                    Office(line.heading, reading.subject, 0),
                )


def _holds_office(reading: Reading, cells: tuple[Cell, ...]) -> bool:
    """Whether a row begins with something that has an office, and is not a task that somebody is in charge of."""
    first = cells[0]
    task = any(_TASK_COLUMN.match(Plain.of(cell.column).text) for cell in cells)
    return (
        bool(first.text)
        and not first.text[0].isdigit()
        and not task
        and not _NUMBER_COLUMN.match(Plain.of(first.column).text)
    )


def signatures(reading: Reading) -> Iterator[Fact]:
    """A name on a line of its own with an office on the next one."""
    for line, following in pairwise(reading.lines):
        match = _BARE_NAME.fullmatch(line.text.strip())
        if (
            match is None
            or _LETTERHEAD.search(line.plain.text)
            or line.kind != "paragraph"
            or following.kind != "paragraph"
            or reading.bodies(line.text)
        ):
            continue
        words = following.text.strip()
        if (
            is_role(line.text)
            or not is_role(words)
            or len(words.split()) > _LONGEST_ROLE
            or ":" in words
            or words.endswith(".")
        ):
            continue
        role, _, after = words.partition(",")
        office = split_office(reading, role)
        office = Office(role, office.organisation or _body_of(reading, after) or _body_below(reading, following), 0)
        named = reading.names.find(line.text)
        honorific = named[0].honorific if named else None
        yield _holder(reading, line.start, following.end, line.page, match["name"], honorific, office)


def _body_of(reading: Reading, words: str) -> str | None:
    """The organisation at the end of some words."""
    bodies = reading.bodies(words)
    return bodies[-1].name if bodies and bodies[-1].end == len(words) else None


def _body_below(reading: Reading, line: Line) -> str | None:
    """The organisation that is all of the next line."""
    below = reading.below(line)
    bodies = reading.bodies(below.text) if below is not None and below.kind == "paragraph" else []
    return (
        bodies[0].name
        if bodies and below and (bodies[0].start, bodies[0].end) == (0, len(below.text.strip()))
        else None
    )


def _holder(
    reading: Reading, start: int, end: int, page: int | None, name: str, honorific: str | None, office: Office
) -> Fact:
    return reading.fact(
        "person",
        start,
        end,
        page,
        name=name,
        honorific=honorific,
        role=office.role,
        organisation=office.organisation,
        at_date=reading.date,
        state="current",
    )
