"""Whom an agreement is with, by `with`, `avec` or `مع` and the name behind it, in whichever letters its words begin."""

from __future__ import annotations

import re

from ingest.extract.heads import ARABIC_HEADS, HEADS
from ingest.extract.plain import Plain

_HEAD = rf"(?:{'|'.join(HEADS)})(?![\w-])"
_ADJECTIVE = r"[a-z-]{2,}(?:al|ale|aux|ales|iques?|ien|iens|iennes?|ains?|aines?|ais|aises?|ois|oises?|ifs?|ives?|aires?|eurs?|eures?|ants?|andes?|arabe|libre|mixte|ees?)(?![\w-])"
_OF = r"(?:de la |de l'|du |des |de |d'|pour la |pour le |pour l'|pour les |en (?!\d|vigueur|cours|date|vue|matiere|faveur|\w+ (?:19|20)\d))"
_FRENCH = rf"(?:{_HEAD}(?: {_ADJECTIVE}){{0,3}}(?: {_OF}(?!\d)[\w-]{{2,}}(?: {_ADJECTIVE}){{0,2}}(?:,? et (?:de la |de l'|du |des |de |d'|la |le |les |l')?[\w-]{{3,}}(?: {_ADJECTIVE})?(?= ?[,.;:]| {_OF}| (?:en|le|a|au)\b))?){{0,3}})"
_WITH_FRENCH = re.compile(
    rf"(?<!\w)(?:avec|with|a|au)(?: la| le| les| l'| notre| leur| the)? ?(?<=[ '])(?P<name>{_FRENCH})"
)
_STOP = (
    r"(?:يوم|يومي|في|بتاريخ|لمده|بشان|حول|علي|من|الي|سنه|عام|خلال|حتي|عند|منذ|عن|بهدف|بغيه|بغرض|قصد|يقضي|يشمل|تشمل|يهدف|[يتن]نتهي|انته\w*|وقعت?|موقع\w*|الموقعه?|المبرمه?|ساريه?|سار|مدتها?|مدته|[يت]سري|قد|كانت?|تم|حيث|الذي|التي|ان|بعد|قبل|لا|لم|مءخرا|موخرا|امس|اليوم"
    r"|و\w+|ل(?:تدريب|تبادل|تنفيذ|تعزيز|دعم|تطوير|تنظيم|اجراء|تمويل|انشاء|بناء|اعداد|نشر|جمع|توفير|تنسيق|استضافه|تاهيل|تقديم|اقامه|تحسين|ضمان)\w*)(?!\w)"
)
_WITH_ARABIC = re.compile(
    rf"(?<!\w)مع (?P<name>(?:ال)?(?:{'|'.join(ARABIC_HEADS)})(?: (?!{_STOP})[\u0621-\u064a]{{2,}}){{0,6}})(?=\s|[,.;:()]|$)"
)
ARABIC_PARTNER = re.compile(
    rf" مع (?P<name>(?!(?:ال)?(?:سيد|دكتور|مهندس|استاذ))[\u0621-\u064a]{{2,}}(?: (?!{_STOP})[\u0621-\u064a]{{2,}}){{0,6}})(?=\s|[,.;:()]|$)"
)
"""The words right behind `with` in Arabic."""
_ENGLISH_WORD = r"[A-ZÀ-Þ][\w'’&-]*"
_ENGLISH = rf"(?:(?:{_ENGLISH_WORD} (?:(?:and|for|of) (?=[A-ZÀ-Þ]))?){{0,8}}?(?i:{_HEAD})(?: (?:of|for|on|in)(?: the)? {_ENGLISH_WORD}(?:(?:,? and)? {_ENGLISH_WORD}){{0,5}}){{0,3}})"
_WITH_ENGLISH = re.compile(rf"(?<!\w)(?:with|to)(?: the| our| its)? (?P<name>{_ENGLISH})")
_BETWEEN = (
    re.compile(rf"(?<!\w)[Bb]etween (?:the )?(?P<a>{_ENGLISH})(?: \([A-Z][\w-]*\))? and (?:the )?(?P<b>{_ENGLISH})"),
    re.compile(rf"(?<!\w)entre (?:le |la |l')(?P<a>{_FRENCH})(?: \([\w-]+\))? et (?:le |la |l'|les )(?P<b>{_FRENCH})"),
)
_BOTH_ENGLISH = re.compile(
    rf"(?<!\w)[Tt]he (?P<a>{_ENGLISH}) and (?:the )?(?P<b>{_ENGLISH})(?: \([A-Z][\w-]*\))?(?: (?:have|had|then|also|jointly|today|formally))* (?:signed|concluded|entered into|sealed|inked|initialled)\b"
)
_BOTH_FRENCH = re.compile(
    rf"(?<!\w)(?:le |la |l')(?P<a>{_FRENCH})(?: \([\w-]+\))? et (?:le |la |l'|les )(?P<b>{_FRENCH})(?: \([\w-]+\))? (?:ont|avaient|viennent de)(?: \w+ment)? (?:sign|conclu|paraph|scell)\w*"
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


def both_signers(text: str, plain: Plain) -> list[str]:
    """The two bodies that signed or that an agreement is between, where either may be called by no more than its noun."""
    english = _BOTH_ENGLISH.search(text) or _BETWEEN[0].search(text)
    folded = _BOTH_FRENCH.search(plain.text) or _BETWEEN[1].search(plain.text)
    if english:
        return [english["a"], english["b"]]
    return [text[slice(*plain.span(folded, name))] for name in ("a", "b")] if folded else []


def _folded(plain: Plain, start: int) -> int:
    """The place in a folded text of one in the text."""
    return start if plain.places is None else next(n for n, place in enumerate(plain.places) if place >= start)
