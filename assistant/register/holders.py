"""Who holds, held or was given an office, since when and until when."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.reading.matching import Matcher
from assistant.register.kinds import lesser, offices_like
from assistant.register.people import Person, day_of, sound_of
from assistant.register.period import first_day, last_day
from assistant.register.posts import Post
from assistant.register.query import Query
from assistant.register.register import Register
from vectorstore import Fact, terms

_ITS = re.compile(r"(?<!\w)[\u0621-\u064a]{3,}(?:ها|هم|هما)(?!\w)|\b(?:its|their|son|sa|leur)\b", re.IGNORECASE)
"""An office of the body that is spoken of: رئيسها, "its director"."""
_GONE = frozenset(["former", "left"])


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in an office, with the facts that say so and that tell of its end, oldest first."""

    person: Person
    facts: tuple[Fact, ...]
    left: Fact | None
    """Says that they left; None where no document does."""

    @property
    def since(self) -> str:
        """The day they took office, or else the first on which they are known to hold it."""
        took = [fact.fields["from_date"] or "" for fact in self.facts if fact.fields.get("from_date")]
        return min(took or [day for fact in self.facts if (day := day_of(fact))], default="")

    @property
    def until(self) -> str:
        """The last day in office, where a document gives it."""
        return (self.left.fields.get("until_date") or "") if self.left else ""


def holders(query: Query, register: Register, matcher: Matcher, *, of_the_whole: bool = False) -> tuple[Holder, ...]:
    """Everybody who is said to have held the office asked for, in the order of the first time it is said.

    Args:
        query: What is asked for.
        register: Where to look.
        matcher: Compares the terms of the question with those of a role.
        of_the_whole: Whether the office is of the whole body and of no part of it, such as its printing house.
    """
    office = [term for term in query.terms if term in offices_like()]
    house = register.house_in(query.terms)
    rest = [term for term in query.terms if not {term} & {*office, *house, *_given(), *_turns()}]
    lower = [term for term in rest if term in lesser()]
    posts = register.posts
    may_be = [{number for stem in offices_like()[term] for number in posts.in_role(stem)} for term in office]
    may_be += [matcher.among(term, posts.having) for term in rest]
    places = {term for about in query.abouts if about.things for term in about.terms}

    def named_in(post: Post) -> bool:
        """Whether an office of several words names a thing that is asked for: `focal point of Chad to the Convention on …`."""
        return any(term in places and matcher.worth(term, post.role) for term in rest)

    named: dict[Person, list[Fact]] = {}
    for post in posts.among(may_be):
        if of_the_whole and not _is_of_the_whole(post, office, rest, register, matcher):
            continue
        if (named_in(post) or _is(post, office, rest, register, matcher)) and (lower or not lesser() & post.role):
            named.setdefault(post.person, []).append(post.fact)
    found = [Holder(person, tuple(facts), _left(person, facts)) for person, facts in named.items()]
    return tuple(sorted(found, key=lambda holder: holder.since))


@lru_cache(maxsize=1)
def _given() -> frozenset[str]:
    """Stems of the words for how somebody came to an office."""
    words = "elected appointed named designated nominated élu élue nommé nommée désigné désignée عين انتخب تعيين انتخاب"
    return frozenset(stem for word in words.split() for stem in terms(word)[:1])


@lru_cache(maxsize=1)
def _turns() -> frozenset[str]:
    """Stems of ordinals, which tell of several in one office which is meant."""
    words = "first original premier première أول الأول الأولى"
    return frozenset(stem for word in words.split() for stem in terms(word)[:1])


@lru_cache(maxsize=1)
def _of_the_whole() -> frozenset[str]:
    """Stems of words beside an office that still is of the whole house: Executive Director, Secretary-General."""
    words = (
        "general executive permanent assistant under général générale exécutif exécutive permanent permanente "
        "عام العام عامة العامة تنفيذي التنفيذي تنفيذية التنفيذية دائم الدائم"
    )
    return frozenset(stem for word in words.split() for stem in terms(word)[:1])


@lru_cache(maxsize=1)
def _of_many() -> frozenset[str]:
    """Stems of offices of which a house has many, one for each member or partner."""
    return offices_like()[terms("focal")[0]]


def of_many(asked: Collection[str]) -> bool:
    """Whether the office asked for is one of which a house has many."""
    return not _of_many().isdisjoint(asked)


def took_office(found: Sequence[Holder], first: str | None, last: str | None) -> tuple[Holder, ...]:
    """Those who took office within some days."""

    def within(holder: Holder) -> bool:
        taken = [f for f in holder.facts if f.fields.get("from_date") or f.fields.get("state") == "appointed"]
        days = [day for fact in taken if (day := day_of(fact))]
        return any((first or "") <= last_day(day) and first_day(day) <= (last or "9999") for day in days)

    return tuple(filter(within, found))


def holder_on(day: str, found: Iterable[Holder]) -> tuple[Holder, Fact] | None:
    """Who held an office on a day, with the fact that says so last; None where nobody is known to."""
    last: tuple[Holder, Fact] | None = None
    for holder in found:
        said = [fact for fact in holder.facts if first_day(day_of(fact) or day) <= day]
        gone = holder.until and last_day(holder.until) < day
        if not said or gone or said[-1].fields.get("state") in _GONE:
            continue
        if last is None or day_of(said[-1]) >= day_of(last[1]) or _follows(said, last[0]):
            last = holder, said[-1]
    return last


def _left(person: Person, facts: Sequence[Fact]) -> Fact | None:
    """The fact that says that they left, after they were last said to be in the office."""
    latest = max(day_of(fact) for fact in facts)
    gone = [fact for fact in person.facts if fact.fields.get("until_date") and not fact.fields.get("role")]
    return next((fact for fact in gone if (fact.fields.get("until_date") or "") >= latest[:7]), None)


def _follows(said: Sequence[Fact], other: Holder) -> bool:
    """Whether somebody is said to have replaced the other."""
    before = sound_of(other.person.name())[0]
    return any(sound_of(fact.fields.get("replaced") or "")[0] == before for fact in said)


def _is(post: Post, office: list[str], rest: list[str], register: Register, matcher: Matcher) -> bool:
    """Whether a post with all the words asked for is the one meant."""
    if any(not matcher.worth(term, post.role) for term in rest):
        return True  # a body or a programme is named beside the office
    # With nothing but the office named it is an office of the house itself, and of the whole of it.
    body = post.fact.fields.get("organisation") or ""
    if not rest and set(office) <= _of_many():
        return True  # every member has its focal point
    own = not body or any(register.is_own(term) for term in terms(body))
    if rest:
        return own and len(post.role - lesser()) <= len(office) + len(rest) + 1
    return own and _is_of_the_whole(post, office, rest, register, matcher)


def _is_of_the_whole(post: Post, office: list[str], rest: list[str], register: Register, matcher: Matcher) -> bool:
    """Whether a role says nothing beside the office, general words and the body itself: "Executive Director of the Centre"."""
    said = post.role - lesser() - _of_the_whole() - frozenset().union(*(offices_like()[stem] for stem in office))
    body = set(terms(post.fact.fields.get("organisation") or ""))
    others = [t for t in said - body if not register.is_own(t) and not any(matcher.worth(r, {t}) for r in rest)]
    return not others and not _ITS.search(post.fact.fields.get("role") or "")
