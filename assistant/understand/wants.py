"""The kind of answer a question asks for, by its words."""

from __future__ import annotations

import re
from typing import Literal

from assistant.understand.names import is_code
from vectorstore import fold

Wants = Literal[
    "person",
    "date",
    "place",
    "number",
    "money",
    "list",
    "expansion",
    "definition",
    "yes_no",
    "reason",
    "contact",
    "title",
    "fact",
]

_PATTERNS: tuple[tuple[Wants, str], ...] = (
    (
        "contact",
        r"e-?mail|phone|telephone|telefax|courriel|adresse electronique|numero de tel|البريد الالكتروني|ايميل|هاتف",
    ),
    (
        "expansion",
        r"\bwhat (?:does|do|is|are) [^?]{1,40} mean\b|\bmeaning of\b|stands? for|full name|long form|abbreviat|acronym|spelled out|veut dire|signifi|sigle|que designe|en toutes lettres"
        r"|ما معني|ماذا يعني|ماذا تعني|يرمز|اختصار|الاسم الكامل",
    ),
    (
        "title",
        r"\b(?:title|theme|topic|subject) of|\bwhat (?:title|theme|topic|subject)|titled|\b(?:titre|theme|sujet|intitule) d|(?<!\ba )quel(?:le)? (?:est le |etait le )?(?:titre|theme|sujet|intitule)|عنوان|ما موضوع",
    ),
    (
        "reason",
        r"^(?:and |et |و)?\W*why\b|for what reason|what caused|\bpourquoi\b|pour quelle raison|لماذا|لم تم|ما سبب|ما اسباب|ليش",
    ),
    (
        "date",
        r"\bwhen\b|\bwhat (?:date|day|time|year)|\bwhich (?:date|day|year|month)|deadline|\bdates?\b (?:of|for)|^(?:sa|ses|its|the|la|les|their) ?dates?\b|due date|how long|combien de temps"
        r"|\bquand\b|quelles? (?:est la |sont les )?(?:dates?|annee|heure)|quel (?:jour|mois)|date limite|\bdates? d|^date\b|\bdelai\b|\bduree\b"
        r"|متي|تاريخ|حتي متي|موعد|في اي (?:يوم|سنه|عام|شهر)|كم مده|كم مدت|منذ متي",
    ),
    (
        "money",
        r"\b(?:what|which) amount|\bquels? montants?|(?<!by )how much(?! (?:notice|time|of the|longer|more|less|larger|smaller|higher|lower)\b)|\bcosts?\b|\bbudget|\bprice|\bfees?\b|(?<!in )(?<!en )(?<!la )\bcharges?\b|contribut\w* (?:of|amount)|\bspen[dt]|expenditure|salary"
        r"|\bcout|\bmontant|\bprix\b|\bdepens|\btarif|salaire|combien\b.{0,30}(?:\bcout|\bcoute|\bpaye|\bpaie|\bvers|\bdemande|\bdonne|dollar|euro)"
        r"|تكلف|كلف(?:ت|ه)|\bكم\b.{0,12}(?:دفع|يدفع|تدفع)|ميزاني|مبلغ|انفاق|رسوم|راتب|المساهمه الماليه|سعر",
    ),
    (
        "number",
        r"how many|\bby how much|\bhow much (?:longer|more|less|larger|smaller|higher|lower)|\bpopulation (?:of|d[eu])|\bhow (?:old|big|large|far|tall|heavy)|\bnumber of|what percentage|\baverage\b|\bavg\b|\bscore\b|\btotal\b|\bmax(?:imum)?\b|\bmin(?:imum)?\b|\bcount\b|per cent"
        r"|\bcombien\b|\bnombre d|pourcentage|\bmoyenne\b|\bquelle note|\bquel poids|\btaux\b"
        r"|\bكم\b|\bعدد\b|نسبه|معدل|الحد الاقصي|الحد الادني",
    ),
    (
        "place",
        r"\bwhere\b|\b(?:which|what) (?:city|town|place|venue|room)|\bvenue\b|\bo[uù] (?:a|est|se|s'|sont|ont|aura|etait|peut|le|la|les)\b|^ou\b|\bquel(?:le)? (?:ville|lieu|endroit)|(?<!\beu )(?<!avoir )(?<!aura )(?<!\ba )(?<!ont )(?<!ait )\blieu\b"
        r"|\bاين\b|\bوين\b|في اي (?:مدينه|بلد|مكان|دوله)|مكان",
    ),
    (
        "list",
        r"^\W*(?:give|enumerate)\b|\bwhich\b[\w' -]{0,40}?\b\w{3,}s\b|\bwhat (?:are|were)\b|\bwhat\b[\w' -]{0,30}?\b(?:steps|actions|commitments|sectors|programmes|topics)\b|\bwho (?:are|were|attended|participated|took part|came|was (?:present|there|absent|invited))\b"
        r"|\bquel(?:le)?s\b|(?<!quelle )\bliste[rz]?\b|\benumer|\bqui (?:sont|etaient|etait (?:present|la|absent|invite)|a (?:participe|assiste))"
        r"|\bما هي\b|\bاذكر|\bعدد لي|\bمن هم\b|^\W*من (?:حضر|شارك|غاب|اعتذر)\b|\bما (?:ال\w+ات|الدول|البلدان|المواضيع|البرامج|الشركاء)\b|ما اهم",
    ),
    (
        "person",
        r"\bwho(?:m|se)?\b|\bkeynote|\bspeaker\b|\bmoderator\b|name of the (?:director|head|coordinator|chair)|\bqui\b|\bquelle personne|\bl'intervenant"
        r"|^\W*و?(?:من|مين)\b|\bمن هو\b|\bمن هي\b|\bمن (?:مثل|قاد|تراس|وقع|يدير|افتتح|اشرف|تولي)",
    ),
    (
        "yes_no",
        r"^(?!qu)(?:and |et )?\W*(?:is|are|was|were|does|do|did|has|have|had|can|could|will|would)\b|^est-ce|^(?:y )?a-t-|^(?!qu|ou|qui|combien|comment)[^?]{0,60}\b(?:est|a|ont|sont)-(?:t-)?(?:il|elle|on|ils|elles)\b|^\W*و?هل\b",
    ),
    (
        "definition",
        r"^\W*(?:what(?:'s| is| are)|tell me about|explain|define|describe)\b|\bqu'est[- ]ce|c'est quoi|\bquel(?:le)? est\b|^\W*(?:ما|شو|ماذا)\b",
    ),
)
_COMPILED: tuple[tuple[Wants, re.Pattern[str]], ...] = tuple(
    (wants, re.compile(pattern)) for wants, pattern in _PATTERNS
)

