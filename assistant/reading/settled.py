"""The evidence whose value holds, and the one it stands against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.changing import says
from assistant.reading.contrast import same_value
from assistant.reading.evidence import Evidence
from assistant.reading.left_behind import left_behind
from assistant.reading.matching import Matcher
from assistant.reading.over import changed_from, is_over, moved_to
from assistant.reading.span import Span
from assistant.reading.spans import answer_span
from assistant.understand import Question
from vectorstore import Person, StoredSentence, find_people, terms

_VALUES = 4
"""Values of one sentence that may be over."""


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
    if question.aspect == "former" or says(question.standalone, "of before"):
        return span
    held, left = span, sentence.text
    for _ in range(_VALUES):
        over = _over(question, sentence, held) if held is not None else None
        if over is None:
            break
        left = left[: over.start] + " " * (over.end - over.start) + left[over.end :]
        held = answer_span(question, replace(sentence, text=left), matcher)
    held = held or span
    return (moved_to(sentence.text, held) or held) if held is not None and question.wants == "date" else held


def _over(question: Question, sentence: StoredSentence, span: Span) -> Span | None:
    """The value among the answering words of a sentence that it says is over; None where they hold."""
    if is_over(sentence.text, span) or changed_from(sentence.text, span):
        return span
    if question.wants == "person" and _is_one_over(sentence.text, span):
        return span
    old = left_behind(question, sentence) if says(sentence.text, "moves") else None
    return old if old is not None and old.start < span.end and span.start < old.end else None


def _is_one_over(text: str, span: Span) -> bool:
    """Whether a text names somebody again of whom it says that another took their place."""
    said = {
        name
        for person in find_people(text[span.start : span.end])
        for name in _surname(text[span.start : span.end], person)
    }
    return any(
        said & _surname(text, person) and is_over(text, Span(person.start, person.start + len(person.described(text))))
        for person in find_people(text)
    )


def _surname(text: str, person: Person) -> set[str]:
    return set(terms(text[person.bare : person.end])[-1:])


def another_value(question: Question, e: Evidence, value: str, matcher: Matcher) -> Span | None:
    """The answering words of a sentence where they are another value than one known; None where they are the same or there are none."""
    span = answer_now(question, e.sentence, matcher)
    said = e.sentence.text[span.start : span.end] if span else ""
    same = _one_person(said, value) if question.wants == "person" else same_value(said, value)
    return None if same else span


def _one_person(one: str, other: str) -> bool:
    """Whether two texts name somebody by one name."""
    return bool({name for p in find_people(one) for name in terms(one[p.bare : p.end])} & set(terms(other)))


def other_values(
    question: Question, first: Settled, others: Sequence[Evidence], matcher: Matcher
) -> list[tuple[Evidence, Span]]:
    """The sentences that answer with another value than the first one, with their answering words."""
    found = [(e, another_value(question, e, first.value, matcher)) for e in others]
    return [(e, span) for e, span in found if span is not None]
