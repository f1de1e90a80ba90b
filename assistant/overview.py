"""What the archive is, in a few figures, and what one could ask it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from vectorstore import DocumentInfo, FileRecord, Manifest

_EXAMPLES: dict[str, dict[str, str]] = {
    "en": {
        "venue": "When and where was “{title}”?",
        "who": "Who took part in “{title}”?",
        "next": "What was agreed in “{title}”?",
        "about": "What is “{title}” about?",
    },
    "fr": {
        "venue": "Quand et où a eu lieu « {title} » ?",
        "who": "Qui a participé à « {title} » ?",
        "next": "Qu'a-t-on décidé dans « {title} » ?",
        "about": "De quoi traite « {title} » ?",
    },
    "ar": {
        "venue": "متى وأين عُقد «{title}»؟",
        "who": "من شارك في «{title}»؟",
        "next": "ما الذي اتُّفق عليه في «{title}»؟",
        "about": "ما موضوع «{title}»؟",
    },
}
_MEETINGS = ("meeting report", "minutes", "training report", "workshop report", "technical visit", "webinar")
_LONGEST_TITLE = 90


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
        unread=tuple(UnreadFile(f.path, f.reason or "") for f in files if f.state != "indexed"),
        built=datetime.fromisoformat(manifest.created),
        snapshot=manifest.id,
        root=manifest.root,
        languages=dict(Counter(d.language for d in documents)),
        oldest=dates[0] if dates else None,
        newest=dates[-1] if dates else None,
        warning=warning,
    )


def examples(documents: Sequence[DocumentInfo], language: str, most: int = 4) -> tuple[str, ...]:
    """Questions the archive can answer, about its newest documents, those in the asker's language first."""
    wording = _EXAMPLES.get(language, _EXAMPLES["en"])
    short = [d for d in documents if len(d.title) <= _LONGEST_TITLE]
    newest = sorted(short, key=lambda d: (d.language == language, d.kind in _MEETINGS, d.date or ""), reverse=True)
    forms = ["venue", "next", "about", "who"]
    return tuple(
        wording[form if d.kind in _MEETINGS else "about"].format(title=d.title)
        for form, d in zip(forms[:most], newest, strict=False)
    )
