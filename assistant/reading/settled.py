"""The evidence whose value holds, and the one it stands against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.changing import says
from assistant.reading.contrast import same_value
from assistant.reading.evidence import Evidence
from assistant.reading.left_behind import left_behind
from assistant.reading.matching import Matcher
from assistant.reading.span import Span
from assistant.reading.spans import answer_span
from assistant.understand import Question
from vectorstore import StoredSentence, find_people, terms


@dataclass(frozen=True, slots=True)
class Settled:
    """The evidence whose value holds, and the one it stands against, if any."""

    best: Evidence
    span: Span | None
    against: Evidence | None = None

    @property
    def value(self) -> str:
        """What is answered, as it stands in the sentence; the whole sentence where no few words of it answer."""
        text = self.best.sentence.text
        return text[self.span.start : self.span.end] if self.span else text


@dataclass(frozen=True, slots=True)
class Afterwards:
    """What later documents say of what the best sentence says."""

    found: tuple[Evidence, ...] = ()
    """Sought by the best sentence and not by the question, nearest first."""
    amending: Evidence | None = None
    """What a document says of it that is an amendment or an erratum to the best sentence's own."""


def answer_now(question: Question, sentence: StoredSentence, matcher: Matcher) -> Span | None:
    """The answering words of a sentence, and where it says that one value became another, the value that holds now."""
    span = answer_span(question, sentence, matcher)
    asked = question.aspect != "former" and says(sentence.text, "moves")
    old = left_behind(question, sentence) if span and asked else None
    if span is None or old is None or not (old.start < span.end and span.start < old.end):
        return span
    text = sentence.text[: old.start] + " " * (old.end - old.start) + sentence.text[old.end :]
    return answer_span(question, replace(sentence, text=text), matcher) or span


def another_value(question: Question, e: Evidence, value: str, matcher: Matcher) -> Span | None:
    """The answering words of a sentence where they are another value than one known; None where they are the same or there are none."""
    span = answer_now(question, e.sentence, matcher)
    said = e.sentence.text[span.start : span.end] if span else ""
    same = _one_person(said, value) if question.wants == "person" else same_value(said, value)
    return None if same else span


def _one_person(one: str, other: str) -> bool:
    """Whether two texts name somebody by one name."""
    return bool({name for p in find_people(one) for name in terms(p.name(one))} & set(terms(other)))


def other_values(
    question: Question, first: Settled, others: Sequence[Evidence], matcher: Matcher
) -> list[tuple[Evidence, Span]]:
    """The sentences that answer with another value than the first one, with their answering words."""
    found = [(e, another_value(question, e, first.value, matcher)) for e in others]
    return [(e, span) for e, span in found if span is not None]
