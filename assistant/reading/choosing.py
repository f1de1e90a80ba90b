"""Which list of the documents a question asks for, and which of its rows."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.concepts import asking_words, qualifiers, same_concept
from assistant.reading.columns import is_of_numbers
from assistant.reading.document_lists import Entry, Listing, Sort, without_totals
from assistant.reading.evidence import Evidence
from assistant.reading.matching import Matcher
from assistant.reading.nearness import Near
from assistant.reading.sexes import addressed, asked_sex
from assistant.reading.trends import changed
from assistant.understand import Question, is_country, listed_terms, same_country
from vectorstore import find_people, fold, terms

ListsOf = Callable[[str], Sequence[Near]]
"""The lists of a document, by its path, as near as they are to the question."""

_LOOKED_AT, _DOCUMENTS = 24, 8
"""Sentences whose documents are looked at, and documents at most."""
_UNSEEN, _BEHIND = 3.0, 5.0
"""How far below the best sentence of its document a list counts of which no sentence was found, and how far below the best of all one
counts at most."""
_WEIGHTS = {
    "match": 2.1,
    "naming": 1.3,
    "title": 3.7,
    "told": 1.8,
    "document": 0.8,
    "strength": 0.3,
    "best": 1.0,
    "items": 2.0,
    "heading": 1.1,
    "lead": 1.5,
    "nearest": 1.3,
    "repeats": -2.9,
    "label_kind": 3.4,
    "items_kind": 2.9,
    "one": -0.6,
    "two": -1.2,
    "many": -1.0,
    "long": -1.3,
    "named": 0.5,
}
_OF_SORT: dict[Sort, float] = {
    "items": 1.6,
    "rows": 0.9,
    "sentence": 0.1,
    "told": -0.2,
    "inline": -0.4,
    "pairs": -0.9,
    "lines": -1.2,
}
"""What speaks for a list, and for one of its sort; items that repeat the question speak against it. A regression over 190 questions of
eleven archives in different styles, with all lists of the documents found for each: the right one of some hundred comes first for
0.75 of them, and for 0.60 of 118 others."""
_SURE = 0.5
"""Share of all that speaks for any list from which the best is the right one for five questions of six."""
_MOSTLY = 0.6
"""Share of the cells of a column of countries that must be one."""
_MANY, _LONG = 12, 110
"""Items and words of a list that is rather a whole document."""
_YEAR = re.compile(r"(?:19|20)\d\d")


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
    share: float = 0.0
    """How likely it is the right one of all lists."""
    elsewhere: bool = False
    """Whether neither it nor its document says what the question names."""
    meant: bool = False
    """Whether its document is of all that the question names."""
    shown: frozenset[int] = frozenset()
    """Of a wide table, the columns that are told beside what names a row; empty for all."""

    @property
    def sure(self) -> bool:
        """Whether no other list is likely to be meant."""
        return self.share >= _SURE

    @property
    def of_people(self) -> bool:
        """Whether its items are mostly people."""
        return _of_people(self.listing) > 0


def choose(
    question: Question,
    evidence: Sequence[Evidence],
    lists_of: ListsOf,
    matcher: Matcher,
    sorts: Collection[Sort] = tuple(_OF_SORT),
) -> Chosen | None:
    """The list that a question most likely asks for; None where the documents found have none.

    Args:
        question: What is asked.
        evidence: Best first.
        lists_of: The lists of a document.
        matcher: Compares the question's terms with text.
        sorts: The sorts of lists that may be meant.
    """
    return next(iter(of_what_is_named(ranked(question, evidence, lists_of, matcher, sorts))), None)


def of_what_is_named(ranked_: Sequence[Chosen]) -> list[Chosen]:
    """Of some lists, where the document of one is of all that the question names, none that says nothing of it."""
    meant = any(one.meant for one in ranked_)
    return [one for one in ranked_ if not (meant and one.elsewhere)]


def ranked(
    question: Question,
    evidence: Sequence[Evidence],
    lists_of: ListsOf,
    matcher: Matcher,
    sorts: Collection[Sort] = tuple(_OF_SORT),
) -> list[Chosen]:
    """The lists that a question may ask for, the likeliest first; takes what `choose` takes."""
    documents = list(dict.fromkeys(e.sentence.document for e in evidence[:_LOOKED_AT]))[:_DOCUMENTS]
    found = [
        one
        for document in documents
        for one in _weighed(question, document, evidence, lists_of, matcher)
        if one.listing.sort in sorts
    ]
    leads, most = any(one.leads for one in found), max((one.value for one in found), default=0.0)
    total = sum(math.exp(one.value - most) for one in found)
    ordered = sorted(found, key=lambda one: -one.value)
    return [replace(one, leads=leads, share=math.exp(one.value - most) / total) for one in ordered]


def whole_list(document: str, listing: Listing) -> Chosen:
    """A list of a document with all of its items, whatever is asked."""
    return Chosen(document, "", listing, listing.entries, None, False, False, False, 0.0, 0.0)


def _weighed(
    question: Question, document: str, evidence: Sequence[Evidence], lists_of: ListsOf, matcher: Matcher
) -> Iterator[Chosen]:
    own = [e for e in evidence if e.sentence.document == document]
    title = own[0].passage.source.title
    listed = listed_terms(question)
    nouns = listed or frozenset(question.own_terms) - matcher.named
    best = evidence[0]
    if own[0].score < best.score - _BEHIND:
        return
    for one in lists_of(document):
        listing = one.listing
        inside = [e for e in own if _overlaps(e, listing)]
        label = " ".join([*listing.headings[-1:], listing.lead])
        named = set(terms(label)) | {t for column in listing.columns for t in terms(column)}
        wide = set(terms(" ".join([title, *listing.headings])))
        body = set(terms(" ".join(entry.text for entry in listing.entries)))
        match = matcher.share(question.terms, [(named, 1.0), (wide, 0.9), (body, 0.6)])
        naming = max((_says(term, named, matcher) for term in nouns), default=0.0)
        here = best.sentence.document == document and _overlaps(best, listing)
        strength = max((e.score for e in inside), default=own[0].score - _UNSEEN)
        speaking = {
            "match": match,
            "naming": naming,
            "title": matcher.share(question.terms, [(set(terms(title)), 1.0)]),
            "told": max((e.told for e in inside), default=0.0),
            "document": own[0].score - best.score,
            "strength": max(-_BEHIND, strength - best.score),
            "best": float(here),
            "items": one.items,
            "heading": one.heading,
            "lead": one.lead,
            "nearest": one.nearest,
            "repeats": matcher.share(question.terms, [(body, 1.0)]),
            "label_kind": one.label_kind,
            "items_kind": one.items_kind,
            "one": float(len(listing.entries) == 1),
            "two": float(len(listing.entries) == 2),
            "many": float(len(listing.entries) > _MANY),
            "long": float(sum(len(entry.text.split()) for entry in listing.entries) > _LONG),
            "named": max((e.named for e in inside), default=0.0),
        }
        value = _OF_SORT[listing.sort] + sum(weight * speaking[what] for what, weight in _WEIGHTS.items())
        at = best.sentence
        leads = here and at.start < listing.entries[0].start and at.kind in ("heading", "paragraph")
        sought = listed or question.own_terms[:1]
        column = _column(sought, question.own_terms, listing, matcher)
        first = next(iter(_naming(sought, listing, matcher)), None)
        entries = tuple(_asked_rows(question, listing, first, named | wide, one.occasion.day, matcher))
        if not entries:
            continue  # the rows are of others than what is named
        match = max([match, *(e.context for e in inside)])
        of = one.occasion
        elsewhere = any(not matcher.worth(term, named | wide | body) for term in of.untold)
        yield Chosen(
            document,
            title,
            listing,
            entries,
            column,
            here,
            leads,
            naming > 0,
            match,
            value,
            elsewhere=elsewhere,
            meant=of.meant,
        )


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
    places = _naming(nouns, listing, matcher)
    others = [term for term in asked if term not in nouns and places and not matcher.worth(term, named[places[0]])]
    if not places or any(_names(others, words, matcher) for n, words in enumerate(named) if n != places[0]):
        return None
    return places[0]


def _naming(nouns: Collection[str], listing: Listing, matcher: Matcher) -> list[int]:
    """The columns that some nouns name; one of numbers tells how many there are, not which."""
    called = (n for n, name in enumerate(listing.columns) if _names(nouns, set(terms(name)), matcher))
    return [n for n in called if not is_of_numbers(listing, n)]


def _names(terms_: Collection[str], words: set[str], matcher: Matcher) -> bool:
    """Whether words have one of some terms of the question."""
    return any(matcher.worth(term, words) for term in terms_ if term in matcher.same)


def _of_other_countries(
    question: Question, rows: Sequence[Entry], column: int | None, told: set[str], matcher: Matcher
) -> bool:
    """Whether a table has a row for each of some countries, and none for the one that a question names."""
    named = [name for name in question.names if same_country(name)]
    if not named or all(matcher.worth(term, told) for name in named for term in terms(name)):
        return False
    asked = {fold(name) for one in named for name in same_country(one)}
    for number in range(max((len(row.cells) for row in rows), default=0)):
        cells = [fold(row.cells[number]).strip() if number < len(row.cells) else "" for row in rows]
        of_countries = sum(map(is_country, cells)) >= _MOSTLY * len(cells)
        if number != column and of_countries and not any(cell in asked for cell in cells):
            return True
    return False


def of_sex_asked(question: Question, entries: Sequence[Entry]) -> Sequence[Entry]:
    """Of people who are all named with a form of address, the women or the men, where a question asks for them."""
    sex = asked_sex(fold(question.text))
    known = [addressed(entry.text) for entry in entries] if sex else []
    return [e for e, one in zip(entries, known, strict=True) if one == sex] if known and all(known) else entries


def _asked_rows(
    question: Question,
    listing: Listing,
    column: int | None,
    told: set[str],
    day: Collection[str],
    matcher: Matcher,
) -> Iterator[Entry]:
    """The rows that meet what the question says beyond what is said of all of them; every item of other lists.

    What stands in the column that is listed limits nothing: of the countries of a course in Lima, Lima's is one. Nor does the
    day of the whole document.
    """
    rows = list(without_totals(listing.entries))
    if listing.sort != "rows":
        yield from of_sex_asked(question, rows)
        return
    if _of_other_countries(question, rows, column, told, matcher):
        return
    said = [frozenset(terms(" ".join(c for n, c in enumerate(row.cells) if n != column))) for row in rows]
    asking = asking_words() | qualifiers()
    asked = [term for term in question.own_terms if term in matcher.same and term not in asking]
    limits = [term for term in asked if term not in day and not matcher.worth(term, told)]
    telling = [term for term in limits if 0 < sum(bool(matcher.worth(term, own)) for own in said) < len(rows)]
    years = {term for own in said for term in own if _YEAR.fullmatch(term)}
    if len(years) == 1:  # rows without a year are of the only one that others name
        telling = [term for term in telling if term not in years]
    meeting = [row for row, own in zip(rows, said, strict=True) if all(matcher.worth(term, own) for term in telling)]
    yield from changed(question.text, meeting or rows) or meeting or rows
