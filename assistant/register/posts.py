"""Who is said to be in which office: every fact that gives somebody a role, found by its words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.register.names import Names
from assistant.register.people import Person
from vectorstore import Fact, terms

Places = Mapping[str, Sequence[int]]
"""By a term, the numbers of what it stands in."""


@dataclass(frozen=True, slots=True)
class Post:
    """A fact that gives somebody a role."""

    person: Person
    fact: Fact

    @property
    def role(self) -> frozenset[str]:
        """The terms of the role."""
        return frozenset(terms(self.fact.fields.get("role") or ""))


class Posts:
    """The posts of an archive, numbered person by person, so that a question touches only those that it may be about.

    Args:
        people: Everybody.
        by_role: Posts by the terms of their roles.
        by_term: Posts by the terms of their role and its body, and of the other names of what they name.
    """

    def __init__(self, people: Iterable[Person], by_role: Places, by_term: Places) -> None:
        self._all = tuple(_posts_of(people))
        self.by_role = by_role
        self.by_term = by_term

    def in_role(self, term: str) -> Sequence[int]:
        """The numbers of the posts whose role has a term."""
        return self.by_role.get(term, ())

    def having(self, term: str) -> Sequence[int]:
        """The numbers of the posts that a term stands in, or in another name of what they name."""
        return self.by_term.get(term, ())

    def among(self, sets: Sequence[Collection[int]]) -> Iterator[Post]:
        """The posts whose numbers are in every one of some sets, in their order; all where there is no set."""
        numbers = sorted(set(sets[0]).intersection(*sets[1:])) if sets else range(len(self._all))
        return (self._all[number] for number in numbers)


def read_posts(people: Sequence[Person], names: Names) -> Posts:
    """The posts of some people."""
    by_role: dict[str, list[int]] = {}
    by_term: dict[str, list[int]] = {}
    for number, post in enumerate(_posts_of(people)):
        role, body = (post.fact.fields.get(field) or "" for field in ("role", "organisation"))
        for term in post.role:
            by_role.setdefault(term, []).append(number)
        for term in names.widened(" ; ".join([role, body])):
            by_term.setdefault(term, []).append(number)
    return Posts(people, by_role, by_term)


def _posts_of(people: Iterable[Person]) -> Iterator[Post]:
    return (Post(person, fact) for person in people for fact in person.facts if fact.fields.get("role"))
