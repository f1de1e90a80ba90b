"""Questions that put two things against each other: the time between them, which came first, which is more, by how much."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from assistant.concepts import qualifiers
from assistant.understand.heads import head_of_noun
from assistant.understand.names import names_in
from assistant.understand.wants import Wants
from vectorstore import find_dates, fold, terms

Form = Literal["apart", "first", "last", "more", "less", "difference"]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two things and what is asked of both."""

    form: Form
    sides: tuple[str, str]
    """The things, each in full."""
    asks: tuple[str, str]
    """The question for the value of each."""
    wants: Wants
    """The kind of the values."""
    unit: str = "day"
    """In which a time is asked for."""


_TIME = r"(?:days?|weeks?|months?|years?|time|long|jours?|semaines?|mois|ann[ée]es?|ans|temps|يوم\w*|أيام|أسبوع\w*|شهر\w*|أشهر|سن\w+|عام\w*|الوقت|المدة|مدة|الفترة|مضى|مر)"
_APART = (
    re.compile(
        rf"\b(?:how (?:many|much|long)|what)\b[^?]*?\b{_TIME}\b[^?]*?\b(?:between|from)\s+(?P<a>.+?)\s+(?:and|to|until)\s+(?P<b>.+)$",
        re.I,
    ),
    re.compile(
        rf"\bhow (?:many|much|long)\s+(?:{_TIME}\s+)?(?P<order>before|after)\s+(?P<a>.+?)\s+(?:did|was|were|is|will|does)\s+(?P<b>.+)$",
        re.I,
    ),
    re.compile(
        rf"\b(?:combien (?:de |d['’])|quelle? (?:durée|délai|temps))\s*{_TIME}?[^?]*?\b(?:entre|séparent|sépare)\s+(?P<a>.+?)\s+(?:et|de(?=\s(?:celle|celui)))\s+(?P<b>.+)$",
        re.I,
    ),
    re.compile(
        rf"\bcombien (?:de |d['’]){_TIME}\s+(?P<order>avant|après)\s+(?P<a>.+?)(?:,\s*|\s+)(?P<b>(?:a|ont|est|sont|fut)\b.+|(?:le|la|les|l['’])\s?.+)$",
        re.I,
    ),
    re.compile(rf"(?:كم|ما)\s[^؟]*?{_TIME}[^؟]*?\bبين\s+(?P<a>.+?)\s+و\s?(?P<b>.+)$"),
)
_THAN = r"(?:than|compared (?:with|to)|against|versus)"
_DIFFERENCE = (
    re.compile(
        rf"\b(?:by )?how (?:much|many)\s+(?P<of>(?:more|less|fewer|(?!other|later|earlier|longer|after)\w+er)\b.*?)\s(?:did|was|were|is|are|does|do|has|had)\s+(?P<a>.+?)\s+(?:(?P<verb>(?!{_THAN})\w+)\s+)?{_THAN}\s+(?P<b>.+)$",
        re.I,
    ),
    re.compile(
        r"\bcombien (?P<of>(?:de |d['’])[^?]+?)\s+(?:de |en )(?:plus|moins)\s+(?P<a>.+?)\s+(?:que\s+|qu['’]\s?|par rapport (?:à|au|aux)\s+)(?P<b>.+)$",
        re.I,
    ),
    re.compile(
        r"\b(?:de )?combien\s+(?P<a>(?:le|la|les|l['’]).+?)\s+(?:a|ont|est)-(?:t-)?\w+\s+(?P<of>\w+)\s+(?:de |en )?(?:plus|moins)\s+(?:que\s+|qu['’]\s?)(?P<b>.+)$",
        re.I,
    ),
    re.compile(r"\b(?:difference|gap)\b(?P<of>[^?]*?)\bbetween\s+(?P<a>.+?)\s+and\s+(?P<b>.+)$", re.I),
    re.compile(
        r"\bby how (?:much|many)\b(?P<of>[^?]*?)\s(?:did|does|do|was|is|were|are|has|have)\s+(?P<a>.+?)\s+(?:exceed|surpass|outnumber|outweigh|(?:\w+er|more|less|lower|higher)(?:\s\w+){0,2}?\s+than)\s+(?P<b>.+)$",
        re.I,
    ),
    re.compile(r"\b(?:différence|écart)\b(?P<of>[^?]*?)\bentre\s+(?P<a>.+?)\s+et\s+(?P<b>.+)$", re.I),
    re.compile(
        r"\bde combien\b(?P<of>[^?]*?)\s(?P<a>(?:le|la|les|l['’]).+?)\s+(?:a-t-\w+ |est-\w+ |ont-\w+ )?(?:dépass\w+|excéd\w+|(?:plus|moins)\s+\w+\s+(?:que|qu['’]))\s*(?P<b>.+)$",
        re.I,
    ),
    re.compile(r"(?:الفرق|الفارق)(?P<of>[^؟]*?)\bبين\s+(?P<a>.+?)\s+و\s?(?P<b>.+)$"),
    re.compile(r"(?:بكم|كم)(?P<of>[^؟]*?)\s(?:زاد\w*|تجاوز\w*|تزيد|يزيد|ارتفع\w*)\s+(?P<a>.+?)\s+عن\s+(?P<b>.+)$"),
)
_GREW = re.compile(
    r"\bby how (?:much|many)\b.*\b(?:grow|grew|rise|rose|increase[d]?|fall|fell|drop(?:ped)?|decrease[d]?|change[d]?|raise[d]?)\b|\bde combien\b.*\b(?:augment|baiss|diminu|progress|rédui)|(?:بكم|كم)\s.*\b(?:زاد|ارتفع|انخفض|تغير)",
    re.I,
)
_EITHER = re.compile(
    r"^(?P<frame>.+?)(?:\s*[,:،]\s*|\s+[-–—]\s+|\s+(?=(?:the|le|la|l['’])\s?))(?P<a>[^,:،]+?)\s*,?\s+(?:or|ou|أم|او|أو)\s+(?P<b>.+)$",
    re.I,
)
_HOW = r"(?P<how>(?:more|less|fewer)(?:\s[\w-]+)?|(?!other|after|ever|under|over|never|member|number|together|rather|later|earlier|paper|order)\w{3,}er)"
_THAN_OTHER = (
    re.compile(
        rf"^\W*(?:was|were|is|are|did|does|do|has|had)\s+(?P<a>.+?)\s+(?P<verb>(?:have|has|cost|draw|get|attract|bring|receive)\s+)?{_HOW}(?P<of>(?:\s(?!\w{{3,}}er\b|more\b|less\b|fewer\b)[\w-]+){{0,3}}?)\s+{_THAN}\s+(?P<b>.+)$",
        re.I,
    ),
    re.compile(
        r"^\W*(?:est-ce que\s+)?(?P<a>(?:le|la|les|l['’]).+?)\s+(?:(?:a|est|ont|sont|était|fut)(?:-t-|-)?(?:il|elle|ils|elles)?)\s+(?P<verb>\w+é\w*\s+)?(?:réuni\s+|coûté\s+)?(?P<how>(?:plus|moins)(?:\sde|\sd['’])?(?:\s?\w+)?)(?P<of>(?:\s\w+){0,2}?)\s+(?:que\s+|qu['’]\s?)(?P<b>.+)$",
        re.I,
    ),
    re.compile(
        r"^\W*هل\s+(?:كان\w*\s+|كل\w*\s+)?(?P<a>.+?)\s+(?P<how>أكبر|أكثر|أغلى|أقل|أرخص|أصغر|أعلى|أطول)(?P<of>(?:\s\w+){0,3}?)\s+من\s+(?P<b>.+)$"
    ),
)
"""One thing against another in a question for yes or no: "was A dearer than B?"."""
_FORMS: tuple[tuple[Form, str], ...] = (
    (
        "first",
        r"\b(?:first|earlier|earliest|sooner|before|older|oldest)\b|\b(?:en premier|d'abord|avant|plus tot|plus anci\w+|premiere?)\b|\b(?:اولا|قبل|اسبق|اقدم)\b",
    ),
    (
        "last",
        r"\b(?:last|later|latest|after|newer|newest|more recent)\b|\b(?:en dernier|apres|plus tard|plus recent\w*)\b|\b(?:اخيرا|بعد|احدث|لاحقا)\b",
    ),
    (
        "less",
        r"\b(?:less|fewer|lower|cheaper|smaller|shorter|lowest|fewest|cheapest)\b|\b(?:moins|plus (?:faible|petite?|basse?))\b|\b(?:اقل|ارخص|ادني|اصغر)\b",
    ),
    (
        "more",
        r"\b(?:more|higher|larger|bigger|longer|greater|better|best|highest|largest|most|dearer)\b|\b(?:plus|mieux|meilleure?)\b|\b(?:اكثر|اعلي|اكبر|اطول|افضل)\b",
    ),
)
_ASKS_WHICH = re.compile(
    r"^\W*(?:(?:of|in|at|for|to|de|à|dans|من|في)\s+)?(?:which|what|whose|quel\w*|lequel|laquelle|lesquel\w*|qui|who|أي\w*|أيه\w*|ايه\w*|ما)\b|^\W*(?:was|were|did|is|est-ce|هل)\b",
    re.I,
)
_STANDS_IN = re.compile(r"\b(?:one|ones|that (?:of|with|for)|celui|celle|ceux|celles)\b|(?<!\w)(?:تلك|ذلك)(?!\w)", re.I)
_CONTRASTS = frozenset(
    stem
    for word in [
        "final",
        "provisional",
        "preliminary",
        "old",
        "new",
        "former",
        "previous",
        "initial",
        "original",
        "revised",
        "actual",
        "planned",
        "expected",
        "estimated",
        "latest",
        "current",
        "définitif",
        "définitive",
        "provisoire",
        "préliminaire",
        "ancien",
        "ancienne",
        "nouveau",
        "nouvelle",
        "initial",
        "initiale",
        "prévu",
        "prévue",
        "révisé",
        "réel",
        "réelle",
        "نهائي",
        "نهائية",
        "النهائي",
        "النهائية",
        "أولي",
        "أولية",
        "الأولية",
        "قديم",
        "قديمة",
        "القديم",
        "القديمة",
        "جديد",
        "جديدة",
        "الجديد",
        "الجديدة",
        "سابق",
        "سابقة",
        "السابق",
        "السابقة",
    ]
    for stem in terms(word)
)
_ASIDE = re.compile(
    r"[,،]\s*(?:and|et|و)\s?(?:by )?(?:how (?:many|much)|combien|كم)\b[^?؟]{0,40}[?؟]?\s*$|(?<=[?؟])\s+[^?؟]{0,60}$|\s[-–—]\s+(?:give|need|i need|donne\w*|il me faut)\b[^?؟]*$",
    re.I,
)
"""What is said behind the question mark, as "need both figures", or asks for both numbers besides."""
_UNITS = (
    ("week", r"\bweeks?\b|semaine|اسبوع|اسابيع"),
    ("month", r"\bmonths?\b|\bmois\b|شهر|اشهر"),
    ("year", r"\byears?\b|\bann|\bans\b|سنه|سنوات|عام|اعوام"),
)
_MONEY = re.compile(
    r"cost|expens|cheap|dear|spen|budget|paid|pay|price|cout|cher|depens|montant|verse|تكلف|كلف|ميزاني|انفق|ارخص|اغلي|مبلغ"
)
_LEAST = 1


