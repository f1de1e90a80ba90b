"""Which of the people named in a text a question is about."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assistant.understand import Question
from vectorstore import Person, StoredSentence, find_people, terms

_ADDRESS = 3
"""Letters at most of an article or a form of address; longer words are names."""


def asked_about(name: str, question: Question) -> bool:
    """Whether a person's surname stands in the question itself, so that the person cannot be the answer."""
    parts = [word for word in terms(name) if len(word) > 2]
    return bool(parts) and parts[-1] in question.own_terms


def of_named(people: Sequence[Person], text: str, named: Collection[str]) -> list[Person]:
    """The people whose role has one of the terms of a name: "who represented X" is answered by somebody of X."""
    return [person for person in people if not set(named).isdisjoint(terms(text[person.end : person.role_end]))]


def in_full(text: str, start: int, sentences: Sequence[StoredSentence]) -> tuple[str, StoredSentence] | None:
    """The full name, with role, of somebody who is only given by surname at `start` of a text, where another sentence has it."""
    somebody = next((p for p in find_people(text) if p.start == start), None)
    if somebody is None or len([w for w in text[somebody.bare : somebody.end].split() if len(w) > _ADDRESS]) > 1:
        return None
    surname = terms(text[somebody.bare : somebody.end])[-1:]
    for sentence in sentences:
        for person in find_people(sentence.text):
            words = sentence.text[person.bare : person.end].split()
            if len(words) > 1 and terms(words[-1])[-1:] == surname:
                return person.described(sentence.text), sentence
    return None
