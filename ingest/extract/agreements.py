"""Agreements: of which sort, between whom, signed when, valid until when, and in which state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ingest.extract.agreement_dates import Older, dates_of, duration_of, replaced_by
from ingest.extract.agreement_parties import in_deed, in_one_script, parties_of, two_between
from ingest.extract.agreement_words import (
    ALREADY_REPLACED,
    DONE_AT,
    IN_FORCE,
    LISTED,
    LOOSE,
    PLANNED,
    PRONOUN,
    SIGNED_WORD,
    THIS_DEED,
    UNSIGNED,
    sort_in,
)
from ingest.extract.amendments import amended
from ingest.extract.lines import Line
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import find_when
from vectorstore import Fact


@dataclass(frozen=True, slots=True)
class _Agreement:
    """What neighbouring sentences say about one agreement."""

    start: int
    end: int
    line: Line
    what: str
    fields: Mapping[str, str | None]
    this: bool
    """Whether it is the agreement whose text the document is."""
    older: Mapping[str, str | None]
    """What is said of the agreement it takes the place of."""


def agreements(reading: Reading) -> Iterator[Fact]:
    """Each agreement a passage speaks of, with all that neighbouring sentences say about it.

    In the text of an agreement every statement about it carries its title and parties.
    """
    own = _own(reading)
    open_one: _Agreement | None = None
    for line in reading.lines:
        if line.kind in ("row", "header") or (line.kind == "heading" and line.start > 0):
            continue
        said = _read(reading, line, open_one, own)
        if said is not None and open_one is not None and _continues(open_one, said):
            merged = {**said.fields, **{name: value for name, value in open_one.fields.items() if value}}
            older = open_one.older or said.older
            open_one = replace(said, start=open_one.start, what=open_one.what, fields=merged, older=older)
        elif said is not None and said.what != "same":
            yield from _close(reading, open_one, own)
            open_one = said
    yield from _close(reading, open_one, own)
    yield from _done_at(reading, own)
    yield from amended(reading, own)


def _own(reading: Reading) -> Mapping[str, str | None]:
    """Title and parties of the document, if it is an agreement itself."""
    if _deed(reading) is None:
        return {}
    head = reading.lines[:_HEAD]
    named = [(line, match) for line in head if (match := sort_in(line.plain.text))]
    told = (
        *(two_between(reading, line) for line in head),
        *(parties_of(reading, line, match) for line, match in named),
        "; ".join(in_deed(head[:_OPENING])),
    )
    pairs = (parties for parties in told if parties and "; " in parties and in_one_script(parties))
    parties = next(pairs, None)
    whole = "; ".join(_as_defined(reading, name) for name in parties.split("; ")) if parties else None
    return {"title": reading.document.title, "parties": whole}


def _as_defined(reading: Reading, name: str) -> str:
    """A party's name with what stands behind its first comma, where the document defines it so."""
    return next((d.long for _, d in reading.defined if d.long.startswith(f"{name},")), name)


def _deed(reading: Reading) -> str | None:
    """The sort of agreement whose text the document is, by its kind, or by its first words and how it ends."""
    if reading.document.kind == "letter of intent":
        return "letter_of_intent"
    if reading.document.kind == "memorandum of understanding":
        return "memorandum"
    named = [m for line in reading.lines[:_TITLE] if (m := sort_in(line.plain.text)) and m.start() <= _FIRST]
    ends = named and any(DONE_AT.match(Plain.of(cell).text) for line in reading.lines for cell in _cells(line))
    head = reading.lines[:_OPENING]
    between = ends and (any(two_between(reading, line) for line in head) or in_deed(head))
    return str(named[0].lastgroup) if between else None


def _cells(line: Line) -> list[str]:
    """What stands beside each other on a line, as the languages of a bilingual text do."""
    return [cell.text for cell in line.cells()] if line.kind == "row" else [line.text]


_TITLE, _OPENING, _FIRST = 3, 12, 12
"""Lines that say what a document is, lines that name its parties, and characters before the words for it."""
_HEAD = 40
"""Lines in which an agreement names its parties."""


