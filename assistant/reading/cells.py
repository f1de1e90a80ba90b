"""The cell of a table row that answers, by its column."""

from __future__ import annotations

import re

from assistant.reading.fitting import ASKS_HOUR, HOUR
from assistant.reading.matching import Matcher
from assistant.reading.sexes import asked_sex, counted_sex
from assistant.reading.span import DATE_LABELS, PLACE_LABELS, Span
from assistant.understand import Question
from vectorstore import StoredSentence, find_dates, find_people, fold, terms


def answering_cell(question: Question, sentence: StoredSentence, matcher: Matcher) -> Span | None:
    """The cell whose column the question names, in a row that is about what it asks."""
    cells = sentence.text.split(" | ")
    asked = set(question.terms)
    scored: list[tuple[float, int]] = []
    for number, cell in enumerate(cells):
        column = sentence.columns[number] if number < len(sentence.columns) else ""
        words = set(terms(column))
        named = sum(matcher.worth(term, words) for term in asked)
        suits = _suits(question, cell, column)
        named += _in_time(question, column) + _of_sex(question, column)
        if (number > 0 or suits >= 1) and set(terms(cell)) - asked:
            scored.append((named + suits, -number))
    if not scored or max(scored)[0] <= 0:
        return None
    number = -max(scored)[1]
    start = sum(len(cell) + 3 for cell in cells[:number])
    return Span(start, start + len(cells[number]))


_PLANNED_COLUMN = re.compile(
    r"\b(?:planned|initial\w*|original\w*|provisional|preliminary|estimate\w*|proposed|old|before|previous\w*|former|foreseen|expected|target\w*|goals?|forecast\w*|budget\w*|objectifs?|cibles?|attendu\w*|vises?|prevu\w*|provisoire\w*|avant|ancien\w*|estim\w*)\b|المقرر|المخطط|المستهدف|الهدف|الاصلي|الاولي|قبل|القديم|المتوقع|السابق"
)
_ASKS_PLANNED = re.compile(
    r"\b(?:expect(?:ed|ing)?|target(?:ed|s)?|planned|plan(?:s|ning)? (?:for|to)|aim(?:ed|s|ing)?|hop(?:ed|ing) for|forecast|foreseen|goals?|attendu\w*|prevu\w*|objectifs?|cibles?|vise[es]*|visait|escompte\w*)\b|متوقع|مستهدف|مقرر|مخطط|الهدف"
)
"""Asks for what was to be, not for what became of it."""
_FINAL_COLUMN = re.compile(
    r"\b(?:held|actual\w*|final\w*|revised|new|corrected|updated|after|real\w*|effective|realise\w*|tenue?s?|effecti\w*|definiti\w*|nouve\w*|revise\w*|corrige\w*|apres)\b|الفعلي|النهايي|المنفذ|الجديد|المعدل|بعد|المصحح"
)
_OF_THE_TIME = 0.6
"""What the column that says what holds, or what was planned, is ahead of the other where the question asks for it."""


def _in_time(question: Question, column: str) -> float:
    """More for the column of what holds, less for that of what was planned; the other way about for what was so before."""
    folded = fold(column)
    holds = bool(_FINAL_COLUMN.search(folded)) - bool(_PLANNED_COLUMN.search(folded))
    before = question.aspect == "former" or _ASKS_PLANNED.search(fold(question.text))
    return (-_OF_THE_TIME if before else _OF_THE_TIME) * holds


def _of_sex(question: Question, column: str) -> float:
    """More for a column of the women or men that are counted, less for one of the others."""
    sex, said = counted_sex(question.text), asked_sex(fold(column))
    return 0.0 if sex is None or said is None else 1.0 if said == sex else -1.0


def _suits(question: Question, cell: str, column: str) -> float:
    match question.wants:
        case "person":
            return 1.0 if find_people(cell) else 0.0
        case "date" if ASKS_HOUR.search(fold(question.text)):
            return 2.0 if HOUR.search(cell) else 0.0
        case "date":
            return 1.0 if find_dates(cell) or DATE_LABELS.match(fold(column)) else 0.0
        case "money" | "number":
            return 0.5 if any(c.isdigit() for c in cell) and not any(d.precision > 1 for d in find_dates(cell)) else 0.0
        case "place":
            return 1.0 if PLACE_LABELS.match(fold(column)) else 0.0
        case _:
            return 0.0
