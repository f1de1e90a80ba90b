"""Who is party to an agreement, by the grammar of the sentence that says so."""

from __future__ import annotations

import re

from ingest.extract.agreement_words import (
    ARABIC_BETWEEN,
    ARABIC_SIGNED,
    BETWEEN,
    CALLED,
    FIRST_WORD,
    LINKS,
    SIGNED_WORD,
    WITH,
)
from ingest.extract.heads import HEAD
from ingest.extract.lines import Line
from ingest.extract.plain import Plain
from ingest.extract.reading import Body, Reading

_ARTICLE = re.compile(r"^(?:the |l['’]|le |la |les |و?ال|و?لل)")
_AIM = re.compile(r" (?:of|for|on) ")


def parties_of(reading: Reading, line: Line, match: re.Match[str] | None) -> str | None:
    """The organisations that a sentence names as parties: between A and B, A and B signed, with B."""
    named = _named(reading, line, match)
    return "; ".join(in_full(reading, name) for name in named) or None


def _named(reading: Reading, line: Line, match: re.Match[str] | None) -> list[str]:
    """The parties in the words of the sentence."""
    if match is None:
        return []
    bodies = reading.bodies(line.text)
    named = _distinct(reading, [body.name for body in bodies])
    pair = _pair(line) if len(named) < 2 else _two_of(reading, line, match, bodies, named)
    if pair:
        return pair
    lead = line.plain.text
    return [body.name for body in bodies if WITH.search(lead[: body.start])][:1]


def in_full(reading: Reading, name: str) -> str:
    """What `the Institute` stands for: the one organisation that the document defines and that is an institute."""
    noun = _head(name)
    if " " in noun or not HEAD.fullmatch(noun):
        return name
    meant = {d.long for _, d in reading.defined if d.sort == "organisation" and noun in _heads(d.long)}
    return meant.pop() if len(meant) == 1 else name


def _head(name: str) -> str:
    return _ARTICLE.sub("", Plain.of(name).text)


def _heads(name: str) -> tuple[str, str]:
    """The nouns that an organisation may be called by alone: the first in French and Arabic, the last in English."""
    words = _AIM.split(_head(name))[0].split()
    return words[0], words[-1]


def _pair(line: Line) -> list[str]:
    """Two parties by the grammar of the sentence, where at most one of them is known as an organisation."""
    for pattern in (*CALLED, LINKS, ARABIC_BETWEEN, ARABIC_SIGNED):
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
    both = named[:2] if len(named) > 1 else _pair(line)
    return "; ".join(in_full(reading, name) for name in both) or None
