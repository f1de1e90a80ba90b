"""The words of agreements in three languages: their sorts, what is done with them, and what their dates mean."""

from __future__ import annotations

import re

from ingest.extract.heads import HEADS

_SORTS = (
    ("letter_of_intent", r"letters? of intent|lettres? d'intention|(?:خطاب|رساله|مذكره) نوايا"),
    (
        "memorandum",
        r"memorand(?:um|a)(?: of (?:understanding|cooperation))?|memorandum d'(?:entente|accord)|\bmous?\b|مذكر(?:ه|تا|ات|تي) (?:ال)?تفاهم|(?:ال)?مذكره(?! داخليه)",
    ),
    (
        "protocol",
        r"protocole? (?:d'accord|of cooperation|de cooperation)|\bprotocol\b(?= (?:with|between|was signed|signed))|بروتوكول",
    ),
    ("convention", r"convention(?:s)? (?:de (?:partenariat|cooperation)|with|between|avec|entre)|(?:ال)?اتفاقيه"),
    ("contract", r"contract (?:with|between)|contrat (?:avec|entre)|عقد مع"),
    (
        "other",
        r"(?:hosting|framework|cooperation|partnership|grant|host country) agreement|exchange of letters|echange de lettres|accord-cadre|accord (?:de (?:siege|cooperation|partenariat)|cadre|avec|entre)|the agreement(?= (?:was|is|runs|covers|of|signed))|\bagreement (?:with|between)|اتفاق (?:تعاون|اطاري)|تبادل (?:ال)?رسائل",
    ),
)
SORT = re.compile(r"(?<!\w)(?=\w)(?:" + "|".join(rf"(?P<{name}>(?:{words})(?!\w))" for name, words in _SORTS) + ")")
_SIGNED = r"signed|concluded|signee?s?|conclue?s?|paraphee?|وقعت?|وقعه?ا?|الموقعه?|توقيع|توقيعها|ابرمت?|المبرمه?"
_NONE = re.compile(
    r"(?:\bno|\bnot an?|\bwithout an?|\baucune?|\bpas une?|\bpas de|(?<!\w)(?:لا|ليست?|دون))(?: (?:new|further|nouve\w+|autre))?\s$"
)


def sort_in(words: str) -> re.Match[str] | None:
    """The first agreement that folded words name, unless they say that there is none."""
    return next((m for m in SORT.finditer(words) if not _NONE.search(words[: m.start()][-30:])), None)


