"""The words of agreements in three languages: their sorts, what is done with them, and what their dates mean."""

from __future__ import annotations

import re

from ingest.extract.heads import ARABIC_HEADS, HEADS

_OF_AGREEMENTS = "hosting|framework|cooperation|collaboration|partnership|grant|contribution|funding|financing|host country|headquarters|implementation|implementing|service|technical|data(?:[ -]sharing)?|exchange|twinning|trust fund|bilateral|tripartite|association|joint|sponsorship|delegation"
"""What an agreement is for, said before the noun."""
_SORTS = (
    (
        "letter_of_intent",
        r"(?:letters?|declarations?|statements?) of intent(?:ion)?|(?:lettres?|declarations?) d'intention|(?:خطاب|رساله|مذكره|اعلان|وثيقه) (?:ال)?نوايا",
    ),
    (
        "memorandum",
        r"memorand(?:um|a|ums)(?: of (?:understanding|cooperation|agreement))?|memorandums? d'(?:entente|accord)|\bmo[uc]s?\b|protocoles? d'entente|[لبو]?مذكر(?:ه|تا|ات|تي) (?:ال)?(?:تفاهم|تعاون)|(?:ال)?مذكره(?! داخليه)",
    ),
    (
        "protocol",
        r"protocoles? (?:d'accord|de cooperation|de collaboration|de partenariat)|(?:cooperation|additional) protocol|protocol of cooperation|\bprotocol\b(?= (?:with|between|was signed|signed))|(?:ال)?بروتوكول",
    ),
    (
        "convention",
        r"conventions?(?:[ -]cadre)?(?= (?:de (?:partenariat|cooperation|collaboration|financement|subvention|stage|jumelage|mise|parrainage|mecenat|delegation|mandat|service|prestations?|recherche)|d'(?:accueil|objectifs|execution)|with|between|avec|entre|(?:du|of) \d))|conventions?[ -]cadre|(?:framework|cooperation|partnership) convention|convention(?= (?:was |is |has been )?signed)|[لبو]?(?:ال)?اتفاقيه",
    ),
    ("contract", r"contract (?:with|between)|contrat (?:avec|entre)|عقد مع"),
    (
        "other",
        rf"(?:{_OF_AGREEMENTS})[ -]agreements?|exchange of letters|echange de lettres|accords?[ -]cadre|accord (?:de (?:siege|cooperation|partenariat|collaboration|financement|don|subvention|jumelage)|d'(?:accueil|association)|tripartite|bilateral|avec|entre)|the agreement(?= (?:was|is|runs|covers|of|signed))|\bagreement (?:with|between)|twinning(?= (?:with|between))|[لبو]?(?:ال)?اتفاق (?:(?:ال)?تعاون|(?:ال)?شراكه|(?:ال)?تمويل|(?:ال)?منحه|(?:ال)?مقر|(?:ال)?توامه|(?:ال)?اطاري|مع|بين)|(?:ال)?اتفاق(?= (?:موقع|الموقع|المبرم))|تبادل (?:ال)?رسائل",
    ),
)
SORT = re.compile(r"(?<!\w)(?=\w)(?:" + "|".join(rf"(?P<{name}>(?:{words})(?!\w))" for name, words in _SORTS) + ")")
LOOSE = re.compile(
    r"(?<!\w)(?P<other>agreements?|arrangements?(?= (?:for|on|with|between|signed|concluded|of|to))|accords?(?= (?:with|between|linking|signed|on|for))|(?:cooperation|partnership|framework|funding|supply|hosting|training) (?:deal|accord|pact)|(?:deal|pact)(?= (?:with|between|signed))"
    r"|accords?(?! de principe| du (?:conseil|comite|bureau|pays))|ententes?(?= (?:avec|entre|conclue|signee|de|sur|portant|pour))|arrangements? (?:administratif|technique)|arrangements?(?= (?:avec|entre|signe|conclu))|partenariats?(?= (?:signe|conclu|formalise))"
    r"|(?:ال)?اتفاقا?(?! علي)|(?:ال)?اتفاقات)(?![\w-])"
)
"""Words that may be for an agreement, and are where the sentence says whom it is with."""
_SIGNED = (
    r"signed|concluded|inked|initialled|sealed|entered into|signs|put (?:its|their|his|her) (?:names?|signatures?|hands?) (?:to|under)"
    r"|signee?s?|signent|conclue?s?|paraphee?s?|scellee?s?|passee?s? avec|appos\w+ (?:sa|leurs?) signatures?"
    r"|وقعت?|وقعه?ا?|الموقعه?|(?:ال)?توقيع|توقيعها|ابرمت?|المبرمه?|ابرم|جري توقيع|تم توقيع"
)
_NONE = re.compile(
    r"(?:\b(?:in|by|d'|en|par|son|leur|plein|commun|reach(?:ed|es)?(?: an)?|mutual|general|common|full)|(?<!\w)(?:و?تم|جري|و?هناك)) ?$|(?:\bno|\bnot an?|\bwithout an?|\baucune?|\bpas une?|\bpas de|(?<!\w)(?:لا|ليست?|دون))(?: (?:new|further|nouve\w+|autre))?\s$"
)


