"""Who somebody is: the offices in which the documents name them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.register.kinds import offices
from assistant.register.people import People, Person, day_of
from vectorstore import Fact, fold, terms

_POST = r"(?:role|position|post|function|job|title|office)"
_POSTE = r"(?:poste|fonction|role|titre)"
_ASKS = tuple(
    re.compile(pattern)
    for pattern in (
        r"^\W*(?:and |et |tell me )?(?:who(?: is| was|'s)|qui (?:est|etait)(?:-ce que)?|c'est qui)\s+(?P<name>[^?]+?)\W*$",
        rf"^\W*what(?: is| was|'s) (?P<name>[^?]+?)'s? {_POST}\b",
        rf"^\W*what (?:is|was) the {_POST} of (?P<name>[^?]+?)\W*$",
        rf"^\W*quel(?:le)? (?:est|etait) l[ea] {_POSTE} (?:de |d')(?P<name>[^?]+?)\W*$",
        r"^\W*و?من (?:هو|هي|كان|كانت|يكون|تكون) (?P<name>[^؟?]+?)\W*$",
        r"^\W*و?ما(?: هو| هي)? (?:منصب|وظيفه|صفه) (?P<name>[^؟?]+?)\W*$",
    )
)
_NEAR = 20
"""Characters at most between an office and the body it is in."""
_LONGEST_NAME = 6
"""Words of a name, its title among them."""


def person_asked_for(text: str, people: People) -> Person | None:
    """The person whose identity a question asks for; None where it asks for something else, or nobody of that name is known."""
    folded = fold(text).replace("’", "'")
    for pattern in _ASKS:
        if (found := pattern.search(folded)) is None:
            continue
        name = found["name"]
        several = len(name.split()) > 1 and people.named(name) is not None  # a first name may be a word for an office
        if len(name.split()) <= _LONGEST_NAME and (several or not offices() & set(terms(name))):
            return people.named(name)
    return None


def offices_of(person: Person) -> tuple[Fact, ...]:
    """The facts that name somebody in an office, the latest first, each office once."""
    return tuple(_once(sorted((f for f in person.facts if f.fields.get("role")), key=day_of, reverse=True)))


def office_in(fact: Fact) -> str:
    """An office as the words of a fact say it, with the body where that stands near; empty where the words say it otherwise."""
    role, body = (fact.fields.get(name) or "" for name in ("role", "organisation"))
    start = fact.quote.find(role) if role else -1
    if start < 0:
        return ""
    end = start + len(role)
    at = fact.quote.find(body, end) if body else -1
    return fact.quote[start : at + len(body) if 0 <= at - end <= _NEAR else end]


def _once(facts: list[Fact]) -> Iterator[Fact]:
    said: list[set[str]] = []
    for fact in facts:
        role = set(terms(fact.fields.get("role") or ""))
        if not any(role <= other for other in said):
            said.append(role)
            yield fact
