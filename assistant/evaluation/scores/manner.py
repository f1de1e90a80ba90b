"""How an answer is given: its length, its language, its time."""

from __future__ import annotations

import re

from assistant.evaluation.scores.correctness import LONGEST_ANSWER
from assistant.evaluation.values import Case, Score
from assistant.understand import question_language
from assistant.values import Answer

_ENOUGH = 4
"""Words from which the language of a text can be told."""


def brevity(case: Case, answer: Answer) -> Score:
    """1 if an answer has at most `LONGEST_ANSWER` words, its table not counted."""
    if answer.outcome != "answered":
        return Score("brevity", None, "refused")
    words = len(answer.text.split())
    return Score("brevity", float(words <= LONGEST_ANSWER), f"{words} words")


def language(case: Case, answer: Answer) -> Score:
    """1 if the answer is in the language of the question; words quoted from a document may stay in its language."""
    if answer.language != case.language:
        return Score("language", 0.0, f"the question was taken for {answer.language}, not {case.language}")
    written = _language_of(answer.text)
    if written in (None, case.language):
        return Score("language", 1.0, f"in {case.language}")
    if any(citation.language == written for citation in answer.citations):
        return Score("language", 1.0, f"quoted in {written}, the language of the document")
    return Score("language", 0.0, f"in {written}, not in {case.language}")


def seconds(case: Case, answer: Answer) -> Score:
    """Seconds from question to answer; fewer are better, and another machine gives others."""
    return Score("seconds", answer.seconds, f"{answer.seconds:.2f} s")


def _language_of(text: str) -> str | None:
    """The language of a text; None where its words do not tell."""
    if len(re.findall(r"[^\W\d_]{2,}", text)) < _ENOUGH:
        return None
    # Where the words are undecided the earlier text decides: if it does, the text itself did not.
    found = {question_language(text, ["what is the"]), question_language(text, ["quelle est la"])}
    return found.pop() if len(found) == 1 else None
