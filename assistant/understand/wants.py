"""The kind of answer a question asks for, by its words."""

from __future__ import annotations

import re
from typing import Literal

from assistant.changing import sayings
from assistant.understand.asking import asking_part, asks, names_somebody, righted
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
    "reference",
    "fact",
]

_PATTERNS: tuple[tuple[Wants, str], ...] = (
    (
        "contact",
        r"\be-?mails?\b(?!s? (?:of \d|dated|from|sent))|\bmail (?:address|of|for|de|du)\b|\b(?:adresse|par|his|her|son) mail\b|(?:^|\()mail\W*$|courriel|adresse (?:electronique|mail)"
        r"|\b(?:phone|telephone|tel|fax) ?(?:no|num|n°|number|of|for|de|du|des)\b|(?<!the )(?<!by )(?<!mobile )\b(?:phone|telephone|tel|fax)\W*$|numero de (?:tel|fax)|(?:reach|contact|call|joindre|appeler)\b.{0,60}\b(?:tele)?phone|^how (?:do|can|could) (?:i|we) (?:phone|call|reach|contact|write to|e-?mail)\b"
        r"|comment (?:joindre|contacter|ecrire|appeler)|البريد الالكتروني|بريده|بريدها|ايميل|رقم (?:ال)?هاتف|هاتف\W*$|^هاتف|كيف (?:اراسل|اتصل|نتصل|نراسل)",
    ),
    (
        "expansion",
        r"\bwhat (?:does|do|did|is|are) [^?]{1,40} (?:mean|short for)\b|\bmeaning of\b|stands? for|(?:full|long) (?:name|form)|\bin full\b|\bshort for\b|letters mean|abbreviat|acronym|spell(?:ed|s)?\b.{0,20}\bout\b|veut dire|\bsignifi|\bsigle|que designe|en toutes lettres|\babreviation|nom complet|forme longue"
        r"|ما معني|(?:ماذا|شو|ايش|اش|وش) (?:يعني|تعني|معني)|يرمز|اختصار|الاسم الكامل",
    ),
    (
        "reference",
        r"\b(?:reference|ref|file|letter|circular|document|contract|invoice|tender) ?(?:no\b|nos\b|num|n°|number|code)|^(?:what is )?(?:the )?ref(?:erence)?\b(?! (?:group|person|period|year))|numero (?:de (?:la |l')?)?(?:reference|lettre|courrier|dossier|circulaire|note|contrat)|\bref(?:erence)? d[eu]\b|رقم (?:ال)?(?:خطاب|كتاب|رساله|مرجع|اشاره|وثيقه|تعميم|عقد|مرجعي)",
    ),
    (
        "title",
        r"\b(?:title|theme|topic|subject) of|\bwhat (?:title|theme|topic|subject)|titled|\b(?:titre|theme|sujet|intitule) d|(?<!\ba )quel(?:le)? (?:est le |etait le )?(?:titre|theme|sujet|intitule)|\bde quoi (?:parle|traite|s'agi)|\bwhat (?:is|was|will) (?:the|a|an|our|your) [^?]{3,60} about\W*$|عنوان(?!ه|ها| البريد)|ما موضوع|\bعم(?:ا)? (?:ت|ي)(?:دور|تحدث|تناول)",
    ),
    (
        "reason",
        r"^(?:and |et |و)?\W*why\b|[,:] why\b|for what reason|what caused|\bhow come\b|^what (?:happened|made|led|forced)\b.{0,40}\b(?:to|that)\b|^(?:what (?:is|was|were|are) )?(?:the )?reasons?\b|\breasons? (?:for|why|that|behind)\b|\bpourquoi\b|(?:pour|quelles?) (?:est |etait |sont )?(?:la |les |quelles? )?raisons?|^(?:la |les )?(?:raison|cause|motif)s?\b|qu'est-ce qui a (?:force|conduit|pousse|provoque)|لماذا|لم تم|ما (?:ال)?(?:سبب|اسباب)|^سبب|ليش",
    ),
    (
        "date",
        r"\bwhen\b|\b(?:what|which) (?:\w+ )?(?:dates?|days?|time|year|month)\b|^\W*what (?:was|were|is|are) the (?:\w+ )?(?:dates?|deadline)\b|deadline|\bdates?\b (?:of|for)|(?:[:–—-]\s+|,\s+)dates?\W*$|^(?:sa|ses|its|the|la|les|their) ?dates?\b|due date|expiry|how (?:long|soon|often|frequently)|notice period|combien de temps|\bat what (?:time|hour)"
        r"|\bquand\b|quelles? (?:est la |sont les |etait la |etaient les )?(?:dates?|annee|heure)|quel (?:jour|mois)|date limite|\bdates? d|^dates?\b|\bdelai\b|\bduree\b|\becheance\b|\b(?:last|final) day\b|\bdernier jour\b|\bاخر يوم\b"
        r"|frequence\b|tous les combien|متي|\bكل كم\b|تاريخ|حتي متي|موعد|في اي (?:يوم|سنه|عام|شهر)|كم مده|كم مدت|\bما (?:هي )?مدت?[هت]|منذ متي",
    ),
    (
        "money",
        r"\b(?:what|which) amount|\bquels? montants?|(?<!by )how much(?! (?:notice|time|of the|longer|more|less|larger|smaller|higher|lower)\b)|\bcosts?\b|\bbudget|\bprice|\bfees?\b|(?<!in )(?<!en )(?<!la )\bcharges?\b(?! of\b)|contribut\w* (?:of|amount)|(?:annual|yearly|financial) contribution\b|\bspen[dt]|expenditure|salary|lump sum|financial share|\bper diem|\brates? (?:for|of) (?:subsistence|dsa)|\b(?:dsa|daily|subsistence) rates?"
        r"|\bcout|\bmontant|\bprix\b|\bdepens|\btarif|\bdevis\b|salaire|indemnite|combien\b.{0,30}(?:\bcout|\bcoute|\bpaye|\bpaie|\bvers|\bdemande|\bdonne|\bgagne|dollar|euro)|(?:\bcout|\bpaye|\bpaie|\bvers|\bgagn)\w*\b.{0,20}combien"
        r"|تكلف|كلف(?:ت|ه)|\bكم\b.{0,12}(?:دفع|يدفع|تدفع|خصص|تخصص|يخصص|ساهم|تساهم|يساهم|تبرع)|\bكم (?:سوف )?س?(?:ي|ت|ن)(?:طلب|تقاضي|كلف|منح|تحمل)\b|ميزاني|موازن(?:ه|ت\w+)|مبلغ|انفاق|انفق|رسوم|\bالرسم\b|راتب|المساهمه الماليه|سعر|\bب?(?:ال)?ثمن\b|\bب?(?:ال)?اثمان\b",
    ),
    (
        "number",
        r"how many|\bby how much|\bhow much (?:longer|more|less|larger|smaller|higher|lower)|\bpopulation (?:of|d[eu])|\bhow (?:old|big|large|far|tall|heavy)|\bnumber of|number\W*$|\bhow (?:high|wide|deep)|(?:what|which) (?:percentage|share|proportion|number|age|score|mark|rate)|percentage|\baverage\b|\bavg\b|\bscore\b|\btotal\b|\bmax(?:imum)?\b|\bmin(?:imum)?\b|\bcount\b|per cent|\bshare of\b"
        r"|\bcombien\b|\bnombre d|\bnbr?e? d|pourcentage|\bmoyenne\b|\bquelle note|\bquel(?: est l')?(?: poids|age| effectif|effectif)|\bquel age|\bl?'?effectif d|\btaux\b|quelle (?:part|proportion)"
        r"|\bب?كم\b|\b(?:ال)?عدد\b(?! لي)|نسبه|معدل|الحد الاقصي|الحد الادني",
    ),
    (
        "place",
        r"\bwhere\b|\b(?:which|what) (?:city|town|place|venue|room|hotel|village)|\bvenue\b|^ou\b(?! (?:le|la|les|un|une)? ?\w+ ?\?)|\bet ou\b|\bquel(?:le)? (?:ville|lieu|endroit|hotel|salle)|(?<!\beu )(?<!avoir )(?<!aura )(?<!\ba )(?<!ont )(?<!ait )\blieu\b"
        r"|\b(?:من |الي )?اين\b|\bوين\b|(?:في|من|الي) اي (?:مدينه|بلد|مكان|دوله|فندق|قاعه)|مكان",
    ),
    (
        "list",
        r"^\W*(?:give|enumerate)\b|\bwhich\b[\w' -]{0,40}?\b\w{3,}s\b|\bwhat (?:are|were)\b|\bwhat\b[\w' -]{0,30}?\b(?:steps|actions|commitments|sectors|programmes|topics)\b|\bwho (?:are|were|attended|participated|took part|came|sat|was (?:present|there|absent|invited))\b(?! on behalf| for\b)"
        r"|\bquel(?:le)?s\b|(?<!quelle )\bliste[rz]?\b|\benumer|^(?:tou(?:te)?s|tout) les\b|\blesquel(?:le)?s\b|\bwhich ones\b|\bfull list\b|^names of\b|^list of\b|^attendance\b|\bqui (?:sont|etaient|etait (?:present|la|absent|invite)|a (?:participe|assiste))"
        r"|\bما هي\b|\bاذكر|\bعدد لي|\bاسماء\b|\bمن هم\b|^\W*من (?:حضر|شارك|غاب|اعتذر)\b(?! (?:نيابه|باسم|عن)\b)|\bما (?:ال\w+ات|الدول|البلدان|المواضيع|البرامج|الشركاء)\b|ما اهم",
    ),
    (
        "person",
        r"\bwho(?:m|se)?\b|\bkeynote|\bspeaker\b|\bmoderator\b|(?<!\bce )\bqui\b|\bquelle personne|\bl'intervenant"
        r"|^\W*[وف]?(?:من|مين)\b(?! (?:اي|اين|خلال|اجل|بين)\b)|[\s،:](?:ل|ب)من\b|علي (?:يد )?من\b|\bمن (?:هو|هي|كان|كانت)\b|\bمن (?:مثل|قاد|تراس|وقع|يدير|افتتح|اشرف|تولي)",
    ),
    (
        "yes_no",
        r"^(?!qu)(?:and |et )?\W*(?:is|are|was|were|does|do|did|has|have|had|can|could|will|would)\b|^est-ce|^(?:y )?a-t-|^(?!ou\b|que?\b|qu'|.*\b(?:quel\w*|qui|quand|pourquoi|comment|combien|que s')\b)[^?]{0,60}\b(?:est|a|ont|sont)-(?:t-)?(?:il|elle|on|ils|elles)\b|^\W*[وف]?(?:هل|اما زال|الا (?:ي|ت)زال)\b|^\W*اما زالت\b",
    ),
    (
        "definition",
        r"^\W*(?:what(?:'s| is| are)|tell me about|explain|define|describe)\b|\bqu'est[- ]ce|c'est quoi|\bquel(?:le)? est\b|^\W*(?:ما|شو|ماذا)\b|\bما ?هو\b",
    ),
)
_COMPILED: tuple[tuple[Wants, re.Pattern[str]], ...] = tuple(
    (wants, re.compile(pattern)) for wants, pattern in _PATTERNS
)

