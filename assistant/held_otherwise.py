"""A plan that was overtaken: the report of an event that took place elsewhere than a document planned."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.reading.evidence import Evidence
from assistant.reading.settled import Settled
from assistant.reading.span import Span
from assistant.register.record import Record
from assistant.register.register import Register
from assistant.register.standing import ANNOUNCED
from assistant.register.titled_apart import same_subject
from assistant.understand import Question
from vectorstore import Fact, fold

_MONTHS = 6
"""Between the day that was planned and the one on which the same event may have been held."""


def held_otherwise(
    question: Question,
    evidence: Sequence[Evidence],
    register: Register,
    around: Callable[[Fact], Sequence[Evidence]],
) -> Settled | None:
    """Where a later document says that an event was held which the best sentence plans elsewhere; None where none tells of just that one.

    Args:
        question: What is asked.
        evidence: What was found for it, best first.
        register: Knows events.
        around: Weighs the sentences that a fact stands in.
    """
    if question.wants != "place" or question.aspect == "former" or not evidence:
        return None
    best = evidence[0]
    planning = register.shelf("event").told_at(best.sentence)
    if len(planning) != 1 or planning[0][1].fields.get("state") not in ANNOUNCED:
        return None
    planned, plan = planning[0]
    held = ((one, fact) for one in register.of_kind("event") for fact in one.facts)
    telling = [(one, fact) for one, fact in held if _is_of_it(planned, plan, one, fact)]
    if len({id(one) for one, _ in telling}) != 1:
        return None
    place = telling[0][1].fields.get("venue") or ""
    if fold(place) in fold(best.sentence.text):
        return None
    for e in around(telling[0][1]):
        at = e.sentence.text.find(place)
        if at >= 0 and (e.passage.source.date or "") > (best.passage.source.date or ""):
            return Settled(e, Span(at, at + len(place)), best)
    return None


def _is_of_it(planned: Record, plan: Fact, one: Record, fact: Fact) -> bool:
    """Whether a fact says where the event that was planned took place: of the same time, with all of the one's subject in the other's."""
    if fact.fields.get("state") != "held" or not fact.fields.get("venue") or fact.document == plan.document:
        return False
    near = _near(plan.fields.get("start_date") or "", fact.fields.get("start_date") or "")
    return near and (one is planned or same_subject(planned, one))


def _near(one: str, other: str) -> bool:
    """Whether two days, months or years are of one year and, as far as they say, not half a year apart."""
    if not one or one[:4] != other[:4]:
        return False
    months = (one[5:7], other[5:7])
    return not all(months) or abs(int(months[0]) - int(months[1])) <= _MONTHS
