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
from assistant.register.spelled_places import key_of_place, places_in
from assistant.register.vocabulary import asking_stems, pattern_of, said_in_several, vocabulary
from assistant.understand import Question, name_parts, spellings
from vectorstore import find_dates, fold, terms

_YEAR_OF = re.compile(
    r"\bأي (?:عام|سنة)\b|(?:عام|سنة|لعام|عامي|سنتي|لعامي|شهر|شهري)\s+(?=\S*\d|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)"
)
_WORD = re.compile(r"\w[\w'’-]*")
_SPANNED = re.compile(r"(?<!\d)\d{4}\s?[-–/]\s?\d{2,4}(?!\d)")


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
    for written, named_so in places_in(question.standalone, proper.spelled) if proper is not None else ():
        if stems := tuple(stem for stem in terms(written) if stem in rest):
            found.append(About(key_of_place(named_so), "name", written, stems, frozenset([key_of_place(named_so)])))
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
    r"|\b(?:jusqu'a quand (?:court|courent|courra)|(?:il|elle) court\b|court-(?:il|elle)\b)"
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
    drop = (
        named
        | dated
        | timed
        | aside
        | question.aside
        | filler()
        | asking_words()
        | asking_stems()
        | set(sorts())
        | state_stems()
    )
    parts = {part for term in question.terms if "/" in term for part in term.split("/")}
    whole = {term for term in question.terms if "/" in term} if parts & set(question.terms) else set()
    return tuple(term for term in question.terms if term not in drop | whole)


@lru_cache(maxsize=1)
def filler() -> frozenset[str]:
    """Stems that say how a question is asked, not what about."""
    return frozenset(stem for word in vocabulary()["filler"]["words"].split() for stem in terms(word))
