"""Events in calendars: rows with a column of days, and items such as `19 May 2026: tenth meeting of …`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.extract.event_listed import ANY, PLANNED_HEADING, listed, planned, year_of
from ingest.extract.event_mentions import ONLY_WISHED
from ingest.extract.event_months import in_months
from ingest.extract.event_papers import is_no_event
from ingest.extract.event_rows import event_of_row
from ingest.extract.event_said import Mention
from ingest.extract.event_words import kind_of
from ingest.extract.lines import Line
from ingest.extract.participation import participation
from ingest.extract.places import VIRTUAL, place_in
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import When, find_when

_MOVED_FROM = re.compile(
    r"\(?(?:postponed|moved|rescheduled|put off) from\b|\(?(?:reportée?|déplacée?) du\b|\(?instead of\b|\(?au lieu du\b|بدلا من"
)
_PLACE_FIRST = re.compile(r"(?P<place>[A-ZÀ-Þa-z\u0621-\u064a][\w'’ -]{2,40}):\s+(?P<rest>.{4,160})$")
_BEFORE_DATE = re.compile(r"\s*[:,،–-](?:\s*(?:on|from|les?|du|le|في|من|يوم))?\s*$")
_VERB = re.compile(
    r"\b(?:is|are|was|were|will|has|have|goes|returns|moves|comes|opens|starts|begins|est|sont|sera|aura|a ete|ouvre|revient)\b|(?<!\w)(?:ستعقد|سيعقد|تعود|يعود|تنتقل)(?!\w)"
)
_MONTH, _TWO = 2, 2
_PLACE_THEN = re.compile(
    r"^(?P<place>[A-ZÀ-Þ\u0621-\u064a][\w'’-]*(?:[ ,،]{1,2}[A-ZÀ-Þ\u0621-\u064a][\w'’-]*){0,4}?)\s?[,،]\s?(?:le |du |les |في |من )?$"
)
_HOW_MANY = re.compile(r"\s*[,،;(–-]\s*(?P<people>\d{1,4} [^\W\d_]+(?: [^\W\d_]+){0,5})\)?$")
_LAST_PLACE = re.compile(
    r",\s+(?:in |at |à |au )?(?P<place>[A-ZÀ-Þ][\w'’-]+(?:[\s-](?:de |of )?[A-ZÀ-Þ][\w'’-]+){0,3}(?:,\s[A-ZÀ-Þ][\w'’-]+)?)$"
)
_INSIDE = re.compile(r"\s(?:in|at|à|au|في)\s+(?P<place>[A-ZÀ-Þ\u0621-\u064a][^,:;]{2,60})$")
_IN_BRACKETS = re.compile(r"\s*\((?P<place>[A-ZÀ-Þ\u0621-\u064a][^()\d]{2,60})\)$")
_LAST_ARABIC = re.compile(r"\s*[،,]\s*(?P<place>[\u0621-\u064a]{3,}(?: [\u0621-\u064a]{3,}){0,2})$")
_DATE_FIRST = re.compile(r"^\s*(?::|-|–|—|,)\s*(?P<title>.{4,160})$")
_REACHED = re.compile(
    r"^(?P<place>[A-ZÀ-Þ\u0621-\u064a][\w'’ -]{2,40}?)\s?[,،]\s(?P<title>[^:,،;]{4,90}):\s(?P<reached>\d{1,4} .{3,60})$"
)
"""`Lima, tide gauges: 22 participants`, under a heading that gives the year."""


def listed_events(reading: Reading) -> Iterator[Mention]:
    """Events of tables and lists that have a day of their own."""
    for line in reading.lines:
        if line.kind == "row":
            found = event_of_row(reading, line)
        elif ONLY_WISHED.search(Plain.of(line.heading).text):
            continue
        elif line.kind == "item" or (line.kind == "paragraph" and PLANNED_HEADING.search(Plain.of(line.heading).text)):
            found = _item(reading, line)
        else:
            continue
        if found is not None:
            yield found


def _item(reading: Reading, line: Line) -> Mention | None:
    """`DAY: title, place`, `DAY, place: title`, `title in place: DAY`, `title, DAY`, or under a heading with a year `Month: title`."""
    dates = find_when(line.text, reading.date, "future")
    moved = _MOVED_FROM.search(line.text)
    if moved and len(dates) == _TWO and dates[0].end <= moved.start() <= dates[1].start:
        found = _one_day(reading, replace(line, text=line.text[: moved.start()].rstrip(" (")), dates[0])
        former = dates[1].first
        return replace(found, end=line.end, state="postponed", former_date=former) if found else None
    return _reached(reading, line) or (
        _one_day(reading, line, dates[0]) if len(dates) == 1 else _in_month(reading, line)
    )


def _reached(reading: Reading, line: Line) -> Mention | None:
    """An event told by its place, its subject and how many took part."""
    match = _REACHED.match(line.text)
    year = year_of(reading, line) if match else None
    people, countries = participation(match["reached"]) if match else (None, None)
    if match is None or year is None or people is None or is_no_event(match["title"]):
        return None
    days = [day for day in find_when(match["reached"], f"{year}-12") if day.precision > _MONTH]
    when = days[0] if len(days) == 1 else When(0, 0, year, None, 1)
    kind = kind_of(match["title"]) or ANY
    mention = listed(reading, line, kind, match["title"], when, match["place"], "held")
    return replace(mention, participants=people, countries=countries)


def _one_day(reading: Reading, line: Line, date: When) -> Mention | None:
    if date.precision < _MONTH:
        return None
    if date.start <= len("on "):
        match = _DATE_FIRST.match(line.text[date.end :])
        if match is None:
            return None
        placed = _PLACE_FIRST.match(match["title"]) if line.text[date.end :].lstrip().startswith(",") else None
        if placed and kind_of(placed["rest"]) and not kind_of(placed["place"]):
            found = _titled(reading, line, placed["rest"], date)
            virtual = bool(VIRTUAL.search(Plain.of(placed["place"]).text))
            return replace(found, venue=placed["place"], virtual=found.virtual or virtual) if found else None
        return _titled(reading, line, match["title"], date)
    after = _DATE_FIRST.match(line.text[date.end :])
    where = _PLACE_THEN.match(line.text[: date.start])
    if after and where and not kind_of(where["place"]):
        found = _titled(reading, line, after["title"], date)
        return replace(found, venue=where["place"]) if found else None
    if date.end >= len(line.text.rstrip(" .)")):
        match = _BEFORE_DATE.search(line.text[: date.start])
        return _titled(reading, line, line.text[: match.start()], date) if match else None
    return _in_month(reading, line)


def _in_month(reading: Reading, line: Line) -> Mention | None:
    found = in_months(reading, line)
    return _titled(reading, line, *found) if found else None


def _titled(reading: Reading, line: Line, title: str, when: When) -> Mention | None:
    title = re.sub(r"^\d{1,2}[.)]\s+", "", title.strip(" ."))
    kind = kind_of(title)
    if line.kind == "paragraph" and _VERB.search(Plain.of(title).text):
        return None  # a sentence, which is read as such
    if kind is None or is_no_event(title):
        return None
    counted = _HOW_MANY.search(title)
    people, countries = participation(counted["people"]) if counted else (None, None)
    title = title[: counted.start()] if counted and people else title
    title, venue = _placed(title)
    found = listed(reading, line, kind, title.strip(" ,،"), when, venue, planned(line) or when)
    if people and found.state == "mentioned":
        return replace(found, participants=people, countries=countries, state="held")
    return found


def _placed(title: str) -> tuple[str, str | None]:
    """A title and the place that it ends with."""
    ends = (_LAST_PLACE, _INSIDE, _IN_BRACKETS, _LAST_ARABIC)
    found = next((match for pattern in ends if (match := pattern.search(title)) and not kind_of(match["place"])), None)
    if found is None:
        return title, place_in(title)
    return title[: found.start()], found["place"]
