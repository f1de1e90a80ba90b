"""Of what kind the things are that a question lists, where that can be seen in a text that tells of them: countries, people, shares."""

from __future__ import annotations

import re
from typing import Literal

from assistant.reading.countries_told import asks_countries
from assistant.understand import Question, country_runs, head_of_noun, listed_terms, spellings
from vectorstore import find_people, find_quantities, fold, tells_share

Kind = Literal["country", "person", "share", "money"]

_PEOPLE = re.compile(
    r"\b(?:focal points?|points? focaux|point focal|points? de contact|contact points?|names? of (?:every(?:one|body)|all (?:the )?people|(?:the |all )?(?:staff|trainers|participants|colleagues))|every(?:one|body) who)\b"
    r"|(?<!\w)(?:نقاط|ضباط|نقطه|ضابط) (?:ال)?(?:اتصال|ارتباط)|اسماء (?:ال)?(?:موظف|مدرب|مشارك|خبراء|زملاء|اشخاص)"
)
_SHARES = re.compile(r"\b(?:percentages?|pourcentages?|per ?cents?|pour cents?)\b|%|(?<!\w)(?:ال)?نسب(?!\w)|بالمي?ه")
_AMOUNTS = re.compile(r"\b(?:amounts|sums|montants|sommes)\b|(?<!\w)(?:ال)?مبالغ(?!\w)")
_TWO_NAMES = re.compile(
    r"[A-ZÀ-Þ][\w'’-]+\s+(?:(?:de|da|van|von|al|el|bin|ben|ould|mint)\s+)?[A-ZÀ-Þ][\w'’-]+|\b[A-Z]\.\s?[A-ZÀ-Þ]"
)
_ADDRESSED = re.compile(r"(?<!\w)[وبل]?(?:ال)?(?:سيد|سيده|دكتور|دكتوره|مهندس|مهندسه|استاذ|استاذه|انسه)(?!\w)")
"""Forms of address, with which Arabic names somebody."""


def asked_kind(question: Question) -> Kind | None:
    """The kind of the things a question lists; None where no text shows it."""
    folded = fold(question.text)
    if asks_countries(question):
        return "country"
    if _SHARES.search(folded):
        return "share"
    if _AMOUNTS.search(folded):
        return "money"
    spelled = spellings(question)
    listed = [spelled.get(term, term) for term in listed_terms(question)]
    if _PEOPLE.search(folded) or (listed and all(head_of_noun(noun) == "person" for noun in listed)):
        return "person"
    return None


def holds(kind: Kind, text: str) -> bool:
    """Whether a text may tell of a thing of a kind."""
    if kind == "country":
        return next(country_runs(text), None) is not None
    if kind == "share":
        return tells_share(text)
    if kind == "money":
        return any(quantity.money for quantity in find_quantities(text))
    return bool(find_people(text) or _TWO_NAMES.search(text) or _ADDRESSED.search(fold(text)))
