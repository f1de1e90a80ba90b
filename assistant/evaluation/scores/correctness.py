"""Whether an answer says what is right: deterministic matching with what the case accepts."""

from __future__ import annotations

from assistant.evaluation.scores.matching import either_stands_in, said, stands_in
from assistant.evaluation.scores.numbers import says_number
from assistant.evaluation.values import Case, Score
from assistant.values import Answer

LONGEST_ANSWER = 120
"""Words an answer may have, its table not counted; whoever quotes everything is always right."""


def correct(case: Case, answer: Answer) -> Score:
    """1 if the answer is right, else 0: the headline figure.

    An answerable question is right if it is answered in at most `LONGEST_ANSWER` words that hold every `must_include`
    entry or, where there are none, an accepted answer or the count. One that the documents do not answer is right if it
    is refused, or if an accepted correction of its premise stands in the text.
    """
    found, why = _right_without(case, answer) if not case.answerable else _right_with(case, answer)
    return Score("correct", float(found), why)


def must_include(case: Case, answer: Answer) -> Score:
    """Share of the strings that must appear that do (recall)."""
    if not case.must_include or not case.answerable:
        return Score("must_include", None, "no string must appear")
    missing = _missing(case, answer)
    share = 1 - len(missing) / len(case.must_include)
    return Score("must_include", share, f"missing: {', '.join(missing)}" if missing else "all appear")


def count(case: Case, answer: Answer) -> Score:
    """1 if the answer gives the number expected, in digits, in words, or as rows of a table that says it is complete."""
    if case.count is None or not case.answerable:
        return Score("count", None, "no number is expected")
    if answer.outcome != "answered":
        return Score("count", 0.0, f"refused, so {case.count} is not said")
    rows = len(answer.table.rows) if answer.table and answer.table.complete else None
    right = rows == case.count or says_number(said(answer), case.count)
    return Score("count", float(right), f"{case.count} is {'' if right else 'not '}said")


def false_premise(case: Case, answer: Answer) -> Score:
    """1 if an answer to a question with a false premise says what is true instead."""
    if case.answerable or not case.answers:
        return Score("false_premise", None, "no false premise with a known correction")
    text = said(answer)
    right = next((wanted for wanted in case.answers if stands_in(text, wanted)), None)
    return Score(
        "false_premise", float(right is not None), f"“{right}” is said" if right else "what is true is not said"
    )


def _right_with(case: Case, answer: Answer) -> tuple[bool, str]:
    if answer.outcome != "answered":
        return False, f"refused ({answer.reason or answer.outcome}), though the documents answer it"
    accepted, why = _accepted(case, answer)
    words = len(answer.text.split())
    if accepted and words > LONGEST_ANSWER:
        return False, f"right, but {words} words long; at most {LONGEST_ANSWER} are accepted"
    return accepted, why


def _right_without(case: Case, answer: Answer) -> tuple[bool, str]:
    if answer.outcome != "answered":
        return True, f"refused ({answer.reason or answer.outcome}), as it should be"
    text = said(answer)
    correction = next((wanted for wanted in case.answers if stands_in(text, wanted)), None)
    if correction is not None:
        return True, f"the premise is corrected: “{correction}”"
    return False, "answered, though the documents do not say"


def _accepted(case: Case, answer: Answer) -> tuple[bool, str]:
    if case.must_include:
        missing = _missing(case, answer)
        return not missing, f"missing: {', '.join(missing)}" if missing else "all that must appear appears"
    text = said(answer)
    right = next((wanted for wanted in case.answers if stands_in(text, wanted)), None)
    if right is not None:
        return True, f"“{right}” is said"
    if case.count is not None and stands_in(text, case.count):
        return True, f"the number {case.count} is said"
    wanted = "; ".join(case.answers[:3]) or str(case.count)
    return False, f"not said: {wanted}"


def _missing(case: Case, answer: Answer) -> list[str]:
    text = said(answer)
    return [wanted for wanted in case.must_include if not either_stands_in(text, wanted)]
