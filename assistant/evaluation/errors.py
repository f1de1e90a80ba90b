"""Errors of an evaluation.

AssistantError
└── EvaluationError
    ├── SetError      a question set cannot be used as it is written
    ├── RunError      a stored run, or a baseline, is missing or cannot be read
    └── IndexMoved    the index changed while the questions were being asked
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.errors import AssistantError

_SHOWN = 20


class EvaluationError(AssistantError):
    """Something the evaluator can act on."""


class SetError(EvaluationError):
    """Mistakes in question sets, each a sentence with file, line and field."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        self.mistakes = tuple(mistakes)
        more = len(self.mistakes) - _SHOWN
        shown = [*self.mistakes[:_SHOWN], *([f"… and {more} more mistakes."] if more > 0 else [])]
        super().__init__("\n".join(shown))


class RunError(EvaluationError):
    """A file of a run cannot be used."""


class IndexMoved(EvaluationError):
    """Answers of one run would come from two snapshots."""
