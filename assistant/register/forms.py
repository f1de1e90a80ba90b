"""In what form a question asks, and by which nouns it names what it asks for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from assistant.register.gifts import Stage, says
from assistant.register.heads import head_of
from assistant.register.kinds import Noun, offices, sorts
from assistant.register.sentence import noun_of
from assistant.register.vocabulary import any_of, phrases, vocabulary
from assistant.register.vocabulary import folded as folded_words
from assistant.understand import Question, counted_terms, listed_terms, spellings
from vectorstore import terms

Form = Literal[
    "list",
    "count",
    "dates",
    "holders",
    "holder",
    "when",
    "where",
    "signed",
    "planned",
    "starts",
    "ends",
    "in_force",
    "former",
    "sum",
    "spent",
    "compare",
    "identity",
    "ranking",
    "latest",
    "next",
    "held",
    "sized",
]
_PROMISES = re.compile(
    r"\b(?:supposed to|promised? to|committed to|undert\w+ to|agreed to (?:do|deliver|send))|\bwhat (?:did|has|have|does|do|was|were|is|are)\b.{2,50}\b(?:promised?|commit(?:ted)?|to (?:deliver|do|send))\b"
    r"|\b(?:s'est engage|s'engage|engages? a|devait|doit|doivent) (?:a )?(?:faire|livrer|envoyer|remettre)|\bqu'(?:a|ont|avons)\b.{0,40}\bpromis|\bماذا (?:وعد|تعهد|التزم)|\bما الذي (?:وعد|تعهد|التزم)"
)
_WAS_HELD = re.compile(
    r"\b(?:held|(?:take|took|taken) place|happen(?:ed)?|organi[sz]ed|go(?:ne)? ahead)\b|\beu lieu\b|\b(?:tenue?s?|organisee?s?)\b|(?<!\w)هل (?:تم )?(?:ال)?(?:عقد|نظم|اقيم|انعقد|جر)"
)
"""Whether something took place."""
_FIELD = re.compile(r"(?:ment|ship|ency)s?$")
"""The end of a word for what an office does or has, which has the stem of the office: management, directorship."""
_WHEN = re.compile(r"\bwhen\b|\bwhat (?:date|day)|\bdates?\b|\bquand\b|quel jour|متي|تاريخ|موعد")
_PEOPLE = r"(?:participants?|people|persons?|trainees|attendees|officials|stagiaires|personnes|fonctionnaires|مشاركا?|مشاركين|المشاركين|متدربا?|متدربين|المتدربين|شخصا?)"
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


def _one_of_several(question: Question, folded: str) -> tuple[Form, tuple[Noun, ...]] | None:
    """The last or the next event of a sort, where its day, its place or the event itself is asked for."""
    if question.wants not in ("date", "place") and not _ONE_OPENS.match(folded):
        return None
    for match in (*_ONE.finditer(folded), *_ONE_ARABIC.finditer(folded)):
        named = tuple(
            noun
            for noun in _nouns(match.group(), french=question.language == "fr")
            if noun.sort.kind == "event" and noun.sort.sorts
        )
        if named and all(noun.number != "many" for noun in named):
            return ("latest" if match["last"] else "next"), named
    return None


def _several_events(question: Question, folded: str) -> tuple[Noun, ...]:
    """The nouns for events in the plural; none where one event is meant."""
    return tuple(
        noun
        for noun in _nouns(folded, french=question.language == "fr")
        if noun.sort.kind == "event" and noun.number == "many"
    )


def form_of(question: Question, folded: str) -> tuple[Form, tuple[Noun, ...]]:
    """The form of a question, and the nouns for what it asks for, the first of them the kind; none where it lists nothing."""
    if (measured := _measured(question, folded)) is not None:
        return measured
    if _PEOPLE_IN_ALL.search(folded) and (several := _several_events(question, folded)):
        return "sum", several
    if _COMPARES.search(folded) and (several := _several_events(question, folded)):
        return "compare", several
    if _RANKS.search(folded) and not any(says(stage, folded) for stage in _OF_MONEY):
        return "ranking", _several_events(question, folded) or _nouns("events")
    if (one := _one_of_several(question, folded)) is not None:
        return one
    if (head := head_of(question)) is not None:
        return head.asked, head.nouns
    aspect = _aspect(question, folded)
    if aspect:
        return aspect, tuple(noun for noun in _nouns(folded) if noun.sort.kind == "agreement")
    if (form := _of_one(question, folded)) is not None and (one_event := _one_event(question, folded)):
        return form, one_event
    return "list", _nouns("commitments") if _PROMISES.search(folded) else ()


def sizable(question: Question, folded: str) -> tuple[Noun, ...]:
    """The nouns for what is listed or counted, of events or else of agreements, whether for one or several."""
    listed = listed_terms(question) | counted_terms(question)
    named = [noun for noun in _nouns(folded, french=question.language == "fr") if noun.stem in listed]
    kinds = ([noun for noun in named if noun.sort.kind == kind] for kind in ("event", "agreement"))
    return tuple(next(filter(None, kinds), ()))


def _of_one(question: Question, folded: str) -> Form | None:
    """What is asked of one event: its day, its place, or whether it took place."""
    if question.wants == "date" and _WHEN.search(folded):
        return "when"
    if question.wants == "yes_no" and _WAS_HELD.search(folded):
        return "held"
    return "where" if question.wants == "place" else None


_MOST = re.compile(
    r"\b(?:more|most|fewer|less|larger|largest|bigger|biggest|highest|plus|moins)\b|(?<!\w)(?:اكثر|اقل|اكبر)(?!\w)|^\W*(?:compare|comparez|قارن)"
)
_SIDES = re.compile(r"\b(?:or|ou|than|que|vs|versus)\b|(?<!\w)(?:ام|او|من)(?!\w)|\bcompare|(?<!\w)قارن")
_TRAINED = re.compile(
    r"\btrain(?:ed)?\b|\bform(?:e|ee|es|ees|er)\b|(?<!\w)[وت]?(?:درب|دربنا|دربت|تدربوا|تدريبهم)(?!\w)"
)
_IN_ALL = re.compile(
    r"\b(?:in all|in total|altogether|total|all of|au total|en tout|totalite)\b|(?<!\w)(?:ال)?(?:مجموع|اجمالي)"
)


def _measured(question: Question, folded: str) -> tuple[Form, tuple[Noun, ...]] | None:
    """A sum or a comparison of money given, or of people where no several events are named."""
    if counts_people(folded):
        return _of_people(question, folded)
    if asks_spending(question, folded):
        return "spent", (*_nouns("contributions"), *_several_events(question, folded))
    if says("spent", folded) or not any(says(stage, folded) for stage in _OF_MONEY):
        return None
    if _MOST.search(folded):
        return "compare", _nouns("contributions")
    of_money = (
        says("given", folded)
        or question.wants == "money"
        or not folded_words(vocabulary()["money"]["words"]).isdisjoint(folded.split())
    )
    return ("sum", _nouns("contributions")) if says("all", folded) and of_money else None


_OF_MONEY: tuple[Stage, ...] = ("given", "received", "pledged")
"""What is told of money that comes in."""
_MONEY = ("money", "number")
"""What a question for money wants, by its words: "how much" is one word with "how many" in Arabic."""


def asks_spending(question: Question, folded: str) -> bool:
    """Whether a question is for all the money that was spent or set aside: "in total", or how much on something."""
    spent = (says("outlay", folded) or says("budgeted", folded)) and not _counts_things(question)
    named = [noun for noun in _nouns(folded, french=question.language == "fr") if noun.sort.kind == "event"]
    one_event = bool(named) and all(noun.number == "one" for noun in named)
    of_all = says("all", folded) or (says("outlay", folded) and question.wants in _MONEY and not one_event)
    return spent and of_all and not _MOST.search(folded) and not says("received", folded)


def _counts_things(question: Question) -> bool:
    """Whether things are counted, such as lines of a budget, and not money."""
    counted = counted_terms(question) if question.wants == "number" and question.language != "ar" else frozenset()
    money = f"{vocabulary()['money']['words']} dollar dollars euro euros"
    return bool(counted) and counted.isdisjoint(terms(money))


def _of_people(question: Question, folded: str) -> tuple[Form, tuple[Noun, ...]] | None:
    named = tuple(noun for noun in _nouns(folded, french=question.language == "fr") if noun.sort.kind == "event")
    if _MOST.search(folded) and _SIDES.search(folded):
        return "compare", named or _nouns("events")
    if named or not _PEOPLE_IN_ALL.search(folded):
        return None
    if _TRAINED.search(folded):
        return "sum", _nouns("courses workshops webinars")
    return ("sum", _nouns("events")) if _IN_ALL.search(folded) else None


def trained(folded: str) -> str:
    """The word of a folded question that says that people were trained; empty where none does."""
    found = _TRAINED.search(folded)
    return found.group() if found else ""


def counts_people(folded: str) -> bool:
    """Whether a folded question is about how many people came."""
    return people_in(folded) != ""


def people_in(folded: str) -> str:
    """The word of a folded question for those who came; empty where there is none."""
    found = re.search(rf"(?<!\w)(?:ال)?{_PEOPLE}(?!\w)", folded)
    return found.group() if found else ""


_ASPECTS: tuple[tuple[Form, str], ...] = (
    (
        "in_force",
        r"still (?:valid|in force|running|binding)|in force|\bvalid\b|toujours (?:valable|en vigueur)|en vigueur|encore valable|ساري|نافذ",
    ),
    (
        "starts",
        r"(?:enter(?:s|ed)?|come|comes|came|go|goes|went|put|brought|entry) into (?:force|effect)|tak(?:es?|en|ing) effect|took effect|in force since|effective (?:date|from|as of)|\bentr\w+(?:-t-(?:il|elle))? en vigueur|en vigueur depuis|(?:prend|prendra|pris|prise d')\s?effet|(?<!\w)(?:[يت]?دخلت?|دخول\w*)(?= .{0,80}حيز)|(?<!\w)حيز (?:ال)?(?:نفاذ|تنفيذ)|(?:بدا|بدات|بدء) (?:ال)?(?:سريان|نفاذ|العمل)|سريان|(?<!\w)(?:[يت]سري|سرت|سري|ساريه?) (?:من|منذ)",
    ),
    (
        "ends",
        r"expir|valable|valide|until when|how long|\blapses?\b|\bcesse|\bend(?:s|ed)?\b|valid until|run out|jusqu'a quand|jusqu'en quand|prend(?:ra)? fin|\b(?:date|jour) de (?:la )?fin\b|echeance|arrive a|(?:ت|ي)نتهي|انتهي|انتهت|حتي متي|(?<!\w)ال?ي متي|(?<!\w)لغايه متي|[يت]نقضي",
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


def said_of(form: Form, folded: str) -> str:
    """The words of a folded question that ask for a day of an agreement; empty where they name nothing else."""
    found = re.finditer(dict(_ASPECTS)[form], folded) if form == "starts" else ()
    return " ".join(match.group() for match in found)


def _is_agreement(stem: str) -> bool:
    return stem in sorts() and sorts()[stem].kind == "agreement"


def _one_event(question: Question, folded: str) -> tuple[Noun, ...]:
    """The noun for the event a question names, if it names one sort of event."""
    named = tuple(
        noun
        for noun in _nouns(folded, french=question.language == "fr")
        if noun.sort.kind == "event" and noun.sort.sorts
    )
    return named if len({noun.sort.sorts for noun in named}) == 1 else ()


def _nouns(phrase: str, *, french: bool = False) -> tuple[Noun, ...]:
    return tuple(noun for word in re.findall(r"[\w-]+", phrase) if (noun := noun_of(word, french=french)))


def asks_office(question: Question) -> bool:
    """Whether a question names an office that people follow one another in; what is managed or presided over is none."""
    typed = spellings(question)
    return any(stem in offices() and not _FIELD.search(typed.get(stem, stem)) for stem in question.own_terms)


def several_holders(folded: str) -> bool:
    """Whether everybody who was in an office is asked for, not whoever is: "directors", "in order", "first to last"."""
    return re.search(_one_after_another(), _HEADS.sub(" ", folded)) is not None


_HEADS = re.compile(r"(?<=\bwho )(?:(?:currently|now|today) )?(?:heads|chairs)\b")
"""Verbs that are written as the plurals of offices are."""


@lru_cache(maxsize=1)
def _one_after_another() -> str:
    return any_of([*phrases("offices", "in_turn"), *folded_words(vocabulary()["offices"]["several"])])
