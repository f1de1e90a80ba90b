"""The few words of a sentence that are the answer itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from assistant.reading.counting import counting
from assistant.reading.fitting import ASKS_DURATION, ASKS_HOUR, ASKS_OFTEN, HOUR, OFTEN, agents
from assistant.reading.matching import Matcher
from assistant.reading.people import asked_about, of_named
from assistant.reading.persons import PERSONS
from assistant.reading.untitled import untitled
from assistant.understand import Question, counted_terms
from vectorstore import (
    Person,
    Quantity,
    StoredSentence,
    WrittenDate,
    find_dates,
    find_people,
    fold,
    terms,
)

T = TypeVar("T")
_WORD = re.compile(r"\w[\w'’.-]*")
_LABEL = re.compile(r"^([^:|.;]{2,45}?)\s*:\s+(?=\S)")
_PLACE = re.compile(
    r"(?<!\w)(?:in|at|en|à|au|aux|dans|في|بـ?)\s+((?:the\s+|la\s+|le\s+|l['’])?(?:(?:hôtel|hotel|siège|salle|centre|bureau|institut|université|école|palais|headquarters|offices?)\s+(?:of\s+|d[eu]s?\s+)?)?(?:[A-ZÀ-Þ][\w'’-]*)(?:[\s-]+(?:of|de|du|des|la|[A-ZÀ-Þ][\w'’-]*))*(?:,\s+[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?){0,2})"
)
_ARABIC_PLACE = re.compile(
    r"(?:في|بمدينة|بمقر)\s+((?:مدينة|مقر|مركز|معهد|جامعة|فندق)?\s?[\u0621-\u064a]{3,}(?:\s[\u0621-\u064a]{3,})?)"
)
_PLACE_LABELS = re.compile(
    r"^(?:city|town|ville|المدينه|venue|place|location|where|lieu|endroit|المكان|مكان الانعقاد|مكان الاجتماع|الموقع)$"
)
_DATE_LABELS = re.compile(r"^(?:dates?|when|deadline|echeance|date limite|التاريخ|تاريخ الانعقاد|الموعد|بتاريخ)\b")
_QUOTED = re.compile(r"[“«„\"]\s?([^“”«»\"]{4,160}?)\s?[”»\"]")
_TOGETHER = re.compile(r"\s*(?:[,،]?\s*(?:and|et|&)\s+|[,،]\s+|[,،]?\s*و)\s*")
"""What stands between people who are named together."""
_STOPS = re.compile(r"[,;:.،؛()|]")
_DURATION = re.compile(
    r"(?:(?:a |une )?(?:period|duration|durée) (?:of|de) )?(?:\w+[- ])?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|un|une)"
    r"[ -](?:calendar |working )?(?:years?|months?|weeks?|days?|hours?|ans?|années?|mois|semaines?|jours?|heures?)\b|(?:\d+|ثلاث|أربع|خمس|ست|سبع|ثماني|تسع|عشر)\s(?:سنوات|أشهر|أيام|أسابيع)|(?:سنة|شهر|عام)(?:ين|ان) ?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` of a sentence."""

    start: int
    end: int


def answer_span(question: Question, sentence: StoredSentence, matcher: Matcher) -> Span | None:
    """The span of a sentence that answers, or None where only the whole sentence does.

    Args:
        question: What is asked.
        sentence: Where the answer stands.
        matcher: Knows the names asked about.
    """
    text = sentence.text
    if sentence.kind == "row" and sentence.columns:
        cell = _cell(question, sentence, matcher)
        if cell is not None:
            return cell
    match question.wants:
        case "person":
            return _person(question, text, matcher)
        case "date":
            return _date(question, text, matcher)
        case "number" | "money":
            return _quantity(question, text, matcher)
        case "place":
            return _place(text, question, matcher)
        case "title":
            quoted = _closest(list(_QUOTED.finditer(text)), text, question, matcher, lambda m: m.span(1))
            return Span(*quoted.span(1)) if quoted else None
        case _:
            return None


def _person(question: Question, text: str, matcher: Matcher) -> Span | None:
    """Somebody with their role, nearest to what is asked; without people, whoever did it or is named with their trade."""
    people = [p for p in find_people(text) if not asked_about(p.name(text), question)]
    person = _closest(
        of_named(people, text, matcher.named) or people, text, question, matcher, lambda p: (p.start, p.role_end)
    )
    if person:
        return _with_others(person, people, text)
    done = agents(question, text, matcher)
    if done:
        return Span(*done[0])
    sure = [(start, end) for start, end, says_so in untitled(text) if says_so]
    named = [place for place in sure if not asked_about(text[slice(*place)], question)]
    somebody = _closest(named, text, question, matcher, lambda place: place)
    return Span(*somebody) if somebody else None