_LISTS = re.compile(
    r"^\W*(?:list|name all|quel(?:le)?s (?!est|sont les dates)\w|which (?!of\b)[\w-]+s\b|what (?!fees|costs|dates|times|hours|charges|was|does|is\b)[\w-]{3,}(?<!s)s (?:did|do|does|were|are|have|has|must|should|can|will|may)\b|اذكر|(?:من|في) اي (?:دول|بلدان|مدن|مجالات|قطاعات)\b)"
)
"""Openings that ask for several things whatever else the question says."""
_ASKING_CODE = re.compile(r"(?<=\s)(?:WHO|OU|QUI|WHY|HOW)(?![\w'’-])")
_AND = re.compile(r"^\W*و(?=(?:اين|متي|من|كم|ما|ماذا|كيف|هل|لماذا)\b)")
"""The "and" that Arabic writes as one with an asking word."""
_COUNTS = re.compile(
    r"\bhow many\b(?! (?:dollars|euros))|\bcombien d(?:e |')(?!dollars|euros|argent|temps)(?!.{0,30}\b(?:jours|mois|ans)\b)"
)
"""What counts things, whatever is paid for them."""
_PLURAL = re.compile(r"^(?:the |les )?(?:[\w-]+ )?[\w-]{2,}(?<![sui])s\b(?! ?[':])")
"""A question that is only the name of several things."""


def _without_codes(text: str) -> str:
    """A question without short forms that are written as asking words are, such as WHO; its first word may be one."""
    return _ASKING_CODE.sub("X", text) if re.search(r"[a-z]{3}", text) else text


def wanted(text: str) -> Wants:
    """The kind of answer a question asks for, by its words."""
    folded = _AND.sub("", fold(_without_codes(text)).strip())
    bare = re.sub(r"[\s?؟!.]+", " ", text).strip()
    if bare and " " not in bare and is_code(bare):
        return "expansion"
    accented = text.lower()
    if re.search(r"\boù\b", accented):
        return "place"
    if _LISTS.search(folded):
        return "list"
    if _COUNTS.search(folded):
        return "number"
    for wants, pattern in _COMPILED:
        if pattern.search(folded):
            return wants
    return "list" if _PLURAL.match(folded) else "fact"


_JOINED = re.compile(r"\b(?:and|et|,|;)\s|\sو")
_JOINABLE = ("date", "place", "person", "title", "number", "money")


def further(text: str, first: Wants) -> tuple[Wants, ...]:
    """The other kinds of answer a question joins with "and": "when and where", "the title and the date"."""
    folded = fold(text).strip()
    if not _JOINED.search(folded) or first not in _JOINABLE:
        return ()
    parts = [part for part in _JOINED.split(folded) if part.strip()]
    found = [wanted(part) for part in parts]
    return tuple(dict.fromkeys(w for w in found if w in _JOINABLE and w != first))