def compared(text: str) -> Compared | None:
    """What a question puts against each other; None where it does no such thing."""
    bare = _ASIDE.sub("", text.strip()).strip(" ?؟.!")
    folded = fold(bare)
    for pattern in _APART:
        if match := pattern.search(bare):
            unit = next(
                (unit for unit, said in _UNITS if re.search(said, folded[: len(folded) - len(fold(match["b"]))])), "day"
            )
            return _of(match["a"], match["b"], "apart", "", "date", unit)
    for pattern in _DIFFERENCE:
        if match := pattern.search(bare):
            wants: Wants = "money" if _MONEY.search(folded) else "number"
            if wants == "number" and not terms(match["of"]) and not set(terms(bare)) & _CONTRASTS:
                return None  # how two things differ is no number
            return _of(match["a"], match["b"], "difference", match["of"], wants)
    return _than(bare) or _either(bare)


def _than(bare: str) -> Compared | None:
    """One thing against another: "was A dearer than B"."""
    for pattern in _THAN_OTHER:
        if match := pattern.search(bare):
            how = fold(match["how"])
            form = next((form for form, said in _FORMS[2:] if re.search(said, how)), None)
            if form is None and re.search(r"cheap|small|short|low|less|few", how):
                form = "less"
            frame = " ".join(part for part in (match.groupdict().get("verb"), match["how"], match["of"]) if part)
            return _of(
                match["a"], match["b"], form or "more", frame, "money" if _MONEY.search(fold(bare)) else "number"
            )
    return None


