"""The event a document is the report, the minutes or the announcement of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.event_head import read_head
from ingest.extract.lines import Line
from ingest.extract.origins import origins
from ingest.extract.participation import countries_in, participation
from ingest.extract.partners import partners
from ingest.extract.reading import Reading
from ingest.extract.when import is_after
from vectorstore import Fact

_COUNTED = ("course", "workshop", "webinar", "forum", "conference", "exercise", "study_visit")
_PROGRAMME = re.compile(
    r"(?:under|within|in the framework of|as part of|au titre de|dans le cadre d[eu]|releve d[eu]|belongs to|في اطار|ضمن)\b(?P<what>[^.;]{3,160})"
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
_ORGANISED = re.compile(
    r"(?:co-)?organi[sz]ed|convened|held a|a (?:ete )?organisee?|ont organise|(?<!\w)و?نظمت?(?!\w)|ينظمه?ا?(?!\w)|in (?:cooperation|collaboration|partnership) with|en (?:cooperation|collaboration|partenariat) avec|بالتعاون مع"
)
_MOST_PARTIES = 4


def own_event(reading: Reading) -> tuple[Fact, ...]:
    """The event a document is about, and with it who came, where it says so; nothing where it is about something else.

    Nothing, too, where it names neither day nor place.
    """
    head = read_head(reading)
    if head is None:
        return ()
    body = [line for line in reading.lines if line.kind in ("paragraph", "item") and line.start > head.last.start]
    start_date = head.when.first if head.when else None
    ahead = bool(start_date) and is_after(start_date or "", reading.date)
    planned = head.announced or ahead
    counted = head.what in _COUNTED and not planned
    first = reading.lines[0]
    own = reading.fact(
        "event",
        min(first.start, head.last.start),
        head.last.end,
        first.page,
        what=head.what,
        title=head.title,
        start_date=start_date,
        end_date=head.when.last if head.when else None,
        former_date=head.former.first if head.former else None,
        venue=head.venue,
        virtual="yes" if head.virtual else None,
        host=_host(reading, body),
        parties=_parties(reading, body, head.what),
        programme=_programme(reading, body),
        countries_named=next(filter(None, (origins(line.text) for line in body)), None) if counted else None,
        state="planned" if planned else "held",
        about_this_document="yes",
    )
    return own, *(_came(reading, own, body) if counted else ())


def _came(reading: Reading, own: Fact, body: list[Line]) -> Iterator[Fact]:
    """How many came, in the words that say so, which the head of the document has not."""
    of = {name: own.fields.get(name) for name in ("what", "title", "start_date", "end_date", "state")}
    for number, line in enumerate(body):
        people, countries = participation(line.text)
        if people and (
            countries or re.search(r"attended|took part|participa|trained|reuni|followed|شارك|حضر", line.plain.text)
        ):
            following = body[number + 1] if number + 1 < len(body) else None
            more = countries_in(following.plain.text) if following and not countries else None
            last = following if following and more else line
            yield reading.fact(
                "event", line.start, last.end, line.page, **of, participants=people, countries=countries or more
            )
            return


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


def _parties(reading: Reading, body: list[Line], what: str) -> str | None:
    """Who met, or who organised it together, by the first sentence that says so."""
    said = _MEETS if what == "meeting" else _ORGANISED
    short = {d.long: d.short for _, d in reading.defined}
    for line in body[:4]:
        match = said.search(line.plain.text)
        if match is None:
            continue
        names = [body_.name for body_ in reading.bodies(line.text)]
        distinct = [
            n for i, n in enumerate(names) if n not in names[:i] and not any(short.get(m) == n for m in names[:i])
        ]
        if len(distinct) > 1:
            return "; ".join(distinct[: 2 if what == "meeting" and said.pattern == _MEETS.pattern else _MOST_PARTIES])
    told = (partners(reading, line) for line in body[:_OPENING]) if what not in ("meeting", "session") else ()
    return next(filter(None, told), None)


_OPENING = 4
"""Sentences of the body in which a report says with whom its event was held."""
