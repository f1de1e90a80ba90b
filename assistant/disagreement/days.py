"""Another day of the same event or agreement in a sentence; a plan that was overtaken, a deadline or a session is none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from assistant.register.single import Single, Valued
from vectorstore import StoredSentence, WrittenDate, find_dates, fold, say_date

_NEAR: Mapping[Valued, int] = {"held": 45, "signed": 200, "starts": 200, "ends": 500}
"""Days that two values of one thing may be apart, at most: further away it is another event, or another agreement."""
_DAY = len("2024-05-29")
_BREAK = 3
"""Days between which two sentences' ranges are of one event."""
_CHANGED = re.compile(
    r"\b(?:originally|at first|initially|planned|was to|were to|called off|cancel\w+|postpon\w+|put off|provisional|preliminary|tentative|instead|moved|rescheduled|brought forward|extend\w+|renew\w+|prolong\w+|replac\w+|supersed\w+|amend\w+|not|no longer|correct\w+|erratum)\b"
    r"|\b(?:initialement|d'abord|devait|devaient|prevu\w*|decale\w*|reporte\w*|annule\w*|provisoire|avance\w* au|proroge\w*|prolonge\w*|renouvel\w*|reconduit\w*|remplac\w+|modifi\w+|au lieu|pas|plus tot|rectifi\w+|erratum)\b"
    r"|(?<!\w)(?:كان مقرر\w*|كانت مقرر\w*|مقرر\w*|تقرر|تاجل\w*|ارجي\w*|الغي\w*|مبدي?ي\w*|مدد\w*|تمديد|جدد\w*|تجديد|بدلا|محل|عدل\w*|تعديل|لم|لن|ليس|تصحيح)(?!\w)"
)
"""What says that a value was changed, or that it is not the value."""
_BESIDE = re.compile(
    r"\b(?:deadline|appl(?:y|ications?)|regist\w+|nominat\w+|sent|send|submit\w*|receiv\w+|publish\w+|issued?|approved|letter|e-?mail\w*|report of|minutes|arriv\w+|depart\w+|follow-?up|prepar\w+|before|until|after|since|by the)\b"
    r"|\b(?:candidatures?|inscri\w+|date limite|echeance|envoy\w+|recu\w*|publi\w+|adopt\w+|lettre|courriel|proces-verbal|arriv\w+|depart\w*|suivi|prepar\w+|avant|jusqu\w*|apres|depuis|au plus tard)\b"
    r"|(?<!\w)(?:الترشيح\w*|طلبات|التسجيل|ارسل\w*|ارسال|تسلم\w*|نشر\w*|اعتمد\w*|رساله|كتاب|وصل\w*|متابعه|قبل|حتي|بعد|منذ|موعد اقصاه|اخر موعد)(?!\w)"
)
"""What says that a day beside an event is that of something else: an application, a letter, what came before or after."""
_CUES: Mapping[Valued, re.Pattern[str]] = {
    "held": re.compile(
        r"\b(?:held|(?:took|take|takes|taking|taken) place|organi[sz]ed|hosted|ran|run|convened|attended|was on|were on|met|brought together|(?:workshop|course|seminar|webinar|forum|conference|meeting|visit|exercise|training)[^.;]{0,60}\b(?:of|on|from))\b"
        r"|\b(?:tenue?s?|eu lieu|aura lieu|ont lieu|tiendra|deroule\w*|deroulera|organise\w*|reuni\w*|accueilli\w*|(?:atelier|cours|formation|seminaire|webinaire|forum|conference|reunion|visite|exercice)[^.;]{0,60}\b(?:du|le|des))\b"
        r"|(?<!\w)[وس]?(?:[تي])?(?:عقد\w*|نعقد\w*|انعقد\w*|اقيم\w*|قام|نظم\w*|جري|جرت|ستعقد|ستقام|استضاف\w*)(?!\w)"
    ),
    "signed": re.compile(
        r"\b(?:signed|signature)\b|\b(?:signee?s?|signature)\b|(?<!\w)(?:و?وقع\w*|توقيع\w*|الموقع\w*|ابرم\w*)(?!\w)"
    ),
    "starts": re.compile(
        r"\b(?:(?:enter(?:s|ed)?|comes?|came|went) into (?:force|effect)|takes? effect|took effect|in force (?:since|from|as of)|effective)\b|\b(?:entre\w* en vigueur|en vigueur (?:depuis|a compter|a partir)|prend effet|pris effet)\b"
        r"|(?<!\w)(?:حيز (?:ال)?(?:نفاذ|تنفيذ)|[تي]سري (?:من|منذ|اعتبارا)|ساري\w* (?:من|منذ|اعتبارا)|نافذ\w* (?:من|منذ))(?!\w)"
    ),
    "ends": re.compile(
        r"\b(?:valid (?:until|till|to)|in force until|runs? (?:until|to)|expires?(?: on)?|ends?(?: on)?|lasts? until)\b|\b(?:valable jusqu|en vigueur jusqu|prend(?:ra)? fin|expire(?:ra)?|arrive a echeance)"
        r"|(?<!\w)(?:تسري|يسري|ساري\w*|سارٍ|نافذ\w*|تنتهي|ينتهي)(?!\w)"
    ),
}
_AHEAD = re.compile(
    r"\b(?:to be signed|will be signed|(?:sera|etre) signee?)\b|(?<!\w)(?:ستوقع|سيوقع|سيتم توقيع|المزمع)(?!\w)"
)


