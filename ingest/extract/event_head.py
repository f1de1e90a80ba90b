"""What the head of a document says of the event it is about: its kind and title, its days, its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extract.event_headline import SORT_AFTER, SORT_BEFORE, TO_COME, bare_title, named_to_come, split_title
from ingest.extract.event_place import is_dateline, place_beside, place_dashed, place_line
from ingest.extract.event_words import kind_of
from ingest.extract.lines import Line
from ingest.extract.places import VIRTUAL
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import When, find_when, is_after

_OF_KIND = {
    "minutes": "meeting",
    "training report": "course",
    "workshop report": "workshop",
    "webinar": "webinar",
    "technical visit": "visit",
    "meeting report": "meeting",
    "aide-memoire": "visit",
    "agenda": "meeting",
}
_GATHERINGS = ("meeting", "session", "conference", "forum", "visit", "study_visit")
_ANNOUNCED = re.compile(
    r"announcement|invitation|agenda|concept note|call for|programme of the|save the date|annonce|ordre du jour|appel a|note conceptuelle|اعلان|دعوه|جدول (?:ال)?اعمال|برنامج عمل"
)
_ANNOUNCES = re.compile(
    r"^(?:(?:annotated |provisional |draft |tentative |revised )*(?:agenda|programme|invitation|announcement|concept note|save the date)(?:[,;] .{0,60})?|ordre du jour(?: provisoire)?|programme provisoire|جدول (?:ال)?اعمال|برنامج (?:ال)?اجتماع)[ .,:]*$"
)
_NOT_THE_EVENT = re.compile(
    r"postpone|\bmove[ds]?\b|called off|\bis off\b|\bput off\b|cancel|reschedul|\bdelay|brought forward|change of (?:date|venue|place)|new (?:date|venue)|\bdecale|\brepouss|\bajourn|\bdiffere|\bdeplace|\bannul|\breporte|supprime|changement de (?:date|lieu)|new dates|report d[eu]|prolongation|summary|annual(?!(?: [\w-]+){0,4} (?:meeting|session|conference|forum|assembly|summit|congress|workshop|seminar))|fact ?sheet|newsletter|directory|calendar|notice|work ?plan|list of|submitted to|progress report|in brief|تاجيل|ارجاء|الغاء|تغيير (?:موعد|مكان)|نقل (?:موعد|مكان)|ملخص|نشره|تعميم"
)
_LABEL = re.compile(r"^(?P<label>[^:|]{2,40}?)\s*(?::|\|)\s*(?P<value>.+)$")
_DATE_LABEL = re.compile(
    r"^(?:(?:meeting |course |new )?dates?(?: of the meeting)?(?: and (?:place|venue))?|(?:place|venue|location) and dates?|date and time|when|held on|date de la reunion|nouvelles? dates?|dates? et (?:heure|lieu)|lieux? et dates?|dates? de (?:la formation|l'atelier)|(?:reunion|seance|session) du|التاريخ|تاريخ (?:الاجتماع|الانعقاد)|الموعد(?: الجديد)?|التاريخ (?:والوقت|والمكان)|(?:ال)?زمان(?: الانعقاد| والمكان)?|المكان (?:والتاريخ|والزمان)|quand)$"
)
_VENUE_LABEL = re.compile(
    r"^(?:venue|place|location|where|(?:place|venue) of the meeting|lieu(?: de la reunion)?|endroit|ou|المكان|مكان (?:الاجتماع|الانعقاد)|الموقع|مقر الاجتماع)$"
)
_CHAIR_LINE = re.compile(
    r"^(?:in the chair|chair(?:man|woman|person)?|present|attendance|around the table|on the line|presidence|president|presents|participants|رياسه|الحضور|الحاضرون|اعضاء)"
)
HEADER = 8
"""Blocks of the head."""
_HELD_AT = re.compile(
    r"(?:s'est (?:reuni|ouvert|tenu|deroule)e?|se sont reunis|\bmet(?: on| in| at)?\b|\b(?:held|hosted|convened|gathered|sat down|took place|came together|organi[sz]ed|paid a (?:working )?visit)\b|\bran (?:from|in|on)\b|a (?:eu lieu|siege|organise|accueilli|tenu)|ont organise|المنعقد|عقدت?|نظمت?|استضافت?|احتضنت?|التامت?|(?:ا)?نعقدت?|التقي)"
)
_TIME_COLUMN = re.compile(r"^(?:time|hours?|heures?|horaires?|الوقت|الساعه|التوقيت)$")
_LONGEST_LINE, _DAY = 120, 3
"""Signs of a line that gives a day, at most; and the exactness of a day."""


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of the event before the body of the document begins."""

    what: str
    title: str
    when: When | None
    former: When | None
    venue: str | None
    virtual: bool
    announced: bool
    last: Line
    """The last line of the head that says something of it."""