def _done_at(reading: Reading, own: Mapping[str, str | None]) -> Iterator[Fact]:
    """`Done at … on …` at the end of the text of an agreement."""
    for line in reading.lines if own else ():
        done = (cell for cell in _cells(line) if DONE_AT.match(Plain.of(cell).text))
        when = find_when(next(done, ""), reading.date)
        if len(when) == 1 and when[0].precision == 3:
            if reading.document.kind == "amendment":
                return  # what was done then is the amendment
            lasts, months = _lasting(reading)
            signed = {**own, "signed_date": when[0].first, "duration": lasts, "months": months, "state": "signed"}
            yield reading.on_line("agreement", line, what=_deed(reading), **signed)


def _lasting(reading: Reading) -> tuple[str | None, str | None]:
    """How long an agreement lasts by its own text."""
    lines = (line for line in reading.lines if THIS_DEED.search(line.plain.text) or _THE_DEED.search(line.plain.text))
    told = map(duration_of, lines)
    return next((one for one in told if one[1]), (None, None))


_THE_DEED = re.compile(
    r"\b(?:the|le|la|l') ?(?:memorandum|agreement|protocole?|convention|accord)\b|(?<!\w)ال(?:مذكره|اتفاقيه|اتفاق|بروتوكول)(?!\w)"
)


def _close(reading: Reading, one: _Agreement | None, own: Mapping[str, str | None]) -> Iterator[Fact]:
    if one is None:
        return
    fields = dict(one.fields)
    if fields.get("replaces") and (fields.get("renewed_until") or "") < (fields.get("valid_until") or ""):
        # What was renewed, until before its own end, is the agreement that it replaces.
        fields["renewed_until"], fields["state"] = None, _unrenewed(fields)
    if own and (_is_of(own, fields.get("parties")) if fields.get("parties") else one.this):
        amending = reading.document.kind == "amendment"
        fields.update({"parties": own.get("parties")} if amending else own)
        if fields.get("signed_date") and not (amending or fields.get("months") or fields.get("valid_until")):
            fields["duration"], fields["months"] = _lasting(reading)
    dated = any(value for name, value in fields.items() if name.endswith(("_date", "_until")) or name == "replaces")
    if dated or (fields.get("state") in ("unsigned", "planned") and fields.get("parties")):
        yield reading.fact("agreement", one.start, one.end, one.line.page, what=one.what, **fields)
    if one.older:
        yield reading.fact("agreement", one.start, one.end, one.line.page, **{"what": one.what, **one.older})


def _unrenewed(fields: Mapping[str, str | None]) -> str | None:
    return "signed" if fields.get("state") == "renewed" else fields.get("state")


def _is_of(own: Mapping[str, str | None], parties: str | None) -> bool:
    """Whether parties are those of the agreement that a document is, also where one is named with fewer words."""
    whole = (own.get("parties") or "").split("; ")
    said = (parties or "").split("; ")
    return len(said) > 1 and any(name.startswith(part) for name in whole for part in said)


def _continues(before: _Agreement, said: _Agreement) -> bool:
    """Whether a sentence goes on about the agreement of the sentence right before it."""
    if said.what not in (before.what, "same") or said.line.block != before.line.block:
        return False
    clash = any(
        before.fields.get(name) and said.fields.get(name) and before.fields[name] != said.fields[name]
        for name in ("signed_date", "valid_until", "parties")
    )
    return not clash and said.line.start - before.end < 200 and bool(PRONOUN.match(said.line.plain.text))


