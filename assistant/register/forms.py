"""In what form a question asks, and by which nouns it names what it asks for."""

from __future__ import annotations

import re
from typing import Literal

from assistant.register.kinds import offices, sorts
from assistant.understand import Question
from vectorstore import terms

Form = Literal[
    "list",
    "count",
    "dates",
    "holders",
    "holder",
    "when",
    "signed",
    "planned",
    "ends",
    "in_force",
    "former",
    "sum",
    "compare",
    "identity",
    "ranking",
    "latest",
    "next",
    "held",
]
_OPENS = (
    (
        "count",
        r"how many(?: of (?:the|our|these|those))?|(?:what (?:is|was) )?(?:the )?(?:total )?number of|combien d[e']\s?|quel (?:est|etait) le nombre d[e']\s?|\bكم(?: عدد)?|ما عدد|عدد(?= ال)",
    ),
    (
        "list",
        r"\bwhich(?! of)|\bwhat(?: are| were)?|^\W*(?:please )?(?:list|name|enumerate|give me|show(?: me)?)(?: all| every)?|\bquel(?:le)?s(?: sont| etaient| ont ete)?"
        r"|^\W*(?:liste[rz]?|enumere[rz]?|cite[rz]?|donne[rz]?)|\bما(?: هي| هو| كانت)?(?= )|^\W*و?(?:اذكر|عدد لي|سرد)|في اي|باي",
    ),
)
_BARE = re.compile(
    r"^\W*(?:(?:please|all|every|the|our|any|full|complete|list|of|les?|tou(?:te)?s|nos|des|liste|جميع|كل|قائمه)\s+)*(?=[^\W\d])(?!(?:who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|what|which|total"
    r"|qui|que|quand|ou|pourquoi|comment|combien|est|sont|a|quel(?:le)?s?|y|dates?|من|متي|اين|لماذا|كيف|هل|كم|ماذا|ما|تاريخ)\b)"
)
"""The beginning of a question that is no sentence: "all courses held so far", "webinaires de 2024"."""
LONG_NAMES = (
    (re.compile(r"\bletters? of intent(?:ion)?\b"), "intents"),
    (re.compile(r"\blettres? d'intention\b"), "intentions"),
    (re.compile(r"(?:خطاب|رساله|خطابات|رسائل|رسايل|مذكرات|مذكره) (?:ال)?نوايا"), "نوايا"),
    (re.compile(r"\bmemorandum of (?:understanding|cooperation)\b|\bmemorandum d'(?:entente|accord)\b"), "memorandum"),
    (re.compile(r"\bmemorand(?:a|ums) (?:of (?:understanding|cooperation)|d'(?:entente|accord))\b"), "memoranda"),
)
_PHRASE_ENDS = re.compile(
    r"(?<![\w-])(?:of|in|at|on|by|with|for|from|under|between|since|after|before|during|that|who|did|do|does|have|has|had|are|were|was|is|we|our"
    r"|carried|held|signed|organi[sz]ed|planned|so far|took|came|will|de|du|des|d|dans|en|au|aux|a|ont|avec|entre|par|sous|pour|depuis|apres|avant|lient|qui|que|sont|etaient|organisee?s|prevue?s|tenue?s|signee?s"
    r"|في|من|مع|التي|الذي|بين|منذ|بعد|قبل|خلال|عام|سنه|تم|ينظم\w*|نظم\w*|وقع\w*|عقد\w*|شارك\w*)(?![\w-])"
)
_MEETS = re.compile(r"\bwhen (?:did|have|has)\b.{2,40}\bmee?t\b|\bquand\b.{2,60}\brencontre|\bمتي (?:التقي|اجتمع)")
_PROMISES = re.compile(
    r"\b(?:supposed to|promised? to|committed to|undert\w+ to|agreed to (?:do|deliver|send))|\bwhat (?:did|has|have|does|do|was|were|is|are)\b.{2,50}\b(?:promised?|commit(?:ted)?|to (?:deliver|do|send))\b"
    r"|\b(?:s'est engage|s'engage|engages? a|devait|doit|doivent) (?:a )?(?:faire|livrer|envoyer|remettre)|\bqu'(?:a|ont|avons)\b.{0,40}\bpromis|\bماذا (?:وعد|تعهد|التزم)|\bما الذي (?:وعد|تعهد|التزم)"
)
_WAS_HELD = re.compile(
    r"\b(?:held|(?:take|took|taken) place|happen(?:ed)?|organi[sz]ed|go(?:ne)? ahead)\b|\beu lieu\b|\b(?:tenue?s?|organisee?s?)\b|(?<!\w)هل (?:تم )?(?:ال)?(?:عقد|نظم|اقيم|انعقد|جر)"
)
"""Whether something took place."""
_WHEN = re.compile(r"\bwhen\b|\bwhat (?:date|day)|\bdates?\b|\bquand\b|quel jour|متي|تاريخ|موعد")
_ARABIC = re.compile(r"[\u0620-\u064a]")


