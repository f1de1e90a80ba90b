"""The event a document is the report, the minutes or the announcement of."""

from __future__ import annotations

import re

from ingest.extract.event_words import kind_of
from ingest.extract.lines import Line
from ingest.extract.origins import origins
from ingest.extract.participation import countries_in, participation
from ingest.extract.places import VIRTUAL
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import When, find_when
from vectorstore import Fact

_OF_KIND = {
    "minutes": "meeting",
    "training report": "course",
    "workshop report": "workshop",
    "webinar": "webinar",
    "technical visit": "visit",
    "meeting report": "meeting",
}
_GATHERINGS = ("meeting", "session", "conference", "forum", "visit", "study_visit")
_COUNTED = ("course", "workshop", "webinar", "forum", "conference", "exercise", "study_visit")
_ANNOUNCED = re.compile(
    r"announcement|invitation|agenda|concept note|call for|programme of the|save the date|annonce|ordre du jour|appel a|note conceptuelle|اعلان|دعوه|جدول اعمال|برنامج عمل"
)
_NOT_THE_EVENT = re.compile(
    r"postpone|new dates|report d[eu]|prolongation|summary|annual|fact ?sheet|newsletter|directory|calendar|notice|تاجيل|ملخص|نشره|تعميم"
)
_SORT_BEFORE = re.compile(
    r"^(?:(?:final |draft )?(?:report|note|minutes|notes|summary record) (?:of|on) (?:the |a )?|(?:[\w ]{3,20} )?(?:announcement|invitation)\s*:\s*|agenda (?:of|for) (?:the )?"
    r"|rapport (?:final )?(?:de la |de l['’]|du |sur la |sur l['’]|sur le )|compte[- ]rendu (?:de la |de l['’]|du )|proc[eè]s-verbal (?:de la |de l['’]|du )|note de |تقرير (?:عن |حول )?|محضر |إعلان عن |دعوة إلى )",
    re.IGNORECASE,
)
_SORT_AFTER = re.compile(
    r"\s*[:–—-]\s*(?:(?:final|preliminary|draft|interim|summary) report|report|rapport(?: final| préliminaire| provisoire)?|minutes|agenda|compte rendu|التقرير (?:النهائي|الأولي))$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?P<label>[^:|]{2,40}?)\s*(?::|\|)\s*(?P<value>.+)$")
_DATE_LABEL = re.compile(
    r"^(?:(?:meeting |course )?dates?(?: of the meeting)?|date and time|when|held on|date de la reunion|date et heure|dates? de (?:la formation|l'atelier)|التاريخ|تاريخ (?:الاجتماع|الانعقاد)|الموعد|التاريخ والوقت|زمان الانعقاد|quand)$"
)
_VENUE_LABEL = re.compile(
    r"^(?:venue|place|location|where|(?:place|venue) of the meeting|lieu(?: de la reunion)?|endroit|ou|المكان|مكان (?:الاجتماع|الانعقاد)|الموقع|مقر الاجتماع)$"
)
_CHAIR_LINE = re.compile(
    r"^(?:in the chair|chair(?:man|woman|person)?|present|attendance|around the table|presidence|president|presents|participants|رياسه|الحضور|الحاضرون|اعضاء)"
)
_HEADER = 8
_HELD_AT = re.compile(
    r"(?:s'est reuni|se sont reunis|met(?: on| in| at)?|was held|took place|a eu lieu|s'est (?:tenue?|deroulee?)|المنعقد|عقدت?|نظمت?|استضافت?|held|organised|a organise|ont organise)"
)
_PROGRAMME = re.compile(
    r"(?:under|within|in the framework of|as part of|au titre de|dans le cadre d[eu]|في اطار|ضمن)\b(?P<what>[^.;]{3,160})"
)
_HOST = (
    re.compile(r"(?:hosted by|accueillie? par|باستضافه)\s+(?:the |la |le |l')?(?P<host>[^,.;]{3,90})"),
    re.compile(
        r"(?P<host>(?:the )?[^,.;]{3,90}?) (?:was the (?:local )?host|hosted the (?:course|meeting|workshop|forum|session))"
    ),
)
_MEETS = re.compile(
    r"\bmet\b|\bconvened\b|held a (?:working )?meeting|ont tenu|se sont reunis|(?:^|\s)عقد|between|entre|(?<!\w)بين(?!\w)|visited"
)


