"""Events named in a sentence together with their day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.extract.event_words import EventNoun, event_nouns, kind_of, title_after
from ingest.extract.lines import Line
from ingest.extract.participation import participation
from ingest.extract.places import VIRTUAL, place_after, place_before
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import Direction, When, find_when
from vectorstore import Fact

_HELD = re.compile(
    r"(?:was|were) (?:held|opened|organised|conducted)|took place|\bheld\b|has been held|\bsat\b|,? organi[sz]ed on|a siege|, tenue? (?:du|le|les|a)|organisee? (?:du|le|les) \d|a rassemble|اختتمت?|was the best|drew|brought together|gathered|had \d+ (?:participants|attendees)|welcomed \d"
    r"|a eu lieu|ont eu lieu|s'est (?:tenue?|deroulee?)|se sont tenue?s|a reuni|avait reuni|a ete organisee?|qui s'est|(?<!\w)و?(?:عقدت?|انعقدت?|نظمت?|اقيمت?|جرت?)(?!\w)|المنعقده?"
)
_PLANNED = re.compile(
    r"will (?:\w+ )?(?:be held|take place|sit|meet|open|run|start|begin|be organised)|takes place|is (?:now )?(?:scheduled|planned|set|due|fixed|foreseen)|are (?:scheduled|planned)|to be held|\bplanned\b|\bscheduled\b|upcoming|goes ahead|stays on|invites?|announce[sd]?|will (?:host|hold|organise|organize|look)|new dates?"
    r"|aura lieu|auront lieu|se tiendra|se tiendront|se deroulera|est (?:fixee?|prevue?|programmee?)|sont prevue?s|prevue?s?|organiseront|organisera|accueillera|formera|est convoquee?|invite|ستعقد|سيعقد|تعقد|يعقد|المقرر|من المقرر|تنظم|ينظم|ستنظم|تستضيف|القادم|يدعو"
)
_MOVED = re.compile(
    r"(?:has been|was|were|is|have been|been|have|we)? ?(?:moved|postponed|rescheduled|put (?:back|off)|shifted|delayed|deferred)(?: \w+ (?:month|week)s?)?(?: to| until)?"
    r"|(?:a ete |est |ont ete )?(?:reportee?s?|decalee?s?|repoussee?s?|deplacee?s?)(?: d'un mois| d'une semaine)?(?: au| a| jusqu'au)?|تاجلت?|ارجءت?|ارجيت?|تاجيل(?:ها|ه)? الي|نقلت? الي"
)
_NOT_HELD = re.compile(
    r"(?:can|could|will|was|would|did)(?: ?not|n't) (?:be held|take place|able to)|was to (?:be held|take place|have been held|sit|meet|open|start)|(?:was )?(?:first |initially |originally )(?:announced|planned|scheduled|set|foreseen)(?: for)?|instead of|ne (?:pourra|peut) (?:pas )?(?:se tenir|avoir lieu)|devait (?:se tenir|avoir lieu)|initialement prevue?|promised for|كان (?:مقررا|من المقرر)|(?<!\w)مقرر[اه]|لن (?:تعقد|يعقد)"
)
_CANCELLED = re.compile(r"\bcancelled\b|\bcanceled\b|called off|annulee?s?\b|الغي(?:ت)?(?!\w)|الغاء")
_NOT_ITS_DAY = re.compile(
    r"(?:before|by|until|deadline|no later than|registration|register|expires?|signed|published|sent|reported|dated|received|since|reach|avant|jusqu'au|d'ici|signee?|inscri\w+|depuis|au plus tard|قبل|حتي|موعد اقصاه|توقيع|منذ|الموقعه?|عام|سنه)(?: the| end of| le| la| en| on| in| of| for| نهايه| عام)*\s*$"
)
_DIRECT = re.compile(
    r"(?:^|[\s,:(])(?:on|from|of|in|for|to|between|,|:|held|until|le|les|du|en|des|au|pour le|في|يوم|من|خلال|بتاريخ|dates?,?)?(?: the| now| early| late| mid-?)?(?:\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد),?)?\s*$"
)
_VERB_BETWEEN = re.compile(
    r"\b(?:signed|published|sent|received|promised|asked|said|reported|agreed|expires?|because|although|while|where|whose|added|joined|visited|prepared|recorded|delivered|who|signee?|publiee?|envoyee?|demande|rappele|parce)\b|(?<!\w)(?:وقع|نشر|ارسل|طلب|اشار|اكد)"
)
_PRONOUN = re.compile(
    r"^(?:it|this|they|il|elle|celle-ci|celui-ci|وهي|وهو|وستعقد|وسيعقد|وستنظم)(?!\w)(?!\s+is\s+(?:also|not)\b)"
)
_ANNOUNCES = re.compile(
    r"(?:will (?:host|hold|organi[sz]e)|announces?|organiseront|organisera|accueillera|(?<!\w)(?:تنظم|ينظم|ستنظم|سينظم|تستضيف|يستضيف|تعقد|يعقد))\s[^,.;]{0,60}$"
)
_WILL_BE = re.compile(r"\bwill (?:\w+ )?(?:be|take|sit|meet|open|run|start)\b")
_MOVED_FROM = re.compile(rf"(?:{_MOVED.pattern}) (?:from|du|de)(?: the| le)?\s*$")
_ON_TO = re.compile(r"\s*(?:to|au|aux|a|الي)(?: the| le)?\s*")
_MOVED_NEXT = re.compile(
    rf"^[\s,;]*(?:\w+ )?(?:{_MOVED.pattern})|^[^.;]{{0,60}}(?:has|have|was|were|been) (?:moved|postponed|put)"
)
_NEXT = re.compile(r"\s+(?:القادمه?|المقبله?|التاليه?)(?!\w)")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|will|had|est|sont|ont|sera|that|which|who|qui|que|took|after|before|apres)\b(?!$)|(?<!\w)(?:الذي|التي|تنفيذا|بعد|قبل)(?!\w)"
)
_PREPOSITION = re.compile(r"[\s,]*(?:on|from|of|in|le|les|du|en|des|au|في|يوم|من|to)?(?: the)?\s*")
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ\u0621-\u064a][\w'’-]+(?: [A-ZÀ-Þ\u0621-\u064a][\w'’-]+){0,2}),?،? (?=\S{0,12}\d)[^.,;:]{4,40}\.\s*$"
)
ONLY_WISHED = re.compile(r"recommend|recommand|lessons|توصي|دروس")
"""What stands under such a heading is neither held nor planned."""
_LONGEST_GAP = 190


@dataclass(frozen=True, slots=True)
class Mention:
    """An event as one or two neighbouring sentences speak of it."""

    start: int
    end: int
    page: int | None
    what: str
    title: str | None
    start_date: str | None
    end_date: str | None
    state: str
    former_date: str | None = None
    venue: str | None = None
    virtual: bool = False
    participants: str | None = None
    countries: str | None = None
    programme: str | None = None
    partners: str | None = None
    own: bool = False
    """Whether it is the event that the document is about."""

    def fields(self) -> dict[str, str | None]:
        """As the fields of a fact."""
        return {
            "what": self.what,
            "title": self.title,
            "start_date": self.start_date,
            "end_date": self.end_date,
            "venue": self.venue,
            "virtual": "yes" if self.virtual else None,
            "programme": self.programme,
            "partners": self.partners,
            "participants": self.participants,
            "countries": self.countries,
            "state": self.state,
            "former_date": self.former_date,
        }


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a sentence speaks of."""

    what: str
    title: str | None
    line: Line
    end: int
    """Where its noun ends in its line."""
    own: bool
    vague: bool = False
    """Only the noun is there: `the course`."""