def read_head(reading: Reading) -> Head | None:
    """The event of a document; None where it is about something else, or names neither day nor place."""
    if not reading.lines or _is_mail(reading):
        return None
    opening = [line for line in reading.lines if line.block < HEADER]
    what, title = _what(reading, opening)
    if what is None or _NOT_THE_EVENT.search(Plain.of(title).text):
        return None
    ahead = TO_COME.search(Plain.of(title).text) is not None
    title, dated_in_title, venue_in_title = split_title(reading, title)
    dated = _labelled(opening, _DATE_LABEL)
    if dated is None and ahead:  # the day at the head is that of the paper
        title, dated = named_to_come(title), _set_for(reading)
    elif dated is None:
        dated = _plain_date(reading, opening) or _first_sentence(reading)
    placed = _labelled(opening, _VENUE_LABEL)
    days = _days(dated[1], reading.date) if dated else []
    when = days[0] if days else dated_in_title
    rest = place_beside(dated[1], reading.date) if dated and placed is None and not _is_sentence(dated[0]) else None
    venue = placed[1] if placed else venue_in_title or rest or place_line(opening) or place_dashed(reading)
    if when is None and placed is None:
        return None
    if placed is None and dated is not None and _gives_another_day(reading, title, dated, when):
        return None
    said = [line for line in (reading.lines[0], dated and dated[0], placed and placed[0]) if line]
    text = Plain.of(
        " ".join(filter(None, (venue, dated and dated[1] if dated and not _is_sentence(dated[0]) else None)))
    ).text
    return Head(
        what,
        bare_title(title),
        when,
        days[1] if len(days) > 1 and dated and _INSTEAD.search(Plain.of(dated[1]).text) else None,
        venue,
        what == "webinar" or bool(VIRTUAL.search(text)),
        ahead or _announced(reading, opening),
        max(said, key=lambda line: line.end),
    )


def _gives_another_day(reading: Reading, title: str, dated: tuple[Line, str], when: When | None) -> bool:
    """Whether the date at the head is that of the paper: one day, of no place, and the text gives the event another.

    A notice sets it for a later day; a report tells that it was held on days before.
    """
    label = _LABEL.match(dated[0].text)
    if when is None or when.last or not label or Plain.of(label["label"]).text not in ("date", "التاريخ"):
        return False
    if _was_before(reading, title, dated[0], when):
        return True
    if SORT_BEFORE.match(title) or SORT_AFTER.search(title) or reading.document.kind in ("minutes", "meeting report"):
        return False
    told = (line for line in reading.lines if line.start > dated[0].start and kind_of(line.text) is not None)
    return any(
        _AHEAD.search(line.plain.text)
        and any(is_after(day.first, when.first) for day in find_when(line.text, when.first))
        for line in told
    )


def _was_before(reading: Reading, title: str, dated: Line, when: When) -> bool:
    """Whether the first sentence of a document that speaks of its event says that it was held before the day at the head."""
    what = kind_of(title)
    body = [line for line in reading.lines if line.kind == "paragraph" and line.start > dated.start][:_OPENING]
    told = next((line for line in body if kind_of(line.text) == what and _HELD_AT.search(line.plain.text)), None)
    days = find_when(told.text, reading.date) if told and what else ()
    if told is None or len(days) != 1 or days[0].precision <= _MONTH:
        return False
    return is_after(when.first, days[0].last or days[0].first) and len(set(told.text.split()) & set(title.split())) > 1


_OPENING, _MONTH = 3, 2
"""Paragraphs in which a report says when its event was held; and the exactness of a month."""
_AHEAD = re.compile(
    r"\bwill (?:\w+ )?(?:be|take|sit|meet|open|run|start)\b|takes place|is (?:planned|scheduled|set|due)|aura lieu|se tiendra|est (?:prevue?|fixee?)|ستعقد|سيعقد|ستقام|ستنظم|المقرر"
)
_INSTEAD = re.compile(r"instead of|postponed from|moved from|au lieu d[eu]|بدلا من")


_MAIL_DATE = re.compile(r"date: (?:mon|tue|wed|thu|fri|sat|sun), \d")


def _is_mail(reading: Reading) -> bool:
    """A mail has a sender and a day of its own."""
    heads = [line.plain.text for line in reading.lines[:6]]
    sent = [head for head in heads if head.startswith("from: ")]
    return any("@" in head for head in sent) or (bool(sent) and any(map(_MAIL_DATE.match, heads)))


