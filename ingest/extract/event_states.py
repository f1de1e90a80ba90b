"""What the words of a sentence say of an event: that it was held, is planned, was called off."""

from __future__ import annotations

import re

from ingest.extract.event_subjects import VISITED
from ingest.extract.when import Direction, When

HELD = re.compile(
    r"(?:was|were) (?:held|opened|organised|conducted)|took place|\bopened\b|\bconvened\b|\bended\b|\bclosed\b|\bran (?:from|for|on|in)\b|\b(?:came together|met) (?:in|at|on|for)\b|\blasted (?:from|for)\b|\bheld\b|has been held|\bsat\b|,? organi[sz]ed on|\ba siege\b|, tenue? (?:du|le|les|a)|organisee? (?:du|le|les) \d|\ba rassemble\b|اختتمت?|was the best|drew|brought together|gathered|had \d+ (?:participants|attendees)|welcomed \d"
    r"|a eu lieu|ont eu lieu|s'est (?:tenue?|deroulee?|ouverte?|reunie?)|se sont (?:tenue?s|reunie?s)|\ba reuni\b|\bavait reuni\b|s'est acheve|a ete organisee?|qui s'est|(?<!\w)و?(?:عقدت?|انعقدت?|نظمت?|اقيمت?|جرت?|التامت?|احتضنت?|استضافت?|انطلقت?|افتتحت?)(?!\w)|المنعقده?"
)
PLANNED = re.compile(
    r"will (?:\w+ )?(?:be held|take place|sit|meet|open|run|start|begin|be organised)|takes place|is (?:now )?(?:scheduled|planned|set|due|fixed|foreseen)|are (?:scheduled|planned)|to be held|\bplanned\b|\bscheduled\b|upcoming|goes ahead|stays on|invites?|announce[sd]?|will (?:host|hold|organise|organize|look)|new dates?"
    r"|aura lieu|auront lieu|se tiendra|se tiendront|se deroulera|est (?:fixee?|prevue?|programmee?)|sont prevue?s|prevue?s?|organiseront|organisera|accueillera|formera|est convoquee?|invite|attendue?s?|(?<!\w)(?:سي|ست)(?:لتيم|لتءم|نطلق|ستضيف|حتضن|قام|نعقد)\w*|ستعقد|سيعقد|تعقد|يعقد|المقرر|من المقرر|تنظم|ينظم|ستنظم|تستضيف|القادم|يدعو"
)
CANCELLED = re.compile(
    r"\bcancelled\b|\bcanceled\b|called off|(?:is|are|was|were|been|be) (?:now )?(?:dropped|scrapped|abandoned|withdrawn|struck (?:from|off))\b|annulee?s?\b|(?:est|sont|ete|sera|seront) (?:abandonnee?s?|supprimee?s?)\b|صرف النظر عن|الغي(?:ت)?(?!\w)|الغاء"
)
_NOT_TAKEN_PLACE = re.compile(
    r"\b(?:did not|didn't) (?:take place|happen)|\bwas not held|n'a pas (?:eu lieu|ete (?:tenue?|organisee?))|ne s'est pas tenue?|(?<!\w)لم (?:تعقد|يعقد|تنعقد|ينعقد|تنظم|ينظم)(?!\w)"
)
_WILL_BE = re.compile(r"\bwill (?:\w+ )?(?:be|take|sit|meet|open|run|start)\b")
_UNHELD = re.compile(
    r"\b(?:will|shall|would) not (?:now )?(?:be (?:held|organi[sz]ed|run)|take place|go ahead)|\bwon't (?:be held|take place|go ahead)|\bn'(?:aura|auront|a) (?:finalement )?pas (?:eu )?lieu|\bne (?:se tiendra|se tiendront|sera|seront)(?: finalement)? pas(?: organisee?s?)?\b|(?<!\w)لن (?:ت|ي)(?:عقد|نعقد|قام|نظم)(?!\w)"
)
_IF = re.compile(
    r"\b(?:if|unless|whether|until|without|si|sauf si|a moins)\b|(?<!\w)(?:اذا|الا اذا|في حال|ما لم)(?!\w)"
)
_PUT_OFF = re.compile(
    r"\b(?:postponed|moved|rescheduled|put off|put back|pushed back|new date)\b|\b(?:report|decal|repouss|deplac|reprogramm)ee?s?\b|\bnouvelles? dates?\b|(?<!\w)و?(?:تاجل|اجل|ارجء|ارجي|نقل)ت?(?!\w)"
)
"""Where a day is called off and another given."""
NOT_HELD = re.compile(
    r"(?:can|could|will|was|would|did)(?: ?not|n't) (?:be held|take place|able to)|was to (?:be held|take place|have been held|sit|meet|open|start)|(?:was )?(?:first |initially |originally )(?:announced|planned|scheduled|set|foreseen)(?: for)?|(?:planned|foreseen|scheduled) (?:first|at first|initially|originally)|(?:first|originally) (?:meant|foreseen)|prevue?s? (?:d'abord|initialement|a l'origine)|d'abord (?:prevue?|fixee?|annoncee?)|instead of|ne (?:pourra|peut) (?:pas )?(?:se tenir|avoir lieu)|devait (?:se tenir|avoir lieu)|initialement prevue?|promised for|كان (?:مقررا|من المقرر)|(?<!\w)مقرر[اه]|لن (?:تعقد|يعقد)"
)


def direction_of(words: str) -> Direction | None:
    """Whether a sentence, folded, speaks of what was or of what will be."""
    if NOT_HELD.search(words) and HELD.search(words):
        return "past"
    if PLANNED.search(words) or re.search(r"\bwill\b", words):
        return "future"
    return "past" if HELD.search(words) else None


def state_of(words: str, day: When | None, former: When | None) -> str:
    """What a sentence, folded, says of an event with this day, or with one that it no longer has."""
    called_off = CANCELLED.search(words)
    last_word = words[called_off.end() :] if called_off and day else ""
    if called_off and not any(said.search(last_word) for said in (HELD, PLANNED, _PUT_OFF)):
        return "cancelled"
    if former is None and day and _NOT_TAKEN_PLACE.search(words):
        return "cancelled"
    if former is None and day and _UNHELD.search(words) and not HELD.search(_UNHELD.sub(" ", words)):
        return "postponed" if _PUT_OFF.search(words) else "cancelled"
    if former is not None:
        return "held" if day and HELD.search(words.replace("be held", "")) else "postponed"
    if HELD.search(re.sub(r"(?:to|will|not|can|should)(?: \w+)? be held", "", words)) and not _WILL_BE.search(words):
        return "held"
    if VISITED.search(words):
        return "held"
    return "planned" if PLANNED.search(words) else "mentioned"


def is_given_up(words: str) -> bool:
    """Whether a sentence, folded, says of an event without a day that it will not be."""
    if not (_UNHELD.search(words) or CANCELLED.search(words)):
        return False
    return not (HELD.search(_UNHELD.sub(" ", words)) or _IF.search(words))
