"""Which of the people named in a text a question is about."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assistant.understand import Question
from vectorstore import Person, terms


def asked_about(name: str, question: Question) -> bool:
    """Whether a person's surname stands in the question itself, so that the person cannot be the answer."""
    parts = [word for word in terms(name) if len(word) > 2]
    return bool(parts) and parts[-1] in question.own_terms


def of_named(people: Sequence[Person], text: str, named: Collection[str]) -> list[Person]:
    """The people whose role has one of the terms of a name: "who represented X" is answered by somebody of X."""
    return [person for person in people if not set(named).isdisjoint(terms(text[person.end : person.role_end]))]
