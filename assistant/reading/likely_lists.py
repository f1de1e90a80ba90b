"""The lists that may be meant where none of them surely is: they are shown together, each under what stands above it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.reading.choosing import Chosen
from assistant.understand import Question, Wants, asks_several

_BEHIND, _MOST = 2.0, 3
"""How far a list may lie below the likeliest, and how many are shown."""
_ITEMS, _WORDS = 16, 160
"""Items and words of a list that is rather a whole document."""
_SEVERAL = 0.5
"""How likely several things must be asked for, by the meaning of a question, where its words do not say so."""
_PERHAPS, _LIKELY = 0.1, 0.3
"""How likely several things must be asked for, and one list be meant, for that list to be told beside a sentence that answers."""
_OPEN: tuple[Wants, ...] = ("fact", "definition", "title", "reference", "person", "place", "list")
_ANYTHING: tuple[Wants, ...] = ("fact", "definition", "list")
"""What is asked for by questions whose one answer no form of a name or place gives away."""


def means_several(question: Question) -> bool:
    """Whether several things are asked for, by the words of a question or by its meaning."""
    return asks_several(question) or (question.wants in _OPEN and question.lists >= _SEVERAL)


def may_mean_list(question: Question) -> bool:
    """Whether a question may be after several things at all, so that lists are worth looking for."""
    return means_several(question) or (question.wants in _ANYTHING and question.lists >= _PERHAPS)


def likely(question: Question, ranked: Sequence[Chosen]) -> tuple[Chosen, ...]:
    """Of the lists found for a question those that may well be meant, the likeliest first; none where one thing is asked for.

    Args:
        question: As understood.
        ranked: The likeliest first.
    """
    if not ranked or question.wants not in _OPEN:
        return ()
    if not means_several(question):
        first = ranked[0]
        perhaps = may_mean_list(question) and first.share >= _LIKELY
        return (first,) if perhaps and _may_be_shown(first) else ()
    kept: list[Chosen] = []
    for one in ranked:
        if one.value < ranked[0].value - _BEHIND or len(kept) == _MOST:
            break
        if _may_be_shown(one) and not any(_overlap(one, other) for other in kept):
            kept.append(one)
    return tuple(kept)


def _may_be_shown(one: Chosen) -> bool:
    """Whether a list is none of sentences that nothing says what they list, and no whole document."""
    if one.listing.sort == "told" and not (one.listing.lead or one.listing.headings):
        return False
    words = sum(len(entry.text.split()) for entry in one.entries)
    return len(one.entries) <= _ITEMS and words <= _WORDS


def _overlap(one: Chosen, other: Chosen) -> bool:
    """Whether two lists are of the same words."""
    if one.document != other.document:
        return False
    return one.listing.entries[0].start < other.listing.end and other.listing.entries[0].start < one.listing.end
