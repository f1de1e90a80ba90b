"""Answers for the same of two things, each with its own evidence: what only one side has is said of that one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.anchored import anchored
from assistant.bridging import Embed, Find, Read, Recorded
from assistant.measuring import Measurer
from assistant.nearby import meant
from assistant.reading.draft import Draft, Said
from assistant.reading.evidence import Evidence, led_by
from assistant.reading.fitting import TOTAL
from assistant.somebody import MatcherOf
from assistant.sounds import same_name
from assistant.sums import parsed, plainly
from assistant.understand import Contrast, Question, contrast, names_in, understand
from assistant.words import difference
from vectorstore import StoredSentence, find_quantities, fold, terms

_SAID = 2
"""Statements of each side."""
_FITS, _NAMED, _DATED, _TELLS = 0.6, 0.6, 0.6, 0.4
"""How far the sentence must be of the kind asked for, name what one side names, be of its time and tell what is asked of it."""
_READ = 8
_OWN, _ANSWERS = 2.0, 1.0
"""What the name and the time of a side count, and the logarithm of odds at which a sentence answers though its kind is not told."""
_TWO = 2
"""Numbers of one sentence that may be the values of both sides."""


@dataclass(frozen=True)
class Contraster:
    """Answers two questions for the same of two things."""

    embed: Embed
    find: Find
    read: Read
    recorded: Recorded
    matcher: MatcherOf
    measurer: Measurer

    def both(self, question: Question) -> Draft | None:
        """What is told of both; None where the question is for one thing, or neither is told of."""
        asked = contrast(question.standalone)
        if asked is None or question.leans:
            return None
        if asked.common:
            return self._common(asked, question)
        told = [self._told(part, found) for part, found in self._apart(asked, question)]
        if not any(told):
            return None
        said = tuple(dict.fromkeys(one for of in told if of for one in of))
        untold = tuple(side for side, of in zip(asked.asks, told, strict=True) if not of)
        line = _difference(question, told) if asked.differ else ""
        return Draft(said, untold=untold, reckoned=line)

    def _apart(self, asked: Contrast, question: Question) -> list[tuple[Question, list[Evidence]]]:
        """Both questions, each with its evidence, led by two sentences that together are the best: no sentence leads both."""
        (one, first), (other, second) = (self._side(ask, question) for ask in asked.asks)
        pairs = [
            (_of_side(e) + _of_side(f), e, f)
            for e in first[:_READ]
            for f in second[:_READ]
            if e.sentence != f.sentence or len(_values(e.sentence.text)) >= _TWO
        ]
        if pairs:
            _, e, f = max(pairs, key=lambda pair: pair[0])
            first, second = led_by(e, first), led_by(f, second)
        return [(one, first), (other, second)]

    def _side(self, ask: str, question: Question) -> tuple[Question, list[Evidence]]:
        part = understand(ask, (), question.as_of)
        part = replace(part, wants=question.wants, also=(), language=question.language)
        return part, list(self.find(part, self.embed(part.standalone)))

    def _common(self, asked: Contrast, question: Question) -> Draft | None:
        """What two lists have in common, each with its place in both; None where one of them is not found, or nothing is in both."""
        one, other = (self._listed(side, question) for side in asked.sides)
        said = [
            Said(name, tuple(dict.fromkeys((source, found))))
            for name, source in one.items()
            if (found := next((of for second, of in other.items() if same_name(name, second)), None)) is not None
        ]
        return Draft(tuple(said)) if said else None

    def _listed(self, side: str, question: Question) -> dict[str, StoredSentence]:
        """The names that the report of one side lists, each with its sentence."""
        for document in self.measurer.reports(side, question):
            if (rows := _named_in_rows(self.measurer.of(document))) or (
                rows := _named_in_text(self.measurer.of(document))
            ):
                return rows
        return {}

    def _told(self, part: Question, found: Sequence[Evidence]) -> Sequence[Said]:
        """What answers one of the two, from its own best sentence."""
        if part.wants == "date" and (known := self.recorded(part, self.embed(part.standalone))) is not None:
            return known.said[:_SAID]
        best = found[0] if found and _is_of(found[0]) else None
        part = meant(part, best) if best else part
        draft = self.read(part, found)
        if draft is None and best is not None:
            name = " ".join(names_in(part.text))
            told = anchored(name, part, [best], self.matcher(part)) if name else None
            draft = told.draft if told else Draft((Said(best.sentence.text, (best.sentence,)),))
        return draft.said[:_SAID] if draft and not draft.rows else ()


def _of_side(e: Evidence) -> float:
    """How good a sentence is for one side: what names that one and is of its time counts more than for a question for one thing."""
    return e.score + _OWN * (e.named + e.dated)


def _is_of(e: Evidence) -> bool:
    """Whether a sentence surely tells what is asked of one side: by its kind, or as it was read together with that."""
    fits = e.fit >= _FITS or (e.answers is not None and e.answers >= _ANSWERS)
    whole = e.sentence.kind != "heading" and fits and e.qualified
    return whole and e.named >= _NAMED and e.dated >= _DATED and max(e.told, e.focus) >= _TELLS


def _difference(question: Question, told: Sequence[Sequence[Said]]) -> str:
    """By how much two values of one unit differ; empty where one side has none, or another unit."""
    values = []
    for said in told:
        found = _values(said[0].text) if said else []
        if not found:
            return ""
        values.append(found[0])
    (less, low, unit), (more, high, other) = sorted(values)
    return difference(question.language, plainly(more - less), high, low) if more != less and unit == other else ""


def _values(text: str) -> list[tuple[float, str, str]]:
    """The numbers of a text, each as it is written and with the term that says what it counts."""
    found = []
    for quantity in find_quantities(text):
        written = text[quantity.start : quantity.end]
        if not quantity.worded and (number := parsed(written)) is not None:
            counted = "" if quantity.money else next(iter(terms(text[quantity.end :])), "")
            found.append((number, written, counted))
    return found


def _named_in_rows(sentences: Sequence[StoredSentence]) -> dict[str, StoredSentence]:
    """What the rows of the table of countries are of, the totals aside."""
    rows = [s for s in sentences if s.kind == "row" and any(_COUNTRY.search(fold(column)) for column in s.columns)]
    found: dict[str, StoredSentence] = {}
    for row in rows:
        place = next(number for number, column in enumerate(row.columns) if _COUNTRY.search(fold(column)))
        cells = row.text.split(_CELLS)
        if place < len(cells) and cells[place].strip() and not TOTAL.match(fold(cells[place])):
            found.setdefault(cells[place].strip(), row)
    return found


def _named_in_text(sentences: Sequence[StoredSentence]) -> dict[str, StoredSentence]:
    """The countries that one sentence enumerates, or the lines of a list do."""
    for sentence in sentences:
        told = _ENUMERATED.search(sentence.text)
        names = [name.strip(" .") for name in _BETWEEN.split(told["names"])] if told else []
        if len(names) > 1 and all(0 < len(name.split()) <= _WORDS for name in names):
            return dict.fromkeys(names, sentence)
    lines = [(line, s) for s in sentences if (line := _LINE.match(s.text)) and not TOTAL.match(fold(s.text))]
    return {line["name"].strip(): s for line, s in lines} if len(lines) > 1 else {}


_WORDS = 4
_CELLS = " | "
_COUNTRY = re.compile(r"\b(?:country|countries|state|pays|etat)\b|دول[هة]|البلد|بلد")
_ENUMERATED = re.compile(
    r"\b(?:countries|pays|states|دول|دولة|بلدان)\b[^:.،,]{0,40}[:：]\s*(?P<names>[^.;؛]+)", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*[,،]\s*(?:and\s|et\s|و(?=\w))?|\s+(?:and|et)\s+|\s+و(?=\w)")
_LINE = re.compile(
    r"^\W*(?P<name>[^\W\d_][^:\d]{1,30}?)\s*[:：]\s*(?:\d+|مشارك\w*)\s*(?:participants?|trainees?|people|personnes|مشارك\w*)?",
    re.IGNORECASE,
)
