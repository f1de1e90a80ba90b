"""The words by which the three languages say how large something is, folded."""

from __future__ import annotations

import re
from typing import Literal

from vectorstore import fold

Form = Literal["more", "at least", "less", "at most", "largest", "smallest"]
Kind = Literal["people", "women", "countries", "money", "time"]

LIMITS: tuple[tuple[Form, str], ...] = (
    (
        "at most",
        r"\b(?:at most|(?:no|not) more than|up to|a maximum of|au (?:plus|maximum)|jusqu'a)|(?<!\w)(?:لا (?:ي|ت)(?:زيد|تجاوز)(?: عن| علي)?|علي الاكثر)",
    ),
    (
        "at least",
        r"\b(?:at least|(?:no|not) (?:fewer|less) than|a minimum of|au (?:moins|minimum)|pas moins de)|(?<!\w)(?:لا [يت]قل عن|علي الاقل)",
    ),
    (
        "less",
        r"\b(?:(?:fewer|less|lower|smaller|shorter) than|under|below|moins (?:de|d')|inferieure?s? a|en dessous de|au-dessous de)|(?<!\w)(?:(?:اقل|ادني|اقصر) من|(?:ي|ت)قل عن|دون|تحت)",
    ),
    (
        "more",
        r"\b(?:(?:more|greater|larger|higher|longer|bigger) than|over|above|exceed(?:s|ed|ing)?|in excess of|upwards of|plus (?:de|d'|que)|superieure?s? a|depass\w+|exced\w+|au-dessus de|au-dela de)|(?<!\w)(?:(?:اكثر|اعلي|اطول|اكبر) من|(?:ما )?[يت]زيد (?:علي|عن)|زاد\w* (?:علي|عن)|[يت]?تجاوزت?|[يت]فوق|فوق)",
    ),
)
BEHIND: tuple[tuple[Form, str], ...] = (
    ("at least", r"(?:or (?:more|over)|and (?:more|over)|(?:ou|et) plus|فاكثر|او اكثر)"),
    ("at most", r"(?:or (?:less|fewer)|ou moins|فاقل|او اقل)"),
)
"""What stands behind the number it is said of: "20 or more"."""
NUMBER = re.compile(
    r"\s*(?:(?:us\$|\$|€|£|usd|eur|xof|fcfa|about|environ|حوالي)\s?)*(?P<number>\d[\d.,\u00a0\u202f]*(?: \d{3}(?!\d))*|[^\W\d]+(?:-[^\W\d]+)*)(?P<scale>(?:\s?(?:thousand|million|billion|mille|milliard|الف|الاف|مليون|ملايين|مليار)s?)*|k)(?!\w)(?P<sign> ?(?:us\$|\$|€|£|%))?"
)
ONE_TIME = re.compile(
    r"\s*(?:(?:a|an|one|une?|d'une?) )?(?P<unit>day|week|month|year|jour|semaine|mois|an(?:nee)?|يوم|اسبوع|شهر|سنه|عام)(?P<two>ين)?(?: واحده?)?(?!\w)"
)
MANY = 20
"""Of the largest, how many are asked for at most."""
NOUN = re.compile(r"\s*(?:de |des |d'|of )?(?P<noun>[^\W\d][\w'-]*)")
MONEY = re.compile(
    r"\b(?:cost\w*|expens\w*|cheap\w*|dear\w*|spen[dt]\w*|budget\w*|paid|price\w*|dollars?|euros?|usd|eur|fcfa|fund\w*|grant\w*|cout\w*|cher\w*|depens\w*|montant\w*|subvention\w*|financ\w*)\b|[$€£]|تكلف|كلف|ميزاني|انفق|ارخص|اغلي|مبلغ|دولار|يورو|منح[هة]|تمويل"
)
KINDS: tuple[tuple[Kind, str], ...] = (
    ("women", r"^(?:wom[ae]n|females?|femmes?|نساء?|سيدات|امراه)$"),
    ("countries", r"^(?:countries|pays|دول\w*|بلد\w*)$"),
    (
        "people",
        r"^(?:participants?|people|persons?|trainees?|attend\w+|delegates?|personnes|stagiaires|inscrits|مشارك\w*|متدرب\w*|شخص\w*|اشخاص|حاضر\w*)$",
    ),
    (
        "time",
        r"^(?:hours?|days?|weeks?|months?|years?|heures?|jours?|semaines?|mois|ans?|annees?|يوم\w*|ايام|اسبوع\w*|اسابيع|شهر\w*|اشهر|سن[هو]\w*|عام\w*|اعوام|ساع\w+)$",
    ),
    ("money", r"^(?:dollars?|euros?|usd|eur|fcfa|دولار\w*|يورو)$"),
)
_COUNTED = r"(?= [\w-]+(?:s|x)\b| (?:people|money|women|men|staff)\b|\W*$| (?:in|on|at|for|from|during|of the|to)\b)"
"""Behind "most" and "least": several things, or nothing that they could be the measure of, as in "least happy"."""
_LARGE = rf"(?:largest|biggest|highest|greatest|most{_COUNTED})"
_SMALL = rf"(?:smallest|lowest|fewest|least{_COUNTED})"
_NUMBER_OF = r"(?: (?:number|total|count|share|amount) of)?"
_OF = r"(?: (?P<of>[^\W\d][\w-]*(?: [^\W\d][\w-]*s\b)?))?"
BEST: tuple[tuple[Form, Kind | None, str], ...] = (
    (
        "largest",
        "money",
        r"\b(?:most expensive|costliest|dearest|(?:la|le) plus chere?|la plus couteuse)|(?<!\w)(?:ال)?(?:اغلي|اكثر تكلفه|اعلي تكلفه|اعلي كلفه)",
    ),
    (
        "smallest",
        "money",
        r"\b(?:cheapest|least expensive|(?:la|le) moins chere?|la moins couteuse)|(?<!\w)(?:ال)?(?:ارخص|اقل تكلفه|اقل كلفه)",
    ),
    ("largest", "time", r"\b(?:longest|(?:la|le) plus long(?:ue)?)\b|(?<!\w)(?:ال)?اطول(?! من)"),
    ("smallest", "time", r"\b(?:shortest|(?:la|le) plus courte?)\b|(?<!\w)(?:ال)?اقصر(?! من)"),
    ("largest", None, rf"\b(?:the )?{_LARGE}{_NUMBER_OF}{_OF}"),
    ("smallest", None, rf"\b(?:the )?{_SMALL}{_NUMBER_OF}{_OF}"),
    (
        "largest",
        None,
        r"\b(?:l[ea] plus (?:grande?|gros(?:se)?|elevee?)(?: nombre)?|le plus(?= d['e]| grand)|(?<=coute )le plus|(?<=depense )le plus)(?:(?: de | d'| )(?P<of>[^\W\d][\w-]*))?",
    ),
    (
        "smallest",
        None,
        r"\b(?:l[ea] plus (?:petite?|faible|bas|basse)(?: nombre)?|le moins(?= d['e])|(?<=coute )le moins|(?<=depense )le moins)(?:(?: de | d'| )(?P<of>[^\W\d][\w-]*))?",
    ),
    ("largest", None, r"(?<!\w)(?:اكبر|اعلي|اكثر)(?! من)(?: عدد(?: من)?)?(?: (?P<of>[^\W\d]\w*))?"),
    ("smallest", None, r"(?<!\w)(?:اصغر|ادني|اقل)(?! من)(?: عدد(?: من)?)?(?: (?P<of>[^\W\d]\w*))?"),
)
ASKS = re.compile(
    r"(?<!\w)(?:which|what|who|name|list|show|how many|quel\w*|lesquel\w*|combien|liste\w*|اي|ايه|ما|كم|اذكر)(?!\w)"
)
WHAT_IS = re.compile(
    r"(?:\b(?:what|which)(?:'s| (?:is|was|are|were|has been))(?: (?:the|our))?|\bquel(?:le)?s? (?:est|sont|etait|etaient|fut|a ete)(?: notre)?|(?<!\w)(?:ما|من)(?: (?:هي|هو|هم|كانت?))?)\s*$"
)
OF_TIMES = re.compile(
    r"\b(?:which|what) (?:year|month)|\bquel(?:le)? (?:annee|mois)|(?<!\w)(?:اي|ما) (?:ال)?(?:عام|سنه|شهر)(?!\w)"
)
JOINS = frozenset(
    fold("in on at of for to by from among during en dans de du au aux pour par parmi في من على خلال لدى").split()
)
"""Words behind a number or a superlative that are not what is measured."""


def says_largest(folded: str) -> bool:
    """Whether a folded text says of something that it is the largest or smallest."""
    return any(re.search(pattern, folded) for _, _, pattern in BEST)
