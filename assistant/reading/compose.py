"""From weighed evidence to a short answer that leads with the answer itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.concepts import same_concept
from assistant.reading.choosing import Chosen, ListsOf, choose
from assistant.reading.document_lists import Sort
from assistant.reading.draft import Draft, Said
from assistant.reading.enumerations import announces, enumerates
from assistant.reading.evidence import Evidence
from assistant.reading.itemise import LONGEST_LIST, itemised, names_of, row_said
from assistant.reading.matching import Matcher
from assistant.reading.people import in_full
from assistant.reading.span import Span
from assistant.reading.spans import answer_span
from assistant.reading.superseding import Settled, holds_now, settled
from assistant.reading.yes_no import called_off, yes_or_no
from assistant.understand import (
    Question,
    asks,
    asks_for_one,
    counted_terms,
    name_parts,
    rest_of_list,
    short_forms,
    wanted,
)
from vectorstore import StoredSentence, coded_pairs, find_expansions, fold, rewrite_dates, terms

LONGEST_STATEMENT = 60
"""Words; a longer sentence is shown in part, its citation has it whole."""
_PAIRS = 3
"""`phrase (CODE)` pairs that make a sentence a list of them."""
_MEANINGS = 3
"""Of one short form, told at most."""
_NAMED, _NAMED_MATCH, _MATCH_HERE = 0.8, 0.45, 0.4
"""Of the names and of all terms of a question, what must be told for a list to be the one it names; less where the best
sentence is of it."""
_NAMES_IT, _DATES_IT = 0.5, 0.6
"""What of the names and the time of a question the document of a list must tell."""
_LESS = 0.15
"""How much less of what is asked a second sentence from another document may tell."""
_SECOND = 0.6
"""A second sentence is added when its score is at most this much below the first's."""

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

Siblings = Callable[[StoredSentence], Sequence[StoredSentence]]
"""The sentences of the section a sentence stands in, in order."""


def compose(
    question: Question, evidence: Sequence[Evidence], siblings: Siblings, matcher: Matcher, lists_of: ListsOf
) -> Draft:
    """Say what the best evidence says, in as few words as carry it."""
    if question.wants in ("list", "fact", "definition") or may_want_list(question):
        listed = _list(question, evidence, siblings, matcher, lists_of)
        if listed is not None:
            return listed
    if question.wants == "number" and (listed := named_list(question, evidence, siblings, matcher, lists_of)):
        return listed
    if off := called_off(question, evidence):
        return _called_off(question, off, evidence)
    direct = _direct(question, evidence[0], evidence[1:], siblings, matcher)
    return direct if direct.dated else replace(direct, holds=yes_or_no(question, evidence[0], matcher))


def expand(question: Question, evidence: Sequence[Evidence]) -> Draft | None:
    """What the acronym asked about stands for, where a text says so; preferably in the question's language.

    A short form that stands for two things is told with both.
    """
    if question.wants not in ("expansion", "definition"):
        return None
    for name in short_forms(question):
        found = _expansions(question, name, evidence)
        if found:
            return Draft(tuple(said for _, best, span in _meanings(found) for said in _expanded(question, best, span)))
    return None


_Expanded = tuple[tuple[float, ...], Evidence, Span]


def _expansions(question: Question, name: str, evidence: Sequence[Evidence]) -> list[_Expanded]:
    found: list[_Expanded] = []
    for place, e in enumerate(evidence):
        for expansion in find_expansions(name, e.sentence.text, e.sentence.columns):
            if question.wants == "definition" and not _asks_only_for(question, e.sentence.text):
                continue
            own_language = e.passage.source.language == question.language
            found.append(((own_language, expansion.sure, -place), e, Span(expansion.start, expansion.end)))
    return found


def _meanings(found: Sequence[_Expanded]) -> list[_Expanded]:
    """The best long form, and others in its language that are proved and have no word in common with it."""
    ranked = sorted(found, key=lambda item: item[0], reverse=True)
    chosen: list[_Expanded] = []
    for one in ranked:
        (_, sure, _), evidence, _ = one
        same_language = not chosen or evidence.passage.source.language == chosen[0][1].passage.source.language
        if same_language and (not chosen or (sure and not any(_told(one) & _told(other) for other in chosen))):
            chosen.append(one)
    return chosen[:_MEANINGS]


def _told(one: _Expanded) -> set[str]:
    _, evidence, span = one
    return set(terms(evidence.sentence.text[span.start : span.end]))


def _expanded(question: Question, best: Evidence, span: Span) -> list[Said]:
    shown = row_said(best.sentence, None) if best.sentence.kind == "row" else _whole(best.sentence, span)
    return [*_lead(question, best, span), shown]


def _asks_only_for(question: Question, text: str) -> bool:
    """Whether a "what is" question asks for nothing beside the name that the text does not say of it."""
    said = set(terms(text))
    rest = [term for term in question.own_terms if term not in name_parts(question)]
    return all({term, *same_concept(term)} & said for term in rest)


