"""How large what is asked for must be: "more than 20 participants", « au moins trois jours », «أكبر ميزانية»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import ge, gt, le, lt
from typing import Literal

from assistant.gate import amount_in
from vectorstore import find_quantities, fold, terms

Form = Literal["more", "at least", "less", "at most", "largest", "smallest"]
Kind = Literal["people", "women", "countries", "money", "time"]


@dataclass(frozen=True, slots=True)
class Bound:
    """What a question says of how large something must be."""

    form: Form
    number: float
    """What it is held against; 0 for the largest or smallest of all."""
    kind: Kind | None
    """What is measured; None where it is something else, or the question does not say."""
    of: frozenset[str]
    """Stems of the words for what is measured."""
    said: str
    """The words of the folded question that say all this."""
    unit: str = ""
    """Of a time, the unit in which it is told, folded."""
    top: int = 1
    """How many of the largest or smallest are meant."""
    top_said: str = ""
    """The word of the folded question for that number; empty where it has none."""

    def met(self, number: float) -> bool:
        """Whether a number is as large as it must be; whichever it is where the largest or smallest is meant."""
        compare = {"more": gt, "at least": ge, "less": lt, "at most": le}.get(self.form)
        return compare is None or compare(number, self.number)

    def told_in(self, text: str) -> bool:
        """Whether a text gives a number as large as it must be or, where the largest is meant, says that something is."""
        if self.is_best:
            return _has_superlative(fold(text))
        given = [q for q in find_quantities(text) if self.kind is None or q.money == (self.kind == "money")]
        numbers = (amount_in(text[q.start : q.end]) for q in given)
        return any(number is not None and self.met(number) for number in numbers)

    @property
    def is_small(self) -> bool:
        """Whether small things are meant."""
        return self.form in ("less", "at most", "smallest")

    @property
    def is_best(self) -> bool:
        """Whether the largest or smallest of all is meant."""
        return self.form in ("largest", "smallest")

    def among(self, numbers: Sequence[float]) -> frozenset[float]:
        """Those of some numbers that are as large as they must be, or the largest or smallest of them."""
        if not self.is_best:
            return frozenset(filter(self.met, numbers))
        return frozenset(sorted(numbers, reverse=self.form == "largest")[: self.top])


_LIMITS: tuple[tuple[Form, str], ...] = (
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
_BEHIND: tuple[tuple[Form, str], ...] = (
    ("at least", r"(?:or (?:more|over)|and (?:more|over)|(?:ou|et) plus|فاكثر|او اكثر)"),
    ("at most", r"(?:or (?:less|fewer)|ou moins|فاقل|او اقل)"),
)
"""What stands behind the number it is said of: "20 or more"."""
_NUMBER = re.compile(
    r"\s*(?:(?:us\$|\$|€|£|usd|eur|xof|fcfa|about|environ|حوالي)\s?)*(?P<number>\d[\d.,\u00a0\u202f]*(?: \d{3}(?!\d))*|[^\W\d]+(?:-[^\W\d]+)*)(?P<scale>(?:\s?(?:thousand|million|billion|mille|milliard|الف|الاف|مليون|ملايين|مليار)s?)*|k)(?!\w)(?P<sign> ?(?:us\$|\$|€|£|%))?"
)
_ONE_TIME = re.compile(
    r"\s*(?:(?:a|an|one|une?|d'une?) )?(?P<unit>day|week|month|year|jour|semaine|mois|an(?:nee)?|يوم|اسبوع|شهر|سنه|عام)(?P<two>ين)?(?: واحده?)?(?!\w)"
)
_MANY = 20
"""Of the largest, how many are asked for at most."""
_NOUN = re.compile(r"\s*(?:de |des |d'|of )?(?P<noun>[^\W\d][\w'-]*)")
_MONEY = re.compile(
    r"\b(?:cost\w*|expens\w*|cheap\w*|dear\w*|spen[dt]\w*|budget\w*|paid|price\w*|dollars?|euros?|usd|eur|fcfa|fund\w*|grant\w*|cout\w*|cher\w*|depens\w*|montant\w*|subvention\w*|financ\w*)\b|[$€£]|تكلف|كلف|ميزاني|انفق|ارخص|اغلي|مبلغ|دولار|يورو|منح[هة]|تمويل"
)
_KINDS: tuple[tuple[Kind, str], ...] = (
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
_BEST: tuple[tuple[Form, Kind | None, str], ...] = (
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
_ASKS = re.compile(
    r"(?<!\w)(?:which|what|who|name|list|show|how many|quel\w*|lesquel\w*|combien|liste\w*|اي|ايه|ما|كم|اذكر)(?!\w)"
)
_WHAT_IS = re.compile(
    r"(?:\b(?:what|which)(?:'s| (?:is|was|are|were|has been))(?: (?:the|our))?|\bquel(?:le)?s? (?:est|sont|etait|etaient|fut|a ete)(?: notre)?|(?<!\w)(?:ما|من)(?: (?:هي|هو|هم|كانت?))?)\s*$"
)
_OF_TIMES = re.compile(
    r"\b(?:which|what) (?:year|month)|\bquel(?:le)? (?:annee|mois)|(?<!\w)(?:اي|ما) (?:ال)?(?:عام|سنه|شهر)(?!\w)"
)


_MEASURING = (
    "cost costs costing cost spend spends spent paid pay pays price priced last lasts lasted lasting run runs ran take takes took draw draws drew "
    "gather gathered bring brought attract attracted have has had having with receive received get got send sent worth "
    "coûte coûtent coûté dépensé dépensent payé dure durent duré réuni réunissent réunissant rassemblé accueilli compte comptent compté avec envoyé reçu "
    "كلف كلفت تكلف أنفق أنفقت استمر استمرت دام دامت ضم ضمت شارك شاركت حضر حضرت حضرها فيها بلغ بلغت أرسل أرسلت لديها"
)


@lru_cache(maxsize=1)
def measuring_stems() -> frozenset[str]:
    """Stems of the verbs that stand before how large something is: cost, lasted, drew."""
    return frozenset(terms(_MEASURING))


def without_bound(text: str, bound: Bound) -> str:
    """A question as it was typed, without the words that say how large something must be."""
    text = _without(text, bound.said.strip())
    return _without(text, bound.top_said) if bound.top_said else text


def _without(text: str, said: str) -> str:
    words = list(re.finditer(r"\S+", text))
    spans = (
        (words[first].start(), words[last].end())
        for length in range(len(words))
        for first in range(len(words) - length)
        for last in [first + length]
        if said in fold(text[words[first].start() : words[last].end()])
    )
    start, end = next(spans, (len(text), len(text)))
    return f"{text[:start]}{text[end:]}".strip()


@lru_cache(maxsize=32)
def bound_of(question: str) -> Bound | None:
    """How large what a question asks for must be; None where it says nothing of that, or asks for the time at which it was."""
    folded = fold(question)
    if not _ASKS.search(folded) or _OF_TIMES.search(folded):
        return None
    return _limited(folded) or _best(folded)


def _limited(folded: str) -> Bound | None:
    """What stands before a number or behind it, and the noun of what is counted."""
    for form, pattern in _LIMITS:
        for before in re.finditer(rf"(?:{pattern})(?!\w)", folded):
            number = _NUMBER.match(folded, before.end())
            if number and (bound := _of_number(form, folded, before.start(), number, number.end())):
                return bound
            if (bound := _one_of_time(form, folded, before.start(), before.end())) is not None:
                return bound
    for form, pattern in _BEHIND:
        for behind in re.finditer(rf"\s{pattern}(?!\w)", folded):
            near = [n for n in _NUMBER.finditer(folded) if _reaches(n.end(), behind.start(), folded)]
            for number in near:
                at = number.end() if folded[number.end() : behind.start()].strip() else behind.end()
                if bound := _of_number(form, folded, number.start(), number, at):
                    return replace(bound, said=folded[number.start() : max(behind.end(), at)])
    return None


def _one_of_time(form: Form, folded: str, start: int, end: int) -> Bound | None:
    """A time that is told without a number: more than a week, أكثر من أسبوعين."""
    found = _ONE_TIME.match(folded, end)
    if found is None:
        return None
    number = 2.0 if found["two"] else 1.0
    return Bound(form, number, "time", frozenset(), folded[start : found.end()], found["unit"])


def _reaches(number: int, behind: int, folded: str) -> bool:
    """Whether at most one word, of what is counted, stands between the end of a number and what is said behind it."""
    return number <= behind and len(folded[number:behind].split()) <= 1


def _of_number(form: Form, folded: str, start: int, number: re.Match[str], end: int) -> Bound | None:
    thousands = number["scale"] == "k"
    value = amount_in(number["number"] if thousands else f"{number['number']} {number['scale']}")
    if value is None:
        return None
    noun = _NOUN.match(folded, end)
    kind = _kind_of(noun["noun"]) if noun else None
    of = noun["noun"] if noun and kind not in ("time", "money") and noun["noun"] not in _JOINS else ""
    of_money = bool((number["sign"] or "").strip(" %")) or _MONEY.search(folded) is not None
    return Bound(
        form,
        value * 1_000 if thousands else value,
        kind or ("money" if of_money and not of else None),
        frozenset(terms(of)),
        folded[start : noun.end() if noun and (of or kind) else end],
        noun["noun"] if noun and kind == "time" else "",
    )


def _best(folded: str) -> Bound | None:
    for form, kind, pattern in _BEST:
        found = re.search(pattern, folded)
        if found is None:
            continue
        of = (found.groupdict().get("of") or "") if kind is None else ""
        of = "" if of in _JOINS else of
        said = found.group()
        top, top_said = _how_many(folded[: found.start()])
        before = folded[: found.start()].replace(f" {top_said} ", " ") if top_said else folded[: found.start()]
        if of and _kind_of(of) is None and _WHAT_IS.search(before):
            said, of = said[: -len(of)].rstrip(), ""  # "what was the biggest course": the course is what is asked for
        kind = kind or _kind_of(of) or ("money" if _MONEY.search(folded) else None)
        return Bound(form, 0.0, kind, frozenset(terms(of)), said, top=top, top_said=top_said)
    return None


def _how_many(before: str) -> tuple[int, str]:
    """How many of the largest are asked for, with the word that says it: of "which five trades got the most", five."""
    numbers = ((amount_in(word), word) for word in before.split())
    return next(((int(n), word) for n, word in numbers if n is not None and 2 <= n <= _MANY), (1, ""))


def _kind_of(noun: str) -> Kind | None:
    bare = re.sub(r"^ال(?=\w{3})", "", noun)
    return next((kind for kind, said in _KINDS if re.match(said, bare)), None)


def _has_superlative(folded: str) -> bool:
    return any(re.search(pattern, folded) for _, _, pattern in _BEST)


_JOINS = frozenset(
    [
        "in",
        "on",
        "at",
        "of",
        "for",
        "to",
        "by",
        "from",
        "among",
        "during",
        "en",
        "dans",
        "de",
        "du",
        "au",
        "aux",
        "pour",
        "par",
        "parmi",
        "in",
        "في",
        "من",
        "على",
        "خلال",
        "لدى",
    ]
)
