"""Keeps the answers that readers mark wrong, as candidates for the question sets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant import Answer, Turn
    from vectorstore import DocumentInfo


class Feedback:
    """A file of candidates. Methods raise `assistant.AssistantError` with a sentence to show."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def mark(self, answer: Answer, history: Sequence[Turn], documents: Sequence[DocumentInfo]) -> str:
        """Note an answer as wrong; the id it is noted under."""
        from assistant.evaluation import candidates

        marked = candidates.candidate(answer, history, datetime.now(UTC), documents)
        candidates.note(self._file, marked)
        return marked.id

    def take_back(self, id: str) -> None:
        """Let go of a mark."""
        from assistant.evaluation import candidates

        candidates.take_back(self._file, id)