def mentions(reading: Reading, own: Fact | None) -> Iterator[Mention]:
    """Every event that a sentence gives a day, past or to come."""
    before: _Subject | None = None
    dateline: tuple[Line, When] | None = None
    named: dict[str, set[str]] = {}
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
        first: _Subject | None = None
        for subject, mention in _in_line(reading, line, own, before):
            first = first or subject
            if subject.title and not subject.own and not subject.vague:
                named.setdefault(subject.what, set()).add(subject.title)
            if mention is not None:
                yield _titled(mention, named)
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
    subject = _subject(line, nouns[0], [], None)
    people, countries = participation(line.text)
    state = _state(line.plain.text, day, None)
    ahead = reading.date is not None and day.first > reading.date[: len(day.first)]
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
    return not ONLY_WISHED.search(Plain.of(line.heading).text)


def _is_header(line: Line) -> bool:
    """`Date: …` and the like say what the document's own fields already hold."""
    return bool(
        re.match(r"^(?:dates?|venue|place|lieu|from|to|sent|cc|report dated|التاريخ|المكان)\s*:", line.plain.text)
    )


def _in_line(
    reading: Reading, line: Line, own: Fact | None, before: _Subject | None
) -> Iterator[tuple[_Subject, Mention | None]]:
    dates = list(find_when(line.text, reading.date, _direction(line.plain.text)))
    bodies = [
        (body.start, body.end)
        for body in (reading.bodies(line.text) if dates else ())
        if body.name in reading.bodies_known or kind_of(body.name) not in ("forum", "conference")
    ]
    nouns = [noun for noun in event_nouns(line.text, line.plain, bodies) if not noun.plural]
    subjects = [_subject(line, noun, dates, own) for noun in nouns]
    if not nouns and before is not None and _PRONOUN.match(line.plain.text):
        subjects = [_Subject(before.what, before.title, before.line, 0, before.own)]
    if not subjects and dates:
        headed = _headed(line)
        subjects = [headed] if headed else []
    for number, subject in enumerate(subjects):
        until = nouns[number + 1].start if number + 1 < len(nouns) else len(line.text)
        yield subject, _mention(reading, line, subject, dates, until, own)