_LISTS = re.compile(
    r"^\W*(?:list|name all|quel(?:le)?s (?!est|sont les dates)\w|which (?!of\b)[\w-]+s\b|which (?!of\b)(?:[\w-]+ ){1,2}[\w-]{2,}(?<![sui])s (?:were|are|did|do|have|had|must|should|can|will|may)\b|what (?!fees|costs|dates|times|hours|charges|was|does|is\b)[\w-]{3,}(?<!s)s (?:did|do|does|were|are|have|has|must|should|can|will|may)\b|اذكر|(?:من|في|مع|علي|الي) اي (?:دول|بلدان|مدن|مجالات|قطاعات|مواني|مراكز|شركاء|مواضيع|محاور|برامج|مناطق|جهات|اقسام|\w{3,}ات)\b)"
)
"""Openings that ask for several things whatever else the question says."""
_ASKING_CODE = re.compile(r"(?<=\s)(?:WHO|OU|QUI|WHY|HOW)(?![\w'’-])")
_AND = re.compile(r"^\W*و(?=(?:اين|متي|من|كم|ما|ماذا|كيف|هل|لماذا)\b)")
"""The "and" that Arabic writes as one with an asking word."""
_COUNTS = re.compile(
    r"^(?:the |le |total )?(?:number of|nombre (?:de |d'))(?! ?(?:dollars|euros|days|jours))|\bhow many\b(?! (?:dollars|euros))|\bcombien d(?:e |')(?!dollars|euros|argent|temps)(?!.{0,30}\b(?:jours|mois|ans)\b)|(?<!\w)كم (?:عدد )?(?:من )?(?:ال)?(?:بند|بندا|بنود|سطر|سطرا|نشاط|نشاطا|نشاطات|انشطه|مشروع|مشروعا|مشاريع|دوره|دورات|منحه|منح|عقد|عقدا|عقود)(?!\w)"
)
"""What counts things, whatever is paid for them."""
_WHO_OPENS = re.compile(
    r"^\W*(?:(?:by|to|for|from|with|par|a|pour|avec|chez|de)\s+)?(?:who|whom|whose|qui)\b|^\W*[وف]?مين\b"
)
_OF_SOMEBODY = ("reference", "title", "date", "money", "number", "place")
"""What somebody does something about: "who pays the fee" is after whoever does."""
_SHARE = re.compile(
    r"\b(?:what|which) (?:share|percentage|proportion)|per ?cent|\bpourcentage|quelle (?:part|proportion)|\btaux\b|نسبه|كم في المي?ه"
)
_EXISTS = re.compile(
    r"\W*(?:(?:and|so|et|و)\s+)?(?:(?:is|are|was|were) there (?:an?y?|some)\b|y a-t-il (?:une?|des)\b|est-ce qu'il y a (?:une?|des)\b|هل (?:هناك|يوجد|توجد)\b)"
)
"""What asks whether there is somebody or something, whatever follows of it: "is there anybody who"."""
_PLURAL = re.compile(
    r"^(?!(?:what|how) (?:was|is|does|has)\b|qu)(?:the |les )?(?:[\w-]+ )?[\w-]{2,}(?<![sui])s\b(?! ?[':])"
)
"""A question that is only the name of several things."""


