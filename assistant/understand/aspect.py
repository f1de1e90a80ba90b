"""Whether a question is after what holds now or after what was so before it changed, and the words that say so."""

from __future__ import annotations

import re
from typing import Literal

from vectorstore import fold

Aspect = Literal["former", "present", ""]
"""Which of several values of the same thing is asked for; empty where the question does not say."""

_VALUES = (
    r"(?:dates?|days?|venue|place|city|town|amount|fees?|price|cost|name|deadline|value|figure|number|ceiling|limit|rate|quota|budget|plan|version|programme"
    r"|lieu|ville|montant|tarif|prix|cout|nom|delai|echeance|plafond|taux|chiffre|nombre|seuil|effectif|programme|calendrier)"
)
_CHANGE = (
    r"(?:chang\w*|amend\w*|revis\w*|increas\w*|rais\w*|reduc\w*|cut\w*|mov\w*|postpon\w*|correct\w*|exten\w*|renam\w*|replac\w*|updat\w*|switch\w*"
    r"|modif\w*|avenant|hausse|augment\w*|baiss\w*|report\w*|prolong\w*|deplac\w*|remplac\w*|mise a jour|rectif\w*)"
)
_ARABIC_CHANGE = r"(?:ال)?(?:تعديل|تغيير|تغير|نقل|تخفيض|خفض|زياد|رفع|تمديد|تاجيل|تقديم|تصحيح|استبدال|تحديث)\w*"
_FORMER = re.compile(
    rf"\b(?:originally|original|initially|initial|at first|at the (?:start|outset|beginning)|in the beginning|to begin with|formerly|previously|used to|back then)\b"
    rf"|\b(?:old|previous|former|earlier|first) {_VALUES}\b|\bfirst (?:planned|announced|discussed|set|asked|foreseen|offered|fixed|agreed|proposed|scheduled|intended|quoted|requested|given)\b"
    rf"|\bbefore (?:(?:the|that|this|it|its|they|being|any|was|were|is|got|had|been) )*{_CHANGE}"
    r"|\b(?:supposed|meant|intended|scheduled|due) to\b"
    rf"|\ba l'origine|\bd'origine\b|\bau depart\b|\binitial\w*|\bau (?:tout )?debut\b|\ba la base\b|\bauparavant\b|\banciennement\b|\bprecedemment\b|\bjusque-la\b"
    rf"|\b(?:ancien\w*|premier\w*) {_VALUES}\b|\b{_VALUES} (?:precedente?s?|d'avant)\b|\bavant (?:(?:le|la|les|l'|cet|cette|ce|son|sa|d'etre|que|ca|cela)\s?)*{_CHANGE}|\bavant (?:ca|cela)?\W*$|\bdevai(?:t|ent)\b|\betai(?:t|ent)(?:-il|-elle)?s? cense\w*"
    rf"|(?<!\w)(?:في الاصل|اصلا|الاصلي\w*|في البدايه|اول الامر|كان(?:ت)? (?:من )?(?:ال)?مقرر\w*|كان(?:ت)? (?:من )?المفترض|سابقا|من قبل|قبل {_ARABIC_CHANGE}|قبل ذلك)(?!\w)"
)
_PRESENT = re.compile(
    r"\b(?:now|nowadays|currently|current|at present|presently|today|these days|at the moment|in the end|finally|eventually|ultimately|corrected|correct|latest|newest|up[- ]to[- ]date|revised|updated|still|after all|any ?more|any longer|really|actually|as (?:it|things) stands?)\b"
    rf"|\bafter (?:(?:the|that|this|its|being) )*{_CHANGE}"
    r"|\b(?:maintenant|actuel\w*|aujourd'hui|desormais|finalement|au final|en definitive|corrigee?s?|rectifiee?s?|reviseer?s?|a jour|toujours|encore|a present|reellement|a ce jour)\b"
    rf"|\bapres (?:(?:le|la|les|l'|cet|cette|ce|son|sa)\s?)*{_CHANGE}"
    rf"|(?<!\w)(?:الان|حاليا|الحالي\w*|اليوم|في النهايه|اخيرا|المعدل\w*|المصحح\w*|المحدث\w*|بعد {_ARABIC_CHANGE}|ما ?زال\w*|لا ?[يت]زال|فعلا|في الواقع)(?!\w)"
)


def aspect_of(text: str) -> tuple[Aspect, str]:
    """Which value a question is after, and the folded words that say so and need not stand beside it."""
    folded = fold(text)
    former = [found.group() for found in _FORMER.finditer(folded)]
    if former:
        return "former", " ".join(former)
    present = [found.group() for found in _PRESENT.finditer(folded)]
    return ("present", " ".join(present)) if present else ("", "")
