"""What the register answers, where a later document says that it holds no more."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.changing import Sense, says
from assistant.later import Later
from assistant.places import Place, overlap
from assistant.reading.evidence import Evidence, led_by
from assistant.reading.matching import Matcher
from assistant.reading.settled import Settled, answer_now
from assistant.reading.superseding import overtaking
from assistant.register.register import Register
from assistant.register.titled_apart import share_subject
from assistant.understand import Question
from assistant.values import Answer

_CHANGES: tuple[Sense, ...] = ("moves", "replaces", "from one to another", "calls off")
"""What a later sentence must say for a value of the register to hold no more: that another event was held says nothing of this one."""
_VALUED = ("date", "money", "number")
"""People are kept by the register with who came after them."""


def may_be_overtaken(question: Question, answer: Answer) -> bool:
    """Whether an answer is one value of one sentence, which another document may have changed."""
    one = answer.outcome == "answered" and answer.table is None and len(answer.citations) == 1
    return one and question.wants in _VALUED and question.aspect != "former"


def overtaken(
    question: Question,
    answer: Answer,
    evidence: Sequence[Evidence],
    later: Later,
    matcher: Matcher,
    register: Register,
) -> Settled | None:
    """What a later document says in the place of what an answer cites; None where none does.

    Args:
        question: What is asked.
        answer: Cites one sentence.
        evidence: What was found for the question, best first.
        later: Finds what later documents say.
        matcher: Compares the question's terms with text.
        register: Knows which event a sentence tells of.
    """
    cited = answer.citations[0]
    told = next((e for e in evidence if overlap(e.sentence, cited)), None)
    if told is None:
        return None
    first = Settled(told, answer_now(question, told.sentence, matcher))
    ordered = led_by(told, evidence)
    if first.span is None:
        return None
    after = later.of(question, ordered)
    found = overtaking(question, first, ordered, after, matcher)
    if found is None or (found.best is not after.amending and not says(found.best.sentence.text, *_CHANGES)):
        return None
    return None if _of_another(register, cited, found.best.sentence) else found


def _of_another(register: Register, cited: Place, sentence: Place) -> bool:
    """Whether two places tell of two events, whose titles have nothing in common, or one of an agreement and one of an event."""
    mine, theirs = ([event for event, _ in register.shelf("event").told_at(place)] for place in (cited, sentence))
    agreed = [record for record, _ in register.shelf("agreement").told_at(cited)]
    if agreed and theirs and not register.shelf("agreement").told_at(sentence):
        return True  # what became of an event says nothing of an agreement
    return bool(mine and theirs) and not any(
        one is other or share_subject(one, other) for one in mine for other in theirs
    )
