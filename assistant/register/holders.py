"""Who holds, held or was given an office, and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.reading.matching import Matcher
from assistant.register.kinds import lesser, offices_like
from assistant.register.period import first_day
from assistant.register.query import Query
from assistant.register.register import Register
from assistant.variants import skeleton
from vectorstore import Fact, terms, words

_GONE = frozenset(["former", "left"])


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in an office, with the facts that say so, oldest first."""

    name: str
    facts: tuple[Fact, ...]

    @property
    def since(self) -> str:
        """The first day they are known to hold it."""
        return min((_day(fact) for fact in self.facts), default="")


def holders(query: Query, register: Register, matcher: Matcher) -> tuple[Holder, ...]:
    """Everybody who is said to have held the office asked for, in the order of the first time it is said."""
    office = [term for term in query.terms if term in offices_like()]
    rest = [term for term in query.terms if term not in office and not register.is_own(term)]
    lower = [term for term in rest if term in lesser()]
    named = [
        fact
        for record in register.of_kind("person")
        for fact in record.facts
        if fact.fields.get("role") and _is(fact, office, rest, register, matcher)
        if lower or not lesser() & set(terms(fact.fields.get("role") or ""))
    ]
    by_name: dict[str, list[Fact]] = {}
    for fact in sorted(named, key=_day):
        by_name.setdefault(_sounds(fact.fields.get("name") or ""), []).append(fact)
    found = [Holder(facts[0].fields.get("name") or "", tuple(facts)) for facts in by_name.values()]
    return tuple(sorted(found, key=lambda holder: holder.since))


def holder_on(day: str, found: Iterable[Holder]) -> tuple[Holder, Fact] | None:
    """Who held an office on a day, with the fact that says so last; None where nobody is known to."""
    last: tuple[Holder, Fact] | None = None
    for holder in found:
        said = [fact for fact in holder.facts if first_day(_day(fact) or day) <= day]
        if said and said[-1].fields.get("state") not in _GONE and (last is None or _day(said[-1]) >= _day(last[1])):
            last = holder, said[-1]
    return last


def _is(fact: Fact, office: list[str], rest: list[str], register: Register, matcher: Matcher) -> bool:
    role = set(terms(fact.fields.get("role") or ""))
    body = fact.fields.get("organisation") or ""
    around = register.names.widened(" ; ".join([fact.fields.get("role") or "", body]))
    if not all(offices_like()[term] & role for term in office) or not all(matcher.worth(term, around) for term in rest):
        return False
    if any(not matcher.worth(term, role) for term in rest):
        return True  # a body or a programme is named beside the office
    # With nothing but the office named it is an office of the house itself, and of the whole of it.
    own = not body or any(register.is_own(term) for term in terms(body))
    return own and len(role - lesser()) <= len(office) + len(rest) + 1


def _day(fact: Fact) -> str:
    return fact.fields.get("from_date") or fact.fields.get("at_date") or ""


def _sounds(name: str) -> str:
    """A surname by its sound, which is alike in every script."""
    parts = list(words(name))
    return skeleton(parts[-1]) if parts else ""
