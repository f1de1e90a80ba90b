"""What the documents do say where they do not say what is asked: of another year, or of somebody or something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.reading.dated import asked_dates
from assistant.reading.evidence import Evidence
from assistant.reading.matching import Matcher, searchable
from assistant.understand import Question
from vectorstore import find_dates, fold, terms

_LOOKED_AT = 8
_TOLD = 0.55
"""Share of what is asked, names and dates aside, that a sentence must speak of to be about the same matter."""
_HOLDS = 0.6
_OTHER_TIME = 0.5
_HAS_NAME = 0.8


@dataclass(frozen=True, slots=True)
class NearMiss:
    """The best sentence about the same matter, and in what it differs from what is asked."""

    differs: Literal["time", "name"]
    asked: str
    """The year or the name of the question that the sentence has not."""
    instead: str
    """The year it speaks of; empty for a name."""
    evidence: Evidence


def near_miss(question: Question, evidence: Sequence[Evidence], matcher: Matcher) -> NearMiss | None:
    """The nearest thing the documents say; None where nothing is near enough to be a help."""
    near = [e for e in evidence[:_LOOKED_AT] if e.told >= _TOLD and e.fit >= _HOLDS and e.sentence.kind != "heading"]
    years = sorted({date.year for date in asked_dates(question.dates) if date.year})
    for e in near:
        if len(years) == 1 and e.dated < _OTHER_TIME and e.named >= _HAS_NAME:
            instead = _year_of(e)
            if instead and instead != years[0]:
                return NearMiss("time", str(years[0]), str(instead), e)
    for e in near:
        missing = [name for name in question.names if not _has(name, e, matcher)]
        if len(missing) == 1 and e.dated >= _OTHER_TIME and len(_telling(question, matcher)) > 1:
            return NearMiss("name", missing[0], "", e)
    return None


def _year_of(e: Evidence) -> int | None:
    """The one year a sentence speaks of: its own, or else its document's."""
    own = {date.year for date in find_dates(e.sentence.text) if date.year}
    if own:
        return own.pop() if len(own) == 1 else None
    return int(e.passage.source.date[:4]) if e.passage.source.date else None


def _has(name: str, e: Evidence, matcher: Matcher) -> bool:
    said = searchable(e.sentence) | frozenset(terms(" ".join([e.passage.source.title, *e.passage.headings])))
    around = frozenset(terms(e.passage.text))
    return any(matcher.worth(term, said | around) for term in terms(name) if term in matcher.same)


def _telling(question: Question, matcher: Matcher) -> list[str]:
    return [t for t in question.own_terms if t not in matcher.named and not fold(t).isdecimal()]
