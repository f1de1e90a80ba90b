"""Events named in a sentence together with their day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.extract.event_dated_before import dated_before, set_for
from ingest.extract.event_days import days_of, unquoted
from ingest.extract.event_enumerated import enumerated
from ingest.extract.event_new_days import with_new_days
from ingest.extract.event_papers import is_no_event
from ingest.extract.event_said import Mention, Subject
from ingest.extract.event_series import Series
from ingest.extract.event_states import direction_of, is_given_up, state_of
from ingest.extract.event_subjects import event_above, gathered, headed, subject_of, visited
from ingest.extract.event_words import event_nouns, kind_of
from ingest.extract.lines import Line
from ingest.extract.participation import participation
from ingest.extract.partners import partners
from ingest.extract.places import VIRTUAL, place_after, place_before
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import When, find_when, is_after, told_from
from vectorstore import Fact

_PRONOUN = re.compile(
    r"^(?:(?:(?:initially |originally |first )?(?:planned|foreseen|scheduled|announced|meant)|(?:d'abord |initialement )?(?:prevue?|annoncee?|fixee?|programmee?))\b[^,;]{3,80}, )?"
    r"(?:(?P<nth>the (?:first|second|third|fourth|fifth|last|previous) one|l[ae] (?:premiere?|deuxieme|troisieme|precedente?)(?= (?:a|s'est|avait|s'etait) ))|it|this|they|il|elle|celle-ci|celui-ci|وهي|وهو|وستعقد|وسيعقد|وستنظم)(?!\w)(?!\s+is\s+(?:also|not)\b)"
)
_CAME = re.compile(
    r"\b(?:attended|took part|participated|followed|gathered)\b|\b(?:ont (?:suivi|participe|assiste)|a (?:ete suivi|reuni))\b|(?<!\w)و?(?:شارك|حضر)(?:ت|وا)?(?!\w)"
)
_COUNTED_NEXT = re.compile(r"^\s*[)\]]?\s*[:,،;(–—-]\s*\d{1,4}\s")
_PLACE_BEFORE = re.compile(
    r"[(–—,،-]\s*(?P<place>[A-ZÀ-Þ\u0621-\u064a][\w'’-]+(?:[ ,،]{1,2}[A-ZÀ-Þ\u0621-\u064a][\w'’-]+){0,3})\s?[,،]\s*$"
)
"""The place in `(Lima, 3 May)` and `– Lima, 3 May`."""
_AND_HELD = re.compile(
    r"[,،]? ?(?:(?:and|but|et|mais) )?(?:it |elle |il )?(?:was (?:then |finally )?held|will (?:now |then )?(?:be held|take place)|took place|takes place|a (?:finalement )?eu lieu|aura lieu|se tiendra|s['’]est tenue?|و?(?:ست|سي|ت|ي)?(?:عقد|نعقد|قام)(?:ت)?|و?(?:عُقدت?|أقيمت?|جرت))(?: (?:now|instead|there|désormais|alors))?(?= )"
)
"""Behind the day of an event, before its place."""
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ\u0621-\u064a][\w'’-]+(?: [A-ZÀ-Þ\u0621-\u064a][\w'’-]+){0,2}),?،? (?=\S{0,12}\d)[^.,;:]{4,40}\.\s*$"
)
_BESIDE = re.compile(
    r"(?:\bon the (?:margins?|sidelines|fringes) of|\ben marge d[eu]|\bin the wake of|علي هامش)(?: the| la| le| l'| cette| ce)?\s*(?:ال)?$"
    r"|\b(?:chargee?s?|responsables?|coordinat(?:eur|rice)|chef(?:fe)?|officer|manager|head|assistant|(?:مسوول|منسق|رييس)ه?) (?:of|for|in charge of|de|du|des|d'|ال)?(?: ?la | ?l'| ?the )? ?$"
)
"""What is told took place beside the event, or is somebody's work, which its day need not be of."""
ONLY_WISHED = re.compile(r"recommend|recommand|lessons|توصي|دروس")
"""What stands under such a heading is neither held nor planned."""