SIGNED_WORD = re.compile(rf"(?<!\w)(?:{_SIGNED})(?!\w)")
UNSIGNED = re.compile(
    r"(?:has|have|was|were|is|are)(?: still)? not(?: yet)?(?: been)? signed|not yet signed|remains unsigned|unsigned"
    r"|n'a (?:toujours )?pas (?:encore )?ete signe|n'est pas (?:encore )?signe|لم (?:توقع|يوقع)|لم يتم توقيع"
)
PLANNED = re.compile(
    r"(?:should|to|will|would|could|might) be (?:signed|concluded)|is (?:to be|expected to be) signed|(?:target|date) for signature|signature (?:is )?(?:planned|expected)"
    r"|(?:propose[sd]?|plan(?:s|ned)?|agreed?) (?:to (?:sign|conclude)|the conclusion)|hope(?:s|d)? to sign|prepar\w+ (?:a|the) (?:draft )?memorandum"
    r"|(?:propose|prevu|envisage) (?:de signer|la (?:conclusion|signature))|sera signee?|devrait etre signee?|(?:اتفق|سيوقع|ستوقع|المقرر توقيع|علي توقيع|توقيع مذكره جديده قبل)"
)
UNTIL = re.compile(
    r"(?:expires?|expiring|expired|expire|valid until|valid to|runs?(?: for [\w ]{3,20},)? until|until|remains in force until|in force until|ends?|came to an end|through"
    r"|valable jusqu'au|court jusqu'au|jusqu'au|prend(?:ra)?(?: donc)? fin|expire(?:ra)?|arrive a (?:echeance|expiration)|echeance"
    r"|ينتهي العمل بها|انتهي العمل بها|تنتهي|ساريه? حتي|ينتهي|انتهت|حتي)(?: on| in| at the end of| le| en| au| في)?(?: the)?\s*$"
)
RENEWED = re.compile(
    r"(?:extended|prolonged|renewed)(?: [\w ]{0,30})?(?: until| to| up to)|remains in force until|(?:prolongee?|reconduite?|renouvelee?)(?: [\w ]{0,30})? jusqu'au"
    r"|تمديد العمل بها (?:الي|حتي)|مددت? (?:الي|حتي)|جدد(?:ت)? (?:الي|حتي)"
)
FORCE = re.compile(r"enter(?:s|ed)? into force|entree? en vigueur|entre en vigueur|تسري المذكره|يسري|دخلت? حيز")
ON = re.compile(
    r"(?:signed|concluded|signature,?|signee?s?|conclue?s?|dated|of|du|en date du|توقيعها|الموقعه?|وقع\w*)?"
    r"(?:,? (?:on|in|le|en|on the day of signature,|في|يوم|عام|سنه|بتاريخ))?(?: the)?(?: month of)?\s*$"
)
DATED_BEFORE = re.compile(rf"(?<!\w)(?:{_SIGNED})(?!\w)[^.;]{{0,110}}$")
OF_DATE = re.compile(
    r"(?:memorandum|memorandum d'entente|mou|intent|agreement|مذكره|المذكره)(?: of understanding)?,? (?:of|du|de|dated|عام|سنه)?(?: the)?\s*$"
)
REPLACES = re.compile(
    r"(?:replaces?|replacing|supersedes?|in place of|remplace|se substitue a|تحل(?: هذه)?(?: ال[\u0621-\u064a]+)? محل|حلت محل|بدلا من)\s+(?P<what>[^.;,]{4,120}?)(?=[.;,]|$| (?:and|which|that|et|qui|التي|الذي|و?كانت)(?!\w))"
)
PRONOUN = re.compile(
    r"^(?:it|this (?:text|memorandum|agreement)|the (?:memorandum|agreement|text|letter|(?:new )?target)|il|elle|ce texte|ce memorandum|le (?:memorandum|texte)|وهي|و?تسري المذكره|و?المذكره|و?وقع(?:ها|ت المذكره| المذكره))(?!\w)"
)
LISTED = re.compile(
    r"^(?:the (?:first|second|third|fourth)|the other|(?:le|la) (?:premiere?|deuxieme|seconde?|troisieme)|الاولي|الثانيه|الثالثه)(?!\w)"
)
DONE_AT = re.compile(r"(?:done|signed|made) (?:at|in)\b|fait a\b|حرر في|وقعت? في")
DURATION = re.compile(
    r"(?:for|stands for|period of|pour(?: une duree de)?|duree de|d'une duree de|entente de|مدتها|مده|لمده)\s+(?:a period of )?"
    r"(?P<how_long>(?:\d{1,2}|an?|one|two|three|four|five|six|seven|ten|un|une|deux|trois|quatre|cinq|six|dix|ثلاث|اربع|خمس|عشر|سنتين|سنه)(?: (?:years?|months?|ans?|annees?|mois|سنوات|اشهر))?)(?!\w)"
)
ADJECTIVE = re.compile(
    r"(?<![\w-])(?P<how_long>(?:\d{1,2}|one|two|three|four|five|six|seven|eight|ten)[- ](?:year|month))(?= [a-z -]{0,30}(?:agreement|memorandum|mou|protocol|convention|letter))"
)
TODAY = re.compile(r"(?<!\w)(?:today|this (?:morning|afternoon|day)|aujourd'hui|ce (?:jour|matin)|اليوم)(?!\w)")
THE_ONE = re.compile(
    r"(?:the |l')?(?:one|previous (?:one|text)|earlier one|(?:previous |earlier |old )?(?:protocole?|agreement|memorandum|accord|convention|contract|contrat|arrangement)|celui|celle|المذكره|الاتفاقيه|مذكره|اتفاقيه)(?!\w)"
)
IN_FORCE = re.compile(r"in force|en vigueur|ساريه?|النافذه")
NUMBERS = {
    **{
        word: n
        for n, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1)
    },
    **{
        word: n
        for n, word in enumerate(["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"], 1)
    },
    **{
        "a": 1,
        "an": 1,
        "une": 1,
        "سنه": 1,
        "عام": 1,
        "سنتين": 2,
        "عامين": 2,
        "ثلاث": 3,
        "اربع": 4,
        "خمس": 5,
        "ست": 6,
        "سبع": 7,
        "عشر": 10,
    },
}
LINKS = re.compile(r"qui lie (?:l'|le |la )?(?P<a>[^.;,]{2,80}?) (?:au|a la|a l'|aux) ?(?P<b>[^.;,]{2,60}?)(?=[,.;]|$)")
WITH = re.compile(r"(?:with|avec|مع|by)(?: the| le| la| l')?\s*$")
FIRST_WORD = 4
ARABIC_BETWEEN = re.compile(r"(?<!\w)بين (?P<a>ال[\u0621-\u064a]+) و(?P<b>ال[\u0621-\u064a]+)(?!\w)")
_HEAD = rf"(?:{'|'.join(HEADS)})(?![\w-])"
CALLED = (
    re.compile(rf"\b(?:between|entre) (?:the |le |la |l')(?P<a>{_HEAD}) (?:and|et) (?:the |le |la |l')(?P<b>{_HEAD})"),
    re.compile(rf"qui lie (?:le |la |l')(?P<a>{_HEAD}) (?:au |a la |a l')(?P<b>{_HEAD})"),
)
"""`between the Fund and the Institute`, of which only the nouns are said."""
ARABIC_SIGNED = re.compile(
    r"(?<!\w)وقع[تا]? (?P<a>[^,.;]{3,90}?) و(?P<b>(?!عن )[^,.;\d]{3,90}?)(?: في \d| اليوم| مذكره| خطاب| رساله| اتفاقيه| اتفاق | بروتوكول)"
)
TARGET = re.compile(
    r"target (?:for|date for) signature|should be signed|to be signed|will be signed|signature prevue|sera signee?|devrait etre signee?|علي توقيع|سيوقع|ستوقع"
)
BETWEEN = re.compile(r"(?<!\w)(?:between|entre|بين)(?!\w)")
ALREADY_REPLACED = re.compile(r"(?:was|been|is) replaced by|a ete remplacee? par|حلت محلها")
