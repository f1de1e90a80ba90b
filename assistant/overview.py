"""What the archive is, in a few figures, and what one could ask it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import zip_longest

from vectorstore import DocumentInfo, FileRecord, Manifest

_EXAMPLES: dict[str, dict[str, str]] = {
    "en": {"event": "When and where was “{about}”?", "name": "What does {about} stand for?"},
    "fr": {"event": "Quand et où a eu lieu « {about} » ?", "name": "Que signifie {about} ?"},
    "ar": {"event": "متى وأين عُقد «{about}»؟", "name": "ما معنى {about}؟"},
}
_LONGEST_TITLE = 90
_CODE = re.compile(r"\b[A-Z]{2,}[A-Za-z]*-[A-Z][A-Za-z]+\b|\b[A-Z]{3,6}\b")


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


def examples(documents: Sequence[DocumentInfo], language: str, most: int = 4) -> tuple[str, ...]:
    """Questions the archive can answer: events with a date and a place, and names that stand in titles, the newest first."""
    wording = _EXAMPLES.get(language, _EXAMPLES["en"])
    newest = sorted(documents, key=lambda d: (d.language == language, d.date or ""), reverse=True)
    events = [d.title for d in newest if d.date_text and d.venue and len(d.title) <= _LONGEST_TITLE]
    names = dict.fromkeys(code for d in newest if d.language == language for code in _CODE.findall(d.title))
    mixed = [
        wording[form].format(about=about)
        for pair in zip_longest(events, names)
        for form, about in zip(("event", "name"), pair, strict=True)
        if about
    ]
    return tuple(mixed[:most])
