"""One passage read for one question: what speaks for each of its sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from assistant.concepts import asking_words, qualifiers
from assistant.reading.dated import asked_dates, dated, of_document, only_before
from assistant.reading.enumerations import announces
from assistant.reading.evidence import Evidence
from assistant.reading.fitting import TOTAL, fit
from assistant.reading.matching import Matcher, searchable
from assistant.reading.qualified import of_another, qualified, same_number
from assistant.reading.scales import Scales
from assistant.reading.scoring import is_header_line, score
from assistant.register.elsewhere import Known
from assistant.understand import Question, asks_what_comes
from vectorstore import Passage, StoredSentence, WrittenDate, find_dates, fold, terms

_NEAREST_COSINE, _FARTHEST_COSINE = 0.90, 0.76
"""What the default model gives a sentence that says the same, and one about something else."""
_OTHER_LANGUAGE = 0.02
"""Of the 0.04 by which it finds a passage that answers less near where it is in another language than the question."""
_NEIGHBOUR, _ABOVE, _NEARBY = 0.6, 0.85, 0.4
"""What a question's term is worth in the sentence beside, in the title and headings above, and elsewhere in the chunk."""
_DOUBT = 0.3
"""Weight of terms, in `focus`, below which it should not decide."""
_RARE = 0.5
"""Weight of a term of a known name from which it counts as one, however it is written."""
_SAME_TABLE, _OTHER_ROW = 0.6, 0.2
"""What a name that only the text around a table has is worth for a row of what is asked about, or of the total, and of another."""
_ELSEWHERE = 0.85
"""What a term is worth by which other places call the thing that the sentence tells of."""
_VALUED = ("date", "place", "money", "number")
"""Kinds of answer that the register gives of what is known elsewhere, and weighs against what later documents say."""
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


