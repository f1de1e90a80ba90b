"""The day a report gives itself, wherever it stands: behind a label, on a line of its own, in a dateline, at the end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import PurePosixPath

from vectorstore import Block, WrittenDate, find_dates, fold

_OPENING_BLOCKS, _CLOSING_BLOCKS = 8, 8
_SHORT_LINE, _DATELINE = 110, 90
"""Characters: of a line that gives a date and no story, and of the beginning in which a dateline ends."""
_OTHER_WORDS = 4
_LONGEST_EVENT = 62
"""Days: a longer range is the time a report is about."""
_DONE_AT = re.compile(r"(?:done|signed|made) (?:at|in)\b|fait a\b|حرر في|وقعت? في")
_SEASON = re.compile(r"\b(?:spring|summer|autumn|fall|winter|printemps|ete|automne|hiver)\b|الربيع|الصيف|الخريف|الشتاء")


def document_date(
    text: str, blocks: Sequence[Block], name: str, fields: Mapping[str, str]
) -> tuple[str | None, str | None]:
    """The date as written, and in ISO form: the most trustworthy place first.

    Args:
        text: The stored text.
        blocks: Its structure.
        name: The file's path.
        fields: The labelled lines of its head.
    """
    if fields.get("date"):
        best = max(_with_year(fields["date"]), key=lambda found: found.precision, default=None)
        if best is not None:
            return fields["date"][best.start : best.end], best.iso
    for places, least in _places(text, blocks, name):
        for place in places:
            best = next((found for found in _with_year(place) if found.precision >= least and _is_day(found)), None)
            if best is not None:
                return place[best.start : best.end], best.iso
    return None, None


def _places(text: str, blocks: Sequence[Block], name: str) -> list[tuple[list[str], int]]:
    """Where to look, in order, and how much of a date must be there: 3 a day, 2 a month, 1 a year."""
    lines = [text[b.start : b.end] for b in blocks[:_OPENING_BLOCKS] if b.end > b.start]
    last = [text[b.start : b.end] for b in blocks[-_CLOSING_BLOCKS:]]
    closing = last[-max(0, len(blocks) - _OPENING_BLOCKS) :] if len(blocks) > _OPENING_BLOCKS else []
    readable_name = re.sub(r"[_-](?=\D)|(?<=\D)[_-]", " ", PurePosixPath(name).stem)
    short = [line for line in lines if len(line) <= _SHORT_LINE]
    own = [line for line in short if not line.rstrip().endswith(".")]
    opening = "\n".join(lines)
    return [
        ([line for line in last if _DONE_AT.match(fold(line[:30]))], 3),
        ([line for line in own if is_little_else(line)], 2),
        ([line for line in closing if len(line) <= _SHORT_LINE and is_little_else(line)], 3),
        ([line for line in lines if line in own or _has_dateline(line)], 3),
        (own, 2),
        ([readable_name], 1),
        ([line for line in short[1:] if _SEASON.search(fold(line))], 1),
        ([opening], 3),
        ([opening], 2),
        (lines[:1], 1),
    ]


def _with_year(text: str) -> list[WrittenDate]:
    return [found for found in find_dates(text) if found.iso]


def _is_day(found: WrittenDate) -> bool:
    """Whether a range is short enough to be the days of something, and not the year a report is about."""
    if (
        found.last_iso is None
        or found.iso is None
        or len(found.iso) < len("2024-05-29")
        or len(found.last_iso) < len("2024-05-29")
    ):
        return True
    return (date.fromisoformat(found.last_iso) - date.fromisoformat(found.iso)).days <= _LONGEST_EVENT


def is_little_else(line: str) -> bool:
    """Whether a line is a place and a date, and no sentence."""
    found = _with_year(line)
    if len(found) != 1 or not _is_day(found[0]):
        return False
    rest = f"{line[: found[0].start]} {line[found[0].end :]}"
    return ":" not in rest and len(rest.split()) <= _OTHER_WORDS


def _has_dateline(line: str) -> bool:
    """`PORT ALMINA, 12 March 2024 – …`: the day stands near the beginning, and a dash, a colon or a stop behind it."""
    first = next(iter(find_dates(line[:_DATELINE])), None)
    return first is not None and re.match(r"\s*[-–—:.)]", line[first.end :]) is not None
