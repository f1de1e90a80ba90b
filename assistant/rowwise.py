"""Two things that are compared, where both are rows of one table."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.measuring import beside_measure, measure
from assistant.reading.draft import Said
from assistant.reading.evidence import Evidence
from assistant.reading.itemise import names_of, row_said
from assistant.reading.matching import Matcher
from assistant.somebody import MatcherOf
from assistant.sums import Value, parsed
from assistant.understand import Compared, Question
from vectorstore import StoredSentence, terms

SentencesOf = Callable[[str], Sequence[StoredSentence]]
"""The sentences of a document, in order."""
_CELLS = " | "
_READ = 40
"""Sentences that are looked at."""
_NUMBER = re.compile(r"[\d\s.,%\u202f\u00a0]+")


def beside(
    asked: Compared, question: Question, direct: Sequence[Evidence], matcher_of: MatcherOf, of: SentencesOf
) -> tuple[Value, Value] | None:
    """The values of both sides from the rows of one table that they name, in the column that is asked for; None where there is none.

    Args:
        asked: What is compared.
        question: The whole question.
        direct: The evidence for it, best first.
        matcher_of: Compares the terms of a question with text.
        of: Finds the sentences of a document.
    """
    matcher = matcher_of(question)
    rows = [e.sentence for e in direct[:_READ] if e.sentence.kind == "row" and any(e.sentence.columns)]
    one, other = ([row for row in rows if _names(side, row, matcher, question)] for side in asked.sides)
    for row in one:
        for second in other:
            same = second.document == row.document and second.columns == row.columns and second.start != row.start
            column = _column(row, second, question, matcher) if same else None
            if column is not None:
                return _value(row, column, of), _value(second, column, of)
    return None


def _names(side: str, row: StoredSentence, matcher: Matcher, question: Question) -> bool:
    """Whether the first cell of a row is what one side names."""
    cells = row.text.split(_CELLS)
    name = next((cell for cell in cells if any(sign.isalpha() for sign in cell)), "")
    said = frozenset(terms(name))
    own = [term for term in terms(side) if term in matcher.same]
    met = [term for term in own if matcher.worth(term, said)]
    return bool(met) and len(met) >= len(said) / 2 and matcher.share(own, [(said, 1.0)]) >= 0.5


def _column(row: StoredSentence, second: StoredSentence, question: Question, matcher: Matcher) -> int | None:
    """The column of numbers that a question asks for; the only one where it names none."""
    one, other = row.text.split(_CELLS), second.text.split(_CELLS)
    numeric = [
        place
        for place in range(1, min(len(one), len(other), len(row.columns)))
        if _NUMBER.fullmatch(one[place].strip()) and _NUMBER.fullmatch(other[place].strip())
    ]
    kind = measure(question.standalone)

    def told(place: int) -> float:
        column = row.columns[place]
        words = frozenset(terms(column))
        named = sum(matcher.worth(term, words) for term in question.own_terms)
        return named + (1.0 if kind and beside_measure(kind, column) else 0.0)

    if kind == "mark":
        numeric = [place for place in numeric if beside_measure(kind, row.columns[place])]  # other numbers are no marks
    if not numeric:
        return None
    best = max(numeric, key=told)
    return best if told(best) > 0 or len(numeric) == 1 else None


def _value(row: StoredSentence, column: int, of: SentencesOf) -> Value:
    written = row.text.split(_CELLS)[column].strip()
    number = parsed(written)
    return Value(number or 0.0, written, (Said(written, (row,)), row_said(row, names_of(row, of(row.document)))))
