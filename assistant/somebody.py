"""Somebody who is described instead of named: "the expert from X", "the other trainer"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.changing import says
from assistant.reading.evidence import Evidence
from assistant.reading.genders import may_be
from assistant.reading.matching import Matcher
from assistant.reading.over import is_over
from assistant.reading.span import Span
from assistant.register.register import Register
from assistant.sounds import ARABIC
from assistant.understand import Question
from vectorstore import Person, StoredSentence, find_people, fold, terms

_SENTENCES = 8
"""Of the best evidence, in which somebody is looked for."""
_FITS = 0.38
"""Share of a description that must be said of somebody."""
_CLEAR = 0.05
"""How far the next one must fit less; otherwise several are described."""
_SHORTLY = 250
"""Characters between a sentence on who took over and the one before it on who left."""
_CELLS = " | "
_AROUND = 0.6
"""What a term of the description is worth in the sentence, the title and the headings around a person."""

MatcherOf = Callable[[Question], Matcher]


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person in a sentence."""

    name: str
    """Without the form of address."""
    described: str
    """With form of address and role."""
    surname: str
    sentence: StoredSentence


def people_of(sentence: StoredSentence) -> list[Somebody]:
    """The people named in a sentence, in order."""
    return [_somebody(person, sentence) for person in find_people(sentence.text)]


def described(question: Question, evidence: Sequence[Evidence], matcher: Matcher) -> Somebody | None:
    """The one person that a description fits; None where it fits nobody, or several.

    Args:
        question: The description, as a search.
        evidence: What was found for it, best first.
        matcher: Compares its terms with text.
    """
    best: dict[str, tuple[float, float, Somebody]] = {}
    for one in evidence[:_SENTENCES]:
        for share, person in fitting(question, one, matcher):
            if share > best.get(person.surname, (0.0,))[0]:
                best[person.surname] = (share, max(share, (share + one.context) / 2), person)
    ranked = sorted(best.values(), key=lambda found: -found[0])
    if not ranked or ranked[0][1] < _FITS:
        return None
    several = len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _CLEAR
    return None if several else ranked[0][2]


def preceding(question: Question, evidence: Sequence[Evidence]) -> Somebody | None:
    """Whoever a description means by those who came after: "the coordinator before Ms A", where a text says that she took over."""
    if not _PRECEDING.search(fold(question.standalone)):
        return None
    for one in evidence[:_SENTENCES]:
        people = people_of(one.sentence)
        named = [person for person in people if person.surname in question.own_terms]
        text = one.sentence.text
        left = [person for person in people if person not in named and _has_left(text, person)]
        if named and len({person.surname for person in left}) == 1:
            return left[0]
        if named and says(text, "takes over") and (gone := _gone_before(one, evidence)) is not None:
            return gone
    return None


def _gone_before(one: Evidence, evidence: Sequence[Evidence]) -> Somebody | None:
    """Whoever a sentence shortly before says has left."""
    before = [e for e in evidence if 0 <= one.sentence.start - e.sentence.end <= _SHORTLY and _is_of(one, e)]
    leaving = (e for e in sorted(before, key=lambda e: -e.sentence.end) if says(e.sentence.text, "leaves"))
    return next((people[0] for e in leaving if len(people := people_of(e.sentence)) == 1), None)


def _is_of(one: Evidence, e: Evidence) -> bool:
    return e.sentence.document == one.sentence.document


def _has_left(text: str, person: Somebody) -> bool:
    start = text.find(person.described)
    return start >= 0 and is_over(text, Span(start, start + len(person.described)))


_PRECEDING = re.compile(
    r"\b(?:before|predecessor|preceded|avant|predecesseur|precedait|a precede)\b|(?<!\w)(?:قبل|سلف\w*|سبق\w*)(?!\w)"
)


def other_than(person: Somebody, sentence: StoredSentence) -> Somebody | None:
    """The only other person of a sentence; None where there are several, or none."""
    others = [one for one in people_of(sentence) if one.surname != person.surname]
    return others[0] if len(others) == 1 else None


def is_called(name: str, text: str) -> bool:
    """Whether a text names somebody: by the surname, and no other first name or initial before it."""
    *first, surname = fold(name).split() or [""]
    for found in re.finditer(
        rf"(?:(?P<first>\w[\w'’-]*)(?P<initial>\.)?\s+)?(?<!\w){re.escape(surname)}(?!\w)", fold(text)
    ):
        before = found["first"] or ""
        if not before or not first or before in first or before in _ADDRESS:
            return True
        if (found["initial"] or len(before) == 1) and before[0] == first[0][0]:
            return True
    return False


_ADDRESS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "m",
        "mme",
        "mlle",
        "madame",
        "monsieur",
        "docteur",
        "السيد",
        "السيده",
        "الدكتور",
        "الدكتوره",
    ]
)


def spellings_of(name: str, register: Register) -> tuple[str, ...]:
    """A name, and as it is written in another script where documents do that."""
    known = register.people.named(name)
    arabic = bool(ARABIC.search(name))
    others = [other for other in (known.names if known else ()) if bool(ARABIC.search(other)) != arabic]
    return (name, *sorted(others, key=len)[-1:])


def initials_in(name: str, evidence: Sequence[Evidence]) -> str | None:
    """The initials that a document gives behind somebody's name to go on with: "Marta Kowal (MK, data lead)"; None where none does."""
    surname = re.escape(name.split()[-1])
    for one in evidence:
        found = re.search(rf"\b{surname}\s*\((?P<initials>[A-ZÀ-Þ]{{2,4}})\b", one.sentence.text, re.IGNORECASE)
        if found and found["initials"].isupper() and found["initials"][0] == name[:1].upper():
            return found["initials"]
    return None


def role_in(person: Somebody, evidence: Sequence[Evidence]) -> Somebody | None:
    """The same person with a role, in the best sentence that gives one other than what is known already."""
    for one in evidence:
        for found in people_of(one.sentence):
            same = found.surname == person.surname and found.sentence.start != person.sentence.start
            if same and len(found.described) > len(found.name) + TITLE and found.described != person.described:
                return found
    return None


TITLE = 12
"""Characters of a form of address, at most."""


def fitting(question: Question, one: Evidence, matcher: Matcher) -> Iterator[tuple[float, Somebody]]:
    """Each person of a sentence with the share of the description that is said of them, most of it by their own words."""
    sentence = one.sentence
    people = find_people(sentence.text)
    around = set(terms(" ".join([sentence.text, one.passage.source.title, *one.passage.headings, *sentence.columns])))
    for place, person in enumerate(people):
        until = people[place + 1].start if place + 1 < len(people) else len(sentence.text)
        own = set(terms(sentence.text[person.start : min(until, person.role_end + 60)]))
        told = [term for term in question.terms if term in matcher.weight]
        if any(matcher.worth(term, own) for term in told) and may_be(question.text, person.described(sentence.text)):
            yield matcher.share(told, [(own, 1.0), (around, _AROUND)]), _somebody(person, sentence)


def _somebody(person: Person, sentence: StoredSentence) -> Somebody:
    name = sentence.text[person.bare : person.end].strip(" ,،")
    stems = terms(name)
    return Somebody(name, person.described(sentence.text).split(_CELLS)[0], stems[-1] if stems else name, sentence)
