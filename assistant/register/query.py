"""A question read as a query over the register: what is listed, in what form, and everything it is limited by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from assistant.concepts import asking_words, same_concept
from assistant.register.kinds import offices, sorts, states
from assistant.register.names import Entity, Names
from assistant.register.period import Period, find_period
from assistant.understand import Question, name_parts, spellings
from vectorstore import find_dates, fold, terms

Form = Literal["list", "count", "dates", "holders", "holder", "when", "signed", "planned", "ends", "in_force", "former"]
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
_LONG_NAMES = (
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
_FORMER_NAME = re.compile(
    r"\b(?:former|old|previous|earlier|original) name|\b(?:formerly|previously) (?:called|known|named)|used to be called|\bancien(?:ne)? (?:nom|appellation|denomination)|s'appelait|(?:الاسم|التسميه) (?:السابقه?|القديمه?)|اسمه?ا? (?:السابق|القديم)"
)
_MEETS = re.compile(r"\bwhen (?:did|have|has)\b.{2,40}\bmee?t\b|\bquand\b.{2,60}\brencontre|\bمتي (?:التقي|اجتمع)")
_YEAR_OF = re.compile(
    r"(?:عام|سنة|لعام|شهر)\s+(?=\S*\d|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)"
)
_PROMISES = re.compile(
    r"\b(?:supposed to|promised? to|committed to|undert\w+ to|agreed to (?:do|deliver|send))|\bwhat (?:did|has|have|does|do|was|were|is|are)\b.{2,50}\b(?:promised?|commit(?:ted)?|to (?:deliver|do|send))\b"
    r"|\b(?:s'est engage|s'engage|engages? a|devait|doit|doivent) (?:a )?(?:faire|livrer|envoyer|remettre)|\bqu'a\b.{2,40}\bpromis|\bماذا (?:وعد|تعهد|التزم)|\bما الذي (?:وعد|تعهد|التزم)"
)
_SPANNED = re.compile(r"(?<!\d)\d{4}\s?[-–/]\s?\d{2,4}(?!\d)")
_WHEN = re.compile(r"\bwhen\b|\bwhat (?:date|day)|\bdates?\b|\bquand\b|quel jour|متي|تاريخ|موعد")
_ARABIC = re.compile(r"[\u0620-\u064a]")
_IN_TURN = re.compile(
    r"\bin (?:order|turn|succession)\b|\bhas been\b|\bhave been\b|\bsuccessive|\bwho were\b|\bdirectors\b|\bdans l'ordre|\bsuccessi|\bqui (?:ont|etaient)|\btou(?:te)?s les|l'une? apres l'autre|one after (?:the |an)?other|over (?:time|the years)|au fil d|تولي|تعاقب|علي التوالي|من هم"
)
_DONE = re.compile(
    r"already|so far|to date|until now|jusqu'(?:ici|a present)|a ce jour|حتي الان|\bheld\b|\bdid\b(?=.{1,60}?\b(?:hold|organi[sz]e|run|host|conduct|convene)\b)|took place|taken place|carried out|\borgani[sz]ed\b|\bconducted\b|actually|deja"
    r"|ont eu lieu|a eu lieu|organise(?:e|s|es)?\b|\btenue?s?\b|realisee?s?\b|فعلا|(?<!\w)(?:عقد|انعقد|نظم|اقام|اقيم|جر)(?:ت|نا|ناها|وا|ته|ها|تها)?(?!\w)"
)
_AHEAD = re.compile(
    r"upcoming|still to come|planned|coming up|scheduled|forthcoming|\bwill\b|to be held|a venir|prevu|prochain|auront lieu|seront|se tiendr|القادم|المقرر|المقبل|(?<!\w)(?:ست|سي)(?:عقد|نظم|قام)"
)
_FILLER = (
    "mr mrs ms dr prof mme centre center centres مركز mon organisation organization منظمة ينظم ينظمها "
    "expire expires expired expiry valable valables valide run runs running end ends ended valid force still previous old former earlier concluded conclude supposed jusqu quand vigueur toujours encore ancien ancienne précédent précédente "
    "prend prennent prendront fin échéance expiré ساري سارية زالت مازالت السابق السابقة القديمة نافذة تنتهي ينتهي انتهت حتى مدد تمديد العمل "
    "avons-nous a-t-on ont-ils ont-elles conduct host convene only just plan plans seulement uniquement فقط خطة autre autres n so add added "
    "many items item points point out under per understanding entente depuis après avant jusque تفاهم اذكر عبر إنترنت او "
    "came come résulté issus issues do does deliver supposed promised promise committed undertake faire livrer ماذا وعد تعهد التزم "
    "file record records archive document documents report reports held hold place take took part participate participated attend attended organise organised organized carry carried "
    "make made done come came give gave sign signed between list all every full complete together our we date dates order turn where when who name names far still now currently "
    "describe described mention mentioned involve involved say said supposed due get got far year years month months past last this next current since after before until by during "
    "décrites décrits rapport rapports dossier archives eu lieu ont sont été participé envoyé envoyer organisé organisée organisées tenu tenue signé signée déjà liste tous toutes nos notre date dates ordre où quand "
    "lient partenaires partenaire partner partners شركاء شريك lier an année années mois dernier dernière prochain cette avec participants "
    "عقدت عقد فعلا نظم نظمها نظمت أعلن شارك شاركت وقع وقعها وقعت تولى منصب حتى متى جميع كل قائمة إطار سنة شهر خرجت خرج في من مع أو التي هذا الماضي القادم عنها لدينا"
)


@dataclass(frozen=True, slots=True)
class About:
    """A name or a word that every record found must have."""

    key: str
    field: Literal["name", "group", "word"]
    words: str
    """As in the question."""
    terms: tuple[str, ...]
    """Stems, every one of which must be met."""
    things: frozenset[str] = frozenset()
    """Keys of what is named: the thing itself, or the members of a group."""
    is_name: bool = True
    """Whether it may be written otherwise, as names are: by its capital, or in a script that has none."""
    is_place: bool = False
    """Whether it says where an event takes place."""


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for in the register."""

    kind: str
    sorts: tuple[str, ...]
    form: Form
    period: Period | None
    state: str | None
    done: bool | None
    """True for what has taken place, False for what is to come, None for both."""
    abouts: tuple[About, ...]
    """What else it must be about."""
    said: Mapping[str, str]
    """The words of the question for `sort`, `state` and `time`, where it limits them."""
    ending: bool = False
    """Whether the period is that in which agreements end, not that in which they were signed."""

    @property
    def terms(self) -> tuple[str, ...]:
        """Stems, every one of which must be met."""
        return tuple(term for about in self.abouts for term in about.terms)


