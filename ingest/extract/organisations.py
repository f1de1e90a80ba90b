"""Organisations as a document names them: long and short forms, names in another language, new names for old ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.defined import Definition
from ingest.extract.lines import Line
from ingest.extract.plain import Plain
from ingest.extract.reading import Body, Reading
from ingest.extract.senders import senders
from ingest.extract.when import find_when
from vectorstore import Fact

_RENAMED = re.compile(
    r"هي نفسها|هو نفسه|is the new name[^.;]{0,40}? of|(?:formerly|previously) (?:known as|called|the)|has been renamed|was renamed|changed its name to"
    r"|est le nouveau nom[^.;]{0,40}? d[eu]|anciennement|autrefois|rebaptisee?|a pris le nom d[eu]|s'appelle desormais"
    r"|الاسم الجديد|المعروفه? سابقا|سابقا باسم|(?:الذي|التي) ت?غيرت? اسمه"
)
_NEW_AFTER = re.compile(r"renamed|changed its name|rebaptise|pris le nom|s'appelle desormais")
_NAME_COLUMN = re.compile(
    r"^(?:partners?|partenaires?|organi[sz]ations?|organismes?|institutions?|الشريك|المنظمه|الموسسه|الجهه)$"
)
_SHORT_COLUMN = re.compile(
    r"^(?:acronym|abbreviation|short (?:name|form)|sigle|abreviation|acronyme|الاختصار|المختصر|الرمز)$"
)


def organisations(reading: Reading) -> Iterator[Fact]:
    """Each organisation a document defines, and each change of name it reports, once."""
    seen: set[tuple[str, ...]] = set()
    for fact in (*_defined(reading), *_in_tables(reading), *_renamed(reading), *senders(reading)):
        key = tuple(str(fact.fields.get(name)) for name in ("name", "abbreviation", "other_name", "relation"))
        if key not in seen:
            seen.add(key)
            yield fact


def _defined(reading: Reading) -> Iterator[Fact]:
    for line, definition in reading.defined:
        if definition.sort not in ("organisation", "unit"):
            continue
        yield _fact(reading, line, definition.long, definition.short, None, "is")
        for other in definition.others:
            yield _fact(reading, line, definition.long, definition.short, other, "translated")


def _fact(reading: Reading, line: Line, name: str, short: str | None, other: str | None, relation: str) -> Fact:
    return reading.on_line(
        "organisation",
        line,
        name=name,
        abbreviation=short,
        other_name=other,
        relation=relation,
        country=_country(reading, name),
    )


def _country(reading: Reading, name: str) -> str | None:
    """A country that the document's tables list and the name holds."""
    return next((c for c in reading.countries if re.search(rf"(?<!\w){re.escape(c)}(?!\w)", name)), None)


def _in_tables(reading: Reading) -> Iterator[Fact]:
    for line in reading.lines:
        if line.kind != "row":
            continue
        cells = line.cells()
        name = next((c for c in cells if _NAME_COLUMN.match(Plain.of(c.column).text)), None)
        short = next((c for c in cells if _SHORT_COLUMN.match(Plain.of(c.column).text)), None)
        if name and short and name.text and short.text and len(short.text) < len(name.text):
            yield _fact(reading, line, name.text, short.text, None, "is")


def _renamed(reading: Reading) -> Iterator[Fact]:
    for line in reading.lines:
        match = _RENAMED.search(line.plain.text)
        if match is None:
            continue
        start, end = line.plain.span(match)
        pair = _around(reading, line, start, end)
        if pair is None:
            continue
        new, old = pair if not _NEW_AFTER.search(match.group()) else pair[::-1]
        if new[0] != old[0]:
            since = next((w.first for w in find_when(line.text, reading.date)), None)
            yield reading.on_line(
                "organisation",
                line,
                name=new[0],
                abbreviation=new[1],
                other_name=old[0],
                other_abbreviation=old[1],
                relation="renamed",
                since_date=since,
            )


def _around(reading: Reading, line: Line, start: int, end: int) -> tuple[tuple[str, str | None], ...] | None:
    """The organisations named right before and after the words that tell of a change of name."""
    named = list(_named(reading, line))
    before = [body for body in named if body[0] < start]
    after = [body for body in named if body[0] >= end]
    if "\u0621" <= line.text[start] <= "\u064a":  # the old name stands before "that changed its name"
        if len(before) == 1 or (not before and len(after) == 1):
            return _said_before(reading, line, (before or after)[0][1])
        return (before[-2][1], before[-1][1]) if len(before) > 1 else None
    return (before[-1][1], after[0][1]) if before and after else None


def _said_before(
    reading: Reading, line: Line, old: tuple[str, str | None]
) -> tuple[tuple[str, str | None], ...] | None:
    """`The Authority is the former …`: the new name is the last one defined with that noun in the sentence before."""
    noun = Plain.of(line.text).text.split()[0].removeprefix("و")
    above = [
        d for where, d in reading.defined if where.end <= line.start and where.block == line.block and d.long != old[0]
    ]
    same = [d for d in above if Plain.of(d.long).text.split()[0].removeprefix("و") == noun]
    return ((same[-1].long, same[-1].short), old) if same else None


def _named(reading: Reading, line: Line) -> Iterator[tuple[int, tuple[str, str | None]]]:
    """Organisations with their short form, a definition as one, in order."""
    own = [d for where, d in reading.defined if where is line and d.sort == "organisation"]
    for d in own:
        yield d.start, (d.long, d.short)
    for body in reading.bodies(line.text):
        if not any(d.start <= body.start < d.end for d in own):
            yield body.start, _whole_name(reading, body)


def _whole_name(reading: Reading, body: Body) -> tuple[str, str | None]:
    definition: Definition | None = next(
        (d for _, d in reading.defined if body.name in (d.long, d.short) and d.sort == "organisation"), None
    )
    return (definition.long, definition.short) if definition else (body.name, None)
