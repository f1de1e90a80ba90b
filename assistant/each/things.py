"""The things of which the same is asked, each with its own question."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from assistant.archive import Archive
from assistant.concepts import is_known_name, same_concept
from assistant.finding import Finder
from assistant.reading.evidence import Evidence
from assistant.reading.matching import Matcher, searchable
from assistant.understand import Question, apiece, is_rank, ordinal, understand, wanted
from vectorstore import terms

_FEW = 2
_BEST = 4
"""Sentences of which one that names two things tells that they are not asked apart."""
_OF_EACH = re.compile(
    r"\s(?:of|for|in|de|pour|dans)?\s*(?:each(?: of)?|every|chacune?(?: de(?:s)?)?|chaque)\s(?:[\w'’-]+\s){0,2}?[\w'’-]+\s*:|\s(?:ل|في )?كل(?: من)?\s(?:[\w]+\s){0,2}?\w+\s*:",
    re.IGNORECASE,
)
"""What says that one is wanted of each of the things that follow: "of each of our programmes:"."""
_NONE: Mapping[str, Question] = MappingProxyType({})


@dataclass(frozen=True)
class Things:
    """Finds what a question asks the same of.

    Args:
        archive: Knows which words are written as names.
        finder: Knows the names of the register, and compares words with text.
    """

    archive: Archive
    finder: Finder

    def of(self, question: Question) -> Mapping[str, Question]:
        """The question for each thing alone, by the thing as it was typed; none where not two are named side by side."""
        archive, register = self.archive, self.finder.register(question)
        matcher, proper = self.finder.matcher(question), register.proper

        typed = {word for name in question.names for word in name.split()}

        def is_name(word: str) -> bool:
            if word in typed:
                return True
            stems = [stem for stem in terms(word)[:1] if not same_concept(stem) or is_known_name(stem)]
            return any(stem in matcher.named or proper.is_name(stem) or archive.writes_as_name(word) for stem in stems)

        asked = apiece(question.standalone, is_name)
        whole = [words for _, words in register.names.mentions(question.standalone)]
        if any(all(name in words for name in asked) for words in whole):
            return _NONE  # one name that has an "and"
        return {name: self._part(one, question) for name, one in asked.items()}

    def _part(self, asked: str, question: Question) -> Question:
        said = _OF_EACH.sub(" ", asked)
        part = understand(said, (), question.as_of)
        wants = wanted(said) if said != asked else question.wants
        return replace(part, wants=wants, also=(), lists=question.lists, language=question.language)

    def together(self, names: Sequence[str], question: Question, evidence: Sequence[Evidence]) -> bool:
        """Whether two names are of one thing: one of the best sentences has both, as parties or places of the same.

        Times, ordinals and numbers are always of two.
        """
        if len(names) > _FEW or any(is_rank(name) or any(map(str.isdigit, name)) for name in names):
            return False
        matcher = self.finder.matcher(question)
        said = [searchable(e.sentence) for e in evidence[:_BEST]]
        return any(all(names_all(name, matcher, words) for name in names) for words in said)


def names_all(name: str, matcher: Matcher, words: frozenset[str]) -> bool:
    """Whether some words name a thing, each word of its name in some spelling."""
    own = own_terms(name, matcher)
    return bool(own) and all(matcher.worth(term, words) for term in own)


def own_terms(name: str, matcher: Matcher) -> tuple[str, ...]:
    """The terms of a thing's name that the question for it has."""
    return tuple(term for term in terms(ordinal(name)) if term in matcher.same)