def read_query(question: Question, today: date, names: Names) -> Query | None:
    """The query a question stands for; None where it asks for nothing that the register lists.

    Args:
        question: As understood.
        today: What "last year" is told from.
        names: The names of the archive.
    """
    folded = _named_short(fold(question.standalone).strip())
    period = find_period(question.standalone, today)
    if _FORMER_NAME.search(folded) and (abouts := _abouts(question, frozenset(), names)):
        return Query("organisation", (), "former", None, None, None, abouts, {})
    if question.wants in ("person", "list", "date") and _office(question):
        form: Form = "holders" if _IN_TURN.search(folded) else "holder"
        return Query("person", (), form, period, None, None, _abouts(question, frozenset(), names), {})
    form, named = _listed(folded)
    if not named and _MEETS.search(folded):
        form, named = "dates", _nouns("meetings")
    aspect = _aspect(question, folded)
    if not named and aspect:
        form, named = aspect, frozenset(stem for stem in terms(folded) if _is_agreement(stem))
    if not named and question.wants == "date" and _WHEN.search(folded):
        form, named = "when", _one_event(question)
    if not named and _PROMISES.search(folded):
        form, named = "list", _nouns("commitments")
    if not named:
        return None
    kinds = dict.fromkeys(sorts()[stem].kind for stem in named)
    kind = next(iter(kinds))
    which = tuple(s for stem in named if sorts()[stem].kind == kind for s in sorts()[stem].sorts)
    in_state = next((stem for stem in question.own_terms if stem in states()), None)
    state = states()[in_state] if in_state else None
    ahead, held = _AHEAD.search(folded), _DONE.search(folded)
    if ahead and period is not None and period.last is not None and period.last < today.isoformat():
        ahead = held = None  # what was planned for a time that is over: all that there is of that time, with its state
    done = False if ahead else True if held else None
    spelled = spellings(question)
    said = {
        "sort": " ".join(spelled.get(stem, stem) for stem in question.terms if stem in named) if which else "",
        "state": spelled.get(in_state, in_state) if in_state else "",
        "time": found.group().strip() if (found := ahead or held) else "",
    }
    said = {field: words for field, words in said.items() if words}
    ending = kind == "agreement" and period is not None and _ENDING.search(folded) is not None
    if ending:  # "will" and "has" say when it ends, and the period does that already
        done = None
        said.pop("time", None)
    return Query(kind, which, form, period, state, done, _abouts(question, named, names), said, ending)


