"""The words of offices taken, held, handed over and left, in three languages, folded."""

from __future__ import annotations

import re

from ingest.extract.role_words import NOUNS

_NOW = (
    r"(?:is now|is|becomes|became|will be|will become|(?:took|takes|assumed|assumes) office as|(?:was|has been|had been|is|will be) (?:re-?)?(?:appointed|elected|named|designated|promoted|sworn in)(?: as| to)?"
    r"|(?:assumed|took up|takes up|has taken up|will take up) (?:the |his |her )?(?:post|position|duties|functions|office)(?: as| of)"
    r"|(?:takes|took|has taken) over(?: from (?:him|her|them))? as|(?:joins?|joined|has joined) (?P<at>[\w' ]{2,60}?) as|(?:succeeds|succeeded|replaces|replaced) (?:him|her|them) as"
    r"|will act as|acts as|(?:has|have) (?:acted|served) as|serves as|continues as|remains"
    r"|devient|sera|est devenue?|devenue?|est (?:desormais|(?:re)?nommee?|(?:re)?elue?|designee?|promue?)|a ete (?:(?:re)?nommee?|(?:re)?elue?|designee?|promue?)|reste"
    r"|a pris (?:ses|les) fonctions (?:de|comme|en qualite de)|prend(?:ra)? (?:ses|les) fonctions (?:de|comme|en qualite de)|occupe le poste de|(?:exerce|assume|assure) les fonctions de)"
)
_ROLE = r"\s+(?!(?:not|no longer|also known|still|pas|plus)\b)(?P<role>[^,;.()]{3,110})"
IS_NOW = re.compile(rf"^\s*,?\s*(?:(?:who|qui) )?(?P<how>{_NOW}){_ROLE}")
PRONOUN_NOW = re.compile(rf"^(?:she|he|elle|il)\s+(?P<how>{_NOW}){_ROLE}")
IS_ACTING = re.compile(
    rf"^\s*,?\s*(?:(?:who|qui) )?is (?P<role>(?:acting|interim|currently|temporarily) (?:[\w-]+ ){{0,2}}?(?:{NOUNS})\b[^,;.()]{{0,60}})"
)
INTERIM = re.compile(
    r"^\s*,?\s*(?:(?:qui) )?(?:assure(?:ra)?|exerce(?:ra)?|est chargee? de) l'(?P<role>interim)(?: (?:de la|du|de l'|des) (?P<what>[^,;.()]{3,60}))?"
)
ASSIGNED = re.compile(
    r"^(?:\s?, (?:و?هو |وهي )?(?:ابتداء|اعتبارا|بدءا) من [^,]{4,40},|[^.;]{0,60}?:\s?ه[وي]|(?: [\u0621-\u064a]+){0,2}?(?= س?[يت]تولي ))?\s*(?:س?[يت]تولي )?(?:ب)?(?:(?:مهام|منصب|وظيفه|مهمه) |(?=(?:ال)?نقطه (?:ال)?اتصال))(?P<role>[^,.;()]{3,90}?)"
    r"(?=\s(?:اعتبارا|ابتداء|بدءا|منذ|خلفا|بدلا|لمده|التي|الذي|حتي|الي حين)|[,.;()]|$)"
)
"""`تُكلَّف X بمهام …`, `يتولى X مهام …`, `X سيتولى مهام …`."""
COORDINATES_ARABIC = re.compile(
    r"^\s*(?:س?[يت]تولي )?(?:ب)?(?P<what>تنسيق|اداره|رياسه) (?P<body>[^,.;()]{3,80}?)(?=\s(?:اعتبارا|ابتداء|بدءا|منذ|من \d|خلفا|بدلا|لمده|التي|الذي|حتي)|[,.;()]|$)"
)
ARABIC_HELD = {"تنسيق": "منسق", "اداره": "مدير", "رياسه": "رئيس"}
TAKES_OVER = re.compile(
    r"^\s*(?:takes over|took over|prend la tete d[eu]|prend en charge)\s+(?:the |la |le |l')?(?P<what>(?!(?:on|from|as)\b)[^,;.()]{3,80})"
)
TOOK_OVER_ON = re.compile(
    r"^\s*(?:takes|took|has taken) over (?:on|from|in|as of|with effect from)\b(?! (?:her|him|m|mr|ms|mrs|dr)\b)"
)
NEW_ROLE = re.compile(
    r"\s*(?:as |comme |to be )?(?P<role>[^,،;؛.()]{3,60}?)(?=\s(?:لمدة|for|from|pour|اعتبار|منذ|بدل|ابتداء)|[,،;؛.]|$)"
)
APPOINTED_BEFORE = re.compile(r"(?:تعيين|عين|عينت|انتخب|انتخاب|nomination de|appointment of|appointed|nomme)\s*$")
REPLACED = re.compile(
    r"(?:who )?(?:replaced|replaces|succeeds|succeeded|took over (?:\w+ )?from|takes over (?:\w+ )?from|following|in (?:place|succession|replacement) (?:of|to)|took over as [^.;]{3,80} after|follows|in succession to)\s*$"
    r"|(?:qui )?(?:a (?:pris la (?:suite|releve) d[eu]|remplace|succede a)|remplace|succede a|prend la (?:suite|releve) d[eu]|en (?:remplacement|lieu et place) de|en succession de|(?:prend|a pris) la place de)\s*$"
    r"|(?:خلفا(?: ل)?|محل|(?:الذي |التي )?خلفت?|بدلا(?: من| عن)?|عوضا عن)\s*$"
)
REPLACED_BY = re.compile(
    r"(?:(?:has|had|have|was|were|is|been|will|be) )+(?:replaced|succeeded)(?: (?:on|in) [\w ]{3,30})? by(?: that of)?\s*$|(?:a ete|est|avait ete|sera) (?:remplacee?) par\s*$"
    r"|(?:cede|a cede|cedera) (?:la|sa) place a\s*$|(?:passe|a passe) le (?:relais|flambeau) a\s*$|hands? over to\s*$|handed over to\s*$"
)
AS = re.compile(r"^,?\s*(?:as|comme|en tant que|en qualite de)\s+(?P<role>[^,;.()]{3,110})")
GIVEN_BEFORE = re.compile(
    r"(?:is|are|was|has been) (?:now )?(?:led|headed|managed|run|coordinated) by\s*$|entrusted to\s*$|(?:est|a ete|sera) (?:desormais )?(?:confiee?s? a|dirigee? par|coordonnee? par)\s*$"
)
GIVEN_WHAT = re.compile(
    r"(?P<what>interim|coordination|direction|presidence|animation|secretariat|leadership|management) (?:de la |du |de l'|des |of the |of )(?P<body>[^,;.:]{3,60}?)(?=,| est | a ete | sera | is | was | has )"
)
GIVEN_ROLE = {
    "interim": "intérim",
    "coordination": "coordonnateur",
    "direction": "directeur",
    "presidence": "président",
    "secretariat": "secrétaire",
    "leadership": "leader",
    "management": "manager",
}
HE_REPLACED = re.compile(rf"^(?:she|he|elle|il)\s+(?:{REPLACED.pattern})")
PREDECESSOR = re.compile(r"^(?:his|her|their|son|sa) (?:predecessor|predecesseure?),?\s*$")
HE_IS_REPLACED = re.compile(rf"^(?:she|he|elle|il)\s+(?:{REPLACED_BY.pattern})")
TO_SUCCEED_HIM = re.compile(
    r"(?:to (?:succeed|replace) (?:him|her)|as (?:his|her) successor|(?:pour|a) (?:lui succeder|le remplacer|la remplacer)|comme (?:son|sa) (?:successeure?|remplacante?)),?\s*$|خلفا له(?:ا)?\s*$"
)
I_REPLACED = re.compile(
    r"(?:^|[:;,.] )(?:i (?:took|take|have taken) over from|i (?:succeeded|replaced|have succeeded)|j'ai (?:succede a|remplace|pris la suite de)|je (?:succede a|remplace))\s*$"
)
ITEM_CODE = re.compile(r"^(?:\d{1,2}\. )?(?P<code>[A-Z][\w]*[A-Z][\w-]*)\.\s*$")
"""`FOSEC.` at the head of an item."""
COORDINATES = re.compile(
    r"^,?\s*(?:(?:who|qui) )?(?P<verb>(?:has )?coordinate[sd]?|coordonne|(?:has )?(?:heads|headed|leads|led|manages|managed|directs|directed)|dirige|pilote|gere)\s+(?P<what>[^,;.()]{2,80})"
)
HELD_AS = {
    "coordina": "coordinator",
    "coordonn": "coordinateur",
    **dict.fromkeys(["heads", "headed", "leads", "led"], "head"),
    **dict.fromkeys(["manages", "managed"], "manager"),
    **dict.fromkeys(["directs", "directed"], "director"),
    "dirige": "directeur",
    **dict.fromkeys(["pilote", "gere"], "responsable"),
}
"""The office by the first letters of the verb."""
LED = re.compile(
    r"(?:the |la |le |l['’])?(?P<what>[A-Z][A-Z&-]{1,9}(?![\w-])|(?:[A-ZÀ-Þ][\w'’-]+ ){1,4}(?:Division|Department|Unit|Section|Office|Programme|Program|Desk|Service|Branch|Team)"
    r"|(?:Division|Département|Service|Unité|Section|Bureau|Programme|Direction|Cellule) (?:de |des |du |d['’])?[\w'’ -]{3,40}?(?= depuis| à | du |$))"
)
"""What somebody is at the head of."""
SINCE = re.compile(
    r"(?:since|depuis|from|as of|as from|effective|with effect from|a compter du|a partir du|a dater du|منذ|من|اعتبارا من|تبدا في|ابتداء من|بدءا من|in|on|en|le|في)(?: the| le| du)?\s*$"
)
SINCE_FIRST = re.compile(
    r"(?:^|[:.] |^\W*)(?:since|as of|as from|effective|with effect from|from|depuis(?: le)?|a compter d[ue]|a partir d[ue]|a dater du|منذ|اعتبارا من|ابتداء من|بدءا من)(?: the| le)?\s*$"
)
"""Before a day that a sentence begins with."""
SINCE_NEXT = re.compile(
    r"(?:since|from|as of|as from|effective|with effect from|depuis(?: le)?|a compter du|a partir du|a dater du|منذ|من|اعتبارا من|ابتداء من|بدءا من)(?: the)?"
)
"""All that stands between an office and the day from which it is held."""
ROLE_ENDS = re.compile(
    r"\s(?:(?:from|since|on|until|depuis|with effect|effective|as of|as from|à compter|à partir|à dater|en remplacement|en replacement|in succession|for (?:a|one|two|three|four|five|six)|pour (?:une|un|deux|trois|quatre|cinq)|and (?:took|takes|will)|yesterday|today|hier|aujourd['’]hui|hier|اليوم|أمس|من (?=\d))(?!\w)|(?:in|to) (?=[A-Z]))"
)
LEFT = re.compile(
    r"^[\s,]*(?:(?:who|qui)\s+)?(?:(?:had |has )?left (?:us\b|(?:his|her|the|their|our) (?:[\w-]+ ){0,4}?(?:post|office|position|service|organi[sz]ation|cent(?:re|er)|agency|union|institute|secretariat|council|ministry|university|fund|network|team|desk|department|federation|federation)\b)"
    r"|(?:leaves|leave|is leaving|will leave) (?:us|office|(?:his|her|the|our) (?:[\w-]+ ){0,3}?(?:post|office|position|service|organi[sz]ation|cent(?:re|er)|agency|union|institute|secretariat|council|fund|network|team|desk|department|federation))\b"
    r"|will (?:leave|retire)|retires?\b|retired|has retired|is retiring|resigned|stepped down|steps down|completed (?:his|her) (?:term|mandate)\b|quitte(?:ra)?\b|a quitte|died\b|passed away|est decedee?|part (?:en|a la) retraite|(?:a pris|prend(?:ra)?) sa retraite"
    r"|(?:a |est |, )?(?:fait valoir|fera valoir|admise? a faire valoir) ses droits|cesse(?:ra)? ses fonctions|a cesse ses fonctions"
    r"|(?:ال(?:ذي|تي) )(?:تقاعدت?|احيلت? (?:الي|علي) (?:ال)?(?:تقاعد|معاش)|غادرت?|استقالت?|انتقلت?|التحقت?|انضمت?)(?!\w))"
)
LEFT_BEFORE = re.compile(
    r"(?:انتهاء ولايه|تقاعد|استقاله|departure of|retirement of|depart (?:a la retraite )?de|fin du mandat d[eu])\s*$"
)
TERM_ENDS = re.compile(r"^\s*(?:ends|expires|s'acheve|prend fin)")
