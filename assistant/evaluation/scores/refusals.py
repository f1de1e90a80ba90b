"""Whether the right questions are refused, for the right reason. Means over cases give precision and recall."""

from __future__ import annotations

from assistant.evaluation.values import Case, Score
from assistant.values import Answer


def refusal_precision(case: Case, answer: Answer) -> Score:
    """Of the questions refused: 1 if the documents really do not answer it."""
    if answer.outcome == "answered":
        return Score("refusal_precision", None, "not refused")
    return Score(
        "refusal_precision", float(not case.answerable), "needlessly refused" if case.answerable else "rightly refused"
    )


def refusal_recall(case: Case, answer: Answer) -> Score:
    """Of the questions the documents do not answer: 1 if it is refused."""
    if case.answerable:
        return Score("refusal_recall", None, "the documents answer it")
    refused = answer.outcome != "answered"
    return Score("refusal_recall", float(refused), "refused" if refused else "answered all the same")


def refusal_reason(case: Case, answer: Answer) -> Score:
    """Of the refusals whose reason is known beforehand: 1 if it is the one given."""
    if case.reason is None or answer.outcome == "answered":
        return Score("refusal_reason", None, "no reason to compare")
    return Score("refusal_reason", float(answer.reason == case.reason), f"{answer.reason}; expected {case.reason}")