def other_day(sentence: StoredSentence, single: Single, language: str, dated: str | None, told: str | None) -> str:
    """The other day that a sentence gives, in words; empty where it gives none.

    Args:
        sentence: Of the same thing.
        single: What the register says.
        language: Of the question.
        dated: The day of the sentence's document, ISO.
        told: The day of the document that the register answers from.
    """
    folded = fold(sentence.text)
    if _CHANGED.search(folded) or (single.sort != "held" and _AHEAD.search(folded)):
        return ""
    if single.sort == "held" and (_BESIDE.search(folded) or not (_is_row(sentence) or _CUES["held"].search(folded))):
        return ""
    found = _the_day(sentence.text, single)
    if found is None or _same(found, single) or not _is_near(found, single):
        return ""
    first, last = found.iso or "", found.last_iso or ""
    if first in single.former or _overtaken(first, dated, single.first, told):
        return ""
    return say_date(first, last if last != first else None, language)


def says_changed(text: str) -> bool:
    """Whether a text says that a value was changed, or that it is not the value."""
    return _CHANGED.search(fold(text)) is not None


def _is_row(sentence: StoredSentence) -> bool:
    return sentence.kind == "row" and bool(sentence.columns)


def _the_day(text: str, single: Single) -> WrittenDate | None:
    """The only whole day or range of a sentence; of an agreement the one behind the word for what is asked."""
    found = [one for one in find_dates(text) if one.year and one.precision == 3]
    if single.sort == "held":
        return found[0] if len(found) == 1 and len(find_dates(text)) == 1 else None
    cues = [cue.end() for cue in _CUES[single.sort].finditer(fold(text))]
    if len(found) != 1 or not cues:
        return None
    return found[0]


def _same(found: WrittenDate, single: Single) -> bool:
    """Whether a day is the value, one of its ends or a day within it; or the value lies within the days given."""
    first, last = found.iso or "", found.last_iso or ""
    mine, till = single.first, single.last or single.first
    if len(mine) < _DAY:
        return first.startswith(mine) or mine <= first[: len(mine)] <= till
    if first == last:
        return mine <= first <= till
    return (first <= mine and till <= last) or (mine <= first and last <= till)


def _is_near(found: WrittenDate, single: Single) -> bool:
    if len(single.first) < _DAY:
        return False
    apart = date.fromisoformat(found.iso or "") - date.fromisoformat(single.first)
    return abs(apart.days) <= _NEAR[single.sort]


def _overtaken(other: str, dated: str | None, first: str, told: str | None) -> bool:
    """Whether a sentence only announces its day, and the register's comes from a document after the event."""
    announced = dated is not None and dated < other
    return announced and told is not None and told >= first