def _with_others(person: Person, people: Sequence[Person], text: str) -> Span:
    """Somebody with those named in one breath: "Ms A and Mr B"."""
    first = last = person
    for other in sorted(people, key=lambda p: p.start):
        if other.start > last.start and _TOGETHER.fullmatch(text[last.start + len(last.described(text)) : other.start]):
            last = other
    for other in sorted(people, key=lambda p: -p.start):
        if other.start < first.start and _TOGETHER.fullmatch(
            text[other.start + len(other.described(text)) : first.start]
        ):
            first = other
    return Span(first.start, last.start + len(last.described(text)))


def label(text: str) -> str | None:
    """The folded label of a `Label: value` line."""
    match = _LABEL.match(text)
    return fold(match.group(1)).strip() if match else None


def _cell(question: Question, sentence: StoredSentence, matcher: Matcher) -> Span | None:
    """The cell whose column the question names, in a row that is about what it asks."""
    cells = sentence.text.split(" | ")
    asked = set(question.terms)
    scored: list[tuple[float, int]] = []
    for number, cell in enumerate(cells):
        column = sentence.columns[number] if number < len(sentence.columns) else ""
        words = set(terms(column))
        named = sum(matcher.worth(term, words) for term in asked)
        suits = _suits(question, cell, column)
        named += _in_time(question, column)
        if (number > 0 or suits >= 1) and set(terms(cell)) - asked:
            scored.append((named + suits, -number))
    if not scored or max(scored)[0] <= 0:
        return None
    number = -max(scored)[1]
    start = sum(len(cell) + 3 for cell in cells[:number])
    return Span(start, start + len(cells[number]))


_PLANNED_COLUMN = re.compile(
    r"\b(?:planned|initial\w*|original\w*|provisional|preliminary|estimate\w*|proposed|old|before|previous\w*|former|foreseen|budget\w*|prevu\w*|provisoire\w*|avant|ancien\w*|estim\w*)\b|المقرر|المخطط|الاصلي|الاولي|قبل|القديم|المتوقع|السابق"
)
_FINAL_COLUMN = re.compile(
    r"\b(?:held|actual\w*|final\w*|revised|new|corrected|updated|after|real\w*|effective|realise\w*|tenue?s?|effecti\w*|definiti\w*|nouve\w*|revise\w*|corrige\w*|apres)\b|الفعلي|النهايي|المنفذ|الجديد|المعدل|بعد|المصحح"
)
_OF_THE_TIME = 0.6
"""What the column that says what holds, or what was planned, is ahead of the other where the question asks for it."""


def _in_time(question: Question, column: str) -> float:
    """More for the column of what holds, less for that of what was planned; the other way about for what was so before."""
    folded = fold(column)
    holds = bool(_FINAL_COLUMN.search(folded)) - bool(_PLANNED_COLUMN.search(folded))
    return (-_OF_THE_TIME if question.aspect == "former" else _OF_THE_TIME) * holds


def _suits(question: Question, cell: str, column: str) -> float:
    match question.wants:
        case "person":
            return 1.0 if find_people(cell) else 0.0
        case "date" if ASKS_HOUR.search(fold(question.text)):
            return 2.0 if HOUR.search(cell) else 0.0
        case "date":
            return 1.0 if find_dates(cell) or _DATE_LABELS.match(fold(column)) else 0.0
        case "money" | "number":
            return 0.5 if any(c.isdigit() for c in cell) and not any(d.precision > 1 for d in find_dates(cell)) else 0.0
        case "place":
            return 1.0 if _PLACE_LABELS.match(fold(column)) else 0.0
        case _:
            return 0.0


def _date(question: Question, text: str, matcher: Matcher) -> Span | None:
    if ASKS_HOUR.search(fold(question.text)):
        hour = HOUR.search(text)
        return Span(*hour.span()) if hour else None
    if ASKS_OFTEN.search(fold(question.text)):
        often = OFTEN.search(text)
        return Span(*often.span()) if often else None
    if ASKS_DURATION.search(fold(question.text)):
        duration = _DURATION.search(text)
        if duration:
            return Span(*duration.span())
    asked = {(d.year, d.month, d.day) for d in question.dates}
    dates = [d for d in find_dates(text) if (d.year, d.month, d.day) not in asked]
    precise = [d for d in dates if d.precision == max(other.precision for other in dates)]
    best: WrittenDate | None = _closest(
        precise, text, question, matcher, lambda d: (d.start, d.end), after_cue=_latest_cue(text)
    )
    return Span(best.start, best.end) if best and (best.precision > 1 or len(dates) == 1) else None


