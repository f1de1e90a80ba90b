"""Events that are moved from one day to another, by the verb that says so."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.extract.event_states import HELD, PLANNED
from ingest.extract.lines import Line
from ingest.extract.plain import Plain
from ingest.extract.when import When

MOVED = re.compile(
    r"(?:has been|was|were|is|have been|been|have|we)? ?(?:moved|postponed|rescheduled|changed(?= from\b)|transferred(?= from\b)|put (?:back|off)|set back|carried over|held over|pushed (?:back|forward)|brought forward|adjourned|shifted|delayed|deferred)(?: \w+ (?:month|week)s?)?(?: to| until)?|\bslip(?:s|ped)?(?= (?:from|to)\b)|\bis now (?:on|for)\b|\b(?:est|sera|aura lieu|se tiendra) desormais\b|(?<!\w)(?:اصبح|صار|بات)ت? (?:موعدها?|يوم|في)"
    r"|(?:a ete |est |ont ete )?(?:reportee?s?|decalee?s?|repoussee?s?|deplacee?s?|avancee?s?|ajournee?s?|differee?s?|renvoyee?s?(?= au\b)|remise?s?(?= au \d)|retardee?s?|reprogrammee?s?|replanifiee?s?|modifiee?s?(?= d[eu]\b))(?: d'un mois| d'une semaine)?(?: au| a| jusqu'au)?|\bgliss(?:e|ent|era)(?= (?:du|de|au)\b)|\b(?:pass(?:e|ent|era|eront)|est passee?)(?= (?:du|au)(?: \w+di)?(?: \d| ?$))|[تي]تاجل|تاجلت?|ارجءت?|ارجيت?|ارجا(?:ت|نا)?(?!\w)|(?<!\w)[وف]?اجلت(?!\w)|(?<!\w)(?<!من )(?:اجل|رحلت?|ازيح|اخرت?|قدم|عدل)(?= (?:ال|اجتماع|ورش|دور|ندو|موتمر|منتدي|لقاء|زيار|موعد|الي|من))|تاجيل(?:ها|ه)? الي|نقلت? الي"
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|يوم|يومي|(?:يوم )?(?:الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد)|تاريخ|موعد|period|periode|فتره|week of|semaine du)"
MOVED_FROM = re.compile(rf"(?:{MOVED.pattern}) (?:from|du|de)(?: the| le)?\s*$")
_ON_TO = re.compile(
    rf"[\s,]*(?:to|until|for|au|aux|a|pour|vers|jusqu'au|الي|ل|لل)(?: the| le| les| la)?(?: {_WEEKDAY},?)*\s*"
)
INSTEAD = re.compile(
    rf"[\s,(]*(?:instead of|rather than|in place of|replacing|and not|not|no longer|au lieu d[eu]|en lieu et place d[eu]|plutot que|et non(?: pas)?|en remplacement d[eu]|بدلا من|عوضا عن|وليس|لا)(?: on| the| le| les| du| في)*(?: {_WEEKDAY},?)*\s*"
)
"""Between the new day of an event and the one it had."""
_MOVED_NEXT = re.compile(
    rf"^[\s,;]*(?:\w+ )?(?:{MOVED.pattern})|^[^.;]{{0,60}}(?:(?:has|have|is|are|was|were|been|be) (?:moved|postponed|put (?:back|off)|pushed|shifted|rescheduled|delayed)|(?:est|sont|sera|seront|ete) (?:report|decal|repouss|deplac)ee?s?|n'aura pas lieu|ne se tiendra pas|(?:will not|cannot) (?:take place|be held)|(?<!\w)لن (?:تعقد|يعقد))"
)
_SET_FOR = re.compile(
    r"(?:planned|scheduled|announced|foreseen|set|due|fixed|prevue?s?|programmee?s?|annoncee?s?|fixee?s?|المقرره?|المزمع|مقرر[اه]?)[^.;\d]{0,40}$"
)
_IS_NOW_ON = re.compile(
    r"^[^.;\d]{0,60}(?:will (?:now )?(?:take place|be held)|takes place|is now (?:on|set|planned)|aura lieu|se tiendra|a lieu|ستعقد|سيعقد|ستقام|سيقام)[^.;\d]{0,16}\d"
)
"""A day that an event was set for, where the sentence goes on to give another."""
_MOVING = re.compile(
    rf"(?:{MOVED.pattern})|(?<!\w)[وف]?(?:[يت]?نقل(?:ت)?|تاجيل|ارجاء|تغيير (?:موعد|تاريخ)|تغير (?:موعد|تاريخ))(?!\w)"
)
_SET_AT = re.compile(
    r"(?<!\w)(?:المقرره?|المزمع|المحدده?)(?: (?:عقده?ا?|تنظيمه?ا?|لها?|له))?(?: (?:في|يوم|ليوم|بتاريخ))*\s*$"
)
_LONGEST = 300
"""Characters of a sentence before a date, within which a verb says that something is moved."""
_FROM = re.compile(rf"\s*(?:\bfrom|\bdu|\bde|(?<!\w)من)(?: the| le)?(?: {_WEEKDAY},?)*\s*$")


def moved(line: Line, gap: str, date: When, later: list[When], former: When | None) -> tuple[When, When | None] | None:
    """The old and the new day of what is moved from the one to the other; None where a date is neither."""
    if former is not None:
        return (former, date) if _ON_TO.fullmatch(gap) else None
    if date.last and _from_day_to_day(line, gap, date, later):
        return replace(date, last=None), replace(date, first=date.last, last=None)
    return (date, None) if _from_one_to_the_next(line, gap, date, later) else None


def _from_day_to_day(line: Line, gap: str, date: When, later: list[When]) -> bool:
    """Whether the two days of a range are the old and the new day of what is moved, not the first and the last.

    So they are where a verb for it leads straight to them, and where they are of different months; days that the next date
    takes the place of are not.
    """
    if _leads_on(line, date, later):
        return False
    if _SET_AT.search(gap):  # what was set for the one day was moved to the other
        return (
            _MOVING.search(Plain.of(line.text[max(0, date.start - _LONGEST) : date.start - len(gap)]).text) is not None
        )
    if not _FROM.search(gap):
        return False
    between = _behind_move(line, date)
    if between is None:
        return False
    if _FROM.fullmatch(between) and "-" not in Plain.of(line.text[date.start : date.end]).text:
        return True
    arabic = "\u0621" <= between.strip()[:1] <= "\u064a"
    return (date.last or date.first)[:7] != date.first[:7] or (arabic and not re.search(r"[,;:]", between))


def _from_one_to_the_next(line: Line, gap: str, date: When, later: list[When]) -> bool:
    """Whether what is moved had a date that the next one takes the place of."""
    return _FROM.search(gap) is not None and _leads_on(line, date, later) and _behind_move(line, date) is not None


def _leads_on(line: Line, date: When, later: list[When]) -> bool:
    return bool(later) and _ON_TO.fullmatch(Plain.of(line.text[date.end : later[0].start]).text) is not None


def _behind_move(line: Line, date: When) -> str | None:
    """The words between a verb that moves an event and a date; None where there is none, or another verb follows it."""
    before = Plain.of(line.text[max(0, date.start - _LONGEST) : date.start]).text
    moving = list(_MOVING.finditer(before))
    between = before[moving[-1].end() :] if moving else ""
    return between if moving and not (HELD.search(between) or PLANNED.search(between)) else None


def is_left(before: str, after: str) -> bool:
    """Whether an event is no longer on a day, by the words before and after it."""
    if _MOVED_NEXT.match(after) and not MOVED.search(before):
        return True
    return bool(_SET_FOR.search(before) and _IS_NOW_ON.match(after))