def _read(reading: Reading, line: Line, before: _Agreement | None, own: Mapping[str, str | None]) -> _Agreement | None:
    match = sort_in(line.plain.text)
    listed = None if match else _listed(reading, line)
    if match is None and listed is None and not (before is not None and PRONOUN.match(line.plain.text)):
        return None
    what = str(match.lastgroup) if match else listed or "same"
    fields = dates_of(reading, line, match)
    fields["parties"] = parties_of(
        reading, line, match or (LISTED.match(line.plain.text) if listed else None)
    ) or _of_heading(reading, line, match)
    if match and line.kind == "item" and len(line.text.split()) <= _SHORT_ITEM:
        fields = {**fields, **_listed_agreement(reading, line, match)}
    before_it = replaced_by(reading, line)
    fields["replaces"] = before_it.words if before_it else None
    fields["replaces_date"] = before_it.signed_date if before_it else None
    fields["duration"], fields["months"] = duration_of(line)
    fields["state"] = _state(line, fields) or fields.get("state")
    deed = bool(own) and THIS_DEED.search(line.plain.text) is not None
    if not any(fields.values()) or (_may_be_none(match) and not deed and not _is_certain(fields)):
        return None
    older = _as_fields(before_it) if before_it else {}
    this = (match is not None and (deed or match.start() < 40)) or what == "same"
    return _Agreement(line.start, line.end, line, what, fields, bool(own) and this, older)


def _of_heading(reading: Reading, line: Line, match: re.Match[str] | None) -> str | None:
    """Whom `the memorandum` is with, where the heading of the section says so."""
    if match is None or not line.headings[1:] or not _DEFINITE.search(line.plain.text[: match.end()]):
        return None
    heading = next((one for one in reversed(reading.lines[: line.number]) if one.kind == "heading"), None)
    named = sort_in(heading.plain.text) if heading is not None else None
    return parties_of(reading, heading, named) if heading is not None and named else None


_DEFINITE = re.compile(r"(?:\b(?:the|this|le|la|l'|ce|cette|du|au) ?(?:\w+ ){0,1}\w*|(?<!\w)[بلو]?ال[\u0621-\u064a]+)$")


def _may_be_none(match: re.Match[str] | None) -> bool:
    return match is not None and match.re is LOOSE


def _is_certain(fields: Mapping[str, str | None]) -> bool:
    """Whether it is said whom an agreement is with and when it was signed, or how long it lasts."""
    return bool(fields["parties"]) and any(fields.get(name) for name in _OF_A_DEED)


_OF_A_DEED = ("signed_date", "valid_until", "renewed_until", "from_date")


def _as_fields(older: Older) -> dict[str, str | None]:
    """The agreement that was replaced, if the day it was signed tells which one it was."""
    if older.signed_date is None:
        return {}
    state = "expired" if older.expired else "replaced"
    named = {"what": older.sort} if older.sort else {}
    return {**named, "signed_date": older.signed_date, "renewed_until": older.renewed_until, "state": state}


def _listed_agreement(reading: Reading, line: Line, match: re.Match[str]) -> dict[str, str | None]:
    """`XYZ, memorandum, 2023` in a list of agreements."""
    first = re.match(r"(?P<who>[^,;:]{2,60})[,:] ", line.text)
    days = find_when(line.text, reading.date)
    if first is None or len(days) != 1 or first.end() > line.plain.span(match)[0] + 1 or days[0].start < first.end():
        return {}
    in_force = IN_FORCE.search(Plain.of(line.heading).text)
    return {"parties": first["who"].strip(), "signed_date": days[0].first, "state": "signed" if in_force else None}


_SHORT_ITEM = 8


def _listed(reading: Reading, line: Line) -> str | None:
    """The sort of agreement, for `The first, with …` after a sentence that counts several of one sort."""
    if not LISTED.match(line.plain.text):
        return None
    for other in reading.earlier(line):
        match = sort_in(other.plain.text)
        if match:
            return str(match.lastgroup)
    return None


def _state(line: Line, fields: Mapping[str, str | None]) -> str | None:
    words = line.plain.text
    if UNSIGNED.search(words):
        return "unsigned"
    if fields.get("renewed_until"):
        return "renewed"
    if PLANNED.search(words) and not fields.get("signed_date"):
        return "planned"
    if ALREADY_REPLACED.search(words):
        return "replaced"
    if re.search(r"\b(?:has )?expired\b|came to an end|a expire|a pris fin|انتهي العمل بها", words) and fields.get(
        "valid_until"
    ):
        return "expired"
    return "signed" if fields.get("signed_date") or (SIGNED_WORD.search(words) and fields.get("parties")) else None
