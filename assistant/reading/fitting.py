"""How far a sentence holds the kind of thing asked for."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.reading.enumerations import enumerates
from assistant.reading.matching import Matcher
from assistant.reading.people import asked_about, of_named
from assistant.understand import Question, Wants, counted_terms
from vectorstore import (
    StoredSentence,
    find_dates,
    find_people,
    find_quantities,
    fold,
    has_month,
    is_numeric_cell,
    terms,
)

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
_QUOTED = re.compile(r"[“«„\"][^“”«»\"]{4,160}[”»\"]")
_TOTAL = re.compile(r"\W*(?:total|totaux|ensemble|overall|المجموع|الاجمالي)\b")
_PLACE = re.compile(
    r"\b(?:in|at|en|à|au|aux|chez)\s+(?:the\s+|l['’]|la\s+|le\s+)?[A-ZÀ-Þ]|(?:في|ب)\s?\w{3,}|^(?:venue|place|lieu|location|المكان)",
    re.IGNORECASE,
)


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
