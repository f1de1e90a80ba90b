"""What the archive is, in a few figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from vectorstore import DocumentInfo, FileRecord, Manifest


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A file that is not in the index, with its reason in one sentence."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The state of the index that answers now."""

    documents: int
    unread: tuple[UnreadFile, ...]
    built: datetime | None
    snapshot: str
    root: str | None
    """The folder that was ingested."""
    languages: dict[str, int] = field(default_factory=dict)
    oldest: str | None = None
    newest: str | None = None
    warning: str | None = None


def overview(
    manifest: Manifest, documents: Sequence[DocumentInfo], files: Sequence[FileRecord], warning: str | None
) -> Overview:
    """Sum up a snapshot."""
    dates = sorted(d.date for d in documents if d.date)
    return Overview(
        documents=len(documents),
        unread=tuple(UnreadFile(f.path, f.reason or "") for f in files if f.state in ("unreadable", "refused")),
        built=datetime.fromisoformat(manifest.created),
        snapshot=manifest.id,
        root=manifest.root,
        languages=dict(Counter(d.language for d in documents)),
        oldest=dates[0] if dates else None,
        newest=dates[-1] if dates else None,
        warning=warning,
    )