def _either(bare: str) -> Compared | None:
    """One of two: "which was dearer, A or B"."""
    match = _EITHER.match(bare)
    if match is None or not _ASKS_WHICH.match(bare):
        return None
    frame = fold(match["frame"])
    form = next((form for form, said in _FORMS if re.search(said, frame)), None)
    if form is None:
        return None
    wants: Wants = "date" if form in ("first", "last") else "money" if _MONEY.search(frame) else "number"
    return _of(match["a"], match["b"], form, _plain(match["frame"]), wants)


def grew(text: str) -> bool:
    """Whether a question asks by how much one thing changed, without saying from what to what."""
    return bool(_GREW.search(text))


def _of(first: str, second: str, form: Form, frame: str, wants: Wants, unit: str = "day") -> Compared | None:
    one, other = first.strip(" ,،"), _in_full(second.strip(" ,،"), first)
    one = _with_names(one, other)
    if len(terms(one)) < _LEAST or len(terms(other)) < _LEAST or (find_dates(one) and len(terms(one)) < 2):
        return None
    asked = frame.strip()
    return Compared(form, (one, other), (f"{asked} {one}".strip(), f"{asked} {other}".strip()), wants, unit)


def _plain(frame: str) -> str:
    """What is asked of both, without "which" and without the word that compares."""
    words = [w for w in frame.split() if not any(re.search(rf"^(?:{said})$", fold(w)) for _, said in _FORMS)]
    return " ".join(
        w for w in words if not _ASKS_WHICH.match(w) and fold(w) not in ("the", "la", "le", "en", "did", "was")
    )


