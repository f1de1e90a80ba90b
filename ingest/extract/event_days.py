"""When an event of a sentence takes place, when it was to, and whether it did."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extract.event_ends import is_first_day, is_last_day
from ingest.extract.event_moves import INSTEAD, MOVED, MOVED_FROM, is_left, moved
from ingest.extract.event_said import Subject
from ingest.extract.event_states import CANCELLED, HELD, NOT_HELD, PLANNED, state_of
from ingest.extract.lines import Line
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import When, is_after

_WILL_NOT, _WILL_THEN = (
    re.compile(r"(?<!\w)لن (?:تعقد|يعقد|تنعقد|ينعقد)(?!\w)"),
    re.compile(r"(?<!\w)و?(?:ست|سي)عقد(?!\w)"),
)
"""In Arabic the verb that says so stands before the event."""
_CALLED_OFF_ON = re.compile(rf"(?:{CANCELLED.pattern})(?: (?:in|on|en|le|au|في|يوم))?\s*$")
_NOT_ITS_DAY = re.compile(
    r"(?:before|by|until|deadline|no later than|registration|register|expires?|signed|published|sent|reported|dated|received|since|reach|avant|jusqu'au|d'ici|signee?|inscri\w+|depuis|au plus tard|قبل|حتي|موعد اقصاه|توقيع|منذ|الموقعه?|عام|سنه)(?: the| end of| le| la| en| on| in| of| for| نهايه| عام)*\s*$"
)
_REGISTERING = re.compile(
    r"\b(?:registrations?|applications?|nominations?|inscriptions?|candidatures?)\b.{0,80}\b(?:clos(?:e|es|ed|ing)|opens?|opened|ends?|ended|due|clotur\w*|ouvertes?|fermees?)(?: on| from| until| by| le| du| jusqu'au)?\s*$"
    r"|(?<!\w)(?:ال)?(?:تسجيل|ترشح|ترشيح(?:ات)?|طلبات)(?!\w).{0,80}(?:يغلق|تغلق|ينتهي|تنتهي|يفتح|تفتح|يقفل)(?: في| يوم)?\s*$"
)
"""People may register until a day or from one on, which is none of the event's."""
_DIRECT = re.compile(
    r"(?:^|[\s,:(])(?:on|from|of|in|for|to|between|,|:|held|until|le|les|du|en|des|au|pour le|في|يوم|من|خلال|بتاريخ|dates?,?)?(?: the| now| early| late| mid-?)?(?:\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد),?)?\s*$"
)
_VERB_BETWEEN = re.compile(
    r"\b(?:signed|published|sent|received|promised|asked|said|reported|agreed|expires?|because|although|while|where|whose|added|joined|visited|prepared|recorded|delivered|who|signee?|publiee?|envoyee?|demande|rappele|parce)\b|(?<!\w)(?:وقع|نشر|ارسل|طلب|اشار|اكد)"
)
_ANNOUNCES = re.compile(
    r"(?:will (?:host|hold|organi[sz]e)|announces?|organiseront|organisera|accueillera|(?<!\w)(?:تنظم|ينظم|ستنظم|سينظم|تستضيف|يستضيف|تعقد|يعقد))\s[^,.;]{0,60}$"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|will|had|est|sont|ont|sera|that|which|who|qui|que|took|after|before|apres)\b(?!$)|(?<!\w)(?:الذي|التي|تنفيذا|بعد|قبل)(?!\w)"
)
_PREPOSITION = re.compile(r"[\s,]*(?:on|from|of|in|le|les|du|en|des|au|في|يوم|من|to)?(?: the)?\s*")
_LONGEST_GAP, _NEAR, _OF_MONTH = 190, 160, 2


@dataclass(frozen=True, slots=True)
class Days:
    """What a sentence tells of the days of an event."""

    day: When | None
    """Its day, or its first and last one; None where no more than its end is told."""
    former: When | None
    """The day it had before."""
    ended: When | None
    """Its last day, where that is told by itself."""
    state: str

    @property
    def told(self) -> When | None:
        """The date that the words around tell of the event itself."""
        return self.day or self.ended

    @property
    def first(self) -> str | None:
        """The first day, ISO."""
        return self.day.first if self.day else None

    @property
    def last(self) -> str | None:
        """The last day, ISO; None where it is the first one."""
        if self.day and (self.day.last or self.ended is None or self.ended.first <= self.day.first):
            return self.day.last
        return self.ended.first if self.ended else None


