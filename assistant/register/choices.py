"""Several values of one limit that stand side by side: "in Tunis or Ouagadougou", "with the bank and the institute".

The words of a question are read in their order. What stands between two prepositions is one phrase; where a joining word parts it,
each part is a value of its own. "Or" asks for what meets any of them. "And" does so for places and programmes, for nothing takes
place in two towns; of other names it asks for what has all of them, and for what has any only where there is no such thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.concepts import same_concept
from assistant.register.abouts import About
from assistant.register.sentence import is_, noun_of, words_of
from assistant.understand import Question
from vectorstore import fold, terms

_TOKEN = re.compile(r"[\w-]+|[,،;؛:/&+()]")
_OR = frozenset(fold("or ou أو أم / او ام").split())
_AND = frozenset(fold("and et و & + , ، as").split())
_SMALL = frozenset(
    fold(
        "the a an of de du des d la le les l well both either soit ainsi que كل من كلا في مدينة دولة مركز برنامج programme programmes"
    ).split()
)
"""Words inside a phrase that part nothing."""
_OPENS = frozenset(
    fold(
        "in at on by with for from to under about during between within en au aux dans pour par avec sur lors entre chez على عن إلى مع بين في من خلال حول ضمن"
    ).split()
)
_BETWEEN = frozenset(fold("between entre بين").split())
_AND_ARABIC = re.compile(r"و(?=[\u0621-\u064a]{3})")
"""The Arabic "and", which is written as one with what it stands before."""


@dataclass
class _Phrase:
    """What stands between two prepositions: its values, and the words that join them."""

    values: list[list[About]] = field(default_factory=lambda: [[]])
    joins: set[str] = field(default_factory=set)

    @property
    def ways(self) -> tuple[tuple[About, ...], ...]:
        return tuple(tuple(dict.fromkeys(value)) for value in self.values if value)


def with_choices(abouts: Sequence[About], question: Question, *, ands: bool = False) -> tuple[About, ...]:
    """The limits of a question, those side by side as one of which any value is enough.

    Args:
        abouts: Names and words that the question is limited by.
        question: Whose they are.
        ands: Whether names joined by "and" are such values, too.
    """
    chosen = list(abouts)
    for phrase in _phrases(abouts, question):
        ways = _alike(phrase.ways)
        if len(ways) > 1 and _is_choice(phrase, ways, ands=ands):
            parts = {part.key for way in ways for part in way}
            at = next(place for place, about in enumerate(chosen) if about.key in parts)
            chosen = [about for about in chosen if about.key not in parts]
            chosen.insert(at, _either(ways))
    return tuple(chosen)


def _phrases(abouts: Sequence[About], question: Question) -> list[_Phrase]:
    reader = _Reader()
    for token in _TOKEN.findall(words_of(question)):
        about = _about(token, abouts)
        if about is None:
            reader.pass_over(token)
        else:
            reader.take(token, about)
    return reader.phrases


class _Reader:
    """Reads the words of a question one by one into phrases."""

    def __init__(self) -> None:
        self.phrases = [_Phrase()]
        self._joined = False
        """Whether the last word joins."""
        self._closed = False
        """Whether another word came after the values of the phrase."""

    def pass_over(self, token: str) -> None:
        """Read a word that is no value."""
        if token in _OR or token in _AND:
            self._joined = True
            self.phrases[-1].joins.add("or" if token in _OR else "and")
        elif token in _SMALL and (self._joined or token not in _OPENS):
            return
        elif self._joined and noun_of(token, french=True) is not None:
            return  # "the course on floods or the course on drought"
        elif token in _OPENS or is_("prepositions", token):
            if not self._joined:
                self._open({"between"} if token in _BETWEEN else set())
        else:
            self._joined, self._closed = False, self._closed or bool(self.phrases[-1].ways)

    def take(self, token: str, about: About) -> None:
        """Read a word of a value."""
        if self._closed and not self._joined:
            self._open(set())
        phrase = self.phrases[-1]
        other = about not in phrase.values[-1]
        attached = other and bool(phrase.values[-1]) and _AND_ARABIC.match(token) is not None
        if attached:
            phrase.joins.add("and")
            about = replace(about, words=token[1:]) if about.field == "word" else about
        if (self._joined or attached) and other:
            phrase.values.append([])
        phrase.values[-1].append(about)
        self._joined = self._closed = False

    def _open(self, joins: set[str]) -> None:
        self.phrases.append(_Phrase(joins=joins))
        self._closed = False


def _about(token: str, abouts: Sequence[About]) -> About | None:
    """The limit that a word of the question belongs to."""
    stems = set(terms(token))
    shared = {
        about: len(stems & set(about.terms)) or int(bool(about.things) and token in fold(about.words).split())
        for about in abouts
        if not about.ways
    }
    best = max(shared, key=lambda about: shared[about], default=None)
    return best if best is not None and shared[best] else None


def _alike(ways: tuple[tuple[About, ...], ...]) -> tuple[tuple[About, ...], ...]:
    """The values, each of them a place where one is: the second town of two has no word for where before it."""
    parts = [part for way in ways for part in way]
    if not any(part.is_place for part in parts) or not all(part.is_place or part.is_name for part in parts):
        return ways
    return tuple(tuple(replace(part, is_place=True) for part in way) for way in ways)


def _is_choice(phrase: _Phrase, ways: Sequence[Sequence[About]], *, ands: bool) -> bool:
    if "between" in phrase.joins:
        return False
    if "or" in phrase.joins:
        return True
    parts = [part for way in ways for part in way]
    if all(part.is_place or _is_programme(part) for part in parts):
        return True
    return ands and all(part.field != "word" or (part.is_name and not _is_word(part)) for part in parts)


def _is_programme(about: About) -> bool:
    return about.field == "name" and about.is_programme


def _is_word(about: About) -> bool:
    """Whether it is a word of the language as well: the "Training" of a ministry's name."""
    return any(same_concept(term) for term in about.terms)


def _either(ways: Sequence[Sequence[About]]) -> About:
    """One limit of several values."""
    parts = [part for way in ways for part in way]
    return About(
        key="either:" + "|".join(part.key for part in parts),
        field="name" if all(part.field != "word" for part in parts) else "word",
        words=" / ".join(" ".join(part.words for part in way) for way in ways),
        terms=tuple(dict.fromkeys(term for part in parts for term in part.terms)),
        things=frozenset(thing for part in parts for thing in part.things),
        is_name=all(part.is_name for part in parts),
        is_place=all(part.is_place for part in parts),
        ways=tuple(tuple(way) for way in ways),
    )
