"""Who is party to an agreement, by the grammar of the sentence that says so."""

from __future__ import annotations

import re

from ingest.extract.agreement_words import (
    ARABIC_BETWEEN,
    ARABIC_SIGNED,
    BETWEEN,
    FIRST_WORD,
    LINKS,
    SIGNED_WORD,
    WITH,
)
from ingest.extract.lines import Line
from ingest.extract.reading import Body, Reading


def parties_of(reading: Reading, line: Line, match: re.Match[str] | None) -> str | None:
    """The organisations that a sentence names as parties: between A and B, A and B signed, with B."""
    if match is None:
        return None
    bodies = reading.bodies(line.text)
    named = _distinct(reading, [body.name for body in bodies])
    pair = _pair(line) if len(named) < 2 else _two_of(reading, line, match, bodies, named)
    if pair:
        return "; ".join(pair)
    lead = line.plain.text
    return next((body.name for body in bodies if WITH.search(lead[: body.start])), None)


def _pair(line: Line) -> list[str]:
    """Two parties by the grammar of the sentence, where at most one of them is known as an organisation."""
    for pattern in (LINKS, ARABIC_BETWEEN, ARABIC_SIGNED):
        pair = pattern.search(line.plain.text)
        if pair:
            return [_bare(line.text[slice(*line.plain.span(pair, group))]) for group in ("a", "b")]
    return []


def _two_of(reading: Reading, line: Line, match: re.Match[str], bodies: list[Body], named: list[str]) -> list[str]:
    """The two organisations of a sentence that are the parties, by the words around them."""
    between = BETWEEN.search(line.plain.text)
    if between:
        start = line.plain.span(between)[1]
        after = _distinct(reading, [body.name for body in bodies if body.start >= start][:3])
        if len(after) > 1:
            return after[:2]
    signed = SIGNED_WORD.search(line.plain.text)
    if signed is None:
        return []
    verb, noun = line.plain.span(signed)[0], line.plain.span(match)[0]
    if verb < FIRST_WORD:  # Arabic: the verb stands first
        return named[:2]
    before = [body for body in bodies if body.end <= verb and (verb < noun or body.start > noun)]
    signers = _distinct(reading, [body.name for body in before])
    return signers[-2:] if len(signers) > 1 else []


def _bare(name: str) -> str:
    return re.sub(r"\s*\([^)]*\)$", "", name.strip())


def _distinct(reading: Reading, names: list[str]) -> list[str]:
    """Each organisation once, where a short form in brackets follows the long one."""
    short = reading.short_forms
    return [name for number, name in enumerate(names) if not any(short.get(n) == name for n in names[:number])]


def two_between(reading: Reading, line: Line) -> str | None:
    """`between A and B` on a line of its own below the title."""
    between = BETWEEN.match(line.plain.text)
    if between is None:
        return None
    named = _distinct(reading, [body.name for body in reading.bodies(line.text)])
    return "; ".join(named[:2]) if len(named) > 1 else "; ".join(_pair(line)) or None
