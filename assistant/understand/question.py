"""A question as it was understood, and what follows from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from assistant.concepts import asking_words, coming
from assistant.understand.wants import Wants
from vectorstore import WrittenDate, fold, terms, words

_COUNTED = re.compile(
    r"(?:how many|how much|number of|combien (?:de |d')?|nombre (?:de |d')|\bكم\b(?: عدد)?|عدد)\s*((?:[\w'’-]+\s*){1,2})"
)
_WORD = re.compile(r"\w[\w-]+")
_LONGEST_SHORT = 12
_LISTED = re.compile(
    r"(?:which|what(?: are| were)?|list(?: all)?|quel(?:le)?s(?: sont| etaient)?|ما(?: هي)?|اذكر)\s+(?:the |les |l'|all )?"
    r"([\w-]+(?:(?:,| and| et|\sو) ?(?:the |their |its |les |leurs |ses )?[\w-]+)?)"
)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, ready for search and reading."""

    text: str
    standalone: str
    """The question with what it takes over from the conversation."""
    language: str
    wants: Wants
    terms: tuple[str, ...]
    own_terms: tuple[str, ...]
    """The terms of the question itself, without those taken over."""
    names: tuple[str, ...]
    """Names and codes as typed: capitalised inside a sentence, in capitals, or with a hyphen and capitals."""
    dates: tuple[WrittenDate, ...]
    also: tuple[Wants, ...] = ()
    """Further kinds of answer asked for in the same breath, as in "when and where"."""
    as_of: date | None = None
    leans: bool = False
    """Whether it takes something over from the conversation, so that `standalone` says more than `text`."""


def short_forms(question: Question) -> list[str]:
    """What may be the short form asked about: the names, also without a plural's "s"; if there are none, any word."""
    names = question.names or tuple(
        word
        for word in _WORD.findall(question.text)
        if len(word) <= _LONGEST_SHORT and set(terms(word)) - asking_words()
    )
    return list(dict.fromkeys(form for name in names for form in (name, re.sub(r"(?<=[A-Z])(?:'|’)?s$", "", name))))


def counted_terms(question: Question) -> frozenset[str]:
    """The terms right after "how many": what is counted."""
    match = _COUNTED.search(fold(question.text))
    return frozenset(terms(match.group(1))) if match else frozenset()


def listed_terms(question: Question) -> frozenset[str]:
    """The terms that name what is listed: of "which programmes cover floods", programmes."""
    match = _LISTED.search(fold(question.text))
    return frozenset(terms(match.group(1))) if match else frozenset()


def rest_of_list(question: Question) -> list[str]:
    """The terms of a list question without those that name what is listed: of "which programmes cover floods", cover and floods."""
    listed = listed_terms(question)
    return [term for term in question.own_terms if term not in listed]


def name_parts(question: Question) -> dict[str, str]:
    """The search terms that names and their parts are known by, with the words themselves."""
    found: dict[str, str] = {}
    for name in question.names:
        for word in words(name):
            for part in (word, *re.split(r"[-/&.']", word)):
                found.update({stem: part for stem in terms(part)[:1]})
    return found


def spellings(question: Question) -> dict[str, str]:
    """The search terms of a question with the word each is the stem of."""
    return {stem: word for word in words(question.standalone) for stem in terms(word)[:1]}


def asks_what_comes(question: Question) -> bool:
    """Whether a question is after the next one of its kind: what was is then no answer."""
    return bool(coming() & set(question.own_terms))