def own_event(reading: Reading) -> Fact | None:
    """The event a document is about; None where it is about something else, or names neither day nor place."""
    title_line = next(
        (line for line in reading.lines if line.kind == "heading"), reading.lines[0] if reading.lines else None
    )
    if title_line is None:
        return None
    opening = [line for line in reading.lines if line.block < _HEADER]
    what, title = _what(reading, opening)
    if what is None or _NOT_THE_EVENT.search(Plain.of(title).text):
        return None
    dated = _labelled(opening, _DATE_LABEL) or _plain_date(reading, opening) or _first_sentence(reading, what)
    placed = _labelled(opening, _VENUE_LABEL)
    when = _when(dated[1], reading.date) if dated else None
    if when is None and placed is None:
        return None
    last = max(
        (line for line in (title_line, dated and dated[0], placed and placed[0]) if line), key=lambda line: line.end
    )
    body = [line for line in reading.lines if line.kind in ("paragraph", "item") and line.start > last.start]
    venue = placed[1] if placed else None
    participants, countries = _counts(body) if what in _COUNTED and not _announced(reading) else (None, None)
    return reading.fact(
        "event",
        min(title_line.start, last.start),
        last.end,
        title_line.page,
        what=what,
        title=_bare_title(title),
        start_date=when.first if when else None,
        end_date=when.last if when else None,
        venue=venue,
        virtual="yes" if what == "webinar" or VIRTUAL.search(Plain.of(venue or "").text) else None,
        host=_host(reading, body),
        parties=_parties(reading, body) if what == "meeting" else None,
        programme=_programme(reading, body),
        participants=participants,
        countries=countries,
        countries_named=next(filter(None, (origins(line.text) for line in body)), None) if what in _COUNTED else None,
        state="planned" if _announced(reading) else "held",
        about_this_document="yes",
    )


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
    chaired = any(_CHAIR_LINE.match(line.plain.text) for line in reading.lines[: 2 * _HEADER])
    for line in opening[:5]:
        if chaired and _names_event(line):
            return kind_of(line.text), line.text
    return None, document.title


def _names_event(line: Line) -> bool:
    """A short line without a full stop or a label that names an event."""
    bare = len(line.text) < 140 and not line.text.rstrip().endswith(".") and not _LABEL.match(line.text)
    return bare and kind_of(line.text) is not None


def _bare_title(title: str) -> str:
    """The name of the event in a title that also says what sort of document it is."""
    bare = _SORT_AFTER.sub("", _SORT_BEFORE.sub("", title, count=1)).strip()
    return bare if len(bare.split()) > 1 else title


def _announced(reading: Reading) -> bool:
    return bool(_ANNOUNCED.search(Plain.of(reading.document.title).text))


def _labelled(opening: list[Line], label: re.Pattern[str]) -> tuple[Line, str] | None:
    for line in opening:
        match = _LABEL.match(line.text)
        if match and label.match(Plain.of(match["label"]).text):
            return line, match["value"].strip()
    return None


def _plain_date(reading: Reading, opening: list[Line]) -> tuple[Line, str] | None:
    """A line of the opening, without a verb, that gives the day."""
    for line in opening[:6]:
        whens = find_when(line.text, reading.date)
        if (
            len(whens) == 1
            and whens[0].precision == 3
            and len(line.text) < 120
            and not line.text.rstrip().endswith(".")
        ):
            return line, line.text
    return None


def _first_sentence(reading: Reading, what: str) -> tuple[Line, str] | None:
    """The sentence near the beginning that says when the event was."""
    body = [line for line in reading.lines if line.kind == "paragraph" and len(line.text) > 60][:3]
    for line in body:
        whens = [when for when in find_when(line.text, reading.date) if when.precision == 3]
        if len(whens) == 1 and _HELD_AT.search(line.plain.text) and kind_of(line.text):
            return line, line.text[whens[0].start : whens[0].end]
    return None


def _when(text: str, document_date: str | None) -> When | None:
    found = [when for when in find_when(text, document_date) if when.precision >= 2]
    return found[0] if found else None


def _counts(body: list[Line]) -> tuple[str | None, str | None]:
    for number, line in enumerate(body):
        people, countries = participation(line.text)
        if people and (
            countries or re.search(r"attended|took part|participa|trained|reuni|followed|شارك|حضر", line.plain.text)
        ):
            following = body[number + 1].plain.text if number + 1 < len(body) else ""
            return people, countries or countries_in(following)
    return None, None


def _host(reading: Reading, body: list[Line]) -> str | None:
    for line in body[:12]:
        for pattern in _HOST:
            match = pattern.search(line.plain.text)
            if match:
                words = re.sub(r"^(?:The|the) ", "", line.text[slice(*line.plain.span(match, "host"))])
                bodies = reading.bodies(words)
                if bodies and bodies[0].start == 0:
                    return bodies[0].name
    return None


def _programme(reading: Reading, body: list[Line]) -> str | None:
    """The code or name of the programme an event belongs to."""
    if reading.subject:
        return reading.subject
    for line in body[:6]:
        match = _PROGRAMME.search(line.plain.text)
        if match:
            codes = reading.codes(line.text[slice(*line.plain.span(match, "what"))])
            if codes:
                return "; ".join(codes)
    return None


def _parties(reading: Reading, body: list[Line]) -> str | None:
    """The two who met, by the first sentence that says so."""
    for line in body[:4]:
        if not _MEETS.search(line.plain.text):
            continue
        short = {d.long: d.short for _, d in reading.defined}
        names = [body_.name for body_ in reading.bodies(line.text)]
        distinct = [
            n for i, n in enumerate(names) if n not in names[:i] and not any(short.get(m) == n for m in names[:i])
        ]
        if len(distinct) >= 2:
            return "; ".join(distinct[:2])
    return None
