"""Weighs the best passages for a question against the one value that the register answers with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from assistant.disagreement.counts import other_number
from assistant.disagreement.days import other_day, says_changed
from assistant.disagreement.same import is_of_the_same
from assistant.disagreement.told import Contrary
from assistant.reading.matching import Matcher
from assistant.register.register import Register
from assistant.register.single import Single
from vectorstore import DocumentInfo, Fact, StoredSentence

_OF_FACTS = ("place", "starts", "ends")
"""Values of which the register has several without asking whether the one takes the place of the other."""
_MOST = 2
"""Other values that are shown, at most."""


def contrary_to(
    single: Single,
    sentences: Callable[[], Iterable[StoredSentence]],
    register: Register,
    matcher: Matcher,
    documents: Mapping[str, DocumentInfo],
    language: str,
) -> tuple[Contrary, ...]:
    """The other values that documents give of the same thing; none where they agree.

    Args:
        single: What the register says.
        sentences: Those of the best passages for the question; read only where the register does not know itself.
        register: Knows the names of things and places.
        matcher: Compares the terms of the question with text.
        documents: What is known of each document, by path.
        language: Of the question.
    """
    others = (other for other in single.others if single.sort not in _OF_FACTS or not says_changed(other.fact.quote))
    found = [_of_fact(other.value, other.fact, documents) for other in others]
    if single.sort not in ("holder", "place"):
        found += _in_sentences(single, sentences(), register, matcher, documents, language)
    said: dict[str, Contrary] = {}
    for one in sorted(found, key=lambda one: one.date or "", reverse=True):
        said.setdefault(one.value, one)
    return tuple(said.values())[:_MOST]


def _in_sentences(
    single: Single,
    sentences: Iterable[StoredSentence],
    register: Register,
    matcher: Matcher,
    documents: Mapping[str, DocumentInfo],
    language: str,
) -> Iterator[Contrary]:
    told = documents[single.fact.document].date if single.fact else None
    for sentence in sentences:
        if sentence.kind == "heading" or sentence.document in single.documents:
            continue
        about = documents[sentence.document]
        value = (
            other_number(sentence, single, register)
            if single.sort == "count"
            else other_day(sentence, single, language, about.date, told)
        )
        if value and is_of_the_same(sentence, single, register, matcher):
            yield Contrary(value, sentence.document, sentence.page, sentence.start, sentence.end, sentence.text, about)


def _of_fact(value: str, fact: Fact, documents: Mapping[str, DocumentInfo]) -> Contrary:
    return Contrary(value, fact.document, fact.page, fact.start, fact.end, fact.quote, documents[fact.document])
