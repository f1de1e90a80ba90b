"""One person's conversation, kept in the session of their browser tab and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from assistant import Answer, Citation, Filter, Replay, Turn
    from ui.jobs import Job

CITED: Final = "cited"
NEAREST: Final = "nearest"
WHOLE: Final = "whole"
Shelf = Literal["cited", "nearest", "whole"]
"""What a source is opened from: the words an answer or a row cites, the nearest passages, a document from its beginning."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and the work on its answer."""

    question: str
    job: Job
    earlier: tuple[Turn, ...] = ()
    """The conversation it was asked in."""
    lifted: tuple[Filter, ...] = ()
    """Limits that the question sets and the answer does without."""
    replay: Replay | None = None
    """The linked answer that this one is, given again."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The source that is open: the `place`-th of some that one can page through."""

    shelf: Shelf
    sources: tuple[Citation, ...]
    place: int
    snapshot: str
    """The one whose text is shown."""
    former: int | None = None
    """Number of the former version that is shown in place of the document."""

    @property
    def citation(self) -> Citation:
        """The source itself."""
        return self.sources[self.place]


@dataclass(frozen=True, slots=True)
class Noted:
    """What became of keeping something about an answer: it is kept under an id, or not kept and why."""

    id: str | None
    failure: str = ""


def on_shelf(answer: Answer, shelf: Shelf) -> tuple[Citation, ...]:
    """The sources one can page through."""
    return answer.citations if shelf == CITED else answer.nearest


def place_of(answer: Answer, number: int) -> int | None:
    """Where the citation with a number stands."""
    return next((place for place, citation in enumerate(answer.citations) if citation.number == number), None)


def history(exchanges: Sequence[Exchange]) -> tuple[Turn, ...]:
    """The conversation so far, for the next question; unanswered questions are left out."""
    from assistant import Turn

    turns: list[Turn] = []
    for exchange in exchanges:
        if exchange.job.answer is not None:
            turns += [Turn("user", exchange.question), Turn("assistant", exchange.job.answer.text)]
    return tuple(turns)
