"""People named without a form of address: "the storyteller Oumou Dembélé", «الصياد مبارك العلوي»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.concepts import everyday
from assistant.understand import head_of_noun
from vectorstore import fold, has_month, stopwords, terms

_WORD = r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ][\w’'-]*"
_PARTICLE = r"(?:de|da|di|du|van|von|der|al|el|bin|ben|ibn|bint|abu|ould|dos)\s+"
_LATIN = re.compile(
    rf"(?<![\w’'-])(?:(?P<before>[^\W\d_][\w’'-]*)\s+)?(?P<name>{_WORD}(?:\s+(?:{_PARTICLE})?{_WORD}){{1,2}})(?![\w-])"
)
_NO_NAME = re.compile(r"(?:the|an?|la|le|les|de|des|du|aux?|of|in|at|near|en|around|vers)$|.*['’]$")
"""What stands before bodies and places."""
_PEOPLE_OF = re.compile(
    r"(?!after|under|over|per|other|another|number|water|paper|letter|cent(?:er|re)|river|either|whether|rather|together|former|latter|answer|offer|order|summer|winter|member$|durant|avant|devant|maintenant|pendant|suivant|bateau)"
    r"(?:[a-z]{2,}(?:er|or|ist|ian|man|woman|ess|eur|euse|rice|ier|iere|iste|ien|ienne|ant|ante|ogue|aire|graphe|path|pathe)|judge|chef|captain|nurse|clerk|guide|cook|pilot|justice|poet|poete|juge|maire|pilote|infirmiere?|maitre|artiste|gardien|soeur|frere|widow|veuve|fils|fille|son|daughter|uncle|aunt|cousine?)$"
)
"""Nouns for somebody by what they do, most of them told by their endings."""
_ARABIC_WORD = r"[\u0621-\u064a]{2,}"
_ARABIC_PEOPLE = (
    "خبير مدرب متحدث مدير رئيس منسق امين وزير ممثل مرشح موظف مستشار مسوول مسيول باحث زميل مندوب نايب صياد نجار قاضي شاعر سايق حارس كاتب رسام طبيب ممرض "
    "محامي محام قبطان صحفي صحافي عمده شيخ حاج ضابط رايد عقيد مفتش محاسب مترجم مصور طالب معلم مزارع فلاح تاجر حداد طباخ عازف مخرج مولف روايي راوي امام "
    "خطيب بحار ربان قاييد مراقب مقيم محكم موذن فنان حرفي صانع سكرتير كيميايي جيولوجي ناشر حاكم محافظ سفير قنصل ملحق مدون مهندس استاذ دكتور صيدلي صيدلاني رسامه خياط"
)
_ARABIC = re.compile(
    rf"(?<!\w)[ولبف]?(?:ال|لل)(?:{'|'.join(_ARABIC_PEOPLE.split())})(?:ه|ات)?(?:\s+ال{_ARABIC_WORD})?\s+(?P<name>(?!ال){_ARABIC_WORD}\s+(?:(?:بن|بنت|ابن|ال|ابو|عبد|ولد)\s+)?{_ARABIC_WORD})"
)


@lru_cache(maxsize=20_000)
def untitled(text: str) -> tuple[tuple[int, int, bool], ...]:
    """Where somebody without a form of address may be named, and whether a noun for what they do stands before."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[tuple[int, int, bool]]:
    for match in _LATIN.finditer(text):
        before = fold(match["before"] or "")
        words = match["name"].split()
        if _NO_NAME.match(before) or any(map(_common, words)):
            continue
        yield *match.span("name"), bool(before and match["before"][0].islower() and _does_something(before))
    folded = fold(text)
    if len(folded) == len(text):
        for match in _ARABIC.finditer(folded):
            if not any(word in stopwords() for word in match["name"].split()):
                yield *match.span("name"), True


@lru_cache(maxsize=20_000)
def _common(word: str) -> bool:
    """Whether a capitalised word is no part of a person's name: a month, an everyday word, the first word of a sentence."""
    if fold(word) in stopwords() or has_month(word) or head_of_noun(word) not in ("", "person"):
        return True
    return not everyday().isdisjoint(terms(word))


def _does_something(noun: str) -> bool:
    return head_of_noun(noun) == "person" or bool(_PEOPLE_OF.match(noun))
