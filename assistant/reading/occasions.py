"""What a document as a whole says of the meeting, mission or agreement that a question names: by title, file, place, day and first words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.reading.dated import dated, of_document
from assistant.reading.matching import Matcher
from assistant.understand import Question
from vectorstore import DocumentInfo, WrittenDate, find_dates, terms

_YEAR = re.compile(r"(?:19|20)\d\d")
_PATH = re.compile(r"[/._-]")


@dataclass(frozen=True, slots=True)
class Occasion:
    """What of a question a document tells of all that stands in it."""

    told: frozenset[str]
    """Terms of the question."""
    untold: frozenset[str]
    """Those of its names and days that the document as a whole does not tell."""
    named: bool
    """Whether the question names anything, or a day or month; a year alone is no name."""
    day: frozenset[str] = frozenset()
    """The terms of the day that both are of, which says nothing of a single row or item."""
    other: frozenset[str] = frozenset()
    """Of those untold, the terms of a day or month that the document is not of."""

    @property
    def meant(self) -> bool:
        """Whether the document is of all that the question names, and of its day."""
        return self.named and not self.untold


def occasion(question: Question, document: DocumentInfo, opening: str, matcher: Matcher) -> Occasion:
    """What a document says of what a question names.

    Args:
        question: As understood.
        document: What is known of it.
        opening: Its first words, before any table or list.
        matcher: Compares the question's terms with text.
    """
    said = _said(document.title, document.path, document.venue or "", opening, document.date or "")
    days = _days(document.date or "", document.title, document.date_text or "", opening, document.path)
    own = [term for term in question.terms if term in matcher.same]
    told = {term for term in own if matcher.worth(term, said)}
    naming = {term for term in own if term in matcher.named}
    day, other = set[str](), set[str]()
    for date in find_dates(question.standalone):
        of_date = set(terms(question.standalone[date.start : date.end])) & set(own)
        naming |= of_date
        if _met(date, days):
            told |= of_date
            day |= of_date if date.day else set()
        elif date.month:
            told -= of_date
            other |= of_date
    return Occasion(
        frozenset(told),
        frozenset(naming - told),
        any(not _YEAR.fullmatch(term) for term in naming),
        frozenset(day),
        frozenset(other),
    )


def _met(asked: WrittenDate, days: tuple[WrittenDate, ...]) -> bool:
    """Whether a document is of a day, month or year; of one without a year where it is of the same day of any."""
    if asked.year:
        return dated([asked], [(days, 1.0)]) >= 1.0
    return any(day.month == asked.month and asked.day in (None, day.day) for day in days)


@lru_cache(maxsize=2_000)
def _said(title: str, path: str, venue: str, opening: str, date: str) -> frozenset[str]:
    title = "" if " | " in title else title  # a title that is the line of the column names
    return frozenset(terms(" ; ".join([title, _PATH.sub(" ", path), venue, opening]))) | {date[:4]}


@lru_cache(maxsize=2_000)
def _days(*texts: str) -> tuple[WrittenDate, ...]:
    *said, path = texts
    return of_document(None, *said, _PATH.sub(" ", path))