def _direct(
    question: Question, best: Evidence, others: Sequence[Evidence], siblings: Siblings, matcher: Matcher
) -> Draft:
    found = settled(question, [best, *others], matcher)
    if found.against is not None:
        return _disagreeing(question, found, found.against, matcher)
    best, span = found.best, found.span
    lead = _lead(question, best, span)
    if question.wants == "person" and span is not None:
        full = in_full(best.sentence.text, span.start, siblings(best.sentence))
        lead = [Said(full[0], (full[1],))] if full else lead
    said = [*lead, _shown(question, best.sentence, span, siblings)]
    if span is None and announces(best.sentence):
        following = next((s for s in siblings(best.sentence) if s.start >= best.sentence.end), None)
        return Draft((*said, _shown(question, following, None, siblings))) if following else Draft(tuple(said))
    near = (e for e in others if e.score >= best.score - _SECOND and e.sentence.text != best.sentence.text)
    second = next((e for e in near if _of_the_same(best, e)), None)
    if second is not None and second.sentence.kind != "heading":
        other = answer_span(question, second.sentence, matcher)
        if not _outdated(best, span, second, other):
            said.append(_shown(question, second.sentence, other, siblings))
    return Draft(tuple(said))


def _of_the_same(best: Evidence, second: Evidence) -> bool:
    """Whether a second sentence is about what the best one is about: beside it, or with as much of what is asked."""
    beside = second.sentence.document == best.sentence.document
    return beside or (second.told >= best.told - _LESS and second.named >= best.named - _LESS)


def _called_off(question: Question, off: Evidence, evidence: Sequence[Evidence]) -> Draft:
    """A no, the sentence that says so, and what the same document says holds instead."""
    instead = holds_now(off, evidence)
    said = [_whole(e.sentence, None) for e in (off, instead) if e is not None]
    return Draft(tuple(dict.fromkeys(said)), holds=False)


def _disagreeing(question: Question, found: Settled, against: Evidence, matcher: Matcher) -> Draft:
    """Two documents with two values: the one that holds first, each with the date of its document."""
    lead = _lead(question, found.best, found.span)
    whole = _whole(found.best.sentence, found.span)
    older = _whole(against.sentence, answer_span(question, against.sentence, matcher))
    return Draft((*lead, whole, older), dated=(whole, older))


def _outdated(best: Evidence, span: Span | None, second: Evidence, other: Span | None) -> bool:
    """Whether the second sentence gives another value than the first and stands in an older report."""
    if span is None or other is None:
        return False
    differs = fold(best.sentence.text[span.start : span.end]) != fold(second.sentence.text[other.start : other.end])
    return differs and (second.passage.source.date or "") < (best.passage.source.date or "")


def _list(
    question: Question, evidence: Sequence[Evidence], siblings: Siblings, matcher: Matcher, lists_of: ListsOf
) -> Draft | None:
    """The list asked for, or the sentence that the best evidence enumerates it in."""
    best = evidence[0]
    several = _says_list(question) or _asks_plural(question)
    coded = _coded(question, best.sentence, matcher) if several else []
    if coded:
        return Draft((*coded, _whole(best.sentence, None, limit=LONGEST_LIST)))
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


def _lead(question: Question, best: Evidence, span: Span | None) -> list[Said]:
    """The span on its own, a date in the question's language, unless it is nearly the whole sentence."""
    if span is None:
        return []
    text = best.sentence.text[span.start : span.end].strip(" ,،;")
    if best.passage.source.language != question.language:
        text = rewrite_dates(text, question.language)
    if not text or len(text) > 0.8 * len(best.sentence.text):
        return []
    return [Said(text, (best.sentence,))]


def _shown(question: Question, sentence: StoredSentence, span: Span | None, siblings: Siblings) -> Said:
    """A sentence, or a row as the names of its columns with its cells."""
    if sentence.kind == "row":
        return row_said(sentence, names_of(sentence, siblings(sentence)), span, question.terms)
    return _whole(sentence, span)


def _whole(sentence: StoredSentence, span: Span | None, limit: int = LONGEST_STATEMENT) -> Said:
    return Said(shortened(sentence.text, span, limit), (sentence,))


def shortened(text: str, span: Span | None, limit: int = LONGEST_STATEMENT) -> str:
    """At most `limit` words of a sentence, around the span, cut at clauses where that is possible."""
    words = list(re.finditer(r"\S+", text))
    if len(words) <= limit:
        return text
    middle = next((n for n, w in enumerate(words) if span and w.end() > span.start), 0)
    first = max(0, min(middle - limit // 2, len(words) - limit))
    last = min(len(words), first + limit) - 1
    piece = text[words[first].start() : words[last].end()]
    return ("… " if first else "") + piece + (" …" if last < len(words) - 1 else "")