_PEOPLE = r"(?:participants?|people|persons?|trainees|attendees|stagiaires|personnes|مشاركا?|مشاركين|المشاركين|متدربا?|متدربين|المتدربين|شخصا?)"
_PEOPLE_IN_ALL = re.compile(
    rf"^(?!.*\b(?:women|men|countries|femmes|hommes|pays)\b)(?!.*(?:نساء|امراه|دوله|دول)).*?(?:\bhow many|\bnumber of|\btotal|\bcombien d[e']|\bnombre (?:total )?d[e']|\bcombien|(?<!\w)كم|(?<!\w)(?:عدد|اجمالي|مجموع))(?: \w+)?? ?{_PEOPLE}(?!\w)(?! (?:from|de|du|des|d'|من)(?!\w))"
)
"""Questions for how many people came, not how many of some sort or from somewhere."""
_COMPARES = re.compile(
    r"^\W*compare[rz]?\b|^\W*comparaison\b|^\W*قارن|\b(?:which|what) year\b.{0,30}\b(?:more|most|fewer|fewest)\b|\b(?:more|fewer)\b.{2,60}\b(?:19|20)\d\d (?:or|than|and)(?: in)? (?:19|20)\d\d"
    r"|\bquelle annee\b.{0,40}\b(?:plus|moins)\b|\b(?:plus|moins) d[e'].{2,60}\b(?:19|20)\d\d (?:ou|qu'en|que)(?: en)? (?:19|20)\d\d|(?<!\w)اي (?:عام|سنه)\b.{0,40}(?:اكثر|اقل)|(?:اكثر|اقل).{2,60}(?:19|20)\d\d (?:ام|او|من)(?: عام| سنه)? (?:19|20)\d\d"
)


_RANKS = re.compile(
    r"\b(?:which|what|with (?:whom|which)|who)\b.{0,20}\b(?:partners?|organi[sz]ations?|institutions?|bodies)\b.{0,40}\b(?:most|often|frequently)\b|\bmost (?:frequent|active) partners?\b"
    r"|\bquels? (?:partenaires?|organisations?|organismes?)\b.{0,60}\b(?:plus souvent|le plus)\b|(?<!\w)(?:اي|من هم|ما) (?:ال)?(?:شركاء|جهات|مءسسات|موسسات).{0,40}اكثر"
)
_LAST = r"(?:last|latest|most recent|newest|derniere?|اخر)"
_NEXT = r"(?:next|upcoming|prochaine?)"
_ONE_OPENS = re.compile(
    rf"^\W*(?:and |et |و)?(?:what|which|quelle?|ما|اي)(?: (?:is|was|est|etait|a ete|fut|هي|هو|كانت?))? (?:the |our |la |le |l'|notre )?(?:{_LAST}|{_NEXT})"
)
_ONE = re.compile(
    rf"(?<!\w)(?:(?P<last>{_LAST})|(?P<next>{_NEXT}))(?: (?!year|month|week|two|three|few|an\b|annee|mois|semaine|عام|شهر|اسبوع|\d)[\w'-]+){{1,4}}"
)
_ONE_ARABIC = re.compile(
    r"(?:(?:ال)[\u0621-\u064a]+ ){1,3}(?:(?P<last>الاخيره?)|(?P<next>القادمه?|المقبله?|التاليه?))(?!\w)"
)


def _one_of_several(question: Question, folded: str) -> tuple[Form, frozenset[str]] | None:
    """The last or the next event of a sort, where its day, its place or the event itself is asked for."""
    if question.wants not in ("date", "place") and not _ONE_OPENS.match(folded):
        return None
    for match in (*_ONE.finditer(folded), *_ONE_ARABIC.finditer(folded)):
        meant = _nouns(match.group())
        named = frozenset(stem for stem in meant if sorts()[stem].kind == "event" and sorts()[stem].sorts)
        if named and not any(
            _plural(word) for word in re.findall(r"[\w'-]+", match.group()) if set(terms(word)[:1]) & named
        ):
            return ("latest" if match["last"] else "next"), named
    return None


def _several_events(folded: str) -> frozenset[str]:
    """The stems of events named in the plural; none where one event is meant."""
    plural = {stem for word in re.findall(r"[\w'-]+", folded) if _plural(word) for stem in terms(word)[:1]}
    return frozenset(stem for stem in plural if stem in sorts() and sorts()[stem].kind == "event")


