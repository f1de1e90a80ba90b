"""People outside of sentences: in tables of coordinators, under a heading that is an office, and as signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

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
_LONGEST_ROLE = 12


def in_tables(reading: Reading) -> Iterator[Fact]:
    """A column of coordinators beside a column of programmes; a heading such as `Coordinator` above a name."""
    for line in reading.lines:
        if line.kind == "row":
            cells = line.cells()
            yield from _by_office(reading, line, cells)
            for cell in cells[1:]:
                named = reading.names.find(cell.text)
                if len(named) == 1 and cells[0].text and _ROLE_COLUMN.match(Plain.of(cell.column).text):
                    yield _holder(
                        reading,
                        line.start,
                        line.end,
                        line.page,
                        named[0].name,
                        named[0].honorific,
                        Office(cell.column, cells[0].text, 0),
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


def _by_office(reading: Reading, line: Line, cells: tuple[Cell, ...]) -> Iterator[Fact]:
    """`Secretary-General | Mrs X, room 501` in a table without names of columns."""
    if any(line.columns) or len(cells) != 2 or not is_role(cells[0].text) or len(cells[0].text.split()) > 6:
        return
    named = reading.names.find(cells[1].text)
    if len(named) == 1 and named[0].start == 0:
        office = split_office(reading, cells[0].text)
        yield _holder(reading, line.start, line.end, line.page, named[0].name, named[0].honorific, office)


def signatures(reading: Reading) -> Iterator[Fact]:
    """A name on a line of its own with an office on the next one."""
    for line, following in pairwise(reading.lines):
        match = _BARE_NAME.fullmatch(line.text.strip())
        if match is None or line.kind != "paragraph" or following.kind != "paragraph" or reading.bodies(line.text):
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
        bodies = reading.bodies(after) if office.organisation is None else []
        if bodies and bodies[-1].end == len(after):
            office = Office(role, bodies[-1].name, 0)
        named = reading.names.find(line.text)
        honorific = named[0].honorific if named else None
        yield _holder(reading, line.start, following.end, line.page, match["name"], honorific, office)


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