def mentions(reading: Reading, own: Fact | None) -> Iterator[Mention]:
    """Every event that a sentence gives a day, past or to come."""
    return with_new_days(reading, _told(reading, own))


def _told(reading: Reading, own: Fact | None) -> Iterator[Mention]:
    before: Subject | None = None
    dateline: tuple[Line, When] | None = None
    named: dict[str, set[str]] = {}
    series = Series()
    for line in reading.lines:
        if not _is_told(line, own):
            continue
        if before is not None and before.line.block != line.block:
            before = None
        if dateline is not None and dateline[0].block == line.block:
            told = _under_dateline(reading, line, *dateline)
            dateline = None
            if told is not None:
                yield told
                continue
        dateline = _dateline(reading, line)
        yield from enumerated(reading, line)
        first: Subject | None = None
        for subject, mention in _in_line(reading, line, own, before):
            first = first or subject
            if subject.title and not subject.own and not subject.vague:
                named.setdefault(subject.what, set()).add(subject.title)
            if mention is not None:
                yield series.placed(_titled(mention, named), subject, line)
            series.add(subject)
        if first is not None or not _PRONOUN.match(line.plain.text):
            before = first


def _dateline(reading: Reading, line: Line) -> tuple[Line, When] | None:
    """`Tunis, 13–17 May.` before the sentence that says what took place there."""
    match = _DATELINE.match(line.text)
    days = find_when(line.text, reading.date) if match else ()
    return (
        (line, days[0])
        if len(days) == 1 and days[0].end >= len(line.text.rstrip(" .")) and days[0].precision > 1
        else None
    )


def _under_dateline(reading: Reading, line: Line, opening: Line, day: When) -> Mention | None:
    nouns = [noun for noun in event_nouns(line.text, line.plain) if not noun.plural]
    if not nouns or find_when(line.text, reading.date):
        return None
    subject = subject_of(line, nouns[0], [], None)
    people, countries = participation(line.text)
    state = state_of(line.plain.text, day, None)
    ahead = is_after(day.first, reading.date)
    place = _DATELINE.match(opening.text)
    return Mention(
        opening.start,
        line.end,
        line.page,
        subject.what,
        subject.title,
        day.first,
        day.last,
        "planned" if ahead and state == "mentioned" else state,
        venue=place["place"] if place else None,
        participants=people if state == "held" else None,
        countries=countries if state == "held" else None,
    )


def _titled(mention: Mention, named: dict[str, set[str]]) -> Mention:
    """`The forum` is the one forum named so far."""
    known = named.setdefault(mention.what, set())
    if mention.title is None and len(known) == 1:
        return replace(mention, title=next(iter(known)))
    if mention.title is not None:
        known.add(mention.title)
    return mention


def _is_told(line: Line, own: Fact | None) -> bool:
    """Whether a line can tell of an event: no heading, no part of the head, and no mere wish."""
    if line.kind not in ("paragraph", "item") or _is_header(line) or (own is not None and line.end <= own.end):
        return False
    if line.kind == "item" and is_no_event(line.text):
        return False
    return not ONLY_WISHED.search(Plain.of(line.heading).text)


def _is_header(line: Line) -> bool:
    """`Date: …` and the like say what the document's own fields already hold."""
    return bool(
        re.match(
            r"^(?:dates?|venue|place|lieu|from|to|sent|cc|subject|objet|report dated|التاريخ|المكان)\s*:",
            line.plain.text,
        )
    )