def _is_sentence(line: Line) -> bool:
    return line.text.rstrip().endswith(".") and len(line.text.split()) > 12


def _what(reading: Reading, opening: list[Line]) -> tuple[str | None, str]:
    """The kind of event and its title: from the kind of document, the title, or a line of the opening."""
    document = reading.document
    kind = kind_of(document.title)
    if document.kind in _OF_KIND:
        usual = _OF_KIND[document.kind]
        if kind is None:
            line = next((o for o in opening[1:5] if _names_event(o)), None)
            return (kind_of(line.text), line.text) if line else (usual, document.title)
        return (kind if kind and (usual != "meeting" or kind in _GATHERINGS) else usual), document.title
    if document.kind is not None:
        return None, document.title
    chaired = any(_CHAIR_LINE.match(line.plain.text) for line in reading.lines[: 2 * HEADER])
    if kind is not None and (_plain_date(reading, opening) or _first_sentence(reading)):
        return kind, document.title
    for line in opening[:5]:
        if chaired and _names_event(line):
            return kind_of(line.text), line.text
    return None, document.title


def _names_event(line: Line) -> bool:
    """A short line without a full stop or a label that names an event; no item of a list."""
    if line.kind == "item" or line.text[:1].islower():
        return False
    bare = len(line.text) < 140 and not line.text.rstrip().endswith(".") and not _LABEL.match(line.text)
    return bare and kind_of(line.text) is not None and not find_when(line.text, None)


def _announced(reading: Reading, opening: list[Line]) -> bool:
    title = Plain.of(reading.document.title).text
    timetable = any(
        line.kind == "row" and line.columns and _TIME_COLUMN.match(Plain.of(line.columns[0]).text)
        for line in reading.lines
    )
    return (
        reading.document.kind == "agenda"
        or (timetable and reading.document.kind != "minutes")
        or bool(_ANNOUNCED.search(title))
        or any(_ANNOUNCES.match(line.plain.text.split(", revision")[0]) for line in opening[:4])
    )


def _labelled(opening: list[Line], label: re.Pattern[str]) -> tuple[Line, str] | None:
    for line in opening:
        match = _LABEL.match(line.text)
        if match and label.match(Plain.of(match["label"]).text):
            return line, match["value"].strip()
    return None


def _plain_date(reading: Reading, opening: list[Line]) -> tuple[Line, str] | None:
    """A line of the opening, without a verb, that gives the day."""
    found = [(line, find_when(line.text, reading.date)) for line in opening[:6]]
    for exact in (True, False):
        for line, whens in found:
            if len(whens) != 1 or _NOT_THE_EVENT.search(line.plain.text) or len(line.text) >= _LONGEST_LINE:
                continue
            bare = not line.text.rstrip().endswith(".") or is_dateline(line.text, whens[0])
            if bare and (whens[0].precision == _DAY if exact else _is_month_of_event(reading, line, whens[0])):
                return line, line.text
    return None


def _is_month_of_event(reading: Reading, line: Line, when: When) -> bool:
    """Whether a place and a month below a title are those of the event it names, which no line sets for a day to come."""
    if kind_of(reading.document.title) is None or not is_dateline(line.text, when):
        return False
    told = (other for other in reading.lines if other.start > line.start and kind_of(other.text) is not None)
    return not any(_AHEAD.search(other.plain.text) for other in told)


def _first_sentence(reading: Reading) -> tuple[Line, str] | None:
    """The sentence near the beginning that says when the event was."""
    body = [line for line in reading.lines if line.kind == "paragraph" and len(line.text) > 60][:3]
    for line in body:
        whens = [when for when in find_when(line.text, reading.date) if when.precision > 1]
        exact = [when for when in whens if when.precision == _DAY]
        if len(exact or whens) == 1 and _HELD_AT.search(line.plain.text):
            when = (exact or whens)[0]
            return line, line.text[when.start : when.end]
    return None


def _days(text: str, document_date: str | None) -> list[When]:
    return [when for when in find_when(text, document_date) if when.precision > 1]


def _set_for(reading: Reading) -> tuple[Line, str] | None:
    """The sentence near the beginning that sets an event for a day not before that of the document."""
    body = [line for line in reading.lines if line.kind == "paragraph" and line.block > 0][:4]
    for line in body:
        whens = [when for when in find_when(line.text, reading.date) if when.precision == _DAY]
        bare = (
            is_dateline(line.text, whens[0]) or whens[0].end - whens[0].start >= len(line.text.strip(" ."))
            if whens
            else True
        )
        if len(whens) == 1 and not bare and not is_after(reading.date or "", whens[0].first):
            return line, line.text[whens[0].start : whens[0].end]
    return None