def _direction(words: str) -> Direction | None:
    if _PLANNED.search(words) or re.search(r"\bwill\b", words):
        return "future"
    return "past" if _HELD.search(words) else None


def _subject(line: Line, noun: EventNoun, dates: list[When], own: Fact | None) -> _Subject:
    stop = next((date.start for date in dates if date.start >= noun.end), len(line.text))
    title, says_more = title_after(line.text, noun, stop)
    next_one = _NEXT.match(Plain.of(line.text[noun.end :]).text)
    if own is not None and noun.definite and not (says_more or next_one) and noun.kind == own.fields["what"]:
        return _Subject(noun.kind, own.fields.get("title"), line, noun.end, own=True)
    if next_one:
        title, says_more = line.text[noun.start : noun.end + next_one.end()], True
    named = title if says_more or " " in title else None
    return _Subject(noun.kind, named, line, noun.end, own=False, vague=not says_more)


def _headed(line: Line) -> _Subject | None:
    """A dated remark under a heading that names an event: a title in quotes, or new dates."""
    if line.kind == "heading" or not line.headings:
        return None
    what = kind_of(line.heading)
    if what is None:
        return None
    quoted = re.match(r"[\"“«]\s?(?P<title>[^\"”»]{4,140}?)\s?[\"”»](?=,|\s+\()", line.text)
    if quoted:
        return _Subject(what, quoted["title"], line, quoted.end(), own=False)
    new = re.search(r"new dates?|nouvelles? dates?|الموعد الجديد", line.plain.text)
    if new and len(line.heading.split()) > 1:
        return _Subject(what, re.sub(r"^\d+\.\s*", "", line.heading), line, line.plain.place(new.start()), own=False)
    return None


