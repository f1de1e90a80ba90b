"""Judges the assistant by sets of questions with known answers: scores, runs, comparisons, and a gate.

Read `README.md` in this folder for how to write a good case and what each score means.
"""

from assistant.evaluation.errors import EvaluationError, IndexMoved, RunError, SetError
from assistant.evaluation.values import Case, Change, Comparison, Interval, Result, Run, Score

__all__ = [
    "Case",
    "Change",
    "Comparison",
    "EvaluationError",
    "IndexMoved",
    "Interval",
    "Result",
    "Run",
    "RunError",
    "Score",
    "SetError",
]
