"""Weigh every sentence of the best passages as evidence for an answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.concepts import asking_words
from assistant.reading.dated import asked_dates, dated, of_document
from assistant.reading.enumerations import announces
from assistant.reading.fitting import DATE_LABEL, PLACE_LABEL, fit, names_people
from assistant.reading.matching import Matcher, searchable
from assistant.reading.qualified import qualified
from assistant.understand import Question, Wants
from vectorstore import Passage, StoredSentence, find_dates, fold, terms

_NEAREST_COSINE, _FARTHEST_COSINE = 0.90, 0.76
"""What the default model gives a sentence that says the same, and one about something else."""
_NEIGHBOUR, _ABOVE, _NEARBY = 0.6, 0.85, 0.4
"""What a question's term is worth in the sentence beside, in the title and headings above, and elsewhere in the chunk."""
_DOUBT = 0.3
"""Weight of terms, in `focus`, below which it should not decide."""
_FITS = 0.6
"""A `fit` that holds the kind of thing asked for."""
_REACH: Mapping[Wants, float] = {"person": 1.8, "date": 1.8, "money": 1.8, "number": 1.8, "reason": 4.0}
"""How much lower the score of a sentence with the answer may be than that of one beside it without."""
_LED = 2
"""Sentences after a short line that announces them that it still speaks for; a heading speaks for all."""
_OLD = re.compile(
    r"provisional|preliminary|first (?:announced|planned|set)|was to (?:expire|take|be)|initially|originally|formerly|until \d|previous"
    r"|provisoire|initialement|d'abord|devait|prevu|precedent|ancien|مبدئي|اولي|كان مقرر|سابق"
)
_NEW = re.compile(
    r"\bnow\b|\bfinal\b|new date|has been (?:moved|postponed|changed|extended)|postponed|rescheduled|instead|since \d|replace|succeed|correct"
    r"|\bdefinitif|reporte|prolonge|desormais|nouvelle date|remplac|succede|depuis|نهاي|تاجل|تمديد|مدد|الان|خلف|حل محل|اصبح"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence with what speaks for it; every share is between 0 and 1."""

    sentence: StoredSentence
    passage: Passage
    context: float
    """Weight of the question's terms that stand in the sentence or, in part, around and above it."""
    focus: float
    """The same for the sentence alone and the terms that the title does not already answer to."""
    told: float
    """The same for what is asked of the things named: terms that are neither names nor dates nor kinds of answer."""
    meaning: float
    """Nearness of its embedding to the question's."""
    led: float
    """Nearness of the heading or the announcing line above it."""
    apart: float
    """How far its embedding is nearer than those of the other sentences in its language, in standard deviations."""
    fit: float
    """How far it holds the kind of thing asked for."""
    named: float
    """The names asked about that stand in the sentence or, in part, around and above it; 1 where there are none."""
    names: float
    """Share of the question's names that stand in the sentence, its passage or the headings; 1 where it has none."""
    dated: float
    """How far the sentence, its surroundings or its document speak of the time asked about; 1 where none is."""
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
    foreign: bool
    """Whether it is in another language than the question."""
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
    scales = _Scales(question, vector, passages, sentences)
    found = [
        evidence
        for passage in passages
        for evidence in _Reading(question, vector, passage, matcher, about(passage.source.document), scales).of(
            sentences.get(passage.chunk_id, ())
        )
    ]
    return _answer_first(question, sorted(found, key=lambda e: (-e.score, e.passage.source.document, e.sentence.start)))


def _answer_first(question: Question, ranked: list[Evidence]) -> list[Evidence]:
    """Put the sentence with the kind of thing asked for before a better one beside it that only speaks of the matter."""
    reach = _REACH.get(question.wants)
    if not ranked or reach is None or ranked[0].fit >= _FITS:
        return ranked
    best = ranked[0]
    near = (
        e for e in ranked if e.passage.source.document == best.passage.source.document and e.score >= best.score - reach
    )
    answer = max(near, key=lambda e: (e.fit >= _FITS, e.score))
    return [answer, *(e for e in ranked if e is not answer)] if answer.fit >= _FITS else ranked


class _Scales:
    """What the passages of one question are measured against."""

    def __init__(
        self,
        question: Question,
        vector: NDArray[np.float32],
        passages: Sequence[Passage],
        sentences: Mapping[int, Sequence[StoredSentence]],
    ) -> None:
        self.best = max((passage.score for passage in passages), default=1.0)
        self.documents: dict[str, float] = {}
        for passage in passages:
            known = self.documents.get(passage.source.document, 0.0)
            self.documents[passage.source.document] = max(known, passage.score)
        self._said: dict[str, set[str]] = {}
        for passage in passages:
            said = self._said.setdefault(passage.source.document, set())
            said.update(*(searchable(sentence) for sentence in sentences.get(passage.chunk_id, ())))
        self._dates = sorted({passage.source.date or "" for passage in passages})
        nearness: dict[str, list[float]] = {}
        for passage in passages:
            own = nearness.setdefault(passage.source.language, [])
            own += [float(s.vector @ vector) for s in sentences.get(passage.chunk_id, ()) if s.kind != "header"]
        self._spread = {language: (float(np.mean(n)), float(np.std(n))) for language, n in nearness.items() if n}

    def said(self, document: str) -> Set[str]:
        """The terms of all passages found of a document."""
        return self._said[document]

    def newest(self, date: str | None) -> float:
        return self._dates.index(date or "") / max(1, len(self._dates) - 1)

    def apart(self, cosine: float, language: str) -> float:
        """How far a cosine lies above the mean of its language, 0 to 1 for none to four standard deviations."""
        mean, deviation = self._spread[language]
        return min(1.0, max(0.0, (cosine - mean) / (4 * deviation))) if deviation > 1e-6 else 0.0


class _Reading:
    """One passage read for one question."""

    def __init__(
        self,
        question: Question,
        vector: NDArray[np.float32],
        passage: Passage,
        matcher: Matcher,
        about: Sequence[str],
        scales: _Scales,
    ) -> None:
        source = passage.source
        self._question, self._vector, self._passage, self._matcher, self._scales = (
            question,
            vector,
            passage,
            matcher,
            scales,
        )
        self._title = frozenset(terms(" ".join([source.title, *about])))
        self._above = self._title | set(terms(" ".join(passage.headings)))
        self._open_terms = [term for term in question.terms if not matcher.worth(term, self._title)]
        self._names = {t for name in question.names for t in terms(name)[:1] if t in matcher.weight}
        self._asked = asked_dates(question.dates)
        spoken = {t for date in question.dates for t in terms(question.standalone[date.start : date.end])}
        self._telling = [t for t in question.own_terms if t not in matcher.named | spoken | asking_words()]
        header = of_document(source.date, source.title, *about) if self._asked else ()
        self._header = (header, tuple(d for text in passage.headings for d in find_dates(text)) if self._asked else ())

    def of(self, sentences: Sequence[StoredSentence]) -> Iterator[Evidence]:
        found = [searchable(sentence) for sentence in sentences]
        nearby: frozenset[str] = frozenset().union(*found) if found else frozenset()
        matcher = self._matcher
        said = self._scales.said(self._passage.source.document)
        years = [date for year in _years(said) for date in find_dates(year)] if self._asked else []
        names = matcher.share(self._names, [(self._above | nearby, 1.0)]) if self._names else 1.0
        dates = [find_dates(sentence.text) if self._asked else [] for sentence in sentences]
        around = [date for own in dates for date in own]
        led: Sequence[tuple[int, int]] = _leads(sentences)
        for place, sentence in enumerate(sentences):
            if sentence.kind == "header":
                continue
            lead, distance = led[place]
            announced = (
                found[lead] if lead >= 0 and (sentences[lead].kind == "heading" or distance <= _LED) else frozenset()
            )
            before = found[place - 1] if place else frozenset()
            after = found[place + 1] if place + 1 < len(found) else frozenset()
            own, beside = found[place], before | after
            cosine = float(sentence.vector @ self._vector)
            near_by = [s.text for s in sentences[max(0, place - 1) : place + 2]]
            evidence = Evidence(
                sentence=sentence,
                passage=self._passage,
                context=matcher.share(
                    self._question.terms,
                    [(own, 1.0), (self._above | announced, _ABOVE), (beside, _NEIGHBOUR), (nearby, _NEARBY)],
                ),
                focus=matcher.share(
                    self._open_terms, [(own, 1.0), (announced, _ABOVE), (self._above - self._title, _NEIGHBOUR)], _DOUBT
                ),
                told=matcher.share(
                    self._telling, [(own, 1.0), (self._above | announced, _ABOVE), (beside, _NEIGHBOUR)], _DOUBT
                ),
                meaning=_meaning(cosine),
                led=_meaning(float(sentences[lead].vector @ self._vector)) if announced else 0.0,
                apart=self._scales.apart(cosine, self._passage.source.language),
                fit=fit(self._question, sentence, matcher, sentences[place - 1] if place else None),
                named=matcher.share(
                    self._names, [(own, 1.0), (self._above | announced, 1.0), (beside, 0.8), (nearby, 0.7), (said, 0.6)]
                )
                if self._names
                else 1.0,
                names=names,
                dated=dated(
                    self._asked,
                    [(dates[place], 1.0), (self._header[0], 0.9), (self._header[1], 0.9), (around, 0.7), (years, 0.5)],
                ),
                qualified=qualified(
                    self._question, " ".join([self._passage.source.title, *self._passage.headings, *near_by]), matcher
                ),
                header=_is_header(self._question, sentence.text)
                * matcher.share(self._question.terms, [(self._title, 1.0)]),
                rank=self._passage.score / self._scales.best,
                document=self._scales.documents[self._passage.source.document] / self._scales.best,
                near=_meaning(self._passage.similarity or 0.0),
                recency=self._scales.newest(self._passage.source.date),
                turn=_turn(sentence.text),
                foreign=self._passage.source.language != self._question.language,
                score=0.0,
            )
            yield replace(evidence, score=score(self._question, evidence))


def _years(said: Set[str]) -> list[str]:
    return [term for term in said if len(term) == 4 and term.isdecimal()]


def _leads(sentences: Sequence[StoredSentence]) -> list[tuple[int, int]]:
    """For each sentence the nearest line above that announces it and the distance to it; -1 where there is none."""
    found, lead = [], -1
    for place, sentence in enumerate(sentences):
        found.append((lead, place - lead))
        if announces(sentence):
            lead = place
    return found


def score(question: Question, e: Evidence) -> float:
    """How good a sentence is as an answer, against others for the same question.

    The weights are those of a pairwise logistic regression (gold sentence against the others of the same question) over two
    archives in different styles, rounded; each archive's own weights order the other's sentences nearly as well.
    """
    typed = question.wants in ("person", "date", "number", "money", "place", "title", "contact") or names_people(
        question
    )
    value = 2.0 * e.context + 2.3 * e.focus + 1.4 * e.meaning + 1.5 * e.rank + 0.9 * e.document + 1.0 * e.near
    value += (1.8 if typed else 0.6) * e.fit + 0.5 * min(1.0, len(e.sentence.text.split()) / 30)
    value += 2.0 * e.header - 0.3 * (not e.qualified)
    value += 1.0 * e.dated - 0.6 * _other_year(question, e.sentence.text)
    value -= (
        0.8 * (e.sentence.kind == "heading" or e.sentence.text.rstrip(" .").endswith(("?", "؟")))
        + 0.3 * (e.sentence.kind == "row")
        + 0.4 * (e.sentence.kind == "item" and question.wants != "list")
    )
    return value - 0.6 * (not e.foreign)


def _is_header(question: Question, text: str) -> bool:
    """Whether a line is the date line for a question after a date, or the venue line for one after a place."""
    label = {"date": DATE_LABEL, "place": PLACE_LABEL}.get(question.wants)
    return bool(label and label.match(fold(text)))


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
