"""Whether what a question asks for can be over by now: who holds a post can, who signed or spoke stays so."""

from __future__ import annotations

from assistant.changing import says
from assistant.reading.posts import asked_post
from assistant.understand import Question

_GIVES_WAY = ("date", "place", "money", "number", "yes_no", "fact")


def may_give_way(question: Question) -> bool:
    """Whether what one document says can be over by another: not what was said of the one before."""
    if says(question.standalone, "of before"):
        return False
    if question.wants == "person":
        return bool(asked_post(question)) or not says(question.standalone, "did once")
    return question.wants in _GIVES_WAY


def may_have_changed(question: Question) -> bool:
    """Whether another document may say otherwise: of values, of people, and of what is asked as it is now."""
    return question.aspect == "present" or question.wants not in ("fact", "yes_no")
