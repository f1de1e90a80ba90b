"""The nouns of offices in three languages, and whether words name one."""

from __future__ import annotations

import re

from ingest.extract.plain import Plain

NOUNS = (
    "director|deputy|head|chief|coordinator|officer|minister|secretary|president|chair(?:man|woman|person)?|chairs|rector|dean|professor"
    "|advis[eo]r|expert|manager|representative|ambassador|specialist|engineer|consultant|governor|commissioner|focal point|trainer"
    "|editor|inspector|registrar|treasurer|delegate|observer|lecturer|researcher|assistant|vice|mayor|captain|leader|analyst|clerk"
    "|librarian|attache|envoy|judge|administrator|undersecretary|adviser|principal|superintendent|economist|rapporteur|accountant"
    "|auditor|alternate|counsel|spokesperson|scientist|programmer|translator|architect|veterinarian|correspondent|contact person"
    "|directeur|directrice|chef(?:fe)?|coordinateur|coordinatrice|coordonnateur|coordonnatrice|secretaire|presidente?|ministre"
    "|responsable|conseillere?|experte?|chargee?|recteur|rectrice|doyenn?e?|professeure?|representante?|ambassadeur|ambassadrice"
    "|ingenieure?|point focal|formateur|formatrice|redacteur|redactrice|inspecteur|inspectrice|deleguee?|gouverneure?|adjointe?"
    "|maire|commissaire|gestionnaire|rapporteure?|rapporteuse|suppleante?|comptable|correspondante?|tresoriere?|architecte|veterinaire"
    "|porte-parole|juriste|interim|[a-z]{3,}(?:ologist|ologue|ician|icienn?e?|onomist|onomiste)"
)
_ROLE_NOUN = re.compile(rf"\b(?:{NOUNS})\b(?!'s\b)")
_ARABIC_NOUN = (
    "مدير|مديره|رييس|رييسه|منسق|منسقه|امين|امينه|وزير|وزيره|خبير|خبيره|مستشار|مستشاره|عميد|عميده|ممثل|ممثله|مندوب|مندوبه|مسوول|مسووله"
    "|وكيل|وكيله|مساعد|مساعده|كبير|كبيره|مشرف|مشرفه|نايب|نايبه|سفير|سفيره|محافظ|مفوض|قايم|رايد|مقرر|مقرره|محاسب|محاسبه|مراسل|مراسله"
    "|نقطه (?:ال)?اتصال|ضابط (?:ال)?ا(?:رتباط|تصال)|ضابطه (?:ال)?ا(?:رتباط|تصال)|جهه (?:ال)?اتصال"
)
_ARABIC_ROLE = re.compile(rf"^[وبل]?(?:ال)?(?:{_ARABIC_NOUN})(?:ه|ها|هم|هما|ا|ته|تها)?(?!\w)")
_NEAR = 5
"""Words in which the noun of an office must stand."""


def is_role(words: str) -> bool:
    """Whether words name an office, near their beginning."""
    folded = Plain.of(words).text.strip()
    if "\u0621" <= folded[:1] <= "\u064a":
        return bool(_ARABIC_ROLE.match(folded))
    return bool(_ROLE_NOUN.search(" ".join(folded.split()[:_NEAR])))
