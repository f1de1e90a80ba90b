"""Weigh every sentence of the best passages as evidence for an answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.concepts import asking_words, qualifiers, same_concept
from assistant.reading.enumerations import enumerates
from assistant.reading.people import asked_about, of_named
from assistant.understand import Question, Wants, counted_terms
from vectorstore import (
    Passage,
    StoredSentence,
    find_dates,
    find_people,
    find_quantities,
    fold,
    has_month,
    is_numeric_cell,
    terms,
    words,
)

_NEAREST_COSINE, _FARTHEST_COSINE = 0.90, 0.76
"""What the default model gives a sentence that says the same, and one about something else."""
_NEIGHBOUR, _ABOVE, _NEARBY = 0.6, 0.85, 0.4
"""What a question's term is worth in the sentence beside, in the title and headings above, and elsewhere in the chunk."""
_SYNONYM = 0.8
_DOUBT = 0.3
"""Weight of terms, in `focus`, below which it should not decide."""
_OLD = re.compile(
    r"provisional|preliminary|first (?:announced|planned|set)|was to (?:expire|take|be)|initially|originally|formerly|until \d|previous"
    r"|provisoire|initialement|d'abord|devait|prevu|precedent|ancien|مبدئي|اولي|كان مقرر|سابق"
)
_NEW = re.compile(
    r"\bnow\b|\bfinal\b|new date|has been (?:moved|postponed|changed|extended)|postponed|rescheduled|instead|since \d|replace|succeed|correct"
    r"|\bdefinitif|reporte|prolonge|desormais|nouvelle date|remplac|succede|depuis|نهاي|تاجل|تمديد|مدد|الان|خلف|حل محل|اصبح"
)
_ASKS = re.compile(r"[?؟]\W*$")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_STANDS_FOR = re.compile(r"\brepresent(?:ed|s|ait|aient|e|ee|es)?\b|delegation|\bو?مثل(?:ت|ه|ها)?\b|\bو?وفد")
_ASKS_MAIL = re.compile(r"mail|courriel|electroni|البريد|ايميل")
_PHONE = re.compile(
    r"\+\d[\d ().-]{6,}\d|(?<![\d-])\(?0\d{1,4}\)?[ .-]?\d[\d .-]{4,}\d|\b(?:tel|phone|ext|extension|poste)\b\W{0,3}\d{2,}",
    re.IGNORECASE,
)
_BECAUSE = re.compile(
    r"because|due to|owing to|as a result|since the|in order|reason|damaged|parce qu|en raison|a cause|car |afin|suite a|ayant|puisque|بسبب|لان|نظرا|نتيجه|من اجل|لكي"
)
_TIME = re.compile(r"\b(?:years?|ans?|months?|mois|days?|weeks?|semaines?)\b|سنوات|أشهر|سنة|أيام")
_PLACE_LABEL = re.compile(
    r"(?:venue|place|location|where|lieu|endroit|المكان|مكان الانعقاد|مكان الاجتماع|الموقع)\s*[:|]"
)
_DATE_LABEL = re.compile(r"(?:dates?|when|التاريخ|تاريخ الانعقاد|الموعد)\s*[:|]")
_QUOTED = re.compile(r"[“«„\"][^“”«»\"]{4,160}[”»\"]")
_TOTAL = re.compile(r"\W*(?:total|totaux|ensemble|overall|المجموع|الاجمالي)\b")
_PLACE = re.compile(
    r"\b(?:in|at|en|à|au|aux|chez)\s+(?:the\s+|l['’]|la\s+|le\s+)?[A-ZÀ-Þ]|(?:في|ب)\s?\w{3,}|^(?:venue|place|lieu|location|المكان)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence with what speaks for it; every share is between 0 and 1."""

    sentence: StoredSentence
    passage: Passage
    context: float
    """Weight of the question's terms that stand in the sentence or, in part, around and above it."""
    focus: float
    """The same for the sentence alone and the terms that the title does not already answer to."""
    meaning: float
    """Nearness of its embedding to the question's."""
    fit: float
    """How far it holds the kind of thing asked for."""
    names: float
    """Share of the question's names that stand in the sentence, its passage or the headings; 1 where it has none."""
    years: float
    """The same for the years it asks about."""
    qualified: bool
    """Whether "next", "third", "former" stand by the same noun as in the question; True where it has none."""
    header: float
    """For the date or venue line of a report: how far the report's title is what the question asks about."""
    rank: float
    """Score of its passage, over the best passage's."""
    document: float
    """Score of its document's best passage, over the best passage's."""
    near: float
    """Nearness of its whole passage's embedding to the question's."""
    recency: float
    """Place of its document's date among those of the candidates: 1 the newest."""
    turn: float
    """1 where it says what is new or final, -1 where it says what was or was planned."""
    score: float


class Matcher:
    """How the question's terms are compared with text: by stem, through spellings, and through concepts."""

    def __init__(
        self, question: Question, weight: Callable[[str], float], variants: Mapping[str, frozenset[str]]
    ) -> None:
        own = set(question.own_terms)
        in_names = {term for name in question.names for term in terms(name)}
        across = {term for term, same in variants.items() if any(word.isascii() != term.isascii() for word in same)}
        self.named: frozenset[str] = frozenset(in_names.union(across, *(variants[term] for term in across)))
        """Terms of the names asked about; a word that sounds like one of the other script is a name, too."""
        self.same = {term: variants.get(term, frozenset()) | {term} for term in question.terms}
        self.alike = {
            term: frozenset().union(*(same_concept(word) for word in self.same[term])) for term in question.terms
        }
        self.weight = {term: weight(term) * (1.0 if term in own else 0.5) + 0.05 for term in question.terms}
        self.weight |= {term: 0.1 * value for term, value in self.weight.items() if term in asking_words()}

    def worth(self, term: str, words: Set[str]) -> float:
        """1 for the term itself or a spelling of it, less for a word of the same concept, 0 for neither."""
        if self.same[term] & words:
            return 1.0
        return _SYNONYM if self.alike[term] & words else 0.0

    def share(self, terms_: Collection[str], places: Sequence[tuple[Set[str], float]], doubt: float = 0.0) -> float:
        """Weight of the terms found, each at the worth of the best place it stands in, over the weight of all.

        With `doubt`, as if terms of that weight had been half found: a share of next to nothing then says next to nothing.
        """
        total = sum(self.weight[term] for term in terms_) + doubt
        if not total:
            return 0.0
        found = sum(self.weight[t] * max(self.worth(t, words) * value for words, value in places) for t in terms_)
        return (found + doubt / 2) / total


def weigh(
    question: Question,
    vector: NDArray[np.float32],
    passages: Sequence[Passage],
    sentences: Mapping[int, Sequence[StoredSentence]],
    matcher: Matcher,
    about: Callable[[str], Sequence[str]],
) -> list[Evidence]:
    """Every sentence of the passages, best evidence first.

    Args:
        question: What is asked.
        vector: Its embedding.
        passages: What was found.
        sentences: The sentences of each passage, by chunk.
        matcher: Compares the question's terms with text.
        about: What the header of a document says beside its title: date and venue as written.
    """
    best = max((passage.score for passage in passages), default=1.0)
    of_document: dict[str, float] = {}
    for passage in passages:
        of_document[passage.source.document] = max(of_document.get(passage.source.document, 0.0), passage.score)
    dates = sorted({passage.source.date or "" for passage in passages})
    found: list[Evidence] = []
    for passage in passages:
        newest = dates.index(passage.source.date or "") / max(1, len(dates) - 1)
        found += _weigh_passage(
            question,
            vector,
            passage,
            sentences.get(passage.chunk_id, ()),
            matcher,
            passage.score / best,
            newest,
            of_document[passage.source.document] / best,
            about(passage.source.document),
        )
    return sorted(found, key=lambda e: (-e.score, e.passage.source.document, e.sentence.start))


def _weigh_passage(
    question: Question,
    vector: NDArray[np.float32],
    passage: Passage,
    sentences: Sequence[StoredSentence],
    matcher: Matcher,
    rank: float,
    recency: float,
    document: float,
    about: Sequence[str],
) -> Iterator[Evidence]:
    found = [searchable(sentence) for sentence in sentences]
    title = set(terms(" ".join([passage.source.title, *about])))
    above = title | set(terms(" ".join(passage.headings)))
    nearby = set().union(*found) if found else set()
    everywhere = above | nearby
    names = {
        term: matcher.weight[term] for name in question.names for term in terms(name)[:1] if term in matcher.weight
    }
    years = [str(d.year) for d in question.dates if d.year]
    seen_names = matcher.share(names, [(everywhere, 1.0)]) if names else 1.0
    seen_years = sum(year in everywhere for year in years) / len(years) if years else 1.0
    open_terms = [term for term in question.terms if not matcher.worth(term, title)]
    for place, sentence in enumerate(sentences):
        if sentence.kind == "header":
            continue
        before = found[place - 1] if place else frozenset()
        after = found[place + 1] if place + 1 < len(found) else frozenset()
        asked = before if place and _ASKS.search(sentences[place - 1].text) else frozenset()
        evidence = Evidence(
            sentence=sentence,
            passage=passage,
            context=matcher.share(
                question.terms,
                [(found[place], 1.0), (above | asked, _ABOVE), (before | after, _NEIGHBOUR), (nearby, _NEARBY)],
            ),
            focus=matcher.share(
                open_terms, [(found[place], 1.0), (asked, _ABOVE), (above - title, _NEIGHBOUR)], _DOUBT
            ),
            meaning=_meaning(float(sentence.vector @ vector)),
            fit=fit(question, sentence, matcher),
            names=seen_names,
            years=seen_years,
            qualified=_qualified(
                question,
                " ".join(
                    [
                        passage.source.title,
                        *passage.headings,
                        *(s.text for s in sentences[max(0, place - 1) : place + 2]),
                    ]
                ),
                matcher,
            ),
            header=_header(question, sentence.text) * matcher.share(question.terms, [(title, 1.0)]),
            rank=rank,
            document=document,
            near=_meaning(passage.similarity or 0.0),
            recency=recency,
            turn=_turn(sentence.text),
            score=0.0,
        )
        yield replace(evidence, score=score(question, evidence))


def score(question: Question, e: Evidence) -> float:
    """How good a sentence is as an answer, against others for the same question.

    The weights are those of a pairwise logistic regression (gold sentence against the others of the same question) over two
    archives in different styles, rounded; each archive's own weights order the other's sentences nearly as well.
    """
    typed = question.wants in ("person", "date", "number", "money", "place", "title", "contact")
    value = 2.0 * e.context + 2.3 * e.focus + 1.4 * e.meaning + 1.5 * e.rank + 0.9 * e.document + 1.0 * e.near
    value += (1.8 if typed else 0.6) * e.fit + 0.5 * min(1.0, len(e.sentence.text.split()) / 30)
    value += 2.0 * e.header - 0.3 * (not e.qualified)
    value -= 0.6 * _other_year(question, e.sentence.text)
    value -= (
        0.8 * (e.sentence.kind == "heading" or bool(_ASKS.search(e.sentence.text)))
        + 0.3 * (e.sentence.kind == "row")
        + 0.4 * (e.sentence.kind == "item")
    )
    return value - 0.6 * (e.passage.source.language == question.language)


def _header(question: Question, text: str) -> bool:
    """Whether a line is the date line for a question after a date, or the venue line for one after a place."""
    label = {"date": _DATE_LABEL, "place": _PLACE_LABEL}.get(question.wants)
    return bool(label and label.match(fold(text)))


def _qualified(question: Question, text: str, matcher: Matcher) -> bool:
    asked = list(words(question.text))
    if not any(stem in qualifiers() for stem in question.terms):
        return True
    there = [set(terms(word)) for word in words(text)]
    for place, word in enumerate(asked):
        stem = terms(word)[:1]
        if not stem or stem[0] not in qualifiers() or stem[0] not in matcher.same:
            continue
        nouns = [
            t for w in asked[max(0, place - 2) : place + 3] for t in terms(w)[:1] if t != stem[0] and t in matcher.same
        ]
        at = [n for n, found in enumerate(there) if matcher.worth(stem[0], found)]
        if not any(
            matcher.worth(noun, there[m])
            for n in at
            for m in range(max(0, n - 3), min(len(there), n + 4))
            for noun in nouns
        ):
            return False
    return True


def _other_year(question: Question, text: str) -> bool:
    """Whether a sentence dates itself in years, none of them the one asked about."""
    asked = {d.year for d in question.dates if d.year}
    there = {d.year for d in find_dates(text) if d.year}
    return bool(asked and there and not asked & there)


def fit(question: Question, sentence: StoredSentence, matcher: Matcher) -> float:
    """1 where a sentence holds the kind of thing asked for, 0 where not; a kind without a form of its own is held by any."""
    judge = _JUDGES.get(question.wants)
    return judge(question, sentence, matcher) if judge else 1.0


def _person(question: Question, sentence: StoredSentence, matcher: Matcher) -> float:
    people = [person for person in find_people(sentence.text) if not asked_about(person.name(sentence.text), question)]
    if not people or of_named(people, sentence.text, matcher.named) or not matcher.named:
        return float(bool(people))
    stands_for = _STANDS_FOR.search(fold(question.text)) and not _STANDS_FOR.search(fold(sentence.text))
    return 0.1 if stands_for else 0.4


def _date(question: Question, sentence: StoredSentence, matcher: Matcher) -> float:
    asked = {(d.year, d.month, d.day) for d in question.dates}
    dates = [d for d in find_dates(sentence.text) if (d.year, d.month, d.day) not in asked]
    written = any(found.precision >= 2 for found in dates) or bool(_TIME.search(sentence.text))
    return 1.0 if written else 0.7 * (has_month(sentence.text) and not asked)


def _money(question: Question, sentence: StoredSentence, matcher: Matcher) -> float:
    quantities = find_quantities(sentence.text)
    return float(any(q.money for q in quantities)) or 0.7 * (sentence.kind == "row" and _has_sum(sentence.text))


def _place(question: Question, sentence: StoredSentence, matcher: Matcher) -> float:
    return 1.0 if _PLACE_LABEL.match(fold(sentence.text)) else 0.5 * bool(_PLACE.search(sentence.text))


def _contact(question: Question, sentence: StoredSentence, matcher: Matcher) -> float:
    form = _MAIL if _ASKS_MAIL.search(fold(question.text)) else _PHONE
    return float(bool(form.search(sentence.text)))


def _title(question: Question, sentence: StoredSentence, matcher: Matcher) -> float:
    return float(bool(_QUOTED.search(sentence.text)))


def _reason(question: Question, sentence: StoredSentence, matcher: Matcher) -> float:
    return float(bool(_BECAUSE.search(fold(sentence.text))))


def _several(question: Question, sentence: StoredSentence, matcher: Matcher) -> float:
    return 1.0 if sentence.kind in ("item", "row") or enumerates(sentence.text) else 0.0


def _counts(question: Question, sentence: StoredSentence, matcher: Matcher) -> float:
    """1 where a number stands beside what is counted, half for any other number; of a table, the row named or the total."""
    quantities = find_quantities(sentence.text)
    counted = [term for term in counted_terms(question) if term in matcher.same]
    if sentence.kind == "row" and quantities:
        columns = set(terms(" ".join(sentence.columns)))
        first = set(terms(sentence.text.split(" | ")[0]))
        named = any(matcher.worth(term, first) for term in question.terms)
        in_column = any(matcher.worth(term, columns) for term in counted)
        return 1.0 if in_column and (named or _TOTAL.match(fold(sentence.text))) else 0.3 + 0.2 * named
    if not quantities or not counted:
        return 0.5 * bool(quantities)
    for quantity in quantities:
        beside = set(terms(sentence.text[max(0, quantity.start - 40) : quantity.end + 40]))
        if any(matcher.worth(term, beside) for term in counted):
            return 1.0
    return 0.3


_JUDGES: dict[Wants, Callable[[Question, StoredSentence, Matcher], float]] = {
    "person": _person,
    "date": _date,
    "number": _counts,
    "money": _money,
    "place": _place,
    "contact": _contact,
    "title": _title,
    "reason": _reason,
    "list": _several,
}
"""How far a sentence holds the kind of thing asked for, by kind."""


def _has_sum(text: str) -> bool:
    """Whether a table row has a cell that is a number of three digits or more."""
    return any(is_numeric_cell(cell) and sum(c.isdigit() for c in cell) >= 3 for cell in text.split(" | "))


def searchable(sentence: StoredSentence) -> frozenset[str]:
    """The terms of a sentence; a row also answers to its column names."""
    return _terms_of(" ".join([*sentence.columns, sentence.text]))


@lru_cache(maxsize=50_000)
def _terms_of(text: str) -> frozenset[str]:
    return frozenset(terms(text))


def _turn(text: str) -> float:
    folded = fold(text)
    return float(bool(_NEW.search(folded))) - float(bool(_OLD.search(folded)))


def _meaning(cosine: float) -> float:
    return min(1.0, max(0.0, (cosine - _FARTHEST_COSINE) / (_NEAREST_COSINE - _FARTHEST_COSINE)))
