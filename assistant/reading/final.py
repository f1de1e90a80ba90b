"""The final value of what is first given as preliminary."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.changing import says
from assistant.reading.contrast import figures
from assistant.reading.evidence import Evidence
from assistant.reading.matching import Matcher
from assistant.reading.settled import Settled, other_values
from assistant.understand import Question

_TELLS = 0.6
"""Of what a preliminary value's sentence tells of the question, what another must tell for its value to be the final one."""


def final(question: Question, first: Settled, others: Sequence[Evidence], matcher: Matcher) -> Settled | None:
    """What another sentence gives for final, where the best one or another calls the value preliminary and the question does not."""
    best, value = first.best, figures(first.value)
    said_so = (best, *(e for e in others if value and value <= figures(e.sentence.text)))
    if not any(map(_is_preliminary, said_so)) or says(question.standalone, "not final"):
        return None
    told = [e for e in others if e.context >= _TELLS * best.context and e.fit >= best.fit]
    final = [e for e in told if e not in said_so and not _is_preliminary(e) and not _is_another_row(e, best)]
    return next((Settled(e, span, best) for e, span in other_values(question, first, final, matcher)), None)


def _is_preliminary(e: Evidence) -> bool:
    return says(" ".join([e.passage.source.title, *e.sentence.columns, e.sentence.text]), "not final")


def _is_another_row(e: Evidence, best: Evidence) -> bool:
    """Whether two rows are of one document, of which each tells of another thing."""
    rows = e.sentence.kind == best.sentence.kind == "row"
    return rows and e.sentence.document == best.sentence.document