_OPENS_WITH_SEVERAL = re.compile(
    r"^(?:the |all |les |toutes les |tous les )?(?!(?:date|hour|heure|horaire|cost|cout|fee|frais|price|prix|amount|montant|charge|rate|tarif|budget|salar|number|nombre|percent|total|mail|phone|contact|reason|raison|title|titre|result|statu|address|adresse|detail|depuis|apres|dans|sans|plus|moins|selon|vers|alors|nous|vous|ils|elles|does|this|thus|perhaps|news|versus)\w*)"
    r"[a-z-]{3,}(?<![sui])s (?:of|in|at|for|from|by|on|with|under|that|which|who|we|handed|given|made|held|agreed|signed|sent|du|de|des|d'|au|aux|a|en|qui|que|pour|sur|dans|par|avec|lors|tenue?s|prise?s|faite?s|(?:19|20)\d\d)\b"
)
"""Several things named at the very beginning, with something said of them, whatever is asked beside: "missions of 2024 and their cost"."""


def _without_codes(text: str) -> str:
    """A question without short forms that are written as asking words are, such as WHO; its first word may be one."""
    return _ASKING_CODE.sub("X", text) if re.search(r"[a-z]{3}", text) else text


def wanted(text: str) -> Wants:
    """The kind of answer a question asks for, by its words: those of the part that asks before the others."""
    bare = re.sub(r"[\s?؟!.=]+", " ", text).strip()
    if bare and " " not in bare and is_code(bare):
        return "expansion"
    whole = _without_codes(righted(text))
    asking = asking_part(whole)
    found = _by_words(asking)
    if found in ("fact", "definition") and names_somebody(whole):
        return "person"
    return _by_words(whole) if found == "fact" else found


def counts(text: str) -> bool:
    """Whether a question is after a number of things or a share, whatever is paid for them or shared."""
    folded = fold(asking_part(text))
    return bool(_COUNTS.search(folded) or _SHARE.search(folded))


def _by_words(text: str) -> Wants:
    folded = _AND.sub("", fold(text).strip())
    if sayings("still").search(folded) and not asks(text) and not _COUNTS.search(folded):
        return "yes_no"
    if _LISTS.search(folded) or _OPENS_WITH_SEVERAL.match(folded):
        return "list"
    if re.search(r"\boù\b", text.lower()):
        return "place"
    if _COUNTS.search(folded):
        return "number"
    if _EXISTS.match(folded):
        return "yes_no"
    for wants, pattern in _COMPILED:
        if pattern.search(folded):
            if wants in _OF_SOMEBODY and _WHO_OPENS.match(folded):
                return "list" if dict(_COMPILED)["list"].search(folded) else "person"
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
