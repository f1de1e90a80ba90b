"""When a list of a document is the answer, and which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.reading.choosing import Chosen, ListsOf, choose
from assistant.reading.document_lists import Sort
from assistant.reading.draft import Draft, Said
from assistant.reading.enumerations import enumerates
from assistant.reading.evidence import Evidence
from assistant.reading.itemise import LONGEST_LIST, itemised
from assistant.reading.matching import Matcher
from assistant.reading.showing import Siblings, whole
from assistant.understand import (
    Question,
    asks,
    asks_for_one,
    counted_terms,
    rest_of_list,
    wanted,
)
from vectorstore import StoredSentence, coded_pairs, fold, terms

_PAIRS = 3
"""`phrase (CODE)` pairs that make a sentence a list of them."""
_NAMED, _NAMED_MATCH, _MATCH_HERE = 0.8, 0.45, 0.4
"""Of the names and of all terms of a question, what must be told for a list to be the one it names; less where the best
sentence is of it."""
_NAMES_IT, _DATES_IT = 0.5, 0.6
"""What of the names and the time of a question the document of a list must tell."""
_SET_OUT: tuple[Sort, ...] = ("items", "lines", "inline", "rows")
"""Lists that are laid out as such, for questions that need not ask for one."""
_OPEN = ("list", "fact", "definition", "person")
_MAY_LIST, _LIKELY, _SURELY_LIST = 0.035, 0.43, 0.72
"""How likely several things must be asked for that a list may be told in the place of a sentence, how likely the list must be the right
one, and both together."""
_NO_DOUBT = 0.9
_TELLS = 7.5
"""What must speak for a list that is told although no sentence would be enough."""
_AGENDA = re.compile(
    r"\W*(?:the |l')?(?:agenda|programme|program|schedule|ordre du jour|deroulement|جدول (?:ال)?اعمال|برنامج)\b"
)


def told_list(
    question: Question, evidence: Sequence[Evidence], siblings: Siblings, matcher: Matcher, lists_of: ListsOf
) -> Draft | None:
    """The list asked for, or the sentence that the best evidence enumerates it in."""
    best = evidence[0]
    several = _says_list(question) or _asks_plural(question)
    coded = _coded(question, best.sentence, matcher) if several else []
    if coded:
        return Draft((*coded, whole(best.sentence, None, limit=LONGEST_LIST)))
    if several or may_want_list(question):
        chosen = choose(question, evidence, lists_of, matcher)
        if chosen is not None and (several or _lists_what_is_asked(question, chosen)):
            return itemised(chosen, siblings(_of(chosen, evidence)))
    if question.wants == "person":
        return None
    chosen = choose(question, evidence, lists_of, matcher, _SET_OUT)
    if chosen is None or not (
        _names_list(question, chosen) or chosen.leads or (chosen.holds_best and chosen.listing.sort == "inline")
    ):
        return None
    if chosen.listing.sort == "lines" or not (chosen.holds_best or not _enumerated(best)):
        return None
    return itemised(chosen, siblings(_of(chosen, evidence)))


def named_list(
    question: Question, evidence: Sequence[Evidence], siblings: Siblings, matcher: Matcher, lists_of: ListsOf
) -> Draft | None:
    """The list that is named by what a question asks for or counts, whatever single sentences say of it."""
    best = evidence[0]
    if question.wants not in ("list", "number") or best.named < _NAMED or best.dated < 1.0 or not best.qualified:
        return None
    chosen = choose(question, evidence, lists_of, matcher, _SET_OUT)
    if chosen is None or not chosen.head or chosen.listing.sort == "lines":
        return None
    if chosen.match < (_MATCH_HERE if chosen.holds_best else _NAMED_MATCH):
        return None
    number = question.wants == "number"
    if number and (best.fit >= 1.0 or not _counts(question, chosen, matcher)):
        return None
    return itemised(chosen, siblings(_of(chosen, evidence)), counted=number)


def meant_list(
    question: Question, evidence: Sequence[Evidence], siblings: Siblings, matcher: Matcher, lists_of: ListsOf
) -> Draft | None:
    """The list that a question for several things surely means, where none of its sentences alone would be enough."""
    best = evidence[0]
    if not (question.wants == "list" or may_want_list(question)) or not best.qualified:
        return None
    chosen = choose(question, evidence, lists_of, matcher)
    if chosen is None or not chosen.sure or chosen.value < _TELLS:
        return None
    own = [e for e in evidence if e.sentence.document == chosen.document]
    if max(e.named for e in own) < _NAMES_IT or max(e.dated for e in own) < _DATES_IT:
        return None
    return itemised(chosen, siblings(own[0].sentence))


def _counts(question: Question, chosen: Chosen, matcher: Matcher) -> bool:
    """Whether what introduces a list, or a column of a table, names what is counted."""
    listing = chosen.listing
    label = set(terms(" ".join([*listing.headings[-1:], listing.lead, *listing.columns[:2]])))
    return any(matcher.worth(term, label) for term in counted_terms(question) if term in matcher.same)


def _names_list(question: Question, chosen: Chosen) -> bool:
    """Whether a question is only the name of things, and what introduces a list has that name, too."""
    if question.wants != "fact" or not chosen.head or len(chosen.entries) < 2 or asks(question.text):
        return False
    first = question.text.split()[0]
    named = fold(first).endswith(("s", "x")) or first.startswith("ال") or bool(_AGENDA.match(fold(question.text)))
    return named and chosen.listing.sort != "lines"


def may_want_list(question: Question) -> bool:
    """Whether a question may be after several things although its words ask for one, or for somebody."""
    return question.wants in _OPEN and question.lists >= _MAY_LIST


def _says_list(question: Question) -> bool:
    """Whether the words of a question ask for several things, or its meaning does so beyond doubt."""
    if question.wants != "list" or asks_for_one(question):
        return False
    return wanted(question.text) == "list" or question.lists >= _NO_DOUBT


def _lists_what_is_asked(question: Question, chosen: Chosen) -> bool:
    """Whether a list is surely meant by a question that may ask for one; where it asks for somebody, one of people."""
    if question.lists + chosen.share < _SURELY_LIST or chosen.share < _LIKELY or len(chosen.entries) < 2:
        return False
    if asks_for_one(question) and chosen.listing.sort != "rows":
        return False  # "which programme …": one of a table may still be known by its row
    return wanted(question.text) != "person" or chosen.of_people


def _enumerated(best: Evidence) -> bool:
    return best.sentence.kind == "paragraph" and enumerates(best.sentence.text)


def _of(chosen: Chosen, evidence: Sequence[Evidence]) -> StoredSentence:
    return next(e.sentence for e in evidence if e.sentence.document == chosen.document)


def _coded(question: Question, sentence: StoredSentence, matcher: Matcher) -> list[Said]:
    """Of the `phrase (CODE)` pairs of a sentence those the question is about, or all of them if it is about none."""
    places = coded_pairs(sentence.text)
    if len(places) < _PAIRS:
        return []
    pairs = [sentence.text[start:end] for start, end, _ in places]
    outside = sentence.text
    for pair in pairs:
        outside = outside.replace(pair, " ")
    common = set(terms(outside))
    telling = [term for term in rest_of_list(question) if not matcher.worth(term, common)]
    share = [matcher.share(telling, [(set(terms(pair)), 1.0)]) for pair in pairs]
    best = max(share)
    chosen = [pair for pair, value in zip(pairs, share, strict=True) if value >= 0.75 * best]
    return [Said("; ".join(chosen), (sentence,))]


def _asks_plural(question: Question) -> bool:
    return question.wants == "fact" and bool(
        re.match(r"^\W*(?:the )?(?:[\w-]+ ){0,2}[\w-]{3,}s\b", fold(question.text))
    )