def _in_full(second: str, first: str) -> str:
    """The second thing with what it leaves out since the first one says it: "the one with X", "the provisional one"."""
    stands_in = _STANDS_IN.search(second)
    alone = not any(head_of_noun(word) for word in second.split()) and not names_in(f"- {second}")
    if stands_in is None and not alone:
        return _with_names(second, first)
    own = re.sub(r"^(?:the|le|la|les)\s+|^l['’]", "", _STANDS_IN.sub(" ", second), flags=re.I)
    if (
        stands_in is not None
        and _before(second, stands_in.start())
        and not set(terms(own)) <= _CONTRASTS | qualifiers()
    ):
        noun = next((word for word in reversed(first.split()) if head_of_noun(word)), "")
        return f"{own.strip()} {noun}".strip()
    gone = {term for name in names_in(f"- {first}") for term in terms(name)} if names_in(f"- {own}") else set()
    kept = [
        w
        for w in first.split()
        if not set(terms(w)) & (gone | _CONTRASTS | qualifiers())
        and (not gone or fold(w) not in ("with", "avec", "مع"))
    ]
    return " ".join(f"{' '.join(kept)} {own}".split())


def _before(second: str, at: int) -> bool:
    """Whether what tells the second thing apart stands before the word that stands for its noun: "the groundwater one"."""
    return bool(terms(second[:at])) and not terms(second[at:].partition(" ")[2])


def _with_names(one: str, other: str) -> str:
    """A thing with the names that only the other one says, where it has none itself and differs by a contrast alone."""
    if names_in(f"- {one}") or not set(terms(one)) & _CONTRASTS:
        return one
    return " ".join([one, *(name for name in names_in(f"- {other}") if fold(name) not in fold(one))])
