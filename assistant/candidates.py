"""What a description may be of: the names of its sort in and around the sentences that fit it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.reading.evidence import Evidence
from assistant.reading.genders import may_be
from assistant.reading.matching import Matcher
from assistant.register.register import Register
from assistant.somebody import TITLE, fitting, people_of
from assistant.understand import Head, Question, bodies_in, head_of_noun, names_in, without_prefix
from vectorstore import Fact, find_dates, find_people, find_quantities, has_month, terms

_CALLED_SO, _BESIDE = 1.4, 0.6
"""What a name is worth that says itself what it is the name of, and one that only stands in a sentence beside."""
_SEVERAL = 5
"""Places named in a sentence, above which it lists them."""
_PHRASE = 5
"""Words of a phrase that stands for a name."""
_ONLY_THERE = 0.1
"""What somebody is worth who only stands in the same sentence as the description."""
_CELLS = " | "
_CAPITALISED = re.compile(
    r"(?<![.!?] )(?<!^)\b[A-ZÀ-Þ][\w&'’-]+(?:\s(?:(?:of|for|the|and|de|du|des|la|pour|et)\s){0,2}(?:[ld]['’])?[A-ZÀ-Þ][\w&'’-]+)+"
    r"|\b[A-Z][\w-]*[A-Z][\w-]*\b|(?<![.!?] )(?<!^)\b[A-ZÀ-Þ][\wÀ-ÿ'’-]{3,}"
)
"""A name by its capitals: several words, a code, or one word that does not begin a sentence."""
_POST_OF = re.compile(r"^(?:Head|Chief|Director|Chair|Secretary|Manager|Member)\s(?:of|for)\s(?:the\s)?")
"""A post before the body it is of."""
_ONE_DOCUMENT = ("event", "text")
"""What a whole document tells of; it is known by the title."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that a description may be of, and the sentence that says so."""

    name: str
    told: Evidence
    fits: float
    """How far the description is said of it rather than of others in the sentence; 1 where that cannot be told."""
    document: str | None = None
    """The only document that can tell more of it; None for any."""
    person: bool = False
    named: bool = True
    """Whether it is a name, and not only another description."""
    described: str = ""
    """Somebody with their role, where the sentence gives one."""


def candidates(
    head: Head, description: Question, told: Evidence, register: Register, matcher: Matcher
) -> Iterator[Candidate]:
    """The names that one sentence gives for a description, none of them the description's own words.

    Args:
        head: The sort of what is described.
        description: As it is searched for.
        told: The sentence.
        register: Knows the names of the archive.
        matcher: Compares the terms of the description.
    """
    if head == "person":
        fits = {one.name: share for share, one in fitting(description, told, matcher)}
        for one in people_of(told.sentence):
            named = one.surname in description.terms  # whoever the description names is somebody else
            called_so = may_be(description.text, one.described)
            if not named and called_so and not _names_no_person(one.name, register):
                role = one.described if len(one.described) > len(one.name) + TITLE else ""
                yield Candidate(one.name, told, fits.get(one.name, _ONLY_THERE), person=True, described=role)
        return
    if head in _ONE_DOCUMENT:
        yield Candidate(told.passage.source.title, told, 1.0, told.sentence.document)
        return
    seen: set[str] = set()
    noun = _noun(head, description)
    venues = set(_venue(told, register)) if head == "place" else set()
    near = set(terms(" ".join([told.sentence.text, *told.passage.headings, told.passage.source.title])))
    for name in _names(head, told, register):
        stems = set(terms(name))
        if head != "time" and (find_dates(name) or has_month(name) or not any(sign.isalpha() for sign in name)):
            continue
        own = register.own is not None and any(stems <= set(terms(one)) for one in register.own.names)
        if stems and not own and not stems <= seen and not stems <= set(description.terms):
            seen |= stems
            alike = any(matcher.worth(term, stems) for term in noun if term in matcher.same)
            venue = head == "place" and name in venues
            within = stems <= near and not (head == "place" and _is_body(name, register))
            alike = alike or _is_bracketed(name, told.sentence.text, description, matcher)
            yield Candidate(name, told, _CALLED_SO if alike or venue else 1.0 if within else _BESIDE)
    if not seen and (again := _again(noun, told, matcher)):
        yield Candidate(again, told, _BESIDE, named=False)


