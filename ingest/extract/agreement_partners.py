"""Whom an agreement is with, by `with`, `avec` or `مع` and the name behind it, in whichever letters its words begin."""

from __future__ import annotations

import re

from ingest.extract.heads import ARABIC_HEADS, HEADS
from ingest.extract.plain import Plain

_HEAD = rf"(?:{'|'.join(HEADS)})(?![\w-])"
_ADJECTIVE = r"[a-z-]{2,}(?:al|ale|aux|ales|iques?|ien|iens|iennes?|ains?|aines?|ais|aises?|ois|oises?|ifs?|ives?|aires?|eurs?|eures?|ants?|andes?|arabe|libre|mixte|ees?)(?![\w-])"
_OF = r"(?:de la |de l'|du |des |de |d'|pour la |pour le |pour l'|pour les |en (?!\d|vigueur|cours|date|vue|matiere|faveur|\w+ (?:19|20)\d))"
_FRENCH = rf"(?P<name>{_HEAD}(?: {_ADJECTIVE}){{0,3}}(?: {_OF}(?!\d)[\w-]{{2,}}(?: {_ADJECTIVE}){{0,2}}(?:,? et (?:de la |de l'|du |des |de |d'|la |le |les |l')?[\w-]{{3,}}(?: {_ADJECTIVE})?(?= ?[,.;:]| {_OF}| (?:en|le|a|au)\b))?){{0,3}})"
_WITH_FRENCH = re.compile(rf"(?<!\w)(?:avec|with|a|au)(?: la| le| les| l'| notre| leur| the)? ?(?<=[ '])(?:{_FRENCH})")
_STOP = (
    r"(?:يوم|يومي|في|بتاريخ|لمده|بشان|حول|علي|من|الي|سنه|عام|خلال|حتي|عند|منذ|عن|بهدف|بغيه|بغرض|قصد|يقضي|يشمل|تشمل|يهدف|[يتن]نتهي|انته\w*|وقعت?|موقع\w*|الموقعه?|المبرمه?|ساريه?|سار|مدتها?|مدته|[يت]سري|قد|كانت?|تم|حيث|الذي|التي|ان|بعد|قبل|لا|لم|مءخرا|موخرا|امس|اليوم"
    r"|و\w+|ل(?:تدريب|تبادل|تنفيذ|تعزيز|دعم|تطوير|تنظيم|اجراء|تمويل|انشاء|بناء|اعداد|نشر|جمع|توفير|تنسيق|استضافه|تاهيل|تقديم|اقامه|تحسين|ضمان)\w*)(?!\w)"
)
_WITH_ARABIC = re.compile(
    rf"(?<!\w)مع (?P<name>(?:ال)?(?:{'|'.join(ARABIC_HEADS)})(?: (?!{_STOP})[\u0621-\u064a]{{2,}}){{0,6}})(?=\s|[,.;:()]|$)"
)
_ENGLISH_WORD = r"[A-ZÀ-Þ][\w'’&-]*"
_WITH_ENGLISH = re.compile(
    rf"(?<!\w)(?:with|to)(?: the| our| its)? (?P<name>(?:{_ENGLISH_WORD} (?:(?:and|for|of) (?=[A-ZÀ-Þ]))?)*?(?i:{_HEAD})(?: (?:of|for|on|in)(?: the)? {_ENGLISH_WORD}(?:(?:,? and)? {_ENGLISH_WORD})*){{0,3}})"
)


def partner_behind(text: str, plain: Plain, start: int) -> str | None:
    """The first body that is named behind a word for `with`.

    Args:
        text: Of a sentence.
        plain: The same, folded.
        start: Where to begin in it.
    """
    english = _WITH_ENGLISH.search(text, start)
    folded = [match for one in (_WITH_FRENCH, _WITH_ARABIC) if (match := one.search(plain.text, _folded(plain, start)))]
    found = [match.span("name") for match in [english] if match]
    found += [plain.span(match, "name") for match in folded]
    if not found:
        return None
    first, last = min(found, key=lambda span: (span[0], -span[1]))
    return text[first:last]


def _folded(plain: Plain, start: int) -> int:
    """The place in a folded text of one in the text."""
    return start if plain.places is None else next(n for n, place in enumerate(plain.places) if place >= start)
