"""When an event of a sentence takes place, when it was to, and whether it did."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.extract.event_said import Subject
from ingest.extract.event_subjects import VISITED
from ingest.extract.lines import Line
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import Direction, When, is_after

_HELD = re.compile(
    r"(?:was|were) (?:held|opened|organised|conducted)|took place|\bopened\b|\bconvened\b|\bended\b|\bran (?:from|for|on)\b|\blasted (?:from|for)\b|\bheld\b|has been held|\bsat\b|,? organi[sz]ed on|a siege|, tenue? (?:du|le|les|a)|organisee? (?:du|le|les) \d|a rassemble|اختتمت?|was the best|drew|brought together|gathered|had \d+ (?:participants|attendees)|welcomed \d"
    r"|a eu lieu|ont eu lieu|s'est (?:tenue?|deroulee?)|se sont tenue?s|a reuni|avait reuni|s'est acheve|a ete organisee?|qui s'est|(?<!\w)و?(?:عقدت?|انعقدت?|نظمت?|اقيمت?|جرت?)(?!\w)|المنعقده?"
)
_PLANNED = re.compile(
    r"will (?:\w+ )?(?:be held|take place|sit|meet|open|run|start|begin|be organised)|takes place|is (?:now )?(?:scheduled|planned|set|due|fixed|foreseen)|are (?:scheduled|planned)|to be held|\bplanned\b|\bscheduled\b|upcoming|goes ahead|stays on|invites?|announce[sd]?|will (?:host|hold|organise|organize|look)|new dates?"
    r"|aura lieu|auront lieu|se tiendra|se tiendront|se deroulera|est (?:fixee?|prevue?|programmee?)|sont prevue?s|prevue?s?|organiseront|organisera|accueillera|formera|est convoquee?|invite|ستعقد|سيعقد|تعقد|يعقد|المقرر|من المقرر|تنظم|ينظم|ستنظم|تستضيف|القادم|يدعو"
)
_MOVED = re.compile(
    r"(?:has been|was|were|is|have been|been|have|we)? ?(?:moved|postponed|rescheduled|put (?:back|off)|pushed (?:back|forward)|brought forward|adjourned|shifted|delayed|deferred)(?: \w+ (?:month|week)s?)?(?: to| until)?|\bslip(?:s|ped)?(?= (?:from|to)\b)|\bis now (?:on|for)\b|\b(?:est|sera|aura lieu|se tiendra) desormais\b|(?<!\w)(?:اصبح|صار|بات)ت? (?:موعدها?|يوم|في)"
    r"|(?:a ete |est |ont ete )?(?:reportee?s?|decalee?s?|repoussee?s?|deplacee?s?|avancee?s?|ajournee?s?|differee?s?)(?: d'un mois| d'une semaine)?(?: au| a| jusqu'au)?|\bgliss(?:e|ent|era)(?= (?:du|de|au)\b)|تاجلت?|ارجءت?|ارجيت?|تاجيل(?:ها|ه)? الي|نقلت? الي"
)
_NOT_HELD = re.compile(
    r"(?:can|could|will|was|would|did)(?: ?not|n't) (?:be held|take place|able to)|was to (?:be held|take place|have been held|sit|meet|open|start)|(?:was )?(?:first |initially |originally )(?:announced|planned|scheduled|set|foreseen)(?: for)?|(?:planned|foreseen|scheduled) (?:first|at first|initially|originally)|(?:first|originally) (?:meant|foreseen)|prevue?s? (?:d'abord|initialement|a l'origine)|d'abord (?:prevue?|fixee?|annoncee?)|instead of|ne (?:pourra|peut) (?:pas )?(?:se tenir|avoir lieu)|devait (?:se tenir|avoir lieu)|initialement prevue?|promised for|كان (?:مقررا|من المقرر)|(?<!\w)مقرر[اه]|لن (?:تعقد|يعقد)"
)
_CANCELLED = re.compile(
    r"\bcancelled\b|\bcanceled\b|called off|(?:is|are|was|were|been|be) (?:now )?(?:dropped|scrapped|abandoned|withdrawn|struck (?:from|off))\b|annulee?s?\b|(?:est|sont|ete|sera|seront) (?:abandonnee?s?|supprimee?s?)\b|صرف النظر عن|الغي(?:ت)?(?!\w)|الغاء"
)
_WILL_NOT, _WILL_THEN = (
    re.compile(r"(?<!\w)لن (?:تعقد|يعقد|تنعقد|ينعقد)(?!\w)"),
    re.compile(r"(?<!\w)و?(?:ست|سي)عقد(?!\w)"),
)
"""In Arabic the verb that says so stands before the event."""
_CALLED_OFF_ON = re.compile(rf"(?:{_CANCELLED.pattern})(?: (?:in|on|en|le|au|في|يوم))?\s*$")
_NOT_TAKEN_PLACE = re.compile(
    r"\b(?:did not|didn't) (?:take place|happen)|\bwas not held|n'a pas (?:eu lieu|ete (?:tenue?|organisee?))|ne s'est pas tenue?|(?<!\w)لم (?:تعقد|يعقد|تنعقد|ينعقد|تنظم|ينظم)(?!\w)"
)
_NOT_ITS_DAY = re.compile(
    r"(?:before|by|until|deadline|no later than|registration|register|expires?|signed|published|sent|reported|dated|received|since|reach|avant|jusqu'au|d'ici|signee?|inscri\w+|depuis|au plus tard|قبل|حتي|موعد اقصاه|توقيع|منذ|الموقعه?|عام|سنه)(?: the| end of| le| la| en| on| in| of| for| نهايه| عام)*\s*$"
)
_DIRECT = re.compile(
    r"(?:^|[\s,:(])(?:on|from|of|in|for|to|between|,|:|held|until|le|les|du|en|des|au|pour le|في|يوم|من|خلال|بتاريخ|dates?,?)?(?: the| now| early| late| mid-?)?(?:\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد),?)?\s*$"
)
_VERB_BETWEEN = re.compile(
    r"\b(?:signed|published|sent|received|promised|asked|said|reported|agreed|expires?|because|although|while|where|whose|added|joined|visited|prepared|recorded|delivered|who|signee?|publiee?|envoyee?|demande|rappele|parce)\b|(?<!\w)(?:وقع|نشر|ارسل|طلب|اشار|اكد)"
)
_ANNOUNCES = re.compile(
    r"(?:will (?:host|hold|organi[sz]e)|announces?|organiseront|organisera|accueillera|(?<!\w)(?:تنظم|ينظم|ستنظم|سينظم|تستضيف|يستضيف|تعقد|يعقد))\s[^,.;]{0,60}$"
)
_WILL_BE = re.compile(r"\bwill (?:\w+ )?(?:be|take|sit|meet|open|run|start)\b")
_MOVED_FROM = re.compile(rf"(?:{_MOVED.pattern}) (?:from|du|de)(?: the| le)?\s*$")
_ON_TO = re.compile(r"\s*(?:to|au|aux|a|الي)(?: the| le)?\s*")
_MOVED_NEXT = re.compile(
    rf"^[\s,;]*(?:\w+ )?(?:{_MOVED.pattern})|^[^.;]{{0,60}}(?:(?:has|have|is|are|was|were|been|be) (?:moved|postponed|put (?:back|off)|pushed|shifted|rescheduled|delayed)|(?:est|sont|sera|seront|ete) (?:report|decal|repouss|deplac)ee?s?|n'aura pas lieu|ne se tiendra pas|(?:will not|cannot) (?:take place|be held)|(?<!\w)لن (?:تعقد|يعقد))"
)
_SET_FOR = re.compile(
    r"(?:planned|scheduled|announced|foreseen|set|due|fixed|prevue?s?|programmee?s?|annoncee?s?|fixee?s?|المقرره?|المزمع|مقرر[اه]?)[^.;\d]{0,40}$"
)
_IS_NOW_ON = re.compile(
    r"^[^.;\d]{0,60}(?:will (?:now )?(?:take place|be held)|takes place|is now (?:on|set|planned)|aura lieu|se tiendra|a lieu|ستعقد|سيعقد|ستقام|سيقام)[^.;\d]{0,16}\d"
)
"""A day that an event was set for, where the sentence goes on to give another."""
_MOVING = re.compile(rf"(?:{_MOVED.pattern})|(?<!\w)(?:نقل|تاجيل|ارجاء|تغيير موعد)(?!\w)")
_FROM = re.compile(r"(?:\bfrom|\bdu|\bde|(?<!\w)من)(?: the| le)?\s*$")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|will|had|est|sont|ont|sera|that|which|who|qui|que|took|after|before|apres)\b(?!$)|(?<!\w)(?:الذي|التي|تنفيذا|بعد|قبل)(?!\w)"
)
_PREPOSITION = re.compile(r"[\s,]*(?:on|from|of|in|le|les|du|en|des|au|في|يوم|من|to)?(?: the)?\s*")
_LONGEST_GAP = 190


def direction_of(words: str) -> Direction | None:
    """Whether a sentence, folded, speaks of what was or of what will be."""
    if _NOT_HELD.search(words) and _HELD.search(words):
        return "past"
    if _PLANNED.search(words) or re.search(r"\bwill\b", words):
        return "future"
    return "past" if _HELD.search(words) else None


def days_of(reading: Reading, line: Line, subject: Subject, dates: list[When]) -> tuple[When | None, When | None, str]:
    """The day of an event, the day it had before, and its state."""
    here = subject.end if line is subject.line else 0
    start = here
    day: When | None = None
    former: When | None = None
    for date in dates:
        gap = Plain.of(line.text[start : date.start]).text
        if _from_day_to_day(line, gap, date) and date.last:
            former, day = replace(date, last=None), replace(date, first=date.last, last=None)
            break  # from the one day to the other, not from the first to the last
        if former is not None and _ON_TO.fullmatch(gap):
            day = date
            break
        link = _link(reading, line, subject, gap, date)
        if link == "former":
            former = former or date
        elif link == "day":
            day = date
            break
        elif link is None and date.precision >= 2:
            break
        start = date.end
    moved = (
        day is not None
        and former is None
        and bool(_MOVED.search(Plain.of(line.text[max(0, here - 60) : day.start]).text))
    )
    state = "postponed" if moved else state_of(line.plain.text, day, former)
    if state in ("mentioned", "held") and day and is_after(day.first, reading.date):
        state = "planned"
    return day, former, state


def _link(reading: Reading, line: Line, subject: Subject, gap: str, date: When) -> str | None:
    """How a date belongs to the event before it: its day, a day it no longer has, one beside it, or not at all."""
    if len(gap) > _LONGEST_GAP:
        return None
    if _CALLED_OFF_ON.search(gap):
        return "beside"
    not_held = _NOT_HELD.search(gap)
    if (not_held and not _HELD.search(gap, not_held.end())) or _MOVED_FROM.search(gap):
        return "former"
    clause = _clause(line, subject, date)
    will_not = _WILL_NOT.search(clause)
    if will_not and not _WILL_THEN.search(clause, will_not.end()):
        return "former"
    if _given_up(gap, Plain.of(line.text[date.end :]).text):
        return "former"
    words = unquoted(gap)
    if _NOT_ITS_DAY.search(gap) or _VERB_BETWEEN.search(words) or not _DIRECT.search(gap):
        return None
    if _MOVED.search(gap):
        return "day"
    if date.precision < 2:
        return None
    if _PLANNED.search(gap) or _HELD.search(gap):
        return "day"
    return "day" if _is_weak_link(reading, line, subject, words, date) else None


def _clause(line: Line, subject: Subject, date: When) -> str:
    """What stands before a date, folded, from the beginning of the clause that names the event."""
    named = subject.end if line is subject.line else 0
    begins = max(line.text.rfind(mark, 0, named) for mark in "،,;؛") if named else -1
    return Plain.of(line.text[begins + 1 : date.start]).text


def _from_day_to_day(line: Line, gap: str, date: When) -> bool:
    """Whether two days of different months are the old and the new day of what is moved, not the first and the last."""
    before = Plain.of(line.text[: date.start]).text
    moving = list(_MOVING.finditer(before))
    if not moving or not _FROM.search(gap) or (date.last or date.first)[:7] == date.first[:7]:
        return False
    between = before[moving[-1].end() :]
    return not (_HELD.search(between) or _PLANNED.search(between))


def _given_up(before: str, after: str) -> bool:
    """Whether an event is no longer on a day, by the words before and after it."""
    if _MOVED_NEXT.match(after) and not _MOVED.search(before):
        return True
    return bool(_SET_FOR.search(before) and _IS_NOW_ON.match(after))


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
    moved = _MOVED.search(Plain.of(line.text[: date.start]).text[-90:])
    return bool(_PREPOSITION.fullmatch(rest) or moved)


def is_given_up(words: str) -> bool:
    """Whether a sentence, folded, says of an event without a day that it will not be."""
    if not (_UNHELD.search(words) or _CANCELLED.search(words)):
        return False
    return not (_HELD.search(_UNHELD.sub(" ", words)) or _IF.search(words))


_UNHELD = re.compile(
    r"\b(?:will|shall|would) not (?:now )?(?:be (?:held|organi[sz]ed|run)|take place|go ahead)|\bwon't (?:be held|take place|go ahead)|\bn'(?:aura|auront|a) (?:finalement )?pas (?:eu )?lieu|\bne (?:se tiendra|se tiendront|sera|seront)(?: finalement)? pas(?: organisee?s?)?\b|(?<!\w)لن (?:ت|ي)(?:عقد|نعقد|قام|نظم)(?!\w)"
)
_IF = re.compile(
    r"\b(?:if|unless|whether|until|without|si|sauf si|a moins)\b|(?<!\w)(?:اذا|الا اذا|في حال|ما لم)(?!\w)"
)


def unquoted(gap: str) -> str:
    """A text without what stands in quotes in it."""
    return re.sub(r"[\"“«][^\"”»]{0,160}[\"”»]", " ", gap)


def state_of(words: str, day: When | None, former: When | None) -> str:
    """What a sentence, folded, says of an event with this day, or with one that it no longer has."""
    called_off = _CANCELLED.search(words)
    last_word = words[called_off.end() :] if called_off and day else ""
    if called_off and not (_HELD.search(last_word) or _PLANNED.search(last_word)):
        return "cancelled"
    if former is None and day and _NOT_TAKEN_PLACE.search(words):
        return "cancelled"
    if former is not None:
        return "held" if day and _HELD.search(words.replace("be held", "")) else "postponed"
    if _HELD.search(re.sub(r"(?:to|will|not|can|should)(?: \w+)? be held", "", words)) and not _WILL_BE.search(words):
        return "held"
    if VISITED.search(words):
        return "held"
    return "planned" if _PLANNED.search(words) else "mentioned"