def _mention(
    reading: Reading, line: Line, subject: _Subject, dates: list[When], until: int, own: Fact | None
) -> Mention | None:
    mine = [date for date in dates if line is not subject.line or subject.end <= date.start < until]
    day, former, state = _days(reading, line, subject, mine)
    if day is None and former is None:
        return None
    text = line.text
    tail = text[day.end if day else 0 :]
    gap = _unquoted(text[subject.end if line is subject.line else 0 : day.start if day else len(text)])
    people, countries = participation(text) if state == "held" else (None, None)
    first_day, last_day = (day.first, day.last) if day else (None, None)
    if day is None and subject.own and own is not None:
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
        (place_after(tail[:140]) or place_before(gap)) if day else None,
        bool(VIRTUAL.search(Plain.of(f"{subject.title or ''} {gap} {tail[:80]}").text)),
        people,
        countries,
        own=subject.own,
    )


def _days(reading: Reading, line: Line, subject: _Subject, dates: list[When]) -> tuple[When | None, When | None, str]:
    """The day of an event, the day it had before, and its state."""
    here = subject.end if line is subject.line else 0
    start = here
    day: When | None = None
    former: When | None = None
    for date in dates:
        gap = Plain.of(line.text[start : date.start]).text
        if former is not None and _ON_TO.fullmatch(gap):
            day = date
            break
        link = _link(reading, line, subject, gap, date)
        if link == "former":
            former = former or date
        elif link == "day":
            day = date
            break
        elif date.precision >= 2:
            break
        start = date.end
    moved = (
        day is not None
        and former is None
        and bool(_MOVED.search(Plain.of(line.text[max(0, here - 60) : day.start]).text))
    )
    state = "postponed" if moved else _state(line.plain.text, day, former)
    written = reading.date
    if state == "mentioned" and day and written and day.first > written[: len(day.first)]:
        state = "planned"
    return day, former, state


def _link(reading: Reading, line: Line, subject: _Subject, gap: str, date: When) -> str | None:
    """How a date belongs to the event before it: its day, a day it no longer has, or not at all."""
    if len(gap) > _LONGEST_GAP:
        return None
    if _NOT_HELD.search(gap) or _MOVED_FROM.search(gap):
        return "former"
    after = Plain.of(line.text[date.end :]).text
    if _MOVED_NEXT.match(after) and not _MOVED.search(gap):
        return "former"
    words = _unquoted(gap)
    if _NOT_ITS_DAY.search(gap) or _VERB_BETWEEN.search(words) or not _DIRECT.search(gap):
        return None
    if _MOVED.search(gap):
        return "day"
    if date.precision < 2:
        return None
    if _PLANNED.search(gap) or _HELD.search(gap):
        return "day"
    return "day" if _is_weak_link(reading, line, subject, words, date) else None


def _is_weak_link(reading: Reading, line: Line, subject: _Subject, words: str, date: When) -> bool:
    """A day right behind the name of an event, with no verb between them."""
    if subject.own or _VERB.search(words) or len(words.split()) > 16:
        return False
    if reading.names.find(line.text[subject.end if line is subject.line else 0 : date.start]):
        return False
    if not subject.vague:
        return True
    told = line is subject.line and _ANNOUNCES.search(Plain.of(line.text[: subject.end]).text)
    if told and len(words.split()) <= 9 and "," not in words:
        return True
    rest = re.sub(r"^(?: (?:to|at|in|a|au|with|between|avec|entre) [^,:;]{3,60})?", "", words)
    moved = _MOVED.search(Plain.of(line.text[: date.start]).text[-90:])
    return bool(_PREPOSITION.fullmatch(rest) or moved)


def _unquoted(gap: str) -> str:
    return re.sub(r"[\"“«][^\"”»]{0,160}[\"”»]", " ", gap)


def _state(words: str, day: When | None, former: When | None) -> str:
    if _CANCELLED.search(words):
        return "cancelled"
    if former is not None:
        return "held" if day and _HELD.search(words.replace("be held", "")) else "postponed"
    if _HELD.search(re.sub(r"(?:to|will|not|can|should)(?: \w+)? be held", "", words)) and not _WILL_BE.search(words):
        return "held"
    return "planned" if _PLANNED.search(words) else "mentioned"
