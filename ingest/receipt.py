"""What an ingest did to each file."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any, Literal, Self, get_args

from ingest.digest import News
from vectorstore import Alike

Outcome = Literal[
    "indexed", "updated", "moved", "unchanged", "partly_read", "duplicate", "removed", "unreadable", "refused"
]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """The named state one file ended in, with a reason in one sentence where it, or a part of it, is not in the index."""

    name: str
    outcome: Outcome
    reason: str | None = None
    pages: int | None = None
    characters: int = 0
    chunks: int = 0
    facts: int = 0
    seconds: float = 0.0
    same_as: str | None = None
    """Of a duplicate, the file of the same bytes that is indexed."""
    moved_from: str | None = None
    """The name it had before."""
    unread_pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """A whole run: every file that was seen or is gone, exactly once."""

    folder: str
    files: tuple[FileOutcome, ...]
    snapshot: str | None
    """The snapshot that answers now; None if nothing was ever published."""
    published: bool
    seconds: float
    alike: tuple[Alike, ...] = ()
    """Documents that say nearly the same, at least one of them new or changed in this run; nothing is left out for it."""

    news: tuple[News, ...] = ()
    """What the new and changed files tell that was not known before."""
    proved: int = 0
    """Phrases of removed files that were searched for in everything the new snapshot holds, and found nowhere."""
    unproposed: str | None = None
    """That a language model proposed no facts of some files, and why; None where it was not to, or did."""

    @property
    def counts(self) -> dict[str, int]:
        """How many files ended in each state."""
        found = Counter(file.outcome for file in self.files)
        return {outcome: found[outcome] for outcome in OUTCOMES if found[outcome]}

    @property
    def seen(self) -> int:
        """How many files are in the folder."""
        return sum(file.outcome != "removed" for file in self.files)

    @property
    def failures(self) -> tuple[FileOutcome, ...]:
        """The files that are in the folder and not, or not wholly, in the index."""
        return tuple(file for file in self.files if file.outcome in ("partly_read", "unreadable", "refused"))

    @property
    def unread(self) -> bool:
        """Whether a file of a kind that is read could not be read."""
        return any(file.outcome in ("partly_read", "unreadable") for file in self.files)

    def as_json(self) -> dict[str, Any]:
        """The receipt as the `--json` output of `sanad ingest`."""
        return {**asdict(self), "seen": self.seen, "counts": self.counts}

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read a receipt that a snapshot keeps."""
        found = json.loads(text)
        files = tuple(_outcome(file) for file in found["files"])
        return cls(
            folder=found["folder"],
            files=files,
            snapshot=found["snapshot"],
            published=found["published"],
            seconds=found["seconds"],
            alike=tuple(Alike(**pair) for pair in found["alike"]),
            news=tuple(News(**one) for one in found["news"]),
            proved=found["proved"],
            unproposed=found["unproposed"],
        )


def _outcome(file: dict[str, Any]) -> FileOutcome:
    return FileOutcome(**{**file, "unread_pages": tuple(file["unread_pages"])})
