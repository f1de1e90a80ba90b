"""The few words of a sentence that are the answer itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.reading.cells import answering_cell
from assistant.reading.closest import closest
from assistant.reading.fitting import ASKS_DURATION, ASKS_HOUR, ASKS_OFTEN, HOUR, OFTEN, UNTIL, agents
from assistant.reading.matching import Matcher
from assistant.reading.people import asked_about, of_named
from assistant.reading.quantity import quantity
from assistant.reading.span import PLACE_LABELS, Span, label
from assistant.reading.untitled import untitled
from assistant.understand import Question
from vectorstore import (
    Person,
    StoredSentence,
    WrittenDate,
    find_dates,
    find_people,
    fold,
    terms,
)

_PLACE = re.compile(
    r"(?<!\w)(?:in|at|en|à|au|aux|dans|في|بـ?)\s+((?:the\s+|la\s+|le\s+|l['’])?(?:(?:hôtel|hotel|siège|salle|centre|bureau|institut|université|école|palais|headquarters|offices?)\s+(?:of\s+|d[eu]s?\s+)?)?(?:[A-ZÀ-Þ][\w'’-]*)(?:[\s-]+(?:of|de|du|des|la|[A-ZÀ-Þ][\w'’-]*))*(?:,\s+[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?){0,2})"
)
_ARABIC_PLACE = re.compile(
    r"(?:في|بمدينة|بمقر)\s+((?:مدينة|مقر|مركز|معهد|جامعة|فندق)?\s?[\u0621-\u0652]{3,}(?:\s[\u0621-\u0652]{3,})?)"
)
_WHOSE = re.compile(r"['’]s(?!\w)")
"""What says that something is somebody's: "at the Centre's building in Lima" is not "at the Centre"."""
_QUOTED = re.compile(r"[“«„\"]\s?([^“”«»\"]{4,160}?)\s?[”»\"]")
_TOGETHER = re.compile(r"\s*(?:[,،]?\s*(?:and|et|&)\s+|[,،]\s+|[,،]?\s*و)\s*")
"""What stands between people who are named together."""
_DURATION = re.compile(
    r"(?:(?:a |une )?(?:period|duration|durée) (?:of|de) )?(?:\w+[- ])?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|un|une)"
    r"[ -](?:calendar |working )?(?:years?|months?|weeks?|days?|hours?|ans?|années?|mois|semaines?|jours?|heures?)\b|(?:\d+|ثلاث|أربع|خمس|ست|سبع|ثماني|تسع|عشر)\s(?:سنوات|أشهر|أيام|أسابيع)|(?:سنة|شهر|عام)(?:ين|ان) ?",
    re.IGNORECASE,
)
_NOT_THEN = re.compile(
    r"(?:\b(?:will|can|could|shall|would) ?not (?:now )?(?:be held|take place|go ahead)|\bwon't (?:be held|take place)|\bn'(?:aura|auront|a) pas (?:eu )?lieu|\bne (?:se tiendra|se tiendront|sera|pourra) pas(?: (?:organisee?s?|se tenir))?|(?<!\w)لن (?:ت|ي)(?:عقد|نعقد|قام|نظم))(?: \w+){0,3}[ ,]*(?:(?:on|from|between|the|les?|du|au|entre|يوم|يومي|في|من|بين)[ ,]*){0,2}$"
)
"""What says of the day behind it that something is not then."""
_REACH = 25
"""Characters between what says that something ends and the day."""


def answer_span(question: Question, sentence: StoredSentence, matcher: Matcher) -> Span | None:
    """The span of a sentence that answers, or None where only the whole sentence does.

    Args:
        question: What is asked.
        sentence: Where the answer stands.
        matcher: Knows the names asked about.
    """
    text = sentence.text
    if sentence.kind == "row" and sentence.columns:
        cell = answering_cell(question, sentence, matcher)
        if cell is not None:
            return cell
    match question.wants:
        case "person":
            return _person(question, text, matcher)
        case "date":
            return _date(question, text, matcher)
        case "number" | "money":
            return quantity(question, text, matcher)
        case "place":
            return _place(text, question, matcher)
        case "title":
            quoted = closest(list(_QUOTED.finditer(text)), text, question, matcher, lambda m: m.span(1))
            return Span(*quoted.span(1)) if quoted else None
        case _:
            return None


def _person(question: Question, text: str, matcher: Matcher) -> Span | None:
    """Somebody with their role, nearest to what is asked; without people, whoever did it or is named with their trade."""
    people = [p for p in find_people(text) if not asked_about(p.name(text), question)]
    person = closest(
        of_named(people, text, matcher.named) or people, text, question, matcher, lambda p: (p.start, p.role_end)
    )
    if person:
        return _with_others(person, people, text)
    done = agents(question, text, matcher)
    if done:
        return Span(*done[0])
    sure = [(start, end) for start, end, says_so in untitled(text) if says_so]
    named = [place for place in sure if not asked_about(text[slice(*place)], question)]
    somebody = closest(named, text, question, matcher, lambda place: place)
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
    dates = [d for d in find_dates(text) if (d.year, d.month, d.day) not in asked and not _is_no_day(text, d)]
    if UNTIL.search(fold(question.text)):
        dates = [d for d in dates if _is_last(text, d)] or dates
    precise = [d for d in dates if d.precision == max(other.precision for other in dates)]
    best: WrittenDate | None = closest(
        precise, text, question, matcher, lambda d: (d.start, d.end), after_cue=_latest_cue(text)
    )
    return Span(best.start, best.end) if best and (best.precision > 1 or len(dates) == 1) else None


def _is_no_day(text: str, date: WrittenDate) -> bool:
    """Whether a text says right before a day that something will not be then: "will not take place on 12 May"."""
    return _NOT_THEN.search(fold(text[: date.start])) is not None


def _is_last(text: str, date: WrittenDate) -> bool:
    """Whether a text says right before a day that something runs until it, or ends on it."""
    cues = list(UNTIL.finditer(fold(text[: date.start])))
    return bool(cues) and date.start - cues[-1].end() <= _REACH


def _latest_cue(text: str) -> int:
    """Where the text turns from what was planned to what holds: a date after it is the one that counts."""
    cues = re.finditer(
        r"\b(?:now|moved to|postponed to|until|instead|remains in force until|extended to|not on|held on|took place|s'est déroulé|reporté au|prolongé jusqu|désormais|jusqu)|إلى|حتى|أصبح",
        text,
        re.IGNORECASE,
    )
    return max((cue.start() for cue in cues), default=-1)


def _place(text: str, question: Question, matcher: Matcher) -> Span | None:
    if (name := label(text)) and PLACE_LABELS.match(name):
        return Span(text.index(":") + 2, len(text))
    asked = set(question.terms).union(*(matcher.alike.get(term, ()) for term in question.terms))
    found = [place for place in places(text) if not set(terms(text[place.start : place.end])) <= asked]
    return closest(found, text, question, matcher, lambda place: (place.start, place.end))


def places(text: str) -> list[Span]:
    """Where a text says where something is, in its order for each script."""
    quoted = [m.span() for m in _QUOTED.finditer(text)]
    months = {d.start for d in find_dates(text)}
    return [
        Span(*m.span(1))
        for m in (*_PLACE.finditer(text), *_ARABIC_PLACE.finditer(text))
        if m.start(1) not in months
        and not find_dates(m.group(1))
        and not any(start < m.start(1) < end for start, end in quoted)
        and not _WHOSE.match(text, m.end(1) - 2)
    ]
