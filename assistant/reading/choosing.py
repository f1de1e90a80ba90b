"""Which list of the documents a question asks for, and which of its rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.concepts import same_concept
from assistant.reading.document_lists import Entry, Listing, without_totals
from assistant.reading.evidence import Evidence
from assistant.reading.fitting import names_people
from assistant.reading.matching import Matcher
from assistant.understand import Question, listed_terms, lists_several
from vectorstore import find_people, fold, terms

ListsOf = Callable[[str], Sequence[Listing]]
"""The lists of a document, by its path."""

_LOOKED_AT = 12
_UNSEEN = 3.0
"""How far below the best sentence a list counts of which no sentence was found."""
_MATCH, _HEAD, _LIKELY, _TURNED = 3.0, 2.2, 1.2, 1.5
"""What counts for a list: that it tells of what is asked, that it is named as what is listed or by another word of the question, and
that it says what is not although that is not asked."""
_STRENGTH = 0.6
"""What the score of its best sentence counts for a list, of which the name and what stands around it say more."""
_OTHER = 0.7
"""What it counts against a list that nothing names it as what is listed."""
_PEOPLE = 1.2
"""What it counts for or against a list that its items are people, where people are asked for."""
_BEHIND, _BEHIND_NAMED, _BEHIND_HERE = 4.0, 6.0, 10.0
"""How far the best sentence of a list may lie below the best of all; of one that is named as what is listed; and of such a one in the
document of the best."""
_TELLS_ALL = 0.85
"""Share of a question from which a sentence that tells it is not passed over for a list further away."""
_ENOUGH, _ENOUGH_HERE = 0.4, 0.2
"""Share of a question that a list must tell, and one of the document of the best sentence that is named as what is listed."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEGATED = re.compile(
    r"\b(?:not|no|never|without|except|pas|non|aucune?|sans|sauf)\b|\b(?:لا|لم|لن|غير|ليس|ليست|بدون)\b"
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A list, or the part of it that is asked for."""

    document: str
    title: str
    listing: Listing
    entries: tuple[Entry, ...]
    column: int | None
    """Of a table, the column asked for."""
    holds_best: bool
    """Whether the best sentence of all is of this list or introduces it."""
    leads: bool
    """Whether the best sentence of all introduces it or another list that may be meant."""
    head: bool
    """Whether what introduces it names what is asked for."""
    match: float
    """Share of the question that the list, with what introduces it and stands around it, tells."""
    value: float


def choose(question: Question, evidence: Sequence[Evidence], lists_of: ListsOf, matcher: Matcher) -> Chosen | None:
    """The list that a question asks for; None where none is named by it or holds the best evidence."""
    found = [
        one
        for document in dict.fromkeys(e.sentence.document for e in evidence[:_LOOKED_AT])
        for one in _weighed(question, document, evidence, lists_of, matcher)
    ]
    best = max(found, key=lambda one: one.value, default=None)
    return replace(best, leads=any(one.leads for one in found)) if best else None


def _weighed(
    question: Question, document: str, evidence: Sequence[Evidence], lists_of: ListsOf, matcher: Matcher
) -> Iterator[Chosen]:
    own = [e for e in evidence if e.sentence.document == document]
    title = own[0].passage.source.title
    listed = listed_terms(question)
    several = bool(listed) and lists_several(question)
    wide_search = several and evidence[0].context < _TELLS_ALL
    nouns = listed or frozenset(question.own_terms) - matcher.named
    for listing in lists_of(document):
        inside = [e for e in own if _overlaps(e, listing)]
        strength = max((e.score for e in inside), default=own[0].score - _UNSEEN)
        label = " ".join([*listing.headings[-1:], listing.lead])
        named = set(terms(label)) | {t for column in listing.columns for t in terms(column)}
        naming = max((_says(term, named, matcher) for term in nouns), default=0.0)
        head = naming > 0
        here_too = document == evidence[0].sentence.document
        if strength < evidence[0].score - _reach(naming if wide_search else 0.0, first=here_too):
            continue
        surely = wide_search and here_too and naming >= 1
        if surely:
            strength = max(
                strength, evidence[0].score - _BEHIND
            )  # named in the very document: its items need not be near
        wide = set(terms(" ".join([title, *listing.headings])))
        body = set(terms(" ".join(entry.text for entry in listing.entries)))
        match = matcher.share(question.terms, [(named, 1.0), (wide, 0.9), (body, 0.6)])
        match = max([match, *(e.context for e in inside)])
        turned = bool(_NEGATED.search(fold(label))) != bool(_NEGATED.search(fold(question.text)))
        at = evidence[0].sentence
        here = at.document == document and _overlaps(evidence[0], listing)
        leads = here and at.start < listing.entries[0].start and at.kind in ("heading", "paragraph")
        if not here and (not head or match < (_ENOUGH_HERE if surely else _ENOUGH)):
            continue
        column = _column(listed_terms(question) or question.own_terms[:1], question.own_terms, listing, matcher)
        entries = tuple(_asked_rows(question, listing, named | wide, matcher))
        value = _PEOPLE * _of_people(listing) if names_people(question) else 0.0
        value += (
            _STRENGTH * strength
            + _MATCH * match
            + ((_HEAD if head else -_OTHER) if several else _LIKELY * head)
            - _TURNED * turned
        )
        yield Chosen(document, title, listing, entries, column, here, leads, head, match, value)


def _reach(naming: float, *, first: bool) -> float:
    """How far the best sentence of a list may lie below the best of all, by how surely it is named as what is listed."""
    if not naming:
        return _BEHIND
    return _BEHIND_HERE if first and naming >= 1 else _BEHIND_NAMED


def _says(term: str, words: set[str], matcher: Matcher) -> float:
    """How far words name what is listed; "who attended" asks for participants without saying so."""
    return matcher.worth(term, words) if term in matcher.same else float(bool(words & {term, *same_concept(term)}))


def _of_people(listing: Listing) -> float:
    """1 for a list that mostly names people, -1 for another."""
    named = sum(bool(find_people(entry.text)) for entry in listing.entries)
    return 1.0 if 2 * named >= len(listing.entries) else -1.0


def _overlaps(evidence: Evidence, listing: Listing) -> bool:
    sentence = evidence.sentence
    return sentence.start == listing.heading_start or (sentence.start < listing.end and listing.start < sentence.end)


def _column(nouns: Collection[str], asked: Collection[str], listing: Listing, matcher: Matcher) -> int | None:
    """The column whose name is what is asked for; None where more is asked than one column says."""
    named = [set(terms(column)) for column in listing.columns]
    places = [n for n, words in enumerate(named) if _names(nouns, words, matcher)]
    others = [term for term in asked if term not in nouns and places and not matcher.worth(term, named[places[0]])]
    if not places or any(_names(others, words, matcher) for n, words in enumerate(named) if n != places[0]):
        return None
    return places[0]


def _names(terms_: Collection[str], words: set[str], matcher: Matcher) -> bool:
    """Whether words have one of some terms of the question."""
    return any(matcher.worth(term, words) for term in terms_ if term in matcher.same)


def _asked_rows(question: Question, listing: Listing, told: set[str], matcher: Matcher) -> Iterator[Entry]:
    """The rows that meet what the question says beyond what is said of all of them; every item of other lists."""
    rows = list(without_totals(listing.entries))
    if listing.sort != "rows":
        yield from rows
        return
    said = [frozenset(terms(row.text)) for row in rows]
    limits = [term for term in question.own_terms if term in matcher.same and not matcher.worth(term, told)]
    telling = [term for term in limits if 0 < sum(bool(matcher.worth(term, own)) for own in said) < len(rows)]
    years = {term for own in said for term in own if _YEAR.fullmatch(term)}
    if len(years) == 1:  # rows without a year are of the only one that others name
        telling = [term for term in telling if term not in years]
    meeting = [row for row, own in zip(rows, said, strict=True) if all(matcher.worth(term, own) for term in telling)]
    yield from meeting or rows