def _is_bracketed(name: str, text: str, description: Question, matcher: Matcher) -> bool:
    """Whether a text says in brackets right behind a name what the description says: "Conakry (chair), Izmir, Lahore"."""
    found = re.search(rf"{re.escape(name)}\s*\((?P<said>[^()]{{2,40}})\)", text)
    said = set(terms(found["said"])) if found else set()
    return any(matcher.worth(term, said) for term in description.own_terms if term in matcher.same)


def _is_body(name: str, register: Register) -> bool:
    entity = register.names.of(name)
    return entity is not None and any(fact.kind == "organisation" for fact in entity.because)


def _noun(head: Head, description: Question) -> tuple[str, ...]:
    """The stems of the noun of a sort in a description."""
    said = (word for word in description.standalone.split() if head and head_of_noun(word) == head)
    return tuple(stem for word in [*said][:1] for stem in terms(without_prefix(word)))


def _again(noun: Sequence[str], told: Evidence, matcher: Matcher) -> str:
    """What a sentence says in the place of a name: "a new programme on health"; empty where it says nothing of the kind."""
    words = told.sentence.text.split()
    for place, word in enumerate(words):
        stem = terms(word)[:1]
        if stem and any(one == stem[0] or (one in matcher.same and matcher.worth(one, set(stem))) for one in noun):
            return " ".join(words[place : place + _PHRASE])
    return ""


def _names_no_person(name: str, register: Register) -> bool:
    """Whether what has the form of a person's name is an article or a body."""
    words = name.split()
    return (len(words[0]) < 3 and words[0].istitle()) or register.names.of(words[-1]) is not None


def _names(head: Head, told: Evidence, register: Register) -> Iterator[str]:
    text = told.sentence.text
    around = " ; ".join([text, *told.passage.headings, told.passage.source.title])
    if head == "time":
        yield from (text[found.start : found.end] for found in find_dates(text))
        return
    if head == "place":
        yield from _venue(told, register)
    for part in (text, around, told.passage.text):
        for entity in register.names.within(part):
            if _is(head, entity.because):
                yield entity.names[0]
    if head == "place":
        people = {text[person.start : person.end] for person in find_people(text)}
        named = [n for n in names_in(f"- {text}") if not any(n in person for person in people)]
        if len(named) <= _SEVERAL:
            yield from (name for name in named if register.names.of(name) is None)
        return
    if told.sentence.kind == "row" and head != "programme":
        yield text.split(_CELLS)[0]
    if head in ("body", ""):
        people = {text[person.start : person.end] for person in find_people(text)}
        named = [_POST_OF.sub("", match.group()) for match in _CAPITALISED.finditer(text)]
        yield from (n for n in named if not any(n in person for person in people) and not _is_currency(n))
        yield from bodies_in(text)


def _is_currency(name: str) -> bool:
    return any(quantity.money for quantity in find_quantities(f"{name} 1,000"))


def _venue(told: Evidence, register: Register) -> Iterator[str]:
    """The town and the country of the document's venue, the widest first."""
    events = (r for r in register.of_kind("event") for f in r.facts if f.document == told.sentence.document)
    for event in events:
        for fact in event.facts:
            if fact.document == told.sentence.document and (venue := fact.fields.get("venue")):
                parts = [part.strip() for part in venue.replace("،", ",").split(",")]
                yield from (part for part in reversed(parts) if "body" not in map(head_of_noun, part.split()))


def _is(head: Head, because: tuple[Fact, ...]) -> bool:
    kinds = {fact.kind for fact in because}
    if head == "programme":
        return "programme" in kinds
    if head == "body":
        return "organisation" in kinds or not kinds
    return True