def sort_in(words: str) -> re.Match[str] | None:
    """The first agreement that folded words name, unless they say that there is none; a match of `LOOSE` may be for none."""
    named = (m for pattern in (SORT, LOOSE) for m in pattern.finditer(words))
    return next((m for m in named if not _NONE.search(words[: m.start()][-30:])), None)


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
    r"|(?:devait |devrait |doit )?(?:s'eteindre|s'eteint|s'eteindra|expirer|prendre fin|arriver a echeance)|valable jusqu'au|court jusqu'au|jusqu'au|prend(?:ra)?(?: donc)? fin|expire(?:ra)?|arrive a (?:echeance|expiration)|echeance"
    r"|ينتهي العمل بها|انتهي العمل بها|تنتهي|ساريه? حتي|ينتهي|انتهت|حتي)(?: on| in| at the end of| le| en| au| في)?(?: the)?\s*$"
)
RENEWED = re.compile(
    r"(?:extended|prolonged|renewed)(?: [\w ]{0,30})?(?: until| to| up to)|remains in force until|(?:now (?:runs|ends|expires|lasts|remains in force)|is now valid|will now (?:run|end|expire|last)) (?:until|on|to)|replaced by \"?until|(?:demeure|reste) en vigueur jusqu'au|(?:court|courra|expire|expirera|prend fin|prendra fin|s'acheve|est valable) desormais (?:jusqu'au|le)|proroge\w*(?: [\w ]{0,30})? jusqu'au|(?:prolongee?|reconduite?|renouvelee?)(?: [\w ]{0,30})? jusqu'au"
    r"|تمديد (?:[\u0621-\u064a]+ ){0,4}(?:الي|حتي)|[يت]?مددت? (?:[\u0621-\u064a]+ ){0,4}(?:الي|حتي)|جدد(?:ت)? (?:الي|حتي)|(?:بعباره|ب) \"?حتي"
)
FORCE = re.compile(r"enter(?:s|ed)? into force|entree? en vigueur|entre en vigueur|تسري المذكره|يسري|دخلت? حيز")
ON = re.compile(
    r"(?:signed|concluded|signature,?|signee?s?|conclue?s?|dated|of|du|en date du|توقيعها|الموقعه?|وقع\w*)?"
    r"(?:,? (?:on|in|le|en|on the day of signature,|في|يوم|عام|سنه|بتاريخ))?(?: the)?(?: month of)?\s*$"
)
DATED_BEFORE = re.compile(rf"(?<!\w)(?:{_SIGNED})(?!\w)[^.;]{{0,240}}$")
OF_DATE = re.compile(
    r"(?:memorandum|memorandum d'entente|mou|intent|agreement|convention|protocole?(?: d'accord)?|accord|مذكره|المذكره|(?:ال)?اتفاقيه|(?:ال)?اتفاق)(?: of understanding)?,? (?:of|du|de|dated|عام|سنه)?(?: the)?\s*$"
)
REPLACES = re.compile(
    r"(?:replaces?|replacing|supersedes?|in place of|remplace|se substitue a|تحل(?: هذه)?(?: ال[\u0621-\u064a]+)? محل|حلت محل|بدلا من)\s+(?P<what>[^.;,]{4,120}?)(?=[.;,]|$| (?:and|which|that|et|qui|التي|الذي|و?كانت)(?!\w))"
)
PRONOUN = re.compile(
    r"^(?:(?:for |pour )?(?:one|two|three|four|five|six|ten|\d{1,2}|un|deux|trois|quatre|cinq|six|dix|سنه|سنتان|ثلاث|اربع|خمس) (?:years?|months?|ans?|annees?|mois|سنوات)(?=[,.])|it|this (?:text|memorandum|agreement)|the (?:memorandum|agreement|text|letter|(?:new )?target)|il|elle|ce texte|ce memorandum|le (?:memorandum|texte)|وهي|و?تسري المذكره|و?المذكره|و?وقع(?:ها|ت المذكره| المذكره))(?!\w)"
)
LISTED = re.compile(
    r"^(?:the (?:first|second|third|fourth)|the other|(?:le|la) (?:premiere?|deuxieme|seconde?|troisieme)|الاولي|الثانيه|الثالثه)(?!\w)"
)
DONE_AT = re.compile(r"(?:done|signed|made) (?:at|in)\b|(?:fait|signe) a\b|حررت? (?:في|ب)|وقعت? في|تم توقيع\w* في")
DURATION = re.compile(
    r"(?:for|stands for|period of|pour(?: une duree de)?|duree de|d'une duree de|entente de|مدتها|مده|لمده|يسري (?:هذا )?(?:ال)?(?:اتفاق|اتفاقيه)|تسري (?:هذه )?(?:ال)?(?:مذكره|اتفاقيه))\s+(?:a period of )?"
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
LINKS = re.compile(
    r"(?:qui lie|liant|unissant) (?:l'|le |la )?(?P<a>[^.;,]{2,80}?) (?:au|a la|a l'|aux) ?(?P<b>[^.;,]{2,60}?)(?=[,.;]|$| (?:a|est|court|prend) )"
)
LINKS_ENGLISH = re.compile(
    r"(?:linking|binding|linking up) (?:the )?(?P<a>[^.;,]{2,80}?) (?:and|with|to) (?:the )?(?P<b>[^.;,]{2,60}?)(?=[,.;]|$| (?:was|were|is|has|runs|in|on|for|signed|until) )"
)
WITH = re.compile(r"(?:with|avec|مع|by)(?: the| le| la| l')?\s*$")
FIRST_WORD = 4
ARABIC_BETWEEN = re.compile(
    r"(?<!\w)بين (?P<a>(?!و)[\u0621-\u064a]+(?: (?!و)[\u0621-\u064a]+){0,6}) و(?P<b>[\u0621-\u064a]{3,}(?: (?!و|في |يوم|بتاريخ|لمده|بشان|حول|علي |من |سنه |عام |تم |خلال |حيث |الذي |التي |[يت]نتهي |انته|وقعت?|الموقع|المبرم|سار|مدت|[يت]سري |ان |قد |كان)[\u0621-\u064a]+){0,6})(?=\s(?:يوم|في|بتاريخ|لمده|بشان|حول|علي|من|سنه|عام|خلال|[يت]نتهي|انتهت?|وقعت?|الموقعه?|المبرمه?|ساريه?|مدتها?|[يت]سري|قد|كانت?)(?!\w)|[,.;:(]|\s*$)"
)
_HEAD = rf"(?:{'|'.join(HEADS)})(?![\w-])"
CALLED = (
    re.compile(
        rf"\b(?:between|entre) (?:the |le |la |l')(?P<a>{_HEAD}) (?:and|et) (?:the |le |la |l')(?P<b>{_HEAD})(?! (?:of|for|on|de|du|des)\b| d'|-| [a-z]+(?:al|ale|aire|ique|ien|ienne)\b)"
    ),
    re.compile(rf"qui lie (?:le |la |l')(?P<a>{_HEAD}) (?:au |a la |a l')(?P<b>{_HEAD})"),
)
"""`between the Fund and the Institute`, of which only the nouns are said."""
ARABIC_SIGNED = re.compile(
    r"(?<!\w)(?:وقع|ابرم)[تا]? (?P<a>[^,.;]{3,90}?) و(?P<b>(?!عن )[^,.;\d]{3,90}?)(?: في \d| اليوم| مذكره| خطاب| رساله| اتفاقيه| اتفاقا?(?!\w)| بروتوكول)"
)
ARABIC_SIGNED_HEAD = re.compile(
    rf"(?<!\w)(?:وقع|ابرم)[تا]? (?P<a>[^,.;]{{3,120}}) و(?P<b>(?:ال)?(?:{'|'.join(ARABIC_HEADS)})(?!\w)[^,.;\d]{{0,90}}?)(?: في \d| اليوم| مذكره| خطاب| رساله| اتفاقيه| اتفاقا?(?!\w)| بروتوكول)"
)
"""The same where the second is known for a body by its noun, so that no `and` within the first is taken for theirs."""
TARGET = re.compile(
    r"target (?:for|date for) signature|should be signed|to be signed|will be signed|signature prevue|sera signee?|devrait etre signee?|علي توقيع|سيوقع|ستوقع"
)
BETWEEN = re.compile(r"(?<!\w)(?:between|entre|بين)(?!\w)")
ALREADY_REPLACED = re.compile(r"(?:was|been|is) replaced by|a ete remplacee? par|حلت محلها")
THIS_DEED = re.compile(
    r"\b(?:this|the present) (?:memorandum|agreement|protocol|convention|letter|mou)\b|\b(?:le present|la presente|ce|cette) (?:protocole|convention|accord|memorandum|lettre)\b|(?<!\w)هذ[اه] (?:ال)?(?:اتفاق|اتفاقيه|مذكره|بروتوكول)(?!\w)"
)
ON_THE_OCCASION = re.compile(
    r"\bon the (?:first|second|third|last|same|opening|closing) day\b|\b(?:on|at) (?:this|the) occasion\b|\bon the (?:margins|sidelines) of\b|\bduring the (?:visit|meeting|ceremony|course|week|event)\b|\b(?:last|this) week\b"
    r"|\b(?:a|en) (?:cette|l')? ?occasion\b|\ben marge d|\b(?:le|au) (?:premier|dernier|meme) jour\b|\b(?:pendant|lors de|au cours de) (?:la|cette) (?:visite|reunion|ceremonie)\b|علي هامش|خلال (?:ال)?زياره|في اليوم (?:ال)?(?:اول|اخير)|بهذه المناسبه"
)
"""A signature of the days that a document tells of."""