class Reading:
    """One passage read for one question."""

    def __init__(
        self,
        question: Question,
        vector: NDArray[np.float32],
        passage: Passage,
        matcher: Matcher,
        about: Sequence[str],
        scales: Scales,
        elsewhere: Callable[[StoredSentence], Known],
    ) -> None:
        source = passage.source
        self._question, self._vector, self._passage, self._matcher, self._scales = (
            question,
            vector,
            passage,
            matcher,
            scales,
        )
        self._elsewhere = elsewhere if question.wants not in _VALUED else lambda _: Known()
        self._title = frozenset(terms(" ".join([source.title, *about])))
        self._above = self._title | set(terms(" ".join(passage.headings)))
        self._open_terms = [term for term in question.terms if not matcher.worth(term, self._title)]
        self._names = {t for name in question.names for t in terms(name)[:1] if t in matcher.weight}
        self._names |= {t for t in question.own_terms if matcher.aliases.get(t) and matcher.weight[t] >= _RARE}
        self._names |= matcher.heard & set(question.own_terms)
        self._asked = asked_dates(question.dates)
        spoken = {t for date in question.dates for t in terms(question.standalone[date.start : date.end])}
        aside = question.aside if question.aspect == "former" else frozenset()
        self._telling = [t for t in question.own_terms if t not in matcher.named | spoken | asking_words() | aside]
        header = of_document(source.date, source.title, *about) if self._asked else ()
        self._header = (header, tuple(d for text in passage.headings for d in find_dates(text)) if self._asked else ())

    def of(self, sentences: Sequence[StoredSentence]) -> Iterator[Evidence]:
        """Its sentences as evidence, in their order."""
        found = [searchable(sentence) for sentence in sentences]
        known = [self._elsewhere(sentence) for sentence in sentences]
        nearby: frozenset[str] = frozenset().union(*found, *(one.terms for one in known))
        matcher = self._matcher
        said = self._scales.said(self._passage.source.document)
        years = [date for year in _years(said) for date in find_dates(year)] if self._asked else []
        names = matcher.share(self._names, [(self._above | nearby, 1.0)]) if self._names else 1.0
        dates = [find_dates(sentence.text) if self._asked else [] for sentence in sentences]
        around = [date for own in dates for date in own]
        led: Sequence[tuple[int, int]] = _leads(sentences)
        foreign = self._passage.source.language != self._question.language
        for place, sentence in enumerate(sentences):
            if sentence.kind == "header":
                continue
            lead, distance = led[place]
            announced = (
                found[lead] if lead >= 0 and (sentences[lead].kind == "heading" or distance <= _LED) else frozenset()
            )
            before = found[place - 1] if place else frozenset()
            after = found[place + 1] if place + 1 < len(found) else frozenset()
            own, beside, thing = found[place], before | after, known[place]
            cosine = float(sentence.vector @ self._vector)
            near_by = [s.text for s in sentences[max(0, place - 1) : place + 2]]
            evidence = Evidence(
                sentence=sentence,
                passage=self._passage,
                context=matcher.share(
                    self._question.terms,
                    [
                        (own, 1.0),
                        (self._above | announced, _ABOVE),
                        (thing.terms, _ELSEWHERE),
                        (beside, _NEIGHBOUR),
                        (nearby, _NEARBY),
                    ],
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
                    self._names,
                    [(own, 1.0), (self._above | announced, 1.0), (thing.terms, _ELSEWHERE)]
                    + ([(said, self._row(sentence.text))] if sentence.kind == "row" else [])
                    + ([(beside, 0.8), (nearby, 0.7), (said, 0.6)] if sentence.kind != "row" else []),
                )
                if self._names
                else 1.0,
                names=names,
                dated=self._dated(sentence.text, dates[place], [(thing.dates, 0.7), (around, 0.7), (years, 0.5)]),
                qualified=self._qualified(sentence.text, near_by),
                header=is_header_line(self._question, sentence.text)
                * matcher.share(self._question.terms, [(self._title, 1.0)]),
                rank=self._passage.score / self._scales.best,
                document=self._scales.documents[self._passage.source.document] / self._scales.best,
                near=_meaning((self._passage.similarity or 0.0) + _OTHER_LANGUAGE * foreign),
                recency=self._scales.newest(self._passage.source.date),
                turn=_turn(sentence.text),
                foreign=foreign,
                score=0.0,
            )
            yield replace(evidence, score=score(self._question, evidence))

    def _dated(
        self, text: str, own: Sequence[WrittenDate], around: Sequence[tuple[Sequence[WrittenDate], float]]
    ) -> float:
        """How far a sentence speaks of the time asked about: by its own dates, those above it and those around it."""
        above = [(own, 1.0), *((dates, 0.9) for dates in self._header)]
        alone = only_before(self._asked, text, self._passage.source.date)
        return dated(self._asked, above if alone else [*above, *around])

    def _row(self, text: str) -> float:
        """What a name that stands elsewhere in the document is worth for a row: little where the row is about something else."""
        cells = text.split(" | ")
        first = next((cell for cell in cells if any(sign.isalpha() for sign in cell)), cells[0])
        about = set(terms(first))
        asked = any(self._matcher.worth(term, about) for term in self._question.own_terms)
        return _SAME_TABLE if asked or TOTAL.match(fold(first)) else _OTHER_ROW

    def _qualified(self, text: str, near_by: Sequence[str]) -> bool:
        """Whether a sentence is about the "third" or "next" one asked about; one that says nothing of it goes with its document."""
        source, asked = self._passage.source, self._question
        if not same_number(asked.text, text):
            return False
        if qualified(asked, " ".join([source.title, *self._passage.headings, *near_by]), self._matcher):
            return True
        said = set(terms(text))
        return (
            not asks_what_comes(asked)
            and not said & qualifiers()
            and not of_another(asked.text, source.title)
            and qualified(asked, self._scales.text(source.document), self._matcher)
        )


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


def _turn(text: str) -> float:
    folded = fold(text)
    return float(bool(_NEW.search(folded))) - float(bool(_OLD.search(folded)))


def _meaning(cosine: float) -> float:
    return min(1.0, max(0.0, (cosine - _FARTHEST_COSINE) / (_NEAREST_COSINE - _FARTHEST_COSINE)))