def _latest_cue(text: str) -> int:
    """Where the text turns from what was planned to what holds: a date after it is the one that counts."""
    cues = re.finditer(
        r"\b(?:now|moved to|postponed to|until|instead|remains in force until|extended to|not on|held on|took place|s'est déroulé|reporté au|prolongé jusqu|désormais|jusqu)|إلى|حتى|أصبح",
        text,
        re.IGNORECASE,
    )
    return max((cue.start() for cue in cues), default=-1)


def _quantity(question: Question, text: str, matcher: Matcher) -> Span | None:
    quantities = counting(text)
    if question.wants == "money":
        quantities = [q for q in quantities if q.money] or [q for q in quantities if not q.worded]
    asked = set(terms(question.text))
    quantities = [q for q in quantities if not set(terms(text[q.start : q.end])) & asked] or quantities
    best: Quantity | None = _closest(
        quantities, text, question, matcher, lambda q: (q.start, q.end), focus=_counted(question, matcher)
    )
    if best is None:
        return None
    about = _ABOUT.search(text[: best.start])
    return Span(about.start() if about else best.start, best.end if best.money else _with_noun(text, best.end))


def _counted(question: Question, matcher: Matcher) -> frozenset[str]:
    """The stems of what is counted, in every language; people are whoever has a name for them, such as trainees."""
    counted = counted_terms(question)
    people = PERSONS if counted & PERSONS else frozenset()
    return counted.union(people, *(matcher.alike.get(term, ()) for term in counted))


def _with_noun(text: str, end: int) -> int:
    """Take in the words after a number that say what it counts: up to three, and to a stop at most."""
    stop = _STOPS.search(text, end)
    words = [m for m in _WORD.finditer(text, end, stop.start() if stop else len(text))][:3]
    taken = end
    for word in words:
        if fold(word.group()) in _LINKS:
            break
        taken = word.end()
    return taken


_ABOUT = re.compile(
    r"(?:\b(?:more than|less than|over|about|around|nearly|almost|some|at least|at most|up to|approximately|plus de|moins de|environ|près de|au moins|jusqu'à)|أكثر من|أقل من|نحو|حوالي|قرابة|ما يزيد على)\s+$",
    re.IGNORECASE,
)
_LINKS = frozenset(
    [
        "as",
        "and",
        "or",
        "from",
        "in",
        "on",
        "at",
        "to",
        "for",
        "with",
        "who",
        "that",
        "which",
        "of",
        "by",
        "was",
        "were",
        "is",
        "are",
        "will",
        "et",
        "ou",
        "dans",
        "sur",
        "pour",
        "avec",
        "qui",
        "que",
        "dont",
        "ont",
        "a",
        "de",
        "du",
        "des",
        "est",
        "من",
        "في",
        "على",
        "إلى",
        "الى",
        "مع",
        "و",
        "and,",
        "took",
        "came",
        "had",
        "have",
        "has",
    ]
)


def _place(text: str, question: Question, matcher: Matcher) -> Span | None:
    if (name := label(text)) and _PLACE_LABELS.match(name):
        return Span(text.index(":") + 2, len(text))
    found = [*(_PLACE.finditer(text)), *(_ARABIC_PLACE.finditer(text))]
    quoted = [m.span() for m in _QUOTED.finditer(text)]
    found = [m for m in found if not any(a < m.start(1) < b for a, b in quoted)]
    months = {d.start for d in find_dates(text)}
    places = [
        m
        for m in found
        if m.start(1) not in months and not find_dates(m.group(1)) and not set(terms(m.group(1))) <= set(question.terms)
    ]
    best = _closest(places, text, question, matcher, lambda m: m.span(1))
    return Span(*best.span(1)) if best else None


def _closest(
    spans: Sequence[T],
    text: str,
    question: Question,
    matcher: Matcher,
    at: Callable[[T], tuple[int, int]],
    *,
    focus: frozenset[str] = frozenset(),
    after_cue: int = -1,
) -> T | None:
    """The span with the question's words nearest around it, said so or in other words; those in `focus` count threefold."""
    places = [
        (m.start(), worth)
        for m in _WORD.finditer(text)
        if (found := frozenset(terms(m.group())))
        and (
            worth := 3.0 if found & focus else max((matcher.worth(term, found) for term in question.terms), default=0.0)
        )
    ]

    def nearness(span: T) -> float:
        start, end = at(span)
        around = sum(worth / (1 + _gap(text, start, end, place) / 12) for place, worth in places)
        return around + (1.0 if 0 <= after_cue < start else 0.0)

    return max(spans, key=lambda span: (nearness(span), -at(span)[0]), default=None)


def _gap(text: str, start: int, end: int, place: int) -> int:
    """Characters between a word and a span; a stop between them counts as thirty more."""
    if start <= place < end:
        return 0
    between = text[end:place] if place >= end else text[place:start]
    return len(between) + 30 * len(re.findall(r"[;.؛]\s", between))
