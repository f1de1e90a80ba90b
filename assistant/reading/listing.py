"""When a list of a document is the answer, and which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.reading.choosing import Chosen, ListsOf, choose, of_what_is_named, ranked
from assistant.reading.document_lists import Sort
from assistant.reading.draft import Draft, Said
from assistant.reading.enumerations import enumerates
from assistant.reading.evidence import Evidence
from assistant.reading.itemise import LONGEST_LIST, itemised
from assistant.reading.matching import Matcher
from assistant.reading.series import joined, with_others_of_series
from assistant.reading.showing import Siblings, whole
from assistant.understand import (
    Question,
    Wants,
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
_OPEN: tuple[Wants, ...] = ("list", "fact", "definition")
_MAY_LIST = 0.035
"""How likely several things must be asked for that a list may be told in the place of a sentence."""
_LIKELY, _SURELY_LIST = 0.43, 0.72
"""How likely a list must be the right one where that is hardly said, and both together."""
_ASKED, _RIGHT = 0.1, 0.4
"""How likely several things must be asked for, and a list must be the right one, where the words say no kind of answer. Of the questions
of half of six archives and of two others that are told a list by that, all but one were after it."""
_ASKED_TYPED, _RIGHT_TYPED = 0.3, 0.4
"""The same where the words ask for one person, sum, day or title, which may be what the list is about."""
_NO_DOUBT = 0.9
_HARDLY_ASKED, _TELLS = (0.1, 0.43), 6.5
"""What must speak for a list that is told although no sentence would be enough."""
_ONLY_ONE, _TELLS_ALL = 0.9, 10.0
"""What a list needs that is told whatever the words ask for: no other comes near, and all speaks for it."""
_FEWEST = 2
"""Items that can be counted."""
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
        found = of_what_is_named(ranked(question, evidence, lists_of, matcher))
        if found and (several or _lists_what_is_asked(question, found[0])):
            drafts = [
                itemised(one, siblings(_of(one, evidence))) for one in with_others_of_series(question, found, matcher)
            ]
            return joined(drafts)
    if question.wants not in _OPEN:
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
    if number and (best.fit >= 1.0 or len(chosen.entries) < _FEWEST or not _counts(question, chosen, matcher)):
        return None
    return itemised(chosen, siblings(_of(chosen, evidence)), counted=number)


def meant_list(
    question: Question, evidence: Sequence[Evidence], siblings: Siblings, matcher: Matcher, lists_of: ListsOf
) -> Draft | None:
    """The list that a question for several things surely means, where none of its sentences alone would be enough."""
    chosen = choose(question, evidence, lists_of, matcher)
    if chosen is None or not _surely_means(question, chosen):
        return None
    own = [e for e in evidence if e.sentence.document == chosen.document]
    if max(e.named for e in own) < _NAMES_IT or max(e.dated for e in own) < _DATES_IT:
        return None
    if not any(e.qualified for e in own):
        return None
    return itemised(chosen, siblings(own[0].sentence))


def _surely_means(question: Question, chosen: Chosen) -> bool:
    """Whether a list is meant although no sentence tells what is asked: several things are asked for, or no other list is like it."""
    asked, right = _HARDLY_ASKED
    if question.wants == "list" or question.lists >= asked:
        return chosen.share >= right and chosen.value >= _TELLS
    return chosen.share >= _ONLY_ONE and chosen.value >= _TELLS_ALL + 1.0


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
    """Whether a question may be after several things although its words ask for one, for somebody, or for a reason."""
    if question.wants in (*_OPEN, "person"):
        return question.lists >= _MAY_LIST
    return question.wants == "reason" or question.lists >= _ASKED_TYPED


def _says_list(question: Question) -> bool:
    """Whether the words of a question ask for several things, or its meaning does so beyond doubt."""
    if question.wants != "list" or asks_for_one(question):
        return False
    return wanted(question.text) == "list" or question.lists >= _NO_DOUBT


def _lists_what_is_asked(question: Question, chosen: Chosen) -> bool:
    """Whether a list is surely meant by a question that may ask for one."""
    lists, share = question.lists, chosen.share
    if len(chosen.entries) < 2 and chosen.listing.sort != "sentence":
        return False
    if asks_for_one(question) and chosen.listing.sort != "rows":
        return False  # "which programme …": one of a table may still be known by its row
    if question.wants == "reason":
        return share >= _ONLY_ONE and chosen.value >= _TELLS_ALL
    if question.wants not in _OPEN:
        of_people = question.wants == "person" and chosen.of_people
        return (lists >= _ASKED_TYPED and share >= _RIGHT_TYPED) or (of_people and _together(lists, share))
    return (lists >= _ASKED and share >= _RIGHT) or _together(lists, share)


def _together(lists: float, share: float) -> bool:
    """Whether a list is likely enough asked for and the right one, both taken together."""
    return share >= _LIKELY and lists + share >= _SURELY_LIST


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
