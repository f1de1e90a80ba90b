"""Weigh every sentence of the best passages as evidence for an answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.concepts import qualifiers
from assistant.reading.fitting import fit
from assistant.reading.matching import Matcher, searchable
from assistant.understand import Question
from vectorstore import Passage, StoredSentence, find_dates, fold, terms, words

_NEAREST_COSINE, _FARTHEST_COSINE = 0.90, 0.76
"""What the default model gives a sentence that says the same, and one about something else."""
_NEIGHBOUR, _ABOVE, _NEARBY = 0.6, 0.85, 0.4
"""What a question's term is worth in the sentence beside, in the title and headings above, and elsewhere in the chunk."""
_DOUBT = 0.3
"""Weight of terms, in `focus`, below which it should not decide."""
_OLD = re.compile(
    r"provisional|preliminary|first (?:announced|planned|set)|was to (?:expire|take|be)|initially|originally|formerly|until \d|previous"
    r"|provisoire|initialement|d'abord|devait|prevu|precedent|ancien|مبدئي|اولي|كان مقرر|سابق"
)
_NEW = re.compile(
    r"\bnow\b|\bfinal\b|new date|has been (?:moved|postponed|changed|extended)|postponed|rescheduled|instead|since \d|replace|succeed|correct"
    r"|\bdefinitif|reporte|prolonge|desormais|nouvelle date|remplac|succede|depuis|نهاي|تاجل|تمديد|مدد|الان|خلف|حل محل|اصبح"
)
_ASKS = re.compile(r"[?؟]\W*$")
_PLACE_LABEL = re.compile(
    r"(?:venue|place|location|where|lieu|endroit|المكان|مكان الانعقاد|مكان الاجتماع|الموقع)\s*[:|]"
)
_DATE_LABEL = re.compile(r"(?:dates?|when|التاريخ|تاريخ الانعقاد|الموعد)\s*[:|]")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence with what speaks for it; every share is between 0 and 1."""

    sentence: StoredSentence
    passage: Passage
    context: float
    """Weight of the question's terms that stand in the sentence or, in part, around and above it."""
    focus: float
    """The same for the sentence alone and the terms that the title does not already answer to."""
    meaning: float
    """Nearness of its embedding to the question's."""
    fit: float
    """How far it holds the kind of thing asked for."""
    names: float
    """Share of the question's names that stand in the sentence, its passage or the headings; 1 where it has none."""
    years: float
    """The same for the years it asks about."""
    qualified: bool
    """Whether "next", "third", "former" stand by the same noun as in the question; True where it has none."""
    header: float
    """For the date or venue line of a report: how far the report's title is what the question asks about."""
    rank: float
    """Score of its passage, over the best passage's."""
    document: float
    """Score of its document's best passage, over the best passage's."""
    near: float
    """Nearness of its whole passage's embedding to the question's."""
    recency: float
    """Place of its document's date among those of the candidates: 1 the newest."""
    turn: float
    """1 where it says what is new or final, -1 where it says what was or was planned."""
    score: float


def weigh(
    question: Question,
    vector: NDArray[np.float32],
    passages: Sequence[Passage],
    sentences: Mapping[int, Sequence[StoredSentence]],
    matcher: Matcher,
    about: Callable[[str], Sequence[str]],
) -> list[Evidence]:
    """Every sentence of the passages, best evidence first.

    Args:
        question: What is asked.
        vector: Its embedding.
        passages: What was found.
        sentences: The sentences of each passage, by chunk.
        matcher: Compares the question's terms with text.
        about: What the header of a document says beside its title: date and venue as written.
    """
    best = max((passage.score for passage in passages), default=1.0)
    of_document: dict[str, float] = {}
    for passage in passages:
        of_document[passage.source.document] = max(of_document.get(passage.source.document, 0.0), passage.score)
    dates = sorted({passage.source.date or "" for passage in passages})
    found: list[Evidence] = []
    for passage in passages:
        newest = dates.index(passage.source.date or "") / max(1, len(dates) - 1)
        found += _weigh_passage(
            question,
            vector,
            passage,
            sentences.get(passage.chunk_id, ()),
            matcher,
            passage.score / best,
            newest,
            of_document[passage.source.document] / best,
            about(passage.source.document),
        )
    return sorted(found, key=lambda e: (-e.score, e.passage.source.document, e.sentence.start))