def form_of(question: Question, folded: str) -> tuple[Form, frozenset[str]]:
    """The form of a question, and the stems of the nouns for what it asks for; none where it lists nothing."""
    if _PEOPLE_IN_ALL.search(folded) and (several := _several_events(folded)):
        return "sum", several
    if _COMPARES.search(folded) and (several := _several_events(folded)):
        return "compare", several
    if _RANKS.search(folded):
        return "ranking", _several_events(folded) or _nouns("events")
    if (one := _one_of_several(question, folded)) is not None:
        return one
    form, named = _listed(folded)
    if not named and _MEETS.search(folded):
        form, named = "dates", _nouns("meetings")
    aspect = _aspect(question, folded)
    if not named and aspect:
        form, named = aspect, frozenset(stem for stem in terms(folded) if _is_agreement(stem))
    if not named and question.wants == "date" and _WHEN.search(folded):
        form, named = "when", _one_event(question)
    if not named and question.wants == "yes_no" and _WAS_HELD.search(folded):
        form, named = "held", _one_event(question)
    if not named and _PROMISES.search(folded):
        form, named = "list", _nouns("commitments")
    return form, named


def named_short(folded: str) -> str:
    """A question with the long names of sorts of agreements in one word."""
    for long, short in LONG_NAMES:
        folded = long.sub(short, folded)
    return folded


_ASPECTS: tuple[tuple[Form, str], ...] = (
    (
        "in_force",
        r"still (?:valid|in force|running|binding)|in force|\bvalid\b|toujours (?:valable|en vigueur)|en vigueur|encore valable|ساري|نافذ",
    ),
    (
        "ends",
        r"expir|valable|valide|until when|how long|\bend(?:s|ed)?\b|valid until|run out|jusqu'a quand|jusqu'en quand|prend(?:ra)? fin|echeance|arrive a|(?:ت|ي)نتهي|انتهي|انتهت|حتي متي|تنقضي",
    ),
    (
        "planned",
        r"(?:supposed|due|expected|planned|scheduled|going|meant) to be (?:signed|concluded)|(?:will|should|to) (?:\w+ )?be signed|(?:doit|devrait|devait) etre signe|sera signe|prevoit-on de signer|signature (?:prevue|planned)|ستوقع|سيوقع|المقرر توقيع",
    ),
    ("signed", r"\bsign(?:ed|ature)?\b|\bconcluded?\b|\bsignee?\b|signature|conclue?\b|وقع|توقيع|ابرم"),
)


def _aspect(question: Question, folded: str) -> Form | None:
    """What is asked about one agreement: a day, or whether it still holds."""
    if question.wants not in ("date", "yes_no") or not any(_is_agreement(stem) for stem in question.terms):
        return None
    fitting = [(aspect, said) for aspect, said in _ASPECTS if (aspect == "in_force") == (question.wants == "yes_no")]
    return next((aspect for aspect, said in fitting if re.search(said, folded)), None)


def _is_agreement(stem: str) -> bool:
    return stem in sorts() and sorts()[stem].kind == "agreement"


def _one_event(question: Question) -> frozenset[str]:
    """The stem of the event a question names, if it names one sort of event."""
    named = {
        stem for stem in question.terms if stem in sorts() and sorts()[stem].kind == "event" and sorts()[stem].sorts
    }
    return frozenset(named) if len({sorts()[stem].sorts for stem in named}) == 1 else frozenset()


def _listed(folded: str) -> tuple[Form, frozenset[str]]:
    """The form of a question that opens by naming several things, and the stems of their names."""
    for form, opening in _OPENS:
        for match in re.finditer(opening, folded):
            phrase = _PHRASE_ENDS.split(folded[match.end() :], maxsplit=1)[0]
            words = re.findall(r"[\w'-]+", phrase)[:7]
            named = _nouns(" ".join(words))
            if form == "count" and words and not _heads(words, named):
                continue
            if (named and any(_plural(w) for w in words if set(terms(w)[:1]) & named)) or (
                named and _ARABIC.search(phrase)
            ):
                return ("count" if form == "count" else "list"), named
    bare = _BARE.match(folded)
    folded = re.split(r"[,،;:(—–+]", folded, maxsplit=1)[0]
    words = re.findall(r"[\w'-]+", _PHRASE_ENDS.split(folded[bare.end() :], maxsplit=1)[0])[:6] if bare else []
    named = _nouns(" ".join(words))
    plural = any(_plural(word) for word in words if set(terms(word)[:1]) & named)
    return "list", named if plural and _heads(words, named) else frozenset()


def _heads(words: list[str], named: frozenset[str]) -> bool:
    """Whether what is counted is what is listed: the first noun in Arabic and French, the last one in English."""
    return bool(set(terms(words[0])[:1]) & named or set(terms(words[-1])[:1]) & named)


def _nouns(phrase: str) -> frozenset[str]:
    return frozenset(stem for stem in terms(phrase) if stem in sorts())


def _plural(word: str) -> bool:
    bare = re.sub(r"^و?(?:ال|لل)", "", word)
    return word.endswith(("s", "x", "memoranda")) or bare.endswith("ات") or bare in ("برامج", "ورش", "مشاريع", "تمارين")


def asks_office(question: Question) -> bool:
    """Whether a question names an office that people follow one another in."""
    return any(stem in offices() for stem in question.own_terms)