_ENDING = re.compile(
    r"expir|\bends?\b(?! of)|\brun(?:s|ning)? out\b|\blapse|pren(?:d|dra|nent|dront) fin|echeance|(?:ت|ي)نتهي|انتهت|انتهي"
)


def _named_short(folded: str) -> str:
    """A question with the long names of sorts of agreements in one word."""
    for long, short in _LONG_NAMES:
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


def _office(question: Question) -> bool:
    return any(stem in offices() for stem in question.own_terms)


def _abouts(question: Question, named: frozenset[str], names: Names) -> tuple[About, ...]:
    """What is left of a question, its names whole."""
    rest = dict.fromkeys(_rest(question, named))
    found: list[About] = []
    for entity, words in names.mentions(question.standalone):
        stems = tuple(stem for stem in terms(words) if stem in rest)
        if stems or entity.members:
            field: Literal["name", "group"] = "group" if entity.members else "name"
            things = entity.members or frozenset([entity.key])
            place = _is_place(question.standalone, words, entity)
            found.append(About(f"{field}:{entity.key}", field, words, stems, things, is_place=place))
            for stem in stems:
                rest.pop(stem, None)
    spelled = spellings(question)
    in_names = name_parts(question)
    for stem in rest:
        word = spelled.get(stem, stem)
        is_name = stem in in_names or (not stem.isascii() and not same_concept(stem))
        place = stem in in_names and _is_place(question.standalone, word, None)
        found.append(About(f"word:{stem}", "word", word, (stem,), is_name=is_name, is_place=place))
    return tuple(found)


_IN = re.compile(r"(?:(?<!\w)(?:in|at|en|au|aux|a|dans) (?:the |la |le |les |l')?|(?<!\w)في (?:مدينه |دوله )?)$")
_NO_PLACES = re.compile(r"english|french|arabic|anglais|francais|arabe")


def _is_place(question: str, words: str, entity: Entity | None) -> bool:
    """Whether a name stands behind a word for where; the name of a programme or a language does not."""
    if entity is not None and any(fact.kind == "programme" for fact in entity.because):
        return False
    folded, named = fold(question), fold(words)
    at = folded.find(named)
    short = entity is None and ("-" in words or words.isupper())
    return at > 0 and not short and bool(_IN.search(folded[:at])) and not _NO_PLACES.match(named)


def _rest(question: Question, named: frozenset[str]) -> tuple[str, ...]:
    """The terms of a question that say what the things are about: not what is listed, when, or in which state."""
    dated = {t for found in _YEAR_OF.finditer(question.standalone) for t in terms(found.group())}
    dated |= {
        t for found in find_dates(question.standalone) for t in terms(question.standalone[found.start : found.end])
    }
    if found := re.search("|".join(long.pattern for long, _ in _LONG_NAMES), fold(question.standalone)):
        dated |= set(terms(found.group()))
    if spanned := _SPANNED.search(question.standalone):
        dated |= set(terms(spanned.group()))
    folded = fold(question.standalone)
    timed = {t for said in (_DONE, _AHEAD) for found in said.finditer(folded) for t in terms(found.group())}
    drop = named | dated | timed | filler() | asking_words() | set(sorts()) | set(states())
    return tuple(term for term in question.terms if term not in drop)


@lru_cache(maxsize=1)
def filler() -> frozenset[str]:
    """Stems that say how a question is asked, not what about."""
    return frozenset(stem for word in _FILLER.split() for stem in terms(word))