def _weigh_passage(
    question: Question,
    vector: NDArray[np.float32],
    passage: Passage,
    sentences: Sequence[StoredSentence],
    matcher: Matcher,
    rank: float,
    recency: float,
    document: float,
    about: Sequence[str],
) -> Iterator[Evidence]:
    found = [searchable(sentence) for sentence in sentences]
    title = set(terms(" ".join([passage.source.title, *about])))
    above = title | set(terms(" ".join(passage.headings)))
    nearby = set().union(*found) if found else set()
    everywhere = above | nearby
    names = {
        term: matcher.weight[term] for name in question.names for term in terms(name)[:1] if term in matcher.weight
    }
    years = [str(d.year) for d in question.dates if d.year]
    seen_names = matcher.share(names, [(everywhere, 1.0)]) if names else 1.0
    seen_years = sum(year in everywhere for year in years) / len(years) if years else 1.0
    open_terms = [term for term in question.terms if not matcher.worth(term, title)]
    for place, sentence in enumerate(sentences):
        if sentence.kind == "header":
            continue
        before = found[place - 1] if place else frozenset()
        after = found[place + 1] if place + 1 < len(found) else frozenset()
        asked = before if place and _ASKS.search(sentences[place - 1].text) else frozenset()
        evidence = Evidence(
            sentence=sentence,
            passage=passage,
            context=matcher.share(
                question.terms,
                [(found[place], 1.0), (above | asked, _ABOVE), (before | after, _NEIGHBOUR), (nearby, _NEARBY)],
            ),
            focus=matcher.share(
                open_terms, [(found[place], 1.0), (asked, _ABOVE), (above - title, _NEIGHBOUR)], _DOUBT
            ),
            meaning=_meaning(float(sentence.vector @ vector)),
            fit=fit(question, sentence, matcher),
            names=seen_names,
            years=seen_years,
            qualified=_qualified(
                question,
                " ".join(
                    [
                        passage.source.title,
                        *passage.headings,
                        *(s.text for s in sentences[max(0, place - 1) : place + 2]),
                    ]
                ),
                matcher,
            ),
            header=_header(question, sentence.text) * matcher.share(question.terms, [(title, 1.0)]),
            rank=rank,
            document=document,
            near=_meaning(passage.similarity or 0.0),
            recency=recency,
            turn=_turn(sentence.text),
            score=0.0,
        )
        yield replace(evidence, score=score(question, evidence))


def score(question: Question, e: Evidence) -> float:
    """How good a sentence is as an answer, against others for the same question.

    The weights are those of a pairwise logistic regression (gold sentence against the others of the same question) over two
    archives in different styles, rounded; each archive's own weights order the other's sentences nearly as well.
    """
    typed = question.wants in ("person", "date", "number", "money", "place", "title", "contact")
    value = 2.0 * e.context + 2.3 * e.focus + 1.4 * e.meaning + 1.5 * e.rank + 0.9 * e.document + 1.0 * e.near
    value += (1.8 if typed else 0.6) * e.fit + 0.5 * min(1.0, len(e.sentence.text.split()) / 30)
    value += 2.0 * e.header - 0.3 * (not e.qualified)
    value -= 0.6 * _other_year(question, e.sentence.text)
    value -= (
        0.8 * (e.sentence.kind == "heading" or bool(_ASKS.search(e.sentence.text)))
        + 0.3 * (e.sentence.kind == "row")
        + 0.4 * (e.sentence.kind == "item")
    )
    return value - 0.6 * (e.passage.source.language == question.language)


def _header(question: Question, text: str) -> bool:
    """Whether a line is the date line for a question after a date, or the venue line for one after a place."""
    label = {"date": _DATE_LABEL, "place": _PLACE_LABEL}.get(question.wants)
    return bool(label and label.match(fold(text)))


def _qualified(question: Question, text: str, matcher: Matcher) -> bool:
    asked = list(words(question.text))
    if not any(stem in qualifiers() for stem in question.terms):
        return True
    there = [set(terms(word)) for word in words(text)]
    for place, word in enumerate(asked):
        stem = terms(word)[:1]
        if not stem or stem[0] not in qualifiers() or stem[0] not in matcher.same:
            continue
        nouns = [
            t for w in asked[max(0, place - 2) : place + 3] for t in terms(w)[:1] if t != stem[0] and t in matcher.same
        ]
        at = [n for n, found in enumerate(there) if matcher.worth(stem[0], found)]
        if not any(
            matcher.worth(noun, there[m])
            for n in at
            for m in range(max(0, n - 3), min(len(there), n + 4))
            for noun in nouns
        ):
            return False
    return True


def _other_year(question: Question, text: str) -> bool:
    """Whether a sentence dates itself in years, none of them the one asked about."""
    asked = {d.year for d in question.dates if d.year}
    there = {d.year for d in find_dates(text) if d.year}
    return bool(asked and there and not asked & there)


def _turn(text: str) -> float:
    folded = fold(text)
    return float(bool(_NEW.search(folded))) - float(bool(_OLD.search(folded)))


def _meaning(cosine: float) -> float:
    return min(1.0, max(0.0, (cosine - _FARTHEST_COSINE) / (_NEAREST_COSINE - _FARTHEST_COSINE)))
