"""Events in calendars: rows with a column of days, and items such as `19 May 2026: tenth meeting of …`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.extract.event_mentions import ONLY_WISHED
from ingest.extract.event_papers import is_no_event
from ingest.extract.event_said import Mention
from ingest.extract.event_words import kind_of
from ingest.extract.lines import Cell, Line
from ingest.extract.participation import participation
from ingest.extract.places import VIRTUAL, place_in
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import When, find_when, is_after
from vectorstore import month_number

_WHAT = re.compile(
    r"^(?:activit(?:y|ies)|courses?|meetings?|workshops?|activites?|events?|evenements?|what|titles?|formations?|reunion|theme|subject|quoi|intitule|النشاط|الفعاليه|الحدث|العنوان|الدوره)$"
)
_WHEN = re.compile(r"^(?:dates?(?: and place)?|when|period|quand|periode|calendrier|التاريخ|الموعد|الفتره)$")
_WHERE = re.compile(
    r"^(?:places?|where|venue|location|host(?: country)?|lieu|ou|endroit|pays hote|المكان|مكان الانعقاد|البلد المضيف)$"
)
_PROGRAMME = re.compile(r"^(?:program(?:me)?s?|units?|projects?|projets?|البرنامج|المشروع)$")
_PARTNER = re.compile(
    r"^(?:(?:co-?)?partners?|partner institutions?|with|hosts?|partenaires?|avec|organisateurs?|organi[sz]ers?|الشريك|الشركاء|بالتعاون مع)$"
)
_ATTENDED = re.compile(
    r"^(?:attendance|attendees|participants?|number of participants|no\. of participants|nombre de participants|عدد المشاركين|المشاركون)$"
)
_STATE = re.compile(r"^(?:status|state|remarks?|etat|statut|observations?|الحاله|الوضع|ملاحظات)$")
_STATES = (
    ("cancelled", re.compile(r"cancel|dropped|annule|supprime|ملغ|الغي")),
    ("postponed", re.compile(r"postpone|put off|delayed|deferred|reporte|differe|مؤجل|موجل|تاجل")),
    ("tentative", re.compile(r"tentative|to be confirmed|\btbc\b|provisional|provisoire|a confirmer|مبدي|غير موكد")),
    ("held", re.compile(r"\b(?:held|done|completed|carried out|implemented|tenue?|realisee?|acheve)|منفذ|نفذ|عقد")),
    ("planned", re.compile(r"confirmed|planned|scheduled|\bfirm\b|\bferme\b|confirme|prevu|موكد|مقرر")),
)
_PLANNED_HEADING = re.compile(
    r"planned|coming|next|calendar|forthcoming|work plan|list of activities|upcoming|first activities|agenda|outlook|prevue?s?|a venir|calendrier|programme de|prochaine|المقبله|القادمه|المقرره|رزنامه|جدول"
)
_DONE_HEADING = re.compile(r"(?:activities|events|courses) (?:held|carried out)|realisee?s?|activites menees|المنفذه")
_MOVED_FROM = re.compile(
    r"\(?(?:postponed|moved|rescheduled|put off) from\b|\(?(?:reportée?|déplacée?) du\b|\(?instead of\b|\(?au lieu du\b|بدلا من"
)
_PLACE_FIRST = re.compile(r"(?P<place>[A-ZÀ-Þa-z\u0621-\u064a][\w'’ -]{2,40}):\s+(?P<rest>.{4,160})$")
_BEFORE_DATE = re.compile(r"\s*[:,،–-](?:\s*(?:on|from|les?|du|le|في|من|يوم))?\s*$")
_VERB = re.compile(
    r"\b(?:is|are|was|were|will|has|have|goes|returns|moves|comes|opens|starts|begins|est|sont|sera|aura|a ete|ouvre|revient)\b|(?<!\w)(?:ستعقد|سيعقد|تعود|يعود|تنتقل)(?!\w)"
)
_MONTH, _TWO = 2, 2
_ANY = "other"
"""The kind of an activity that no word gives the kind of."""
_DATE_FIRST = re.compile(r"^\s*(?::|-|–|—|,)\s*(?P<title>.{4,160})$")
_REACHED = re.compile(
    r"^(?P<place>[A-ZÀ-Þ\u0621-\u064a][\w'’ -]{2,40}?)\s?[,،]\s(?P<title>[^:,،;]{4,90}):\s(?P<reached>\d{1,4} .{3,60})$"
)
"""`Lima, tide gauges: 22 participants`, under a heading that gives the year."""
_MONTH_FIRST = re.compile(r"^(?P<month>[^\W\d_]{3,10})\s*:\s+(?P<title>.{4,160})$")


def listed_events(reading: Reading) -> Iterator[Mention]:
    """Events of tables and lists that have a day of their own."""
    for line in reading.lines:
        if line.kind == "row":
            found = _row(reading, line)
        elif ONLY_WISHED.search(Plain.of(line.heading).text):
            continue
        elif line.kind == "item" or (line.kind == "paragraph" and _PLANNED_HEADING.search(Plain.of(line.heading).text)):
            found = _item(reading, line)
        else:
            continue
        if found is not None:
            yield found


def _row(reading: Reading, line: Line) -> Mention | None:
    cells = line.cells()
    what, when = _column(cells, _WHAT), _column(cells, _WHEN)
    if what is None or when is None or not what.text or not when.text:
        return None
    said = _said(cells)
    dates = find_when(when.text, reading.date, "future")
    place = _column(cells, _WHERE)
    venue = place.text if place else None
    kind = kind_of(what.text) or (
        _ANY if venue else None
    )  # with days and a place it is an event, whatever it is called
    if kind is None or is_no_event(what.text):
        return None
    if not dates and (dropped := _state_in(when.text)) in ("cancelled", "postponed"):
        mention = _mention(
            reading, line, kind, what.text, When(0, 0, _year_of(reading, line) or "", None, 1), venue, dropped
        )
        return replace(mention, start_date=mention.start_date or None)
    if len(dates) != 1:
        return None
    attended = _column(cells, _ATTENDED)
    people = re.match(r"\d{1,6}(?!\d)", attended.text) if attended else None
    state = said or ("held" if people else None) or _planned(line) or dates[0]
    mention = _mention(reading, line, kind, what.text, dates[0], venue, state)
    programme, partner = _column(cells, _PROGRAMME), _column(cells, _PARTNER)
    return replace(
        mention,
        programme=programme.text if programme else None,
        parties=re.sub(r"\s*[,،/]\s*", "; ", partner.text) if partner else None,
        participants=people.group() if people else None,
    )


def _said(cells: tuple[Cell, ...]) -> str | None:
    """The state that a row gives in a column of its own."""
    cell = _column(cells, _STATE)
    return _state_in(cell.text if cell else "")


def _state_in(said: str) -> str | None:
    words = Plain.of(said).text
    return next((state for state, pattern in _STATES if pattern.search(words)), None)


def _year_of(reading: Reading, line: Line) -> str | None:
    """The one year that the nearest heading with a year gives."""
    for heading in (*reversed(line.headings), reading.document.title):
        years = {day[:4] for when in find_when(heading, None) for day in (when.first, when.last) if day}
        if years:
            return years.pop() if len(years) == 1 else None
    return None


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
    year = _year_of(reading, line) if match else None
    people, countries = participation(match["reached"]) if match else (None, None)
    if match is None or year is None or people is None or is_no_event(match["title"]):
        return None
    days = [day for day in find_when(match["reached"], f"{year}-12") if day.precision > _MONTH]
    when = days[0] if len(days) == 1 else When(0, 0, year, None, 1)
    kind = kind_of(match["title"]) or _ANY
    mention = _mention(reading, line, kind, match["title"], when, match["place"], "held")
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
    if date.end >= len(line.text.rstrip(" .)")):
        match = _BEFORE_DATE.search(line.text[: date.start])
        return _titled(reading, line, line.text[: match.start()], date) if match else None
    return _in_month(reading, line)


def _in_month(reading: Reading, line: Line) -> Mention | None:
    match = _MONTH_FIRST.match(line.text)
    years = find_when(line.heading, None)
    if match is None or len(years) != 1:
        return None
    month = month_number(match["month"])
    if month is None:
        return None
    when = When(0, match.end("month"), f"{years[0].first[:4]}-{month:02d}", None, 2)
    return _titled(reading, line, match["title"], when)


def _titled(reading: Reading, line: Line, title: str, when: When) -> Mention | None:
    title = re.sub(r"^\d{1,2}[.)]\s+", "", title.strip(" ."))
    kind = kind_of(title)
    if line.kind == "paragraph" and _VERB.search(Plain.of(title).text):
        return None  # a sentence, which is read as such
    if kind is None or is_no_event(title):
        return None
    place = re.search(
        r",\s+(?:in |at |à |au )?(?P<place>[A-ZÀ-Þ][\w'’-]+(?:[\s-](?:de |of )?[A-ZÀ-Þ][\w'’-]+){0,3}(?:,\s[A-ZÀ-Þ][\w'’-]+)?)$",
        title,
    )
    inside = re.search(r"\s(?:in|at|à|au|في)\s+(?P<place>[A-ZÀ-Þ\u0621-\u064a][^,:;]{2,60})$", title)
    venue = place["place"] if place else (inside["place"] if inside else place_in(title))
    if place or inside:
        title = title[: (place or inside).start()]  # type: ignore[union-attr]
    return _mention(reading, line, kind, title.strip(" ,"), when, venue, _planned(line) or when)


def _planned(line: Line) -> str | None:
    words = Plain.of(" ".join(line.headings[-2:])).text
    if _DONE_HEADING.search(words):
        return "held"
    return "planned" if _PLANNED_HEADING.search(words) else None


def _mention(
    reading: Reading, line: Line, kind: str, title: str, when: When, venue: str | None, state: str | When
) -> Mention:
    if not isinstance(state, str):
        state = "planned" if is_after(state.first, reading.date) else "mentioned"
    virtual = bool(VIRTUAL.search(Plain.of(f"{title} {venue or ''}").text))
    return Mention(line.start, line.end, line.page, kind, title, when.first, when.last, state, None, venue, virtual)


def _column(cells: tuple[Cell, ...], pattern: re.Pattern[str]) -> Cell | None:
    named = [Plain.of(cell.column).text.split() for cell in cells]
    for cell, words in zip(cells, named, strict=True):
        if pattern.match(" ".join(words)) or pattern.match(" ".join(_below(words, named))):
            return cell
    return None


def _below(words: list[str], named: list[list[str]]) -> list[str]:
    """The name of a column without that of the group it stands under, as in `When and where Place` and `When and where Dates`."""
    shared = (n for n in range(len(words) - 1, 0, -1) if sum(other[:n] == words[:n] for other in named) > 1)
    return words[next(shared, 0) :]
