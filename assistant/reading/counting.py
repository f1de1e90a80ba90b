"""Numbers that count something, told from those that only number a page, an article or a day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.reading.evidence import Evidence
from vectorstore import Quantity, find_quantities, fold

_NUMBERS = re.compile(
    r"(?:\b(?:pages?|pp?\.|articles?|art\.|clauses?|sections?|annex(?:e|es)?|paragraph(?:e|s)?|lines?|lignes?|rows?|items?|points?|tables?|tableaux?|no\.|n°"
    r"|days?|jours?|journees?|phases?|modules?|sessions?|seances?|steps?|etapes?|versions?|rooms?|salles?|levels?|niveaux?|lots?|groups?|groupes?|figures?|grades?|windows?|volets?|axes?|axe)"
    r"|صفحه|الصفحه|الماده|البند|الجدول|الفقره|اليوم|المرحله|الوحده|الجلسه|القاعه|المجموعه|الشكل|المحور)\s*$"
)
"""What stands before a number that counts nothing."""
_CLAUSE = re.compile(r"^\W*\d{1,2}(?:\.\d{1,2})+\.?\s+(?=[A-ZÀ-Þ]|(?!مليون|مليار|بالم|في الم)[\u0621-\u064a])")
"""The number of a paragraph before its first word: "2.2 It was agreed"."""
_CLEARLY = 2.5
"""Logarithm of odds above which a sentence surely answers."""
_TELLS_NUMBER, _OF_NAMED, _OF_TIME = 1.0, 0.8, 0.6
"""A `fit` that a number stands by what is counted, and how far its sentence must be of what is named and of the time."""


def tells_number(evidence: Sequence[Evidence], *, clearly: bool = False) -> bool:
    """Whether the best sentence has a number beside what is counted, and is of what is named; a row of a table may have any.

    Args:
        evidence: Best first.
        clearly: Whether reading it together with the question must say that it answers, too.
    """
    best = evidence[0] if evidence else None
    if best is None or best.sentence.kind == "row" or (clearly and (best.answers or 0.0) < _CLEARLY):
        return False
    return best.fit >= _TELLS_NUMBER and best.named >= _OF_NAMED and best.dated >= _OF_TIME


def counting(text: str) -> list[Quantity]:
    """The quantities of a text, but for numbers that only say which page, article or day; all of these where no other is."""
    found = _beyond_clause(text)
    return _counting(text, found) or found


def says_number(text: str) -> bool:
    """Whether a text gives a number that counts something."""
    return bool(_counting(text, _beyond_clause(text)))


def _beyond_clause(text: str) -> list[Quantity]:
    clause = _CLAUSE.match(text)
    return [q for q in find_quantities(text) if not (clause and q.start < clause.end())]


def _counting(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    return [q for q in found if not _NUMBERS.search(fold(text[: q.start]))]
