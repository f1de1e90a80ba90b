"""Lists inside a sentence or paragraph: "(a) …; (b) …", "first, … second, …", "three fields: x, y and z"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.reading.enumerations import enumerates
from assistant.reading.markers import Marker, opening, sequence

_SPLIT = {";": re.compile(r"[;؛]"), ",": re.compile(r"[,،]"), "both": re.compile(r"[,،;؛]")}
_AND = re.compile(r"\s+(?:and|et|or|ou|as well as|ainsi que)\s+|\s+(?=و\S{3,})")
_LAST_ONLY = re.compile(r"^[^;؛]*,[^;؛]*[;؛]\s*(?:and|et|or|ou|و)[^;؛]*$")
"""Commas, and one semicolon before the last "and"."""
_OPENS_WITH_AND = re.compile(r"^(?:and|et|or|ou)\s+", re.IGNORECASE)
_TAIL = re.compile(r"(?:[\s;,.؛،]|\b(?:and|et|or|ou)(?=[\s;,]*$)|\sو(?=\s*$))+$")
_ENDS = re.compile(r"[.!?؟](?=\s+[^\W\d_a-zà-ÿ])|[.!?؟]\s*$")
_ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Eng|Capt|Hon|St|No|M|Mme|Mlle|Pr|art|H\.E|S\.E|[A-Z])\.$")
_COLON = re.compile(r"\s?[:：]\s+(?=\S)")
_LONGEST_PIECE = 14
"""Words of a piece between commas; longer ones are clauses."""


@dataclass(frozen=True, slots=True)
class Inline:
    """The items of a list at `text[start:end]` each, and where what introduces it ends."""

    items: tuple[tuple[int, int], ...]
    lead: int


def inline_list(text: str) -> Inline | None:
    """The list a paragraph holds; None where it holds none."""
    markers = sequence(text)
    if markers:
        return Inline(tuple(_between(text, markers)), markers[0].start)
    counted = opening(text)
    found = (_after_colon(text, colon) for colon in _COLON.finditer(text, counted.end if counted else 0))
    return next((one for one in found if one is not None), None)


def _between(text: str, markers: list[Marker]) -> list[tuple[int, int]]:
    """What stands from each mark to the next, and after the last to the end of its sentence."""
    ends = [marker.start for marker in markers[1:]] + [_end_of_sentence(text, markers[-1].end)]
    return [_trimmed(text, marker.end, end) for marker, end in zip(markers, ends, strict=True)]


def _after_colon(text: str, colon: re.Match[str]) -> Inline | None:
    """The pieces after a colon, between semicolons or else between commas."""
    end = _end_of_sentence(text, colon.end())
    tail = text[colon.end() : end]
    pieces = _pieces(tail, ";")
    if not pieces or _LAST_ONLY.search(tail):
        begin = max((m.end() for m in re.finditer(r"[.!?؟]\s+", text[: colon.start()])), default=0)
        pieces = _pieces(tail, "both" if pieces else ",") if enumerates(text[begin:end]) else pieces
    if len(pieces) < 2:
        return None
    return Inline(tuple(_trimmed(text, colon.end() + a, colon.end() + b) for a, b in pieces), colon.start())


def _pieces(tail: str, sign: str) -> list[tuple[int, int]]:
    """Where the pieces between a sign stand, brackets kept whole; the last is cut at its "and". None where it does not list."""
    level, at, found = _levels(tail), 0, []
    for match in _SPLIT[sign].finditer(tail):
        if not level[match.start()]:
            found.append((at, match.start()))
            at = match.end()
    if sign == ";" and not found:
        return []
    if found and not tail[at:].strip(" ."):
        return found
    found += [(at, len(tail))] if sign == ";" else _cut_at_and(tail, at, len(tail))
    clauses = sign != ";" and any(len(tail[a:b].split()) > _LONGEST_PIECE for a, b in found)
    return [] if clauses else found


def _cut_at_and(tail: str, start: int, end: int) -> list[tuple[int, int]]:
    piece = tail[start:end]
    if _OPENS_WITH_AND.match(piece.strip()) or piece.strip().startswith("و"):
        return [(start, end)]
    joins = [m for m in _AND.finditer(piece) if piece[: m.start()].strip()]
    if not joins:
        return [(start, end)]
    last = joins[-1]
    return [(start, start + last.start()), (start + last.end(), end)]


def _levels(text: str) -> list[int]:
    """How many brackets are open at each character."""
    level, found = 0, []
    for sign in text:
        level += sign in "(«["
        found.append(level)
        level -= sign in ")»]" and level > 0
    return found


def _end_of_sentence(text: str, start: int) -> int:
    for match in _ENDS.finditer(text, start):
        if not _ABBREVIATED.search(text[max(0, match.start() - 6) : match.start() + 1]):
            return match.start()
    return len(text)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(" \n\t,;"))
    if opened := _OPENS_WITH_AND.match(text[start:end]):
        start += opened.end()
    tail = _TAIL.search(text[start:end])
    return start, start + tail.start() if tail else end
