"""Events told together: `Three courses were held: reefs (Suva, 3–7 June), tides (Lima, 4–8 July) and gauges (Quito, 1 August)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.event_said import Mention
from ingest.extract.event_states import state_of
from ingest.extract.event_words import event_nouns, kind_of
from ingest.extract.lines import Line
from ingest.extract.places import VIRTUAL
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import When, find_when, is_after

_ONE = re.compile(r"(?P<what>[^,;:()،؛.]{3,80}?)\s?\((?P<where>[^()]{4,70})\)")
_JOINED = re.compile(r"^\s*(?:(?:and|et|then|puis)\s+|و\s?(?=ال|[\u0621-\u064a]))", re.IGNORECASE)
_LEAST, _DAY_OR_MONTH = 2, 2


def enumerated(reading: Reading, line: Line) -> Iterator[Mention]:
    """The events that a sentence tells of one by one behind a noun in the plural, each with its days in brackets."""
    nouns = [noun for noun in event_nouns(line.text, line.plain) if noun.plural]
    if not nouns:
        return
    found = [
        (one, when) for one in _ONE.finditer(line.text, nouns[0].end) if (when := _day(reading, line, one["where"]))
    ]
    if len(found) < _LEAST:
        return
    said = state_of(line.plain.text, None, None)
    for one, when in found:
        title = _JOINED.sub("", one["what"]).strip()
        venue = one["where"][: when.start].strip(" ,،;–-") or one["where"][when.end :].strip(" ,،;–-")
        ahead = is_after(when.first, reading.date)
        yield Mention(
            line.start,
            line.end,
            line.page,
            kind_of(title) or nouns[0].kind,
            title,
            when.first,
            when.last,
            "planned" if ahead else said,
            venue=venue or None,
            virtual=bool(VIRTUAL.search(Plain.of(one["where"]).text)),
        )


def _day(reading: Reading, line: Line, where: str) -> When | None:
    """The one day in the brackets, of the year that the sentence gives."""
    years = {when.first[:4] for when in find_when(line.text, None) if len(when.first) == len("2024")}
    dated = f"{years.pop()}-12" if len(years) == 1 else reading.date
    days = [when for when in find_when(where, dated) if when.precision >= _DAY_OR_MONTH]
    return days[0] if len(days) == 1 else None
