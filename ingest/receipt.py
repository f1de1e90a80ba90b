"""What an ingest did to each file."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, Self

Outcome = Literal["indexed", "updated", "unchanged", "removed", "unreadable", "refused"]


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """The named state one file ended in, with a reason in one sentence where it is not in the index."""

    name: str
    outcome: Outcome
    reason: str | None = None
    pages: int | None = None
    characters: int = 0
    chunks: int = 0
    facts: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Receipt:
    """A whole run: every file that was seen or is gone, exactly once."""

    folder: str
    files: tuple[FileOutcome, ...]
    snapshot: str | None
    """The snapshot that answers now; None if nothing was ever published."""
    published: bool
    seconds: float

    @classmethod
    def of(
        cls, folder: Path, outcomes: Iterable[FileOutcome], snapshot: str | None, *, published: bool, started: float
    ) -> Self:
        """The receipt of a run that began at this reading of the monotonic clock."""
        ordered = tuple(sorted(outcomes, key=lambda file: file.name))
        return cls(str(folder), ordered, snapshot, published, round(time.monotonic() - started, 2))

    @property
    def counts(self) -> dict[str, int]:
        """How many files ended in each state."""
        return dict(Counter(file.outcome for file in self.files))

    @property
    def failures(self) -> tuple[FileOutcome, ...]:
        """The files that are not in the index although they are in the folder."""
        return tuple(file for file in self.files if file.outcome in ("unreadable", "refused"))

    @property
    def unread(self) -> bool:
        """Whether a file of a kind that is read could not be read."""
        return any(file.outcome == "unreadable" for file in self.files)

    def as_json(self) -> dict[str, Any]:
        """The receipt as the `--json` output of `sanad ingest`."""
        return {**asdict(self), "counts": self.counts}