def _in_line(
    reading: Reading, line: Line, own: Fact | None, before: Subject | None
) -> Iterator[tuple[Subject, Mention | None]]:
    written = find_when(line.text, reading.date, direction_of(line.plain.text))
    dates = sorted((*written, *told_from(line.text, reading.date)), key=lambda when: when.start)
    bodies = [
        (body.start, body.end)
        for body in (reading.bodies(line.text) if dates else ())
        if body.name in reading.bodies_known or kind_of(body.name) not in ("forum", "conference")
    ]
    named = event_nouns(line.text, line.plain, bodies)
    nouns = [noun for noun in named if not noun.plural and not _BESIDE.search(line.plain.text[: noun.start])]
    subjects = [subject_of(line, noun, dates, own) for noun in nouns]
    if not nouns and (pronoun := _PRONOUN.match(line.plain.text)):
        meant = before or event_above(line)
        subjects = [_meant(line, pronoun, meant)] if meant else []
    if not subjects and dates:
        above = headed(line) or visited(line) or gathered(line)
        subjects = [above] if above else []
    for number, subject in enumerate(subjects):
        until = nouns[number + 1].start if number + 1 < len(nouns) else len(line.text)
        found = _mention(reading, line, subject, dates, until, own)
        if found is None and nouns and number == 0 and named[0] is nouns[0]:
            found = dated_before(reading, line, subject, nouns[0].start, dates)
        elif found is not None and nouns and number == 0:
            found = _first_set_for(found, set_for(line, nouns[0].start, dates))
        yield subject, found


def _first_set_for(found: Mention, before: When | None) -> Mention:
    """An event with the day that its sentence opens with, where it took or takes place on another."""
    if before is None or found.former_date or not found.start_date or found.start_date == before.first:
        return found
    return replace(found, former_date=before.first, state="held" if found.state == "held" else "postponed")


def _meant(line: Line, pronoun: re.Match[str], meant: Subject) -> Subject:
    """What a pronoun stands for: the event spoken of, or, for `the second one`, another of its series."""
    if pronoun["nth"] is None:
        return Subject(meant.what, meant.title, meant.line, 0, meant.own)
    start, end = line.plain.span(pronoun, "nth")
    title = re.sub(r"^(?:The|the|La|la|Le|le) ", "", line.text[start:end])
    return Subject(meant.what, title, line, end, own=False, vague=True)


def _mention(
    reading: Reading, line: Line, subject: Subject, dates: list[When], until: int, own: Fact | None
) -> Mention | None:
    mine = [date for date in dates if line is not subject.line or subject.end <= date.start < until]
    days = days_of(reading, line, subject, mine)
    told, former, state = days.told, days.former, days.state
    if told is None and former is None:
        return None if mine else _given_up(line, subject, until)
    text = line.text
    tail = text[told.end if told else 0 :]
    gap = unquoted(text[subject.end if line is subject.line else 0 : told.start if told else len(text)])
    people, countries = participation(text) if told and state in ("held", "mentioned") else (None, None)
    if people and state == "mentioned" and (_CAME.search(line.plain.text) or _COUNTED_NEXT.match(tail)):
        state = "held"
    if state != "held":
        people = countries = None
    first_day, last_day = days.first, days.last
    if told is None and subject.own and own is not None:
        first_day, last_day = own.fields.get("start_date"), own.fields.get("end_date")
    return Mention(
        min(subject.line.start, line.start),
        line.end,
        line.page,
        subject.what,
        subject.title,
        first_day,
        last_day,
        state,
        former.first if former else None,
        _place(gap, tail[:140]) if told else None,
        bool(VIRTUAL.search(Plain.of(f"{subject.title or ''} {gap} {tail[:80]}").text)),
        people,
        countries,
        parties=partners(reading, line) if state in ("held", "planned", "mentioned", "postponed") else None,
        own=subject.own,
    )


def _given_up(line: Line, subject: Subject, until: int) -> Mention | None:
    """An event that its clause only says will not be, where its name tells which one."""
    if line is not subject.line or subject.vague or subject.own or not subject.title:
        return None
    begins = max(line.text.rfind(mark, 0, subject.end) for mark in "،,;؛")
    if not is_given_up(Plain.of(line.text[begins + 1 : until]).text):
        return None
    return Mention(line.start, line.end, line.page, subject.what, subject.title, None, None, "cancelled")


def _place(gap: str, tail: str) -> str | None:
    """Where an event took place, by what stands behind its day or between its name and its day."""
    before = _PLACE_BEFORE.search(gap)
    held = _AND_HELD.match(tail)
    return (
        place_after(tail)
        or (place_after(tail[held.end() :]) if held else None)
        or place_before(gap)
        or (before["place"] if before else None)
    )
