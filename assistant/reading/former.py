"""What was so before it changed: the value that a text says was replaced, or that of an older document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.reading.evidence import Evidence
from assistant.reading.matching import Matcher
from assistant.reading.span import Span
from assistant.reading.spans import answer_span
from assistant.understand import Question
from vectorstore import find_dates, find_quantities, fold

_WAS = re.compile(
    r"\b(?:instead of|in place of|rather than|in lieu of|up from|down from|from|and no longer|no longer|and not|not(?= on| in| at)|was to (?:be|take place|expire|end|start)|(?:first |originally |initially )?(?:planned|announced|set|foreseen|scheduled) (?:for|at|in|on)|formerly|until now|previously|used to be)\b"
    r"|\b(?:au lieu d|en lieu et place d|plutot que|et non(?: plus| pas)?|non plus|passe\w* d|(?:initialement |d'abord )?(?:fixe|prevu|annonce|programme)\w*|devai(?:t|ent)|jusqu'ici|jusque-la|contre|auparavant|l'ancienne?)\b"
    r"|(?<!\w)(?:بدلا من|عوضا عن|بدل|وليس|وليست|لا|من|كان(?:ت)? مقرر\w*|كان(?:ت)?|سابقا)(?!\w)"
)
"""What stands before a value that holds no more."""
_CHANGES = re.compile(
    r"\b(?:instead|rather than|in lieu|no longer|and not|moved?|brought|postpon\w+|rais\w+|ris\w+|rose|cut|reduc\w+|lower\w+|increas\w+|extend\w+|replac\w+|was to|originally|initially|chang\w+|now)\b"
    r"|\b(?:au lieu|plutot que|non plus|et non|passe\w* (?:a|de)|porte\w*|releve\w*|augment\w+|ramene\w*|reduit\w*|baiss\w*|report\w+|avance\w*|prolong\w+|prorog\w+|remplace\w*|devai(?:t|ent)|reste en vigueur|desormais|finalement|initialement)\b"
    r"|(?<!\w)و?(?:بدلا|عوضا|وليس|رفع\w*|ارتفع\w*|خفض\w*|انخفض\w*|مدد\w*|تمديد|نقل\w*|تاجل\w*|تقديم|قدم\w*|غير\w*|تعديل|كان مقرر\w*|كانت مقرر\w*|اصبح\w*|صار\w*|من .{1,30} الي)(?!\w)"
)
"""What says that a value became another."""
_REACH = 45
"""Characters between what says that a value holds no more and the value."""
_FITS = 0.6
_BEHIND, _LOOKED_AT = 1.8, 20
"""How far the score of the older text may lie behind, and how many are looked at."""
_LESS = 0.35
"""How much less of the matter the older text may tell, for the newer one may say it in full."""


def former(question: Question, evidence: Sequence[Evidence], matcher: Matcher) -> tuple[Evidence, Span] | None:
    """The evidence for what was so before it changed, with the value; None where no text says so and none is older.

    Args:
        question: What is asked.
        evidence: What was found, best first.
        matcher: Knows the names asked about.
    """
    best = evidence[0]
    near = [e for e in evidence[:_LOOKED_AT] if e.score >= best.score - _BEHIND and e.told >= best.told - _LESS]
    for e in near:
        if (span := replaced_in(question, e)) is not None:
            return e, span
    fitting = [e for e in near if e.fit >= _FITS and e.sentence.kind != "heading"]
    oldest = min(fitting, key=lambda e: (e.passage.source.date or "9999", -e.score), default=None)
    span = answer_span(question, oldest.sentence, matcher) if oldest else None
    return (oldest, span) if oldest is not None and span is not None else None


def replaced_in(question: Question, e: Evidence) -> Span | None:
    """The value of a sentence that it says another took the place of."""
    text = e.sentence.text
    folded = fold(text)
    if e.sentence.kind == "heading" or not _CHANGES.search(folded) or len(folded) != len(text):
        return None
    values = _values(question, text)
    if len(values) < 2:
        return None
    for cue in _WAS.finditer(folded):
        after = next((span for span in values if 0 <= span.start - cue.end() <= _REACH), None)
        if after is not None:
            return after
    return None


def _values(question: Question, text: str) -> list[Span]:
    """The values of the kind asked for, in their order."""
    dates = [Span(found.start, found.end) for found in find_dates(text)]
    if question.wants == "date" and dates:
        return dates
    taken = [
        Span(found.start, found.end)
        for found in find_quantities(text)
        if not any(date.start <= found.start < date.end for date in dates)
    ]
    return sorted(taken, key=lambda span: span.start)
