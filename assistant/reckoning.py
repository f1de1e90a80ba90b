"""Answers that follow from two values together: the time between two days, which of two comes first, by how much they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.bridging import Embed, Find, Read, Recorded
from assistant.growing import Grower
from assistant.measuring import Kind, Measurer, measure
from assistant.reading.draft import Draft, Said
from assistant.reading.evidence import Evidence
from assistant.rowwise import beside
from assistant.somebody import MatcherOf
from assistant.sums import Value, parsed, plainly
from assistant.understand import Compared, Question, compared, grew, understand
from assistant.words import apart, difference, ranked
from vectorstore import DAYS_IN, find_dates, find_quantities, fold, say_date, terms

_WHEN = {"en": "when was {}", "fr": "quand {}", "ar": "متى {}"}
_COST = {"en": "cost of {}", "fr": "coût de {}", "ar": "تكلفة {}"}
_LOOKED_AT = 3
"""Sentences that may have both values."""
_SAID = 2
"""Statements of each side."""
_TELLS = 0.5
"""Of what is asked, what a sentence with both values must tell."""


@dataclass(frozen=True)
class Reckoner:
    """Finds two values and says what follows from both."""

    embed: Embed
    find: Find
    read: Read
    recorded: Recorded
    matcher: MatcherOf
    measurer: Measurer
    grower: Grower

    def grown(self, question: Question) -> Draft | None:
        """By how much one thing changed; None where that is not asked, or what it was and became are not both told."""
        both = self.grower.grown(question)
        return self._differ(question, *both) if both is not None else None

    def reckon(self, question: Question, direct: Sequence[Evidence]) -> Draft | None:
        """What follows from the two things a question compares; None where it compares none, or a value of one is not found."""
        asked = compared(question.standalone)
        money = asked.wants == "money" if asked else question.wants == "money"
        if (asked and asked.form == "difference") or grew(question.standalone):
            both = _both(direct, money=money or question.wants == "money")
            if both is not None:
                return self._differ(question, *both)
        if asked is None:
            return None
        one, other = self._values(asked, question, direct)
        if one is None or other is None or (one.number == other.number and _in_one_place(one, other)):
            return None
        if asked.form == "apart":
            return self._apart(question, asked, one, other)
        if asked.form == "difference":
            return self._differ(question, one, other)
        return self._ranked(question, asked, one, other)

    def _values(
        self, asked: Compared, question: Question, direct: Sequence[Evidence]
    ) -> tuple[Value | None, Value | None]:
        """The value of each side: of two rows of one table, of two reports by what is measured, or as each alone is answered."""
        if asked.wants in ("number", "money"):
            if (both := beside(asked, question, direct, self.matcher, self.measurer.of)) is not None:
                return both
            kind = measure(question.standalone)
            if kind is not None:
                one, other = (self._measured(kind, side, question) for side in asked.sides)
                if kind == "mark" or (one is not None and other is not None):
                    return one, other  # what is no mark cannot stand for one
        one, other = (self._value(asked, side, question) for side in asked.asks)
        return one, other

    def _measured(self, kind: Kind, side: str, question: Question) -> Value | None:
        found = self.measurer.measured(kind, side, question)
        number = parsed(found.written) if found else None
        return Value(number, found.written, found.said) if found and number is not None else None

    def _value(self, asked: Compared, side: str, question: Question) -> Value | None:
        form = {"date": _WHEN, "money": _COST}.get(asked.wants, {}).get(question.language, "{}")
        text = form.format(side)
        part = replace(
            understand(text, (), question.as_of), wants=asked.wants, also=(), language=question.language, leans=False
        )
        vector = self.embed(part.standalone)
        draft = self.recorded(part, vector) if asked.wants == "date" else None
        draft = draft or self.read(part, self.find(part, vector))
        if draft is None or draft.rows:
            return None
        of = _day if asked.wants == "date" else _number
        return next(
            (Value(*found, draft.said[:_SAID]) for said in draft.said[:1] if (found := of(said, question))), None
        )

    def _apart(self, question: Question, asked: Compared, one: Value, other: Value) -> Draft:
        first, last = sorted((one, other), key=lambda value: value.number)
        number = round((last.number - first.number) / DAYS_IN[asked.unit])
        text = apart(question.language, number, asked.unit, first.written, last.written)
        return _draft(text, first, last)

    def _differ(self, question: Question, one: Value, other: Value) -> Draft:
        less, more = sorted((one, other), key=lambda value: value.number)
        text = difference(question.language, plainly(more.number - less.number), more.written, less.written)
        return _draft(text, one, other)

    def _ranked(self, question: Question, asked: Compared, one: Value, other: Value) -> Draft:
        sides = sorted(zip((one, other), asked.sides, strict=True), key=lambda side: side[0].number)
        (won, name), (lost, second) = sides if asked.form in ("first", "less") else reversed(sides)
        form = asked.form
        if form not in ("first", "last", "more", "less"):
            raise ValueError(form)
        return _draft(ranked(question.language, form, name, won.written, second, lost.written), won, lost)


def _in_one_place(one: Value, other: Value) -> bool:
    """Whether two values are read from one sentence."""
    places = [
        {(source.document, source.start) for said in value.said for source in said.sources} for value in (one, other)
    ]
    return not places[0].isdisjoint(places[1])


def _draft(text: str, one: Value, other: Value) -> Draft:
    return Draft(tuple(dict.fromkeys((*one.said, *other.said))), reckoned=text)


def _day(said: Said, question: Question) -> tuple[float, str] | None:
    """The first whole day that is said; where only its sentence has the year, with that."""
    years = [found.year for sentence in said.sources for found in find_dates(sentence.text) if found.year]
    for found in find_dates(said.text):
        year = found.year or (years[0] if years else None)
        if year and found.month and found.day:
            day = date(year, found.month, found.day)
            return float(day.toordinal()), say_date(day.isoformat(), None, question.language)
    return None


def _number(said: Said, question: Question) -> tuple[float, str] | None:
    found = find_quantities(said.text)
    figures = [quantity for quantity in found if not quantity.worded] or found[-1:]
    if not figures:
        return None
    written = said.text[figures[0].start : figures[0].end]
    value = parsed(written) if not figures[0].worded else _IN_WORDS.get(fold(written))
    return None if value is None else (value, written)


_COUNTED = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "واحد اثنان ثلاث أربع خمس ست سبع ثمان تسع عشر",
    "واحدة اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة",
)
_IN_WORDS = {fold(word): float(number) for line in _COUNTED for number, word in enumerate(line.split(), 1)}


def _both(direct: Sequence[Evidence], *, money: bool) -> tuple[Value, Value] | None:
    """The two values that one sentence sets against each other; None where none has just two."""
    for evidence in direct[:_LOOKED_AT]:
        text = evidence.sentence.text
        found = [q for q in find_quantities(text) if q.money == money and not q.worded]
        values = [(parsed(text[q.start : q.end]), text[q.start : q.end]) for q in found]
        told = {(number, written) for number, written in values if number is not None}
        if len({number for number, _ in told}) == 2 and evidence.told >= _TELLS and set(terms(text)):
            said = (Said(text, (evidence.sentence,)),)
            one, other = sorted(told)[0], sorted(told)[-1]
            return Value(one[0], one[1], said), Value(other[0], other[1], said)
    return None
