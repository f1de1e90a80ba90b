"""Short forms explained without a bracket: lists of abbreviations, and `hereinafter` in deeds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.defined import Definition, sort_of
from ingest.extract.heads import HEADS
from ingest.extract.lines import Line
from ingest.extract.plain import Plain

_LIST = re.compile(
    r"^(?:list of )?(?:abbreviations?|acronyms?|sigles?(?: et abreviations?)?|abreviations?|الاختصارات|المختصرات)\s*:\s*"
)
_ENTRY = re.compile(r"\s*(?P<short>[A-ZÀ-Þ][\w&./-]{1,19})\s*(?:,|:|=|–|-)\s+(?P<long>[^;.]{4,140})")
_HEREINAFTER = re.compile(
    r"(?P<long>[A-ZÀ-Þ][\w'’-]*(?: (?:of|for|and|the|de|du|des|la|et|d['’]\w+|l['’]\w+|[A-ZÀ-Þ][\w'’-]*))*),? \(?(?:hereinafter|hereafter|ci-après)(?: referred to as| called| dénommée?)?,? (?=(?P<rest>[^;.)]{2,60}))"
)
_QUOTED = re.compile(r"[“\"«]\s?(?P<name>[^”\"»]{2,30}?)\s?[”\"»]")
_DASHED = re.compile(r"^(?P<short>[A-ZÀ-Þ]\w{2,14})\s[–—-]\s(?P<long>[A-ZÀ-Þ][^|:;.()\n]{4,140})")
_BODY_OF = re.compile(
    rf"[\w'’&-]+(?:,? [\w'’&-]+){{0,8}}? (?i:{'|'.join(HEADS)})(?:(?= Secretariat)|$| (?i:of|for|on)(?:,? [\w'’&-]+){{1,9}}$)"
)
"""`SHORT – Name of the Body` on a line of its own."""
_NO_BODY = re.compile(
    r"\d|\b(?:meeting|session|report|minutes|plan|budget|note|agenda|programme|secretariat|direction|weekly)\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"^\((?P<short>[A-ZÀ-Þ][\w-]{1,14})\s*:\s*(?P<long>[^()]{5,120})\)\.?$")


def spelled(line: Line) -> Iterator[Definition]:
    """What a line explains outside of brackets."""
    listed = _LIST.match(line.plain.text)
    if listed:
        at = line.plain.span(listed)[1]
        for part in line.text[at:].split(";"):
            entry = _ENTRY.fullmatch(part.rstrip(" ."))
            if entry:
                long = entry["long"].strip()
                yield Definition(at, at + len(part), long, entry["short"], (), sort_of(line, at, long, entry["short"]))
            at += len(part) + 1
    bracketed = _BRACKETED.match(line.text.strip())
    if bracketed:
        long = bracketed["long"].strip()
        yield Definition(0, len(line.text), long, bracketed["short"], (), sort_of(line, 0, long, bracketed["short"]))
    dashed = _DASHED.match(line.text.strip())
    named = _BODY_OF.match(dashed["long"].strip()) if dashed else None
    if dashed and named and not _NO_BODY.search(named.group()):
        long = named.group()
        sort = sort_of(line, 0, long, dashed["short"])
        if sort == "organisation" and _capitals(long):
            yield Definition(0, len(line.text), long, dashed["short"], (), sort)
    for match in _HEREINAFTER.finditer(line.text):
        names = [found["name"] for found in _QUOTED.finditer(match["rest"])]
        codes = [name for name in names if name.isupper() and len(name.split()) == 1]
        long = re.sub(r"^(?:The|Le|La|L['’])\s*", "", match["long"])
        if codes and len(long.split()) > 1 and Plain.of(long).text:
            yield Definition(*match.span(), long, codes[0], (), sort_of(line, match.start(), long, codes[0]))


def _capitals(name: str) -> bool:
    """Whether the longer words of a name begin with capitals."""
    return all(word[0].isupper() for word in re.findall(r"[^\W\d_]{4,}", name))
