"""What the text of an amendment changes of its agreement: the day until which it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ingest.extract.agreement_parties import parties_of
from ingest.extract.agreement_words import DONE_AT, RENEWED, sort_in
from ingest.extract.lines import Line
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import find_when
from vectorstore import Fact

_HEAD = 14
"""Lines in which an amendment says what it amends."""
_DAY = 3
"""How exact a day is."""
_UNTIL = re.compile(rf"(?:{RENEWED.pattern})|(?:until|jusqu'au|حتي)\s*$")
_OLD_END = re.compile(r"(?:until|jusqu'au|حتي)\s*$")


def amended(reading: Reading, own: Mapping[str, str | None]) -> Iterator[Fact]:
    """The agreement that an amendment renews, by the day it was signed, and the amendment itself, by the day it was.

    Args:
        reading: The document.
        own: Title and parties of the amendment.
    """
    if reading.document.kind != "amendment":
        return
    heads = [(line, match) for line in reading.lines[:_HEAD] if (match := sort_in(line.plain.text))]
    parties = own.get("parties") or next((said for line, m in heads if (said := parties_of(reading, line, m))), None)
    told = _signed(heads)
    sort, signed = told if told else ("other", None)
    for line in reading.lines:
        until, before = _new_end(reading, line)
        if until is not None:
            dates = {"signed_date": signed, "valid_until": before, "renewed_until": until}
            yield reading.on_line("agreement", line, what=sort, parties=parties, state="renewed", **dates)
            break
    done = _done(reading)
    if done is not None:
        line, day = done
        title = reading.document.title
        yield reading.on_line(
            "agreement", line, what=sort, title=title, parties=parties, signed_date=day, state="signed"
        )


def _signed(named: Sequence[tuple[Line, re.Match[str]]]) -> tuple[str, str | None] | None:
    """The sort of agreement that is amended, and the day on which it was signed, by the lines that name it."""
    for line, match in named:
        start = line.plain.span(match)[1]
        days = [when for when in find_when(line.text, None) if when.start >= start and when.precision == _DAY]
        if days and not _UNTIL.search(Plain.of(line.text[: days[0].start]).text[-70:]):
            return str(match.lastgroup), days[0].first
    return (str(named[0][1].lastgroup), None) if named else None


def _new_end(reading: Reading, line: Line) -> tuple[str | None, str | None]:
    """The day until which it now holds, and until which it held, where a line says so."""
    until = old = None
    for when in find_when(line.text, reading.date):
        before = Plain.of(line.text[: when.start]).text
        if RENEWED.search(before[-70:]):
            until = when.first
        elif _OLD_END.search(before):
            old = when.first
    return until, old


def _done(reading: Reading) -> tuple[Line, str] | None:
    """The line that says where and when it was done, and the day; without one, the last day below the text."""
    for line in reading.lines:
        when = find_when(line.text, reading.date) if DONE_AT.match(line.plain.text) else ()
        if len(when) == 1 and when[0].precision == _DAY:
            return line, when[0].first
    below = reading.lines[-_SIGNED_IN:]
    days = [
        (line, w)
        for line in below
        for w in find_when(line.text, None)
        if w.precision == _DAY and len(line.text) <= _SHORT
    ]
    last = max(days, key=lambda one: one[1].first, default=None)
    return (last[0], last[1].first) if last else None


_SIGNED_IN, _SHORT = 8, 60
"""Lines at the end in which it is signed, and characters of one with a place and a day."""
