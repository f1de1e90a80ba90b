"""The list of the one document that is of all a question names: the decisions of a meeting, the trainers of a course, the tasks of a mission."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from assistant.concepts import asking_words
from assistant.reading.choosing import Chosen, of_sex_asked, whole_list
from assistant.reading.columns import counts_things
from assistant.reading.counting import counting
from assistant.reading.document_lists import Listing, Sort, without_totals
from assistant.reading.matching import Matcher
from assistant.reading.nearness import Near
from assistant.understand import Question, counted_terms, listed_terms
from vectorstore import DocumentInfo, terms

_SORTS: tuple[Sort, ...] = ("items", "rows", "inline")
"""Lists that are laid out as such; in their order of what speaks for them."""
_FEWEST = 2
_FEW = 2
"""Documents that may tell the same of a question without its being what all of them do."""
_MOST_UNTOLD, _UNTOLD_OF_MEANT = 0.2, 0.34
"""Share of a question, its verbs aside, that neither the list nor its document need tell; more where that is of all that is named."""
_OF_KIND = 0.5
"""How surely what introduces a list announces the sort of things asked for, where it does not name them."""


@dataclass(frozen=True, slots=True)
class _Told:
    listing: Listing
    document: DocumentInfo
    weight: float
    untold: float


def own_list(
    question: Question,
    documents: Sequence[DocumentInfo],
    lists_of: Callable[[str], Sequence[Near]],
    matcher: Matcher,
    saying_nothing: Collection[str],
    announces: Callable[[str], bool],
    everywhere: Collection[str],
) -> Chosen | None:
    """The list that a question asks for or counts by its name and by the document it is of; None where there is none.

    Args:
        question: As understood.
        documents: Those that may hold it, the likeliest first.
        lists_of: The lists of a document, with what that tells of the question.
        matcher: Compares the question's terms with text.
        saying_nothing: Stems that only say how a question is asked, and verbs.
        announces: Whether what introduces a list says the doing that is asked for.
        everywhere: Stems of words that tell no document from another.
    """
    counts = question.wants == "number"
    nouns = _nouns(question, saying_nothing)
    if counts and not nouns:
        return None
    passed_over = (asking_words() | frozenset(saying_nothing)) - matcher.named - frozenset(nouns)
    asked = [term for term in question.own_terms if term in matcher.same and term not in passed_over]
    lists = {document.path: lists_of(document.path) for document in documents}
    telling = Counter(term for of in lists.values() for near in of[:1] for term in near.occasion.told)
    common = frozenset(everywhere).union(
        term for term, number in telling.items() if number > max(_FEW, len(documents) / 2)
    )
    found = [
        told
        for document in documents
        for near in lists[document.path]
        if not (counts and _counted_otherwise(near.listing, nouns, matcher))
        for told in _told(near, document, asked, nouns, common, matcher, announces)
    ]
    best = max(found, key=lambda one: (one.weight, -one.untold, -_SORTS.index(one.listing.sort)), default=None)
    return None if best is None else _whole(question, best)


def _nouns(question: Question, saying_nothing: Collection[str]) -> list[str]:
    """The stems of what is listed or counted: in English of all its words, in French and Arabic of the first."""
    said = counted_terms(question) if question.wants == "number" else listed_terms(question)
    ordered = [term for term in question.terms if term in said]
    nouns = [term for term in ordered if term not in saying_nothing] or ordered
    if nouns[:1] != ordered[:1] and question.wants == "number":
        return []  # "how many activities were marked": what is counted says too little
    return nouns if question.language == "en" else nouns[:1]


def _counted_otherwise(listing: Listing, nouns: Collection[str], matcher: Matcher) -> bool:
    """Whether what leads to a list or a column of it says a number already, so that its items may not be what is counted."""
    said = bool(counting(listing.lead))
    return said or counts_things(listing, nouns, lambda noun, words: matcher.worth(noun, frozenset(terms(words))) > 0)


def _told(
    near: Near,
    document: DocumentInfo,
    asked: Sequence[str],
    nouns: Sequence[str],
    common: Collection[str],
    matcher: Matcher,
    announces: Callable[[str], bool],
) -> Iterator[_Told]:
    """A list that is named by what is asked for, in a document that is of the rest and known by it from others."""
    listing, of = near.listing, near.occasion
    if listing.sort not in _SORTS or len(listing.entries) < _FEWEST or of.untold:
        return
    label = " ".join([*listing.headings[-1:], listing.lead])
    said = frozenset(terms(label))  # a column that is asked for is told by its cells, not by whole rows
    named = {term for term in asked if matcher.worth(term, said)}
    kind = of.meant and near.label_kind >= _OF_KIND
    if not (kind or _named(nouns, named, of.told) or (of.named and announces(label))):
        return
    untold = [term for term in asked if term not in named and term not in of.told and term not in nouns]
    weigh = matcher.weight.__getitem__
    total = sum(map(weigh, asked))
    of_document = [term for term in asked if term in of.told and term not in named]
    if (
        not (set(of_document) - set(common))
        or sum(map(weigh, untold)) > (_UNTOLD_OF_MEANT if of.meant else _MOST_UNTOLD) * total
    ):
        return
    yield _Told(listing, document, sum(map(weigh, {*named, *of_document})), sum(map(weigh, untold)))


def _named(nouns: Sequence[str], named: Collection[str], of_document: Collection[str]) -> bool:
    """Whether a list is named by what is asked for: of a noun of two words by both, unless its document is of one."""
    return any(noun in named for noun in nouns) and all(noun in named or noun in of_document for noun in nouns)


def _whole(question: Question, told: _Told) -> Chosen | None:
    chosen = whole_list(told.document.path, told.listing)
    entries = tuple(of_sex_asked(question, tuple(without_totals(chosen.entries))))
    return (
        None
        if len(entries) < _FEWEST
        else Chosen(
            chosen.document, told.document.title, told.listing, entries, None, False, False, True, 1.0, told.weight
        )
    )
