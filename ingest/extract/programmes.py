"""Programmes and other short forms: what they stand for, what they are, which field they cover."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.defined import CALLED
from ingest.extract.launches import launches
from ingest.extract.lines import Line
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import find_when
from vectorstore import Fact

_SHORT_COLUMN = re.compile(r"^(?:acronym|abbreviation|code|sigle|acronyme|الاختصار|الرمز)$")
_NAME_COLUMN = re.compile(
    r"^(?:(?:full )?name|title|meaning|programme|nom(?: complet)?|intitule|signification|الاسم(?: الكامل)?|المعني)$"
)
_SINCE_COLUMN = re.compile(
    r"^(?:since|start(?:ed)?|launch(?:ed)?|created|established|year|depuis|debut|lancement|lance|creation|cree|annee|منذ|البدايه|الاطلاق|سنه|عام)\b"
)
_CODE_COLUMN = re.compile(r"^(?:programmes?|programs?|البرنامج)$")
_SUBJECT_COLUMN = re.compile(r"^(?:subject|field|sector|theme|area|domaine|secteur|sujet|المجال|الموضوع|القطاع)$")
_PROGRAMME_TABLE = re.compile(r"programme|program\b|برامج|برنامج|coordina")
_IS = re.compile(
    r"(?<![\w-])(?P<code>[A-Z][\w]*(?:-[A-Z][\w]*)+)\s+(?:is|est)\s+(?P<what>(?:an?|the|une?|le|la|l['’])\s?[^.;:]{5,160})"
)
_A_PROGRAMME = re.compile(r"\b(?:programme|program|scheme|project|projet|fellowship)\b")
_FOR = re.compile(
    r"^(?:programme|program|برنامج)\s*(?:(?:for|on|pour|des|du|de|sur)\s+|d['’])?(?:the\s+|la\s+|les?\s+|l['’])?(?P<sector>.+)$",
    re.IGNORECASE,
)


def programmes(reading: Reading) -> Iterator[Fact]:
    """Each programme or term with its meaning, once."""
    seen: set[tuple[str | None, ...]] = set()
    for fact in (*_defined(reading), *_in_tables(reading), *_described(reading), *launches(reading)):
        key = tuple(fact.fields.get(name) for name in ("name", "acronym", "definition", "sector", "since_date"))
        if key not in seen:
            seen.add(key)
            yield fact


def _defined(reading: Reading) -> Iterator[Fact]:
    for line, definition in reading.defined:
        if definition.short is None or definition.sort in ("organisation", "unit"):
            continue
        called = CALLED.search(Plain.of(line.text[: definition.start]).text) is not None
        is_named = definition.sort == "programme" and (called or _names_itself(definition.long))
        sector = _sector(definition.long) if definition.sort == "programme" and not called else None
        yield reading.on_line(
            "programme",
            line,
            name=definition.long if is_named else None,
            acronym=definition.short,
            definition=definition.long if is_named or definition.sort == "term" else None,
            sector=sector,
            other_name="; ".join(definition.others) or None,
        )


def _names_itself(long: str) -> bool:
    """A name of its own, rather than the field in lower case."""
    return any(word[0].isupper() for word in long.split()) or bool(re.match(r"برنامج|مشروع|programme|projet", long))


def _sector(long: str) -> str | None:
    """The field a programme covers: the words that its code or its "for" leave over."""
    match = _FOR.match(long)
    if match:
        return match["sector"]
    if not _names_itself(long):
        return long
    return None


def _in_tables(reading: Reading) -> Iterator[Fact]:
    for line in reading.lines:
        if line.kind != "row" or not line.columns:
            continue
        cells = line.cells()
        told = next((c.text for c in cells[1:] if _SINCE_COLUMN.match(Plain.of(c.column).text)), "")
        days = find_when(told, None)
        since = days[0].first if len(days) == 1 else None
        subject = next((c.text for c in cells[1:] if _SUBJECT_COLUMN.match(Plain.of(c.column).text)), None)
        if _CODE_COLUMN.match(Plain.of(cells[0].column).text) and cells[0].text and (subject or since):
            if line.number not in reading.totals:
                yield reading.on_line("programme", line, acronym=cells[0].text, sector=subject, since_date=since)
            continue
        short = next((c for c in cells if _SHORT_COLUMN.match(Plain.of(c.column).text)), None)
        name = next((c for c in cells if c is not short and _NAME_COLUMN.match(Plain.of(c.column).text)), None)
        if short is None or name is None or not short.text or len(name.text.split()) < 2:
            continue
        if not _about_programmes(line):
            continue
        fields = {"name": name.text, "acronym": short.text, "definition": name.text}
        yield reading.on_line("programme", line, **fields, since_date=since)


def _about_programmes(line: Line) -> bool:
    about = Plain.of(" ".join([*line.columns, *line.headings, line.text])).text
    return bool(_PROGRAMME_TABLE.search(about))


def _described(reading: Reading) -> Iterator[Fact]:
    """`CODE is a fellowship scheme of …`."""
    for line in reading.lines:
        match = _IS.search(line.text) if line.kind in ("paragraph", "item") else None
        if (
            match is None
            or match["code"] in reading.bodies_known
            or not _A_PROGRAMME.search(Plain.of(match["what"]).text)
        ):
            continue
        if re.search(r"\bnot\b|\bpas\b", match["what"][:60]):
            continue
        what = re.split(r"\s(?:and not|et non)\s", match["what"])[0]
        yield reading.on_line("programme", line, acronym=match["code"], definition=what)
