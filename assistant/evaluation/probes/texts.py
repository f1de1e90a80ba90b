"""Which documents hold which words, to be certain that a premise is false."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from assistant.concepts import same_concept
from assistant.sounds import skeleton
from vectorstore import Document, fold, terms

_ARABIC = re.compile(r"[\u0620-\u064a]")
_LOWER = re.compile(r"(?<![\w'’-])[a-zà-ÿ][^\W\d_]*")
_CAPITALISED = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Þ][a-zà-ÿ]{3,}")
_SHORTEST_SOUND = 3
"""Consonants; with fewer, too many words sound alike."""


class Texts:
    """The words of the documents of an archive."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = tuple(documents)

    def saying(self, name: str) -> frozenset[str]:
        """Paths of the documents in which a name or number stands as a whole word, in any case."""
        sought = re.compile(rf"(?<!\w){re.escape(fold(name))}(?!\w)")
        return frozenset(path for path, text in self._folded.items() if sought.search(text))

    def holding(self, term: str) -> frozenset[str]:
        """Paths of the documents with a search term, or with another word for the same."""
        found = self._with_term.get(term, frozenset())
        return found.union(*(self._with_term.get(same, frozenset()) for same in same_concept(term)))

    def is_name(self, text: str) -> bool:
        """Whether words are a name by the way the documents write them.

        In Latin letters, one of them never stands in lower case; an Arabic word sounds like such a word of the other documents.
        """
        if _ARABIC.search(text):
            sounds = skeleton(text)
            return len(sounds) >= _SHORTEST_SOUND and sounds in self._sounds
        return any(fold(word) not in self._lower for word in re.split(r"[\s-]", text))

    @cached_property
    def _lower(self) -> frozenset[str]:
        """Folded words that stand in lower case somewhere."""
        return frozenset(fold(w) for document in self._documents for w in _LOWER.findall(document.text))

    @cached_property
    def _sounds(self) -> frozenset[str]:
        """The consonants of the capitalised words that never stand in lower case."""
        names = {w for document in self._documents for w in _CAPITALISED.findall(document.text)}
        return frozenset(skeleton(name) for name in names if fold(name) not in self._lower)

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {document.path: fold(f"{document.title}\n{document.text}") for document in self._documents}

    @cached_property
    def _with_term(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for document in self._documents:
            for term in set(terms(f"{document.title}\n{document.text}")):
                found.setdefault(term, set()).add(document.path)
        return {term: frozenset(paths) for term, paths in found.items()}
