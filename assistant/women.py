"""Which people of a kind are women, as far as the documents show it by a form of address or a word that has a gender."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.concepts import same_concept
from assistant.reading.draft import Draft, Listed, Place, Said
from assistant.register.people import Person, sound_of
from assistant.register.register import Register
from assistant.understand import Question, describes, head_of_noun
from assistant.words import untold, women_columns
from vectorstore import Fact, fold, terms

_WOMEN = re.compile(r"\b(?:women|female|ladies|femmes|dames)\b|\b(?:ال)?(?:نساء|نسا|سيدات|اناث)\b")
_WHICH = re.compile(r"^\W*(?:which|who|what|list|name|quel\w*|lesquel\w*|qui|liste|من|اي|ما|اذكر)\b")
_DOES = re.compile(
    r"^\W*(?:who|qui|من)\b(?!['’]s\b| (?:is|are|was|were|of|among|in|at|on|est|sont|etait|etaient|parmi|de|dans|هي|هن|هم|بين|في|كان\w*)\b)"
)
"""Asks for whoever did something: "who won the prize for women"."""
_FOR_THEM = re.compile(
    rf"(?:\b(?:for|to|by|on|about|with|pour|aux|sur|par|avec)|(?<!\w)(?:عن|حول|مع)) (?:the |young |les |(?:jeunes )?)?(?:{_WOMEN.pattern})|(?<!\w)لل?(?:نساء?|سيدات)(?!\w)"
)
"""What is for women or about them, and not they themselves."""
_COUNTS = re.compile(r"\bhow many|\bnumber of|\bcombien|\bnombre|\bكم\b|\bعدد\b")
_ADDRESSED = re.compile(r"\b(?:ms|mrs|miss|mme|mlle|madame)\b|(?:ال)?(?:سيده|انسه|دكتوره|استاذه|مهندسه)(?!\w)")
_MAN = re.compile(r"\b(?:mr|m|monsieur)\b\.?|(?:ال)?(?:سيد|دكتور|استاذ|مهندس)(?!\w)")
_FEMININE = re.compile(
    r"\b(?:\w+trice|\w+euse|presidente|directrice|cheffe|experte|representante|adjointe|chargee|conseillere|professeure)\b|(?:ال)?(?:مديره|منسقه|رييسه|خبيره|مدربه|ممثله|مسووله|مستشاره|امينه|وزيره)(?!\w)"
)

_NAMED = 12
"""Women named in the text at most; the table has all."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Somebody with the fact that names them; the words that show a woman, empty where nothing shows which they are."""

    person: Person
    fact: Fact
    by: str


def asks_women(question: Question) -> bool:
    """Whether a question asks which of some people are women, those at one occasion aside."""
    folded = _FOR_THEM.sub(" ", fold(question.text))
    if question.wants not in ("list", "person", "fact"):
        return False  # what is asked is a sum or a day of something for women
    if question.dates or (question.names and any(head_of_noun(word) == "event" for word in question.text.split())):
        return False  # the list of who was there says which of them are
    return bool(_WOMEN.search(folded) and _WHICH.match(folded) and not _DOES.match(folded)) and not (
        _COUNTS.search(folded) or describes(question.text)
    )


def women(question: Question, register: Register, place: Place) -> Draft | None:
    """The women among the people asked about, each with the words that show it; None where nothing shows one.

    Those whom no word shows to be a woman or a man are named apart.
    """
    nouns = [stem for word in question.text.split() if _is_role(word) for stem in terms(word)[:1]]
    shown = [_shown(person, facts) for person, facts in _of_kind(nouns, register)]
    found = [one for one in shown if one is not None and one.by]
    rows = [row for one in found if (row := _row(one, place))]
    if not rows:
        return None
    others = sorted({one.person.name(question.language) for one in shown if one is not None and not one.by})
    named = tuple(row.said for row in rows[:_NAMED])
    return Draft(named, women_columns(question.language), tuple(rows), opening=untold(question.language, others))


def _is_role(word: str) -> bool:
    return head_of_noun(word) == "person" and not _WOMEN.search(fold(word))


def _of_kind(nouns: list[str], register: Register) -> Iterator[tuple[Person, list[Fact]]]:
    """The people whom a fact gives a role that one of the nouns names; everybody where the question has none."""
    said = [{noun, *same_concept(noun)} for noun in nouns]
    for person in register.people.all():
        facts = [f for f in person.facts if all(one & set(terms(_around(f))) for one in said)]
        if facts:
            yield person, facts


def _around(fact: Fact) -> str:
    return " ".join([fact.fields.get("role") or "", fact.fields.get("act") or ""])


def _shown(person: Person, facts: list[Fact]) -> Shown | None:
    """What shows somebody to be a woman, in any fact on them; None for a man."""
    for fact in [*facts, *person.facts]:
        address, role = (fold(fact.fields.get(field) or "") for field in ("honorific", "role"))
        if _ADDRESSED.search(address) or _FEMININE.search(role):
            by = (fact.fields.get("honorific") if _ADDRESSED.search(address) else fact.fields.get("role")) or ""
            return Shown(person, fact, by)
        if address and _MAN.fullmatch(address.strip()):
            return None
    return Shown(person, facts[0], "")


def _row(one: Shown, place: Place) -> Listed | None:
    sentences = place(one.fact)
    name = one.fact.fields.get("name") or ""
    holding = [s for s in sentences if name in s.text and one.by in s.text]
    if not holding or not sound_of(name)[0]:
        return None
    said = Said(name, (holding[0],))
    return Listed(said, (name, one.by, one.fact.fields.get("role") or ""))
