"""Which documents change which: an amendment, an erratum or an addendum and what it is to."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from vectorstore import DocumentInfo, find_dates, fold, stopwords

_AMENDS = re.compile(
    r"\b(?:errat(?:um|a)|corrigend(?:um|a)|addend(?:um|a)|amendments?|amending|rectificati\w+|corrections?|correctif\w*|avenants?|modificati\w+|additif)\b"
    r"|(?<!\w)(?:ال)?(?:ملحق|تعديل\w*|تصويب\w*|تصحيح\w*|استدراك)(?!\w)"
)
"""What documents that change another are called."""
_WORD = re.compile(r"\w{3,}")
_OPENING = 1_200
"""Characters at the beginning of such a document in which it says what it is to."""
_ALIKE, _SHARED = 0.5, 2
"""Of the words of a document's title those that such a title or file name has: their share, and their number."""


def amendments(documents: Iterable[DocumentInfo], text: Callable[[str], str]) -> Mapping[str, tuple[str, ...]]:
    """The documents that change a document, by its path; those that nothing changes are left out.

    One changes an older one that has its title but for the word for the change, or whose day it opens with.

    Args:
        documents: All that there are.
        text: The text of one, by its path.
    """
    dated = [document for document in documents if document.date]
    changing = [document for document in dated if _AMENDS.search(_called(document))]
    if not changing:
        return {}
    by_day, by_word = defaultdict(list), defaultdict(list)
    for document in dated:
        by_day[document.date].append(document)
        if document not in changing:
            for word in _words(document.title):
                by_word[word].append(document)
    found: dict[str, list[str]] = {}
    for one in changing:
        shared = Counter(other.path for word in _words(_called(one)) for other in by_word[word])
        alike = (other for word in _words(_called(one)) for other in by_word[word] if _is_alike(other, shared))
        told = (other for day in _days(text(one.path)[:_OPENING], one) for other in by_day[day])
        for path in sorted({other.path for other in (*alike, *told) if (other.date or "") < (one.date or "")}):
            found.setdefault(path, []).append(one.path)
    return {path: tuple(paths) for path, paths in found.items()}


def _is_alike(other: DocumentInfo, shared: Mapping[str, int]) -> bool:
    return shared[other.path] >= max(_SHARED, _ALIKE * len(_words(other.title)))


def _days(text: str, one: DocumentInfo) -> Iterator[str]:
    """The days that a text names; one without a year is of the document's own, or of the one before."""
    own = int((one.date or "0")[:4])
    for date in find_dates(text):
        if date.day and date.month:
            years = [date.year] if date.year else [own, own - 1]
            yield from (f"{year:04}-{date.month:02}-{date.day:02}" for year in years)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text))) - stopwords()


def _called(document: DocumentInfo) -> str:
    return fold(f"{document.title} {PurePosixPath(document.path).stem}")
