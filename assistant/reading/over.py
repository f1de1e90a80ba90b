"""Which values of a sentence are over, as it says itself: what another took the place of, or what it changed from."""

from __future__ import annotations

import re

from assistant.changing import sayings, says
from assistant.reading.span import Span
from vectorstore import find_dates, fold

_BEFORE, _AFTER = 16, 40
"""Characters between a value and what says before or after it that it is over."""
_FROM = re.compile(r"(?:\b(?:from|de|du|des|d['’])\s*|(?<!\w)من\s+)(?:\w{2,4}\s+)?$")
_TO = re.compile(r"\s*(?:[\w%]+\s+){0,2}?(?:to|a|au|aux|jusqu['’]a|الي|ل)\s+(?:\w{2,4}\s+)?(?=\d|[^\W\d_])")
_TO_DAY = re.compile(r"\s+(?:to|au|إلى|الى)\s+")
_BY = re.compile(r"\s*(?:by|par)\b", re.IGNORECASE)
_RIGHT_AFTER = re.compile(r"\d{1,2}")
_VERB = 30
"""Characters before "from" in which a verb says that a day was moved."""


def is_over(text: str, value: Span) -> bool:
    """Whether a text says right before or right after a value that another took its place, or that it is over."""
    before, after = fold(text[: value.start]), fold(text[value.end :])
    cues = list(sayings("before the old").finditer(before))
    between = text[: value.start][cues[-1].end() :] if cues else ""
    if cues and _nothing_else(between, _BEFORE) and not _BY.match(between):
        return True
    cue = sayings("after the old").search(after)
    return cue is not None and _nothing_else(text[value.end :][: cue.start()], _AFTER)


def changed_from(text: str, value: Span) -> bool:
    """Whether a text says that a value rose, fell, moved or went from this one to another: "was raised from 80 to 95"."""
    before, after = fold(text[: value.start]), fold(text[value.end :])
    if not _FROM.search(before) or not _TO.match(after):
        return False
    return says(re.split(r"[;؛]", before)[-1], "rises or falls", "moves", "from one to another")


def moved_to(text: str, value: Span) -> Span | None:
    """The later of two days that read like one time and are none: "put off from 15 September to 8 October"; None where they are one."""
    before, said = fold(text[: value.start]), text[value.start : value.end]
    apart = _TO_DAY.search(said)
    if apart is None or not _FROM.search(before) or not says(before[-_VERB:], "moves"):
        return None
    first, last = ([*find_dates(piece)] for piece in (said[: apart.start()], said[apart.end() :]))
    whole = all(found and found[0].month and found[0].day for found in (first, last))
    right_after = _RIGHT_AFTER.fullmatch(said[: apart.start()]) and any(
        not before[cue.end() :].strip().removesuffix("from").removesuffix("du").removesuffix("من").strip()
        for cue in sayings("moves").finditer(before)
    )
    return Span(value.start + apart.end(), value.end) if last and (whole or right_after) else None


def _nothing_else(between: str, most: int) -> bool:
    """Whether what stands between a value and what is said of it is short and names nothing."""
    return len(between) <= most and not re.search(r"[A-ZÀ-Þ\d]|[.;؛]\s", between)
