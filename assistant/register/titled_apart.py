"""Whether two events of one sort and one day are two: their titles have subjects that cannot be one and the same."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from assistant.concepts import same_concept
from assistant.gate import ranks
from assistant.register.kinds import sorts
from assistant.register.likeness import stems
from assistant.register.record import Record
from assistant.register.vocabulary import folded, vocabulary
from vectorstore import fold, terms

_AROUND = ("venue", "host", "parties", "programme")
"""What an event may be called after besides its subject: where, by whom and for what it was held."""
_CODE = re.compile(r"[A-ZÀ-Þ][\w-]*[A-ZÀ-Þ]")
"""A word with several capitals, as `OSH-Reach` and `CapMET` have."""
_TELLING = 2
"""Words of a subject that must be known in two languages for them to be set against each other."""


def share_subject(one: Record, other: Record) -> bool:
    """Whether the titles of two events have a word of their subjects in common; true where one of them names none."""
    mine, theirs = _subjects(one, other)
    return not mine or not theirs or bool(_shared(mine, theirs))


def same_subject(one: Record, other: Record) -> bool:
    """Whether all that the title of one event says it is about stands in the other's, and they are not told apart by their numbers."""
    mine, theirs = _subjects(one, other)
    fewer, more = sorted((mine, theirs), key=len)
    numbered = [
        {rank for fact in record.facts for rank in ranks(fact.fields.get("title") or "")} for record in (one, other)
    ]
    apart = all(numbered) and numbered[0].isdisjoint(numbered[1])
    return len(fewer) >= _TELLING and len(_shared(fewer, more)) == len(fewer) and not apart


def titled_apart(one: Record, other: Record) -> bool:
    """Whether two events of one day are told apart by their titles.

    One document that names them by different subjects tells of two, unless it is the report of one; two documents may call
    one event differently, but not by words that have nothing in common. In two languages only words that are known in both count.
    """
    mine, theirs = _subjects(one, other)
    if one.facts[0].language != other.facts[0].language:
        mine, theirs = ({word for word in said if same_concept(word)} for said in (mine, theirs))
        return min(len(mine), len(theirs)) >= _TELLING and not _shared(mine, theirs)
    if not mine or not theirs:
        return False
    shared = len(_shared(mine, theirs))
    together = {fact.document for fact in one.facts} & {fact.document for fact in other.facts}
    if together and not (_is_report(one) or _is_report(other)):
        return 2 * shared <= min(len(mine), len(theirs))
    return shared == 0


def _is_report(record: Record) -> bool:
    return any(fact.fields.get("about_this_document") == "yes" for fact in record.facts)


def _subjects(one: Record, other: Record) -> tuple[set[str], set[str]]:
    """The stems of the titles of two events that say what they are about, and neither where nor with whom."""
    around = {
        stem
        for record in (one, other)
        for fact in record.facts
        for name in _AROUND
        for stem in stems(fact.fields.get(name) or "")
    }
    mine, theirs = (
        {stem for fact in record.facts for stem in _subject(fact.fields.get("title") or "")} - around
        for record in (one, other)
    )
    return mine, theirs


@lru_cache(maxsize=100_000)
def _subject(title: str) -> frozenset[str]:
    """The stems of a title but those of its sort, its number and its format, and of the code of what it was held for."""
    said = {
        stem
        for word in title.split()
        if not (ranks(word) or (_CODE.search(word) and not title.isupper()))
        for stem in stems(word)
    }
    return frozenset(stem for stem in said if stem not in sorts() and stem not in _formats() and not stem.isdigit())


@lru_cache(maxsize=1)
def _formats() -> frozenset[str]:
    """Stems of words for the format of an event, which say nothing of what it is about."""
    return frozenset(stem for word in folded(vocabulary()["formats"]["words"]) for stem in terms(fold(word)))


def _shared(mine: Collection[str], theirs: Collection[str]) -> set[str]:
    """The stems of one title that the other has too, or others of their meaning."""
    return {stem for stem in mine if {stem, *same_concept(stem)} & set(theirs)}
