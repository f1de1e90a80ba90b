"""What the things asked for must be about: the names and words of a question that say nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from assistant.concepts import asking_words, same_concept
from assistant.register.kinds import sorts, state_phrases, state_stems
from assistant.register.names import Entity, Names
from assistant.register.period import in_full, told_from_today
from assistant.register.proper import Proper
from assistant.register.sentence import loose_stems
from assistant.register.vocabulary import asking_stems, pattern_of, said_in_several
from assistant.understand import Question, name_parts, spellings
from vectorstore import find_dates, fold, terms

_YEAR_OF = re.compile(
    r"\bأي (?:عام|سنة)\b|(?:عام|سنة|لعام|عامي|سنتي|لعامي|شهر|شهري)\s+(?=\S*\d|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)"
)
_WORD = re.compile(r"\w[\w'’-]*")
_SPANNED = re.compile(r"(?<!\d)\d{4}\s?[-–/]\s?\d{2,4}(?!\d)")
_FILLER = (
    "i'm secteur secteurs domaine domaines sector field area قطاع مجال similar leave c'est est-ce s'il vous plaît acting interim interims compris compris occupé occupe poste postes ones too both first last order chronological looking together venue venues onwards onward initialement finalement fixées fixés originally initially onwards further besides étaient-ils peux peux-tu pouvez pouvez-vous pourrais pourriez like i'd we've "
    "الترتيب بالترتيب الزمني اليوم تعاقبوا تعاقب معنا القائمة كاملة كامل أبرم أبرمها أبرمت خلال "
    "mr mrs ms dr prof mme centre center centres مركز mon organisation organization منظمة ينظم ينظمها "
    "expire expires expired expiry valable valables valide run runs running end ends ended valid force still previous old former earlier concluded conclude supposed jusqu quand vigueur toujours encore ancien ancienne précédent précédente "
    "prend prennent prendront fin échéance expiré ساري سارية زالت مازالت السابق السابقة القديمة نافذة تنتهي ينتهي انتهت حتى مدد تمديد العمل "
    "latest recent newest often frequent frequently active souvent fréquent met meet rencontré rencontrés آخر الأخير الأخيرة القادمة المقبلة التالية organisations organizations institutions announced announcement annoncé annoncés annoncées أعلن شهد شهدت أم total totals altogether overall sum tout somme ensemble compare comparer comparez comparison more most fewer fewest than plus moins إجمالي مجموع المجموع قارن أكثر أقل laquelle lequel lesquelles lesquels celle celui celles ceux أيهما أيها أيهم people persons personnes fonctionnaires train trained formé formés formées former trainees attendees stagiaires متدربين متدربا مشاركا مشاركين أشخاص outside external bodies body extérieur extérieurs externe externes organismes خارجية جهات past coming town towns city cities ville villes really etc devaient-elles devaient-ils avoir devoir lines مدينة مدن فعليا أيضا avons-nous a-t-on ont-ils ont-elles conduct host convene only just plan plans seulement uniquement فقط خطة autre autres n so add added "
    "many items item points point out under per understanding entente depuis après avant jusque تفاهم اذكر عبر إنترنت او "
    "وعدنا وعدت تعهدنا تعهدت التزمنا التزمت "
    "cover covers covered covering concern concerns concerned concerning address addresses addressing treat treats treating tackle tackles focus focuses focused focusing touch touches devoted dedicated belong belongs manage manages managed operate operates "
    "couvre couvrent couvrant porte portent portant concerne concernent traite traitent traitant aborde abordent touche touchent consacré consacrés consacrée consacrées relève relèvent gère gèrent géré gérés propose proposent "
    "يغطي تغطي تغطيها تعنى يعنى المعنية المعني تتناول يتناول تختص يختص تعالج يعالج تشمل يشمل تهتم يهتم المخصصة تتعلق يتعلق يدير تدير يديرها تديرها يقدم تقدم يقدمها تقدمها لدى "
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
    is_firm: bool = True
    """Whether it surely limits what is asked for; else it may be no more than the way in which it is asked."""
    is_programme: bool = False
    ways: tuple[tuple[About, ...], ...] = ()
    """Where it has several values side by side, what each of them is about; any one is enough."""

    def met(self, single: Callable[[About], bool]) -> bool:
        """Whether a limit of one value is met or, of one with several, all of one value."""
        return any(all(map(single, way)) for way in self.ways) if self.ways else single(self)


def abouts_of(
    question: Question, named: frozenset[str], names: Names, proper: Proper | None = None
) -> tuple[About, ...]:
    """What is left of a question, its names whole."""
    rest = dict.fromkeys(_rest(question, named))
    found: list[About] = []
    for entity, words in names.mentions(question.standalone):
        stems = tuple(stem for stem in terms(words) if stem in rest)
        if stems or entity.members:
            field: Literal["name", "group"] = "group" if entity.members else "name"
            things = entity.members or frozenset([entity.key])
            place = _is_place(question.standalone, words, entity)
            about = About(f"{field}:{entity.key}", field, words, stems, things, is_place=place)
            found.append(replace(about, is_programme=_is_programme(entity)))
            for stem in stems:
                rest.pop(stem, None)
    spelled = spellings(question)
    in_names = name_parts(question)
    loose = loose_stems(question)
    typed = {fold(word): word for word in _WORD.findall(question.standalone)}
    for stem in rest:
        word = spelled.get(stem, stem)
        known = proper is not None and proper.is_name(stem)
        there = stem in in_names or (proper is not None and proper.is_place(stem, word))
        place = there and _is_place(question.standalone, word, None)
        is_name = known or place or stem in in_names or (not stem.isascii() and not same_concept(stem))
        firm = stem in in_names or known or stem not in loose
        found.append(
            About(f"word:{stem}", "word", typed.get(word, word), (stem,), is_name=is_name, is_place=place, is_firm=firm)
        )
    return tuple(found)


_ASIDE = re.compile(
    r"\((?:no|not|without|excluding|except|sans|hors|pas|دون|بدون|عدا)\b[^)]*\)|[,،;]? ?(?:and|et|و) ?(?:when|where|with whom|quand|ou|avec qui|متي|اين|مع من)\b.*$"
)
"""What is said beside the question: what not to list, and what else to tell of each."""
_IN_ARABIC = re.compile(r"[وف]?ب(?=[\u0621-\u064a]{3})")
_IN = re.compile(r"(?:(?<!\w)(?:in|at|en|au|aux|a|dans) (?:the |la |le |les |l')?|(?<!\w)في (?:مدينه |دوله )?)$")
_NO_PLACES = re.compile(r"english|french|arabic|anglais|francais|arabe")


def _is_place(question: str, words: str, entity: Entity | None) -> bool:
    """Whether a name stands behind a word for where; the name of a programme or a language does not."""
    if entity is not None and _is_programme(entity):
        return False
    folded, named = fold(question), fold(words)
    at = folded.find(named)
    short = entity is None and ("-" in words or words.isupper())
    told = _IN.search(folded[:at]) is not None or _IN_ARABIC.match(named) is not None
    return at > 0 and not short and told and not _NO_PLACES.match(named)


def _is_programme(entity: Entity) -> bool:
    return any(fact.kind == "programme" for fact in entity.because)


def _rest(question: Question, named: frozenset[str]) -> tuple[str, ...]:
    """The terms of a question that say what the things are about: not what is listed, when, or in which state."""
    dated = {t for found in _YEAR_OF.finditer(question.standalone) for t in terms(found.group())}
    text = in_full(question.standalone)
    dated |= {t for found in find_dates(text) for t in terms(text[found.start : found.end])}
    dated |= {term for phrase in said_in_several(fold(question.standalone)) for term in terms(phrase)}
    if spanned := _SPANNED.search(question.standalone):
        dated |= set(terms(spanned.group()))
    folded = fold(question.standalone)
    dated |= set(terms(told_from_today(folded)))
    dated |= {term for phrase in state_phrases() if phrase in folded for term in terms(phrase)}
    aside = {term for found in _ASIDE.finditer(folded) for term in terms(found.group())}
    aside -= set(terms(_ASIDE.sub(" ", folded)))
    timed = {
        t
        for part in ("done", "ahead", "met")
        for found in pattern_of(part).finditer(folded)
        for t in terms(found.group())
    }
    drop = named | dated | timed | aside | filler() | asking_words() | asking_stems() | set(sorts()) | state_stems()
    parts = {part for term in question.terms if "/" in term for part in term.split("/")}
    whole = {term for term in question.terms if "/" in term} if parts & set(question.terms) else set()
    return tuple(term for term in question.terms if term not in drop | whole)


@lru_cache(maxsize=1)
def filler() -> frozenset[str]:
    """Stems that say how a question is asked, not what about."""
    return frozenset(stem for word in _FILLER.split() for stem in terms(word))