def days_of(reading: Reading, line: Line, subject: Subject, dates: list[When]) -> Days:
    """The day of an event, the day it had before, its end, and its state."""
    here = subject.end if line is subject.line else 0
    start = here
    day: When | None = None
    former: When | None = None
    ended: When | None = None
    for number, date in enumerate(dates):
        gap = Plain.of(line.text[start : date.start]).text
        before = Plain.of(line.text[max(0, here - _NEAR) : here]).text if start == here else ""
        if ended is not None and not is_first_day(gap):
            break
        if day is None and (change := moved(line, gap, date, dates[number + 1 :], former)) is not None:
            former, day = change
        elif ended is None and _ends(gap, before, date):
            ended = date
        elif day is not None:
            former = former or (date if INSTEAD.fullmatch(gap) else None)
        else:
            link = _link(reading, line, subject, gap, date)
            if link is None and date.precision > 1:
                break
            former = former or (date if link == "former" else None)
            day = date if link == "day" else None
        start = date.end
    state = _state(reading, line, here, day or ended, former, moved=day is not None and former is None)
    return Days(day, former, ended, state)


def _state(reading: Reading, line: Line, here: int, told: When | None, former: When | None, *, moved: bool) -> str:
    """The state of an event with the day that is told of it; `moved` where a verb may say so and no old day is given."""
    if moved and told and MOVED.search(Plain.of(line.text[max(0, here - 60) : told.start]).text):
        return "postponed"
    state = state_of(line.plain.text, told, former)
    ahead = state in ("mentioned", "held") and told is not None and is_after(told.first, reading.date)
    return ("postponed" if former else "planned") if ahead else state


def _ends(gap: str, before: str, date: When) -> bool:
    """Whether a date is that of an event's end, by the words up to it and those before the event."""
    alone = date.last is None and date.precision > _OF_MONTH
    beside = _NOT_ITS_DAY.search(gap) or _REGISTERING.search(before + gap)
    return alone and len(gap) <= _LONGEST_GAP and not beside and is_last_day(gap, before)


def _link(reading: Reading, line: Line, subject: Subject, gap: str, date: When) -> str | None:
    """How a date belongs to the event before it: its day, a day it no longer has, one beside it, or not at all."""
    if len(gap) > _LONGEST_GAP:
        return None
    if _CALLED_OFF_ON.search(gap):
        return "beside"
    not_held = NOT_HELD.search(gap)
    if (not_held and not HELD.search(gap, not_held.end())) or MOVED_FROM.search(gap):
        return "former"
    clause = _clause(line, subject, date)
    will_not = _WILL_NOT.search(clause)
    if will_not and not _WILL_THEN.search(clause, will_not.end()):
        return "former"
    if is_left(gap, Plain.of(line.text[date.end :]).text):
        return "former"
    words = unquoted(gap)
    other = _NOT_ITS_DAY.search(gap) or _REGISTERING.search(clause) or _VERB_BETWEEN.search(words)
    if other or not _DIRECT.search(gap):
        return None
    if MOVED.search(gap):
        return "day"
    if date.precision < 2:
        return None
    if PLANNED.search(gap) or HELD.search(gap):
        return "day"
    return "day" if _is_weak_link(reading, line, subject, words, date) else None


def _clause(line: Line, subject: Subject, date: When) -> str:
    """What stands before a date, folded, from the beginning of the clause that names the event."""
    named = subject.end if line is subject.line else 0
    begins = max(line.text.rfind(mark, 0, named) for mark in "،,;؛") if named else -1
    return Plain.of(line.text[begins + 1 : date.start]).text


def _is_weak_link(reading: Reading, line: Line, subject: Subject, words: str, date: When) -> bool:
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
    moved = MOVED.search(Plain.of(line.text[: date.start]).text[-90:])
    return bool(_PREPOSITION.fullmatch(rest) or moved)


def unquoted(gap: str) -> str:
    """A text without what stands in quotes in it."""
    return re.sub(r"[\"“«][^\"”»]{0,160}[\"”»]", " ", gap)
